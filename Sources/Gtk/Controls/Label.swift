import CGtk

/// Words on the screen. Text is never read as markup.
public final class Label: Widget {
    /// A label; `selectable` lets the person copy its text.
    public init(_ text: String = "", selectable: Bool = false, role: AccessibleRole? = nil) {
        super.init(type: gtk_label_get_type(), role: role)
        self.text = text
        if selectable { set("selectable", true) }
    }

    /// The words of a button: `_` before a letter makes it the key for Alt.
    convenience init(mnemonic text: String) {
        self.init(text)
        set("use-underline", true)
    }

    /// A label that begins a part of a page, told as a heading of that rank.
    public static func heading(_ text: String, level: Int = 2) -> Label {
        let label = Label(text, role: .heading)
        label.alignText(.start).accessible(level: level)
        return label
    }

    /// The words.
    public var text: String {
        get { string("label") }
        set {
            set("label", newValue)
            // GTK would call an empty label by the name of its class.
            accessibleHidden(newValue.isEmpty)
        }
    }

    /// Whether long text goes on in further lines.
    public var wraps: Bool {
        get { flag("wrap") }
        set {
            set("wrap", newValue)
            set("wrap-mode", Int(PANGO_WRAP_WORD_CHAR.rawValue))
        }
    }

    /// Whether text that does not fit ends with an ellipsis.
    public var isEllipsized: Bool {
        get { int("ellipsize") != 0 }
        set { set("ellipsize", newValue ? Int(PANGO_ELLIPSIZE_END.rawValue) : 0) }
    }

    /// The widest line asked for, in characters; -1 for no limit.
    public var maximumCharacters: Int {
        get { int("max-width-chars") }
        set { set("max-width-chars", newValue) }
    }

    /// The smallest width asked for, in characters; -1 for none.
    public var minimumCharacters: Int {
        get { int("width-chars") }
        set { set("width-chars", newValue) }
    }

    /// Gives the focus to a widget when the underlined letter of `text` (`_Name`) is pressed with Alt.
    public func mnemonic(for target: Widget) {
        set("use-underline", true)
        set("mnemonic-widget", object: target)
    }

    /// Puts the lines at the start, the end or the middle of the label's room.
    @discardableResult
    public func alignText(_ alignment: Alignment) -> Label {
        let (x, justify) =
            switch alignment {
            case .end: (Float(1), GTK_JUSTIFY_RIGHT)
            case .center: (Float(0.5), GTK_JUSTIFY_CENTER)
            case .start, .fill, .baseline: (Float(0), GTK_JUSTIFY_LEFT)
            }
        guard let opaque else { return self }
        gtk_label_set_xalign(opaque, x)
        gtk_label_set_justify(opaque, justify)
        return self
    }

    /// Lets long text go on in further lines, up to a width in characters.
    @discardableResult
    public func wrapped(at characters: Int = -1) -> Label {
        wraps = true
        maximumCharacters = characters
        return self
    }

    /// Lets long text go on in no more than so many lines, the last of which ends with an ellipsis where there is more.
    @discardableResult
    public func wrapped(lines: Int) -> Label {
        set("lines", lines)
        return wrapped().ellipsized()
    }

    /// Ends text that does not fit with an ellipsis.
    @discardableResult
    public func ellipsized() -> Label {
        isEllipsized = true
        return self
    }
}
