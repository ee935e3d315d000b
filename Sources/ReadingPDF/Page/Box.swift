/// A rectangle on a page in points, the origin at the top left, y downwards.
struct Box: Hashable, Sendable {
    /// The left edge.
    var left: Double
    /// The upper edge.
    var top: Double
    /// The right edge.
    var right: Double
    /// The lower edge.
    var bottom: Double

    /// How wide it is.
    var width: Double { right - left }
    /// How high it is.
    var height: Double { bottom - top }
    /// The middle from left to right.
    var centerX: Double { (left + right) / 2 }
    /// The middle from top to bottom.
    var centerY: Double { (top + bottom) / 2 }

    /// The smallest rectangle that holds both.
    func union(_ other: Box) -> Box {
        Box(
            left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
            bottom: max(bottom, other.bottom))
    }

    /// What both have in common; nil where they do not meet.
    func intersection(_ other: Box) -> Box? {
        let common = Box(
            left: max(left, other.left), top: max(top, other.top), right: min(right, other.right),
            bottom: min(bottom, other.bottom))
        return common.width >= 0 && common.height >= 0 ? common : nil
    }

    /// This rectangle with each edge moved outwards.
    func grown(by distance: Double) -> Box {
        Box(
            left: left - distance, top: top - distance, right: right + distance, bottom: bottom + distance)
    }

    /// Whether a point lies within, edges included.
    func contains(x: Double, y: Double) -> Bool { x >= left && x <= right && y >= top && y <= bottom }

    /// How much of the height both share, in points; negative where they do not.
    func sharedHeight(_ other: Box) -> Double { min(bottom, other.bottom) - max(top, other.top) }

    /// How much of the width both share, in points; negative where they do not.
    func sharedWidth(_ other: Box) -> Double { min(right, other.right) - max(left, other.left) }
}

extension Collection where Element == Box {
    /// The smallest rectangle that holds all; nil where there is none.
    var bounds: Box? { first.map { dropFirst().reduce($0) { $0.union($1) } } }
}
