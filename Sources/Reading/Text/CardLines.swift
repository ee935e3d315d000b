/// Cards set in columns of blanks one below the other: labels with their values, then a table of as many columns as it
/// likes, and again. Long values run over the columns of the table, so that each part is read by itself.
///
///     Obiettivo      Riqualificazione della piazza e delle vie che portano ad essa
///     Responsabile   A. Bianchi            Peso      40
///     Indicatore     Unità                 Atteso    Raggiunto
///     Alberi         n.                    12        14
struct CardLines {
    /// A part of a card.
    struct Part {
        /// Its lines.
        var found: ColumnTables.Found
        /// Labels with values on lines of their own, and no table.
        var areLabels: Bool
    }

    private let found: ColumnTables.Found
    private let labels: Set<String>

    /// Nil where lines do not begin with the same labels again and again.
    init?(_ found: ColumnTables.Found) {
        let firsts = found.segments.compactMap { Self.label(of: $0) }
        let counts = Dictionary(firsts.map { ($0, 1) }, uniquingKeysWith: +)
        guard let opening = firsts.first, let cards = counts[opening], cards > 1,
            let edge = found.segments.compactMap(\.first?.start).min()
        else { return nil }
        let labels = Set(counts.filter { $0.value > 1 && $0.value * 2 >= cards }.map(\.key))
        let heads = found.segments.count { line in
            Self.label(of: line).map(labels.contains) ?? false && Self.isHead(line)
        }
        guard labels.count > 2, heads > 1, heads * 2 >= cards,
            found.segments.allSatisfy({ line in
                Self.label(of: line).map { !labels.contains($0) || line[0].start <= edge + 1 } ?? true
            })
        else { return nil }
        self.found = found
        self.labels = labels
    }

    /// The parts from top to bottom.
    func parts() -> [Part] {
        var parts: [Part] = []
        for (index, segments) in zip(found.lines, found.segments) {
            let isLabelled = Self.label(of: segments).map(labels.contains) ?? false
            let opensTable = isLabelled && Self.isHead(segments)
            if let last = parts.last, !opensTable, !isLabelled || last.areLabels {
                parts[parts.count - 1].found.lines = last.found.lines.lowerBound..<(index + 1)
                parts[parts.count - 1].found.segments.append(segments)
            } else {
                parts.append(
                    Part(
                        found: ColumnTables.Found(
                            lines: index..<(index + 1), segments: [segments], rules: found.rules),
                        areLabels: !opensTable))
            }
        }
        return parts
    }

    /// The first piece of a line of several, where it is a text.
    private static func label(of segments: [ColumnSegment]) -> String? {
        guard segments.count > 1, let first = segments.first, !WrappedRows.isFigure(first.text),
            first.text.contains(where: \.isLetter)
        else { return nil }
        return first.text
    }

    /// Three pieces or more, none with a figure: the head of a table.
    private static func isHead(_ segments: [ColumnSegment]) -> Bool {
        segments.count > 2 && !segments.contains { $0.text.contains(where: \.isNumber) }
    }
}

extension CardLines.Part {
    /// Labels and values, a row a line; a line without a label goes on with the one above.
    func rows(_ lines: [TextLine], _ builder: inout DocumentBuilder) -> Table {
        let edge = found.segments.compactMap(\.first?.start).min() ?? 0
        var rows: [[Cell]] = []
        /// Where the cells of the last row begin.
        var starts: [Int] = []
        for (index, segments) in zip(found.lines, found.segments) where !segments.isEmpty {
            let place = lines[index].place
            let texts = segments.map { builder.cleaned($0.text, at: place) }
            if segments.count == 1, segments[0].start <= edge + 1, texts[0].first?.isLowercase ?? false,
                let last = rows.indices.last
            {
                // The label goes on: `Responsabile del` over `servizio`.
                TextJoin.append(texts[0], to: &rows[last][0].text)
            } else if segments[0].start > edge + 1, let last = rows.indices.last {
                for (segment, text) in zip(segments, texts) {
                    let cell = starts.lastIndex { abs($0 - segment.start) <= 1 } ?? rows[last].count - 1
                    TextJoin.append(text, to: &rows[last][cell].text)
                }
            } else {
                starts = segments.map(\.start)
                rows.append(
                    texts.enumerated().map {
                        Cell($1, place: place.cell(row: rows.count, column: $0))
                    })
            }
        }
        return Table(rows: rows)
    }
}
