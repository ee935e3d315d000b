import Reporting

/// The first page: whose it is above, the title at a third of the page, acts and dates below.
struct TitlePageLayout {
    private let title: TitlePage
    private let area: Rectangle
    private let measurer: TextMeasurer

    /// The first page within an area.
    init(_ title: TitlePage, area: Rectangle, measurer: TextMeasurer) {
        self.title = title
        self.area = area
        self.measurer = measurer
    }

    /// What is drawn.
    func items(in structure: inout Structure) -> [PageItem] {
        var items: [PageItem] = []
        var y = area.y
        if let emblem = title.emblem {
            items.append(PageItem(.image(emblem, Rectangle(x: area.x, y: y, width: 48, height: 60))))
            y += 72
        }
        let owner = TextStyle(.heading, bold: true)
        items += text(title.municipality, owner, .paragraph, at: &y, in: &structure)
        y = max(y + 48, area.y + 192)
        let kicker = TextStyle(.heading, ink: .dim)
        items += text(title.kicker, kicker, .paragraph, at: &y, in: &structure)
        y += 6
        let large = TextStyle(.title, bold: true, ink: .accent)
        items += text(title.title, large, .heading1, at: &y, in: &structure)
        items += text(title.subtitle, TextStyle(.title), .paragraph, at: &y, in: &structure)
        y += 18
        items.append(
            PageItem(
                .stroke(
                    Stroke(
                        points: [Point(area.x, y), Point(area.x + 72, y)], thickness: 1.5, ink: .accent))))
        y += 18
        for field in title.details { items += detail(field, at: &y, in: &structure) }
        return items
    }

    private func detail(_ field: CardField, at y: inout Double, in structure: inout Structure) -> [PageItem] {
        var left = y
        let label = text(
            field.label, TextStyle(.body, ink: .dim), .paragraph, at: &left, width: 132, in: &structure)
        let value = text(
            field.text.plain, TextStyle(.body), .paragraph, at: &y, x: 144, width: area.width - 144,
            in: &structure)
        y = max(y, left) + 6
        return label + value
    }

    private func text(
        _ text: String, _ style: TextStyle, _ role: StructureNode.Role, at y: inout Double, x: Double = 0,
        width: Double? = nil, in structure: inout Structure
    ) -> [PageItem] {
        guard !text.isEmpty else { return [] }
        let node = structure.add(role)
        let lines = measurer.lines(of: [TextSpan(text, style)], width: width ?? area.width)
        return lines.map { line in
            let baseline = y + measurer.baseline(of: style.size)
            y += style.size.leading
            return PageItem(
                .text(
                    PlacedText(
                        origin: Point(area.x + x, baseline), width: line.width, spans: line.spans,
                        isRightToLeft: line.isRightToLeft)), node: node)
        }
    }
}
