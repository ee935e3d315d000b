import CGtk

/// A widget painted with cairo.
public class DrawingArea: Widget {
    /// Paints on a cairo context (`cairo_t *`) a surface of width × height pixels.
    public typealias Painter = @MainActor (_ cairo: OpaquePointer, _ width: Int, _ height: Int) -> Void

    private typealias Paint = @MainActor (UInt, Int, Int) -> Void

    /// An empty area; say in words what it will show with `accessible(label:)`.
    public init(role: AccessibleRole? = .image) {
        super.init(type: gtk_drawing_area_get_type(), role: role)
    }

    /// An area and what paints it.
    public convenience init(role: AccessibleRole? = .image, _ painter: @escaping Painter) {
        self.init(role: role)
        onDraw(painter)
    }

    /// Asks for a size of its content, in pixels.
    @discardableResult
    public func content(width: Int, height: Int) -> DrawingArea {
        set("content-width", width)
        set("content-height", height)
        return self
    }

    /// What paints the area, each time GTK needs it; `queueDraw()` asks for it.
    public func onDraw(_ painter: @escaping Painter) {
        guard let area = pointer(GtkDrawingArea.self) else { return }
        let paint: Paint = { address, width, height in
            guard let cairo = OpaquePointer(bitPattern: address) else { return }
            painter(cairo, width, height)
        }
        gtk_drawing_area_set_draw_func(
            area,
            { _, cairo, width, height, data in
                guard let paint = ClosureBox<Paint>.body(at: data) else { return }
                let address = UInt(bitPattern: cairo)
                MainActor.assumeIsolated { paint(address, Int(width), Int(height)) }
            }, ClosureBox<Paint>.retained(paint), releaseBox)
    }

    /// Called when the area has another size.
    @discardableResult
    public func onResize(_ body: @escaping Action) -> Connection { on("resize", body) }

    /// The colour that the theme writes with here (red, green, blue, alpha; each from 0 to 1).
    public var foreground: (red: Double, green: Double, blue: Double, alpha: Double) {
        guard let widget else { return (0, 0, 0, 1) }
        var color = GdkRGBA()
        gtk_style_context_get_color(gtk_widget_get_style_context(widget), &color)
        return (Double(color.red), Double(color.green), Double(color.blue), Double(color.alpha))
    }
}
