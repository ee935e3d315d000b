/// The head of a table without lines whose pieces do not stand over their columns: heads begin at the left of a column,
/// its figures end at the right, so that the figures of one may stand below the head of the next. As many heads as each
/// row has pieces at most go together in their order.
struct HeadPlaces {
    /// Where each head begins, from left to right.
    let lefts: [Double]
    /// The lower edge of the head.
    let bottom: Double
    /// The lines below it, as their pieces.
    let body: [[Chunk]]

    /// The head of some lines, each as its pieces; nil where the first of them is none, or fills other columns than the
    /// lines below it have.
    init?(_ lines: [[Chunk]], columns count: ([[Chunk]]) -> Int) {
        guard let first = lines.firstIndex(where: { $0.count > 2 }), case let head = lines[first],
            head.allSatisfy({ !$0.isFigure || $0.isYear }),
            lines[..<first].allSatisfy({ $0.count == 1 })
        else { return nil }
        // A head goes on below in lines of fewer pieces, none of them a figure, each below one of the head.
        let start =
            lines[(first + 1)...].firstIndex { line in
                line.contains { piece in
                    piece.isFigure || !head.contains { abs($0.box.left - piece.box.left) < Self.tolerance }
                } || line.count >= head.count
            } ?? lines.count
        let body = Array(lines[start...])
        guard !body.isEmpty, body.contains(where: { $0.contains(where: \.isFigure) }),
            body.allSatisfy({ $0.count <= head.count }), count(body) == head.count,
            count(lines) > head.count
        else { return nil }
        lefts = head.map(\.box.left)
        bottom = lines[first..<start].joined().map(\.box.bottom).max() ?? 0
        self.body = body
    }

    /// The column whose head a piece is, or goes on with; nil for any other.
    func column(of box: Box) -> Int? {
        guard box.bottom < bottom + 1 else { return nil }
        return lefts.firstIndex { abs($0 - box.left) < Self.tolerance }
    }

    private static let tolerance = 1.5
}
