import DocumentStore
import Foundation
import Model
import Testing

@testable import ViewModels

/// A session on an archive that holds nothing but a municipality and the empty plan of 2026.
@MainActor func emptySession() -> ArchiveSession {
    var content = ArchiveContent(
        municipality: Municipality(id: UUID(), name: "Valdoria"), services: ServiceCatalogue(id: UUID()))
    content.plans[2026] = Plan(id: UUID(), year: 2026)
    return ArchiveSession(
        content: content, author: "Ufficio", now: { Date(timeIntervalSince1970: 1_780_000_000) })
}

@MainActor @Suite struct FromNothingTests {
    @Test func aPlanIsWrittenFromTheFirstLineToAnIndicatorAndUndoneToNothing() throws {
        let session = emptySession()
        let empty = session.content
        let line = try #require(session.addingLine())
        try session.perform(line.edit)
        let aim = try #require(session.addingStrategicObjective(at: line.id))
        try session.perform(aim.edit)
        let objective = try #require(session.addingObjective(at: aim.id))
        try session.perform(objective.edit)
        let indicator = session.addingIndicator(to: objective.id)
        try session.perform(indicator.edit)
        try session.perform(.indicator(indicator.id, .target, text: "80"))
        try session.perform(.indicator(indicator.id, .actual, text: "60"))
        #expect(session.content.objective(objective.id)?.strategicObjectiveID == aim.id)
        #expect(session.score?.indicator(indicator.id)?.score.displayed == ExactDecimal(75))
        #expect(session.plan?.lines.first?.code == "1")
        while session.history.nextUndo != nil { try session.undo() }
        #expect(session.content == empty)
    }

    @Test func codesGoOnInTheirOwnWay() {
        #expect(ArchiveSession.nextCode(after: []) == "1")
        #expect(ArchiveSession.nextCode(after: ["01", "02"]) == "03")
        #expect(ArchiveSession.nextCode(after: ["A.9"]) == "A.10")
        #expect(ArchiveSession.nextCode(after: ["PNRR"]) == "")
    }

    @Test func linesMoveAsWholesAndStayAtTheEdge() throws {
        let session = sampleSession()
        let before = try #require(session.plan?.lines)
        #expect(session.moving(inPlan: before[0].id, by: -1) == nil)
        try session.perform(try #require(session.moving(inPlan: before[0].id, by: 1)))
        #expect(session.plan?.lines.map(\.id).prefix(2) == [before[1].id, before[0].id])
        #expect(session.plan?.lines[1] == before[0])
    }

    @Test func aStrategicObjectiveMovesToAnotherLineWithItsObjectives() throws {
        let session = sampleSession()
        let from = try #require(session.plan?.lines.first { !$0.strategicObjectives.isEmpty })
        let to = try #require(session.plan?.lines.last { $0.id != from.id })
        let aim = try #require(from.strategicObjectives.first)
        let followers = from.objectives.filter { $0.strategicObjectiveID == aim.id }
        try session.perform(.plan(.moveStrategicObjective(aim.id, toLine: to.id, position: 0)))
        let line = try #require(session.plan?.line(holding: aim.id))
        #expect(line.id == to.id)
        #expect(Set(followers.map(\.id)).isSubset(of: Set(line.objectives.map(\.id))))
        #expect(line.objectives.filter { $0.strategicObjectiveID == aim.id } == followers)
    }

    @Test func anObjectivePutUnderAnAimOfAnotherLineGoesThere() throws {
        let session = sampleSession()
        let lines = try #require(session.plan?.lines)
        let home = try #require(lines.first { !$0.strategicObjectives.isEmpty })
        let stranger = try #require(lines.first { $0.id != home.id }?.objectives.first)
        let aim = try #require(home.strategicObjectives.first)
        try session.perform(.plan(.aim(objective: stranger.id, aim.id)))
        #expect(session.plan?.line(holding: stranger.id)?.id == home.id)
        #expect(session.content.objective(stranger.id)?.strategicObjectiveID == aim.id)
        #expect(session.content.objective(stranger.id)?.indicators == stranger.indicators)
    }

    @Test func anAimTakenOutLeavesItsObjectivesInTheLine() throws {
        let session = sampleSession()
        let line = try #require(session.plan?.lines.first { !$0.strategicObjectives.isEmpty })
        let aim = try #require(line.strategicObjectives.first)
        try session.perform(session.removing(fromPlan: aim.id))
        let after = try #require(session.plan?.line(holding: line.id))
        #expect(after.objectives.map(\.id) == line.objectives.map(\.id))
        #expect(!after.objectives.contains { $0.strategicObjectiveID == aim.id })
    }

    @Test func whatNamesAnObjectiveForgetsItWhenItGoes() throws {
        let session = sampleSession()
        let objective = try #require(session.plan?.objectives.first)
        let project = session.addingProject()
        try session.perform(project.edit)
        try session.perform(.projects(.objective(project.id, objective.id)))
        let answer = PaymentTimeAnswer(objectiveID: objective.id, shareOfResultPay: ExactDecimal(30))
        try session.perform(.plan(.paymentTimes(year: session.year, answer)))
        try session.perform(.remove(objective.id))
        let book = try #require(session.content.projects[session.year])
        #expect(book.projects.last?.objectiveID == nil)
        #expect(session.plan?.paymentTimes?.objectiveID == nil)
        #expect(session.plan?.paymentTimes?.shareOfResultPay == ExactDecimal(30))
    }

    @Test func aValuedPercentageStandsBesideTheCalculatedOne() throws {
        let session = sampleSession()
        let indicator = try #require(session.indicator("Dipendenti con almeno 40 ore"))
        try session.perform(session.valuing(indicator.id, at: "80 %", reason: "Corso rinviato"))
        let score = try #require(session.score?.indicator(indicator.id)?.score)
        #expect(score.displayed == ExactDecimal(80))
        #expect(score.calculated?.rounded(places: 0) == ExactDecimal(95))
        #expect(session.content.indicator(indicator.id)?.scoreOverride?.author == "Ufficio")
        #expect(throws: EditRefusal.notPerCent) { try session.valuing(indicator.id, at: "101", reason: "") }
        try session.perform(session.valuing(indicator.id, at: "", reason: ""))
        #expect(session.score?.indicator(indicator.id)?.score.displayed == ExactDecimal(95))
    }

    @Test func aPlanIsBegunOnceAYear() throws {
        let session = emptySession()
        try session.perform(session.beginningPlan(of: 2027))
        #expect(session.content.plans[2027] != nil)
        #expect(throws: EditRefusal.yearTaken(2027)) { try session.perform(session.beginningPlan(of: 2027)) }
        #expect(throws: EditRefusal.noYear(27)) { try session.perform(session.beginningPlan(of: 27)) }
    }

    @Test func anArchiveWhoseFolderIsGoneIsNotCalledNone() throws {
        let gone = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        guard case .failure(let problem) = Archives.open(gone, author: "Ufficio") else {
            Issue.record("opened")
            return
        }
        #expect(problem.words.contains("is not there") || problem.words.contains("non c’è"))
        try FileManager.default.createDirectory(at: gone, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: gone) }
        guard case .failure(let other) = Archives.open(gone, author: "Ufficio") else {
            Issue.record("opened")
            return
        }
        #expect(other.words != problem.words)
    }

    @Test func aNewArchiveOnDiskHasThePlanOfItsYear() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let session = try Archives.create(folder, municipality: "Valdoria", year: 2031, author: "Ufficio")
            .get()
        #expect(session.year == 2031)
        let line = try #require(session.addingLine())
        try session.perform(line.edit)
        session.close()
        let again = try Archives.open(folder, author: "Ufficio").get()
        #expect(again.content.plans[2031]?.lines.map(\.id) == [line.id])
        again.close()
        #expect(try ArchiveStore.verify(at: folder) == [])
    }

    @Test func aNewArchiveAmongOtherThingsGetsAFolderOfItsOwn() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("note".utf8).write(to: folder.appending(path: "note.txt"))
        let made = Archives.create(folder, municipality: "Valdoria / mare", year: 2031, author: "Ufficio")
        let session = try made.get()
        #expect(session.folder?.lastPathComponent == "Valdoria mare")
        session.close()
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "Valdoria mare", "note.txt",
            ])

        let own = folder.appending(path: "Valdoria mare")
        for place in [folder, own] {
            let again = Archives.create(place, municipality: "Valdoria / mare", year: 2031, author: "Ufficio")
            guard case .failure(let problem) = again else { Issue.record("made twice"); continue }
            #expect(problem.words.contains("Valdoria mare"))
        }
        #expect(try ArchiveStore.verify(at: own) == [])
    }
}
