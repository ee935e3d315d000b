import Gtk
import Localization
import ViewModels

/// Undo and redo in the window: what they take back is said, its place is shown, and work of another day or another
/// person is asked about first.
final class UndoActions {
    private let session: ArchiveSession
    private let presenter: Presenter
    private var show: @MainActor (Destination) -> Void = { _ in }
    private var undo: NamedAction?
    private var redo: NamedAction?

    /// Adds the actions to `window`.
    init(session: ArchiveSession, presenter: Presenter, window: Window) {
        self.session = session
        self.presenter = presenter
        undo = window.action("undo") { [weak self] in self?.ask(.back) }
        redo = window.action("redo") { [weak self] in self?.ask(.again) }
    }

    /// Calls `body` with the place that an undo or a redo changed.
    func onShow(_ body: @escaping @MainActor (Destination) -> Void) { show = body }

    /// Lets the person do what can be done now.
    func refresh() {
        undo?.isEnabled = session.history.nextUndo != nil && !session.isReadOnly
        redo?.isEnabled = session.history.nextRedo != nil && !session.isReadOnly
    }

    private func ask(_ direction: ArchiveSession.UndoDirection) {
        PendingInput.takeAll()
        guard let warning = session.undoWarning(direction) else { return make(direction) }
        let isBack = direction == .back
        presenter.ask(
            isBack
                ? tr("Take back work of another day or person?")
                : tr("Make work of another day or person again?"),
            detail: warning,
            answers: [
                ("cancel", tr("_Leave it"), .normal),
                ("yes", isBack ? tr("_Take it back") : tr("_Make it again"), .suggested),
            ]
        ) { [weak self] answer in
            guard answer == "yes" else { return }
            self?.make(direction)
        }
    }

    private func make(_ direction: ArchiveSession.UndoDirection) {
        let title = direction == .back ? session.history.nextUndo : session.history.nextRedo
        if let title, session.isLong(direction) { return makeAway(direction, title) }
        var place: Destination?
        let isDone = presenter.attempt { () throws(EditRefusal) in
            place = direction == .back ? try session.undo() : try session.redo()
        }
        guard isDone, let title else { return }
        if let place { show(place) }
        tell(direction, title)
    }

    /// A long step: the window stays alive meanwhile, and says what is going on.
    private func makeAway(_ direction: ArchiveSession.UndoDirection, _ title: String) {
        presenter.tell(
            direction == .back
                ? tr("Being undone: {edit}…", ["edit": title])
                : tr("Being made again: {edit}…", ["edit": title]))
        session.move(away: direction) { [weak self] result in
            guard let self else { return }
            switch result {
            case .failure(let refusal): presenter.tell(refusal.words)
            case .success(let place):
                if let place { show(place) }
                tell(direction, title)
            }
        }
    }

    private func tell(_ direction: ArchiveSession.UndoDirection, _ title: String) {
        presenter.tell(
            direction == .back
                ? tr("Undone: {edit}", ["edit": title]) : tr("Made again: {edit}", ["edit": title]))
    }
}
