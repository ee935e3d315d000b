import Gtk
import Localization
import ViewModels

/// What happens before a window goes: every text that is being typed is taken, and what is not on disk is asked about.
final class WindowClosing {
    private let session: ArchiveSession
    private let presenter: Presenter
    private let files: FileDialogs
    private weak var window: Window?
    private var isForced = false
    private var waiting: Gtk.Timer?

    /// The closing of `window` on `session`.
    init(session: ArchiveSession, presenter: Presenter, files: FileDialogs, window: Window) {
        self.session = session
        self.presenter = presenter
        self.files = files
        self.window = window
        window.action("save-copy") { [weak self] in self?.saveCopy() }
    }

    /// Takes what is typed and says whether the window may go now. Where a text was refused, or changes are in memory
    /// only, it stays; the person is told, and can close it all the same.
    func mayClose() -> Bool {
        guard !isForced else { return true }
        guard !PendingPaste.isExpected else {
            PendingPaste.whenDone { [weak window] in window?.close() }
            return false
        }
        guard PendingInput.takeAll() else {
            presenter.tell(
                tr("The cell that is marked holds a text that cannot be taken: correct it, or press Esc."))
            return false
        }
        guard !session.isPreparing else {
            closeSoon()
            return false
        }
        guard case .failed(let reason) = session.saveState else { return true }
        ask(reason)
        return false
    }

    /// Closes the window when what is being taken into the archive is on disk.
    private func closeSoon() {
        guard waiting == nil else { return }
        waiting = Gtk.Timer.every(milliseconds: 100) { [weak self] in
            guard let self, !session.isPreparing else { return self != nil }
            waiting = nil
            window?.close()
            return false
        }
    }

    private func ask(_ reason: String) {
        presenter.ask(
            tr("The last changes are not on disk"),
            detail: tr("{reason}\n\nClosed now, they are lost.", ["reason": reason]),
            answers: [
                ("discard", tr("Close and _lose them"), .destructive),
                ("copy", tr("Save a _copy…"), .normal), ("stay", tr("_Stay"), .suggested),
            ]
        ) { [weak self] answer in
            switch answer {
            case "copy": self?.saveCopy()
            case "discard":
                self?.isForced = true
                self?.window?.close()
            default: break
            }
        }
    }

    /// Puts what is in memory into an archive in another folder, and goes on there.
    private func saveCopy() {
        PendingInput.takeAll()
        files.folder(tr("An empty folder for the copy"), accept: tr("_Save")) { [weak self] folder in
            guard let self else { return }
            if let problem = Archives.copy(session, to: folder) {
                return presenter.stop(
                    tr("The copy was not saved"), meaning: problem.words,
                    remedy: tr("The changes are still here, in memory only."))
            }
            isForced = true
            window?.activateAction("app.open-recent", text: folder.path)
        }
    }
}
