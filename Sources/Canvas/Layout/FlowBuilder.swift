import Reporting

/// Makes layout lines of the blocks of a section.
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

    /// Appends layout lines.
    mutating func append(_ layoutLines: [LayoutLine]) {
        var layoutLines = layoutLines
        if pageBreakPending, !layoutLines.isEmpty {
            layoutLines[0].opensPage = true
            pageBreakPending = false
        }
        flow.layoutLines += layoutLines
    }

    /// The layout lines of lines in one style; the first two and the last two stand together.
    func layoutLines(
        _ lines: [MeasuredLine], size: TypeSize, x: Double = 0, node: Int, before: Double, keeps: Bool
    ) -> [LayoutLine] {
        let baseline = measurer.baseline(of: size)
        return lines.enumerated().map { index, line in
            let start = line.isRightToLeft ? max(x, min(width, FlowBuilder.longestLine) - line.width) : x
            let text = PlacedText(
                origin: Point(start, baseline), width: line.width, spans: line.spans,
                isRightToLeft: line.isRightToLeft)
            var layoutLine = LayoutLine(height: size.leading, items: [PageItem(.text(text), node: node)])
            layoutLine.before = index == 0 ? before : 0
            let isEdge = index == 0 || index == lines.count - 2
            layoutLine.keepsWithNext = index == lines.count - 1 ? keeps : isEdge
            return layoutLine
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
        var layoutLines: [LayoutLine] = []
        var headIndex: Int?
        let head = layout.head(in: &structure, node: node)
        let headHeight = head.reduce(0) { $0 + $1.height }
        // A head that fills half a page is not repeated: it would leave no room for rows.
        if !head.isEmpty, headHeight < capacity / 2 {
            headIndex = flow.heads.count
            flow.heads.append(FlowBuilder.joined(head))
        }
        layoutLines += head
        layoutLines += layout.rows(in: &structure, node: node).map { layoutLine in
            var layoutLine = layoutLine
            layoutLine.head = headIndex
            return layoutLine
        }
        guard !layoutLines.isEmpty else { return }
        layoutLines[0].before = 6
        if !table.notes.isEmpty { layoutLines[layoutLines.count - 1].keepsWithNext = true }
        append(layoutLines)
        addNotes(table.notes)
    }

    /// Layout lines below each other as one that is not parted.
    private static func joined(_ layoutLines: [LayoutLine]) -> LayoutLine {
        var whole = LayoutLine(height: 0)
        for layoutLine in layoutLines {
            whole.items += layoutLine.items.map { $0.moved(by: 0, whole.height) }
            whole.height += layoutLine.height
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
                layoutLines(lines, size: .small, node: node, before: index == 0 ? 3 : 0, keeps: false))
        }
    }
}
