import Reporting

/// Breaks the cells of a table into lines and makes layout lines of its rows.
struct TableLayout {
    private let table: ReportTable
    private let width: Double
    /// It is a card whose fields stand below each other.
    private let hasCardRules: Bool
    private let measurer: TextMeasurer
    /// How wide the columns are, in points.
    let columnWidths: [Double]
    private let columnEdges: [Double]
    private let survey: TableSurvey
    /// The narrowest width in which no word of it is broken and no text takes too many lines, in points.
    let leastWidth: Double

    /// Between two columns, in points.
    static let gap = 9.0
    /// The rules of a card end so far before those of a table at least, so that the one is not taken for a part of the
    /// other.
    private static let inset = 6.0
    /// A row up to this height would look lost alone on a page, in points: five lines.
    private static let shortRow = 66.0
    /// A card up to this height would look lost without what follows it, in points.
    private static let shortCard = 60.0
    /// A value of a card with so many lines may be parted.
    private static let manyLines = 6
    /// How far a step of a row is set in, in points.
    private static let step = 9.0

    /// A table within `width` points.
    init(_ table: ReportTable, width: Double, measurer: TextMeasurer) {
        let hasRules = table.style == .card && table.columns.count == 2
        // As wide as the texts that stand above and below it.
        let width = hasRules ? min(width - TableLayout.inset, FlowBuilder.longestLine) : width
        self.table = table
        self.width = width
        self.hasCardRules = hasRules
        self.measurer = measurer
        survey = TableSurvey(table, gap: TableLayout.gap, measurer: measurer)
        columnWidths = ColumnWidths.share(width, among: survey.wishes, texts: survey.texts)
        columnEdges = columnWidths.reduce(into: [0.0]) { edges, width in
            edges.append((edges.last ?? 0) + width)
        }
        leastWidth = ColumnWidths.ease(survey.wishes)
    }

    /// The layout lines of the head; they stand together with the first row.
    func head(in structure: inout Structure, node: Int) -> [LayoutLine] {
        var boxes = table.head.enumerated().map { index, row in
            let isLast = index == table.head.count - 1
            return rowBox(
                row, survey.head[index], role: .headerCell, isLast: isLast, structure: &structure, node: node)
        }
        reachUp(in: &boxes)
        return boxes.map { box in
            var layoutLine = layoutLine(of: box)
            layoutLine.keepsWithNext = true
            return layoutLine
        }
    }

    /// In a head of two rows, what has nothing above it reaches up beside the titles of groups, which stand right above
    /// their columns.
    private func reachUp(in boxes: inout [RowBox]) {
        guard boxes.count == 2 else { return }
        var columns = table.head[0].cells.flatMap { cell in
            Array(repeating: !cell.text.plain.isEmpty, count: cell.span)
        }
        columns += Array(repeating: false, count: max(0, table.columns.count - columns.count))
        var below = 1
        var free = 0
        var column = 0
        for (cell, box) in zip(table.head[1].cells, boxes[1].cells) where column < columns.count {
            if columns[column] {
                below = max(below, box.lines.count)
            } else {
                free = max(free, box.lines.count)
            }
            column += cell.span
        }
        guard free > below else { return }
        boxes[0].headLines = max(boxes[0].lineCount, free - below)
        boxes[1].headLines = below
        boxes[0].below = 0
        boxes[1].above = 0
    }

    /// The layout lines of the rows, each with the index of its row. A short first or last row does not stand alone, a
    /// group title stays with its first row, a short card with what follows it. A long value of a card goes on on the next
    /// page, as a paragraph does.
    func rows(in structure: inout Structure, node: Int) -> [(index: Int, layoutLine: LayoutLine)] {
        let count = table.rows.count
        var layoutLines = table.rows.enumerated().map { index, row in
            layoutLine(
                of: rowBox(
                    row, survey.rows[index], role: .cell, isLast: index == count - 1, structure: &structure,
                    node: node))
        }
        for (index, row) in table.rows.enumerated() {
            let isLast = index == count - 1
            let opensAlone = index == 0 && layoutLines[0].height <= TableLayout.shortRow
            let closesAlone = index == count - 2 && layoutLines[count - 1].height <= TableLayout.shortRow
            let staysTogether = row.keepsWithNext || row.kind == .group || opensAlone || closesAlone
            layoutLines[index].keepsWithNext = isCard || !isLast && staysTogether
        }
        let height = layoutLines.reduce(0) { $0 + $1.height }
        if isCard, height > TableLayout.shortCard { layoutLines[count - 1].keepsWithNext = false }
        return layoutLines.enumerated().flatMap { index, layoutLine in
            parted(layoutLine).map { (index, $0) }
        }
    }

    /// The row of a card line by line where it has many; two lines at least stay together at either end.
    private func parted(_ layoutLine: LayoutLine) -> [LayoutLine] {
        guard isCard, let row = layoutLine.row, row.lineCount >= TableLayout.manyLines else {
            return [layoutLine]
        }
        let last = row.lineCount - 1
        let baseline = measurer.baseline(of: row.size)
        return (0...last).map { index in
            var part = row
            part.above = index == 0 ? row.above : 0
            part.below = index == last ? row.below : 0
            if index < last { part.rule = nil }
            var line = LayoutLine(height: part.height(lines: 1))
            line.items = part.items(lines: index..<(index + 1), baseline: baseline)
            line.keepsWithNext = index < 2 || index == last - 1
            return line
        }
    }

    private func layoutLine(of box: RowBox) -> LayoutLine {
        var layoutLine = LayoutLine(height: box.height(lines: box.lineCount), row: box)
        layoutLine.items = box.items(lines: 0..<box.lineCount, baseline: measurer.baseline(of: box.size))
        return layoutLine
    }

    private func rowBox(
        _ row: TableRow, _ surveyed: [TableSurvey.Cell], role: StructureNode.Role, isLast: Bool,
        structure: inout Structure, node: Int
    ) -> RowBox {
        let rowNode = structure.add(.row, in: node)
        var cells: [CellBox] = []
        var column = 0
        for (cell, surveyed) in zip(row.cells, surveyed) where column < table.columns.count {
            let end = min(column + cell.span, table.columns.count)
            let cellNode = structure.add(
                cell.isHeader ? .headerCell : role, in: rowNode, headsRow: role == .cell, span: end - column)
            var box = box(
                cell, surveyed, of: row, columns: column..<end, isHead: role == .headerCell, node: cellNode)
            if let trend = cell.trend {
                let figure = structure.add(.figure, in: cellNode, alternative: trend.words)
                box.drawing = Sparkline(trend, area: trendArea(of: box)).items(node: figure)
            }
            if let meter = cell.meter {
                box.drawing = TableLayout.bar(of: meter, from: box.x, width: box.width)
            }
            cells.append(box)
            column = end
        }
        return rowBox(row, cells, isHead: role == .headerCell, isLast: isLast)
    }

    private func rowBox(_ row: TableRow, _ cells: [CellBox], isHead: Bool, isLast: Bool) -> RowBox {
        let line = [Point(0, 0), Point(width, 0)]
        var box = RowBox(
            cells: cells, width: width, size: .small, above: isCard ? 1 : 3, below: 3)
        box.standsAtBottom = isHead
        if isHead {
            box.rule = isLast ? Stroke(points: line, thickness: 0.75, ink: .strongRule) : nil
        } else if isCard {
            // As thin as can be: it parts the fields for the eye, and for programs that read the pages again. Fields
            // side by side have none.
            box.rule =
                hasCardRules ? Stroke(points: line, thickness: 0.25, ink: .rule) : nil
        } else {
            box.rule = Stroke(
                points: line, thickness: isLast ? 0.75 : 0.35, ink: isLast ? .strongRule : .rule)
        }
        if row.kind == .total { box.topRule = Stroke(points: line, thickness: 0.75, ink: .strongRule) }
        if row.kind == .group { box.above = 9 }
        return box
    }

    private func box(
        _ cell: TableCell, _ surveyed: TableSurvey.Cell, of row: TableRow, columns: Range<Int>, isHead: Bool,
        node: Int
    )
        -> CellBox
    {
        let isFirst = columns.lowerBound == 0
        let indent = isFirst ? Double(row.indent) * TableLayout.step : 0
        let left = columnEdges[columns.lowerBound] + indent
        let right = columnEdges[columns.upperBound]
        let isLastColumn = columns.upperBound == table.columns.count
        var alignment =
            cell.alignment ?? (cell.span > 1 ? .leading : table.columns[columns.lowerBound].alignment)
        let gap = isLastColumn || alignment == .center ? 0 : TableLayout.gap
        let room = max(1, min(right - left - gap, isCard ? FlowBuilder.longestLine : .infinity))
        // Words among figures that take more than a line are set as words.
        let isWords = !isHead && alignment == .decimal && surveyed.figure == nil
        if isWords, measurer.width(of: surveyed.text) > room { alignment = .leading }
        let lines = measurer.lines(
            of: surveyed.text, width: room, parting: !isHead && alignment == .leading)
        var box = CellBox(
            x: left, width: room, lines: lines, alignment: alignment, node: node)
        if let figure = surveyed.figure, lines.count == 1 {
            box.decimalOffset = survey.decimals[columns.lowerBound].offset(of: figure, width: room)
        }
        box.bar = bar(of: cell, from: columnEdges[columns.lowerBound], to: right)
        return box
    }

    private var isCard: Bool { table.style == .card }

    /// Where a trend is drawn in a row: as high as a capital and a half.
    private func trendArea(of box: CellBox) -> Rectangle {
        Rectangle(x: box.x + 3, y: 4, width: max(6, box.width - 6), height: 10)
    }

    /// Between two stretches of a bar, in points.
    private static let seam = 0.75

    /// Shares as a bar on the track of the whole, of the height of a small letter.
    private static func bar(of meter: TableCell.Meter, from left: Double, width: Double) -> [PageItem] {
        let track = Rectangle(x: left, y: 6, width: width, height: 6)
        var items = [PageItem(.area(track, .track))]
        var part = track
        for (index, stretch) in meter.parts.enumerated() {
            part.width = width * stretch.share
            var drawn = part
            if index + 1 < meter.parts.count { drawn.width = max(drawn.width - seam, drawn.width / 2) }
            items.append(PageItem(.area(drawn, ink(of: stretch))))
            part.x += part.width
        }
        return items
    }

    private static func ink(of stretch: TableCell.Meter.Part) -> Ink {
        switch stretch.colour {
        case .red: .red
        case .yellow: .yellow
        case .green: .green
        case nil: .bar
        }
    }

    private func bar(of cell: TableCell, from left: Double, to right: Double) -> Rectangle? {
        guard case .through(let begins, let ends) = cell.bar else { return nil }
        let start = left + (begins ? 1 : 0)
        return Rectangle(x: start, y: 6, width: right - start - (ends ? 1 : 0), height: 6)
    }
}
