import Reading

/// The elements of OpenDocument that matter to a reader.
enum OpenDocumentElement: String, CaseIterable {
    case body = "office:body"
    case space = "text:s"
    case tab = "text:tab"
    case lineBreak = "text:line-break"
    case paragraph = "text:p"
    case heading = "text:h"
    case listItem = "text:list-item"
    case note = "text:note"
    case noteCitation = "text:note-citation"
    case noteBody = "text:note-body"
    case annotation = "office:annotation"
    case textChanges = "text:tracked-changes"
    case tableChanges = "table:tracked-changes"
    case forms = "office:forms"
    case ruby = "text:ruby-text"
    case shapes = "table:shapes"
    case object = "draw:object"
    case image = "draw:image"
    case textBox = "draw:text-box"
    case table = "table:table"
    case headerRows = "table:table-header-rows"
    case row = "table:table-row"
    case cell = "table:table-cell"
    case coveredCell = "table:covered-table-cell"
    case column = "table:table-column"
    case style = "style:style"
    case tableProperties = "style:table-properties"
    case pageHeader = "style:header"
    case pageFooter = "style:footer"
    case pageHeaderLeft = "style:header-left"
    case pageFooterLeft = "style:footer-left"
    case encryption = "manifest:encryption-data"

    /// True for what is no text of the document: notes of reviewers, what tracked changes took out, the reading of
    /// characters.
    var isSilent: Bool {
        switch self {
        case .annotation, .textChanges, .tableChanges, .forms, .ruby: true
        default: false
        }
    }
}

/// What every reader of OpenDocument does: names of elements, what is silent, paragraphs within paragraphs.
class OpenDocumentHandler {
    /// The names for the parser.
    let names = OpenDocumentElement.allCases.map(\.rawValue)

    private let elements = OpenDocumentElement.allCases
    private let budget: ReadingBudget
    private var silent = 0
    private var buffers: [TextBuffer] = []

    /// Nothing is read yet.
    init(budget: ReadingBudget) { self.budget = budget }

    /// The element of an index; nil for one that does not matter, and for all within silent ones.
    final func opening(_ index: Int) -> OpenDocumentElement? {
        guard index >= 0 else { return nil }
        let element = elements[index]
        if element.isSilent { silent += 1 }
        return silent > 0 ? nil : element
    }

    /// The same for an element that ends.
    final func closing(_ index: Int) -> OpenDocumentElement? {
        guard index >= 0 else { return nil }
        let element = elements[index]
        if element.isSilent { silent -= 1 }
        return silent > 0 || element.isSilent ? nil : element
    }

    /// A paragraph begins; what it stands in is set aside.
    final func beginText() { buffers.append(TextBuffer(budget)) }

    /// The paragraph ends: its text.
    final func endText() -> String { buffers.popLast()?.text ?? "" }

    /// Adds to the paragraph that is open.
    final func append(_ text: String) throws(ReadingError) {
        if !buffers.isEmpty { try buffers[buffers.count - 1].append(text) }
    }

    /// Adds the text of an element that stands for white space; false where it is another element.
    final func appendBlank(
        _ element: OpenDocumentElement, _ attributes: XMLAttributes
    ) throws(ReadingError) -> Bool {
        switch element {
        case .space: try append(String(repeating: " ", count: min(attributes.number("c") ?? 1, 1000)))
        case .tab: try append("\t")
        case .lineBreak: try append("\n")
        default: return false
        }
        return true
    }

    /// Characters; line ends of the XML are spaces.
    final func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        guard silent == 0, !buffers.isEmpty else { return }
        guard bytes.contains(where: { $0 == 0x0A || $0 == 0x09 }) else {
            return try buffers[buffers.count - 1].append(bytes)
        }
        let plain = bytes.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }
        try append(String(decoding: plain, as: UTF8.self))
    }
}
