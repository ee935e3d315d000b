import Reading

/// The text of a word processor's document of OpenDocument, or the running heads and feet of its styles.
final class ODTContent: OpenDocumentHandler, XMLHandler {
    /// The document in the making.
    private(set) var flow: FlowBuilder

    private var items = 0
    private var headLevels: [Int?] = []
    private var noteTexts: [String]?
    private var noteCount = 0
    private var citation = false
    private var headerRows = 0
    private var rowRepeats: [Int] = []
    private var pageArea = 0
    private var isInBody = false

    init(_ flow: FlowBuilder, budget: ReadingBudget) {
        self.flow = flow
        super.init(budget: budget)
    }

    func start(_ index: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        guard let element = opening(index), try !appendBlank(element, attributes) else { return }
        switch element {
        case .body: isInBody = true
        case .paragraph: beginParagraph(level: nil)
        case .heading: beginParagraph(level: attributes.number("outline-level") ?? 1)
        case .listItem: items += 1
        case .noteCitation: beginText()
        case .noteBody:
            noteCount += 1
            try append("[\(noteCount)]")
            noteTexts = []
        case .object, .image: flow.tell(.objectLeftOut)
        case .pageHeader, .pageFooter, .pageHeaderLeft, .pageFooterLeft: pageArea += 1
        default: try startTable(element, attributes)
        }
    }

    private func startTable(_ element: OpenDocumentElement, _ attributes: XMLAttributes) throws(ReadingError)
    {
        guard isInBody, noteTexts == nil else { return }
        switch element {
        case .table: try flow.beginTable()
        case .headerRows: headerRows += 1
        case .row: try flow.beginRow(isHead: headerRows > 0)
        case .cell:
            let columns = attributes.number("number-columns-spanned") ?? 1
            let rows = attributes.number("number-rows-spanned") ?? 1
            try flow.beginCell(rowSpan: 1, columnSpan: 1)
            flow.span(rows: rows, columns: columns)
        case .coveredCell:
            for _ in 0..<min(1000, max(1, attributes.number("number-columns-repeated") ?? 1)) {
                try flow.appendCovered()
            }
        default: break
        }
    }

    func end(_ index: Int) throws(ReadingError) {
        guard let element = closing(index) else { return }
        switch element {
        case .body: isInBody = false
        case .paragraph, .heading: try endParagraph()
        case .listItem: items -= 1
        case .noteCitation: _ = endText()
        case .noteBody:
            flow.append(note: "[\(noteCount)] " + (noteTexts ?? []).joined(separator: " ").trimmedEnds)
            noteTexts = nil
        case .pageHeader, .pageFooter, .pageHeaderLeft, .pageFooterLeft: pageArea -= 1
        default: try endTable(element)
        }
    }

    private func endTable(_ element: OpenDocumentElement) throws(ReadingError) {
        guard isInBody, noteTexts == nil else { return }
        switch element {
        case .table: try flow.endTable()
        case .headerRows: headerRows -= 1
        case .cell: try flow.endCell()
        default: break
        }
    }

    private func beginParagraph(level: Int?) {
        headLevels.append(level)
        beginText()
    }

    private func endParagraph() throws(ReadingError) {
        let text = endText()
        let level = headLevels.popLast() ?? nil
        if pageArea > 0 { return try flow.append(headerOrFooter: text) }
        guard isInBody else { return }
        if noteTexts != nil {
            noteTexts?.append(text)
        } else if let level {
            try flow.append(text, as: .heading(level: level))
        } else {
            try flow.append(text, as: items > 0 ? .item : .paragraph)
        }
    }

    /// The document.
    func finish() throws(ReadingError) -> SourceDocument { try flow.finish() }
}
