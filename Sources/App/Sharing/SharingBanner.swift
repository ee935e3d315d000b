import Gtk
import Localization
import ViewModels

/// The line above the pages that says who has the archive, and what can be done about it; while it is shown the window
/// follows what others commit.
final class SharingBanner {
    /// The words that are shown; nil where there are none.
    var message: String? { banner.message }
    private let banner = Banner()
    private let session: ArchiveSession
    private let presenter: Presenter
    private var timer: Timer?
    private var shown: WriteAccess?

    /// The banner of a window on `session`.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        banner.root.onDestroy { [weak self] in self?.timer?.cancel() }
    }

    /// The banner.
    var widget: Widget { banner.root }

    /// Looks every two seconds at what others do; only a window that cannot write has something to look at.
    func start() {
        timer = Timer.every(milliseconds: 2000) { [weak self] in
            self?.look()
            return self != nil
        }
        if session.isReadOnly { waitForAnotherStart() }
    }

    /// Goes on by itself where the archive becomes free in the first seconds: the program was started twice at one time, and
    /// the start that had the archive first gives it up when it finds that the other has the window.
    private func waitForAnotherStart() {
        var looks = 0
        Timer.every(milliseconds: 250) { [weak self] in
            looks += 1
            guard let self, looks <= 16, session.isReadOnly else { return false }
            guard session.writeAccess == .free else { return true }
            resume()
            return false
        }
    }

    /// Looks now.
    func look() {
        if session.isReadOnly { session.followSoon() }
        refresh()
    }

    /// Shows how this window stands to the archive.
    func refresh() {
        let writeAccess = session.writeAccess
        guard writeAccess != shown else { return }
        shown = writeAccess
        guard let words = writeAccess.words else { return banner.hide() }
        switch writeAccess {
        case .writing, .following, .readOnly: banner.show(.info, words)
        case .free: banner.show(.info, words, button: tr("_Edit here")) { [weak self] in self?.resume() }
        case .named:
            banner.show(.warning, words, button: tr("_Take over…")) { [weak self] in self?.askToTakeOver() }
        case .doubted:
            banner.show(.error, words, button: tr("_Write all the same…")) { [weak self] in
                self?.askToWriteAllTheSame()
            }
        case .lostToNamed:
            banner.show(.error, words, button: tr("_Take over…")) { [weak self] in self?.askToTakeOver() }
        case .lost: banner.show(.error, words)
        case .gone:
            banner.show(.error, words, button: tr("Save a _copy…")) { [weak self] in
                _ = self?.presenter.window?.activateAction("win.save-copy")
            }
        case .lostAndFree:
            banner.show(.warning, words, button: tr("_Go on here")) { [weak self] in self?.resume() }
        }
    }

    /// Goes on writing in this window.
    func resume(byForce: Bool = false, answer: ConflictAnswer? = nil) {
        let result = session.resume(byForce: byForce, answer: answer)
        shown = nil
        refresh()
        switch result {
        case .failure(let problem):
            presenter.stop(tr("The archive was not opened"), meaning: problem.words)
        case .success(.held): presenter.tell(tr("Somebody else was faster and has the archive."))
        case .success(.conflicts(let words)): ask(words, byForce: byForce)
        case .success(.writing(let unplaced)):
            guard !unplaced.isEmpty else { return presenter.tell(tr("You are writing in the archive.")) }
            presenter.stop(
                tr("Some of your changes have no place any more"),
                meaning: unplaced.joined(separator: "\n"),
                remedy: tr(
                    "What they were about was taken away meanwhile. Enter them again where they belong."))
        }
    }

    private func askToTakeOver() {
        presenter.ask(
            tr("Take the archive over from the other computer?"),
            detail: tr(
                "If it is still open there, what is typed there from now on will not be saved in this archive. Take over only if you know that it is closed there, or that the computer is off."
            ),
            // Enter gives the last one.
            answers: [("take", tr("_Take over"), .destructive), ("leave", tr("_Leave it"), .normal)]
        ) { [weak self] answer in
            if answer == "take" { self?.resume(byForce: true) }
        }
    }

    private func askToWriteAllTheSame() {
        presenter.ask(
            tr("Write in an archive whose history does not hold?"),
            detail: tr(
                "What you see was read without a fault, but the history tells no longer for certain what was there before: older changes may not be undone or looked up. Copy the folder of the archive to another place first. What you write from now on is added to the history."
            ),
            // Enter gives the last one.
            answers: [
                ("write", tr("_Write all the same"), .destructive), ("leave", tr("_Leave it"), .normal),
            ]
        ) { [weak self] answer in
            guard let self, answer == "write" else { return }
            session.writeAllTheSame()
            shown = nil
            refresh()
        }
    }

    private func ask(_ words: [String], byForce: Bool) {
        presenter.ask(
            trn("{count} field was changed by both", "{count} fields were changed by both", words.count),
            detail: words.prefix(8).joined(separator: "\n") + "\n\n"
                + tr("Whichever you keep, the other stays in the history. Your other changes are saved too."),
            answers: [
                ("theirs", tr("Keep the _other's"), .normal), ("mine", tr("Keep _mine"), .suggested),
            ]
        ) { [weak self] answer in
            switch answer {
            case "mine": self?.resume(byForce: byForce, answer: .mine)
            case "theirs": self?.resume(byForce: byForce, answer: .theirs)
            default: return
            }
        }
    }
}
