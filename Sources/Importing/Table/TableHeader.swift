/// The header row of a table: which column holds what.
public struct TableHeader<Term: Hashable & Sendable>: Hashable, Sendable {
    /// One column.
    public struct Column: Hashable, Sendable {
        /// What it holds; nil where the vocabulary does not know its header.
        public let term: Term?
        /// The header as cleaned.
        public let text: String
        /// A year named in the header (`TARGET 2025`).
        public let year: Int?
        /// Slips between the header and the phrase that it was taken for.
        public let slips: Int
    }

    /// The line of the header, from 1.
    public let line: Int
    /// The columns, one for each cell of the row; trailing empty cells are left out.
    public let columns: [Column]

    /// Reads a row as a header: at least `minimum` different terms, which make up at least six in ten of its cells, and
    /// no cell that is a figure or a long text.
    public init?(_ line: SourceLine, _ vocabulary: Vocabulary<Term>, minimum: Int = 2) {
        guard line.filledCells >= minimum, line.cells.count <= 60,
            !line.cells.contains(where: { $0.utf8.count > ImportLimits.maximumLabelBytes })
        else { return nil }
        let columns = line.cells.map { Self.column($0, vocabulary) }
        let known = columns.filter { $0.term != nil }
        guard Set(known.compactMap(\.term)).count >= minimum, known.count * 10 >= line.filledCells * 6 else {
            return nil
        }
        self.line = line.number
        self.columns = columns
    }

    /// The position of the first column with this term.
    public func index(of term: Term) -> Int? { columns.firstIndex { $0.term == term } }

    /// The positions of all columns with this term, in order.
    public func indices(of term: Term) -> [Int] { columns.indices.filter { columns[$0].term == term } }

    private static func column(_ cell: String, _ vocabulary: Vocabulary<Term>) -> Column {
        if let match = vocabulary.match(cell) {
            return Column(
                term: match.term, text: cell, year: HeaderYear.find(in: cell)?.year, slips: match.slips)
        }
        guard let found = HeaderYear.find(in: cell) else {
            return Column(term: nil, text: cell, year: nil, slips: 0)
        }
        guard let match = vocabulary.match(found.rest) else {
            return Column(term: nil, text: cell, year: found.year, slips: 0)
        }
        return Column(term: match.term, text: cell, year: found.year, slips: match.slips)
    }
}

extension Array {
    /// The element, nil outside the array.
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// A year in a header or a title.
public enum HeaderYear {
    /// The last year from 1990 to 2099 that stands alone in the text, and the text without it and without `anno`.
    public static func find(in text: String) -> (year: Int, rest: String)? {
        // Most cells have no year, and need not be taken apart to see that.
        guard text.hasFourDigits else { return nil }
        let words = MatchKey(text).words
        guard let index = words.lastIndex(where: { year($0) != nil }), let found = year(words[index]) else {
            return nil
        }
        let rest = words.enumerated().filter { $0.offset != index && $0.element != "anno" }.map {
            String($0.element)
        }
        return (found, rest.joined(separator: " "))
    }

    private static func year(_ word: Substring) -> Int? {
        guard word.utf8.count == 4, let value = Int(word), (1990...2099).contains(value) else { return nil }
        return value
    }
}

extension String {
    /// Four digits of ASCII stand somewhere side by side.
    fileprivate var hasFourDigits: Bool {
        var run = 0
        for byte in utf8 {
            run = (48...57).contains(byte) ? run + 1 : 0
            if run == 4 { return true }
        }
        return false
    }
}
