/// Regions of a page where lines of text stand in columns without a lattice around them.
struct AlignedRegions {
    /// The words that belong to no table yet.
    let words: [Word]
    /// The lines drawn on the page.
    let rulings: Rulings

    /// A line of text with its pieces.
    private struct Row {
        var chunks: [Chunk]
        var box: Box
        var isMulti: Bool { chunks.count >= 2 }
    }

    /// The regions from top to bottom.
    func boxes() -> [Box] {
        let rows = TextLine.lines(of: words.filter { $0.direction == .across }).map {
            Row(chunks: $0.chunks(gap: 1.1, rulings: rulings.upright), box: $0.box)
        }
        return runs(rows).compactMap { run in
            guard let box = run.map(\.box).bounds, isTable(run) else { return nil }
            return snapped(box, rows: rows)
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
                let size = row.chunks.first?.words.first?.size ?? 10
                let isNear = row.box.top - last.box.bottom < size * 2.5
                let isFilled = waiting.count <= 3 && waiting.allSatisfy { isWithin($0, box, rows: run) }
                if !isNear || !isFilled || !isAligned(row, run) {
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

    /// Whether a line with one piece may stand within a run of lines.
    private func isWithin(_ row: Row, _ box: Box, rows: [Row]) -> Bool {
        row.box.left >= box.left - 5 && row.box.right <= box.right + 5 && row.box.width < box.width * 0.8
    }

    /// Whether the pieces of a line stand where those of the lines before it stand.
    private func isAligned(_ row: Row, _ run: [Row]) -> Bool {
        let voters = run.filter(\.isMulti).suffix(6)
        guard !voters.isEmpty else { return true }
        let strips = ColumnFinder(lines: voters.map(\.chunks) + [row.chunks], size: row.box.height).strips(
            minimalWidth: 3, tolerated: 0.2)
        return !strips.isEmpty
    }

    /// Whether lines are rows of a table: several columns, short pieces, figures.
    private func isTable(_ run: [Row]) -> Bool {
        let multi = run.filter(\.isMulti)
        guard multi.count >= 2, multi.count * 2 >= run.count else { return false }
        let size = multi.flatMap { $0.chunks.flatMap { $0.words.map(\.size) } }.max() ?? 10
        let strips = ColumnFinder(lines: multi.map(\.chunks), size: size).strips()
        guard !strips.isEmpty else { return false }
        let pieces = multi.flatMap(\.chunks)
        let long = pieces.filter { $0.words.count >= 6 }.count
        let figures = pieces.filter(\.isFigure).count
        if Self.areMarks(multi, strips) { return false }
        if long * 3 > pieces.count { return false }
        if strips.count == 1 { return multi.count >= 3 && figures * 4 >= pieces.count }
        return multi.count >= 3 ? figures * 6 >= pieces.count || long == 0 : figures * 3 >= pieces.count
    }

    /// Whether the first column holds only the marks of a list, with one column of text after it.
    private static func areMarks(_ rows: [Row], _ strips: [ColumnFinder.Strip]) -> Bool {
        guard strips.count == 1 else { return false }
        return rows.allSatisfy { row in
            guard let first = row.chunks.first else { return false }
            return first.text.count <= 5
        }
    }

    /// A region up to the lines drawn closely above and below it.
    private func snapped(_ box: Box, rows: [Row]) -> Box {
        var box = box.grown(by: 1)
        let wide = rulings.level.filter {
            min($0.end, box.right) - max($0.start, box.left) > 0.7 * box.width && $0.length < box.width * 1.5
        }
        let height = 60.0
        if let top = wide.filter({ $0.position <= box.top + 3 && $0.position > box.top - height }).map(
            \.position
        ).min() {
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
