/// What a cell looks like, before anyone reads its value: the ground on which shifted rows are put right.
public enum CellShape: Hashable, Sendable, CaseIterable {
    /// Nothing.
    case empty
    /// A number, with sign, thousands, decimals, currency, footnote marks or a note in brackets.
    case number
    /// A number with a percent sign.
    case percent
    /// A day, or a month and a year: `31/12/2024`.
    case date
    /// A sign that there is no value: `n.d.`, `/`, `---`.
    case missing
    /// A cross in a box: `X`.
    case mark
    /// Letters, up to 24 characters.
    case word
    /// Letters, longer.
    case text

    /// The shape of a cleaned cell.
    public init(_ cell: String) {
        let bytes = Array(cell.utf8.prefix(64))
        guard !bytes.isEmpty else {
            self = .empty
            return
        }
        self = Self.shortShape(cell, bytes)
    }

    /// True for a number, a percentage or a sign that there is none.
    public var isFigure: Bool { self == .number || self == .percent || self == .missing }

    /// True for letters.
    public var isText: Bool { self == .word || self == .text }

    private static func shortShape(_ cell: String, _ bytes: [UInt8]) -> CellShape {
        if isMissing(cell) { return .missing }
        if cell == "X" || cell == "x" || cell == "☑" || cell == "●" { return .mark }
        if isDate(bytes) { return .date }
        if let figure = figure(cell) { return figure }
        return bytes.count <= 24 ? .word : .text
    }

    private static func isMissing(_ cell: String) -> Bool {
        guard cell.utf8.count <= 16 else { return false }
        if cell.allSatisfy({ "/-–—.…_".contains($0) }) { return true }
        return missingWords.contains(MatchKey(cell).text)
    }

    private static let missingWords: Set<String> = [
        "nd", "n d", "na", "n a", "np", "n p", "nc", "n c", "ns", "n s", "non disponibile", "non rilevato",
    ]

    /// Digits in three groups with one of `/ - .` between: a day; the first group of four digits is a year.
    private static func isDate(_ bytes: [UInt8]) -> Bool {
        guard bytes.count <= 10, bytes.count >= 6 else { return false }
        for separator in [UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: ".")] {
            let groups = bytes.split(separator: separator, omittingEmptySubsequences: false)
            guard groups.count == 3, groups.allSatisfy({ $0.allSatisfy { (0x30...0x39).contains($0) } })
            else { continue }
            let lengths = groups.map(\.count)
            if lengths[1] <= 2, lengths[1] > 0, lengths[0] <= 2, lengths[0] > 0, [2, 4].contains(lengths[2]) {
                return true
            }
            if lengths[0] == 4, lengths[1] == 2, lengths[2] == 2 { return true }
        }
        return false
    }

    /// A number: an optional comparison or sign or currency, digits with points and commas, a unit, then footnote marks
    /// or a note in brackets.
    private static func figure(_ cell: String) -> CellShape? {
        var rest = Substring(cell)
        for prefix in comparisons where rest.lowercased().hasPrefix(prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        rest = rest.drop { " €+-−–".contains($0) }
        let digits = rest.prefix { $0.isASCII && ($0.isNumber || ".,' ".contains($0)) }
        guard let first = digits.first, first.isNumber else { return nil }
        var tail = rest.dropFirst(digits.count)
        var isPercent = false
        if tail.first == "%" {
            isPercent = true
            tail = tail.dropFirst()
        }
        tail = tail.drop { " €*¹²³⁴⁵⁶⁷⁸⁹".contains($0) }
        let isWhole = tail.isEmpty || (tail.first == "(" && tail.last == ")")
        guard isWhole else { return nil }
        return isPercent ? .percent : .number
    }

    private static let comparisons = [">=", "<=", "≥", "≤", ">", "<", "=", "almeno ", "entro "]
}
