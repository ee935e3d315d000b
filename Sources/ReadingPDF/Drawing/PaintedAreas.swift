/// The areas that are painted on a page, one over another.
struct PaintedAreas {
    /// Up to how many areas it is looked whether their edges show.
    private static let maximalCount = 1500

    private let shapes: [Shape]

    /// Areas in the order in which they are painted.
    init(shapes: [Shape]) { self.shapes = shapes }

    /// The edges of an area where the page is not the same on both sides.
    func visibleEdges(of box: Box) -> (level: [Ruling], upright: [Ruling]) {
        let level = [box.top, box.bottom].filter { y in
            isVisible(alongFrom: box.left, to: box.right) {
                ($0, y - 0.6)
            } _: {
                ($0, y + 0.6)
            }
        }
        let upright = [box.left, box.right].filter { x in
            isVisible(alongFrom: box.top, to: box.bottom) {
                (x - 0.6, $0)
            } _: {
                (x + 0.6, $0)
            }
        }
        return (
            level.map { Ruling(position: $0, start: box.left, end: box.right, isEdge: true) },
            upright.map { Ruling(position: $0, start: box.top, end: box.bottom, isEdge: true) }
        )
    }

    private func isVisible(
        alongFrom start: Double, to end: Double, _ before: (Double) -> (Double, Double),
        _ after: (Double) -> (Double, Double)
    ) -> Bool {
        guard shapes.count <= Self.maximalCount else { return true }
        return [0.2, 0.5, 0.8].contains { share in
            let value = start + (end - start) * share
            return abs(lightness(at: before(value)) - lightness(at: after(value))) > 0.015
        }
    }

    private func lightness(at point: (x: Double, y: Double)) -> Double {
        shapes.last { $0.box.contains(x: point.x, y: point.y) }?.lightness ?? 1
    }
}
