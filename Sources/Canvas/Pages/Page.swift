import Reporting

/// A page with everything that is drawn on it.
public struct Page: Hashable, Sendable {
    /// From 1.
    public var number: Int
    /// The paper.
    public var paper: Rectangle
    /// Where content stands; running lines are outside it.
    public var content: Rectangle
    /// What is drawn, in reading order.
    public var items: [PageItem]
    /// The headings that begin on it.
    public var headings: [PlacedHeading]
    /// What its lengths are multiplied with on paper.
    public var magnification = 1.0

    /// The width of the sheet, in points of paper.
    public var width: Double { paper.width * magnification }
    /// The height of the sheet, in points of paper.
    public var height: Double { paper.height * magnification }

    /// The lines of text in reading order, without running lines.
    public var texts: [PlacedText] { items.filter { $0.node != nil }.compactMap(\.text) }

    /// The text in reading order, without running lines; words that are parted at the end of a line are whole.
    public var words: String {
        texts.reduce(into: "") { words, text in
            if words.hasSuffix(TextEngine.softHyphen) {
                words.removeLast()
            } else if !words.isEmpty {
                words += " "
            }
            words += text.plain
        }
    }
}

/// A heading on its page.
public struct PlacedHeading: Hashable, Sendable {
    /// Its index in the document.
    public var index: Int
    /// The level, from 1.
    public var level: Int
    /// The words.
    public var text: String
    /// The upper edge, in points from the top of the page.
    public var y: Double

    /// The name of its destination in a file.
    public var destination: String { "heading-\(index)" }
}

/// A part of the document's structure, for those who read it without seeing it.
public struct StructureNode: Hashable, Sendable {
    /// What a part is; the names are those of PDF's standard structure types.
    public enum Role: String, Hashable, Sendable {
        case document = "Document"
        case heading1 = "H1"
        case heading2 = "H2"
        case heading3 = "H3"
        case paragraph = "P"
        case table = "Table"
        case row = "TR"
        case headerCell = "TH"
        case cell = "TD"
        case figure = "Figure"
        case caption = "Caption"
        case note = "Note"
        case contents = "TOC"
        case contentsEntry = "TOCI"
    }

    /// What it is.
    public var role: Role
    /// The index of the part that holds it; nil for the document.
    public var parent: Int?
    /// What a figure shows, in words.
    public var alternative: String?
    /// A header cell that names its row, not its column.
    public var headsRow = false
}

/// The parts of a document as they come to be known.
struct Structure {
    /// The parts; the first is the document.
    private(set) var nodes = [StructureNode(role: .document)]

    /// Adds a part and gives its index.
    mutating func add(
        _ role: StructureNode.Role, in parent: Int = 0, alternative: String? = nil, headsRow: Bool = false
    ) -> Int {
        nodes.append(
            StructureNode(role: role, parent: parent, alternative: alternative, headsRow: headsRow))
        return nodes.count - 1
    }
}
