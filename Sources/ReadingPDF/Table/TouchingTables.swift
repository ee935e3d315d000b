/// Tables of unlike columns that stand one right below the other, so that their lines meet.
struct TouchingTables {
    /// The lines drawn on the page.
    let rulings: Rulings
    /// How far lines may stand from one another and still be one, in points.
    private let reach = 3.0

    /// The tables that a region of lines holds, from top to bottom: it is parted at a line over its whole width where
    /// several columns end and others begin, and the next rows on both sides agree with that.
    func divided(_ region: Box) -> [Box] {
        let cuts = fullLines(of: region)
        guard cuts.count >= 3 else { return [region] }
        let rows = zip(cuts, cuts.dropFirst()).map { uprights(of: region, at: ($0 + $1) / 2) }
        let starts = [0] + rows.indices.dropFirst().filter { parts(rows, at: $0) }
        guard starts.count > 1 else { return [region] }
        return zip(starts, starts.dropFirst() + [rows.count]).map { start, end in
            let edges = rows[start..<end].joined()
            return Box(
                left: edges.min() ?? region.left, top: cuts[start], right: edges.max() ?? region.right,
                bottom: cuts[end])
        }
    }

    /// Whether a table begins at a row. A single row at the edge of the region is one where more of its columns differ.
    private func parts(_ rows: [[Double]], at row: Int) -> Bool {
        let above = rows[row - 1], below = rows[row]
        let isSettled = row > 1 && row + 1 < rows.count
        guard row < 2 || areSame(rows[row - 2], above), row + 1 == rows.count || areSame(below, rows[row + 1])
        else { return false }
        let least = isSettled ? 2 : 3
        return ends(of: above, before: below, least: least) && ends(of: below, before: above, least: least)
    }

    /// Where level lines go over the whole width of a row, from top to bottom: tables may be of unlike widths.
    private func fullLines(of region: Box) -> [Double] {
        let lines = Lattice.lines(
            of: rulings.level.filter {
                $0.position > region.top - reach && $0.position < region.bottom + reach
            }, tolerance: reach)
        let full = lines.filter { line in
            [line.position - 2 * reach, line.position + 2 * reach].contains { middle in
                let edges = uprights(of: region, at: middle)
                guard let left = edges.first, let right = edges.last else { return false }
                return line.coverage(from: left, to: right) > 0.95
            }
        }.map(\.position)
        return full.reduce(into: []) { kept, position in
            if kept.last.map({ position - $0 > 2 * reach }) ?? true { kept.append(position) }
        }
    }

    /// Where upright lines stand at a height of a region, its edges included, from left to right.
    private func uprights(of region: Box, at height: Double) -> [Double] {
        let lines = rulings.upright.filter { line in
            line.covers(height, tolerance: 0) && line.position > region.left - reach
                && line.position < region.right + reach
        }
        return Lattice.lines(of: lines, tolerance: reach).map(\.position)
    }

    private func areSame(_ one: [Double], _ other: [Double]) -> Bool {
        one.allSatisfy { holds(other, $0) } && other.allSatisfy { holds(one, $0) }
    }

    /// Whether so many columns, and no less than a fourth, are not those of the other row; of as many columns, two.
    private func ends(of own: [Double], before other: [Double], least: Int) -> Bool {
        let alone = own.filter { !holds(other, $0) }
        if own.count == other.count { return alone.count >= 2 }
        return alone.count >= least && alone.count * 4 >= own.count
    }

    private func holds(_ lines: [Double], _ position: Double) -> Bool {
        lines.contains { abs($0 - position) <= reach }
    }
}
