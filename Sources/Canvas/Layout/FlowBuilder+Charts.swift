import Reporting

extension FlowBuilder {
    /// The width for which the number of charts in a row is stated, in points: wider pages have more.
    private static let usualWidth = 480.0

    /// Appends charts side by side, all that follow each other on one page where it can hold them.
    mutating func add(_ charts: [TrendChart], perRow: Int) {
        let columns = perRow < 2 ? 1 : max(perRow, Int(Double(perRow) * width / FlowBuilder.usualWidth))
        let gap = 18.0
        let chartWidth = (width - gap * Double(columns - 1)) / Double(columns)
        for start in stride(from: 0, to: charts.count, by: columns) {
            let row = charts[start..<min(start + columns, charts.count)]
            let height = row.map { FlowBuilder.height(of: $0) }.max() ?? 0
            var layoutLine = LayoutLine(height: min(height, capacity), before: 12)
            for (index, chart) in row.enumerated() {
                let node = structure.add(.figure, alternative: chart.words)
                let area = Rectangle(
                    x: Double(index) * (chartWidth + gap), y: 0, width: chartWidth, height: layoutLine.height)
                let drawing = ChartLayout(chart, area: area, measurer: measurer)
                layoutLine.items += drawing.items.map { item in
                    var item = item
                    item.node = node
                    return item
                }
            }
            append([layoutLine], keepsFormer: endOfCharts == flow.layoutLines.count)
            endOfCharts = flow.layoutLines.count
        }
    }

    private static func height(of chart: TrendChart) -> Double {
        switch chart.size {
        case .full: 174
        case .small: 90
        }
    }
}
