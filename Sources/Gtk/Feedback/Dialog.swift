import CGtk

/// A modal window with a form in it and two buttons above.
public final class Dialog {
    /// The window.
    public let window: Window
    /// The button that takes what was entered; make it insensitive while something is wrong.
    public let confirmButton: Button

    /// A dialog above a window.
    ///
    /// - Parameters:
    ///   - confirm: the words of the button that takes what was entered: a verb.
    ///   - onConfirm: takes it; the dialog stays open when the answer is false.
    public init(
        _ title: String, over parent: Window?, content: Widget, cancel: String, confirm: String,
        onConfirm: @escaping @MainActor () -> Bool
    ) {
        window = Window(title: title)
        window.isModal = true
        if let parent { window.belongs(to: parent) }
        confirmButton = Button(confirm)
        confirmButton.css("suggested-action")
        let bar = HeaderBar()
        bar.showsWindowButtons = false
        let dialog = window
        bar.packStart(Button(cancel) { dialog.close() })
        bar.packEnd(confirmButton)
        window.titlebar(bar)
        window.child(content)
        window.defaultButton(confirmButton)
        confirmButton.onClick { if onConfirm() { dialog.destroy() } }
        let confirm = confirmButton
        // Enter that the field with the focus does not want confirms, as it does from a field of text.
        window.onKey { key in
            switch key.named {
            case .escape: dialog.close()
            case .enter where confirm.isSensitive: confirm.activate()
            default: return false
            }
            return true
        }
    }

    /// Shows the dialog.
    public func present() { window.present() }

    /// Called when the dialog goes, whatever was answered.
    public func onEnd(_ body: @escaping Action) { window.onDestroy(body) }
}
