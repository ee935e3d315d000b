/// Cells of a table of blanks that one blank alone parts from the next, where the rows tell that they are two: a figure
/// behind a text that fills its column, heads of narrow columns.
///
///     Indicatore                             Peso Target Risultato
///     Fascicoli scansionati                  50%       9.000     8.640
///     Controlli sulla regolarità degli ambulanti 40%   110       112
struct GluedCells {
    /// How far a figure may stand from where its column begins, in characters.
    private static let reach = 6
    /// How far it may where other lines leave the column empty, too.
    private static let nearest = 2

    /// The lines with such cells parted.
    static func parted(_ lines: [[ColumnSegment]]) -> [[ColumnSegment]] {
        let body = lines.indices.filter { lines[$0].count > 1 && lines[$0].contains { isFigure($0.text) } }
        guard let first = body.first, body.count > 1 else { return lines }
        var cores = ColumnCores([])
        for index in body { cores.add(lines[index].filter { !endsWithFigure($0) }) }
        guard cores.count > 2 else { return lines }
        var result = lines
        // Lines that begin in one column fill the same columns.
        let kinds = Dictionary(grouping: body) { index in cores.columns(of: lines[index][0]).lowerBound }
        for kind in kinds.values {
            let filled = cores.intervals.filter { column in
                kind.allSatisfy { index in
                    lines[index].contains { $0.start < column.upperBound && $0.end > column.lowerBound }
                        || lines[index].contains(where: endsWithFigure)
                }
            }
            for index in kind { result[index] = figuresParted(lines[index], cores, filled) }
        }
        for index in lines.indices where index < first && lines[index].count > 1 {
            result[index] = headsParted(lines[index], cores)
        }
        return result
    }

    private static func isFigure(_ text: String) -> Bool { WrappedRows.isFigure(text) }

    /// True for a text with a figure or the sign of a unit at its end; a year is a part of the text.
    private static func endsWithFigure(_ piece: ColumnSegment) -> Bool {
        guard !isFigure(piece.text), let word = piece.text.split(separator: " ").last else { return false }
        let isYear = word.count == 4 && Int(word).map { (1900...2100).contains($0) } ?? false
        return word.count < piece.text.count && (isFigure(String(word)) && !isYear || units.contains(word))
    }

    private static let units: Set<Substring> = ["n.", "n°", "N.", "%", "€", "gg", "gg.", "kg", "mq", "km"]

    /// A line whose text takes the figure of the next column, which is empty here and in no other line, with it.
    private static func figuresParted(
        _ line: [ColumnSegment], _ cores: ColumnCores, _ filled: [Range<Int>]
    ) -> [ColumnSegment] {
        line.enumerated().flatMap { order, piece -> [ColumnSegment] in
            guard endsWithFigure(piece), let word = piece.text.split(separator: " ").last else {
                return [piece]
            }
            let start = piece.end - word.unicodeScalars.count
            let own = cores.intervals.firstIndex { $0.upperBound > piece.start } ?? 0
            let next = order + 1 < line.count ? line[order + 1].start : Int.max
            guard own + 1 < cores.count, case let column = cores.intervals[own + 1],
                abs(column.lowerBound - start) <= (filled.contains(column) ? reach : nearest),
                column.upperBound <= next
            else { return [piece] }
            let text = String(piece.text.dropLast(word.count + 1))
            return [
                ColumnSegment(start: piece.start, end: start - 1, text: text),
                ColumnSegment(
                    start: max(start, column.lowerBound),
                    end: max(start, column.lowerBound) + word.unicodeScalars.count, text: String(word)),
            ]
        }
    }

    /// A line of heads with a cell for each column of the rows, in their order: where it has fewer, those of several
    /// words that each begin large are parted.
    private static func headsParted(_ line: [ColumnSegment], _ cores: ColumnCores) -> [ColumnSegment] {
        let end = cores.intervals.last?.upperBound ?? 0
        let over = line.prefix { $0.start < end }
        let parts = over.map { piece in
            let words = piece.text.split(separator: " ").map(String.init)
            return words.allSatisfy { $0.first?.isUppercase ?? false || $0 == "%" } ? words : [piece.text]
        }
        guard let split = choice(of: parts, count: cores.count) else { return line }
        let cells = zip(over, parts).enumerated().flatMap { order, both in
            split.contains(order) ? both.1 : [both.0.text]
        }
        return zip(cells, cores.intervals).map { cell, column in
            ColumnSegment(
                start: column.lowerBound,
                end: max(
                    column.lowerBound + 1,
                    min(column.upperBound, column.lowerBound + cell.unicodeScalars.count)),
                text: cell)
        } + line.dropFirst(over.count)
    }

    /// Which pieces are parted so that there are as many cells: all that may be, or the only one that does it.
    private static func choice(of parts: [[String]], count: Int) -> Set<Int>? {
        guard parts.count < count else { return nil }
        let several = parts.indices.filter { parts[$0].count > 1 }
        if parts.reduce(0, { $0 + $1.count }) == count { return Set(several) }
        let fitting = several.filter { parts.count - 1 + parts[$0].count == count }
        return fitting.count == 1 ? Set(fitting) : nil
    }
}
