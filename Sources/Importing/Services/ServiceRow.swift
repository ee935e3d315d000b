import Model
import Reading

/// A row of a document of services, of any format, with its cells as the table of its part sees them.
struct ServiceRow: Sendable {
    /// A cell that is not empty.
    struct Cell: Hashable, Sendable {
        /// Its column, from 0.
        let position: Int
        /// Its text, cleaned.
        let text: String
    }

    /// Its line in the account, from 1.
    let number: Int
    /// All its lines.
    let lines: Range<Int>
    /// The cells up to the last that is not empty; the label of the part that stood in the first one is left out.
    private(set) var cells: [String]
    /// The cells that are not empty, in order.
    private(set) var filled: [Cell] {
        didSet { head = PartHead(filled) }
    }
    /// What it says as the head of a table.
    private(set) var head: PartHead
    /// Cells as written, the empty ones at the end among them.
    private(set) var width: Int
    /// The lines of cells of several lines, by their columns.
    let parts: [Int: [String]]
    /// The document says that it is a heading: by its format, or as Markdown.
    let isHeading: Bool
    /// True where a blank line stands before it.
    let followsGap: Bool
    /// True where the part's label stood in the first cell.
    private(set) var holdsLabel = false
    /// The document says that it is an item of a list.
    private(set) var isItem = false
    /// The name of the sheet that begins with it.
    var sheet: String?

    /// A row with its cells.
    init(
        _ line: SourceLine, cells: [String], lines: Range<Int>? = nil, parts: [Int: [String]],
        followsGap: Bool
    ) {
        number = line.number
        self.lines = lines ?? line.number..<line.number + 1
        let end = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        self.cells = Array(cells[..<end])
        if end == 1 {
            self.cells[0] = ListMark.removed(from: cells[0])
            isItem = self.cells[0] != cells[0]
        }
        filled = Self.filled(self.cells)
        head = PartHead(filled)
        width = max(cells.count, end + line.trailingEmptyCells)
        self.parts = parts
        isHeading = line.isHeading
        self.followsGap = followsGap
    }

    /// The same row without the part's label in its first cell. A value behind the label's colon takes its cell.
    func withoutLabel(value: String) -> ServiceRow {
        var row = self
        row.cells = (value.isEmpty ? [""] : ["", value]) + cells.dropFirst()
        row.width += row.cells.count - cells.count
        row.filled = Self.filled(row.cells)
        row.holdsLabel = true
        return row
    }

    /// The row with nothing but some of its columns; `value`: as what follows the label of a part.
    func keeping(_ columns: Set<Int>, asValue: Bool = false) -> ServiceRow {
        var row = self
        row.cells = cells.enumerated().map { columns.contains($0) ? $1 : "" }
        if asValue { row.cells = ["", row.cells.joined()] }
        row.filled = Self.filled(row.cells)
        row.holdsLabel = asValue
        return row
    }

    private static func filled(_ cells: [String]) -> [Cell] {
        cells.enumerated().compactMap { $1.isEmpty ? nil : Cell(position: $0, text: $1) }
    }

    /// The cells as one text.
    var text: String { filled.count == 1 ? filled[0].text : filled.map(\.text).joined(separator: " ") }
    /// True where the row has more than one cell.
    var isTabular: Bool { cells.count > 1 }
    /// How many empty cells stood at the end.
    var trailing: Int { width - cells.count }

    /// The cell of a column; empty outside the row.
    func cell(_ index: Int?) -> String { index.flatMap { cells[safe: $0] } ?? "" }

    /// True for a row that only says that there is nothing: `/`, `/ /`.
    var saysNone: Bool { !filled.isEmpty && filled.allSatisfy { CellShape($0.text) == .missing } }

    /// True for a number of up to four digits that stands by itself, as that of a page does.
    var isBareNumber: Bool {
        followsGap && width == 1 && (1...4).contains(text.utf8.count)
            && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// True for a row of dashes, which parts head and body of a table.
    var isRule: Bool {
        !filled.isEmpty
            && filled.allSatisfy { $0.text.utf8.count > 1 && $0.text.allSatisfy { "-–—_=:".contains($0) } }
    }

    /// The note that the row is: `* dal 2022 …`, `(1) …`, `Nota: …`; nil for any other row.
    var footnote: (mark: String, text: String)? {
        guard filled.count == 1, filled[0].position == 0 else { return nil }
        let text = filled[0].text
        let stars = text.prefix { $0 == "*" }
        if !stars.isEmpty {
            let rest = text.dropFirst(stars.count).drop { ") ".contains($0) }
            return rest.isEmpty ? nil : (String(stars), String(rest))
        }
        if text.hasPrefix("("), let close = text.prefix(6).firstIndex(of: ")") {
            let mark = text[text.index(after: text.startIndex)..<close]
            let rest = text[text.index(after: close)...].trimmedEnds
            guard mark.count <= 4, !rest.isEmpty,
                mark.allSatisfy({ $0.isNumber || $0 == "*" }) || mark.count == 1
            else { return nil }
            return (String(text[...close]), String(rest))
        }
        for opening in ["nota:", "note:", "n.b.", "nb:"] where text.lowercased().hasPrefix(opening) {
            let rest = text.dropFirst(opening.count).drop { ": ".contains($0) }
            return rest.isEmpty ? nil : ("", String(rest))
        }
        return nil
    }
}

extension ServiceRow {
    /// The rows of a document. What pages repeat at their edges and lines of nothing but dashes are bound.
    ///
    /// Of a text with tabs or bars, the cells are those of its lines: nothing else parts cells there.
    static func all(of document: DocumentRows, _ reading: inout Reading) -> [ServiceRow] {
        let lines = document.textOfPages.lines
        // A page may have lost what parts the cells of its tables.
        let isPaged = document.rows.first?.page != nil
        let parted = isPaged ? UnpartedTables.rebuilt(document.rows) : document.rows
        let byNumber = Dictionary(parted.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let areLines =
            !document.isOfLines || document.rows.isEmpty
            || document.text.lines.contains(where: \.isTabular)
        var result: [ServiceRow] = []
        var followsGap = false
        var end = 0
        var sheet: String?
        for line in lines {
            if line.isBlank || line.cells.isEmpty {
                followsGap = true
                reading.ledger.bind(line.number, as: .pageFooter)
                continue
            }
            guard line.number >= end else { continue }
            let row = byNumber[line.number]
            if row == nil, !areLines {
                followsGap = true
                reading.ledger.bind(line.number, as: .markup)
                continue
            }
            let isWhole = !areLines || isPaged && !line.isTabular && row?.filled.count ?? 0 > 1
            end = isWhole ? row?.lines.upperBound ?? 0 : 0
            for var made in rows(of: line, row, areLines: !isWhole, followsGap: followsGap) {
                guard !made.isRule else {
                    reading.ledger.bind(made.number, as: .separator)
                    continue
                }
                if let name = row?.sheet, name != sheet { (made.sheet, sheet) = (name, name) }
                result.append(made)
            }
            followsGap = false
        }
        return result
    }

    private static func rows(of line: SourceLine, _ row: DocumentRow?, areLines: Bool, followsGap: Bool)
        -> [ServiceRow]
    {
        let isMarkup = line.residues.contains(.html)
        if isMarkup, let cells = MarkupRows.rows(of: line.raw) {
            return cells.map { ServiceRow(line, cells: $0, parts: [:], followsGap: followsGap) }
        }
        // On a page a line ends where the column does.
        var parts = row?.page == nil ? row?.cellLines ?? [:] : [:]
        if isMarkup {
            for (index, raw) in line.rawCells.enumerated() {
                let found = MarkupRows.paragraphs(of: raw)
                if !found.isEmpty { parts[index] = found }
            }
        }
        guard !areLines, let row else {
            return [ServiceRow(line, cells: line.cells, parts: parts, followsGap: followsGap)]
        }
        return [
            ServiceRow(line, cells: row.cells, lines: row.lines, parts: parts, followsGap: followsGap)
        ]
    }
}

extension Array {
    /// The element, nil outside the array.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
