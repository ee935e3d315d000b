import Model
import Reading
import Testing

@testable import Importing

@Suite("Notes below a table that letters in brackets call")
struct CalledNotesTests {
    private func block(_ rows: [[String]]) -> Block {
        Block(.table(Table(rows: rows.map { $0.map { Cell($0) } })), at: Place())
    }

    private func proposal(_ blocks: [Block]) -> ImportProposal {
        Importer.propose(
            SourceDocument(format: .odt, blocks: blocks, findings: []), file: "prova.odt", year: 2031)
    }

    @Test("A figure is read with its note, and the note is no line of its own")
    func figure() throws {
        let found = proposal([
            Block(.heading("Piano degli obiettivi 2031", level: 1), at: Place()),
            block([
                ["Obiettivo", "Indicatore", "Target"], ["Verde", "alberi (a)", "1.250(a)"],
                ["Verde", "aiuole", "30 (b)"], ["Verde", "siepi", "7(d)"],
            ]),
            Block(.paragraph("(a) dato provvisorio"), at: Place()),
            Block(.paragraph("(b) (con i parchi)"), at: Place()),
            Block(.paragraph("(c) non chiamata"), at: Place()),
        ])
        let indicators = try #require(found.objectives.first?.indicators)
        #expect(indicators.map(\.name) == ["alberi (a)", "aiuole", "siepi"])
        #expect(indicators.map { $0.target.number.map { ItalianNumber.write($0) } } == ["1.250", "30", "7"])
        #expect(indicators.map(\.target.note) == ["dato provvisorio", "(con i parchi)", "(d)"])
        #expect(found.lines.unread == 1)
    }
}
