import Foundation
import Model
import Testing

@testable import Importing

@Suite("Proposals merge into the archive")
struct MergeTests {
    private let empty = ArchiveContent(
        municipality: Municipality(id: UUID(naming: ["ente"]), name: ""),
        services: ServiceCatalogue(id: UUID(naming: ["servizi"])))

    private let names = ["relazione-tabella.txt", "relazione-schede.txt", "progetti-tabella.txt"]

    @Test("Taking a proposal twice changes nothing the second time")
    func idempotent() throws {
        for name in names {
            let proposal = try fixture(name)
            let once = proposal.apply(to: empty)
            #expect(once != empty)
            #expect(proposal.apply(to: once) == once)
            #expect(proposal.review(against: once).isEmpty)
        }
    }

    @Test("What the archive has under another identity is found by its name")
    func matchedByName() throws {
        let proposal = try fixture("relazione-tabella.txt")
        var content = proposal.apply(to: empty)
        var line = StrategicLine(id: UUID(naming: ["other"]), title: "Linea strategica sui giardini")
        line.objectives = [Objective(id: UUID(naming: ["orti"]), title: "ORTI URBANI")]
        content.plans[2031]?.lines = [line]
        let merged = proposal.apply(to: content)
        let lines = try #require(merged.plans[2031]?.lines)
        #expect(lines.count == 2)
        #expect(lines[0].id == UUID(naming: ["other"]))
        #expect(lines[0].objectives.count == 3)
        let orchards = try #require(lines[0].objectives.first { $0.id == UUID(naming: ["orti"]) })
        #expect(orchards.indicators.count == 3)
        #expect(orchards.head == "Rossetti Prova")
    }

    @Test(
        "Objectives of a table that says no line lie under the line that has them; the others under one without a name"
    )
    func lineLeftUnsaid() throws {
        let year = 2031
        var line = StrategicLine(id: UUID(naming: ["line"]), title: "Una città per tutti")
        line.objectives = [Objective(id: UUID(naming: ["desk"]), title: "Aprire lo sportello")]
        var content = empty
        content.plans[year] = Plan(id: UUID(naming: ["plan"]), year: year)
        content.plans[year]?.lines = [line]
        let table = [
            "Obiettivo\tIndicatore\tTarget", "APRIRE LO SPORTELLO\tOre di apertura\t36",
            "Nuove pratiche\tPratiche\t500",
        ]
        let proposal = try Importer.propose(
            bytes: [UInt8]((table.joined(separator: "\n") + "\n").utf8), file: "tabella.tsv", year: year)
        let merged = proposal.apply(to: content)
        let lines = try #require(merged.plans[year]?.lines)
        #expect(lines.map(\.title) == ["Una città per tutti", ""])
        #expect(lines[0].objectives.map(\.id) == [UUID(naming: ["desk"])])
        #expect(lines[0].objectives[0].indicators.map(\.name) == ["Ore di apertura"])
        #expect(lines[1].objectives.map(\.title) == ["Nuove pratiche"])
        #expect(proposal.apply(to: merged) == merged)
    }

    @Test("A value that differs is a conflict: kept, unless the user takes the document's")
    func conflicts() throws {
        let proposal = try fixture("relazione-tabella.txt")
        var content = proposal.apply(to: empty)
        let changed = ReportedValue(number: ExactDecimal(9))
        content.plans[2031]?.lines[0].objectives[0].indicators[0].target = changed
        let review = proposal.review(against: content)
        #expect(review.conflicts.map(\.field) == ["target"])
        #expect(review.conflicts.map(\.before) == ["9"])
        #expect(review.conflicts.map(\.after) == ["1.200"])
        #expect(proposal.apply(to: content) == content)
        let taken = proposal.apply(to: content, ImportChoice(overwritten: Set(review.conflicts.map(\.id))))
        #expect(taken.plans[2031]?.lines[0].objectives[0].indicators[0].target.raw == "1.200")
        #expect(proposal.review(against: taken).isEmpty)
    }

    @Test("Empty fields are filled without a question, and what the office typed besides stays")
    func filled() throws {
        let proposal = try fixture("relazione-tabella.txt")
        var content = proposal.apply(to: empty)
        content.plans[2031]?.lines[0].objectives[0].indicators[0].actual = .notEntered
        content.plans[2031]?.lines[0].objectives[0].note = "nota dell'ufficio"
        let review = proposal.review(against: content)
        #expect(review.changes.map(\.kind) == [.filled])
        let merged = proposal.apply(to: content)
        #expect(merged.plans[2031]?.lines[0].objectives[0].indicators[0].actual.raw == "1.234")
        #expect(merged.plans[2031]?.lines[0].objectives[0].note == "nota dell'ufficio")
    }

    @Test("Parts and single things can be left out")
    func partial() throws {
        let proposal = try fixture("relazione-tabella.txt")
        #expect(proposal.apply(to: empty, ImportChoice(parts: [.organisation])).plans.isEmpty)
        let left = try #require(proposal.objective("Orti urbani"))
        let merged = proposal.apply(to: empty, ImportChoice(excluded: [left.id]))
        #expect(
            merged.plans[2031]?.objectives.map(\.title) == ["Nuovi alberi", "Tempi delle potature", "Buche"])
    }

    @Test("Another municipality's document is a conflict on the name")
    func otherMunicipality() throws {
        var content = empty
        content.municipality.name = "Comune di Altrove"
        let review = try fixture("relazione-tabella.txt").review(against: content)
        #expect(review.conflicts.map(\.before) == ["Comune di Altrove"])
    }
}
