/// A piece of a line between two wide gaps, with its columns counted in Unicode scalars.
struct ColumnSegment: Hashable, Sendable {
    /// The first column.
    let start: Int
    /// The column after the last.
    let end: Int
    /// What stands there.
    let text: String

    /// The pieces of a line: two blanks or more stand between two of them.
    static func segments(of line: String) -> [ColumnSegment] {
        guard line.utf8.contains(0x20) || !line.isEmpty else { return [] }
        var result: [ColumnSegment] = []
        var text = String.UnicodeScalarView()
        var start = 0
        var blanks = 0
        var column = 0
        for scalar in line.unicodeScalars {
            if scalar == " " {
                blanks += 1
            } else {
                if blanks >= 2 || text.isEmpty {
                    close(&text, start, &result)
                    start = column
                } else if blanks == 1 {
                    text.append(" ")
                }
                text.append(scalar)
                blanks = 0
            }
            column += 1
        }
        close(&text, start, &result)
        return withValues(result).flatMap(\.figures)
    }

    /// The pieces of a line, `PESO` and `: 45` as one: blanks before a colon part nothing.
    private static func withValues(_ pieces: [ColumnSegment]) -> [ColumnSegment] {
        pieces.reduce(into: []) { result, piece in
            if let last = result.last, piece.text.first == ":", last.text.last != ":" {
                result[result.count - 1] = ColumnSegment(
                    start: last.start, end: piece.end, text: last.text + piece.text)
            } else {
                result.append(piece)
            }
        }
    }

    /// The figures of a piece of several, which one blank parts where they fill their columns: `91.250,50 104.310,00`; the
    /// piece itself for any other. Each has a point, a comma or a sign, so that it is no group of a figure's digits.
    private var figures: [ColumnSegment] {
        let words = text.split(separator: " ")
        guard words.count > 1, words.allSatisfy(Self.isWholeFigure) else { return [self] }
        var column = start
        return words.map { word in
            let figure = ColumnSegment(
                start: column, end: column + word.unicodeScalars.count, text: String(word))
            column = figure.end + 1
            return figure
        }
    }

    private static func isWholeFigure(_ word: Substring) -> Bool {
        guard word.last.map({ $0.isNumber || $0 == "%" }) ?? false, word.count >= 3 else { return false }
        // A day.
        if word.count >= 8, word.count(where: { $0 == "/" }) == 2 {
            return word.allSatisfy { $0.isNumber || $0 == "/" }
        }
        return word.contains(where: { ".,%".contains($0) })
            && word.allSatisfy { $0.isNumber || ".,%+-".contains($0) }
    }

    private static func close(
        _ text: inout String.UnicodeScalarView, _ start: Int, _ result: inout [ColumnSegment]
    ) {
        guard !text.isEmpty else { return }
        result.append(ColumnSegment(start: start, end: start + text.count, text: String(text)))
        text.removeAll()
    }
}

/// Where the columns of a table of blanks stand: intervals with a blank between.
struct ColumnCores: Hashable, Sendable {
    /// The intervals, from left to right.
    private(set) var intervals: [Range<Int>] = []

    /// How many columns there are.
    var count: Int { intervals.count }

    /// The columns of one line.
    init(_ segments: [ColumnSegment]) { add(segments) }

    /// Columns at these intervals.
    init(intervals: [Range<Int>]) { self.intervals = intervals }

    /// Adds the pieces of a line: a piece that touches an interval widens it, one that bridges two makes them one.
    mutating func add(_ segments: [ColumnSegment]) {
        for segment in segments {
            var low = segment.start
            var high = segment.end
            let first = intervals.partitioningIndex { $0.upperBound + 1 > low }
            var last = first
            while last < intervals.count, intervals[last].lowerBound < high + 1 {
                low = min(low, intervals[last].lowerBound)
                high = max(high, intervals[last].upperBound)
                last += 1
            }
            intervals.replaceSubrange(first..<last, with: [low..<high])
        }
    }

    /// The columns that a piece stands in; empty where it stands between them.
    func columns(of segment: ColumnSegment) -> Range<Int> {
        let first = intervals.partitioningIndex { $0.upperBound > segment.start }
        var last = first
        while last < intervals.count, intervals[last].lowerBound < segment.end { last += 1 }
        return first..<last
    }

    /// How many pieces begin where a column begins.
    func aligned(_ segments: [ColumnSegment]) -> Int {
        segments.count { segment in
            let index = intervals.partitioningIndex { $0.lowerBound >= segment.start }
            return index < intervals.count && intervals[index].lowerBound == segment.start
        }
    }
}

extension Array {
    /// The first index whose element meets a condition that no element before, and every one after, meets.
    fileprivate func partitioningIndex(where condition: (Element) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if condition(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// Finds tables whose columns are told by blanks alone, as `pdftotext -layout` writes them.
struct ColumnTables {
    /// Lines that make a table.
    struct Found {
        /// Its lines.
        var lines: Range<Int>
        /// The pieces of each of them; none for a blank line.
        var segments: [[ColumnSegment]]
        /// Which of them are drawn lines.
        var rules: Set<Int>
    }

    private let kinds: [TextLineKind]
    private let range: Range<Int>
    private let segments: [[ColumnSegment]]

    /// The tables among the lines of a range, from top to bottom.
    static func find(in lines: [TextLine], _ range: Range<Int>, _ kinds: [TextLineKind]) -> [Found] {
        let segments = range.map { kinds[$0] == .plain ? ColumnSegment.segments(of: lines[$0].text) : [] }
        guard segments.contains(where: { $0.count > 1 }) else { return [] }
        return ColumnTables(kinds: kinds, range: range, segments: segments).find()
    }

    private func pieces(_ line: Int) -> [ColumnSegment] { segments[line - range.lowerBound] }

    private func find() -> [Found] {
        var result: [Found] = []
        var index = range.lowerBound
        while index < range.upperBound {
            guard pieces(index).count > 1 else {
                index += 1
                continue
            }
            let end = grown(from: index, opening: result.first?.segments.first?.first?.text)
            if isTable(index..<end) {
                let rules = (index..<end).filter { kinds[$0] == .rule }
                result.append(
                    Found(lines: index..<end, segments: (index..<end).map(pieces), rules: Set(rules)))
                index = end
            } else {
                index += 1
            }
        }
        return result
    }

    /// Two lines with cells, or one with a gap that nobody makes by mistake.
    private func isTable(_ lines: Range<Int>) -> Bool {
        let rows = lines.filter { pieces($0).count > 1 }
        if rows.count > 1 { return true }
        let single = pieces(lines.lowerBound)
        return zip(single, single.dropFirst()).contains { $1.start - $0.end >= 3 }
    }

    /// The end of the table that begins at the line.
    ///
    /// - Parameter opening: what the first table begins with.
    private func grown(from start: Int, opening: String?) -> Int {
        let opening = opening ?? pieces(start)[0].text
        var cores = ColumnCores(pieces(start))
        var end = start + 1
        while end < range.upperBound {
            if kinds[end] == .rule {
                end += 1
            } else if kinds[end] == .blank {
                // A title may stand over the head of the next table.
                guard let next = group(after: end, cores),
                    let first = (end..<next).first(where: { pieces($0).count > 1 }),
                    !isHead(first, besides: start..<end), !isTitled(first, from: end, below: start),
                    !opensCard(first, opening, below: start..<end)
                else { return end }
                for line in end..<next { cores.add(pieces(line)) }
                end = next
            } else {
                guard accepts(pieces(end), cores), !isCalendar(pieces(end)),
                    !isHead(end, afterTotalIn: start..<end)
                else { return end }
                cores.add(pieces(end))
                end += 1
            }
        }
        while end > start + 1, kinds[end - 1] != .plain { end -= 1 }
        return end
    }

    private func accepts(_ pieces: [ColumnSegment], _ cores: ColumnCores) -> Bool {
        var widened = cores
        widened.add(pieces)
        if pieces.count == 1 { return widened.count >= cores.count }
        return widened.count >= 2 && (widened.count >= cores.count || cores.aligned(pieces) >= 2)
    }

    /// Three words or more, none of them a figure but years.
    private func isHead(_ line: Int) -> Bool {
        pieces(line).count > 2 && pieces(line)[0].text.first?.isLetter ?? false
            && pieces(line).allSatisfy { piece in
                piece.text.first?.isLetter ?? false && !WrappedRows.isFigure(piece.text)
                    || piece.text.count == 4 && Int(piece.text).map { (1990...2050).contains($0) } ?? false
            }
    }

    /// The head of another table below a blank line: hardly any of its words begins or ends where one does above it.
    private func isHead(_ line: Int, besides lines: Range<Int>) -> Bool {
        guard isHead(line) else { return false }
        let above = lines.lazy.flatMap { pieces($0).dropFirst() }
        let aligned = pieces(line).dropFirst().count { piece in
            above.contains { abs($0.start - piece.start) <= 1 || abs($0.end - piece.end) <= 1 }
        }
        return aligned * 3 < pieces(line).count
    }

    /// The head of another table right below its title, behind blank lines: four words or more, short ones, none of which
    /// stands in the head of the table above.
    private func isTitled(_ line: Int, from blank: Int, below top: Int) -> Bool {
        let title = pieces(line - 1)
        guard line > blank, title.count == 1, title[0].text.split(separator: " ").count <= 3,
            isHead(line), isHead(top), pieces(line).count > 3,
            pieces(line).allSatisfy({ $0.text.count <= 25 })
        else { return false }
        return Set(pieces(line).map(\.text)).isDisjoint(with: pieces(top).map(\.text))
    }

    /// The first labels of another card, which are those of the first one: `Codice  1.2   Peso  30%`, below a table with a
    /// head of its own.
    private func opensCard(_ line: Int, _ opening: String, below lines: Range<Int>) -> Bool {
        let count = pieces(line).count
        return pieces(line).first?.text == opening && count.isMultiple(of: 2) && !isHead(line)
            && lines.contains { isHead($0) && pieces($0).count > count / 2 }
    }

    /// A line of several words without a figure right below a row of totals: the head of another table.
    private func isHead(_ line: Int, afterTotalIn rows: Range<Int>) -> Bool {
        guard rows.count > 2, let last = pieces(rows.upperBound - 1).first,
            ["totale", "totali", "totale complessivo"].contains(last.text.lowercased())
        else { return false }
        return pieces(line).count > 2 && !pieces(line).contains { $0.text.contains(where: \.isNumber) }
    }

    /// The head of a calendar, twelve months by their first letters or by their short names: a table of its own, whose
    /// columns are narrow.
    private func isCalendar(_ pieces: [ColumnSegment]) -> Bool {
        let months = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"]
        return pieces.count >= months.count
            && zip(pieces.suffix(months.count), months).allSatisfy { piece, month in
                let text = piece.text.lowercased()
                return text == month || text == month.prefix(1)
            }
    }

    /// The end of the lines after one or two blank ones, where all of them keep to the columns.
    private func group(after blank: Int, _ cores: ColumnCores) -> Int? {
        var start = blank
        while start < range.upperBound, kinds[start] == .blank { start += 1 }
        guard start < range.upperBound, start - blank <= 2, kinds[start] == .plain, !isCalendar(pieces(start))
        else { return nil }
        var end = start
        var widened = cores
        while end < range.upperBound, kinds[end] == .plain {
            widened.add(pieces(end))
            end += 1
        }
        guard widened.count >= cores.count else { return nil }
        return (start..<end).contains { pieces($0).count > 1 } ? end : nil
    }
}
