/// A straight line on a page, level or upright: drawn, or the edge of a shaded area.
struct Ruling: Hashable, Sendable {
    /// Where it stands: y of a level line, x of an upright one.
    var position: Double
    /// Where it begins: x of a level line, y of an upright one.
    var start: Double
    /// Where it ends.
    var end: Double
    /// Whether it is only the edge of an area.
    var isEdge = false

    /// How long it is, in points.
    var length: Double { end - start }

    /// Whether it goes past a point of its axis, with some tolerance.
    func covers(_ value: Double, tolerance: Double = 2) -> Bool {
        value >= start - tolerance && value <= end + tolerance
    }
}

/// The straight lines of a page.
struct Rulings: Hashable, Sendable {
    /// Level lines, from top to bottom.
    var level: [Ruling] = []
    /// Upright lines, from left to right.
    var upright: [Ruling] = []
    /// From where to where on the page level lines stand over and under the parts of forms, whose rows are their lines of
    /// text; nil where none do.
    var forms: ClosedRange<Double>?

    /// The lines without those over, under and within the parts of forms.
    func without(_ ofForms: Set<Ruling>) -> Rulings {
        let places = ofForms.map(\.position)
        guard let top = places.min(), let bottom = places.max() else { return self }
        return Rulings(level: level.filter { !ofForms.contains($0) }, upright: upright, forms: top...bottom)
    }

    /// The lines without the level ones that lie within boxes or at their edges.
    func outside(_ boxes: [Box]) -> Rulings {
        var lines = self
        lines.level.removeAll { line in
            boxes.contains { box in
                line.position > box.top - 2 && line.position < box.bottom + 2 && line.start > box.left - 4
                    && line.end < box.right + 4
            }
        }
        return lines
    }
}
