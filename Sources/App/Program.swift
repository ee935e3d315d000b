import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// The program: its start, its archives, its actions.
final class Program {
    /// GTK's side of it.
    let application: Application
    private let options: StartOptions
    private let memory = WindowMemory()
    private var look: AppliedLook?
    private let picker: any FilePicker
    /// The archive that is being opened while GTK starts.
    private var opening: ArchiveOpening?
    /// The window on the archive; nil before one is open.
    private(set) var main: MainWindow?
    /// The window of the first run; nil once an archive is open.
    private(set) var welcome: WelcomeWindow?

    /// A program started with these arguments; `picker` stands in for the desktop's file dialogs in tests.
    init(_ arguments: [String], picker: any FilePicker = NativeFilePicker()) {
        options = StartOptions(arguments)
        self.picker = picker
        application = Application(id: "it.barometro.Barometro", isUnique: !options.isAlone)
    }

    /// Runs until the last window is closed; the exit code.
    func run() -> Int32 {
        if let words = options.answer {
            FileHandle.standardOutput.write(Data((words + "\n").utf8))
            return 0
        }
        if let problem = options.problem {
            FileHandle.standardError.write(Data((problem + "\n").utf8))
            return 2
        }
        if options.isSelfTest { return SelfTest.run() }
        application.onStartup { [weak self] in self?.prepare() }
        application.onTerminate { [weak self] in self?.terminate() }
        application.onActivate { [weak self] in self?.activate() }
        application.onOpen { [weak self] urls in self?.opened(urls) }
        beginOpening()
        defer { opening?.giveUp() }
        let files = options.files.map(\.path)
        return application.run([CommandLine.arguments.first ?? "barometro"] + files)
    }

    /// Opens the archive that will be shown beside GTK's own start. Files may want another archive: with them it is opened
    /// when they have been looked at.
    private func beginOpening() {
        guard options.files.isEmpty, let folder = firstArchive else { return }
        let preferences = memory.preferences
        let year = preferences.lastArchive == folder.path ? preferences.lastYear : nil
        opening = ArchiveOpening(folder, author: author, year: year)
    }

    /// The archive that is shown at first; nil where none is known.
    private var firstArchive: URL? { options.archive ?? Archives.last(memory.preferences) }

    private func prepare() {
        Style.install()
        Style.installIcons()
        CopiedFigures.read = { ItalianNumber.read($0)?.description }
        look = AppliedLook()
        look?.apply(memory.preferences)
        application.action("new") { [weak self] in self?.askForNewArchive() }
        application.action("open") { [weak self] in self?.askForArchive() }
        application.action("open-part") { [weak self] in self?.askForPart() }
        application.action("sample") { [weak self] in self?.openSample() }
        application.action("open-recent") { [weak self] (path: String) in
            self?.open(URL(fileURLWithPath: path, isDirectory: true))
        }
        application.action("preferences") { [weak self] in self?.askForPreferences() }
        application.action("about") { [weak self] in AboutWindow.show(over: self?.window) }
        application.action("shortcuts") { [weak self] in ShortcutsWindow(over: self?.window).present() }
        application.action("help") { [weak self] in self?.help() }
        application.action("help-in-short") { [weak self] in self?.helpInShort(on: self?.main?.screen) }
        application.action("quit") { [weak self] in self?.quit() }
        application.accelerators(["<Control>q"], for: "app.quit")
        application.accelerators(["<Control>o"], for: "app.open")
        application.accelerators(["<Control>n"], for: "app.new")
        application.accelerators(["<Control>question"], for: "app.shortcuts")
        application.accelerators(["<Control>comma"], for: "app.preferences")
        application.accelerators(["F1"], for: "app.help")
        application.accelerators(["<Shift>F1"], for: "app.help-in-short")
    }

    private func activate() {
        if let main { return main.window.present() }
        if let folder = firstArchive {
            open(folder)
        } else {
            showWelcome()
        }
    }

    private func showWelcome() {
        let window = WelcomeWindow(
            application,
            WelcomeWindow.Ways(
                create: { [weak self] in self?.askForNewArchive() },
                open: { [weak self] in self?.askForArchive() },
                openPart: { [weak self] in self?.askForPart() },
                sample: { [weak self] in self?.openSample() },
                received: { [weak self] in self?.openPart($0) },
                recent: { [weak self] in self?.open(URL(fileURLWithPath: $0, isDirectory: true)) }),
            recent: memory.preferences.recent(without: nil))
        welcome = window
        window.window.present()
    }

    private func open(_ folder: URL) {
        if let begun = opening, begun.folder == folder {
            opening = nil
            return show(begun.session(), of: folder)
        }
        show(Archives.open(folder, author: author), of: folder)
    }

    private func show(
        _ result: Result<ArchiveSession, Archives.Problem>, of folder: URL? = nil,
        problem title: String = tr("The archive was not opened")
    ) {
        switch result {
        case .failure(let problem):
            if main == nil, welcome == nil { showWelcome() }
            guard let window else { return }
            DamagedArchive(problem, folder: folder, over: window, title: title)
                .tell { [weak self] in self?.open($0) }
        case .success(let session):
            let former = main
            let opened = MainWindow(application, session: session, picker: picker, memory: memory)
            main = opened
            opened.onOpen { [weak self] file in self?.open(file) }
            opened.window.present()
            if let folder = session.folder { memory.change { $0.noteOpened(folder.path) } }
            welcome?.window.close()
            welcome = nil
            former?.window.close()
        }
    }

    /// Files that the desktop or the command line gives: a colleague's file is reviewed for the archive from which it
    /// was made, or opened as a part; documents are read to be imported.
    private func opened(_ urls: [URL]) {
        guard let url = urls.first(where: ColleagueFile.isOne) else {
            activate()
            main?.review(urls)
            return
        }
        guard case .success(let file) = ColleagueFile.read(url),
            options.archive != nil || Archives.part(of: file) == nil
        else { return openPart(url) }
        if main == nil, let folder = options.archive ?? Archives.last(memory.preferences),
            case .success(let session) = Archives.open(folder, author: author)
        {
            if file.belongs(to: session) { show(.success(session)) } else { session.close() }
        }
        if let main, file.belongs(to: main.session) {
            main.window.present()
            main.review([url])
        } else {
            open(file)
        }
    }

    /// Opens a colleague's file as a part of its own.
    private func openPart(_ url: URL) {
        switch ColleagueFile.read(url) {
        case .success(let file): open(file)
        case .failure(let problem): show(.failure(problem))
        }
    }

    private func open(_ file: ColleagueFile) {
        // The same part, open in this window: it is not opened a second time beside itself.
        if let main, let folder = Archives.part(of: file), main.session.folder?.path == folder.path {
            return main.window.present()
        }
        show(Archives.open(file, author: author))
    }

    /// Asks for a colleague's file and opens it as a part of its own.
    func askForPart() {
        asking.fileToRead(tr("Open a received part"), kinds: FileDialogs.partKinds) { [weak self] url in
            self?.openPart(url)
        }
    }

    private var asking: FileDialogs {
        FileDialogs(picker, over: window)
    }

    private func askForArchive() {
        asking.folder(tr("Open archive"), accept: tr("_Open")) { [weak self] folder in self?.open(folder) }
    }

    private func askForNewArchive() {
        NewArchiveDialog(over: window) { [weak self] name, year in
            self?.asking.folder(tr("A folder for the archive"), accept: tr("_Create")) { folder in
                guard let self else { return }
                let made = Archives.create(
                    folder, municipality: name, year: year, author: self.author)
                self.show(made, of: folder, problem: tr("The archive was not created"))
            }
        }.present()
    }

    private func openSample() {
        show(Archives.sample(author: author))
    }

    /// Ends the program as the window's own button does: what is typed is taken first.
    func quit() {
        window?.close()
    }

    /// Ends the program though a dialog waits for an answer: that is given up first.
    private func terminate() {
        for dialog in Window.all where dialog.raw != window?.raw { dialog.close() }
        quit()
    }

    /// The window that is open.
    private var window: Window? { main?.window ?? welcome?.window }

    /// Who makes the changes: the one whom the command line names, else the one of the preferences.
    private var author: String {
        options.namesAuthor ? options.author : memory.preferences.author ?? options.author
    }

    private func askForPreferences() {
        PendingInput.takeAll()
        let signed = main?.session.author ?? author
        PreferencesDialog(memory.preferences, author: signed, over: window) { [weak self] changed in
            guard let self else { return }
            memory.change { $0 = changed }
            look?.apply(changed)
            main?.session.sign(as: changed.author ?? options.author)
        }.present()
    }

    /// Opens the manual at the page of the screen; where nothing can show it, the help in short says so.
    private func help() {
        let screen = main?.screen
        HelpWindow.openManual(on: screen, over: window) { [weak self] problem in
            guard let self, let problem else { return }
            helpInShort(on: screen).tell(problem)
        }
    }

    @discardableResult
    private func helpInShort(on screen: Screen?) -> HelpWindow {
        let help = HelpWindow(on: screen, over: window) { [weak self] in
            ShortcutsWindow(over: self?.window).present()
        }
        help.present()
        return help
    }
}
