import Foundation
import Gtk
import Localization

/// Asks for the name of the municipality and the first year of a new archive.
final class NewArchiveDialog {
    private let dialog: Dialog

    /// A dialog that gives name and year to `then`.
    init(over parent: Window?, then body: @escaping @MainActor (String, Int) -> Void) {
        let name = Entry(placeholder: tr("Municipality of …"))
        name.activatesDefault = true
        name.setRequired(true)
        let now = Calendar(identifier: .gregorian).component(.year, from: Date())
        let year = SpinButton(range: 1900...2199, value: Double(now))
        let content = Box(.vertical, spacing: 12) {
            FieldRow(tr("Name of the municipality"), name).widget
            FieldRow(tr("Year of the first plan"), year).widget
            Label(
                tr(
                    "Next you choose a folder; where other things are in it, the archive gets one of its own there. It opens on the plan of this year, ready to be written; other years can be added or imported at any time."
                )
            ).wrapped(at: 50).alignText(.start).css("dim-label")
        }
        dialog = Dialog(
            tr("New archive"), over: parent, content: content.margin(18), cancel: tr("_Cancel"),
            confirm: tr("_Choose folder…"),
            onConfirm: {
                let text = name.text
                guard !text.allSatisfy(\.isWhitespace) else { return false }
                body(text, year.intValue)
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
