import Gtk
import Localization
import ViewModels

/// The columns of tables that were named by hand and are kept with the archive: looked at, renamed, written to files and removed.
final class LayoutsWindow {
    /// The window.
    let window = Window(title: tr("Columns named by hand"))
    private let session: ArchiveSession
    let table: ColumnView<LayoutRow>
    private let files: FileDialogs
    let remove = Button(tr("_Remove"))
    let rename = Button(tr("Re_name…"))
    let export = Button(tr("_Export…"))
    private let message = Label(role: .status)
    /// The dialog that asks for another name, while it is open, and its field.
    private(set) var asking: (dialog: Dialog, name: Entry)?

    /// A window over `parent`.
    init(_ session: ArchiveSession, _ files: FileDialogs, over parent: Window?) {
        self.session = session
        self.files = files.over(window)
        table = ColumnView([
            Column<LayoutRow>(trc("layout", "Name"), id: "name") { $0.name }.width(170).lines(2),
            Column<LayoutRow>(tr("Columns"), id: "columns") { $0.columns }.expanding().lines(4).tooltip {
                $0.columns
            },
        ])
        table.accessible(label: tr("Columns named by hand"))
        window.frame(
            table, over: parent, width: 680, height: 420,
            hint: tr("Files with these heads are read so by themselves."), action: rename,
            others: [export, remove],
            message: message)
        rename.onClick { [weak self] in self?.askName() }
        export.onClick { [weak self] in self?.exportChosen() }
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

    private func allow() {
        let isChosen = table.selectedRow != nil
        remove.isSensitive = !session.isReadOnly && isChosen
        rename.isSensitive = remove.isSensitive
        export.isSensitive = isChosen
    }

    private func askName() {
        guard let row = table.selectedRow else { return }
        let name = Entry(row.name)
        name.activatesDefault = true
        name.setRequired(true)
        let field = FieldRow(trc("layout", "Name"), name)
        let dialog = Dialog(
            tr("Another name"), over: window, content: field.widget.margin(18), cancel: tr("_Cancel"),
            confirm: tr("Re_name"),
            onConfirm: { [weak self] in
                let problem = self?.rename(row, to: name.text)
                field.show(problem: problem)
                if problem == nil { self?.asking = nil }
                return problem == nil
            })
        asking = (dialog, name)
        name.onChange { field.show(problem: nil) }
        dialog.present()
        name.grabFocus()
    }

    /// Gives a layout another name; says why not.
    func rename(_ row: LayoutRow, to name: String) -> String? {
        do throws(EditRefusal) {
            try session.perform(.layouts(.rename(row.id, name)))
            refresh("")
            return nil
        } catch {
            return error.words
        }
    }

    private func exportChosen() {
        guard let row = table.selectedRow else { return }
        guard let file = session.layoutFile(row.id) else {
            return refresh(tr("Only a later version of the program can write «{name}».", ["name": row.name]))
        }
        files.placeToSave(tr("Export the columns named by hand"), name: file.name) { [weak self] url in
            do {
                try FileOutput.write(file.bytes, to: url)
                self?.refresh(tr("Written: {file}.", ["file": url.lastPathComponent]))
            } catch {
                self?.refresh(FileOutput.words(of: error, file: url.lastPathComponent))
            }
        }
    }

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
