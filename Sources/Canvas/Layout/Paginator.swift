import Reporting

/// Puts strips on pages: what belongs together stays together, heads are repeated, nothing is lost.
struct Paginator {
    /// Strips with their upper edges, in points from the top of the content.
    typealias Sheet = [(strip: Strip, y: Double)]

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

    /// The sheets; one empty sheet for no strips.
    mutating func paginate() -> [Sheet] {
        var index = 0
        while index < flow.strips.count {
            let end = chainEnd(from: index)
            let opens = flow.strips[index].opensPage
            if hasContent, opens || y + need(index...end, opening: false) > capacity { turnPage() }
            for strip in flow.strips[index...end] { place(strip) }
            index = end + 1
        }
        sheets.append(sheet)
        return sheets
    }

    /// The last strip that must stand with the one at `start`; earlier where all do not fit on a page.
    private func chainEnd(from start: Int) -> Int {
        var end = start
        while end + 1 < flow.strips.count, flow.strips[end].keepsWithNext, !isCut(flow.strips[end]),
            !flow.strips[end + 1].opensPage, need(start...(end + 1), opening: true) <= capacity
        {
            end += 1
        }
        return end
    }

    /// The height that strips take at least: of a row that has to be cut, its first lines.
    private func need(_ range: ClosedRange<Int>, opening: Bool) -> Double {
        var total = 0.0
        for index in range {
            let strip = flow.strips[index]
            let opensPage = opening && index == range.lowerBound
            total += opensPage ? headHeight(of: strip) : strip.before
            guard isCut(strip), let row = strip.row else {
                total += strip.height
                continue
            }
            total += row.height(lines: min(row.lineCount, Paginator.fewestLines))
        }
        return total
    }

    /// The strip is a row too high for any page.
    private func isCut(_ strip: Strip) -> Bool {
        strip.row != nil && strip.height + headHeight(of: strip) > capacity
    }

    private func headHeight(of strip: Strip) -> Double {
        strip.head.map { flow.heads[$0].height } ?? 0
    }

    private mutating func turnPage() {
        sheets.append(sheet)
        sheet = []
        y = 0
        hasContent = false
    }

    private mutating func place(_ strip: Strip) {
        openSpace(above: strip)
        if y + strip.height > capacity, let row = strip.row { return cut(strip, row) }
        if y + strip.height > capacity, hasContent {
            turnPage()
            openSpace(above: strip)
        }
        put(strip)
        hasContent = true
    }

    private mutating func openSpace(above strip: Strip) {
        if hasContent {
            y += strip.before
        } else if let head = strip.head, sheet.isEmpty {
            put(flow.heads[head])
        }
    }

    private mutating func put(_ strip: Strip) {
        sheet.append((strip, y))
        y += strip.height
    }

    /// Puts a row that is higher than the room left line by line on as many pages as it takes.
    private mutating func cut(_ strip: Strip, _ row: RowBox) {
        var done = 0
        while done < row.lineCount {
            let room = row.linesFitting(capacity - y)
            let left = row.lineCount - done
            if hasContent, room < min(left, Paginator.fewestLines) {
                turnPage()
                openSpace(above: strip)
                continue
            }
            let count = min(left, max(1, room))
            var piece = strip
            piece.items = row.items(lines: done..<(done + count), baseline: baseline(row.size))
            piece.height = row.height(lines: count)
            put(piece)
            hasContent = true
            done += count
        }
    }
}
