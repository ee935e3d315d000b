import CGtk

/// A page above which short messages come and go.
public final class ToastOverlay {
    /// The widget to put into the window.
    public let root: Overlay
    private let revealer: Revealer
    private let label = Label("", role: .status)
    private let button = Button("")
    private var pending: Timer?
    private var action: Action?

    /// The overlay of a page.
    public init(_ child: Widget) {
        root = Overlay(child)
        let box = Box(.horizontal, spacing: 12)
        box.append(label.ellipsized())
        box.append(button)
        box.css("toast", "osd").margin(12)
        revealer = Revealer(box, slidesUp: true)
        revealer.align(.center, .end)
        revealer.isVisible = false
        root.add(revealer)
        button.onClick { [self] in
            let chosen = action
            dismiss()
            chosen?()
        }
        root.keep(self)
    }

    /// The message that is shown; nil when there is none.
    public var message: String? { revealer.isRevealed ? label.text : nil }

    /// Shows a message in place of the one before, with perhaps something to do about it.
    ///
    /// - Parameter seconds: how long it stays. What can only be done here must also be reachable elsewhere.
    public func show(
        _ message: String, button title: String? = nil, seconds: Double = 6, action: Action? = nil
    ) {
        label.text = message
        self.action = action
        button.title = title ?? ""
        button.isVisible = title != nil
        revealer.isVisible = true
        revealer.isRevealed = true
        pending?.cancel()
        pending = Timer.after(milliseconds: Int(seconds * 1_000)) { [weak self] in self?.dismiss() }
    }

    /// Takes the message away.
    public func dismiss() {
        pending?.cancel()
        pending = nil
        action = nil
        revealer.isRevealed = false
        // A toast that is over catches no clicks and is not read.
        revealer.isVisible = false
    }
}
