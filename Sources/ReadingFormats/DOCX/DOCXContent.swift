import Reading

/// The text of a document of Word.
final class DOCXContent: XMLHandler {
    /// The document in the making.
    private(set) var flow: FlowBuilder

    let names = DOCXElements.names
    private var elements = DOCXElements()
    private let styles: DOCXStyles
    private let notes: [DOCXElement: [String: [String]]]
    private let budget: ReadingBudget
    private var paragraphs: [Paragraph] = []
    private var cells: [Bool] = []
    private var runs = 0
    private var isInText = false
    private var isChecked = false
    private var noteCount = 0

    /// A paragraph that is open.
    private struct Paragraph {
        var buffer: TextBuffer
        var style = DOCXStyles.Style()
        var hasHidden = false
    }

    init(
        _ flow: FlowBuilder, styles: DOCXStyles, footnotes: [String: [String]], endnotes: [String: [String]],
        budget: ReadingBudget
    ) {
        self.flow = flow
        self.styles = styles
        self.budget = budget
        notes = [.footnoteReference: footnotes, .endnoteReference: endnotes]
    }

    func start(_ index: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        guard let element = elements.opening(index) else { return }
        switch element {
        case .paragraph: paragraphs.append(Paragraph(buffer: TextBuffer(budget)))
        case .paragraphStyle, .outlineLevel, .numberingID: setStyle(element, attributes)
        case .run: runs += 1
        case .text, .formula: isInText = true
        case .tab where runs > 0: try append("\t")
        case .lineBreak, .carriageReturn: try append("\n")
        case .hyphen: try append("-")
        case .symbol: try append(DOCXSymbol.text(attributes.value("char") ?? ""))
        case .vanish: markHidden(attributes)
        case .footnoteReference, .endnoteReference: try appendNote(element, attributes)
        case .checkBox: isChecked = false
        case .checkBoxDefault, .checkBoxChecked: isChecked = attributes.value("val").map { $0 != "0" } ?? true
        case .picture: flow.tell(.objectLeftOut)
        default: try startTable(element, attributes)
        }
    }

    func end(_ index: Int) throws(ReadingError) {
        guard let element = elements.closing(index) else { return }
        switch element {
        case .paragraph: try endParagraph()
        case .run: runs -= 1
        case .text, .formula: isInText = false
        case .checkBox: try append(isChecked ? "☒" : "☐")
        case .table: try flow.endTable()
        case .cell: try flow.endCell(continuesAbove: cells.popLast() ?? false)
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        guard isInText, !elements.isSilent, !paragraphs.isEmpty else { return }
        try paragraphs[paragraphs.count - 1].buffer.append(bytes)
    }

    /// The document.
    func finish() throws(ReadingError) -> SourceDocument { try flow.finish() }

    private func startTable(_ element: DOCXElement, _ attributes: XMLAttributes) throws(ReadingError) {
        switch element {
        case .table: try flow.beginTable()
        case .row: try flow.beginRow()
        case .rowHeader:
            if attributes.value("val").map({ $0 != "0" && $0 != "false" }) ?? true { flow.markHead() }
        case .gridBefore:
            for _ in 0..<min(100, attributes.number("val") ?? 0) {
                try flow.beginCell()
                try flow.endCell()
            }
        case .cell:
            cells.append(false)
            try flow.beginCell()
        case .gridSpan: flow.widen(columns: attributes.number("val") ?? 1)
        case .verticalMerge:
            if attributes.value("val") ?? "continue" == "continue", !cells.isEmpty {
                cells[cells.count - 1] = true
            }
        default: break
        }
    }

    private func append(_ text: String) throws(ReadingError) {
        if !paragraphs.isEmpty { try paragraphs[paragraphs.count - 1].buffer.append(text) }
    }

    private func setStyle(_ element: DOCXElement, _ attributes: XMLAttributes) {
        guard let value = attributes.value("val"), let index = paragraphs.indices.last else { return }
        switch element {
        case .paragraphStyle: paragraphs[index].style = styles.style(value)
        case .outlineLevel:
            if let level = Int(value), (0..<9).contains(level) { paragraphs[index].style.level = level + 1 }
        default: paragraphs[index].style.isItem = value != "0"
        }
    }

    private func markHidden(_ attributes: XMLAttributes) {
        guard runs > 0, let index = paragraphs.indices.last else { return }
        let value = attributes.value("val")
        if value != "0", value != "false" { paragraphs[index].hasHidden = true }
    }

    private func appendNote(_ element: DOCXElement, _ attributes: XMLAttributes) throws(ReadingError) {
        guard let id = attributes.value("id"), let text = notes[element]?[id] else { return }
        noteCount += 1
        try append("[\(noteCount)]")
        flow.append(note: "[\(noteCount)] " + text.joined(separator: " ").trimmedEnds)
    }

    private func endParagraph() throws(ReadingError) {
        guard let paragraph = paragraphs.popLast() else { return }
        if paragraph.hasHidden { flow.tell(.hiddenRead) }
        var text = paragraph.buffer.text
        let style = paragraph.style
        if style.isContents { text = text.replacing("\t", with: " ") }
        if let level = style.level, !flow.isInCell {
            try flow.append(text, as: .heading(level: level))
        } else {
            try flow.append(text, as: style.isItem ? .item : .paragraph)
        }
    }
}

/// Characters of symbol fonts, which documents use for check boxes and bullets.
enum DOCXSymbol {
    /// The character by its code (`F0FE`); nothing for one that is not known.
    static func text(_ code: String) -> String {
        guard let value = UInt32(code, radix: 16) else { return "" }
        if let known = wingdings[value & 0xFF], value & 0xFF00 == 0xF000 { return known }
        guard value < 0xE000, let scalar = Unicode.Scalar(value), value >= 0x20 else { return "" }
        return String(Character(scalar))
    }

    private static let wingdings: [UInt32: String] = [
        0x6F: "☐", 0x71: "☐", 0xA8: "☐", 0xFD: "☒", 0xFE: "☑", 0xFC: "✓", 0xFB: "✗", 0xB7: "•", 0xA7: "▪",
        0xD8: "➢", 0x78: "☒", 0xE0: "→", 0xB3: "≥", 0xA3: "≤",
    ]
}
