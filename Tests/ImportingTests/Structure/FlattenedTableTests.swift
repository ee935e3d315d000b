import Model
import Testing

@testable import Importing

@Suite("Tables with each cell on a line of its own")
struct FlattenedTableTests {
    private func proposal(_ lines: [String]) throws -> ImportProposal {
        let text = (["Piano della performance 2031", ""] + lines).joined(separator: "\n")
        return try Importer.propose(bytes: Array(text.utf8), file: "prova.txt")
    }

    private static let cells = [
        "Verde pubblico", "alberi piantati", "10", "40", "Verde pubblico", "metri di siepe", "≥ 300", "60",
        "Strade sicure", "buche chiuse", "n.d.", "100",
    ]

    @Test(
        "Labels one after the other, then the cells, row by row",
        arguments: [["Target"], ["Target", "atteso"]])
    func rows(target: [String]) throws {
        let found = try proposal(["Obiettivo", "Indicatore"] + target + ["Peso"] + Self.cells)
        #expect(found.objectives.map(\.title) == ["Verde pubblico", "Strade sicure"])
        let indicators = found.objectives.flatMap(\.indicators)
        #expect(indicators.map(\.target.raw) == ["10", "≥ 300", "n.d."])
        #expect(indicators.map(\.weight.raw) == ["40", "60", "100"])
        #expect(found.unread.isEmpty)
    }

    @Test(
        "Where a cell is missing, nothing moves to another column: the rest stays unread", arguments: 0..<12)
    func missing(index: Int) throws {
        var cells = Self.cells
        cells.remove(at: index)
        let found = try proposal(["Obiettivo", "Indicatore", "Target", "Peso"] + cells)
        for objective in found.objectives {
            #expect(["Verde pubblico", "Strade sicure"].contains(objective.title))
            for indicator in objective.indicators {
                #expect(["alberi piantati", "metri di siepe", "buche chiuse"].contains(indicator.name))
                #expect(["10", "≥ 300", "n.d."].contains(indicator.target.raw))
                #expect(["40", "60", "100"].contains(indicator.weight.raw))
            }
        }
        #expect(found.unread.count >= 3)
    }

    @Test("Several labels on a line, in a card")
    func labelsOnALine() throws {
        let found = try proposal([
            "SCHEDA OBIETTIVO N. 1", "Obiettivo: Verde pubblico", "", "Indicatori di qualità",
            "Performance attesa Performance realizzata", "alberi piantati", "superiore a 1", "n. 4",
        ])
        let indicator = try #require(found.objectives.first?.indicators.first)
        #expect(indicator.name == "alberi piantati")
        #expect(indicator.target.raw == "superiore a 1")
        #expect(indicator.actual.raw == "n. 4")
    }
}
