import CPango
import Reporting

/// What a sign looks like: lines or a circle, drawn or filled.
struct SymbolShape {
    /// Lines through points.
    var lines: [[Point]] = []
    /// A circle about a point; nil for none.
    var circle: (middle: Point, radius: Double)?
    /// How thick lines are, in points; nil where they bound what is filled.
    var thickness: Double?

    /// A sign at a point; `size` is its width in points.
    init(_ symbol: Symbol, at point: Point, size: Double) {
        let half = size / 2
        func corners(_ shares: [(Double, Double)]) -> [Point] {
            shares.map { Point(point.x + $0.0 * half, point.y + $0.1 * half) }
        }
        switch symbol {
        case .disc: circle = (point, half)
        case .ring:
            circle = (point, half * 0.85)
            thickness = 1.2
        case .square: lines = [corners([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)])]
        case .triangle: lines = [corners([(0, -1.15), (1.05, 0.75), (-1.05, 0.75)])]
        case .diamond: lines = [corners([(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)])]
        case .cross:
            lines = [corners([(-0.8, 0.8), (0.8, -0.8)]), corners([(-0.8, -0.8), (0.8, 0.8)])]
            thickness = max(0.8, half * 0.5)
        }
    }

    /// Draws it in a context's colour.
    func draw(on cairo: OpaquePointer) {
        // What was drawn before leaves a point behind, from which an arc would draw a line.
        cairo_new_path(cairo)
        if let circle {
            cairo_arc(cairo, circle.middle.x, circle.middle.y, circle.radius, 0, 2 * .pi)
        }
        for line in lines {
            for (index, point) in line.enumerated() {
                if index == 0 {
                    cairo_move_to(cairo, point.x, point.y)
                } else {
                    cairo_line_to(cairo, point.x, point.y)
                }
            }
            if thickness == nil { cairo_close_path(cairo) }
        }
        guard let thickness else { return cairo_fill(cairo) }
        cairo_set_line_width(cairo, thickness)
        cairo_stroke(cairo)
    }
}
