import Foundation
import Model
import Testing

@testable import Importing

@Suite("What a document brings, thing by thing")
struct ImportedThingTests {
    private let empty = ArchiveContent(
        municipality: Municipality(id: UUID(naming: ["ente"]), name: ""),
        services: ServiceCatalogue(id: UUID(naming: ["servizi"])))

    private func proposal(_ rows: String...) throws -> ImportProposal {
        let text = (["Obiettivo\tIndicatore\tTarget\tConsuntivo"] + rows).joined(separator: "\n") + "\n"
        return try Importer.propose(bytes: [UInt8](text.utf8), file: "tabella.tsv", year: 2031)
    }

    @Test("Each thing comes before what it holds, new ones with what they say")
    func order() throws {
        let review = try proposal(
            "Aprire lo sportello\tOre di apertura\t36\t38", "Piantare alberi\tAlberi\t120\t"
        ).review(against: empty)
        let things = review.things.filter { $0.part == .plan }
        #expect(things.map(\.list) == ["", "lines", "objectives", "indicators", "objectives", "indicators"])
        #expect(things.map(\.depth) == [0, 1, 2, 3, 2, 3])
        #expect(
            things.filter { $0.list == "indicators" }.map(\.name) == ["Ore di apertura", "Alberi"])
        let values = Dictionary(uniqueKeysWithValues: things[3].values.map { ($0.field, $0.text) })
        #expect(values["target"] == "36")
        #expect(values["actual"] == "38")
        #expect(values["name"] == nil)
    }

    @Test(
        "A title that was reworded is told with its score; as the same thing it is changed, not added",
        arguments: [
            ("Manutenzione delle strade", "Manutenzione della strada"),
            ("Aprire lo sportello unico", "Apertura dello sportello unico"),
            ("Piano del verde urbano", "Piano del verde urbbano"),
        ])
    func reworded(former: String, new: String) throws {
        let content = try proposal("\(former)\tOre\t36\t").apply(to: empty)
        let other = try proposal("\(new)\tOre\t36\t40", "Tutt'altro\tPratiche\t5\t")
        let doubtful = other.review(against: content).doubtful
        #expect(doubtful.map(\.name) == [new])
        #expect(doubtful.first?.alike?.name == former)
        let score = try #require(doubtful.first?.alike?.score)
        #expect((65..<100).contains(score))
        // Nobody decides: it is added, and nothing of the archive is touched.
        #expect(other.apply(to: content).plans[2031]?.objectives.count == 3)

        let identified = other.alikeThings(atLeast: score, in: content)
        let review = other.review(against: content, identified: identified)
        #expect(review.doubtful.isEmpty)
        #expect(review.conflicts.map(\.field) == ["title"])
        let taken = other.apply(to: content, ImportChoice(identified: identified))
        let plan = try #require(taken.plans[2031])
        #expect(Set(plan.objectives.map(\.title)) == [former, "Tutt'altro"])
        let kept = try #require(plan.objectives.first { $0.title == former })
        #expect(kept.indicators.map(\.actual.raw) == ["40"])
        #expect(kept.id == content.plans[2031]?.objectives.first?.id)
    }

    @Test("Names whose numbers differ are other things, however alike")
    func numbers() throws {
        let content = try proposal("Riqualificare il mercato rionale 12\tOre\t36\t").apply(to: empty)
        let other = try proposal("Riqualificare il mercato rionale 13\tOre\t36\t")
        #expect(other.review(against: content).doubtful.isEmpty)
        #expect(other.alikeThings(atLeast: 65, in: content).isEmpty)
    }

    @Test("What a thing holds is compared once it is known which thing it is")
    func withinAThing() throws {
        let content = try proposal("Piano del verde urbano\talberi messi a dimora\t36\t").apply(to: empty)
        let other = try proposal("Piano del verde urbbano\talberi messi in dimora\t36\t40")
        let identified = other.alikeThings(atLeast: 80, in: content)
        #expect(identified.count == 2)
        let plan = try #require(
            other.apply(to: content, ImportChoice(identified: identified)).plans[2031])
        #expect(plan.objectives.map(\.title) == ["Piano del verde urbano"])
        #expect(plan.objectives.flatMap(\.indicators).map(\.actual.raw) == ["40"])
    }

    @Test("A value for an empty field is left out alone")
    func leftOut() throws {
        let other = try proposal("Aprire lo sportello\tOre\t36\t38", "Piantare alberi\tAlberi\t120\t")
        var content = other.apply(to: empty)
        for index in 0..<2 {
            content.plans[2031]?.lines[0].objectives[index].indicators[0].target = .notEntered
            content.plans[2031]?.lines[0].objectives[index].indicators[0].actual = .notEntered
        }
        let review = other.review(against: content)
        #expect(Set(review.changes.map(\.kind)) == [.filled])
        let target = try #require(review.changes.first { $0.field == "target" && $0.after == "36" })
        let taken = other.apply(to: content, ImportChoice(leftOut: [target.id]))
        let indicators = try #require(taken.plans[2031]).objectives.flatMap(\.indicators)
        #expect(indicators.map(\.target.raw) == ["", "120"])
        #expect(indicators.map(\.actual.raw) == ["38", ""])
        #expect(other.review(against: taken).changes.map(\.id) == [target.id])
    }

    @Test(
        "Each line of the document says what became of it, and each thing and value the line that it stands in"
    )
    func lines() throws {
        let text = """
            Comune di Prova
            Piano della performance 2031

            Obiettivo;Indicatore;Target
            Verde urbano;alberi messi a dimora;350

            una riga che nessuno capisce
            """
        let proposal = try Importer.propose(bytes: [UInt8](text.utf8), file: "piano.csv")
        #expect(proposal.source.map(\.id) == [1, 2, 4, 5, 7])
        let fates = Dictionary(uniqueKeysWithValues: proposal.source.map { ($0.id, $0.bindings) })
        #expect(fates[4] == [.layout(.tableHeader)])
        #expect(fates[5]?.contains { if case .field = $0 { true } else { false } } == true)
        #expect(proposal.source.filter(\.isUnread).map(\.id) == proposal.unread.map(\.line))
        let things = proposal.review(against: empty).things
        #expect(things.first { $0.list == "objectives" }?.line() == 5)
        #expect(things.first { $0.list == "indicators" }?.line(of: "target") == 5)
    }
}
