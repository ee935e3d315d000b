import Gtk
import Localization
import ViewModels

/// The bar at the top: archive and year, undo and redo, search, import, print, the menu.
final class WindowHeader {
    private let bar = HeaderBar()
    private let title = Label().ellipsized().css("title")
    private let folder = Label().ellipsized().css("subtitle")
    private let year = DropDown()
    private let lock = Box(.horizontal, spacing: 3, role: .status)
    private let undo = Button(icon: "edit-undo-symbolic", label: tr("Undo"))
    private let redo = Button(icon: "edit-redo-symbolic", label: tr("Redo"))
    private let searching = Button(icon: "edit-find-symbolic", label: tr("Search"))
    private var years: [Int] = []
    /// What the buttons would take back and make again.
    private var edits: (undo: String?, redo: String?)
    /// Why the year is locked.
    private var lockWords: String?

    /// The bar of a window on `session`; `recent` are the folders of other archives that were open before.
    init(session: ArchiveSession, recent: [String]) {
        undo.actionName = "win.undo"
        redo.actionName = "win.redo"
        undo.onTooltip { [weak self] in self?.undoWords }
        redo.onTooltip { [weak self] in self?.redoWords }
        year.css("year")
        year.tooltip(tr("Year")).accessible(label: tr("Year"), description: "")
        year.onSelect { [weak self] index in
            guard let self, let index, years.indices.contains(index) else { return }
            session.show(year: years[index])
        }
        bar.packStart(year)
        lock.append(Image(icon: "changes-prevent-symbolic"))
        lock.append(Label(tr("locked")))
        lock.isVisible = false
        bar.packStart(lock)
        bar.packStart(undo)
        bar.packStart(redo)
        bar.title(
            Box(.vertical) {
                title
                folder
            }.align(.center, .center))
        let menu = MenuButton(
            icon: "open-menu-symbolic", label: tr("Menu"), menu: WindowHeader.menu(session, recent))
        menu.isPrimary = true
        bar.packEnd(menu)
        let importing = Button(tr("_Import…"))
        importing.actionName = "win.page-importing"
        let printing = Button(tr("_Print…"))
        printing.actionName = "win.print"
        bar.packEnd(printing)
        bar.packEnd(importing)
        searching.actionName = "win.search"
        bar.packEnd(searching)
    }

    /// The bar.
    var widget: Widget { bar }

    /// Says where the search goes from the screen on show: to its own field, or to that of the indicators.
    func follow(hasSearch: Bool) {
        let place = hasSearch ? tr("Search in the screen") : tr("Search indicators")
        searching.tooltip = "\(place) (\(trc("key", "Ctrl"))+F)"
        searching.accessible(description: hasSearch ? "" : place)
    }

    /// Shows the archive and year of `session`, and what undo and redo would do.
    func refresh(_ session: ArchiveSession) {
        title.text = session.content.municipality.name
        folder.text = session.partWords ?? session.folder?.lastPathComponent ?? ""
        if years != session.content.years {
            years = session.content.years
            year.items = years.map(String.init)
        }
        year.select(years.firstIndex(of: session.year))
        year.isVisible = !years.isEmpty
        lock.isVisible = session.lock != nil
        if lockWords != session.lockWords {
            lockWords = session.lockWords
            lock.tooltip(lockWords).accessible(label: lockWords ?? "")
        }
        explain(undo: session.history.nextUndo, redo: session.history.nextRedo)
    }

    /// Says beside the buttons' names what they would do now; a screen reader hears that after the name, not the name again.
    private func explain(undo former: String?, redo next: String?) {
        if edits.undo != former { undo.accessible(description: former ?? "") }
        if edits.redo != next { redo.accessible(description: next ?? "") }
        edits = (former, next)
    }

    /// What the tooltip of the button says that takes an edit back.
    private var undoWords: String { edits.undo.map { tr("Undo: {edit}", ["edit": $0]) } ?? tr("Undo") }
    /// What the tooltip of the button says that makes an edit again.
    private var redoWords: String { edits.redo.map { tr("Redo: {edit}", ["edit": $0]) } ?? tr("Redo") }

    private static func menu(_ session: ArchiveSession, _ recent: [String]) -> Menu {
        let former: [Menu.Item] =
            recent.isEmpty
            ? []
            : [
                .submenu(
                    tr("Recent archives"),
                    recent.map {
                        .item(
                            Archives.shortName(of: $0).replacing("_", with: "__"),
                            action: "app.open-recent::\($0)")
                    })
            ]
        return Menu([
            .section(
                [
                    .item(tr("New archive…"), action: "app.new"),
                    .item(tr("Open archive…"), action: "app.open"),
                    .item(tr("Open a received part…"), action: "app.open-part"),
                    .item(tr("Open the sample"), action: "app.sample"),
                ] + former),
            .section([.item(tr("Backups…"), action: "win.backups")]),
            .section([
                .item(tr("Merge a colleague's file…"), action: "win.merge-part"),
                .item(
                    session.isPart ? tr("Send back…") : tr("Export for a colleague…"),
                    action: "win.export-part"),
            ]),
            .section([
                .submenu(
                    tr("Spreadsheets"),
                    SpreadsheetOffer.allCases.map { .item($0.title, action: "win.sheet-\($0.rawValue)") })
            ]),
            .section([
                .submenu(
                    tr("Year"),
                    [
                        .item(tr("Lock the year…"), action: "win.lock-year"),
                        .item(tr("Unlock the year…"), action: "win.unlock-year"),
                        .item(tr("New year…"), action: "win.new-year"),
                        .item(tr("Indicators of the year before…"), action: "win.follow-indicators"),
                    ])
            ]),
            .section([
                .item(tr("Full screen"), action: "win.fullscreen"),
                .item(tr("Preferences…"), action: "app.preferences"),
            ]),
            .section([
                .item(tr("Manual"), action: "app.help"),
                .item(tr("Help in short"), action: "app.help-in-short"),
                .item(tr("Keyboard shortcuts"), action: "app.shortcuts"),
                .item(tr("About Barometro"), action: "app.about"),
                .item(tr("Quit"), action: "app.quit"),
            ]),
        ])
    }
}
