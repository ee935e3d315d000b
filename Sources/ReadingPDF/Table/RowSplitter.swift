/// A row of a table: lines of text that belong together, between two heights.
struct GridRow {
    /// Where it begins.
    var top: Double
    /// Where it ends.
    var bottom: Double
    /// Its lines of text.
    var lines: [RowLine]
}

/// A line of text of a region with its pieces by column.
struct RowLine {
    /// The pieces from left to right, with the columns that each goes over.
    var pieces: [(chunk: Chunk, columns: ClosedRange<Int>)]
    /// The box of all.
    var box: Box

    /// A line of pieces.
    init?(_ pieces: [(chunk: Chunk, columns: ClosedRange<Int>)]) {
        guard let box = pieces.map(\.chunk.box).bounds else { return nil }
        self.pieces = pieces
        self.box = box
    }

    /// The pieces of one column; those over several columns are not among them.
    func cell(_ column: Int) -> [Chunk] {
        pieces.filter { $0.columns.count == 1 && $0.columns.lowerBound == column }.map(\.chunk)
    }

    /// The columns that hold a piece of their own.
    var columns: [Int] { Set(pieces.filter { $0.columns.count == 1 }.map(\.columns.lowerBound)).sorted() }
    /// Whether a piece goes over several columns.
    var hasSpan: Bool { pieces.contains { $0.columns.count > 1 } }
    /// Whether all its words are bold.
    var isBold: Bool { pieces.allSatisfy { $0.chunk.words.allSatisfy(\.isBold) } }
    /// Whether one of its words is.
    var hasBold: Bool { pieces.contains { $0.chunk.words.contains(where: \.isBold) } }
    /// Whether a piece is a figure.
    var hasFigure: Bool { pieces.contains { $0.chunk.isFigure } }
}

/// Parts the bands of a region into rows: lines of one wrapped cell stay together.
struct RowSplitter {
    /// The bands between the level lines.
    let bands: Bands
    /// The columns.
    let columns: Columns
    /// The upright lines.
    let rulings: [Ruling]
    /// The left edges of columns without lines.
    let edges: [Ruling]
    /// The usual size of the text.
    let size: Double
    /// From which share of the size of the font a blank parts two pieces of text.
    let pieceGap: Double
    /// Whether they are of forms, by the lines drawn over and under their parts.
    let isOfForm: Bool

    /// What the bands seem to be by themselves.
    var layout: BandLayout {
        BandLayout(bands: bands.lines.map { $0.compactMap(line) }, hasUprights: !rulings.isEmpty)
    }

    /// The rows from top to bottom.
    func rows(of layout: BandLayout) -> [GridRow] {
        let lines = bands.lines.map { $0.compactMap(line) }
        if isForm(lines.joined()) { return rowsOfForm(lines) }
        let pitch = layout == .rows ? nil : LinePitch(bands: lines, size: size)
        let areRows = layout == .rows || (layout == .perhapsRows && pitch == nil)
        let head = lines.firstIndex { !$0.isEmpty }
        var rows: [GridRow] = []
        for (index, own) in lines.enumerated() where !own.isEmpty {
            if rulings.isEmpty, own.contains(where: isBandOfLabels) {
                rows += gridRows(partedAtBands(own), in: bands.ranges[index])
                continue
            }
            let isHead = index == head && own.count <= 6 && own.count * 2 < lines.joined().count
            var groups: [[RowLine]]
            if let pitch, !isHead, let blocks = BlockRows(lines: own, pitch: pitch).groups() {
                groups = blocks.flatMap {
                    $0.isSettled
                        ? [$0.lines]
                        : AnchoredRows(lines: $0.lines, size: size).groups()
                            ?? byLine($0.lines, areRows: false, isHead: false)
                }
            } else {
                groups = byLine(own, areRows: areRows, isHead: isHead)
            }
            // The first shade of rows may begin below the first row.
            if lines.count == 1 || index == head && rulings.allSatisfy(\.isEdge) {
                groups = groups.flatMap(partedBelowBold)
            }
            rows += gridRows(
                rulings.isEmpty ? groups.flatMap(partedAtLabels) : groups, in: bands.ranges[index])
        }
        return rows
    }

    /// `Responsabile: A. B. – Settore: Verde` alone on a line: the office of the rows below it, and no part of a row.
    private func isBandOfLabels(_ line: RowLine) -> Bool {
        guard line.pieces.count == 1, Self.beginsWithLabel(line.pieces[0].chunk) else { return false }
        return line.pieces[0].chunk.words.count { $0.text.last == ":" && $0.text.first?.isUppercase ?? false }
            > 1
    }

    /// The rows between such lines, each of these a row.
    private func partedAtBands(_ lines: [RowLine]) -> [[RowLine]] {
        var groups: [[RowLine]] = []
        var run: [RowLine] = []
        func close() {
            groups += byLine(run, areRows: false, isHead: groups.isEmpty)
            run = []
        }
        for line in lines {
            guard isBandOfLabels(line) else {
                run.append(line)
                continue
            }
            close()
            groups.append([line])
        }
        close()
        return groups
    }

    /// Whether nothing upright is drawn between lines that nearly all have labels with their values, several side by side,
    /// or that each begin with a label and a value below those of the others.
    private func isForm(_ lines: some Sequence<RowLine>) -> Bool {
        guard rulings.allSatisfy(\.isEdge) else { return false }
        if isOfForm { return true }
        let labels = lines.map { line in line.pieces.count { Self.beginsWithLabel($0.chunk) } }
        if labels.count(where: { $0 > 1 }) > 1, labels.count(where: { $0 > 0 }) * 10 >= labels.count * 8 {
            return true
        }
        let pieces = lines.map { $0.pieces.map(\.chunk) }
        return AlignedRegions.areLabelsAndValues(pieces)
            && pieces.allSatisfy { line in
                line.prefix(2).allSatisfy { !($0.text.first?.isLowercase ?? true) }
            }
    }

    /// The rows of a form: each line, and what goes on with its last value below it.
    private func rowsOfForm(_ bands: [[RowLine]]) -> [GridRow] {
        zip(bands, self.bands.ranges).flatMap { lines, range in
            var groups: [[RowLine]] = []
            for line in lines {
                let goesOn = line.pieces.allSatisfy { $0.chunk.text.first?.isLowercase ?? false }
                if goesOn, !groups.isEmpty {
                    groups[groups.count - 1].append(line)
                } else {
                    groups.append([line])
                }
            }
            return gridRows(groups, in: range)
        }
    }

    /// `Val. iniziale: 74`, `Resp.:`
    private static func beginsWithLabel(_ chunk: Chunk) -> Bool {
        chunk.text.first?.isUppercase ?? false && chunk.words.prefix(3).contains { $0.text.last == ":" }
    }

    /// Where no level lines are drawn below a head, a line of several pieces in bold and the first one below it that is
    /// not are two rows: a head closely over its first row.
    private func partedBelowBold(_ lines: [RowLine]) -> [[RowLine]] {
        var groups: [[RowLine]] = []
        for line in lines {
            if let last = groups.last?.last, !last.isBold || last.pieces.count < 2 || line.hasBold {
                groups[groups.count - 1].append(line)
            } else {
                groups.append([line])
            }
        }
        return groups
    }

    /// A row before which a line with a label of its own stands apart: `Servizio: Refezione` belongs to no cell above it.
    private func partedAtLabels(_ lines: [RowLine]) -> [[RowLine]] {
        var groups: [[RowLine]] = []
        for line in lines {
            if let last = groups.last?.last, !isLabelled(line) || line.box.top - last.box.bottom < size * 0.6
            {
                groups[groups.count - 1].append(line)
            } else {
                groups.append([line])
            }
        }
        return groups
    }

    /// A line of one piece in the first column, with a short label before a colon.
    private func isLabelled(_ line: RowLine) -> Bool {
        guard line.pieces.count == 1, let piece = line.pieces.first, piece.columns.lowerBound == 0 else {
            return false
        }
        let words = piece.chunk.text.split(separator: " ").prefix(4)
        return words.contains { $0.last == ":" } && words.first?.first?.isUppercase == true
    }

    private func gridRows(_ groups: [[RowLine]], in range: (top: Double, bottom: Double)) -> [GridRow] {
        var rows: [GridRow] = []
        var top = range.top
        for (place, group) in groups.enumerated() {
            var bottom = range.bottom
            if place + 1 < groups.count, let own = group.map(\.box).bounds,
                let next = groups[place + 1].map(\.box).bounds
            {
                bottom = (own.bottom + next.top) / 2
            }
            rows.append(GridRow(top: top, bottom: bottom, lines: group))
            top = bottom
        }
        return rows
    }

    private func line(_ text: TextLine) -> RowLine? {
        let chunks = text.chunks(gap: pieceGap, rulings: rulings + edges)
        return RowLine(Array(zip(chunks, columns.ranges(of: chunks))).map { (chunk: $0, columns: $1) })
    }

    /// Rows decided from each line to the next.
    private func byLine(_ lines: [RowLine], areRows: Bool, isHead: Bool) -> [[RowLine]] {
        var groups: [[RowLine]] = []
        for line in lines {
            if let last = groups.last, !parts(last, line, areRows: areRows, isHead: isHead) {
                groups[groups.count - 1].append(line)
            } else {
                groups.append([line])
            }
        }
        return groups
    }

    /// Whether a line begins a new row below the lines of a row.
    private func parts(_ above: [RowLine], _ next: RowLine, areRows: Bool, isHead: Bool) -> Bool {
        guard let last = above.last, !hasColon(next) else { return true }
        if areRows { return false }
        // Labels with their values alone over a row of the table.
        if last.pieces.count == 1, next.pieces.count > 2, Self.beginsWithLabel(last.pieces[0].chunk) {
            return true
        }
        let gap = next.box.top - last.box.bottom
        if gap > size * 1.1 { return true }
        if last.hasSpan || next.hasSpan || isCardLine(last) && !isCardLine(next) { return true }
        if isHead, !above.contains(where: \.hasFigure) { return false }
        let hasFigureAbove = next.columns.contains { column in
            isFigure(next.cell(column)) && above.contains { isFigure($0.cell(column)) }
                && !BandLayout.goesOn(last, next, column: column)
        }
        if hasFigureAbove { return true }
        let shared = next.columns.filter { !last.cell($0).isEmpty }
        if shared.isEmpty { return gap > size * 0.45 }
        // Lines so far apart that all begin with a capital are names of their own: the choices of a form.
        if gap > size * 0.45, shared.allSatisfy({ next.cell($0).first?.text.first?.isUppercase ?? false }) {
            return true
        }
        return shared.contains { !isWrapped(last, next, column: $0) }
    }

    /// `Obiettivo: Verde | Peso: 20`: several labels with their values, which go on in no line below.
    private func isCardLine(_ line: RowLine) -> Bool {
        line.pieces.count > 1
            && line.pieces.allSatisfy { piece in
                let words = piece.chunk.words.map(\.text)
                return words.last?.last != ":" && words.dropLast().prefix(4).contains { $0.last == ":" }
            }
    }

    /// `Settore : Tributi`: the sign between a label and its value, in a column of its own or before the value.
    private func hasColon(_ line: RowLine) -> Bool {
        line.pieces.dropFirst().contains { $0.chunk.words.first?.text.first == ":" }
    }

    private func isFigure(_ chunks: [Chunk]) -> Bool { !chunks.isEmpty && chunks.allSatisfy(\.isFigure) }

    /// Whether the first word of a line would not have fitted on the line above.
    private func isWrapped(_ above: RowLine, _ next: RowLine, column: Int) -> Bool {
        guard let upper = above.cell(column).map(\.box).bounds,
            let word = next.cell(column).first?.words.first
        else { return false }
        let width = available(column)
        return upper.width + size * 0.25 + word.box.width > width - size * 0.3
    }

    /// How much room the text of a column has.
    private func available(_ column: Int) -> Double {
        let isDrawnLeft = column > 0 && columns.inner[column - 1].line != nil
        let isDrawnRight = column < columns.inner.count && columns.inner[column].line != nil
        let start = columns.start(column)
        let end =
            column == columns.inner.count
            ? columns.right
            : isDrawnRight ? columns.end(column) : columns.inner[column].right - size
        return end - start - (isDrawnLeft || isDrawnRight ? 4 : 0)
    }
}

/// What the bands between level lines are.
enum BandLayout: Hashable, Sendable {
    /// A band is a row, however many lines its cells have.
    case rows
    /// A band is a row unless the distances of its lines tell otherwise.
    case perhapsRows
    /// A band holds several rows.
    case groups

    /// Tells it by figures that stand below one another within a band, and by how the lines are spread over the bands.
    init(bands: [[RowLine]], hasUprights: Bool) {
        let filled = bands.filter { !$0.isEmpty }
        let several = filled.filter { $0.count >= 2 }
        let inPairs = several.filter(Self.hasFigurePair).reduce(0) { $0 + $1.count }
        let inSeveral = several.filter { $0.first?.box != filled.first?.first?.box }.reduce(0) {
            $0 + $1.count
        }
        let total = filled.reduce(0) { $0 + $1.count }, most = filled.map(\.count).max() ?? 0
        if inPairs * 2 > (hasUprights ? total : max(inSeveral, 1)) {
            self = .groups
        } else if most >= 6, most * 10 > total * 6, filled.count <= 4 {
            self = hasUprights ? .perhapsRows : .groups
        } else {
            self = filled.count >= 3 || hasUprights ? .rows : .groups
        }
    }

    /// Whether figures of a column stand on one line and on a line below it.
    private static func hasFigurePair(_ lines: [RowLine]) -> Bool {
        var seen: [Int: Int] = [:]
        for (index, line) in lines.enumerated() where !goesOnSmall(line, below: lines[..<index]) {
            for column in line.columns
            where line.cell(column).allSatisfy(\.isFigure) && !isItem(line.cell(column)) {
                if index > 0, goesOn(lines[index - 1], line, column: column) { continue }
                seen[column, default: 0] += 1
            }
        }
        return seen.values.contains { $0 >= 2 }
    }

    /// Whether a text of a line goes on small below one that did not begin so: the line is a part of the row above.
    private static func goesOnSmall(_ line: RowLine, below lines: ArraySlice<RowLine>) -> Bool {
        line.columns.contains { column in
            guard line.cell(column).first?.text.first?.isLowercase == true,
                let first = lines.first(where: { !$0.cell(column).isEmpty })
            else { return false }
            return first.cell(column).first?.text.first?.isLowercase == false
        }
    }

    /// Whether a text is an item of a list in its cell: `- 85`, `2. 85`, `b) 85`.
    private static func isItem(_ cell: [Chunk]) -> Bool {
        guard let words = cell.first?.words, words.count > 1 else { return false }
        let mark = words[0].text
        return ["-", "–", "•", "·", "▪"].contains(mark)
            || mark.count == 2 && (mark.hasSuffix(".") || mark.hasSuffix(")"))
    }

    /// Whether the figure of a column on one line is a part of the one on the line above.
    static func goesOn(_ above: RowLine, _ next: RowLine, column: Int) -> Bool {
        guard let head = above.cell(column).last?.words.last?.text,
            let tail = next.cell(column).first?.words.first?.text
        else { return false }
        return CutFigure.isCut(head, before: tail)
    }
}
