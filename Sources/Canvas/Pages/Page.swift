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
    /// What stands at its head beside the name of whose document it is; nil for no running lines.
    var runningHeader: String?

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
    /// How many columns a cell takes.
    public var span = 1
}

/// The parts of a document as they come to be known. Those that are drawn can be forgotten.
struct Structure {
    private var kept: [StructureNode]
    /// How many parts behind the document were forgotten.
    private var forgotten = 0

    /// The parts; the first is the document.
    init(_ nodes: [StructureNode] = [StructureNode(role: .document)]) {
        kept = nodes
    }

    /// All parts, where none was forgotten.
    var nodes: [StructureNode] { kept }

    /// One more than the index of the last part.
    var count: Int { kept.count + forgotten }

    /// The part with this index.
    subscript(index: Int) -> StructureNode { kept[place(of: index)] }

    /// Adds a part and gives its index.
    mutating func add(
        _ role: StructureNode.Role, in parent: Int = 0, alternative: String? = nil, headsRow: Bool = false,
        span: Int = 1
    ) -> Int {
        kept.append(
            StructureNode(
                role: role, parent: parent, alternative: alternative, headsRow: headsRow, span: span))
        return kept.count - 1 + forgotten
    }

    /// The parts from the document down to one; the document alone for one that is not there.
    func path(to index: Int) -> [Int] {
        guard index > forgotten, place(of: index) < kept.count else { return [0] }
        var path = [index]
        while let parent = path.last.flatMap({ self[$0].parent }) { path.append(parent) }
        return path.reversed()
    }

    /// Forgets the parts before one, but not the document.
    mutating func forget(before index: Int) {
        let count = min(index - 1 - forgotten, kept.count - 1)
        guard count > 0 else { return }
        kept.removeSubrange(1...count)
        forgotten += count
    }

    private func place(of index: Int) -> Int { index == 0 ? 0 : index - forgotten }
}
