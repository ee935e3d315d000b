import Reporting

/// A cell of a row with its lines broken.
struct CellBox {
    /// The left edge of its text in the row, in points.
    var x: Double
    /// How much room its text has, in points.
    var width: Double
    /// The lines.
    var lines: [MeasuredLine]
    /// How they stand.
    var alignment: TextAlignment
    /// For a figure in a decimal column: where its single line begins, from `x`.
    var decimalOffset: Double?
    /// The node of the cell in the structure.
    var node: Int
    /// A bar behind the text, from the row's left edge.
    var bar: Rectangle?
    /// What else is drawn, from the row's top left corner.
    var drawing: [PageItem] = []
}

/// A row of a table: cells with broken lines.
struct RowBox {
    /// The cells.
    var cells: [CellBox]
    /// The row's width, in points.
    var width: Double
    /// The size of its type.
    var size: TypeSize
    /// Above the first line, in points.
    var above: Double
    /// Below the last line, in points.
    var below: Double
    /// The line below it.
    var rule: Stroke?
    /// The line above it.
    var topRule: Stroke?
    /// Short cells stand at the bottom, as in heads.
    var standsAtBottom = false

    /// How many lines a row of a head takes where longer cells reach up beside the row above; nil elsewhere.
    var headLines: Int?

    /// How many lines the longest cell has, at least 1.
    var lineCount: Int { headLines ?? max(1, cells.map(\.lines.count).max() ?? 1) }

    /// How high the row is with this many lines, in points.
    func height(lines: Int) -> Double { above + Double(lines) * size.leading + below }

    /// How many lines have room within a height in points.
    func linesFitting(_ height: Double) -> Int {
        Int(((height - above - below) / size.leading).rounded(.down))
    }

    /// What is drawn for some of the lines.
    func items(lines range: Range<Int>, baseline: Double) -> [PageItem] {
        var items: [PageItem] = []
        if let topRule, range.lowerBound == 0 { items.append(PageItem(.stroke(topRule))) }
        for cell in cells {
            if let bar = cell.bar, range.lowerBound == 0 { items.append(PageItem(.area(bar, .bar))) }
            if range.lowerBound == 0 { items += cell.drawing }
            let shift = standsAtBottom ? lineCount - cell.lines.count : 0
            for (index, line) in cell.lines.enumerated()
            where range.contains(index + shift) || headLines != nil {
                let y = above + Double(index + shift - range.lowerBound) * size.leading + baseline
                items.append(cell.item(line, y: y))
            }
        }
        if var rule {
            let bottom = height(lines: range.count)
            rule.points = rule.points.map { Point($0.x, bottom) }
            items.append(PageItem(.stroke(rule)))
        }
        return items
    }
}

extension CellBox {
    /// A line of the cell at a height in the row, in points.
    func item(_ line: MeasuredLine, y: Double) -> PageItem {
        PageItem(
            .text(
                PlacedText(
                    origin: Point(x + offset(of: line), y), width: line.width, spans: line.spans,
                    isRightToLeft: line.isRightToLeft)), node: node)
    }

    private func offset(of line: MeasuredLine) -> Double {
        if let decimalOffset { return decimalOffset }
        switch alignment {
        case .leading: return line.isRightToLeft ? width - line.width : 0
        case .trailing, .decimal: return width - line.width
        case .center: return (width - line.width) / 2
        }
    }
}
