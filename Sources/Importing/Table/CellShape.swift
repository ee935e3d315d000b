import Model
import Synchronization

/// What a cell looks like, before anyone decides which field it fills: the ground on which shifted rows are put right.
public enum CellShape: Hashable, Sendable, CaseIterable {
    /// Nothing.
    case empty
    /// A figure that is no percentage.
    case number
    /// A figure with a percent sign.
    case percent
    /// A day.
    case date
    /// A sign that there is no value: `n.d.`, `/`, `---`.
    case missing
    /// A cross in a box: `X`.
    case mark
    /// Letters, up to 24 bytes.
    case word
    /// Letters, longer.
    case text

    /// The shape of a cleaned cell.
    public init(_ cell: String) {
        guard !cell.isEmpty else {
            self = .empty
            return
        }
        guard cell.utf8.count <= 200 else {
            self = .text
            return
        }
        // Without a digit there is no figure and no day; only short words say that a value is missing.
        if cell.utf8.count > 24, !cell.utf8.contains(where: { (0x30...0x39).contains($0) }) {
            self = .text
            return
        }
        // What the bytes tell at once is not worth remembering.
        let digits = cell.utf8.count { (0x30...0x39).contains($0) }
        guard digits > 0, digits < cell.utf8.count else {
            self = Self.read(cell)
            return
        }
        if let known = Self.remembered.withLock({ $0[cell] }) {
            self = known
            return
        }
        self = Self.read(cell)
        let shape = self
        Self.remembered.withLock { known in
            if known.count >= Self.capacity { known.removeAll(keepingCapacity: true) }
            known[cell] = shape
        }
    }

    /// The shapes of the cells that were asked for last: each way of laying a table out asks for the same ones again.
    private static let remembered = Mutex<[String: CellShape]>([:])

    /// How many cells are remembered.
    private static let capacity = 65_536

    private static func read(_ cell: String) -> CellShape {
        let value = ReportedValue(reading: cell)
        return switch value.content {
        case .number: value.unit == .percent ? .percent : .number
        case .date: .date
        case .missing: .missing
        case .text, .onOff: wordShape(cell)
        }
    }

    /// Digits with nothing but signs around them are a figure, even in a notation that is not Italian (`83.75`).
    private static func wordShape(_ cell: String) -> CellShape {
        if marks.contains(cell) { return .mark }
        let hasDigit = cell.utf8.contains { (0x30...0x39).contains($0) }
        if hasDigit, cell.utf8.count <= 20, cell.allSatisfy({ "0123456789.,%€+-−* ".contains($0) }) {
            return cell.contains("%") ? .percent : .number
        }
        return cell.utf8.count <= 24 ? .word : .text
    }

    /// True for figures beside one another, which are the values of several columns: `29/10/2025 100%`. Groups of three
    /// digits are one figure.
    static func holdsSeveral(_ cell: String) -> Bool {
        let words = cell.split(separator: " ")
        guard (2...6).contains(words.count), cell.utf8.count <= 60,
            words.allSatisfy({ $0.first?.isNumber ?? false || "-+−".contains($0.first ?? " ") }),
            words.allSatisfy({ [.number, .percent, .date].contains(CellShape(String($0))) })
        else { return false }
        return !words.dropFirst().allSatisfy { $0.prefix { $0.isNumber }.count == 3 }
            || words.dropLast().contains { word in "%,./".contains { word.contains($0) } }
    }

    /// True for a figure or a sign that there is none.
    public var isFigure: Bool { self == .number || self == .percent || self == .missing }

    /// True for letters.
    public var isText: Bool { self == .word || self == .text }

    private static let marks: Set<String> = ["X", "x", "☑", "☒", "●", "✓", "✔"]
}
