import CGtk

/// Where a widget stands in the room that its parent gives it.
public enum Alignment: Int, Sendable {
    case fill, start, end, center, baseline
}

/// Along a row or down a column.
public enum Orientation: Int, Sendable {
    case horizontal, vertical
}

/// Room, growth, margins and style classes; the functions return the widget, to be chained.
extension Widget {
    /// Whether the widget wants the width that is left over.
    public var expandsHorizontally: Bool {
        get { flag("hexpand") }
        set { set("hexpand", newValue) }
    }

    /// Whether the widget wants the height that is left over.
    public var expandsVertically: Bool {
        get { flag("vexpand") }
        set { set("vexpand", newValue) }
    }

    /// Where the widget stands in a width larger than it needs.
    public var horizontalAlignment: Alignment {
        get { Alignment(rawValue: int("halign")) ?? .fill }
        set { set("halign", newValue.rawValue) }
    }

    /// Where the widget stands in a height larger than it needs.
    public var verticalAlignment: Alignment {
        get { Alignment(rawValue: int("valign")) ?? .fill }
        set { set("valign", newValue.rawValue) }
    }

    /// The style classes of the widget.
    public var cssClasses: [String] {
        get {
            guard let widget, let names = gtk_widget_get_css_classes(widget) else { return [] }
            defer { g_strfreev(names) }
            var result: [String] = []
            var index = 0
            while let name = names[index] {
                result.append(String(cString: name))
                index += 1
            }
            return result
        }
        set {
            guard let widget else { return }
            withCStrings(newValue) { gtk_widget_set_css_classes(widget, $0) }
        }
    }

    /// Whether the widget has a style class.
    public func has(css name: String) -> Bool {
        widget.map { gtk_widget_has_css_class($0, name) != 0 } ?? false
    }

    /// Adds or removes a style class.
    public func toggle(css name: String, _ on: Bool) {
        guard let widget else { return }
        if on { gtk_widget_add_css_class(widget, name) } else { gtk_widget_remove_css_class(widget, name) }
    }

    /// Asks for at least this size, in pixels; nil leaves a side to the widget.
    @discardableResult
    public func minimum(width: Int? = nil, height: Int? = nil) -> Self {
        if let width { set("width-request", width) }
        if let height { set("height-request", height) }
        return self
    }

    /// Adds style classes.
    @discardableResult
    public func css(_ names: String...) -> Self {
        for name in names { toggle(css: name, true) }
        return self
    }

    /// Wants what is left over of width, height or both.
    @discardableResult
    public func expand(horizontally: Bool = true, vertically: Bool = true) -> Self {
        expandsHorizontally = horizontally
        expandsVertically = vertically
        return self
    }

    /// Stands in its room as told; nil leaves a direction as it is.
    @discardableResult
    public func align(_ horizontal: Alignment? = nil, _ vertical: Alignment? = nil) -> Self {
        if let horizontal { horizontalAlignment = horizontal }
        if let vertical { verticalAlignment = vertical }
        return self
    }

    /// Keeps the same distance on every side, in pixels.
    @discardableResult
    public func margin(_ all: Int) -> Self { margin(top: all, start: all, bottom: all, end: all) }

    /// Keeps a distance on some sides, in pixels; nil leaves a side as it is.
    @discardableResult
    public func margin(top: Int? = nil, start: Int? = nil, bottom: Int? = nil, end: Int? = nil) -> Self {
        for (name, value) in [("top", top), ("start", start), ("bottom", bottom), ("end", end)] {
            if let value { set("margin-\(name)", value) }
        }
        return self
    }

    /// Gives the widget a name, for tests and style sheets.
    @discardableResult
    public func named(_ name: String) -> Self {
        self.name = name
        return self
    }

    /// Shows words when the pointer rests on the widget.
    @discardableResult
    public func tooltip(_ text: String?) -> Self {
        tooltip = text
        return self
    }
}

/// Runs the body with a NULL-terminated array of C strings, valid only inside it.
func withCStrings<Result>(
    _ texts: [String], _ body: (UnsafeMutablePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    let copies = texts.map { g_strdup($0.withoutNul) }
    defer { copies.forEach { g_free($0) } }
    var pointers: [UnsafePointer<CChar>?] = copies.map { $0.map { UnsafePointer($0) } } + [nil]
    return pointers.withUnsafeMutableBufferPointer { buffer in
        var empty: UnsafePointer<CChar>?
        guard let start = buffer.baseAddress else { return body(&empty) }
        return body(start)
    }
}

extension Widget {
    /// Runs the body once, when the widgets of the window have been given their places and before they are painted.
    public func afterLayout(_ body: @escaping Action) {
        guard let widget, let clock = gtk_widget_get_frame_clock(widget) else {
            Timer.next(body)
            return
        }
        let handle = Object(UnsafeMutableRawPointer(clock), .borrowed)
        var connection: Connection?
        connection = handle.on("layout") {
            connection?.disconnect()
            connection = nil
            withExtendedLifetime(handle, body)
        }
        gdk_frame_clock_request_phase(clock, GDK_FRAME_CLOCK_PHASE_LAYOUT)
    }

    /// Where the widget stands in another one that holds it, in pixels.
    func place(in other: Widget) -> (x: Double, y: Double) {
        guard let widget, let ancestor = other.widget else { return (0, 0) }
        var (x, y) = (0.0, 0.0)
        gtk_widget_translate_coordinates(widget, ancestor, 0, 0, &x, &y)
        return (x, y)
    }

    /// The point of the widget that is in sight and nearest to another of its points: what lies beyond an edge that is
    /// scrolled away, or beyond the window's, is not.
    func nearestInSight(x: Double, y: Double) -> (x: Double, y: Double) {
        guard let widget else { return (x, y) }
        var (left, top) = (0.0, 0.0)
        var (right, bottom) = (Double(gtk_widget_get_width(widget)), Double(gtk_widget_get_height(widget)))
        var ancestor = gtk_widget_get_parent(widget)
        while let here = ancestor {
            var (startX, startY) = (0.0, 0.0)
            guard gtk_widget_translate_coordinates(here, widget, 0, 0, &startX, &startY) != 0 else { break }
            (left, top) = (max(left, startX), max(top, startY))
            right = min(right, startX + Double(gtk_widget_get_width(here)))
            bottom = min(bottom, startY + Double(gtk_widget_get_height(here)))
            ancestor = gtk_widget_get_parent(here)
        }
        return (max(left, min(x, right - 1)), max(top, min(y, bottom - 1)))
    }
}
