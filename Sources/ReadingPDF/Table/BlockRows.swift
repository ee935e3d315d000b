/// Rows by blocks: lines of a column that stand closely together are one cell, cells beside one another a row.
struct BlockRows {
    /// The lines of a band.
    let lines: [RowLine]
    /// How closely lines of one cell stand.
    let pitch: LinePitch

    /// Lines of one column that belong together.
    private struct Block {
        var column: Int
        var box: Box
        var members: [(line: Int, piece: Int)]
        var isFigure: Bool
    }

    /// Lines that are one row; not settled where a column has two cells in it.
    struct Group {
        /// The lines, each with the pieces that belong here.
        var lines: [RowLine]
        /// Whether each column has one cell.
        var isSettled: Bool
    }

    /// The rows; nil where there are too many lines to compare.
    func groups() -> [Group]? {
        guard lines.count <= 2000 else { return nil }
        let blocks = self.blocks().sorted { $0.box.top < $1.box.top }
        var sets = DisjointSets(count: blocks.count)
        for (index, block) in blocks.enumerated() {
            for other in (index + 1)..<max(index + 1, blocks.count) {
                guard blocks[other].box.top < block.box.bottom else { break }
                let least = min(block.box.height, blocks[other].box.height)
                if block.column != blocks[other].column,
                    block.box.sharedHeight(blocks[other].box) > 0.5 * least
                {
                    sets.join(index, other)
                }
            }
        }
        var members: [Int: [Block]] = [:]
        for (index, block) in blocks.enumerated() { members[sets.root(of: index), default: []].append(block) }
        return members.values.compactMap(group).sorted {
            ($0.lines.first?.box.top ?? 0) < ($1.lines.first?.box.top ?? 0)
        }
    }

    private func blocks() -> [Block] {
        var blocks: [Block] = []
        var open: [Int: Int] = [:]
        for (index, line) in lines.enumerated() {
            for (place, piece) in line.pieces.enumerated() {
                let column = piece.columns.lowerBound
                let isFigure = piece.chunk.isFigure
                if piece.columns.count == 1, let last = open[column],
                    continues(blocks[last], piece.chunk, line: index)
                {
                    blocks[last].members.append((index, place))
                    blocks[last].box = blocks[last].box.union(piece.chunk.box)
                    blocks[last].isFigure = blocks[last].isFigure && isFigure
                } else {
                    for covered in piece.columns {
                        open[covered] = piece.columns.count == 1 ? blocks.count : nil
                    }
                    blocks.append(
                        Block(
                            column: column, box: piece.chunk.box, members: [(index, place)],
                            isFigure: isFigure))
                }
            }
        }
        return blocks
    }

    private func continues(_ block: Block, _ chunk: Chunk, line: Int) -> Bool {
        guard let last = block.members.last else { return false }
        if last.line == line { return true }
        let above = lines[last.line].pieces[last.piece].chunk
        if above.isFigure, chunk.isFigure { return false }
        return chunk.box.centerY - above.box.centerY <= pitch.threshold
    }

    private func group(_ blocks: [Block]) -> Group? {
        let columns = blocks.map(\.column)
        var pieces: [Int: [Int]] = [:]
        for member in blocks.flatMap(\.members) { pieces[member.line, default: []].append(member.piece) }
        let own = pieces.keys.sorted().compactMap { index in
            RowLine((pieces[index] ?? []).sorted().map { lines[index].pieces[$0] })
        }
        guard !own.isEmpty else { return nil }
        return Group(lines: own, isSettled: Set(columns).count == columns.count)
    }
}
