/// Where the columns of a table of blanks begin: a column of text so wide that one blank alone parts it from the next is
/// parted there all the same, as in a head whose words fill their columns (`Peso I` over `20` and `X`).
struct ColumnStarts {
    /// How many lines have to begin a piece there.
    private static let support = 3
    /// How many pieces a line has at least that is parted: shorter ones are headings over several columns.
    private static let leastPieces = 3

    private let starts: [Int]

    /// The columns that several lines begin exactly below one another, and into which no word of any line reaches. A
    /// figure or code that one blank parts from a column shows it, too.
    init(_ lines: [[ColumnSegment]]) {
        var strong: [Int: Int] = [:], weak: [Int: Int] = [:]
        for piece in lines.joined() {
            strong[piece.start, default: 0] += 1
            for column in piece.startsAtFigures { weak[column, default: 0] += 1 }
        }
        let often = strong.filter { start, count in
            count >= Self.support || count + weak[start, default: 0] >= Self.support
        }
        starts = often.keys.sorted().filter { start in
            !lines.joined().contains {
                $0.start < start - 2 && $0.end > start && $0.wordStart(near: start) == nil
            }
        }
    }

    /// The pieces of a line, those parted that go over the beginning of a column with a blank before it.
    func parted(_ line: [ColumnSegment]) -> [ColumnSegment] {
        guard line.count >= Self.leastPieces, !starts.isEmpty else { return line }
        return line.flatMap { piece in
            // A piece that begins elsewhere than a column is no two cells.
            guard starts.contains(where: { abs($0 - piece.start) <= 2 }) else { return [piece] }
            return piece.parted(
                at: starts.filter { $0 > piece.start + 2 && $0 < piece.end }.compactMap(piece.wordStart))
        }
    }
}

extension ColumnSegment {
    /// Where figures begin within it, and words with a capital right behind one: `… 30% Ore di apertura`.
    fileprivate var startsAtFigures: [Int] {
        var starts: [Int] = []
        var column = start
        var isBehindFigure = false, isBehindYear = false
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let isYear = word.count == 4 && Int(word).map { (1990...2050).contains($0) } ?? false
            // A year is of the head before it, unless that is another year.
            let isFigure =
                word.utf8.count <= 10 && (word.last.map { $0.isNumber || $0 == "%" } ?? false)
                && WrappedRows.isFigure(String(word)) && (!isYear || isBehindYear)
            let beginsCell = isFigure || isBehindFigure && word.first?.isUppercase ?? false
            if column > start, beginsCell { starts.append(column) }
            (isBehindFigure, isBehindYear) = (isFigure, isYear)
            column += word.unicodeScalars.count + 1
        }
        return starts
    }

    /// Where a word of it begins: at a column, or up to two before or behind it, as heads often do.
    fileprivate func wordStart(near column: Int) -> Int? {
        [column, column - 1, column + 1, column - 2, column + 2].first(where: hasBlank)
    }

    /// Whether a word of it begins at a column. Its text has each blank of the line, for two of them would end it.
    private func hasBlank(before column: Int) -> Bool {
        let scalars = text.unicodeScalars
        guard column > start, column < end,
            let index = scalars.index(
                scalars.startIndex, offsetBy: column - start - 1, limitedBy: scalars.endIndex),
            index < scalars.endIndex
        else { return false }
        return scalars[index] == " "
    }

    /// Its parts between columns at which words of it begin.
    fileprivate func parted(at columns: [Int]) -> [ColumnSegment] {
        guard let column = columns.first else { return [self] }
        let scalars = Array(text.unicodeScalars)
        let length = column - start
        guard length > 1, length < scalars.count else { return [self] }
        var left = String.UnicodeScalarView(), right = String.UnicodeScalarView()
        left.append(contentsOf: scalars[..<(length - 1)])
        right.append(contentsOf: scalars[length...])
        let rest = ColumnSegment(start: column, end: end, text: String(right))
        return [ColumnSegment(start: start, end: column - 1, text: String(left))]
            + rest.parted(at: Array(columns.dropFirst()))
    }
}
