import Gtk
import Localization
import ViewModels

/// Shows what was changed since a document was frozen.
final class ChangesDialog {
    private let window: Window
    private let table = ChangeTable(tr("Later changes"))

    /// A window with the changes since `row` was frozen.
    init(_ changes: [ChangeRow], since row: FrozenRow, over parent: Window?) {
        window = Window(title: tr("Later changes"))
        if let parent { window.belongs(to: parent) }
        window.isModal = true
        window.titlebar(HeaderBar())
        let head = Label(row.title + "\n" + row.act).wrapped().alignText(.start).css("section-title")
        let count = Label(
            changes.isEmpty
                ? tr("Nothing was changed since it was frozen.")
                : trn(
                    "{count} change since it was frozen on {moment}.",
                    "{count} changes since it was frozen on {moment}.", changes.count, ["moment": row.when])
        ).wrapped().alignText(.start)
        table.show(changes)
        window.child(
            Box(.vertical, spacing: 12) {
                head
                count
                table.widget
            }.margin(18))
        window.fitTexts(width: 860, height: 520)
        let dialog = window
        window.onKey { key in
            guard key.is(.escape) else { return false }
            dialog.close()
            return true
        }
    }

    /// Closes it.
    func close() {
        window.close()
    }

    /// Shows it.
    func present() {
        window.present()
    }
}
