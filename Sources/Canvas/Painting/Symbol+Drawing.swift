import CPango
import Reporting

extension Symbol {
    /// Draws the sign in the context's colour.
    func draw(at point: Point, size: Double, on cairo: OpaquePointer) {
        let half = size / 2
        // What was drawn before leaves a point behind, from which an arc would draw a line.
        cairo_new_path(cairo)
        switch self {
        case .disc:
            cairo_arc(cairo, point.x, point.y, half, 0, 2 * .pi)
            cairo_fill(cairo)
        case .ring: ring(at: point, radius: half, on: cairo)
        case .square:
            cairo_rectangle(cairo, point.x - half * 0.9, point.y - half * 0.9, size * 0.9, size * 0.9)
            cairo_fill(cairo)
        case .triangle: fill([(0, -1.15), (1.05, 0.75), (-1.05, 0.75)], at: point, half, on: cairo)
        case .diamond: fill([(0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)], at: point, half, on: cairo)
        case .cross: cross(at: point, half, on: cairo)
        }
    }

    private func fill(
        _ corners: [(Double, Double)], at point: Point, _ half: Double, on cairo: OpaquePointer
    ) {
        for (x, y) in corners { cairo_line_to(cairo, point.x + x * half, point.y + y * half) }
        cairo_close_path(cairo)
        cairo_fill(cairo)
    }

    private func ring(at point: Point, radius: Double, on cairo: OpaquePointer) {
        cairo_set_line_width(cairo, 1.2)
        cairo_arc(cairo, point.x, point.y, radius * 0.85, 0, 2 * .pi)
        cairo_stroke(cairo)
    }

    private func cross(at point: Point, _ half: Double, on cairo: OpaquePointer) {
        cairo_set_line_width(cairo, max(0.8, half * 0.5))
        for sign in [-1.0, 1.0] {
            cairo_move_to(cairo, point.x - half * 0.8, point.y - sign * half * 0.8)
            cairo_line_to(cairo, point.x + half * 0.8, point.y + sign * half * 0.8)
        }
        cairo_stroke(cairo)
    }
}
