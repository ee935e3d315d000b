import Desk
import Foundation
import Gtk
import Localization

/// The window on one archive: navigation, the pages, and the status line.
final class MainWindow {
    let window: Window
    let desk: Desk
    private let pages: [(screen: Screen, page: any ScreenPage)]
    private let stack = Stack()
    private let navigation: Navigation
    private let status: StatusLine
    private let header: WindowHeader
    private let memory: WindowMemory
    private let presenter: Presenter
    /// Who has the archive, where that is not this window.
    let sharing: SharingBanner
    /// That the year is locked, that the archive is a part.
    let notices: WindowNotices
    private let leader = Leader()
    /// What the menu does with the year on show.
    private(set) var yearActions: YearActions?
    /// What the menu does with colleagues' files.
    private(set) var colleagueActions: ColleagueActions?
    private var stale: Set<Screen> = []

    /// A window on `desk`, shown by `present()`.
    init(_ application: Application, desk: Desk, picker: any FilePicker, memory: WindowMemory) {
        self.memory = memory
        self.desk = desk
        window = Window(application, title: desk.content.municipality.name)
        presenter = Presenter(window)
        sharing = SharingBanner(desk: desk, presenter: presenter)
        let files = FileAsking(picker, over: window)
        let actionRunner = window
        notices = WindowNotices { [weak actionRunner] name in _ = actionRunner?.activateAction("win." + name)
        }
        pages = PageFactory(desk: desk, presenter: presenter, files: files, leader: leader, memory: memory)
            .pages()
        if let year = memory.preferences.lastYear, memory.preferences.lastArchive == desk.folder?.path,
            desk.content.years.contains(year)
        {
            desk.show(year: year)
        }
        navigation = Navigation(pages.map(\.screen))
        status = StatusLine(presenter)
        header = WindowHeader(desk: desk)
        leader.follow { [weak self] destination in self?.go(to: destination) }
        yearActions = YearActions(desk: desk, presenter: presenter, window: window)
        colleagueActions = ColleagueActions(
            desk: desk, presenter: presenter, files: files, window: window,
            review: { [weak self] url in self?.review([url]) })
        build()
        addActions(application)
        desk.observe { [weak self] in self?.deskChanged() }
        deskChanged()
        sharing.start()
        desk.backUpIfDue { [presenter] words in presenter.tell(words) }
        show(memory.preferences.lastScreen.flatMap(Screen.init) ?? .plan)
    }

    /// Shows a screen and gives it the keyboard; without `focus` the keyboard stays where it is.
    func show(_ screen: Screen, focus: Bool = true) {
        guard let page = page(screen) else { return }
        stack.visiblePage = screen.rawValue
        navigation.select(screen)
        if stale.remove(screen) != nil { page.refresh() }
        if focus { page.takeFocus() }
    }

    /// Shows a place and gives its field the focus.
    func go(to destination: Destination) {
        show(destination.screen)
        page(destination.screen)?.go(to: destination)
    }

    /// Shows what colleagues' files would change.
    func review(_ urls: [URL]) {
        show(.importing)
        (page(.importing) as? ImportPage)?.read(urls)
    }

    /// Calls `body` where a colleague's file is to be opened as an archive of its own.
    func onOpen(_ body: @escaping @MainActor (ColleagueFile) -> Void) {
        leader.onOpen(body)
    }

    /// The page of a screen.
    func page(_ screen: Screen) -> (any ScreenPage)? {
        pages.first { $0.screen == screen }?.page
    }

    private func build() {
        for (screen, page) in pages { stack.add(page.widget, id: screen.rawValue, title: screen.title) }
        stack.expand()
        let side = ScrolledWindow(navigation.widget).minimum(width: 190).css("navigation")
        let content = Box(.horizontal) {
            side
            Separator(.vertical)
            stack
        }
        window.titlebar(header.widget)
        window.child(
            Box(.vertical) {
                sharing.widget
                notices.widget
                content.expand()
                status.widget
            })
        navigation.onSelect { [weak self] screen in self?.show(screen, focus: false) }
        let remembered = memory.preferences
        window.size = (remembered.width ?? 1180, remembered.height ?? 780)
        window.isMaximized = remembered.isMaximized
        window.onClose { [weak self] in
            // What is being typed is taken when the focus leaves.
            self?.window.dropFocus()
            self?.remember()
            return true
        }
    }

    private func remember() {
        memory.noteTables()
        memory.change { [window] in
            ($0.width, $0.height) = window.size
            $0.isMaximized = window.isMaximized
            $0.lastScreen = stack.visiblePage
            $0.lastYear = desk.year
        }
        desk.close()
    }

    private func deskChanged() {
        let visible = Screen(rawValue: stack.visiblePage ?? "")
        stale = Set(pages.map(\.screen))
        if let visible, let page = pages.first(where: { $0.screen == visible })?.page {
            stale.remove(visible)
            page.refresh()
        }
        navigation.refresh(desk)
        status.refresh(desk)
        header.refresh(desk)
        sharing.refresh()
        notices.refresh(desk)
        yearActions?.refresh()
        colleagueActions?.refresh()
        undo?.isEnabled = desk.history.nextUndo != nil && !desk.isReadOnly
        redo?.isEnabled = desk.history.nextRedo != nil && !desk.isReadOnly
    }

    private var undo: NamedAction?
    private var redo: NamedAction?

    private func addActions(_ application: Application) {
        undo = window.action("undo") { [weak self] in
            self?.presenter.attempt { [desk = self?.desk] () throws(EditRefusal) in try desk?.undo() }
        }
        redo = window.action("redo") { [weak self] in
            self?.presenter.attempt { [desk = self?.desk] () throws(EditRefusal) in try desk?.redo() }
        }
        window.action("backups") { [weak self] in self?.showBackups()?.present() }
        window.action("search") { [weak self] in self?.search() }
        for (number, entry) in pages.enumerated() {
            let name = "page-\(entry.screen.rawValue)"
            window.action(name) { [weak self] in self?.show(entry.screen) }
            application.accelerators(["<Alt>\(number + 1)"], for: "win.\(name)")
        }
        window.action("go") { [weak self] (year: String) in
            if let year = Int(year) { self?.desk.show(year: year) }
        }
        application.accelerators(["<Control>z"], for: "win.undo")
        application.accelerators(["<Control><Shift>z", "<Control>y"], for: "win.redo")
        application.accelerators(["<Control>f"], for: "win.search")
    }

    /// The window of the backups, not shown yet.
    func showBackups() -> BackupsWindow? {
        guard let backups = desk.backups else { return nil }
        return BackupsWindow(
            backups, over: window, author: desk.isReadOnly ? nil : desk.author,
            meaning: tr(
                "A restore brings back the plans, projects, services and organisation of the chosen backup, as one step that can be undone. What is there now is backed up first."
            )
        ) { [desk, presenter] row, finished in
            guard !desk.isReadOnly else { return finished(tr("The archive is open for reading only.")) }
            desk.restore(row) { result in
                switch result {
                case .failure(let problem): finished(problem.words)
                case .success:
                    presenter.tell(
                        tr("Restored: {moment}. Undo takes it back (Ctrl+Z).", ["moment": row.when]))
                    finished(nil)
                }
            }
        }
    }

    private func search() {
        guard let screen = Screen(rawValue: stack.visiblePage ?? "") else { return }
        (page(screen) as? any SearchablePage)?.focusSearch()
    }
}

/// A page with a search field of its own.
protocol SearchablePage: ScreenPage {
    /// Gives the search field the focus.
    func focusSearch()
}
