import CGtk

/// A line across the page that stays until its reason goes.
public final class Banner {
    /// How grave it is: said by an icon, by a style class and by the words.
    public enum Kind: String, Sendable {
        case info, warning, error
    }

    /// The widget to put above the page.
    public let root: Revealer
    private let box = Box(.horizontal, spacing: 12, role: .alert)
    private let icon = Image(icon: "dialog-information-symbolic")
    private let label = Label("")
    private let button = Button("")
    private var action: Action?

    /// A banner that is not shown.
    public init() {
        root = Revealer(box)
        label.wrapped().alignText(.start).expand(vertically: false)
        for child in [icon, label, button] { box.append(child) }
        box.css("banner").isVisible = false
        button.onClick { [self] in action?() }
        root.keep(self)
        root.onDestroy { [weak self] in self?.action = nil }
    }

    /// The words that are shown; nil when there are none.
    public var message: String? { root.isRevealed ? label.text : nil }

    /// Shows words, with perhaps something to do about it.
    public func show(_ kind: Kind, _ message: String, button title: String? = nil, action: Action? = nil) {
        for kind in [Kind.info, .warning, .error] { box.toggle(css: kind.rawValue, false) }
        box.css(kind.rawValue)
        icon.icon = kind == .info ? "dialog-information-symbolic" : "dialog-\(kind.rawValue)-symbolic"
        label.text = message
        button.title = title ?? ""
        button.isVisible = title != nil
        self.action = action
        box.isVisible = true
        root.isRevealed = true
    }

    /// Takes the banner away.
    public func hide() {
        root.isRevealed = false
        // Out of the way of screen readers too.
        box.isVisible = false
        action = nil
    }
}
