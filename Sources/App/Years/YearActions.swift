import Gtk
import Localization
import ViewModels

/// What the menu does with whole years: lock and unlock the one on show, make a new one.
final class YearActions {
    private let session: ArchiveSession
    private let presenter: Presenter
    private weak var window: Window?
    private var lock: NamedAction?
    private var unlock: NamedAction?
    private var newYear: NamedAction?
    private var follow: NamedAction?

    /// Adds the actions to `window`.
    init(session: ArchiveSession, presenter: Presenter, window: Window) {
        self.session = session
        self.presenter = presenter
        self.window = window
        lock = window.action("lock-year") { [weak self] in self?.askToLock() }
        unlock = window.action("unlock-year") { [weak self] in self?.askToUnlock() }
        newYear = window.action("new-year") { [weak self] in self?.askForNewYear() }
        follow = window.action("follow-indicators") { [weak self] in self?.askWhatGoesOn() }
    }

    /// Lets the person do what can be done now.
    func refresh() {
        let isKnown = session.content.years.contains(session.year)
        lock?.isEnabled = !session.isReadOnly && session.lock == nil && isKnown
        unlock?.isEnabled = !session.isReadOnly && session.lock != nil
        newYear?.isEnabled = !session.isReadOnly
        follow?.isEnabled =
            !session.isYearReadOnly && session.content.plans.keys.contains { $0 < session.year }
    }

    /// Locks the year on show; what stands against it, in words, or nil.
    func lockYear(reason: String) -> String? {
        let year = session.year
        return refusal(of: session.locking(year: year, reason: reason))
            ?? {
                presenter.tell(tr("{year} is locked. Undo unlocks it (Ctrl+Z).", ["year": "\(year)"]))
                return nil
            }()
    }

    /// Unlocks the year on show; what stands against it, in words, or nil.
    func unlockYear(reason: String) -> String? {
        let year = session.year
        return refusal(of: .unlockYear(year, reason: reason))
            ?? {
                presenter.tell(tr("{year} can be changed again.", ["year": "\(year)"]))
                return nil
            }()
    }

    /// Makes the plan of a year and shows it; what stands against it, in words, or nil.
    func makeYear(_ edit: Edit, of year: Int) -> String? {
        if let refusal = refusal(of: edit) { return refusal }
        session.show(year: year)
        presenter.tell(tr("The plan of {year} is there. Undo takes it back (Ctrl+Z).", ["year": "\(year)"]))
        return nil
    }

    private func refusal(of edit: Edit) -> String? {
        do throws(EditRefusal) {
            try session.perform(edit)
            return nil
        } catch {
            return error.words
        }
    }

    private func askToLock() {
        let year = ["year": "\(session.year)"]
        ReasonDialog(
            ReasonDialog.Words(
                title: tr("Lock {year}", year),
                meaning: tr(
                    "Plan, projects and the services' figures of {year} can only be read from then on, and its scores stay as they are now.",
                    year), example: tr("Report approved by resolution no. …"), confirm: tr("_Lock")),
            over: window
        ) { [weak self] in self?.lockYear(reason: $0) }.present()
    }

    private func askToUnlock() {
        let year = ["year": "\(session.year)"]
        let meaning = [
            session.lockWords ?? "",
            tr("Once unlocked it can be changed; the reason stays in the history.", year),
        ]
        ReasonDialog(
            ReasonDialog.Words(
                title: tr("Unlock {year}", year), meaning: meaning.joined(separator: "\n\n"),
                example: tr("Material error in the annex"), confirm: tr("_Unlock")),
            over: window
        ) { [weak self] in self?.unlockYear(reason: $0) }.present()
    }

    private func askWhatGoesOn() {
        FollowDialog(session, over: window) { [session, presenter] in presenter.perform($0, on: session) }
            .present()
    }

    private func askForNewYear() {
        NewYearDialog(session, over: window) { [weak self] edit, year in
            self?.makeYear(edit, of: year)
        }.present()
    }
}
