import Reporting

/// Makes strips of the blocks of a section.
struct FlowBuilder {
    /// What came of the blocks so far.
    private(set) var flow = Flow()
    /// The document's structure, which goes on from section to section.
    var structure: Structure
    /// All headings of the document that contents list.
    let headings: [Heading]
    /// The index of the next listed heading.
    var nextHeading: Int

    let width: Double
    let capacity: Double
    let measurer: TextMeasurer

    /// Running text is not set wider than this, in points: longer lines are hard to read.
    static let longestLine = 432.0

    /// A builder for pages whose content is `width` by `capacity` points.
    init(
        width: Double, capacity: Double, measurer: TextMeasurer, structure: Structure, headings: [Heading],
        nextHeading: Int
    ) {
        self.width = width
        self.capacity = capacity
        self.measurer = measurer
        self.structure = structure
        self.headings = headings
        self.nextHeading = nextHeading
    }

    /// Appends a block.
    mutating func add(_ block: Block) {
        switch block {
        case .heading(let heading): add(heading)
        case .paragraph(let paragraph): add(paragraph)
        case .card(let fields): add(CardLayout.table(of: fields, width: width))
        case .table(let table): add(table)
        case .charts(let charts, let perRow): add(charts, perRow: perRow)
        case .contents(let depth): addContents(depth: depth)
        case .pageBreak: breakPage()
        }
    }

    /// Appends strips.
    mutating func append(_ strips: [Strip]) {
        var strips = strips
        if pageBreakPending, !strips.isEmpty {
            strips[0].opensPage = true
            pageBreakPending = false
        }
        flow.strips += strips
    }

    /// The strips of lines in one style; the first two and the last two stand together.
    func strips(
        _ lines: [MeasuredLine], size: TypeSize, x: Double = 0, node: Int, before: Double, keeps: Bool
    ) -> [Strip] {
        let baseline = measurer.baseline(of: size)
        return lines.enumerated().map { index, line in
            let start = line.isRightToLeft ? max(x, min(width, FlowBuilder.longestLine) - line.width) : x
            let text = PlacedText(
                origin: Point(start, baseline), width: line.width, spans: line.spans,
                isRightToLeft: line.isRightToLeft)
            var strip = Strip(height: size.leading, items: [PageItem(.text(text), node: node)])
            strip.before = index == 0 ? before : 0
            let isEdge = index == 0 || index == lines.count - 2
            strip.keepsWithNext = index == lines.count - 1 ? keeps : isEdge
            return strip
        }
    }

    private var pageBreakPending = false

    private mutating func breakPage() {
        pageBreakPending = true
    }

    private mutating func add(_ table: ReportTable) {
        let node = structure.add(.table, alternative: table.title)
        if table.showsTitle { add(Paragraph(RichText(table.title), .label)) }
        let layout = TableLayout(table, width: width, measurer: measurer)
        flow.leastWidth = max(flow.leastWidth, layout.leastWidth)
        var strips: [Strip] = []
        var headIndex: Int?
        let head = layout.head(in: &structure, node: node)
        let headHeight = head.reduce(0) { $0 + $1.height }
        // A head that fills half a page is not repeated: it would leave no room for rows.
        if !head.isEmpty, headHeight < capacity / 2 {
            headIndex = flow.heads.count
            flow.heads.append(FlowBuilder.joined(head))
        }
        strips += head
        strips += layout.rows(in: &structure, node: node).map { strip in
            var strip = strip
            strip.head = headIndex
            return strip
        }
        guard !strips.isEmpty else { return }
        strips[0].before = 6
        if !table.notes.isEmpty { strips[strips.count - 1].keepsWithNext = true }
        append(strips)
        addNotes(table.notes)
    }

    /// Strips below each other as one that is not parted.
    private static func joined(_ strips: [Strip]) -> Strip {
        var whole = Strip(height: 0)
        for strip in strips {
            whole.items += strip.items.map { $0.moved(by: 0, whole.height) }
            whole.height += strip.height
        }
        return whole
    }

    private mutating func addNotes(_ notes: [TableNote]) {
        for (index, note) in notes.enumerated() {
            let node = structure.add(.note)
            let style = TextStyle(.small, ink: .dim)
            let mark = note.mark.isEmpty ? "" : note.mark + " "
            let lines = measurer.lines(
                of: [TextSpan(mark + note.text, style)], width: min(width, FlowBuilder.longestLine))
            append(
                strips(lines, size: .small, node: node, before: index == 0 ? 3 : 0, keeps: false))
        }
    }
}
