import Reading

/// A part of a document that is text alone: notes, running heads and feet.
final class DOCXPlainPart: XMLHandler {
    /// The paragraphs by the note that they belong to; those of a head or foot have an empty name.
    private(set) var paragraphs: [String: [String]] = [:]

    let names = DOCXElements.names
    private var elements = DOCXElements()
    private var buffer: TextBuffer
    private var note = ""
    private var isInText = false
    private var runs = 0

    init(_ budget: ReadingBudget) { buffer = TextBuffer(budget) }

    /// Reads a part; nothing where it is missing.
    static func read(
        _ name: String?, of container: Container, budget: ReadingBudget
    ) throws(ReadingError) -> [String: [String]] {
        guard let name else { return [:] }
        let part = DOCXPlainPart(budget)
        _ = try XMLParser.parse(name, of: container, format: .docx, part)
        return part.paragraphs
    }

    func start(_ index: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        switch elements.opening(index) {
        case .footnote, .endnote: note = attributes.value("id") ?? ""
        case .run: runs += 1
        case .text, .formula: isInText = true
        case .tab where runs > 0, .lineBreak, .carriageReturn: try buffer.append(" ")
        case .hyphen: try buffer.append("-")
        default: break
        }
    }

    func end(_ index: Int) throws(ReadingError) {
        switch elements.closing(index) {
        case .run: runs -= 1
        case .text, .formula: isInText = false
        case .paragraph: paragraphs[note, default: []].append(buffer.take())
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        if isInText, !elements.isSilent { try buffer.append(bytes) }
    }
}
