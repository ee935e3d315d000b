/// Rows told by their figures, where the lines of wrapped names beside them stand as closely as rows do.
struct AnchoredRows {
    /// The lines.
    let lines: [RowLine]
    /// The usual size of the text, in points.
    let size: Double

    /// Where the figures of a row stand beside its wrapped name.
    private enum Alignment { case top, middle, bottom }

    /// The rows; nil where there are not two lines with figures.
    func groups() -> [[RowLine]]? {
        let anchors = lines.indices.filter { lines[$0].hasFigure }
        guard anchors.count >= 2, let first = anchors.first, let last = anchors.last else { return nil }
        let alignment =
            byDistance(anchors)
            ?? (first == 0 && hasName(first)
                ? .top : last == lines.count - 1 && hasName(last) ? .bottom : .middle)
        switch alignment {
        case .top: return parted(at: anchors.dropFirst().map { $0 })
        case .bottom: return parted(at: anchors.dropLast().map { $0 + 1 })
        case .middle: return parted(at: middles(anchors))
        }
    }

    /// Tells the alignment by the side on which the next line stands closer to lines with figures.
    private func byDistance(_ anchors: [Int]) -> Alignment? {
        var above: [Double] = [], below: [Double] = []
        for anchor in anchors where hasName(anchor) {
            if anchor > 0 { above.append(lines[anchor].box.centerY - lines[anchor - 1].box.centerY) }
            if anchor + 1 < lines.count, !lines[anchor + 1].hasFigure {
                below.append(lines[anchor + 1].box.centerY - lines[anchor].box.centerY)
            }
        }
        guard let nearAbove = above.sorted().dropFirst(above.count / 2).first,
            let nearBelow = below.sorted().dropFirst(below.count / 2).first,
            abs(nearAbove - nearBelow) > 0.04 * size
        else { return nil }
        return nearAbove > nearBelow ? .top : .bottom
    }

    private func hasName(_ index: Int) -> Bool { lines[index].pieces.contains { !$0.chunk.isFigure } }

    /// Where rows begin if each name stands as far above its figures as below them.
    private func middles(_ anchors: [Int]) -> [Int] {
        var starts: [Int] = []
        var start = 0
        for (anchor, next) in zip(anchors, anchors.dropFirst()) {
            let end = min(next, max(anchor + 1, anchor + (anchor - start) + 1))
            starts.append(end)
            start = end
        }
        return starts
    }

    private func parted(at starts: [Int]) -> [[RowLine]] {
        let edges = [0] + starts + [lines.count]
        return zip(edges, edges.dropFirst()).compactMap { $0 < $1 ? Array(lines[$0..<$1]) : nil }
    }
}
