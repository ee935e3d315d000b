import Reporting

/// Puts layout lines on pages: what belongs together stays together, heads are repeated, nothing is lost.
struct Paginator {
    /// What stands on a page.
    struct Sheet {
        /// Layout lines with their upper edges, in points from the top of the content.
        var placed: [(layoutLine: LayoutLine, y: Double)] = []
        /// What stands at the head of the page; nil for nothing.
        var header: String?
    }

    private var flow = Flow()
    private let capacity: Double
    private let baseline: (TypeSize) -> Double
    private var sheets: [Sheet] = []
    /// No sheet was begun yet.
    private var isFirst = true
    /// What was added last goes on on another page than that on which it began.
    private(set) var goesOn = false
    private var sheet = Sheet()
    private var header: String?
    private var y = 0.0
    /// The sheet holds more than a repeated head.
    private var hasContent = false
    /// What is left of the spaces above layout lines.
    private var spacing = 1.0
    /// The notes of the table's rows on this page that are still to be put below it.
    private var waiting: [Int] = []

    /// Fewest lines of a cut row on a page.
    private static let fewestLines = 3
    /// Above the first note of a table, in points.
    private static let aboveNotes = 3.0
    /// A part that does not fit is begun on the next page where no more than this share of the page stays white.
    private static let white = 0.15
    /// No more than this share of its last page is little of a section.
    private static let rest = 0.12
    /// What of the spaces may be left so that a page is saved.
    private static let closer = [0.9, 0.8, 0.7, 0.6, 0.5]
    /// A section that shares a page with the one before begins on it where this share of it is free.
    private static let room = 0.26

    /// A paginator for pages with `capacity` points of height.
    init(capacity: Double, baseline: @escaping (TypeSize) -> Double) {
        self.capacity = capacity + 0.01
        self.baseline = baseline
    }

    /// Puts a section's layout lines below what is there, or on a page of its own. Where only little of them would stand
    /// on their last page, the spaces above them are narrower if that saves it.
    mutating func add(_ flow: Flow, header: String?, sharesPage: Bool) {
        let former = self
        fill(with: flow, header: header, sharesPage: sharesPage)
        guard goesOn, y <= capacity * Paginator.rest else { return }
        for spacing in Paginator.closer {
            var closer = former
            closer.spacing = spacing
            closer.fill(with: flow, header: header, sharesPage: sharesPage)
            guard closer.sheets.count < sheets.count else { continue }
            closer.spacing = 1
            self = closer
            return
        }
    }

    private mutating func fill(with flow: Flow, header: String?, sharesPage: Bool) {
        self.flow = flow
        self.header = header
        if !isFirst, !sharesPage || capacity - y < capacity * Paginator.room { turnPage() }
        if sheet.placed.isEmpty { sheet.header = header }
        if !flow.layoutLines.isEmpty { isFirst = false }
        goesOn = false
        var index = 0
        while index < flow.layoutLines.count {
            let end = chainEnd(from: index)
            let opens = flow.layoutLines[index].opensPage
            let fits = y + need(index...end, opening: false) <= capacity
            if hasContent, opens || !fits || isBetterBegunAnew(at: index) { turnPage() }
            for layoutLine in flow.layoutLines[index...end] { place(layoutLine) }
            index = end + 1
        }
        putNotes()
        self.flow = Flow()
    }

    /// The sheet that is not full has room for all of a flow.
    func holds(_ flow: Flow) -> Bool {
        let height = flow.layoutLines.reduce(0) { $0 + $1.before + $1.height }
        let notes = flow.notes.reduce(0) { $0 + $1.height + Paginator.aboveNotes }
        return capacity - y >= max(height + notes, capacity * Paginator.room)
    }

    /// The sheets that are full, which are kept no more.
    mutating func takeFull() -> [Sheet] {
        defer { sheets = [] }
        return sheets
    }

    /// The sheets that are left; one empty sheet for no layout lines.
    func finish() -> [Sheet] {
        sheets + [sheet]
    }

    /// The parts of the structure that the sheet which is not full names.
    var nodes: [Int] { sheet.placed.flatMap { $0.layoutLine.items.compactMap(\.node) } }

    /// A part of the document begins here that a page can hold, but not this one, and little of this one would stay white.
    private func isBetterBegunAnew(at start: Int) -> Bool {
        guard let level = flow.layoutLines[start].opensPart, capacity - y <= capacity * Paginator.white else {
            return false
        }
        var height = 0.0
        for index in start..<flow.layoutLines.count {
            let layoutLine = flow.layoutLines[index]
            if index > start, layoutLine.opensPage || (layoutLine.opensPart ?? .max) <= level { break }
            height += (index == start ? 0 : layoutLine.before) + layoutLine.height
            if height > capacity { return false }
        }
        return y + flow.layoutLines[start].before + height > capacity
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
        var notes = opening ? [] : waiting
        for index in range {
            let layoutLine = flow.layoutLines[index]
            let opensPage = opening && index == range.lowerBound
            total += opensPage ? headHeight(of: layoutLine) : layoutLine.before * spacing
            notes += layoutLine.notes.filter { !notes.contains($0) }
            guard isCut(layoutLine), let row = layoutLine.row else {
                total += layoutLine.height
                continue
            }
            total += row.height(lines: min(row.lineCount, Paginator.fewestLines))
        }
        return total + height(ofNotes: notes)
    }

    private func height(ofNotes notes: [Int]) -> Double {
        notes.reduce(notes.isEmpty ? 0 : Paginator.aboveNotes) { $0 + flow.notes[$1].height }
    }

    /// The layout line is a row too high for any page.
    private func isCut(_ layoutLine: LayoutLine) -> Bool {
        layoutLine.row != nil
            && layoutLine.height + headHeight(of: layoutLine) + height(ofNotes: layoutLine.notes) > capacity
    }

    private func headHeight(of layoutLine: LayoutLine) -> Double {
        layoutLine.head.map { flow.heads[$0].height } ?? 0
    }

    private mutating func turnPage() {
        putNotes()
        sheets.append(sheet)
        sheet = Sheet(header: header)
        goesOn = true
        y = 0
        hasContent = false
    }

    private mutating func place(_ layoutLine: LayoutLine) {
        openSpace(above: layoutLine)
        let notes = waiting + layoutLine.notes.filter { !waiting.contains($0) }
        let bottom = capacity - height(ofNotes: notes)
        if y + layoutLine.height > bottom, isCut(layoutLine), let row = layoutLine.row {
            return cut(layoutLine, row)
        }
        if y + layoutLine.height > bottom, hasContent {
            turnPage()
            openSpace(above: layoutLine)
        }
        put(layoutLine)
        waiting += layoutLine.notes.filter { !waiting.contains($0) }
        hasContent = true
        if layoutLine.closesTable { putNotes() }
    }

    /// Puts the notes of the table below its rows on this page.
    private mutating func putNotes() {
        guard !waiting.isEmpty else { return }
        y += Paginator.aboveNotes
        for note in waiting { put(flow.notes[note]) }
        waiting = []
    }

    private mutating func openSpace(above layoutLine: LayoutLine) {
        if hasContent {
            y += layoutLine.before * spacing
        } else if let head = layoutLine.head, sheet.placed.isEmpty {
            put(flow.heads[head])
        }
    }

    private mutating func put(_ layoutLine: LayoutLine) {
        var layoutLine = layoutLine
        // The row behind it is of no more use: many of them are kept until the last section that shares pages.
        layoutLine.row = nil
        sheet.placed.append((layoutLine, y))
        y += layoutLine.height
    }

    /// Puts a row that is higher than the room left line by line on as many pages as it takes.
    private mutating func cut(_ layoutLine: LayoutLine, _ row: RowBox) {
        waiting += layoutLine.notes.filter { !waiting.contains($0) }
        var done = 0
        while done < row.lineCount {
            let room = row.linesFitting(capacity - height(ofNotes: waiting) - y)
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
        if layoutLine.closesTable { putNotes() }
    }
}
