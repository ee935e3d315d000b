import Foundation
import Reporting
import Testing

@testable import Canvas

@Suite struct RandomTablesTests {
    /// A table of random shape whose cells each say a word of their own.
    private func table(_ dice: inout Dice) -> (table: ReportTable, words: [String]) {
        let columnCount = Int.random(in: 1...9, using: &dice)
        let rules: [TableColumn.Width] = [
            .fixed(40), .fit(min: 20, max: 80), .share(1, min: 30), .share(3, min: 10),
        ]
        let alignments: [TextAlignment] = [.leading, .trailing, .center, .decimal]
        let columns = (0..<columnCount).map { _ in
            TableColumn(
                rules.randomElement(using: &dice) ?? .fixed(40),
                alignments.randomElement(using: &dice) ?? .leading)
        }
        var words: [String] = []
        let rows = (0..<Int.random(in: 0...90, using: &dice)).map { row in
            var cells: [TableCell] = []
            var column = 0
            while column < columnCount {
                let span = min(columnCount - column, Int.random(in: 0..<12, using: &dice) == 0 ? 3 : 1)
                let word = "c\(row)k\(column)z"
                words.append(word)
                let length =
                    Int.random(in: 0..<40, using: &dice) == 0 ? 300 : Int.random(in: 0...8, using: &dice)
                cells.append(TableCell(RichText(word + " " + Documents.words(length, "w")), span: span))
                column += span
            }
            let kinds: [TableRow.Kind] = [.body, .body, .body, .body, .group, .total]
            return TableRow(
                cells, kind: kinds.randomElement(using: &dice) ?? .body,
                indent: Int.random(in: 0...2, using: &dice))
        }
        let head =
            Int.random(in: 0...4, using: &dice) == 0 ? [] : [ReportTable.head(columns.map { _ in "Capo" })]
        return (ReportTable(title: "t", columns: columns, head: head, rows: rows), words)
    }

    @Test(arguments: 1...40)
    func noCellIsLostOrPrintedTwiceOrBeyondTheMargins(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let (table, words) = table(&dice)
        let filler = Array(
            repeating: Block.paragraph(Paragraph("riempitivo")), count: Int.random(in: 0...60, using: &dice))
        let orientation: ReportSection.Orientation = seed % 2 == 0 ? .portrait : .landscape
        let pages = try PageLayout(Documents.document(filler + [.table(table)], orientation: orientation))
            .pages
        // A word may be broken over lines in a narrow column: the letters are compared without spaces.
        let text = pages.flatMap(\.texts).map(\.plain).joined()
        var counts: [Substring: Int] = [:]
        for match in text.matches(of: /c\d+k\d+z/) { counts[match.output, default: 0] += 1 }
        let wrong = words.filter { counts[Substring($0)] != 1 }
        #expect(wrong == [])
        for page in pages { #expect(page.strays == []) }
    }

    @Test(arguments: 1...40)
    func everyLineStaysWithinItsCell(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let measurer = try TextMeasurer()
        let width = Double.random(in: 200...760, using: &dice)
        let layout = TableLayout(table(&dice).table, width: width, measurer: measurer)
        var structure = Structure()
        for cell in layout.rows(in: &structure, node: 0).compactMap(\.layoutLine.row).flatMap(\.cells) {
            #expect(cell.x + cell.width <= width + 0.5)
            for line in cell.lines {
                let text = try #require(cell.item(line, y: 0).text)
                // No letter is parted, however narrow its column.
                guard text.plain.count > 1 else { continue }
                let isInside =
                    text.origin.x >= cell.x - 0.5 && text.origin.x + text.width <= cell.x + cell.width + 0.5
                #expect(isInside, "\(text.plain): \(text.width) in \(cell.width)")
            }
        }
    }
}
