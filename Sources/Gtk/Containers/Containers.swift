import CGtk

/// A widget with others floating above it, as toasts do.
public final class Overlay: Widget {
    /// An overlay above a child.
    public init(_ child: Widget? = nil) {
        super.init(type: gtk_overlay_get_type())
        set("child", object: child)
    }

    /// Adds a widget above; its alignment says where.
    public func add(_ above: Widget) {
        guard let opaque, let above = above.widget else { return }
        gtk_overlay_add_overlay(opaque, above)
    }

    /// Takes a widget away from above.
    public func remove(_ above: Widget) {
        guard let opaque, let above = above.widget, gtk_widget_get_parent(above) == widget else { return }
        gtk_overlay_remove_overlay(opaque, above)
    }
}

/// Shows and hides a child with a short slide.
public final class Revealer: Widget {
    /// A revealer, at first hiding its child.
    public init(_ child: Widget? = nil, slidesUp: Bool = false) {
        super.init(type: gtk_revealer_get_type())
        set("child", object: child)
        let type =
            slidesUp ? GTK_REVEALER_TRANSITION_TYPE_SLIDE_UP : GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN
        set("transition-type", Int(type.rawValue))
    }

    /// Whether the child is shown, or is about to be.
    public var isRevealed: Bool {
        get { flag("reveal-child") }
        set { set("reveal-child", newValue) }
    }
}

/// A child with a title that opens and closes it.
public final class Expander: Widget {
    /// A closed expander.
    public init(_ title: String, _ child: Widget? = nil) {
        super.init(type: gtk_expander_get_type())
        set("label", title)
        set("child", object: child)
        accessible(label: title)
    }

    /// Whether the child is shown.
    public var isExpanded: Bool {
        get { flag("expanded") }
        set { set("expanded", newValue) }
    }

    /// Called when it opens or closes.
    @discardableResult
    public func onChange(_ body: @escaping Action) -> Connection { onNotify("expanded", body) }
}

/// A thin rule between groups.
public final class Separator: Widget {
    /// A rule along a row (horizontal) or down a column (vertical).
    public init(_ orientation: Orientation) {
        super.init(type: gtk_separator_get_type())
        set("orientation", orientation.rawValue)
    }
}

/// A child with a border around it and perhaps a title on it.
public final class Frame: Widget {
    /// A frame around a child.
    public init(_ title: String? = nil, _ child: Widget? = nil) {
        super.init(type: gtk_frame_get_type())
        set("label", title)
        set("child", object: child)
    }
}

/// Gives the same size to widgets that are in different places.
public final class SizeGroup: Object {
    /// A group that makes widths alike (horizontal) or heights (vertical).
    public init(_ orientation: Orientation) {
        let mode = orientation == .horizontal ? GTK_SIZE_GROUP_HORIZONTAL : GTK_SIZE_GROUP_VERTICAL
        super.init(UnsafeMutableRawPointer(gtk_size_group_new(mode)), .owned)
    }

    /// Adds a widget, which keeps the group alive from now on.
    public func add(_ widget: Widget) {
        guard let group = pointer(GtkSizeGroup.self), let widget = widget.widget else { return }
        gtk_size_group_add_widget(group, widget)
    }
}

/// Pages with tabs.
public final class Notebook: Widget {
    /// What had the keyboard on each page when it was left.
    private var places: [Int: Widget] = [:]

    /// A notebook without pages.
    public init() {
        super.init(type: gtk_notebook_get_type())
        onChange { [weak self] in self?.hideOthers() }
        // GTK 4.8 moves the focus of a page that goes with its window to the next one, which is in no window any more.
        on("unrealize") { [weak self] in self?.widget.map { gtk_widget_set_focus_child($0, nil) } }
        onKey(.capture) { [weak self] key in
            guard let self, key.hasControl, !key.hasShift, !key.hasAlt, key.is(.pageUp) || key.is(.pageDown)
            else { return false }
            turn(by: key.is(.pageDown) ? 1 : -1)
            return true
        }
    }

    /// Goes to the tab beside this one, with the keyboard where it was there; GTK would move it one control on each time.
    func turn(by step: Int) {
        guard let opaque else { return }
        let target = page + step
        guard target >= 0, target < Int(gtk_notebook_get_n_pages(opaque)) else { return }
        PendingInput.takeAll()
        if hasFocusInside, let focus = window?.focus { places[page] = focus }
        // Else GTK moves it, to the control after the one that had it.
        window?.dropFocus()
        page = target
        if let place = places[target], place.isAlive, place.isMapped, place.grabFocus() { return }
        guard let child = gtk_notebook_get_nth_page(opaque, Int32(clamping: target)) else { return }
        Widget(borrowing: child).focusFirst()
    }

    /// Adds a page at the end, with the words of its tab.
    public func append(_ page: Widget, title: String) {
        guard let opaque, let page = page.widget else { return }
        let label = Label(title)
        withExtendedLifetime(label) { _ = gtk_notebook_append_page(opaque, page, label.widget) }
        nameTab(of: page)
        hideOthers()
    }

    /// Names the tab of a page after its words: GTK 4.8 calls each «Tab».
    private func nameTab(of page: UnsafeMutablePointer<GtkWidget>) {
        guard let opaque, let label = gtk_notebook_get_tab_label(opaque, page),
            let text = gtk_notebook_get_tab_label_text(opaque, page)
        else { return }
        Widget(borrowing: label).parent?.accessible(label: String(cString: text))
    }

    /// Hides the pages that are not shown from screen readers, to which GTK 4.8 shows all.
    private func hideOthers() {
        guard let opaque else { return }
        // It has the focus while the tabs are turned.
        if let page = gtk_notebook_get_nth_page(opaque, Int32(clamping: page)),
            let text = gtk_notebook_get_tab_label_text(opaque, page)
        {
            accessible(label: String(cString: text))
        }
        for position in 0..<gtk_notebook_get_n_pages(opaque) {
            guard let page = gtk_notebook_get_nth_page(opaque, position) else { continue }
            Widget(borrowing: page).accessibleHidden(Int(position) != self.page)
        }
    }

    /// Gives the page at a position, from 0, another title.
    public func setTitle(_ title: String, of position: Int) {
        guard let opaque, let page = gtk_notebook_get_nth_page(opaque, Int32(clamping: position)) else {
            return
        }
        gtk_notebook_set_tab_label_text(opaque, page, title.withoutNul)
        nameTab(of: page)
    }

    /// The number of the page that is shown, from 0; -1 without pages.
    public var page: Int {
        get { int("page") }
        set { set("page", newValue) }
    }

    /// Called when another page is shown.
    @discardableResult
    public func onChange(_ body: @escaping Action) -> Connection { onNotify("page", body) }
}
