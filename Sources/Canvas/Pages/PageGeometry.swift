import Reporting

/// A place on a page, in points from the top left corner.
public struct Point: Hashable, Sendable {
    /// To the right.
    public var x: Double
    /// Downwards.
    public var y: Double

    /// A place.
    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

/// A rectangle, in points.
public struct Rectangle: Hashable, Sendable {
    /// The left edge.
    public var x: Double
    /// The upper edge.
    public var y: Double
    /// How wide it is.
    public var width: Double
    /// How high it is.
    public var height: Double

    /// A rectangle.
    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// The smallest rectangle that holds both.
    func union(_ other: Rectangle) -> Rectangle {
        let (left, top) = (min(x, other.x), min(y, other.y))
        return Rectangle(
            x: left, y: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
    }

    /// The right edge.
    public var right: Double { x + width }
    /// The lower edge.
    public var bottom: Double { y + height }
}

/// Size and margins of the pages, in points.
public struct PageGeometry: Hashable, Sendable {
    /// The shorter side of the paper.
    public var shortSide: Double
    /// The longer side of the paper.
    public var longSide: Double
    /// From the left and right edges to the content.
    public var sideMargin: Double
    /// From the upper edge to the content.
    public var topMargin: Double
    /// From the lower edge to the content.
    public var bottomMargin: Double
    /// What all lengths are multiplied with on paper: larger type on less room.
    public var magnification = 1.0

    /// Paper of this size with the report's margins.
    public init(
        shortSide: Double, longSide: Double, sideMargin: Double = 48, topMargin: Double = 60,
        bottomMargin: Double = 54
    ) {
        self.shortSide = shortSide
        self.longSide = longSide
        self.sideMargin = sideMargin
        self.topMargin = topMargin
        self.bottomMargin = bottomMargin
    }

    /// ISO 216 A4.
    public static let a4 = PageGeometry(shortSide: 595.276, longSide: 841.89)
    /// ISO 216 A3.
    public static let a3 = PageGeometry(shortSide: 841.89, longSide: 1190.551)

    /// The paper and the size of type that were chosen.
    public init(_ options: PrintOptions) {
        let factor = options.typeScale.factor
        let paper: PageGeometry = options.paper == .a3 ? .a3 : .a4
        self.init(
            shortSide: paper.shortSide / factor, longSide: paper.longSide / factor,
            sideMargin: paper.sideMargin / factor, topMargin: max(48, paper.topMargin / factor),
            bottomMargin: max(48, paper.bottomMargin / factor))
        magnification = factor
    }

    /// The whole page.
    func paper(landscape: Bool) -> Rectangle {
        Rectangle(
            x: 0, y: 0, width: landscape ? longSide : shortSide, height: landscape ? shortSide : longSide)
    }

    /// Where content may stand; at least 72 points each way, whatever the margins.
    func content(landscape: Bool) -> Rectangle {
        let paper = paper(landscape: landscape)
        return Rectangle(
            x: sideMargin, y: topMargin, width: max(72, paper.width - 2 * sideMargin),
            height: max(72, paper.height - topMargin - bottomMargin))
    }
}
