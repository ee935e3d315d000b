import CGtk

/// Pages in the same place, one shown at a time.
public final class Stack: Widget {
    /// An empty stack.
    public init(role: AccessibleRole? = nil) {
        super.init(type: gtk_stack_get_type(), role: role)
    }

    /// Adds a page under an identifier; the title is what a switcher shows.
    public func add(_ page: Widget, id: String, title: String? = nil) {
        guard let opaque, let page = page.widget else { return }
        if let title {
            gtk_stack_add_titled(opaque, page, id, title)
        } else {
            gtk_stack_add_named(opaque, page, id)
        }
        hideOthers()
    }

    /// Takes a page out; GTK destroys it when nothing else holds it.
    public func remove(_ page: Widget) {
        guard let opaque, let page = page.widget, gtk_widget_get_parent(page) == widget else { return }
        gtk_stack_remove(opaque, page)
    }

    /// The identifier of the page that is shown; setting one that is not there changes nothing.
    public var visiblePage: String? {
        get { optionalString("visible-child-name") }
        set {
            guard let opaque, let newValue, let page = gtk_stack_get_child_by_name(opaque, newValue) else {
                return
            }
            gtk_widget_set_visible(page, 1)
            gtk_stack_set_visible_child_name(opaque, newValue)
            hideOthers()
        }
    }

    /// Hides the pages that are not shown from screen readers, to which GTK 4.8 shows all. Where their size does not count
    /// they are hidden altogether: at each move of the focus GTK 4.8 looks at the style of all that is not.
    private func hideOthers() {
        guard let opaque, let widget else { return }
        let shown = gtk_stack_get_visible_child(opaque)
        var child = gtk_widget_get_first_child(widget)
        while let page = child {
            Widget(borrowing: page).accessibleHidden(page != shown)
            if fitsVisiblePage { gtk_widget_set_visible(page, page == shown ? 1 : 0) }
            child = gtk_widget_get_next_sibling(page)
        }
    }

    /// Whether the stack asks only for the size of the page that is shown.
    public var fitsVisiblePage: Bool {
        get { !flag("hhomogeneous") }
        set {
            set("hhomogeneous", !newValue)
            set("vhomogeneous", !newValue)
        }
    }

    /// Whether pages follow each other with a short cross-fade.
    public var fades: Bool {
        get { int("transition-type") == Int(GTK_STACK_TRANSITION_TYPE_CROSSFADE.rawValue) }
        set {
            let type = newValue ? GTK_STACK_TRANSITION_TYPE_CROSSFADE : GTK_STACK_TRANSITION_TYPE_NONE
            set("transition-type", Int(type.rawValue))
        }
    }

    /// Called when another page is shown.
    @discardableResult
    public func onChange(_ body: @escaping Action) -> Connection { onNotify("visible-child", body) }
}

/// A row of buttons that choose the page of a stack.
public final class StackSwitcher: Widget {
    /// The switcher of a stack.
    public init(_ stack: Stack) {
        super.init(type: gtk_stack_switcher_get_type())
        set("stack", object: stack)
    }
}
