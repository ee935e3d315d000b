/// Takes lines of text above and below a region into it that stand in its columns.
struct RegionExtension {
    /// All lines of text of the page that belong to no table.
    let lines: [TextLine]
    /// The lines drawn on the page.
    let rulings: Rulings
    /// From which share of the size of the font a blank parts two pieces of text.
    let pieceGap: Double

    /// The region with further rows.
    func extended(_ region: Box) -> Box {
        let inside = lines.filter {
            region.contains(x: $0.box.centerX, y: $0.box.centerY) && $0.box.sharedWidth(region) > 0
        }
        let pieces = inside.map { $0.chunks(gap: pieceGap, rulings: rulings.upright) }
        let size = inside.map(\.size).max() ?? 10
        let strips = ColumnFinder(lines: pieces, size: size).strips()
        guard !strips.isEmpty, !isClosed(region) else { return region }
        var box = region
        for line in lines.reversed() where line.box.centerY < region.top {
            let gap = box.top - line.box.bottom
            if isParted(min(line.box.centerY, region.top)...region.top, from: region) { break }
            guard
                gap < size * 0.9 && fits(line, box, strips)
                    || gap < size * 1.3 && isPartOfHead(line, box, strips)
            else { break }
            box.top = min(box.top, line.box.top - 1)
        }
        for line in lines where line.box.centerY > region.bottom {
            if isParted(region.bottom...max(region.bottom, line.box.centerY), from: region) { break }
            if isHeadOfNext(below: region, size: size) { break }
            guard
                line.box.top - box.bottom < size * 1.2 && fits(line, box, strips)
                    || line.box.top - box.bottom < size * 0.6
                        && isRest(line, below: pieces.last ?? [], strips)
            else { break }
            box.bottom = max(box.bottom, line.box.bottom + 1)
        }
        return box
    }

    /// Whether a level line almost as wide as the region, which is none of its own, closes what lies beyond it: another
    /// table with other edges. Lines under the heads of groups of columns are shorter.
    private func isParted(_ heights: ClosedRange<Double>, from region: Box) -> Bool {
        rulings.level.contains { ruling in
            ruling.position > heights.lowerBound && ruling.position < heights.upperBound
                && min(abs(ruling.position - region.top), abs(ruling.position - region.bottom)) > 3
                && isWide(ruling, over: region)
        }
    }

    /// Whether what stands below a region that ends with a level line is the head of another table, whose own line, with
    /// other edges, is close.
    private func isHeadOfNext(below region: Box, size: Double) -> Bool {
        let wide = rulings.level.filter { isWide($0, over: region) }
        guard wide.contains(where: { abs($0.position - region.bottom) < 3 }) else { return false }
        return wide.contains { ruling in
            ruling.position > region.bottom + 3 && ruling.position < region.bottom + size * 5
                && max(abs(ruling.start - region.left), abs(ruling.end - region.right)) >= 4
        }
    }

    private func isWide(_ ruling: Ruling, over region: Box) -> Bool {
        min(ruling.end, region.right) - max(ruling.start, region.left) > 0.8 * region.width
    }

    /// Whether a line is the rest of a cell of the last row: one piece that begins small, below another that begins at the
    /// same edge, within its column.
    private func isRest(_ line: TextLine, below last: [Chunk], _ strips: [ColumnFinder.Strip]) -> Bool {
        let pieces = line.chunks(gap: 0.9, rulings: rulings.upright)
        // `a Il servizio …`: a note below the table, by its mark.
        let isNote =
            line.words.count > 1 && line.words[0].text.count == 1
            && line.words[1].text.first?.isUppercase ?? false
        guard pieces.count == 1, !isNote, line.text.first?.isLowercase ?? false,
            last.contains(where: { abs($0.box.left - line.box.left) < 1.5 })
        else { return false }
        return !strips.contains { $0.left > line.box.left - 1 && $0.right < line.box.right + 1 }
    }

    /// Whether drawn lines close a region in on its left and right.
    private func isClosed(_ region: Box) -> Bool {
        [region.left, region.right].allSatisfy { x in
            rulings.upright.contains { ruling in
                abs(ruling.position - x) < 3 && !ruling.isEdge
                    && min(ruling.end, region.bottom) - max(ruling.start, region.top) > 0.8 * region.height
            }
        }
    }

    /// Whether a line above a region is the upper part of heads: one column's, or those of several groups of columns,
    /// none of them over the first column, where texts and captions begin.
    private func isPartOfHead(_ line: TextLine, _ box: Box, _ strips: [ColumnFinder.Strip]) -> Bool {
        guard let first = strips.first, strips.count > 1, line.box.left >= first.right - 1,
            line.box.right < box.right + 4
        else { return false }
        let pieces = line.chunks(gap: 0.9, rulings: rulings.upright)
        guard pieces.count == 1 else { return true }
        return !strips.contains { $0.left > line.box.left - 1 && $0.right < line.box.right + 1 }
    }

    /// Whether a line has several pieces within a region, none of them over all of a blank between its columns.
    private func fits(_ line: TextLine, _ box: Box, _ strips: [ColumnFinder.Strip]) -> Bool {
        let pieces = line.chunks(gap: 0.9, rulings: rulings.upright)
        return pieces.count >= 2 && line.box.left > box.left - 4 && line.box.right < box.right + 4
            && !pieces.contains { piece in
                strips.contains { $0.left > piece.box.left - 1 && $0.right < piece.box.right + 1 }
            }
    }
}
