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

    /// How many layout lines there were after the last chart.
    var endOfCharts: Int?
    /// The number that the last item of a list begins with.
    var lastNumber: Int?

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
    /// - Parameter keepsFormer: they stay on one page with what is there already.
    mutating func append(_ layoutLines: [LayoutLine], keepsFormer: Bool = false) {
        var layoutLines = layoutLines
        if pageBreakPending, !layoutLines.isEmpty {
            layoutLines[0].opensPage = true
            pageBreakPending = false
        }
        if keepsFormer, let last = flow.layoutLines.indices.last {
            flow.layoutLines[last].keepsWithNext = true
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
        let own = addRowNotes(of: table)
        layoutLines += layout.rows(in: &structure, node: node).map { row in
            var layoutLine = row.layoutLine
            layoutLine.head = headIndex
            layoutLine.notes = table.rows[row.index].notes(among: table.notes).compactMap { own[$0] }
            return layoutLine
        }
        guard let last = layoutLines.indices.last else { return }
        layoutLines[0].before = 6
        layoutLines[last].closesTable = true
        let rest = table.notes.indices.filter { own[$0] == nil }.map { table.notes[$0] }
        if !rest.isEmpty || table.keepsWithNext { layoutLines[last].keepsWithNext = true }
        append(layoutLines)
        for (index, note) in rest.enumerated() {
            let node = structure.add(.note)
            let keeps = table.keepsWithNext && index == rest.count - 1
            append(noteLines(note, node: node, before: index == 0 ? 3 : 0, keeps: keeps))
        }
    }

    /// Makes the notes that stand on the page of the rows that call them, and gives their places in the flow by their
    /// indices in the table. Notes without a mark belong to the whole table; long ones, and those of a row that calls
    /// too many, stand below it too.
    private mutating func addRowNotes(of table: ReportTable) -> [Int: Int] {
        guard !table.notes.isEmpty else { return [:] }
        var places: [Int: Int] = [:]
        for row in table.rows {
            let called = row.notes(among: table.notes)
            let room = capacity / 4 / Double(max(1, called.count))
            for index in called where places[index] == nil {
                let node = structure.add(.note)
                let lines = noteLines(table.notes[index], node: node, before: 0, keeps: false)
                let note = FlowBuilder.joined(lines)
                guard note.height <= room else { continue }
                places[index] = flow.notes.count
                flow.notes.append(note)
            }
        }
        return places
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

    private func noteLines(_ note: TableNote, node: Int, before: Double, keeps: Bool) -> [LayoutLine] {
        let style = TextStyle(.small, ink: .dim)
        let mark = note.mark.isEmpty ? "" : note.mark + " "
        var raised = style
        // A letter stands as it calls: `a causa …` would be read as words.
        raised.isRaised = mark.first?.isLetter ?? false
        let spans = [TextSpan(mark, raised), TextSpan(note.text, style)].filter { !$0.text.isEmpty }
        let lines = measurer.lines(of: spans, width: min(width, FlowBuilder.longestLine))
        return layoutLines(lines, size: .small, node: node, before: before, keeps: keeps)
    }
}

extension TableRow {
    /// The indices of the notes that the row calls: by a raised mark, or by a cell that ends with the mark.
    func notes(among notes: [TableNote]) -> [Int] {
        guard !notes.isEmpty else { return [] }
        let raised = Set(
            cells.flatMap(\.text.runs).filter { $0.look == .mark }.map(\.text))
        return notes.indices.filter { index in
            let mark = notes[index].mark
            guard !mark.isEmpty else { return false }
            return raised.contains(mark) || cells.contains { $0.text.plain.bears(mark) }
        }
    }
}

extension String {
    /// The text has this mark of signs in it, and not only within a longer one of the same sign; letters are no such
    /// mark, for they are raised where they call.
    fileprivate func bears(_ mark: String) -> Bool {
        guard let sign = mark.first, !sign.isLetter, contains(mark) else { return false }
        guard mark.allSatisfy({ $0 == sign }) else { return true }
        return split(whereSeparator: { $0 != sign }).contains { $0.count == mark.count }
    }
}
