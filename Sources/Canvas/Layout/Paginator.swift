import Reporting

/// Puts layout lines on pages: what belongs together stays together, heads are repeated, nothing is lost.
struct Paginator {
    /// Layout lines with their upper edges, in points from the top of the content.
    typealias Sheet = [(layoutLine: LayoutLine, y: Double)]

    private let flow: Flow
    private let capacity: Double
    private let baseline: (TypeSize) -> Double
    private var sheets: [Sheet] = []
    private var sheet: Sheet = []
    private var y = 0.0
    /// The sheet holds more than a repeated head.
    private var hasContent = false

    /// Fewest lines of a cut row on a page.
    private static let fewestLines = 3

    /// A paginator for pages with `capacity` points of height.
    init(_ flow: Flow, capacity: Double, baseline: @escaping (TypeSize) -> Double) {
        self.flow = flow
        self.capacity = capacity + 0.01
        self.baseline = baseline
    }

    /// The sheets; one empty sheet for no layout lines.
    mutating func paginate() -> [Sheet] {
        var index = 0
        while index < flow.layoutLines.count {
            let end = chainEnd(from: index)
            let opens = flow.layoutLines[index].opensPage
            if hasContent, opens || y + need(index...end, opening: false) > capacity { turnPage() }
            for layoutLine in flow.layoutLines[index...end] { place(layoutLine) }
            index = end + 1
        }
        sheets.append(sheet)
        return sheets
    }

    /// The last layout line that must stand with the one at `start`; earlier where all do not fit on a page.
    private func chainEnd(from start: Int) -> Int {
        var end = start
        while end + 1 < flow.layoutLines.count, flow.layoutLines[end].keepsWithNext,
            !isCut(flow.layoutLines[end]),
            !flow.layoutLines[end + 1].opensPage, need(start...(end + 1), opening: true) <= capacity
        {
            end += 1
        }
        return end
    }

    /// The height that layout lines take at least: of a row that has to be cut, its first lines.
    private func need(_ range: ClosedRange<Int>, opening: Bool) -> Double {
        var total = 0.0
        for index in range {
            let layoutLine = flow.layoutLines[index]
            let opensPage = opening && index == range.lowerBound
            total += opensPage ? headHeight(of: layoutLine) : layoutLine.before
            guard isCut(layoutLine), let row = layoutLine.row else {
                total += layoutLine.height
                continue
            }
            total += row.height(lines: min(row.lineCount, Paginator.fewestLines))
        }
        return total
    }

    /// The layout line is a row too high for any page.
    private func isCut(_ layoutLine: LayoutLine) -> Bool {
        layoutLine.row != nil && layoutLine.height + headHeight(of: layoutLine) > capacity
    }

    private func headHeight(of layoutLine: LayoutLine) -> Double {
        layoutLine.head.map { flow.heads[$0].height } ?? 0
    }

    private mutating func turnPage() {
        sheets.append(sheet)
        sheet = []
        y = 0
        hasContent = false
    }

    private mutating func place(_ layoutLine: LayoutLine) {
        openSpace(above: layoutLine)
        if y + layoutLine.height > capacity, let row = layoutLine.row { return cut(layoutLine, row) }
        if y + layoutLine.height > capacity, hasContent {
            turnPage()
            openSpace(above: layoutLine)
        }
        put(layoutLine)
        hasContent = true
    }

    private mutating func openSpace(above layoutLine: LayoutLine) {
        if hasContent {
            y += layoutLine.before
        } else if let head = layoutLine.head, sheet.isEmpty {
            put(flow.heads[head])
        }
    }

    private mutating func put(_ layoutLine: LayoutLine) {
        sheet.append((layoutLine, y))
        y += layoutLine.height
    }

    /// Puts a row that is higher than the room left line by line on as many pages as it takes.
    private mutating func cut(_ layoutLine: LayoutLine, _ row: RowBox) {
        var done = 0
        while done < row.lineCount {
            let room = row.linesFitting(capacity - y)
            let left = row.lineCount - done
            if hasContent, room < min(left, Paginator.fewestLines) {
                turnPage()
                openSpace(above: layoutLine)
                continue
            }
            let count = min(left, max(1, room))
            var piece = layoutLine
            piece.items = row.items(lines: done..<(done + count), baseline: baseline(row.size))
            piece.height = row.height(lines: count)
            put(piece)
            hasContent = true
            done += count
        }
    }
}
