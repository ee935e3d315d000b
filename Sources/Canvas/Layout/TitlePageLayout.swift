import Reporting

/// The first page: coat of arms and municipality above, the title in the upper half, acts and dates at the foot.
///
/// Texts that are too long for the page go on on the next one.
struct TitlePageLayout {
    /// The layout lines of the page.
    private(set) var flow = Flow()
    private var y = 0.0
    private let area: Rectangle
    private let measurer: TextMeasurer

    /// Where the title begins, as a share of the content's height.
    private static let titleTop = 0.33
    /// The room of the coat of arms, in points.
    private static let emblem = (width: 60.0, height: 78.0)
    /// From the left edge to the values of acts, in points.
    private static let valueEdge = 144.0

    /// The layout lines of a title page whose content takes this area of it.
    init(_ title: TitlePage, area: Rectangle, measurer: TextMeasurer, structure: inout Structure) {
        self.area = area
        self.measurer = measurer
        addOwner(title, &structure)
        let gap = max(48, TitlePageLayout.titleTop * area.height - y)
        add(title.kicker, TextStyle(.heading, ink: .dim), structure.add(.paragraph), before: gap)
        let rest = title.kicker.isEmpty ? gap : 6
        add(
            title.title, TextStyle(.display, bold: true, ink: .accent), structure.add(.heading1), before: rest
        )
        add(title.subtitle, TextStyle(.title), structure.add(.paragraph), before: 6)
        addRule(thickness: 2, width: 72, ink: .accent, above: 18, below: 18)
        addActs(title.details, &structure)
    }

    /// The coat of arms with the name of the municipality beside it.
    private mutating func addOwner(_ title: TitlePage, _ structure: inout Structure) {
        let style = TextStyle(.title, bold: true)
        guard let emblem = title.emblem else {
            return add(title.municipality, style, structure.add(.paragraph))
        }
        let room = TitlePageLayout.emblem
        let image = Rectangle(x: 0, y: 0, width: room.width, height: room.height)
        let node = structure.add(.figure, alternative: title.municipality)
        let name = structure.add(.paragraph)
        let left = room.width + 18
        let lines = measurer.lines(of: [TextSpan(title.municipality, style)], width: area.width - left)
        let height = Double(lines.count) * style.size.leading
        let top = max(0, (room.height - height) / 2)
        var layoutLine = LayoutLine(
            height: max(room.height, height), items: [PageItem(.image(emblem, image), node: node)])
        layoutLine.items += lines.enumerated().map { index, line in
            item(line, style, x: left, node: name).moved(by: 0, top + Double(index) * style.size.leading)
        }
        append(layoutLine)
    }

    private mutating func append(_ layoutLine: LayoutLine) {
        flow.layoutLines.append(layoutLine)
        y += layoutLine.before + layoutLine.height
    }

    private mutating func addRule(
        thickness: Double, width: Double, ink: Ink, above: Double, below: Double
    ) {
        let rule = Stroke(points: [Point(0, above), Point(width, above)], thickness: thickness, ink: ink)
        append(LayoutLine(height: above + below, items: [PageItem(.stroke(rule))]))
    }

    private mutating func add(_ text: String, _ style: TextStyle, _ node: Int, before: Double = 0) {
        let lines = measurer.lines(of: [TextSpan(text, style)], width: area.width)
        for (index, line) in lines.enumerated() {
            var layoutLine = LayoutLine(
                height: style.size.leading, items: [item(line, style, x: 0, node: node)])
            layoutLine.before = index == 0 ? before : 0
            append(layoutLine)
        }
    }

    /// Acts and dates at the foot of the page, a label with its value beside it.
    private mutating func addActs(_ fields: [CardField], _ structure: inout Structure) {
        let rows = fields.map { field in
            (
                measurer.lines(
                    of: [TextSpan(field.label, TextStyle(.body, ink: .dim))],
                    width: TitlePageLayout.valueEdge - 12),
                measurer.lines(
                    of: field.text.spans(in: TextStyle(.body)), width: area.width - TitlePageLayout.valueEdge)
            )
        }
        guard !rows.isEmpty else { return }
        let height = rows.reduce(0) { sum, row in
            sum + 6 + Double(max(row.0.count, row.1.count)) * TypeSize.body.leading
        }
        let gap = max(0, area.height - y - height - 12)
        addRule(thickness: 0.5, width: area.width, ink: .rule, above: gap, below: 6)
        for (labels, values) in rows { addAct(labels, values, structure.add(.paragraph)) }
    }

    private mutating func addAct(_ labels: [MeasuredLine], _ values: [MeasuredLine], _ node: Int) {
        let style = TextStyle(.body)
        for index in 0..<max(labels.count, values.count) {
            var layoutLine = LayoutLine(height: style.size.leading, before: index == 0 ? 6 : 0)
            if index < labels.count {
                layoutLine.items.append(item(labels[index], style, x: 0, node: node))
            }
            if index < values.count {
                layoutLine.items.append(
                    item(values[index], style, x: TitlePageLayout.valueEdge, node: node))
            }
            append(layoutLine)
        }
    }

    private func item(_ line: MeasuredLine, _ style: TextStyle, x: Double, node: Int) -> PageItem {
        PageItem(
            .text(
                PlacedText(
                    origin: Point(x, measurer.baseline(of: style.size)), width: line.width, spans: line.spans,
                    isRightToLeft: line.isRightToLeft)), node: node)
    }
}
