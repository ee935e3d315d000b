import Reporting

/// A report as the source of Typst, a peer in setting pages: the same headings, paragraphs, cards and tables.
struct TypstSource {
    private let document: ReportDocument

    /// The source of a report.
    init(_ document: ReportDocument) {
        self.document = document
    }

    /// The source.
    var text: String {
        let head =
            "#set page(paper: \"a4\", margin: (x: 48pt, top: 60pt, bottom: 54pt), numbering: \"1\")\n"
            + "#set text(font: \"Liberation Sans\", size: 8pt, lang: \"it\", hyphenate: true)\n#outline()\n"
        return head
            + document.sections.map { section in
                let lies = section.orientation == .landscape
                return "#set page(flipped: \(lies))\n"
                    + section.blocks.map(TypstSource.text).joined(separator: "\n\n")
            }.joined(separator: "\n\n") + "\n"
    }

    private static func text(of block: Block) -> String {
        switch block {
        case .heading(let heading):
            return "#heading(level: \(heading.level))[\(escaped(heading.text))] "
                + escaped(heading.aside.plain)
        case .paragraph(let paragraph): return escaped(paragraph.text.plain)
        case .card(let fields):
            let cells = fields.flatMap { [$0.label, $0.text.plain] }.map { "[\(escaped($0))]" }
            return "#table(columns: (114pt, 1fr), stroke: none, \(cells.joined(separator: ", ")))"
        case .table(let table): return text(of: table)
        case .charts, .contents, .pageBreak: return ""
        }
    }

    private static func text(of table: ReportTable) -> String {
        let columns = table.columns.map { column in
            switch column.width {
            case .fixed(let width): "\(width)pt"
            case .fit: "auto"
            case .share(let weight, _): "\(weight)fr"
            }
        }
        let head = table.head.flatMap { cells(of: $0, of: table) }.joined(separator: ", ")
        let rows = table.rows.flatMap { cells(of: $0, of: table) }.joined(separator: ", ")
        let notes = table.notes.map { escaped("\($0.mark) \($0.text)") }.joined(separator: " \\\n")
        return
            "#table(columns: (\(columns.joined(separator: ", ")),), stroke: none, table.header(\(head)), \(rows))\n\n"
            + notes
    }

    private static func cells(of row: TableRow, of table: ReportTable) -> [String] {
        var cells: [String] = []
        var column = 0
        for cell in row.cells where column < table.columns.count {
            let span = min(cell.span, table.columns.count - column)
            let text = "[\(escaped(cell.text.plain))]"
            cells.append(span > 1 ? "table.cell(colspan: \(span))\(text)" : text)
            column += span
        }
        return cells + Array(repeating: "[]", count: table.columns.count - column)
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\#[]*_`$<>@=-+/~'\"".contains(character) { result.append("\\") }
            result.append(character == "\n" ? " " : character)
        }
        return result
    }
}
