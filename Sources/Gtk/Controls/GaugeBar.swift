import CGtk

/// A level as a bar in the widget's own colour, with thin marks where something begins.
public final class GaugeBar: DrawingArea {
    /// The level from 0 to 1; nil shows the empty bar, fainter.
    public var value: Double? {
        didSet { changed() }
    }

    /// Where the marks stand, from 0 to 1.
    public var marks: [Double] = [] {
        didSet { if marks != oldValue { queueDraw() } }
    }

    /// An empty bar.
    public init() {
        super.init(role: .meter)
        content(width: 48, height: 16)
        onDraw { [weak self] cairo, width, height in
            self?.paint(cairo, Double(width), Double(height))
        }
    }

    private func changed() {
        accessible(value: value ?? 0, in: 0...1)
        queueDraw()
    }

    private func paint(_ cairo: OpaquePointer, _ width: Double, _ height: Double) {
        let colour = foreground
        let thick = 8.0
        let top = (height - thick) / 2
        let fill = { (alpha: Double) in
            cairo_set_source_rgba(cairo, colour.red, colour.green, colour.blue, colour.alpha * alpha)
        }
        fill(0.15)
        bar(cairo, to: width, top: top, thick: thick)
        if let value, value > 0 {
            fill(1)
            bar(cairo, to: max(thick, width * min(value, 1)), top: top, thick: thick)
        }
        fill(0.75)
        for mark in marks where mark > 0 && mark < 1 {
            cairo_rectangle(cairo, (width * mark).rounded() - 0.5, top - 3, 1, thick + 6)
            cairo_fill(cairo)
        }
    }

    private func bar(_ cairo: OpaquePointer, to end: Double, top: Double, thick: Double) {
        let radius = thick / 2
        cairo_new_path(cairo)
        cairo_arc(cairo, end - radius, top + radius, radius, -Double.pi / 2, Double.pi / 2)
        cairo_arc(cairo, radius, top + radius, radius, Double.pi / 2, 3 * Double.pi / 2)
        cairo_close_path(cairo)
        cairo_fill(cairo)
    }
}
