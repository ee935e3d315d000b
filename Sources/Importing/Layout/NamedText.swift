import Reading

/// What a person says that a text of a document is: a line or more, or a part of one.
public struct NamedText: Hashable, Codable, Sendable {
    /// The line of the account where it begins, from 1.
    public var line: Int
    /// The text as written.
    public var text: String
    /// What it is.
    public var term: FieldTerm
    /// The year of a figure, where its term needs one.
    public var year: Int?

    /// A text with its name.
    public init(line: Int, text: String, term: FieldTerm, year: Int? = nil) {
        self.line = line
        self.text = text
        self.term = term
        self.year = year
    }
}

extension DocumentRows {
    /// The rows with what a person says of their texts. A text that goes on in the rows below takes those too. A name whose
    /// text does not stand at its line changes nothing: it was given to another document.
    func naming(_ names: [NamedText]) -> DocumentRows {
        guard !names.isEmpty else { return self }
        var rows = rows
        for name in names {
            guard let range = rows.range(of: name) else { continue }
            let first = range.lowerBound
            if range.count > 1 { rows.join(range) }
            if !rows[first].named.contains(name) { rows[first].named.append(name) }
        }
        for index in rows.indices where rows[index].named.count > 1 { rows[index].orderNames() }
        return with(rows)
    }

    /// True where all texts of a layout stand where they stood, and say enough to tell one document from another: a
    /// figure alone stands in many at one line.
    func hold(_ names: [NamedText]) -> Bool {
        let letters = Set(names.map(\.text)).reduce(0) { $0 + $1.count(where: \.isLetter) }
        return letters >= 8 && names.allSatisfy { rows.range(of: $0) != nil }
    }
}

extension DocumentRow {
    /// Puts its names in the order of their texts. Values that stand before what they are of go behind it.
    fileprivate mutating func orderNames() {
        let words = ComparedWords(text)
        var ordered = named.enumerated().map { (words.place(of: ComparedWords($1.text)) ?? 0, $0, $1) }
            .sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
        let values = ordered.prefix { NamedText.values.contains($0.term) }
        if !values.isEmpty, values.count < ordered.count {
            ordered.insert(contentsOf: values, at: values.count + 1)
            ordered.removeFirst(values.count)
        }
        named = ordered
    }
}

extension NamedText {
    /// What is of an objective or an indicator, and opens none.
    fileprivate static let values: Set<FieldTerm> = [
        .objectiveWeight, .weight, .baseline, .target, .actual, .deviation, .achievement, .due, .formula,
        .dimension, .note,
    ]
}

/// The words of a text as they are compared, however long it is; a figure with its marks is one word.
struct ComparedWords {
    private let words: [String]

    /// The words of a text.
    init(_ text: String) {
        words = NamedText.wordRanges(of: text).map { MatchKey(text[$0]).text }.filter { !$0.isEmpty }
    }

    /// Where other words stand in them, one behind the other; nil where they do not.
    func place(of other: ComparedWords) -> Int? {
        guard !other.words.isEmpty, words.count >= other.words.count else { return nil }
        return (0...(words.count - other.words.count)).first { start in
            words[start..<(start + other.words.count)].elementsEqual(other.words)
        }
    }
}

extension NamedText {
    /// The words of a text: letters and figures without a gap, the marks within a figure among them.
    public static func wordRanges(of text: String) -> [Range<String.Index>] {
        var ranges: [Range<String.Index>] = []
        var index = text.startIndex
        while index < text.endIndex {
            let start = index
            while index < text.endIndex, isOfWord(text, index) { index = text.index(after: index) }
            if start < index { ranges.append(start..<index) } else { index = text.index(after: index) }
        }
        return ranges
    }

    /// Puts a line of a document behind others, as the lines of a text are put together; gives where it begins, in
    /// characters as Unicode counts them.
    public static func append(line written: String, to text: inout String) -> Int {
        let plain = SourceLine(number: 1, raw: written).text
        TextJoin.append(plain, to: &text)
        return text.unicodeScalars.count - plain.unicodeScalars.count
    }

    private static func isOfWord(_ text: String, _ index: String.Index) -> Bool {
        let character = text[index]
        if character.isLetter || character.isNumber { return true }
        guard ".,/".contains(character), index > text.startIndex, text[text.index(before: index)].isNumber
        else { return false }
        let next = text.index(after: index)
        return next < text.endIndex && text[next].isNumber
    }
}

extension [DocumentRow] {
    /// The rows that the text of a name goes over; nil where it does not stand at its line.
    fileprivate func range(of name: NamedText) -> ClosedRange<Int>? {
        guard let first = firstIndex(where: { $0.lines.contains(name.line) }) else { return nil }
        let wanted = ComparedWords(name.text)
        var whole = ""
        for index in first..<Swift.min(first + 20, count) {
            TextJoin.append(self[index].text, to: &whole)
            if ComparedWords(whole).place(of: wanted) != nil { return first...index }
        }
        return nil
    }

    /// Makes one row of several.
    fileprivate mutating func join(_ range: ClosedRange<Int>) {
        let whole = self[range].reduce(into: "") { TextJoin.append($1.text, to: &$0) }
        var row = self[range.lowerBound].asText(whole, block: self[range.lowerBound].block)
        row.lines = row.lines.lowerBound..<self[range.upperBound].lines.upperBound
        row.named = self[range].flatMap(\.named)
        replaceSubrange(range, with: [row])
    }

    /// The rows, changed in runs by a body: those that a person named stay as they are and part the others.
    func reshapingUnnamed(_ body: ([DocumentRow]) -> [DocumentRow]) -> [DocumentRow] {
        guard contains(where: { !$0.named.isEmpty }) else { return body(self) }
        return split(omittingEmptySubsequences: false) { !$0.named.isEmpty }.reduce(into: []) { result, run in
            result += body([DocumentRow](run))
            if run.endIndex < endIndex { result.append(self[run.endIndex]) }
        }
    }
}
