import CGtk
import Foundation

/// Shows a part of something larger, with scroll bars.
public final class ScrolledWindow: Widget {
    /// When a scroll bar is there.
    public enum Policy: Int, Sendable {
        case always, automatic, never, external
    }

    /// The wheel turns the page around it where there is nothing to scroll inside.
    private var passesWheelOn = false

    /// A scrolled view of a child.
    public init(
        _ child: Widget? = nil, horizontal: Policy = .automatic, vertical: Policy = .automatic
    ) {
        super.init(type: gtk_scrolled_window_get_type())
        set("hscrollbar-policy", horizontal.rawValue)
        set("vscrollbar-policy", vertical.rawValue)
        if let child { self.child(child) }
    }

    /// Shows another child; the one before is destroyed when nothing else holds it.
    public func child(_ child: Widget?) { set("child", object: child) }

    /// Whether the natural size of the child is passed on, up to `maximumHeight`.
    public var fitsChild: Bool {
        get { flag("propagate-natural-height") }
        set {
            set("propagate-natural-height", newValue)
            if newValue, !passesWheelOn { passWheelOn() }
        }
    }

    /// Has the wheel turn the page around this view where all of it is in sight: GTK's scrolled views keep what they are
    /// told.
    private func passWheelOn() {
        passesWheelOn = true
        onWheel { [weak self] _, dy, control in
            guard let self, dy != 0, !control, !canScroll, let parent else { return false }
            return parent.turnPage(by: dy)
        }
    }

    /// Whether more than the half of a row is out of sight.
    private var canScroll: Bool {
        guard let adjustment = adjustment(vertical: true) else { return false }
        let hidden =
            gtk_adjustment_get_upper(adjustment) - gtk_adjustment_get_lower(adjustment)
            - gtk_adjustment_get_page_size(adjustment)
        return hidden > 14
    }

    /// The largest height asked for, in pixels; -1 for no limit.
    public var maximumHeight: Int {
        get { int("max-content-height") }
        set { set("max-content-height", newValue) }
    }

    /// The smallest height asked for, in pixels; -1 for no limit.
    public var minimumHeight: Int {
        get { int("min-content-height") }
        set { set("min-content-height", newValue) }
    }

    /// Whether a frame is drawn around.
    public var hasFrame: Bool {
        get { flag("has-frame") }
        set { set("has-frame", newValue) }
    }

    /// How far down the view is, in pixels from the top.
    public var verticalOffset: Double {
        get { adjustment(vertical: true).map { gtk_adjustment_get_value($0) } ?? 0 }
        set {
            guard let adjustment = adjustment(vertical: true) else { return }
            gtk_adjustment_set_value(adjustment, newValue)
        }
    }

    /// How far to the right the view is, in pixels.
    public var horizontalOffset: Double {
        get { adjustment(vertical: false).map { gtk_adjustment_get_value($0) } ?? 0 }
        set {
            guard let adjustment = adjustment(vertical: false) else { return }
            gtk_adjustment_set_value(adjustment, newValue)
        }
    }

    /// Called when the view moves up or down.
    public func onScroll(_ body: @escaping Action) {
        guard let adjustment = adjustment(vertical: true) else { return }
        let handle = Object(UnsafeMutableRawPointer(adjustment), .borrowed)
        withExtendedLifetime(handle) { _ = handle.on("value-changed", body) }
    }

    /// Called when the view becomes wider or narrower.
    public func onViewResize(_ body: @escaping Action) {
        guard let adjustment = adjustment(vertical: false) else { return }
        let handle = Object(UnsafeMutableRawPointer(adjustment), .borrowed)
        withExtendedLifetime(handle) { _ = handle.onNotify("page-size", body) }
    }

    private func adjustment(vertical: Bool) -> UnsafeMutablePointer<GtkAdjustment>? {
        guard let opaque else { return nil }
        return vertical
            ? gtk_scrolled_window_get_vadjustment(opaque) : gtk_scrolled_window_get_hadjustment(opaque)
    }
}

extension Widget {
    /// Moves the page around the widget so that it is in sight as a whole, or its beginning where it is higher than the page.
    public func bringIntoSight() {
        guard let widget, let area = gtk_widget_get_ancestor(widget, gtk_viewport_get_type()),
            let page = gtk_viewport_get_child(OpaquePointer(area)),
            let adjustment = gtk_scrollable_get_vadjustment(OpaquePointer(area))
        else { return }
        var bounds = graphene_rect_t()
        guard gtk_widget_compute_bounds(widget, page, &bounds) != 0 else { return }
        let top = Double(bounds.origin.y)
        gtk_adjustment_clamp_page(adjustment, top, top + Double(bounds.size.height))
    }

    /// Scrolls the scrolled view that this widget is in, or is, by turns of the wheel; says whether there is one.
    fileprivate func turnPage(by turns: Double) -> Bool {
        guard let widget,
            let view = gtk_widget_get_ancestor(widget, gtk_scrolled_window_get_type()).map({
                OpaquePointer($0)
            }),
            let adjustment = gtk_scrolled_window_get_vadjustment(view)
        else { return false }
        // As far as GTK's own views go with a turn.
        let step = pow(gtk_adjustment_get_page_size(adjustment), 2.0 / 3.0)
        gtk_adjustment_set_value(adjustment, gtk_adjustment_get_value(adjustment) + turns * step)
        return true
    }
}
