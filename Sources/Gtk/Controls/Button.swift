import CGtk

/// A button that does something.
public final class Button: Widget {
    /// A button with words; `_` before a letter makes it the key for Alt.
    public init(_ title: String, icon: String? = nil, onClick: Action? = nil) {
        super.init(type: gtk_button_get_type())
        ButtonActivation.quicken(self)
        if let icon {
            set(
                "child",
                object: Box(.horizontal, spacing: 6) {
                    Image(icon: icon)
                    Label(mnemonic: title)
                })
            accessible(label: title.replacing("_", with: ""))
        } else {
            set("use-underline", true)
            self.title = title
        }
        if let onClick { self.onClick(onClick) }
    }

    /// A button with an icon only: the words are told to screen readers and shown as tooltip.
    public init(icon: String, label: String, onClick: Action? = nil) {
        super.init(type: gtk_button_get_type())
        ButtonActivation.quicken(self)
        set("icon-name", icon)
        nameIcon(label)
        if let onClick { self.onClick(onClick) }
    }

    /// The words of a button that has no icon.
    public var title: String {
        get { string("label") }
        set {
            set("label", newValue)
            accessibleName(fromMnemonic: newValue)
        }
    }

    /// The icon of a button that has no words.
    public var icon: String {
        get { string("icon-name") }
        set { set("icon-name", newValue) }
    }

    /// Whether a border is drawn when the pointer is elsewhere.
    public var hasFrame: Bool {
        get { flag("has-frame") }
        set { set("has-frame", newValue) }
    }

    /// The action that a click runs, by its full name (`win.print`); its state decides the sensitivity.
    public var actionName: String? {
        get { optionalString("action-name") }
        set { set("action-name", newValue) }
    }

    /// Shows a widget instead of words.
    public func child(_ child: Widget) { set("child", object: child) }

    /// Called when the button is clicked, or activated by keyboard.
    @discardableResult
    public func onClick(_ body: @escaping Action) -> Connection { on("clicked", body) }
}

/// A button that stays pressed.
public final class ToggleButton: Widget {
    /// A toggle with words.
    public init(_ title: String) {
        super.init(type: gtk_toggle_button_get_type())
        set("use-underline", true)
        self.title = title
    }

    /// A toggle with an icon only: the words are told to screen readers and shown as tooltip.
    public init(icon: String, label: String) {
        super.init(type: gtk_toggle_button_get_type())
        set("icon-name", icon)
        nameIcon(label)
    }

    /// The words of a toggle that has no icon.
    public var title: String {
        get { string("label") }
        set {
            set("label", newValue)
            accessibleName(fromMnemonic: newValue)
        }
    }

    /// Whether it is pressed.
    public var isOn: Bool {
        get { flag("active") }
        set { set("active", newValue) }
    }

    /// Makes it one of a group in which one at most is pressed.
    public func join(_ other: ToggleButton) { set("group", object: other) }

    /// Called when it goes in or out, for whatever reason.
    @discardableResult
    public func onToggle(_ body: @escaping Action) -> Connection { on("toggled", body) }
}

/// A box to tick, or one of a group of choices.
public final class CheckButton: Widget {
    /// A box to tick; `_` before a letter makes it the key for Alt.
    public init(_ title: String? = nil) {
        super.init(type: gtk_check_button_get_type())
        if let title {
            set("use-underline", true)
            set("label", title)
            accessibleName(fromMnemonic: title)
        }
    }

    /// Whether it is ticked.
    public var isOn: Bool {
        get { flag("active") }
        set { set("active", newValue) }
    }

    /// Shows a widget in place of the words; it needs an accessible name of its own then.
    public func child(_ child: Widget) { set("child", object: child) }

    /// Whether it shows that only a part of what it stands for is ticked.
    public var isInconsistent: Bool {
        get { flag("inconsistent") }
        set { set("inconsistent", newValue) }
    }

    /// Makes it one of a group in which one is ticked, drawn as radio buttons.
    public func join(_ other: CheckButton) { set("group", object: other) }

    /// Called when it changes, for whatever reason.
    @discardableResult
    public func onToggle(_ body: @escaping Action) -> Connection { on("toggled", body) }
}

/// An on-off switch, for settings that take effect at once.
public final class Switch: Widget {
    /// A switch that is off.
    public init() {
        super.init(type: gtk_switch_get_type())
        align(.start, .center)
    }

    /// Whether it is on.
    public var isOn: Bool {
        get { flag("active") }
        set { set("active", newValue) }
    }

    /// Called when it changes, for whatever reason.
    @discardableResult
    public func onToggle(_ body: @escaping Action) -> Connection { onNotify("active", body) }
}
