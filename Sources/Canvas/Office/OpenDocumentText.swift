import Foundation
import Reporting

/// A report as a flat OpenDocument text (ODF 1.3, `.fodt`): the same contents as the pages, to be added to by hand or
/// made into an archival PDF by LibreOffice.
///
/// Trends and bars, which repeat figures beside them, are left out.
public struct OpenDocumentText {
    private let document: ReportDocument
    private let geometry: PageGeometry
    private var xml = ""
    private var heading = 0
    private var table = 0
    private var tableStyles = ""
    /// The page style that the next paragraph begins with; nil where it goes on.
    private var pendingPage: String?

    /// The file of a report, as UTF-8.
    public static func write(_ document: ReportDocument, geometry: PageGeometry = .a4) -> Data {
        var writer = OpenDocumentText(document, geometry: geometry)
        writer.addBody()
        return Data(writer.file.utf8)
    }

    private init(_ document: ReportDocument, geometry: PageGeometry) {
        self.document = document
        self.geometry = geometry
    }

    private var file: String {
        OpenDocumentStyles.head(of: document, geometry: geometry, tables: tableStyles)
            + "<office:body><office:text>" + xml + "</office:text></office:body></office:document>\n"
    }

    // MARK: Blocks

    private mutating func addBody() {
        if let title = document.titlePage { add(title) }
        var page = ""
        for section in document.sections {
            let wanted = isLandscape(section) ? "Landscape" : "Portrait"
            if !section.sharesPage || wanted != page { pendingPage = wanted }
            page = wanted
            for block in section.blocks { add(block) }
        }
    }

    /// A section that is to lie, or that has a table with many columns.
    private func isLandscape(_ section: ReportSection) -> Bool {
        switch section.orientation {
        case .landscape: true
        case .portrait: false
        case .automatic:
            section.blocks.contains { block in
                guard case .table(let table) = block else { return false }
                return table.columns.count > 9
            }
        }
    }

    private mutating func add(_ title: TitlePage) {
        pendingPage = "Cover"
        if let emblem = title.emblem {
            let image = Data(emblem).base64EncodedString()
            paragraph(
                "CoverOwner",
                "<draw:frame draw:name=\"emblem\" text:anchor-type=\"as-char\" svg:width=\"60pt\" svg:height=\"78pt\">"
                    + "<draw:image><office:binary-data>\(image)</office:binary-data></draw:image>"
                    + "<svg:title>\(escaped(title.municipality))</svg:title></draw:frame>")
        }
        paragraph("CoverOwner", escaped(title.municipality))
        paragraph("CoverKicker", escaped(title.kicker))
        paragraph("Title", escaped(title.title))
        paragraph("Subtitle", escaped(title.subtitle))
        for field in title.details {
            paragraph("Body", "\(escaped(field.label)): " + rich(field.text))
        }
    }

    private mutating func add(_ block: Block) {
        switch block {
        case .heading(let heading): add(heading)
        case .paragraph(let paragraph): add(paragraph)
        case .card(let fields): add(OpenDocumentText.table(of: fields))
        case .table(let table): add(table)
        case .charts(let charts, _): for chart in charts { paragraph("Note", escaped(chart.words)) }
        case .contents(let depth): addContents(depth: depth)
        case .pageBreak: pendingPage = pendingPage ?? ""
        }
    }

    private mutating func add(_ heading: Heading) {
        let aside = heading.aside.isEmpty ? "" : "<text:tab/>" + rich(heading.aside)
        let style = styleName("Heading_\(heading.level)")
        let name = "heading-\(self.heading)"
        let mark =
            heading.isUnlisted
            ? ("", "")
            : ("<text:bookmark-start text:name=\"\(name)\"/>", "<text:bookmark-end text:name=\"\(name)\"/>")
        if !heading.isUnlisted { self.heading += 1 }
        xml +=
            "<text:h text:style-name=\"\(style)\" text:outline-level=\"\(heading.level)\">\(mark.0)"
            + "\(escaped(heading.text))\(mark.1)\(aside)</text:h>"
    }

    private mutating func add(_ paragraph: Paragraph) {
        let (style, prefix) =
            switch paragraph.role {
            case .body: ("Body", "")
            case .label: ("Label", "")
            case .note: ("Note", "")
            case .item: ("Item", "– ")
            }
        self.paragraph(style, prefix + rich(paragraph.text))
    }

    /// The headings with the numbers of their pages, which the office program fills in.
    private mutating func addContents(depth: Int) {
        xml += "<text:table-of-content text:name=\"contents\" text:protected=\"false\">"
        xml += "<text:table-of-content-source text:outline-level=\"\(depth)\"/><text:index-body>"
        for (index, heading) in document.headings.enumerated() where heading.level <= depth {
            xml +=
                "<text:p text:style-name=\"Contents_\(heading.level)\"><text:a xlink:type=\"simple\" "
                + "xlink:href=\"#heading-\(index)\">\(escaped(heading.text))<text:tab/><text:bookmark-ref "
                + "text:reference-format=\"page\" text:ref-name=\"heading-\(index)\">0</text:bookmark-ref>"
                + "</text:a></text:p>"
        }
        xml += "</text:index-body></text:table-of-content>"
    }

    private static func table(of fields: [CardField]) -> ReportTable {
        ReportTable(
            title: "", columns: [TableColumn(.fixed(114)), TableColumn(.share(1, min: 120))],
            rows: fields.map {
                TableRow([TableCell(RichText($0.label), isHeader: true), TableCell($0.text)])
            },
            style: .card)
    }

    // MARK: Tables

    private mutating func add(_ table: ReportTable) {
        // A page style is that of a paragraph: a table that begins a page has an empty one before it.
        if pendingPage != nil { paragraph("Note", "") }
        let kept = OpenDocumentColumns.kept(of: table)
        guard !kept.isEmpty, !(table.head + table.rows).isEmpty else { return }
        self.table += 1
        let name = "T\(self.table)"
        tableStyles += OpenDocumentColumns.styles(of: table, kept: kept, name: name)
        xml += "<table:table table:name=\"\(name)\" table:style-name=\"\(name)\">"
        if !table.title.isEmpty { xml += "<table:title>\(escaped(table.title))</table:title>" }
        for index in kept.indices { xml += "<table:table-column table:style-name=\"\(name).\(index)\"/>" }
        if !table.head.isEmpty {
            xml += "<table:table-header-rows>"
            for row in table.head { add(row, of: table, kept: kept, isHead: true) }
            xml += "</table:table-header-rows>"
        }
        for row in table.rows { add(row, of: table, kept: kept, isHead: false) }
        xml += "</table:table>"
        for note in table.notes {
            paragraph("Note", escaped(note.mark.isEmpty ? note.text : "\(note.mark) \(note.text)"))
        }
        paragraph("Gap", "")
    }

    private mutating func add(_ row: TableRow, of table: ReportTable, kept: [Int], isHead: Bool) {
        let cellStyle = isHead ? "CellHead" : table.style == .card ? "CellCard" : "CellBody"
        xml += "<table:table-row table:style-name=\"Row\">"
        var column = 0
        for cell in row.cells where column < table.columns.count {
            let end = min(column + cell.span, table.columns.count)
            let span = kept.filter { ($0 >= column) && $0 < end }.count
            defer { column = end }
            guard span > 0 else { continue }
            let spanned = span > 1 ? " table:number-columns-spanned=\"\(span)\"" : ""
            xml += "<table:table-cell table:style-name=\"\(cellStyle)\"\(spanned)>"
            addText(
                of: cell, in: row, alignment: cell.alignment ?? table.columns[column].alignment,
                isHead: isHead)
            xml += "</table:table-cell>" + String(repeating: "<table:covered-table-cell/>", count: span - 1)
        }
        let missing = kept.filter { $0 >= column }.count
        xml += String(
            repeating:
                "<table:table-cell table:style-name=\"\(cellStyle)\"><text:p text:style-name=\"Cell\"/>"
                + "</table:table-cell>", count: missing)
        xml += "</table:table-row>"
    }

    private mutating func addText(
        of cell: TableCell, in row: TableRow, alignment: TextAlignment, isHead: Bool
    ) {
        let isBold = isHead || row.kind != .body
        let base = isBold ? "CellStrong" : "Cell"
        let style =
            switch alignment {
            case .leading: base
            case .center: base + "Center"
            case .trailing, .decimal: base + "End"
            }
        if case .through = cell.bar {
            xml += "<text:p text:style-name=\"CellCenter\">■</text:p>"
        } else {
            let indent = row.indent > 0 ? String(repeating: "\u{2003}", count: row.indent) : ""
            xml += "<text:p text:style-name=\"\(style)\">\(indent)\(rich(cell.text))</text:p>"
        }
    }

    // MARK: Text

    private mutating func paragraph(_ style: String, _ content: String) {
        xml += "<text:p text:style-name=\"\(styleName(style))\">\(content)</text:p>"
    }

    /// The name of a style, or of its variant that begins a page.
    private mutating func styleName(_ style: String) -> String {
        guard let page = pendingPage else { return style }
        pendingPage = nil
        let name = "P\(OpenDocumentStyles.automaticName(style, page: page))"
        tableStyles += OpenDocumentStyles.beginning(name, of: style, page: page)
        return name
    }

    private func rich(_ text: RichText) -> String {
        text.runs.map { run in
            let content = escaped(run.text)
            switch run.look {
            case .regular: return content
            case .strong: return "<text:span text:style-name=\"Strong\">\(content)</text:span>"
            case .dim: return "<text:span text:style-name=\"Dim\">\(content)</text:span>"
            case .accent: return "<text:span text:style-name=\"Accent\">\(content)</text:span>"
            case .mark: return "<text:span text:style-name=\"Mark\">\(content)</text:span>"
            case .barometer(let colour):
                return "<text:span text:style-name=\"Band_\(colour)\">\(content)</text:span>"
            }
        }.joined()
    }

    private func escaped(_ text: String) -> String {
        SVGText.escaped(text).split(separator: "\n", omittingEmptySubsequences: false)
            .joined(separator: "<text:line-break/>")
    }
}
