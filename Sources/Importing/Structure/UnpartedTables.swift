import Model
import Reading

/// Tables whose rows are lines with nothing but a blank between the cells, as text copied from a page without its
/// columns has them:
///
///     Indicatore Target Consuntivo Peso
///     avvisi emessi 120 130 60
///
/// The head is a line of nothing but labels. A row is taken where its figures part its texts in one way only, each
/// cell fitting its column: with a figure missing, or two texts side by side, nothing tells the cells apart, and the
/// line stays as it is.
struct UnpartedTables {
    private let rows: [DocumentRow]
    private let furniture: PageFurniture
    private var block: Int

    /// The rows with those tables put together again.
    static func rebuilt(_ rows: [DocumentRow]) -> [DocumentRow] {
        guard rows.contains(where: { $0.cells.count == 1 && UnpartedHead($0.text) != nil }) else {
            return rows
        }
        var tables = UnpartedTables(rows)
        return tables.rebuilt()
    }

    private init(_ rows: [DocumentRow]) {
        self.rows = rows
        furniture = PageFurniture(rows)
        block = (rows.lazy.map(\.block).max() ?? 0) + 1
    }

    private mutating func rebuilt() -> [DocumentRow] {
        var result: [DocumentRow] = []
        var index = 0
        while index < rows.count {
            if rows[index].cells.count == 1, let head = UnpartedHead(rows[index].text),
                let table = table(under: head, at: index)
            {
                result += table.rows
                index = table.end
                block += 1
            } else {
                result.append(rows[index])
                index += 1
            }
        }
        return result
    }

    private mutating func table(under head: UnpartedHead, at start: Int) -> (rows: [DocumentRow], end: Int)? {
        var made = [row(head.labels, start..<start + 1)]
        var index = start + 1
        var count = 0
        while let next = nextRow(of: head, at: index) {
            if next.start > index {
                // The head holds for the rows below a title, too.
                made += rows[index..<next.start]
                block += 1
                made.append(row(head.labels, start..<start + 1))
            }
            made.append(row(next.cells, next.start..<next.end))
            count += 1
            index = next.end
        }
        // One line under two labels may be a sentence under a title.
        return count > (head.labels.count > 2 ? 0 : 1) ? (made, index) : nil
    }

    /// How many lines a cell is wrapped over at most, and how many titles stand between two rows.
    private static let maximalLines = 3

    /// The next row: a line, or several that begin small after the first. Titles may stand before it.
    private func nextRow(of head: UnpartedHead, at index: Int) -> (start: Int, end: Int, cells: [String])? {
        for start in index..<min(rows.count, index + Self.maximalLines) where isText(start) {
            var text = ""
            for line in start..<min(rows.count, start + Self.maximalLines) {
                guard line == start || isText(line) && goesOn(line) else { break }
                text = TextJoin.join(text, rows[line].text)
                guard var cells = head.cells(of: text) else { continue }
                var end = line + 1
                while end - line <= Self.maximalLines, isRest(end, of: head) {
                    cells[head.firstText] = TextJoin.join(cells[head.firstText], rows[end].text)
                    end += 1
                }
                return (start, end, cells)
            }
        }
        return nil
    }

    /// A line that begins small goes on with the one above it.
    private func goesOn(_ index: Int) -> Bool {
        let (line, above) = (rows[index], rows[index - 1])
        return line.text.first?.isLowercase == true && line.lines.lowerBound == above.lines.upperBound
            && !(above.text.last.map { ".:;".contains($0) } ?? true)
    }

    /// A line without figures that goes on with the first text of the row above it.
    private func isRest(_ index: Int, of head: UnpartedHead) -> Bool {
        guard index < rows.count, isText(index), goesOn(index), UnpartedHead.isText(rows[index].text) else {
            return false
        }
        // Where the next line goes on with it and ends a row, it begins that row.
        guard index + 1 < rows.count, isText(index + 1), goesOn(index + 1) else { return true }
        return head.cells(of: TextJoin.join(rows[index].text, rows[index + 1].text)) == nil
            || UnpartedHead.isText(rows[index + 1].text)
    }

    /// A line of text that is no label and no furniture of the page.
    private func isText(_ index: Int) -> Bool {
        rows[index].cells.count == 1 && !furniture.holds(rows[index]) && rows[index].text.utf8.count <= 400
            && CardLine.fields(rows[index].text, rows[index]).isEmpty
            && CardLine.label(rows[index].text) == nil
            && !CardLine.opensCard(rows[index].text) && UnpartedHead(rows[index].text) == nil
    }

    private func row(_ cells: [String], _ range: Range<Int>) -> DocumentRow {
        DocumentRow(cells: cells, of: rows[range], block: block)
    }
}

extension DocumentRow {
    /// A row of cells that was put together from lines of text.
    init(cells: [String], of rows: ArraySlice<DocumentRow>, block: Int) {
        let first = rows[rows.startIndex]
        self.init(
            number: first.number, lines: first.lines.lowerBound..<rows[rows.endIndex - 1].lines.upperBound,
            kind: .cells, cells: cells, spans: [:], covered: [], block: block, page: first.page,
            sheetCell: first.sheetCell, isMarkedHead: false)
    }
}
