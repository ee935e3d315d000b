import Reading

/// The paragraph styles of a document: which are headings, which make lists, which belong to a table of contents.
final class DOCXStyles: XMLHandler {
    /// What a style says of its paragraphs.
    struct Style {
        /// The level of a heading, from 1.
        var level: Int?
        /// True for the items of a list.
        var isItem = false
        /// True for the lines of a table of contents.
        var isContents = false
        /// The style that it builds on.
        var parent = ""
    }

    let names = DOCXElements.names
    private var elements = DOCXElements()
    private var styles: [String: Style] = [:]
    private var current: String?

    func start(_ index: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        guard let element = elements.opening(index) else { return }
        if element == .style {
            current = attributes.value("styleId")
            if let current { styles[current] = Style() }
            return
        }
        guard let current, let value = attributes.value("val") else { return }
        switch element {
        case .styleName: setName(value.lowercased(), of: current)
        case .basedOn: styles[current]?.parent = value
        case .outlineLevel:
            if let level = Int(value), (0..<9).contains(level) { styles[current]?.level = level + 1 }
        case .numberingID: styles[current]?.isItem = value != "0"
        default: break
        }
    }

    func end(_ index: Int) throws(ReadingError) {
        if elements.closing(index) == .style { current = nil }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {}

    /// What a style says, with what it takes from the styles that it builds on.
    func style(_ id: String) -> Style {
        var result = styles[id] ?? Style()
        var parent = result.parent
        for _ in 0..<20 {
            guard let next = styles[parent] else { break }
            result.level = result.level ?? next.level
            result.isItem = result.isItem || next.isItem
            result.isContents = result.isContents || next.isContents
            parent = next.parent
        }
        return result
    }

    private func setName(_ name: String, of id: String) {
        if name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), (1...9).contains(level) {
            styles[id]?.level = level
        } else if name == "title" {
            styles[id]?.level = 1
        } else if name == "subtitle" {
            styles[id]?.level = 2
        } else if name.hasPrefix("toc ") {
            styles[id]?.isContents = true
        }
    }
}
