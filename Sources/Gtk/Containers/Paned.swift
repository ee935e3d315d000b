import CGtk

/// Two widgets with a divider that the person can move.
public final class Paned: Widget {
    /// Two widgets side by side or one above the other; only the second grows with the window.
    public init(_ orientation: Orientation, start: Widget? = nil, end: Widget? = nil) {
        super.init(type: gtk_paned_get_type())
        set("orientation", orientation.rawValue)
        set("resize-start-child", false)
        set("shrink-start-child", false)
        set("shrink-end-child", false)
        if let start { self.start(start) }
        if let end { self.end(end) }
    }

    /// Sets the first widget.
    public func start(_ child: Widget?) { set("start-child", object: child) }

    /// Sets the second widget.
    public func end(_ child: Widget?) { set("end-child", object: child) }

    /// Where the divider is, in pixels from the start.
    public var position: Int {
        get { int("position") }
        set { set("position", newValue) }
    }

    /// Whether the first widget grows with the window too.
    public var startGrows: Bool {
        get { flag("resize-start-child") }
        set { set("resize-start-child", newValue) }
    }

    /// Called when the divider moves.
    @discardableResult
    public func onMove(_ body: @escaping Action) -> Connection { onNotify("position", body) }
}
