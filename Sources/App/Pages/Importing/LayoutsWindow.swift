import Gtk
import Localization
import ViewModels

/// The columns of tables that were named by hand and are kept with the archive: looked at and removed.
final class LayoutsWindow {
    /// The window.
    let window = Window(title: tr("Columns named by hand"))
    private let session: ArchiveSession
    private let table: ColumnView<LayoutRow>
    private let remove = Button(tr("_Remove"))
    private let message = Label(role: .status)

    /// A window over `parent`.
    init(_ session: ArchiveSession, over parent: Window?) {
        self.session = session
        table = ColumnView([
            Column<LayoutRow>(trc("layout", "Name"), id: "name") { $0.name }.width(170).lines(2),
            Column<LayoutRow>(tr("Columns"), id: "columns") { $0.columns }.expanding().lines(4).tooltip {
                $0.columns
            },
        ])
        table.accessible(label: tr("Columns named by hand"))
        window.frame(
            table, over: parent, width: 680, height: 420,
            hint: tr("Files with these heads are read so by themselves."), action: remove, message: message)
        remove.onClick { [weak self] in self?.removeChosen() }
        table.onSelect { [weak self] _ in self?.allow() }
        window.onKey { [weak self] key in
            guard key.is(.escape) else { return false }
            self?.window.close()
            return true
        }
        refresh("")
    }

    /// Shows it.
    func present() {
        window.present()
        window.onDestroy { withExtendedLifetime(self) {} }
    }

    private func refresh(_ words: String) {
        let rows = session.layoutRows()
        table.rows = rows
        let none = rows.isEmpty ? tr("No columns have been named by hand yet.") : ""
        message.text = ([words, none] + session.keptLayouts().problems).filter { !$0.isEmpty }.joined(
            separator: "\n")
        allow()
    }

    private func allow() { remove.isSensitive = !session.isReadOnly && table.selectedRow != nil }

    private func removeChosen() {
        guard let row = table.selectedRow else { return }
        do throws(EditRefusal) {
            try session.perform(.layouts(.remove(row.id)))
            refresh(tr("Removed: {name}. Undo brings it back (Ctrl+Z).", ["name": row.name]))
        } catch {
            refresh(error.words)
        }
    }
}
