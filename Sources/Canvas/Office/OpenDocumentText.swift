import Foundation
import Reporting

/// A report as a flat OpenDocument text (ODF 1.3, `.fodt`): the same contents as the pages, to be added to by hand or
/// made into an archival PDF by LibreOffice.
///
/// Trends and bars, which repeat figures beside them, are left out.
public struct OpenDocumentText {
    private let document: ReportDocument
    private let geometry: PageGeometry
    private let measurer: TextMeasurer
    private var isLandscape = false
    private var xml = ""
    private var heading = 0
    private var table = 0
    private var ownStyles: [String] = []
    private var styleNames: Set<String> = []
    /// The page style that the next paragraph begins with; nil where it goes on.
    private var pendingPage: String?

    /// The file of a report, as UTF-8.
    ///
    /// Throws `CanvasError` where the text engine cannot be had.
    public static func write(_ document: ReportDocument, geometry: PageGeometry = .a4) throws -> Data {
        let measurer = TextMeasurer(try TextEngine(), language: document.language)
        var writer = OpenDocumentText(document, geometry: geometry, measurer: measurer)
        ReportDocument.speaking(document.language) { writer.addBody() }
        return Data(writer.file.utf8)
    }

    private init(_ document: ReportDocument, geometry: PageGeometry, measurer: TextMeasurer) {
        self.document = document
        self.geometry = geometry
        self.measurer = measurer
    }

    private var file: String {
        OpenDocumentStyles.head(of: document, geometry: geometry, own: ownStyles.joined())
            + "<office:body><office:text>" + xml + "</office:text></office:body></office:document>\n"
    }

    // MARK: Blocks

    private mutating func addBody() {
        if let title = document.titlePage { add(title) }
        var isLandscape: Bool?
        for section in document.sections {
            let liesDown = liesDown(section)
            if !section.sharesPage || liesDown != isLandscape {
                pendingPage = liesDown ? "Landscape" : "Portrait"
            }
            isLandscape = liesDown
            self.isLandscape = liesDown
            for block in Block.withWholeCards(section.blocks) { add(block) }
        }
    }

    /// The section is to lie, or has a table whose words would have to be broken upright.
    private func liesDown(_ section: ReportSection) -> Bool {
        switch section.orientation {
        case .landscape: true
        case .portrait: false
        case .automatic:
            section.blocks.contains { block in
                guard case .table(let table) = block else { return false }
                let width = geometry.content(landscape: false).width
                return TableLayout(table, width: width, measurer: measurer).leastWidth > width + 0.5
            }
        }
    }

    /// Where content stands on the pages of this section.
    private var area: Rectangle { geometry.content(landscape: isLandscape) }

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
        case .card(let fields): add(CardLayout.stacked(fields))
        case .table(let table): add(table)
        case .charts(let charts, _): for chart in charts { paragraph("Note", escaped(chart.words)) }
        case .contents(let depth): addContents(depth: depth)
        case .pageBreak: pendingPage = pendingPage ?? ""
        }
    }

    private mutating func add(_ heading: Heading) {
        let size: TypeSize = [.title, .heading, .body][heading.level - 1]
        let aside = heading.aside.spans(in: TextStyle(size == .body ? .body : .heading, bold: true))
        let words = [TextSpan(heading.text, TextStyle(size, bold: true))]
        let length = measurer.width(of: words) + measurer.width(of: aside) + OpenDocumentText.asideGap
        let standsBeside = !aside.isEmpty && length <= area.width
        let style = styleName(
            OpenDocumentStyles.heading(heading.level), stop: standsBeside ? area.width : nil)
        let name = "heading-\(self.heading)"
        let mark =
            heading.isUnlisted
            ? ("", "")
            : ("<text:bookmark-start text:name=\"\(name)\"/>", "<text:bookmark-end text:name=\"\(name)\"/>")
        if !heading.isUnlisted { self.heading += 1 }
        let figure = rich(heading.aside)
        let beside =
            standsBeside ? "<text:tab/><text:span text:style-name=\"Aside\">\(figure)</text:span>" : ""
        xml +=
            "<text:h text:style-name=\"\(style)\" text:outline-level=\"\(heading.level)\">\(mark.0)"
            + "\(escaped(heading.text))\(mark.1)\(beside)</text:h>"
        if !aside.isEmpty, !standsBeside { paragraph("HeadingAside", figure) }
    }

    /// Between a heading and what stands at the end of its line, in points.
    private static let asideGap = 18.0

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
                + "text:style-name=\"Plain\" text:visited-style-name=\"Plain\" "
                + "xlink:href=\"#heading-\(index)\">\(escaped(heading.text))<text:tab/><text:bookmark-ref "
                + "text:reference-format=\"page\" text:ref-name=\"heading-\(index)\">0</text:bookmark-ref>"
                + "</text:a></text:p>"
        }
        // LibreOffice writes the field of the last paragraph of an index amiss: that one has none.
        paragraph("Last", "")
        xml += "</text:index-body></text:table-of-content>"
    }

    // MARK: Tables

    private mutating func add(_ table: ReportTable) {
        // A page style is that of a paragraph: a table that begins a page has an empty one before it.
        if pendingPage != nil { paragraph("Note", "") }
        let set = OpenDocumentTable(
            table, width: area.width, capacity: area.height, measurer: measurer)
        let shown = set.table
        guard !shown.columns.isEmpty, !(shown.head + shown.rows).isEmpty else { return }
        if shown.showsTitle { paragraph("Label", escaped(shown.title)) }
        self.table += 1
        let name = "T\(self.table)"
        let keepsWithNext = shown.style == .card || !shown.notes.isEmpty
        ownStyles.append(OpenDocumentStyles.table(name, set, keepsWithNext: keepsWithNext && set.staysWhole))
        xml += "<table:table table:name=\"\(name)\" table:style-name=\"\(name)\">"
        if !shown.title.isEmpty { xml += "<table:title>\(escaped(shown.title))</table:title>" }
        for index in shown.columns.indices {
            xml += "<table:table-column table:style-name=\"\(name).\(index)\"/>"
        }
        if !shown.head.isEmpty {
            xml += "<table:table-header-rows>"
            for row in shown.head {
                add(
                    OpenDocumentTable.Row(row: row, keepsWithNext: true, maySplit: false), of: shown,
                    isHead: true)
            }
            xml += "</table:table-header-rows>"
        }
        for row in set.rows { add(row, of: shown, isHead: false) }
        xml += "</table:table>"
        for note in shown.notes {
            // A letter stands as it calls: `a causa …` would be read as words.
            let isLetter = note.mark.first?.isLetter ?? false
            let mark = isLetter ? rich(RichText(note.mark, .mark)) : escaped(note.mark)
            paragraph("Note", note.mark.isEmpty ? escaped(note.text) : mark + " " + escaped(note.text))
        }
        paragraph(cellStyle("Gap", keepsWithNext: shown.style == .card && set.staysWhole), "")
    }

    private mutating func add(_ row: OpenDocumentTable.Row, of table: ReportTable, isHead: Bool) {
        xml += "<table:table-row table:style-name=\"\(row.maySplit ? "RowParted" : "Row")\">"
        var column = 0
        let missing = max(0, table.columns.count - row.row.cells.reduce(0) { $0 + $1.span })
        for cell in row.row.cells + Array(repeating: .empty, count: missing)
        where column < table.columns.count {
            let span = min(cell.span, table.columns.count - column)
            let alignment =
                cell.alignment ?? (span > 1 ? .leading : table.columns[column].alignment)
            column += span
            let isEdge = alignment == .center || column == table.columns.count
            let style = OpenDocumentStyles.cell(of: table, isHead: isHead, isEdge: isEdge)
            let spanned = span > 1 ? " table:number-columns-spanned=\"\(span)\"" : ""
            xml += "<table:table-cell table:style-name=\"\(style)\"\(spanned)>"
            addText(of: cell, in: row, alignment: alignment, isHead: isHead)
            xml += "</table:table-cell>" + String(repeating: "<table:covered-table-cell/>", count: span - 1)
        }
        xml += "</table:table-row>"
    }

    private mutating func addText(
        of cell: TableCell, in row: OpenDocumentTable.Row, alignment: TextAlignment, isHead: Bool
    ) {
        let isBold = isHead || row.row.kind != .body
        let base = isBold ? "CellStrong" : "Cell"
        let aligned =
            switch alignment {
            case .leading: base
            case .center: base + "Center"
            case .trailing, .decimal: base + "End"
            }
        // LibreOffice takes paragraphs of this style, by its name, for heads.
        let isRowHead = cell.isHeader && !isBold && alignment == .leading
        var isBar = false
        if case .through = cell.bar { isBar = true }
        let style = cellStyle(
            isBar ? "CellCenter" : isRowHead ? "Table_20_Heading" : aligned, keepsWithNext: row.keepsWithNext)
        let indent = row.row.indent > 0 ? String(repeating: "\u{2003}", count: row.row.indent) : ""
        let text = isBar ? "■" : indent + rich(cell.text)
        xml += "<text:p text:style-name=\"\(style)\">\(text)</text:p>"
    }

    /// The style of a cell's paragraph, or its variant that stays with the next row.
    private mutating func cellStyle(_ style: String, keepsWithNext: Bool) -> String {
        guard keepsWithNext else { return style }
        return own(style + "_Kept", of: style) { OpenDocumentStyles.keeping($0, of: style) }
    }

    // MARK: Text

    private mutating func paragraph(_ style: String, _ content: String) {
        xml += "<text:p text:style-name=\"\(styleName(style))\">\(content)</text:p>"
    }

    /// The name of a style, or of its variant that begins a page or has a tabulator stop at the right end of its line.
    private mutating func styleName(_ style: String, stop: Double? = nil) -> String {
        let page = pendingPage
        pendingPage = nil
        guard page != nil || stop != nil else { return style }
        let name = [style, page, stop.map { "Stop\(Int($0))" }].compactMap(\.self).joined(separator: "_")
        return own(name, of: style) { OpenDocumentStyles.variant($0, of: style, page: page, stop: stop) }
    }

    /// A style of this document's own, which is written once.
    private mutating func own(_ name: String, of style: String, make: (String) -> String) -> String {
        let name = "P\(name)"
        if styleNames.insert(name).inserted { ownStyles.append(make(name)) }
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
            case .mark:
                // In brackets, so that programs that do not see it raised take it for no part of the figure.
                let mark = run.text.first?.isLetter ?? false ? "(\(content))" : content
                return "<text:span text:style-name=\"Mark\">\(mark)</text:span>"
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

extension Block {
    /// The blocks, paragraphs below a card that are a field of it within the card: programs that read them again would
    /// not know what they are.
    fileprivate static func withWholeCards(_ blocks: [Block]) -> [Block] {
        blocks.reduce(into: []) { result, block in
            guard case .paragraph(let paragraph) = block, !paragraph.field.isEmpty,
                case .card(var fields)? = result.last
            else { return result.append(block) }
            let text = (paragraph.role == .item ? "- " : "") + paragraph.text
            if fields.last?.label == paragraph.field {
                fields[fields.count - 1].text += "\n" + text
            } else {
                fields.append(CardField(paragraph.field, text))
            }
            result[result.count - 1] = .card(fields)
        }
    }
}
