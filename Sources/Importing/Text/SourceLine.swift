import Reading

/// One line of a source, as it was written and as a reader of the page sees it.
public struct SourceLine: Hashable, Sendable {
    /// Its number in the file, from 1.
    public let number: Int
    /// The line as decoded, without its line end: what provenance keeps.
    public let raw: String
    /// Its cells, cleaned: separated by tabs, or by bars where the line is a row of a Markdown table. The empty cells
    /// at the end are left out. A blank line has none.
    public let cells: [String]
    /// How many empty cells stood at the end.
    public let trailingEmptyCells: Int
    /// The level of a Markdown heading (`##` is 2), 0 where it is none.
    public let headingLevel: Int
    /// True where the document says that it is a heading: by its format, or as Markdown.
    public let isHeading: Bool
    /// What cleaning removed.
    public let residues: Set<TextResidue>
    /// Hidden characters that cleaning removed, as `U+200B`.
    public let hidden: [String]

    /// True where the line holds nothing but white space.
    public let isBlank: Bool

    /// The cells as one text.
    public var text: String {
        guard cells.count != 1 else { return cells[0] }
        return cells.lazy.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The cells as written, with their markup; their positions are those of `cells`.
    public var rawCells: [String] { LineLayout(raw).pieces.map(String.init) }

    /// True where the line has more than one cell.
    public var isTabular: Bool { cells.count > 1 }

    /// Cells that are not empty.
    public var filledCells: Int { cells.count { !$0.isEmpty } }

    /// The cell at the index, empty where the row is shorter.
    public func cell(_ index: Int) -> String { index >= 0 && index < cells.count ? cells[index] : "" }

    /// Index of the first cell that is not empty, nil in a blank line.
    public var firstFilled: Int? { cells.firstIndex { !$0.isEmpty } }

    /// Splits and cleans one line.
    public init(number: Int, raw: String) {
        self.init(number: number, raw: raw, body: raw)
    }

    /// A line whose body differs from what was written only by marks that other lines explain. `isHeading`: the format
    /// says so.
    init(number: Int, raw: String, body: String, isHeading: Bool = false) {
        let layout = LineLayout(body)
        var cells: [String] = []
        var residues: Set<TextResidue> = []
        var hidden: [String] = []
        for piece in layout.pieces {
            let clean = CleanedText(piece)
            cells.append(clean.text)
            residues.formUnion(clean.residues)
            hidden.append(contentsOf: clean.hidden)
        }
        let written = cells.count
        while cells.last?.isEmpty == true { cells.removeLast() }
        self.number = number
        self.raw = raw
        self.cells = cells
        trailingEmptyCells = written - cells.count
        headingLevel = layout.headingLevel
        self.isHeading = isHeading || layout.headingLevel > 0
        self.residues = residues
        self.hidden = hidden
        isBlank =
            raw.utf8.allSatisfy { $0 <= 0x20 } || (cells.isEmpty && residues.isEmpty && layout.isOnlySpace)
    }
}

/// How a raw line divides into cells.
struct LineLayout {
    let pieces: [Substring]
    let headingLevel: Int
    private let raw: String

    init(_ raw: String) {
        self.raw = raw
        var body = Substring(raw)
        let marks = body.utf8.prefix { $0 == UInt8(ascii: "#") }.count
        if (1...6).contains(marks), body.utf8.dropFirst(marks).first == 0x20 {
            headingLevel = marks
            body = Substring(body.utf8.dropFirst(marks + 1))
        } else {
            headingLevel = 0
        }
        if !body.utf8.contains(0x09), let bars = Self.barCells(body) {
            pieces = bars
        } else {
            pieces = body.utf8.split(separator: 0x09, omittingEmptySubsequences: false).map { Substring($0) }
        }
    }

    /// True where the line is nothing but white space of any alphabet.
    var isOnlySpace: Bool { raw.allSatisfy(\.isWhitespace) }

    /// The cells of a Markdown row: it begins and ends with a bar and has one more inside.
    private static func barCells(_ body: Substring) -> [Substring]? {
        let bar = UInt8(ascii: "|")
        guard let first = body.utf8.firstIndex(where: { $0 != 0x20 }), body.utf8[first] == bar,
            let last = body.utf8.lastIndex(where: { $0 != 0x20 }), last > first, body.utf8[last] == bar
        else { return nil }
        let inner = body.utf8[body.utf8.index(after: first)..<last]
        guard inner.contains(bar) else { return nil }
        return inner.split(separator: bar, omittingEmptySubsequences: false).map { Substring($0) }
    }
}
