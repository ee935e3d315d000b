import Gtk
import Localization

/// Asks for the name of the municipality of a new archive.
final class NewArchiveDialog {
    private let dialog: Dialog

    /// A dialog that gives the name to `then`.
    init(over parent: Window?, then body: @escaping @MainActor (String) -> Void) {
        let name = Entry(placeholder: tr("Municipality of …"))
        name.activatesDefault = true
        let row = FieldRow(tr("Name of the municipality"), name)
        dialog = Dialog(
            tr("New archive"), over: parent, content: row.widget, cancel: tr("_Cancel"),
            confirm: tr("_Choose folder…"),
            onConfirm: {
                let text = name.text
                guard !text.allSatisfy(\.isWhitespace) else { return false }
                body(text)
                return true
            })
        dialog.confirmButton.isSensitive = false
        name.onChange { [dialog] in
            dialog.confirmButton.isSensitive = !name.text.allSatisfy(\.isWhitespace)
        }
    }

    /// Shows it.
    func present() {
        dialog.present()
    }
}
