import CGtk

/// Collects the children of a container from the statements of a closure.
@resultBuilder
public enum Children {
    /// One widget.
    public static func buildExpression(_ widget: Widget) -> [Widget] { [widget] }
    /// Some widgets.
    public static func buildExpression(_ widgets: [Widget]) -> [Widget] { widgets }
    /// All of them in order.
    public static func buildBlock(_ parts: [Widget]...) -> [Widget] { parts.flatMap { $0 } }
    /// An `if` without `else`.
    public static func buildOptional(_ part: [Widget]?) -> [Widget] { part ?? [] }
    /// An `if` that holds.
    public static func buildEither(first: [Widget]) -> [Widget] { first }
    /// Its `else`.
    public static func buildEither(second: [Widget]) -> [Widget] { second }
    /// A loop.
    public static func buildArray(_ parts: [[Widget]]) -> [Widget] { parts.flatMap { $0 } }
}

/// Widgets in a row or in a column.
public final class Box: Widget {
    /// An empty box; `spacing` in pixels.
    public init(_ orientation: Orientation, spacing: Int = 0, role: AccessibleRole? = nil) {
        super.init(type: gtk_box_get_type(), role: role)
        set("orientation", orientation.rawValue)
        set("spacing", spacing)
    }

    /// A box with its children; `spacing` in pixels.
    public convenience init(
        _ orientation: Orientation, spacing: Int = 0, role: AccessibleRole? = nil,
        @Children children: () -> [Widget]
    ) {
        self.init(orientation, spacing: spacing, role: role)
        children().forEach(append)
    }

    private var box: UnsafeMutablePointer<GtkBox>? { pointer(GtkBox.self) }

    /// Adds a widget at the end.
    public func append(_ child: Widget) {
        guard let box, let child = child.widget else { return }
        gtk_box_append(box, child)
    }

    /// Adds a widget at the beginning.
    public func prepend(_ child: Widget) {
        guard let box, let child = child.widget else { return }
        gtk_box_prepend(box, child)
    }

    /// Adds a widget after one of the children.
    public func insert(_ child: Widget, after sibling: Widget) {
        guard let box, let child = child.widget, let sibling = sibling.widget else { return }
        gtk_box_insert_child_after(box, child, sibling)
    }

    /// Takes a child out; GTK destroys it when nothing else holds it.
    public func remove(_ child: Widget) {
        guard let box, let child = child.widget, gtk_widget_get_parent(child) == widget else { return }
        gtk_box_remove(box, child)
    }

    /// Takes every child out.
    public func removeAll() {
        guard let box, let widget else { return }
        closePopovers()
        while let child = gtk_widget_get_first_child(widget) { gtk_box_remove(box, child) }
    }

    /// Whether the children stand in a row or in a column.
    public var orientation: Orientation {
        get { Orientation(rawValue: int("orientation")) ?? .horizontal }
        set { set("orientation", newValue.rawValue) }
    }

    /// Whether all children get the same room.
    public var isHomogeneous: Bool {
        get { flag("homogeneous") }
        set { set("homogeneous", newValue) }
    }
}
