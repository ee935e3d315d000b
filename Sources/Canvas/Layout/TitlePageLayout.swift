import Reporting

/// The first page: whose it is above, the title at a third of the page, acts and dates below.
///
/// Texts that are too long for the page go on on the next one.
struct TitlePageLayout {
    /// The layout lines of the page.
    private(set) var flow = Flow()
    private var y = 0.0
    private let width: Double
    private let measurer: TextMeasurer

    /// Where the title begins, in points from the upper edge of the content.
    private static let titleTop = 192.0

    /// The layout lines of a title page whose content is `width` points wide.
    init(_ title: TitlePage, width: Double, measurer: TextMeasurer, structure: inout Structure) {
        self.width = width
        self.measurer = measurer
        if let emblem = title.emblem {
            let area = Rectangle(x: 0, y: 0, width: 48, height: 60)
            let node = structure.add(.figure, alternative: title.municipality)
            append(LayoutLine(height: 72, items: [PageItem(.image(emblem, area), node: node)]))
        }
        add(title.municipality, TextStyle(.heading, bold: true), structure.add(.paragraph))
        let gap = max(48, TitlePageLayout.titleTop - y)
        add(title.kicker, TextStyle(.heading, ink: .dim), structure.add(.paragraph), before: gap)
        let rest = title.kicker.isEmpty ? gap : 6
        add(title.title, TextStyle(.title, bold: true, ink: .accent), structure.add(.heading1), before: rest)
        add(title.subtitle, TextStyle(.title), structure.add(.paragraph))
        addRule()
        for field in title.details { add(field, &structure) }
    }

    private mutating func append(_ layoutLine: LayoutLine) {
        flow.layoutLines.append(layoutLine)
        y += layoutLine.before + layoutLine.height
    }

    private mutating func addRule() {
        let rule = Stroke(points: [Point(0, 18), Point(72, 18)], thickness: 1.5, ink: .accent)
        append(LayoutLine(height: 36, items: [PageItem(.stroke(rule))]))
    }

    private mutating func add(_ text: String, _ style: TextStyle, _ node: Int, before: Double = 0) {
        let lines = measurer.lines(of: [TextSpan(text, style)], width: width)
        for (index, line) in lines.enumerated() {
            var layoutLine = LayoutLine(
                height: style.size.leading, items: [item(line, style, x: 0, node: node)])
            layoutLine.before = index == 0 ? before : 0
            append(layoutLine)
        }
    }

    /// A label with its value beside it.
    private mutating func add(_ field: CardField, _ structure: inout Structure) {
        let node = structure.add(.paragraph)
        let quiet = TextStyle(.body, ink: .dim)
        let style = TextStyle(.body)
        let labels = measurer.lines(of: [TextSpan(field.label, quiet)], width: 132)
        let values = measurer.lines(of: field.text.spans(in: style), width: width - 144)
        for index in 0..<max(labels.count, values.count) {
            var layoutLine = LayoutLine(height: style.size.leading, before: index == 0 ? 6 : 0)
            if index < labels.count { layoutLine.items.append(item(labels[index], quiet, x: 0, node: node)) }
            if index < values.count {
                layoutLine.items.append(item(values[index], style, x: 144, node: node))
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
