import Reporting

/// The text of a document as a page of the web without its looks: headings, paragraphs, whole tables. It goes with a PDF,
/// whose pages cut tables and part words, so that programs read what was cut.
struct WebText {
    /// What was written since it was taken last.
    private(set) var text = ""

    /// The beginning of the page of a document, up to its title.
    init(_ document: ReportDraft) {
        text =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
            + "lang=\"\(escaped(document.language))\"><head><meta charset=\"utf-8\"/><title>"
            + "\(escaped(document.metadata.title))</title></head><body>\n"
        if let title = document.titlePage { add(title) }
    }

    /// What was written, which is kept no more.
    mutating func take() -> [UInt8] {
        defer { text = "" }
        return Array(text.utf8)
    }

    /// Appends a section; contents and charts, which tell what stands elsewhere, are left out, and what the report says of
    /// itself.
    mutating func add(_ section: ReportSection) {
        guard !section.isAboutDocument else { return }
        let isContents = section.blocks.contains { block in
            if case .contents = block { return true }
            return false
        }
        guard !isContents else { return }
        for block in section.blocks { add(block) }
        closeCard()
    }

    /// Ends the page.
    mutating func close() {
        text += "</body></html>\n"
    }

    private mutating func add(_ title: TitlePage) {
        for line in [title.municipality, title.kicker] where !line.isEmpty { paragraph(escaped(line)) }
        let words = [title.title, title.subtitle].filter { !$0.isEmpty }.joined(separator: " ")
        text += "<h1>\(escaped(words))</h1>\n"
        for field in title.details { paragraph(escaped("\(field.label): \(field.text.plain)")) }
    }

    private mutating func add(_ block: Block) {
        if case .paragraph(let paragraph) = block, paragraph.isAboutDocument { return }
        if case .paragraph(let paragraph) = block, isCardOpen, !paragraph.field.isEmpty {
            return addToCard(paragraph)
        }
        // Fields that were written whole have their notes in them.
        if case .paragraph(let paragraph) = block, isCardOpen, hasNotes, paragraph.role == .note { return }
        closeCard()
        switch block {
        case .heading(let heading):
            let aside = heading.aside.isEmpty ? "" : " \u{2003}" + escaped(heading.aside.plain)
            let field = heading.field.isEmpty ? "" : "\(heading.field): "
            let words = heading.isPlaceholder ? "" : escaped(field + heading.text)
            text += "<h\(heading.level)>\(words)\(aside)</h\(heading.level)>\n"
        case .paragraph(let paragraph): add(paragraph)
        case .card(let fields):
            text += "<table>"
            for field in fields {
                let words = field.written ?? field.text.plain
                text += "<tr><td>\(escaped(field.label))</td><td>\(escaped(words))</td></tr>\n"
            }
            isCardOpen = true
            hasNotes = fields.contains { $0.written != nil }
        case .table(let table): for part in table.withoutDrawings.halves { add(part) }
        case .charts, .contents, .pageBreak: break
        }
    }

    /// A card is written whose end may have paragraphs that are fields too.
    private var isCardOpen = false
    /// The notes below the open card stand in its fields.
    private var hasNotes = false
    /// The name of the field that is open at the end of the card, to which more paragraphs may belong.
    private var openField = ""

    /// Appends a paragraph to the card above it, below those of the same field.
    private mutating func addToCard(_ paragraph: Paragraph) {
        let words = (paragraph.role == .item ? "- " : "") + escaped(paragraph.text.plain)
        if openField == paragraph.field {
            text += "<br/>\(words)"
        } else {
            if !openField.isEmpty { text += "</td></tr>\n" }
            openField = paragraph.field
            text += "<tr><td>\(escaped(openField))</td><td>\(words)"
        }
    }

    private mutating func closeCard() {
        guard isCardOpen else { return }
        text += (openField.isEmpty ? "" : "</td></tr>\n") + "</table>\n"
        isCardOpen = false
        openField = ""
    }

    private mutating func add(_ paragraph: Paragraph) {
        let words = escaped(paragraph.text.plain)
        switch paragraph.role {
        case .item: text += "<li>\(words)</li>\n"
        case .label: text += "<h4>\(words)</h4>\n"
        case .body, .note: self.paragraph(words)
        }
    }

    private mutating func paragraph(_ words: String) {
        text += "<p>\(words)</p>\n"
    }

    private mutating func add(_ table: ReportTable) {
        guard !(table.head + table.rows).isEmpty else { return }
        text += "<table>"
        if !table.head.isEmpty {
            text += "<thead>"
            for row in table.head { add(row, of: table, tag: "th") }
            text += "</thead>"
        }
        for row in table.rows { add(row, of: table, tag: "td") }
        text += "</table>\n"
        for note in table.notes where note.isBelow(table) {
            paragraph(escaped(note.mark.isEmpty ? note.text : "\(note.mark) \(note.text)"))
        }
    }

    private mutating func add(_ row: TableRow, of table: ReportTable, tag: String) {
        text += "<tr>"
        for (index, cell) in row.cells.enumerated() {
            let span = cell.span > 1 ? " colspan=\"\(cell.span)\"" : ""
            let indent = index == 0 ? String(repeating: "\u{2003}", count: row.indent) : ""
            var content = cell.text
            if index == 0, !table.aside.isEmpty {
                let aside = tag == "th" ? table.aside : content.takeAside()
                text += "<\(tag)>\(escaped(aside))</\(tag)>"
            }
            var words = escaped(content.withNotes(of: table))
            if case .through = cell.bar { words = "■" }
            text += "<\(tag)\(span)>\(indent)\(words)</\(tag)>"
        }
        text += "</tr>\n"
    }

    private func escaped(_ text: String) -> String {
        SVGText.escaped(PrintableText.clean(text)).replacing("\n", with: "<br/>")
    }
}

extension ReportTable {
    /// The table as two of half its columns, where its head says the same twice: what stands side by side to take less
    /// room. Notes stay with the second.
    fileprivate var halves: [ReportTable] {
        let half = columns.count / 2
        let words = head.first?.cells.map(\.text.plain) ?? []
        guard head.count == 1, half > 0, words.count == 2 * half, words.prefix(half) == words.suffix(half),
            rows.allSatisfy({ $0.cells.allSatisfy { $0.span == 1 } })
        else { return [self] }
        return [0, half].map { start in
            var part = self
            part.columns = Array(columns[start..<start + half])
            part.head[0].cells = Array(head[0].cells[start..<start + half])
            part.rows = rows.compactMap { row in
                let cells = Array(row.cells.dropFirst(start).prefix(half))
                guard cells.contains(where: { !$0.text.isEmpty }) else { return nil }
                return TableRow(cells, kind: row.kind, indent: start == 0 ? row.indent : 0)
            }
            if start == 0 { part.notes = [] }
            return part
        }
    }
}

extension TableNote {
    /// The note stands beside the figure that calls it by a raised letter, as it was written.
    fileprivate var standsBeside: Bool { besideFigure != nil && !mark.isEmpty }

    /// The note stands below its table: no figure that calls it has it beside itself.
    fileprivate func isBelow(_ table: ReportTable) -> Bool {
        !standsBeside
            || !table.rows.contains { row in
                row.cells.contains { $0.text.runs.last == RichText.Run(mark, .mark) }
            }
    }
}

extension RichText {
    /// The text, with the note in brackets that its last letter calls instead of the letter.
    fileprivate func withNotes(of table: ReportTable) -> String {
        guard let last = runs.last, last.look == .mark,
            let note = table.notes.first(where: { $0.mark == last.text && $0.standsBeside })
        else { return plain }
        return runs.dropLast().map(\.text).joined() + " " + (note.besideFigure ?? note.text)
    }

    /// Takes the dim line at the end away and gives its words.
    fileprivate mutating func takeAside() -> String {
        guard let last = runs.last, last.look == .dim, last.text.hasPrefix("\n") else { return "" }
        runs.removeLast()
        return String(last.text.dropFirst())
    }
}
