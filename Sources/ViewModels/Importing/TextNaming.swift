import Importing
import Model
import UserMessages

/// Lines that were not understood, of which a person says what they are, or parts of them.
public struct TextNaming: Hashable, Sendable {
    /// The lines as one text, words that a line end cut put together.
    public let text: String
    /// What was named of it, in the order in which it was.
    public private(set) var names: [NamedText] = []
    /// Where each line begins in the text, in characters.
    private let starts: [(line: Int, offset: Int)]

    /// Lines of a document, by their numbers.
    public init(_ lines: [(line: Int, text: String)]) {
        var text = ""
        var starts: [(line: Int, offset: Int)] = []
        for (line, written) in lines.sorted(by: { $0.line < $1.line }) {
            starts.append((line, NamedText.append(line: written, to: &text)))
        }
        self.text = text
        self.starts = starts
    }

    /// Names the selected part, the words whole in which it begins and ends; all of it where nothing is selected. Says
    /// whether there is a word in it.
    ///
    /// - Parameter selection: a range of characters, as Unicode counts them.
    public mutating func add(_ selection: Range<Int>?, as term: FieldTerm, year: Int?) -> Bool {
        let scalars = text.unicodeScalars
        let whole = selection.flatMap { $0.isEmpty ? nil : $0 } ?? 0..<scalars.count
        let text = text
        let place = { (offset: Int) in
            scalars.index(text.startIndex, offsetBy: offset, limitedBy: text.endIndex) ?? text.endIndex
        }
        let chosen = place(whole.lowerBound)..<place(whole.upperBound)
        let words = NamedText.wordRanges(of: text).filter { $0.overlaps(chosen) }
        guard let first = words.first, let last = words.last else { return false }
        // Marks beside the words, as `≥ 5` and `(a)`, are of the text where they are selected.
        let part = min(first.lowerBound, chosen.lowerBound)..<max(last.upperBound, chosen.upperBound)
        let offset = text.unicodeScalars.distance(from: text.startIndex, to: first.lowerBound)
        let line = starts.last { $0.offset <= offset }?.line ?? starts.first?.line ?? 1
        let name = NamedText(
            line: line, text: String(text[part]).trimmingWhitespace(), term: term,
            year: term == .period ? year : nil)
        if !names.contains(name) { names.append(name) }
        return true
    }

    /// Takes back what was named.
    public mutating func remove(_ name: NamedText) { names.removeAll { $0 == name } }

    /// Two of the same lines with the same names.
    public static func == (one: TextNaming, other: TextNaming) -> Bool {
        one.text == other.text && one.names == other.names
            && one.starts.elementsEqual(other.starts) { $0 == $1 }
    }

    /// Hashes the text and its names.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(text)
        hasher.combine(names)
    }
}

extension NamedText {
    /// What it is, in words: `Target`, `Value of a year 2024`.
    public var termWords: String { LayoutWords.term(term, year: year) }
}
