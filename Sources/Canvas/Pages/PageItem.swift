import Reporting

/// A line of text at its place.
public struct PlacedText: Hashable, Sendable {
    /// Where it begins, on the baseline; the left end also for text that reads from right to left.
    public var origin: Point
    /// How long it is, in points.
    public var width: Double
    /// What stands in it.
    public var spans: [TextSpan]
    /// It belongs to a paragraph that reads from right to left.
    public var isRightToLeft = false

    /// The text without its styles.
    public var plain: String { spans.map(\.text).joined() }
}

/// A line through points.
public struct Stroke: Hashable, Sendable {
    /// The points.
    public var points: [Point]
    /// How thick it is, in points.
    public var thickness: Double
    /// Lengths of dashes and gaps, in points; empty for an unbroken line.
    public var dashes: [Double] = []
    /// The colour.
    public var ink: Ink
}

/// A sign at a point of a chart; told apart without colour.
public enum Symbol: Hashable, Sendable, CaseIterable {
    case disc, square, triangle, diamond, ring, cross
}

/// Something drawn.
public enum PageMark: Hashable, Sendable {
    /// Text.
    case text(PlacedText)
    /// A line.
    case stroke(Stroke)
    /// A filled rectangle.
    case area(Rectangle, Ink)
    /// A sign; `size` is its width in points.
    case symbol(Symbol, at: Point, size: Double, ink: Ink)
    /// A PNG image within a rectangle.
    case image([UInt8], Rectangle)
}

/// Something drawn, with its place in the document's structure.
public struct PageItem: Hashable, Sendable {
    /// What is drawn.
    public var mark: PageMark
    /// The index of its node in the structure; nil for running lines, which belong to no text.
    public var node: Int?
    /// The destination that a click leads to.
    public var link: String?
    /// The heading whose page number stands here, by its index in the document.
    var pageOfHeading: Int?

    /// Something drawn.
    public init(_ mark: PageMark, node: Int? = nil, link: String? = nil) {
        self.mark = mark
        self.node = node
        self.link = link
    }

    /// The text, where it is one.
    public var text: PlacedText? {
        guard case .text(let text) = mark else { return nil }
        return text
    }

    /// The same at another place.
    func moved(by x: Double, _ y: Double) -> PageItem {
        var item = self
        item.mark = mark.moved(by: x, y)
        return item
    }
}

extension PageMark {
    /// The same at another place.
    func moved(by x: Double, _ y: Double) -> PageMark {
        switch self {
        case .text(var text):
            text.origin = text.origin.moved(by: x, y)
            return .text(text)
        case .stroke(var stroke):
            stroke.points = stroke.points.map { $0.moved(by: x, y) }
            return .stroke(stroke)
        case .area(let area, let ink):
            return .area(area.moved(by: x, y), ink)
        case .symbol(let symbol, let point, let size, let ink):
            return .symbol(symbol, at: point.moved(by: x, y), size: size, ink: ink)
        case .image(let bytes, let area):
            return .image(bytes, area.moved(by: x, y))
        }
    }
}

extension Point {
    /// The point elsewhere.
    func moved(by x: Double, _ y: Double) -> Point { Point(self.x + x, self.y + y) }
}

extension Rectangle {
    /// The rectangle elsewhere.
    func moved(by x: Double, _ y: Double) -> Rectangle {
        Rectangle(x: self.x + x, y: self.y + y, width: width, height: height)
    }
}
