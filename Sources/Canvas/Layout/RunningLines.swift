import Reporting

/// What stands at the head and the foot of every page but the first.
struct RunningLines {
    private let left: String
    private let right: String
    private let foot: String
    private let pageWords: (Int, Int) -> String
    private let measurer: TextMeasurer
    private static let style = TextStyle(.small, ink: .dim)

    /// The lines of a section.
    init(_ metadata: DocumentMetadata, language: String, header: String, measurer: TextMeasurer) {
        left = RunningLines.beginning(of: metadata.author)
        right = RunningLines.beginning(of: header)
        foot = RunningLines.beginning(of: metadata.title)
        pageWords = { DocumentMetadata.pageWords($0, of: $1, in: language) }
        self.measurer = measurer
    }

    /// What is drawn on a page.
    func items(on page: Page, of count: Int) -> [PageItem] {
        let area = page.content
        let leftWidth = min(area.width / 3, measurer.width(of: [TextSpan(left, RunningLines.style)]))
        let number = pageWords(page.number, count)
        let numberWidth = measurer.width(of: [TextSpan(number, RunningLines.style)])
        let headline = area.y - 24
        let footline = page.paper.height - 30
        let rule = Stroke(
            points: [Point(area.x, headline + 6), Point(area.right, headline + 6)], thickness: 0.35,
            ink: .rule)
        return [
            line(left, at: Point(area.x, headline), room: area.width / 3, flushRight: false),
            line(
                right, at: Point(area.x + leftWidth + 18, headline), room: area.width - leftWidth - 18,
                flushRight: true),
            PageItem(.stroke(rule)),
            line(foot, at: Point(area.x, footline), room: area.width - numberWidth - 18, flushRight: false),
            line(
                number, at: Point(area.right - numberWidth, footline), room: numberWidth + 1,
                flushRight: true),
        ].compactMap(\.self)
    }

    /// No more than a line can hold, so that a long text is not measured on every page.
    private static func beginning(of text: String) -> String {
        String(text.prefix(240))
    }

    /// The first line of a text within a room in points; what does not fit is left out with an ellipsis.
    private func line(_ text: String, at origin: Point, room: Double, flushRight: Bool) -> PageItem? {
        guard room > 24,
            let whole = measurer.lines(of: [TextSpan(text, RunningLines.style)], width: room).first
        else { return nil }
        var line = whole
        let shown = line.spans.map(\.text).joined()
        let isCut = shown.filter { !$0.isWhitespace }.count < text.filter { !$0.isWhitespace }.count
        if isCut, let narrow = measurer.lines(of: [TextSpan(text, RunningLines.style)], width: room - 9).first
        {
            line = narrow
            line.spans.append(TextSpan("…", RunningLines.style))
            line.width = measurer.width(of: line.spans)
        }
        let x = flushRight ? origin.x + room - line.width : origin.x
        return PageItem(
            .text(
                PlacedText(
                    origin: Point(x, origin.y), width: line.width, spans: line.spans,
                    isRightToLeft: line.isRightToLeft)))
    }
}
