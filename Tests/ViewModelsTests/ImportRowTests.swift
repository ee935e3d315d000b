import Foundation
import Importing
import Model
import Testing

@testable import ViewModels

/// The review of a document, row by row: what is ticked is taken.
@MainActor @Suite struct ImportRowTests {
    private static let former = """
        Obiettivo;Indicatore;Target;Consuntivo
        Verde urbano;alberi messi a dimora;3.500;
        Manutenzione delle strade;km asfaltati;12,5;

        """
    private static let later = """
        Obiettivo;Indicatore;Target;Consuntivo
        Verde urbano;alberi messi a dimora;4.000;3.724
        Verde urbano;incontri con i quartieri;6;8
        Manutenzione della strada;km asfaltati;12,5;9,1

        """

    private func draft(_ text: String, against content: ArchiveContent) throws -> ImportDraft {
        let proposal = try Importer.propose(bytes: [UInt8](text.utf8), file: "obiettivi.csv", year: 2031)
        return ImportDraft(proposal, against: content)
    }

    private func row(_ title: String, in draft: ImportDraft) throws -> ImportRow {
        try #require(
            draft.rows(all: true).first { $0.title == title }, "\(draft.rows(all: true).map(\.title))")
    }

    private func prepared() throws -> (session: ArchiveSession, draft: ImportDraft) {
        let session = sampleSession()
        try session.perform(try draft(Self.former, against: session.content).edit)
        return (session, try draft(Self.later, against: session.content))
    }

    private func indicators(of session: ArchiveSession) -> [String: String] {
        let all = session.content.plans[2031]?.objectives.flatMap(\.indicators) ?? []
        return Dictionary(all.map { ($0.name, "\($0.target.raw) \($0.actual.raw)") }) { $0 + " / " + $1 }
    }

    @Test func whatTheArchiveHasNewAndDoubtfulThingsAreToldApart() throws {
        let draft = try prepared().draft
        let objective = try row("Obiettivo: Verde urbano", in: draft)
        #expect(objective.state == .same)
        #expect(objective.stateWords == "c’è già")
        let trees = try row("Indicatore: alberi messi a dimora", in: draft)
        #expect(trees.state == .conflict)
        #expect(trees.stateWords == "c’è già, 1 valore nuovo, 1 conflitto")
        let meetings = try row("Indicatore: incontri con i quartieri", in: draft)
        #expect(meetings.state == .new)
        #expect(draft.documentWords(of: meetings).contains("Target: 6; "))
        #expect(try row("Obiettivo: Manutenzione della strada", in: draft).state == .doubtful)
        let alike = try row("È «Manutenzione delle strade»", in: draft)
        #expect(!alike.isTaken)
        #expect(alike.canChange)
    }

    @Test func aThingThatIsNotTickedIsLeftOutWithAllThatItHolds() throws {
        var (session, draft) = try prepared()
        draft.take(try row("Obiettivo: Manutenzione della strada", in: draft), false)
        let below = try #require(
            draft.rows(all: true).last { $0.title == "Indicatore: km asfaltati" })
        #expect(!below.isTaken)
        #expect(!below.canChange)
        draft.take(try row("Indicatore: incontri con i quartieri", in: draft), false)
        try session.perform(draft.edit)
        #expect(
            indicators(of: session) == ["alberi messi a dimora": "3.500 3.724", "km asfaltati": "12,5 "])
        #expect(draft.takenWords == "0 cose nuove, 1 valore")
    }

    @Test func valuesAreTakenOrLeftOneByOne() throws {
        var (session, draft) = try prepared()
        let target = try row("Target", in: draft)
        #expect(target.stateWords == "In conflitto: 3.500")
        #expect(!target.isTaken)
        draft.take(target, true)
        draft.take(try row("Consuntivo", in: draft), false)
        #expect(draft.keptConflicts == 0)
        try session.perform(draft.edit)
        #expect(indicators(of: session)["alberi messi a dimora"] == "4.000 ")
    }

    @Test func oneConflictOfAllIsLeft() throws {
        var draft = try prepared().draft
        draft.choice.overwritesAll = true
        let target = try row("Target", in: draft)
        #expect(target.isTaken)
        draft.take(target, false)
        #expect(!draft.choice.overwritesAll)
        #expect(draft.keptConflicts == 1)
    }

    @Test func aDoubtfulThingThatIsTheArchivesIsNotAdded() throws {
        var (session, draft) = try prepared()
        draft.take(try row("È «Manutenzione delle strade»", in: draft), true)
        draft = draft.reviewed(against: session.content)
        #expect(try row("Obiettivo: Manutenzione della strada", in: draft).state == .conflict)
        #expect(try row("È «Manutenzione delle strade»", in: draft).isTaken)
        try session.perform(draft.edit)
        let titles = session.content.plans[2031]?.objectives.map(\.title)
        #expect(titles == ["Verde urbano", "Manutenzione delle strade"])
        #expect(indicators(of: session)["km asfaltati"] == "12,5 9,1")
        try session.undo()
        #expect(indicators(of: session)["km asfaltati"] == "12,5 ")
    }

    @Test func whatDoesNotChangeIsShownOnlyWhereItIsAskedFor() throws {
        let (session, _) = try prepared()
        let again = try draft(Self.former, against: session.content)
        #expect(again.rows(all: false).isEmpty)
        #expect(
            again.rows(all: true).contains { $0.title == "Indicatore: km asfaltati" && $0.state == .same })
    }
}
