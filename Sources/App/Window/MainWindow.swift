import Foundation
import Gtk
import Localization
import ViewModels

/// The window on one archive: navigation, the pages, and the status line.
final class MainWindow {
    let window: Window
    let session: ArchiveSession
    /// Makes the pages, when they are shown first.
    let factory: PageFactory
    /// The pages that were asked for; each is made when it is seen for the first time.
    private var pages: [Screen: any ScreenPage] = [:]
    private let stack = Stack()
    private let navigation: Navigation
    private let side = ScrolledWindow(horizontal: .never)
    private let status: StatusLine
    private let header: WindowHeader
    private let memory: WindowMemory
    private let presenter: Presenter
    /// Who has the archive, where that is not this window.
    let sharing: SharingBanner
    /// That the year is locked, that the archive is a part.
    let notices: WindowNotices
    private let router = Router()
    /// What is taken and asked before the window goes.
    private let closing: WindowClosing
    /// What undo and redo ask and show.
    private let undoActions: UndoActions
    /// What the menu does with the year on show.
    private(set) var yearActions: YearActions?
    /// What the menu does with colleagues' files.
    private(set) var colleagueActions: ColleagueActions?
    private var stale: Set<Screen> = []

    /// A window on `session`, shown by `present()`.
    init(_ application: Application, session: ArchiveSession, picker: any FilePicker, memory: WindowMemory) {
        self.memory = memory
        self.session = session
        window = Window(application, title: session.content.municipality.name)
        presenter = Presenter(window)
        sharing = SharingBanner(session: session, presenter: presenter)
        let files = FileDialogs(picker, over: window)
        let actionRunner = window
        notices = WindowNotices { [weak actionRunner] name in _ = actionRunner?.activateAction("win." + name)
        }
        factory = PageFactory(
            session: session, presenter: presenter, files: files, router: router, memory: memory)
        if let year = memory.preferences.lastYear, memory.preferences.lastArchive == session.folder?.path,
            session.content.years.contains(year)
        {
            session.show(year: year)
        }
        navigation = Navigation(Screen.allCases)
        status = StatusLine(presenter)
        header = WindowHeader(
            session: session, recent: memory.preferences.recent(without: session.folder?.path))
        closing = WindowClosing(session: session, presenter: presenter, files: files, window: window)
        undoActions = UndoActions(session: session, presenter: presenter, window: window)
        undoActions.onShow { [weak self] destination in self?.reveal(destination) }
        router.follow { [weak self] destination in self?.go(to: destination) }
        yearActions = YearActions(session: session, presenter: presenter, window: window)
        colleagueActions = ColleagueActions(
            session: session, presenter: presenter, files: files, window: window,
            review: { [weak self] url in self?.review([url]) })
        SpreadsheetActions.add(to: window, session: session, presenter: presenter, files: files)
        build()
        addActions(application)
        session.observe { [weak self] in self?.sessionChanged() }
        sessionChanged()
        sharing.start()
        session.backUpIfDue { [presenter] words in presenter.tell(words) }
        show(session.plan.map { $0.lines.isEmpty } ?? false ? .plan : .overview)
    }

    /// Shows a screen and gives it the keyboard; without `focus` the keyboard stays where it is.
    func show(_ screen: Screen, focus: Bool = true) {
        PendingInput.takeAll()
        let page = page(screen)
        stack.visiblePage = screen.rawValue
        navigation.select(screen)
        header.follow(hasSearch: page is any SearchablePage)
        if stale.remove(screen) != nil { page.refresh() }
        guard focus else { return }
        page.takeFocus()
        // Where a page is empty, what it offers to begin with.
        if window.isMapped, !page.widget.hasFocusInside { page.widget.focusFirst() }
    }

    /// Shows a place and gives its field the focus.
    func go(to destination: Destination) {
        show(destination.screen)
        page(destination.screen).go(to: destination)
    }

    /// Brings a place into view on the screen where the person is, else on its own.
    private func reveal(_ destination: Destination) {
        if screen.map(page)?.reveal(destination) != true { go(to: destination) }
    }

    /// Reads files where documents are imported, and shows what colleagues' files among them would change.
    func review(_ urls: [URL]) {
        show(.importing)
        (page(.importing) as? ImportPage)?.read(urls)
    }

    /// Calls `body` where a colleague's file is to be opened as an archive of its own.
    func onOpen(_ body: @escaping @MainActor (ColleagueFile) -> Void) {
        router.onOpen(body)
    }

    /// The page of a screen.
    func page(_ screen: Screen) -> any ScreenPage {
        if let page = pages[screen] { return page }
        let page = factory.page(screen)
        pages[screen] = page
        stale.insert(screen)
        stack.add(page.widget, id: screen.rawValue, title: screen.title)
        return page
    }

    /// Whether the navigation shows symbols only.
    var isNavigationNarrow: Bool { navigation.isNarrow }

    /// The screens whose pages were made.
    var madeScreens: Set<Screen> { Set(pages.keys) }

    private func build() {
        stack.expand()
        // A page that needs more room than the window has takes none from the others.
        stack.fitsVisiblePage = true
        side.child(navigation.widget)
        side.css("navigation")
        followWidth()
        let content = Box(.horizontal) {
            side
            Separator(.vertical)
            // A page that large texts make wider than the screen is moved sideways; the window never grows beyond it.
            ScrolledWindow(stack, vertical: .never).expand()
        }
        window.titlebar(header.widget)
        window.child(
            Box(.vertical) {
                sharing.widget
                notices.widget
                content.expand()
                status.widget
            })
        window.keepsFocus()
        window.onDropFiles { [weak self] urls in
            self?.review(urls)
            return true
        }
        navigation.onSelect { [weak self] screen in self?.show(screen, focus: false) }
        let remembered = memory.preferences
        window.size = (remembered.width ?? 1180, remembered.height ?? 780)
        window.isMaximized = remembered.isMaximized
        window.onClose { [weak self] in
            guard let self else { return true }
            guard closing.mayClose() else { return false }
            remember()
            return true
        }
    }

    /// Gives the navigation as much room as its words need, where the window has it.
    private func followWidth() {
        let arrange: Action = { [weak self] in
            guard let self else { return }
            let width = window.isMaximized || window.isFullscreen ? window.width : window.size.width
            navigation.isNarrow = width < Appearance.scaled(900)
            side.minimum(width: navigation.isNarrow ? -1 : 190)
        }
        window.onResize(arrange)
        Appearance.onChange(arrange)
        // Tables in forms are as high as their rows.
        Appearance.onChange { [weak self] in self?.refreshPages() }
        window.onMap(arrange)
    }

    private func remember() {
        memory.noteTables()
        memory.change { [window] in
            ($0.width, $0.height) = window.size
            $0.isMaximized = window.isMaximized
            $0.lastYear = session.year
        }
        // What is left to write is written without the window on the screen.
        window.hideNow()
        session.close()
    }

    /// Refreshes the page on show, and the others once they are shown.
    private func refreshPages() {
        stale = madeScreens
        guard let screen, let page = pages[screen] else { return }
        stale.remove(screen)
        page.refresh()
    }

    private func sessionChanged() {
        refreshPages()
        navigation.refresh(session)
        status.refresh(session)
        header.refresh(session)
        sharing.refresh()
        notices.refresh(session)
        yearActions?.refresh()
        colleagueActions?.refresh()
        undoActions.refresh()
    }

    private func addActions(_ application: Application) {
        window.action("backups") { [weak self] in self?.showBackups()?.present() }
        window.action("print") { [weak self] in self?.print() }
        window.action("fullscreen") { [window] in window.isFullscreen.toggle() }
        window.action("search") { [weak self] in self?.search() }
        for (number, screen) in Screen.allCases.enumerated() {
            let name = "page-\(screen.rawValue)"
            window.action(name) { [weak self] in self?.show(screen) }
            application.accelerators(["<Alt>\((number + 1) % 10)"], for: "win.\(name)")
        }
        window.action("go") { [weak self] (year: String) in
            if let year = Int(year) { self?.session.show(year: year) }
        }
        application.accelerators(["<Control>z"], for: "win.undo")
        application.accelerators(["<Control><Shift>z", "<Control>y"], for: "win.redo")
        application.accelerators(["<Control>f"], for: "win.search")
        application.accelerators(["<Control>p"], for: "win.print")
        application.accelerators(["F11"], for: "win.fullscreen")
    }

    /// The window of the backups, not shown yet.
    func showBackups() -> BackupsWindow? {
        guard let backups = session.backups else { return nil }
        return BackupsWindow(
            backups, over: window, author: session.isReadOnly ? nil : session.author,
            meaning: tr(
                "A restore brings back the plans, projects, services and organisation of the chosen backup, as one step that can be undone. What is there now is backed up first."
            )
        ) { [session, presenter] row, finished in
            guard !session.isReadOnly else { return finished(tr("The archive is open for reading only.")) }
            session.restore(row) { result in
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

    /// The screen on show.
    var screen: Screen? { Screen(rawValue: stack.visiblePage ?? "") }

    /// Shows the pages to be printed and asks the system's dialog for the printer.
    private func print() {
        show(.allegati)
        (page(.allegati) as? AllegatiPage)?.printSoon()
    }

    /// Gives the keyboard to the search field of the page; from a page that has none, to that of all indicators.
    private func search() {
        guard let screen else { return }
        if !(page(screen) is any SearchablePage) { show(.indicators) }
        (self.screen.map(page) as? any SearchablePage)?.focusSearch()
    }
}

/// A page with a search field of its own.
protocol SearchablePage: ScreenPage {
    /// Gives the search field the focus.
    func focusSearch()
}
