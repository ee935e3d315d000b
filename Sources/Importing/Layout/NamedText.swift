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
            guard let first = rows.firstIndex(where: { $0.lines.contains(name.line) }),
                let last = rows.lastRow(of: name.text, from: first)
            else { continue }
            if last > first { rows.join(first...last) }
            rows[first].named.append(name)
        }
        return with(rows)
    }
}

extension [DocumentRow] {
    /// The last of the rows that a text goes over; nil where it does not begin at the first.
    fileprivate func lastRow(of text: String, from first: Int) -> Int? {
        let wanted = MatchKey(text).text
        var whole = ""
        for index in first..<Swift.min(first + 20, count) {
            whole = TextJoin.join(whole, self[index].text)
            if MatchKey(whole).text.contains(wanted) { return index }
        }
        return nil
    }

    /// Makes one row of several.
    fileprivate mutating func join(_ range: ClosedRange<Int>) {
        let whole = self[range].reduce(into: "") { TextJoin.append($1.text, to: &$0) }
        var row = self[range.lowerBound].asText(whole, block: self[range.lowerBound].block)
        row = row.with(lines: row.lines.lowerBound..<self[range.upperBound].lines.upperBound)
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
