import Gtk
import Localization

/// Asks why something is done; the reason is kept with it.
final class ReasonDialog {
    private let dialog: Dialog
    private let reason: Entry

    /// What a dialog says.
    struct Words {
        /// Its title.
        var title: String
        /// What is about to happen, and what that means.
        var meaning: String
        /// An example of a reason.
        var example: String
        /// The verb on the button.
        var confirm: String
    }

    /// A dialog that gives the reason to `then`, which says what is wrong with it or nil.
    init(_ words: Words, over parent: Window?, then body: @escaping @MainActor (String) -> String?) {
        let reason = Entry(placeholder: words.example)
        reason.activatesDefault = true
        reason.setRequired(true)
        self.reason = reason
        let row = FieldRow(tr("Reason"), reason)
        let content = Box(.vertical, spacing: 12) {
            Label(words.meaning).wrapped(at: 60).alignText(.start)
            row.widget
        }
        dialog = Dialog(
            words.title, over: parent, content: content.margin(18), cancel: tr("_Cancel"),
            confirm: words.confirm,
            onConfirm: {
                let problem = body(reason.text)
                row.show(problem: problem)
                if problem != nil { reason.grabFocus() }
                return problem == nil
            })
        reason.onChange { row.show(problem: nil) }
    }

    /// Shows it.
    func present() {
        dialog.present()
        reason.grabFocus()
    }
}
