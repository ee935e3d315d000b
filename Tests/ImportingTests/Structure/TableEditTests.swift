import Model
import Reading
import Testing

@testable import Importing

/// What a person changes of tables before they are read: a column divided in two, rows left out.
struct TableEditTests {
    private static let text = """
        Piano 2030

        Codice e obiettivo;Indicatore;Target
        1.1 - Verde urbano - parchi;Alberi;10
        Totale;;10
        1.2 - Fontane;Fontane riparate;3

        """

    private func propose(_ edits: TableEdits, _ layouts: [Layout] = []) throws -> ImportProposal {
        try Importer.propose(
            bytes: Array(Self.text.utf8), file: "a.csv", layouts: layouts, edits: edits)
    }

    private static let heads = ["Codice e obiettivo", "Indicatore", "Target"]

    @Test func `a column is divided at the first separator, and both parts are read`() throws {
        var edits = TableEdits()
        edits.splits = [try #require(ColumnSplit(heads: Self.heads, column: 0, separator: " - "))]
        let table = try #require(Importer.tables(bytes: Array(Self.text.utf8), edits: edits).first)
        #expect(table.heads == ["Codice e obiettivo", "Codice e obiettivo (2)", "Indicatore", "Target"])
        #expect(
            table.rows.map { Array($0.cells.prefix(2)) } == [
                ["1.1", "Verde urbano - parchi"], ["Totale", ""], ["1.2", "Fontane"],
            ])
        let layout = Layout(name: "prova", table: table, terms: [.number, .objective, .indicator, .target])
        let found = try propose(edits, [layout])
        #expect(found.objectives.map(\.title) == ["Verde urbano - parchi", "Fontane"])
        #expect(found.objectives.map(\.code) == ["1.1", "1.2"])
    }

    @Test func `a layout that keeps the division reads the next file by itself`() throws {
        let split = try #require(ColumnSplit(heads: Self.heads, column: 0, separator: " - "))
        var layout = Layout(
            name: "prova", heads: split.divided(heads: Self.heads),
            terms: [.number, .objective, .indicator, .target])
        layout.splits = [split]
        // An archive keeps all of it.
        #expect(Layout(layout.kept) == layout)
        #expect(try propose(TableEdits(), [layout]).objectives.map(\.code) == ["1.1", "1.2"])
    }

    @Test func `a head with the separator is divided too`() throws {
        let split = try #require(
            ColumnSplit(heads: ["Codice - Obiettivo", "Target"], column: 0, separator: " - "))
        #expect(split.divided(heads: ["Codice - Obiettivo", "Target"]) == ["Codice", "Obiettivo", "Target"])
        #expect(split.isConsistent)
    }

    @Test
    func `rows that are left out give nothing and are no unread lines, and the others keep their lines`()
        throws
    {
        let layout = Layout(name: "prova", heads: Self.heads, terms: [.objective, .indicator, .target])
        let before = try propose(TableEdits(), [layout])
        var edits = TableEdits()
        edits.leftOut = [4]
        let found = try propose(edits, [layout])
        #expect(before.objectives.map(\.title).contains("Verde urbano - parchi"))
        #expect(found.objectives.map(\.title) == before.objectives.filter { $0.code != "1.1" }.map(\.title))
        #expect(found.lines.total == before.lines.total)
        #expect(found.lines.blank == before.lines.blank + 1)
        #expect(!found.unread.contains { $0.line == 4 })
        let rows = Importer.tables(bytes: Array(Self.text.utf8), edits: edits).flatMap(\.rows)
        #expect(rows.map(\.id) == [5, 6])
    }

    @Test func `the separator that most texts have is offered`() {
        #expect(ColumnSplit.separator(in: ["1 - a", "2 - b", "", "Totale"]) == " - ")
        #expect(ColumnSplit.separator(in: ["a/b", "c/d"]) == "/")
        #expect(ColumnSplit.separator(in: ["Alberi", "Fontane"]) == nil)
    }

    @Test func `a division of a column that is not there is none`() {
        #expect(ColumnSplit(heads: ["A", "B"], column: 2, separator: "-") == nil)
        #expect(ColumnSplit(heads: ["A", "B"], column: 0, separator: "") == nil)
    }

    @Test func `tables whose page has no heads are divided as the one before, others stay`() throws {
        func table(_ rows: [[String]], heads: Int = 0) -> Block {
            Block(.table(Table(rows: rows.map { $0.map { Cell($0) } }, headRows: heads)), at: Place())
        }
        let document = SourceDocument(
            format: .pdf,
            blocks: [
                table([["Codice e titolo", "Target"], ["1 - a", "2"]]), table([["2 - b", "3"]]),
                table([["x - y", "z", "w"]]),
            ])
        let split = try #require(
            ColumnSplit(heads: ["Codice e titolo", "Target"], column: 0, separator: " - "))
        let divided = document.divided(by: [split]).blocks.compactMap(\.table)
        #expect(divided.map(\.width) == [3, 3, 3])
        #expect(divided[1].rows[0].map(\.text) == ["2", "b", "3"])
        #expect(divided[2].rows[0].map(\.text) == ["x - y", "z", "w"])
    }
}
