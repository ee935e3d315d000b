/// Regions of a page where lines of text stand in columns without a lattice around them.
struct AlignedRegions {
    /// The words that belong to no table yet.
    let words: [Word]
    /// The lines drawn on the page.
    let rulings: Rulings
    /// From which share of the size of the font a blank parts two pieces of text.
    let pieceGap: Double

    /// A line of text with its pieces.
    private struct Row {
        /// The pieces that wide blanks part.
        var chunks: [Chunk]
        /// The pieces that blanks wider than one between words part.
        var pieces: [Chunk]
        var box: Box
        /// The size of its first word, in points.
        var size: Double { chunks.first?.words.first?.size ?? 10 }
        var isMulti: Bool {
            chunks.count >= 2 || (pieces.count >= 3 && pieces.filter(\.isFigure).count * 2 >= pieces.count)
        }
    }

    /// The regions from top to bottom.
    func boxes() -> [Box] {
        let rows = TextLine.lines(of: words.filter { $0.direction == .across }).map {
            Row(
                chunks: $0.chunks(gap: 1.1, rulings: rulings.upright),
                pieces: $0.chunks(gap: pieceGap, rulings: rulings.upright), box: $0.box)
        }
        return runs(rows).flatMap { run -> [Box] in
            let parts = divided(run)
            return parts.compactMap { part -> Box? in
                // A head that others stand above or below makes a table of a single row, too.
                guard let box = part.map(\.box).bounds,
                    parts.count > 1 && part.count(where: \.isMulti) > 1 || isTable(part)
                else { return nil }
                return snapped(box, rows: rows)
            }
        }
    }

    /// Lines that follow one another, most of them with several pieces.
    private func runs(_ rows: [Row]) -> [[Row]] {
        var runs: [[Row]] = []
        var run: [Row] = []
        var waiting: [Row] = []
        for row in rows {
            guard row.isMulti else {
                if !run.isEmpty { waiting.append(row) }
                continue
            }
            if let last = (run + waiting).last, let box = run.map(\.box).bounds {
                let size = row.size
                let isNear =
                    row.box.top - last.box.bottom < size * 2.5
                    && max(size, last.size) < min(size, last.size) * 1.15 + 1
                let isFilled = waiting.count <= 8 && areWithin(waiting, box, run)
                let isApart = row.box.top - last.box.bottom > size * 1.3 && !sharesEdges(row, run)
                if !isNear || !isFilled || isApart || beginsAnew(row, run, waiting) || !isAligned(row, run) {
                    runs.append(run)
                    run = []
                    waiting = []
                }
            }
            run += waiting
            waiting = []
            run.append(row)
        }
        if !run.isEmpty { runs.append(run) }
        return runs
    }

    /// Whether lines alone above a row are none of the table above them: one is a heading in larger letters, or the row is
    /// the head of that table again.
    private func beginsAnew(_ row: Row, _ run: [Row], _ waiting: [Row]) -> Bool {
        guard !waiting.isEmpty, let first = run.first(where: \.isMulti) else { return false }
        return waiting.contains { $0.size > row.size * 1.15 }
            || first.pieces.map(\.text) == row.pieces.map(\.text)
    }

    /// The tables that follow one another in a run.
    private func divided(_ run: [Row]) -> [[Row]] {
        FollowingTables(lines: run.map(\.pieces)).parts().map { Array(run[$0]) }
    }

    /// Whether lines with one piece may stand within a run of lines: short, or within a column.
    private func areWithin(_ rows: [Row], _ box: Box, _ run: [Row]) -> Bool {
        guard !rows.isEmpty else { return true }
        guard rows.allSatisfy({ $0.box.left >= box.left - 5 && $0.box.right <= box.right + 5 }) else {
            return false
        }
        let multi = run.filter(\.isMulti).suffix(20).map(\.pieces)
        let strips = ColumnFinder(lines: multi, size: run.first?.box.height ?? 10).strips(minimalWidth: 3)
        let crossing = rows.filter { row in
            strips.contains { $0.left > row.box.left - 1 && $0.right < row.box.right + 2 }
        }
        let size = multi.last?.first?.words.first?.size ?? 10
        return crossing.count <= 1
            && crossing.allSatisfy { row in
                row.box.width < box.width * 0.8
                    && row.pieces.allSatisfy { abs(($0.words.first?.size ?? size) - size) < 1 }
            }
    }

    /// Whether a blank goes down through all lines.
    static func hasBlank(through lines: [[Chunk]]) -> Bool {
        let boxes = lines.joined().map(\.box).sorted { $0.left < $1.left }
        guard var right = boxes.first?.right else { return false }
        let size = lines.joined().flatMap { $0.words.map(\.size) }.max() ?? 10
        for box in boxes {
            if box.left - right > size * (lines.count >= 4 ? 0.6 : 1) {
                return !areProse(lines, partedAt: (right + box.left) / 2)
            }
            right = max(right, box.right)
        }
        return false
    }

    /// Whether many lines without figures fill the room on both sides of a blank: two columns of prose.
    private static func areProse(_ lines: [[Chunk]], partedAt middle: Double) -> Bool {
        let pieces = lines.joined()
        guard lines.count >= 8, !pieces.contains(where: \.isFigure) else { return false }
        return [pieces.filter { $0.box.centerX < middle }, pieces.filter { $0.box.centerX >= middle }]
            .allSatisfy { side in
                guard let bounds = side.map(\.box).bounds else { return false }
                let full = side.reduce(0) { $0 + $1.box.width }
                return full > 0.85 * bounds.width * Double(lines.count)
            }
    }

    /// Whether a piece of a line behind its first begins or ends exactly below one of the lines before it.
    private func sharesEdges(_ row: Row, _ run: [Row]) -> Bool {
        let others = run.suffix(4).flatMap { $0.chunks.dropFirst() }
        return row.chunks.dropFirst().contains { piece in
            others.contains {
                abs($0.box.left - piece.box.left) < 1.5 || abs($0.box.right - piece.box.right) < 1.5
            }
        }
    }

    /// Whether the pieces of a line stand where those of the lines before it stand.
    private func isAligned(_ row: Row, _ run: [Row]) -> Bool {
        let voters = run.filter(\.isMulti).suffix(6)
        guard !voters.isEmpty else { return true }
        let strips = ColumnFinder(lines: voters.map(\.pieces) + [row.pieces], size: row.box.height).strips(
            minimalWidth: 3, tolerated: 0.2)
        return !strips.isEmpty
    }

    /// Whether lines are rows of a table: several columns, one of figures or all of few words.
    private func isTable(_ run: [Row]) -> Bool {
        let multi = run.filter(\.isMulti)
        guard multi.count >= 2, multi.count * 4 >= run.count else { return false }
        let lines = multi.map(\.pieces)
        let size = multi.flatMap { $0.chunks.flatMap { $0.words.map(\.size) } }.max() ?? 10
        let cuts = ColumnFinder(lines: lines, size: size).strips().map(\.middle)
        guard !cuts.isEmpty else { return false }
        if Self.areLabelsAndValues(multi.map(\.chunks)) { return true }
        var cells = Array(repeating: [Chunk](), count: cuts.count + 1)
        for line in lines {
            let byColumn = Dictionary(grouping: line) { chunk in
                cuts.firstIndex { chunk.box.centerX < $0 } ?? cuts.count
            }
            for (column, chunks) in byColumn {
                guard let box = chunks.map(\.box).bounds else { continue }
                cells[column].append(Chunk(words: chunks.flatMap(\.words), box: box))
            }
        }
        return Self.isTable(cells, rows: multi.count)
    }

    /// Whether lines are labels with their values: short texts at one edge, each with another that begins exactly below
    /// the one above it.
    static func areLabelsAndValues(_ lines: [[Chunk]]) -> Bool {
        guard lines.count >= 3, let first = lines.first, first.count >= 2 else { return false }
        let left = first[0].box.left, value = first[1].box.left
        // The code of a form and its title may stand above, and what is one pair may seem one piece.
        let pairs = isCode(first[0].text) ? lines.dropFirst() : lines[...]
        return pairs.count { $0.count % 2 != 0 } * 2 <= pairs.count
            && lines.enumerated().allSatisfy { index, line in
                guard line.count > 1, abs(line[0].box.left - left) < 1, abs(line[1].box.left - value) < 1,
                    line[0].words.count <= 5
                else { return false }
                return index == 0 && isCode(line[0].text)
                    || line[0].text.contains(where: \.isLetter) && line[0].text.count > 2
                        && !line[0].isFigure
            }
    }

    /// `2025.01.002`
    private static func isCode(_ text: String) -> Bool {
        text.count(where: { $0 == "." }) > 1 && text.allSatisfy { $0.isNumber || $0 == "." }
    }

    private static func isTable(_ columns: [[Chunk]], rows: Int) -> Bool {
        let names = columns.first ?? []
        let areMarks = names.allSatisfy { $0.text.count <= 5 } && columns.count == 2
        if areMarks { return false }
        let figures = columns.dropFirst().filter { cells in
            cells.count * 4 >= rows && cells.filter(\.isFigure).count * 2 >= cells.count
        }.count
        let leaders = names.filter { $0.text.contains("....") || $0.text.contains(". . .") }.count
        if figures == 1, columns.count == 2, leaders * 2 > names.count { return false }
        if figures >= 2 { return true }
        if figures == 1 { return rows >= 3 || columns.count >= 3 }
        let all = columns.joined()
        let words = all.reduce(0) { $0 + $1.words.count }
        return rows >= 3 && words * 2 <= all.count * (columns.count >= 3 ? 9 : 6)
    }

    /// A region up to the lines drawn closely above and below it.
    private func snapped(_ box: Box, rows: [Row]) -> Box {
        var box = box.grown(by: 1)
        let wide = rulings.level.filter {
            min($0.end, box.right) - max($0.start, box.left) > 0.7 * box.width && $0.length < box.width * 1.5
        }
        let height = 60.0
        let size = rows.first { $0.box.centerY > box.top }?.size ?? 10
        let heading = rows.last { $0.box.bottom < box.top && $0.size > size * 1.15 }?.box.bottom ?? -.infinity
        if let top = wide.filter({
            $0.position <= box.top + 3 && $0.position > max(box.top - height, heading)
        })
        .map(\.position).min() {
            box.top = min(box.top, top)
        }
        if let bottom = wide.filter({ $0.position >= box.bottom - 3 && $0.position < box.bottom + height / 2 }
        )
        .map(\.position).max() {
            box.bottom = max(box.bottom, bottom)
        }
        for ruling in wide where ruling.position >= box.top - 1 && ruling.position <= box.bottom + 1 {
            box.left = min(box.left, ruling.start)
            box.right = max(box.right, ruling.end)
        }
        return box
    }
}
