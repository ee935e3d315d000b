/// A form set in columns of blanks: labels at the left with their values, below them a table of more columns, over whose
/// gaps the values run. Each part is read by itself.
///
///     Obiettivo 1.1      Riqualificazione della piazza e delle vie che portano ad essa,
///                        con nuovi alberi
///     Peso               40
///     Indicatori         Unità       Atteso 2026      Atteso 2027
///     Alberi             n.          12               14
struct FormLines {
    private let found: ColumnTables.Found
    private let edge: Int
    /// Where labels begin in lines of several, some value of which is a figure.
    private let starts: Set<Int>

    /// The lines of a table that was found.
    init(_ found: ColumnTables.Found) {
        self.found = found
        edge = found.segments.compactMap(\.first?.start).min() ?? 0
        let pairs = found.segments.filter { Self.arePairs($0) && !Self.areWords($0) }
        starts = Set(pairs.flatMap { Self.labels(of: $0).map(\.start) })
    }

    /// The parts from top to bottom; nil where no table stands below labels.
    func parts() -> [CardLines.Part]? {
        var parts: [CardLines.Part] = []
        var start = 0
        var opening: Substring?
        for head in found.segments.indices where isHead(head) && head > start {
            guard let first = labelsStart(above: head, from: start, opening: opening) else {
                guard parts.isEmpty else { continue }
                return nil
            }
            if first > start {
                guard !parts.isEmpty else { return nil }
                parts.append(part(start..<first, areLabels: false))
            }
            opening = opening ?? firstWord(first)
            parts.append(part(first..<head, areLabels: true))
            start = head
        }
        guard !parts.isEmpty else {
            return areLabels ? [part(0..<found.segments.count, areLabels: true)] : nil
        }
        return parts + [part(start..<found.segments.count, areLabels: false)]
    }

    private func part(_ range: Range<Int>, areLabels: Bool) -> CardLines.Part {
        let lower = found.lines.lowerBound
        return CardLines.Part(
            found: ColumnTables.Found(
                lines: (lower + range.lowerBound)..<(lower + range.upperBound),
                segments: Array(found.segments[range]), rules: found.rules), areLabels: areLabels)
    }

    private func firstWord(_ index: Int) -> Substring? {
        found.segments[index].first?.text.prefix { $0 != " " }
    }

    /// Three pieces or more, each of which begins with a letter, the first at the left edge; where labels stand in other
    /// lines, over a line of more than a label and its value.
    private func isHead(_ index: Int) -> Bool {
        let pieces = found.segments[index]
        guard pieces.count > 2, pieces[0].start <= edge + 1, Self.areWords(pieces) else { return false }
        // At the foot of a page nothing stands below a head.
        return !isBesideLabels(index)
            || found.segments.dropFirst(index + 1).first.map { $0.count > 2 } ?? true
    }

    private static func areWords(_ pieces: [ColumnSegment]) -> Bool {
        pieces.allSatisfy { $0.text.first?.isLetter ?? false && $0.text.utf8.count <= 50 }
    }

    private static func labels(of pieces: [ColumnSegment]) -> [ColumnSegment] {
        pieces.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    }

    /// `Linea di mandato  Efficienza   Durata  Annuale`: labels where those of other lines stand. A head comes again, or
    /// names years.
    private func isBesideLabels(_ index: Int) -> Bool {
        let pieces = found.segments[index]
        let labels = Self.labels(of: pieces)
        return pieces.count.isMultiple(of: 2) && labels.allSatisfy { starts.contains($0.start) }
            && !labels.dropFirst().contains { $0.text.contains(where: \.isNumber) }
            && found.segments.count { $0.map(\.text) == pieces.map(\.text) } == 1
    }

    /// Where the labels begin that stand right above a head: those of the first card are all lines from its start; the
    /// ones of another begin with the word that opened the first.
    private func labelsStart(above head: Int, from start: Int, opening: Substring?) -> Int? {
        var first = head
        var values: Set<Int> = []
        var labels = 0
        while first > start, opening == nil || first == head || firstWord(first) != opening {
            let pieces = found.segments[first - 1]
            if pieces.count > 2, !isPairs(first - 1) { break }
            if pieces.count >= 2 {
                guard pieces[0].start <= edge + 1 else { break }
                values.insert(pieces[1].start)
                labels += 1
            } else if let only = pieces.first, only.start <= edge + 1,
                !(only.text.first?.isLowercase ?? false)
            {
                break
            }
            first -= 1
        }
        while first < head, found.segments[first].count < 2 { first += 1 }
        guard first < head, values.count == 1, opening.map({ firstWord(first) == $0 }) ?? (first == start)
        else {
            return nil
        }
        // `Obiettivo 04.01` over `Peso`: the labels of a card, and no head of two lines.
        let isNumbered = found.segments[first][0].text.contains(where: \.isNumber)
        return labels > 1 && isNumbered || runOver(head, first..<head) ? first : nil
    }

    /// `Codice  1.2   Peso  30%`: two labels or more with their values, no head.
    private func isPairs(_ index: Int) -> Bool {
        !isHead(index) && (Self.arePairs(found.segments[index]) || isBesideLabels(index))
            && found.segments[index].count > 2
    }

    private static func arePairs(_ pieces: [ColumnSegment]) -> Bool {
        [4, 6, 8].contains(pieces.count)
            && labels(of: pieces).dropFirst().allSatisfy { $0.text.first?.isLetter ?? false }
    }

    /// Whether nothing but labels and values stand in all lines, a value of one over the gaps between those of another.
    private var areLabels: Bool {
        let filled = found.segments.indices.filter { !found.segments[$0].isEmpty }
        guard filled.count > 1, let first = filled.first, found.segments[first][0].start <= edge + 1 else {
            return false
        }
        let pairs = filled.filter(isPairs)
        return !pairs.isEmpty
            && filled.allSatisfy { index in
                let pieces = found.segments[index]
                return isPairs(index) || pieces.count == 2 && pieces[0].start <= edge + 1
                    || pieces.count == 1 && pieces[0].start > edge + 1
            }
            && pairs.contains { runOver($0, 0..<found.segments.count) }
    }

    /// Whether a value runs over a gap between two columns of the table below it.
    private func runOver(_ head: Int, _ lines: Range<Int>) -> Bool {
        let pieces = found.segments[head]
        return zip(pieces, pieces.dropFirst()).dropFirst().contains { left, right in
            found.segments[lines].joined().contains { $0.start < left.end && $0.end > right.start }
        }
    }
}
