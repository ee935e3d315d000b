/// The head of a table of blanks over the columns of its rows: its words stand so close that they would make one column
/// of several.
///
///     Indicatore                        U.M. Target Consuntivo Scostamento
///     Uscite della postazione mobile    n.   40     44         -2
struct HeadOverColumns {
    /// The columns, by the rows alone where these show more of them than all lines together.
    let cores: ColumnCores
    /// The pieces of all lines, those of the head parted over the columns.
    let lines: [[ColumnSegment]]

    /// The columns of all lines, or those of the rows; `cores`: how columns are made of lines.
    init(_ lines: [[ColumnSegment]], cores: ([[ColumnSegment]]) -> ColumnCores) {
        let all = cores(lines)
        guard let first = lines.firstIndex(where: Self.isRow), (1...4).contains(first),
            !Self.areLabels(lines[..<first]), case var own = cores(Array(lines[first...])),
            own.count > all.count
        else {
            (self.cores, self.lines) = (all, lines)
            return
        }
        var result = lines
        for index in 0..<first {
            let others = (0..<first).filter { $0 != index }.flatMap { lines[$0] }
            for (order, piece) in lines[index].enumerated().reversed() {
                let next = order + 1 < lines[index].count ? lines[index][order + 1] : nil
                result[index].replaceSubrange(
                    order...order,
                    with: Self.parted(
                        Self.cut(piece, own, before: next), over: own, besides: others,
                        before: next?.start ?? .max))
            }
        }
        for piece in result[..<first].joined() where own.columns(of: piece).isEmpty { own.add([piece]) }
        (self.cores, self.lines) = (own, result)
    }

    /// A line of several pieces, one a text and one a figure that is no year.
    private static func isRow(_ line: [ColumnSegment]) -> Bool {
        line.count > 1 && line.contains { WrappedRows.isFigure($0.text) && !isYears($0.text) }
            && line.contains { $0.text.contains(where: \.isLetter) }
    }

    /// Several lines with a label at the left and its value: a form over the table.
    private static func areLabels(_ lines: ArraySlice<[ColumnSegment]>) -> Bool {
        let left = lines.compactMap(\.first?.start).min() ?? 0
        return lines.count { $0.count > 1 && $0[0].start <= left + 1 } > 1
    }

    private static func isYears(_ text: String) -> Bool {
        text.split(separator: " ").allSatisfy {
            $0.count == 4 && Int($0).map { (1990...2050).contains($0) } ?? false
        }
    }

    /// A piece of the head that ends where the column begins that the next one stands over.
    private static func cut(
        _ piece: ColumnSegment, _ cores: ColumnCores, before next: ColumnSegment?
    ) -> ColumnSegment {
        let over = cores.columns(of: piece)
        guard over.count > 1, let next, case let taken = cores.columns(of: next),
            taken.lowerBound > over.lowerBound,
            taken.lowerBound < over.upperBound
        else { return piece }
        return ColumnSegment(
            start: piece.start, end: max(piece.start + 1, cores.intervals[taken.lowerBound].lowerBound),
            text: piece.text)
    }

    /// A piece of the head, its words parted over the columns that it goes over; whole where other lines of the head name
    /// each of these columns. Where the words stand elsewhere than the columns, the piece is put over all of them up to
    /// the next one: who knows the trade can part it.
    private static func parted(
        _ piece: ColumnSegment, over cores: ColumnCores, besides others: [ColumnSegment], before next: Int
    ) -> [ColumnSegment] {
        let over = cores.columns(of: piece)
        guard over.count > 1,
            !over.allSatisfy({ column in others.contains { cores.columns(of: $0) == column..<column + 1 } })
        else { return [piece] }
        var start = piece.start
        let words = piece.text.split(separator: " ").map { word in
            defer { start += word.unicodeScalars.count + 1 }
            return ColumnSegment(start: start, end: start + word.unicodeScalars.count, text: String(word))
        }
        let columns = over.map { cores.intervals[$0] }
        guard let (starts, distance) = beginnings(of: words, over: columns) else { return [piece] }
        let last = cores.intervals.lastIndex { $0.lowerBound < next - 1 } ?? over.upperBound - 1
        let isWhole = last < over.upperBound
        guard isWhole && distance <= columns.count || words.count == columns.count else {
            let end = max(piece.end, cores.intervals[last].lowerBound + 1)
            return [ColumnSegment(start: piece.start, end: end, text: piece.text)]
        }
        return zip(zip(starts, starts.dropFirst() + [words.count]), columns).map { range, core in
            let text = words[range.0..<range.1].map(\.text).joined(separator: " ")
            let end = min(core.upperBound, core.lowerBound + text.unicodeScalars.count)
            return ColumnSegment(start: core.lowerBound, end: max(core.lowerBound + 1, end), text: text)
        }
    }

    /// The word that begins each column so that all together stand nearest to their columns; nil where there are fewer
    /// words than columns.
    private static func beginnings(
        of words: [ColumnSegment], over columns: [Range<Int>]
    ) -> (starts: [Int], distance: Int)? {
        guard words.count >= columns.count, words.count <= 60 else { return nil }
        /// For each word the least distance at which it begins the column, and the words before it.
        var best: [(distance: Int, starts: [Int])?] = words.indices.map { $0 == 0 ? (0, [0]) : nil }
        best[0]?.distance = distance(words[0], columns[0])
        for column in columns.dropFirst() {
            var next: [(distance: Int, starts: [Int])?] = Array(repeating: nil, count: words.count)
            // A year behind a word is of the same head: `Valore 2025`.
            for word in words.indices.dropFirst()
            where !isYears(words[word].text) || isYears(words[word - 1].text) {
                guard
                    let before = best[..<word].compactMap({ $0 }).min(by: { $0.distance < $1.distance })
                else { continue }
                next[word] = (before.distance + distance(words[word], column), before.starts + [word])
            }
            best = next
        }
        return best.compactMap { $0 }.min { $0.distance < $1.distance }.map { ($0.starts, $0.distance) }
    }

    /// How far a word stands from a column: by its left or right edge or its middle.
    private static func distance(_ word: ColumnSegment, _ column: Range<Int>) -> Int {
        min(
            abs(word.start - column.lowerBound), abs(word.end - column.upperBound),
            abs(word.start + word.end - column.lowerBound - column.upperBound) / 2)
    }
}
