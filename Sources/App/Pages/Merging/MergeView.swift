import Foundation
import Gtk
import Localization
import ViewModels

/// The review of colleagues' files, one after the other: whose file, what it would change, what is to decide. Nothing
/// is written before «Merge».
final class MergeView {
    /// What the page shows.
    enum State {
        case idle
        case reading
        /// Something is wrong with it, in words; the file, where it can be opened as an archive of its own.
        case refused(String, ColleagueFile?)
        case review(MergeDraft)
    }

    /// The review, or why there is none.
    let widget = Stack()
    private(set) var state = State.idle
    private let session: ArchiveSession
    private let presenter: Presenter
    private let head = MergeHead()
    /// The conflicts with their choices.
    let conflicts = ConflictsView()
    private let changes = ChangeTable(tr("Changes"))
    private let book = Notebook()
    private let refusal: StatusPage
    private let openAsPart = Button(tr("_Open it as a part"))
    private var waiting: [URL] = []
    private var number = 0
    private var changed: @MainActor () -> Void = {}

    /// A view for `session`; `open` opens a file as an archive of its own.
    init(session: ArchiveSession, presenter: Presenter, open: @escaping @MainActor (ColleagueFile) -> Void) {
        self.session = session
        self.presenter = presenter
        let close = Button(tr("_Close"))
        refusal = StatusPage(
            icon: "dialog-error-symbolic", title: tr("The file cannot be merged"), detail: "",
            buttons: [openAsPart, close])
        book.append(conflicts.widget, title: tr("Conflicts"))
        book.append(changes.widget.margin(6), title: tr("Changes"))
        widget.add(
            Box(.vertical, spacing: 6) {
                head.widget
                book.expand()
            }.margin(top: 6, start: 12, bottom: 6, end: 12), id: "review")
        widget.add(refusal.root, id: "refused")
        close.onClick { [weak self] in self?.discard() }
        openAsPart.onClick { [weak self] in
            guard case .refused(_, let file?) = self?.state else { return }
            self?.discard()
            open(file)
        }
        head.merge.onClick { [weak self] in self?.merge() }
        head.again.onClick { [weak self] in self?.reviewAgain() }
        head.discard.onClick { [weak self] in self?.discard() }
        conflicts.onDecide { [weak self] row, theirs in self?.decide { $0.decide(row, theirs: theirs) } }
        conflicts.onDecideAll { [weak self] theirs in self?.decide { $0.decideAll(theirs: theirs) } }
    }

    /// A file is under review, being read, or was refused.
    var isActive: Bool {
        if case .idle = state { return false }
        return true
    }

    /// Called when the view comes to have something to show, or nothing any more.
    func onChange(_ body: @escaping Action) {
        changed = body
    }

    /// Reads files, one after the other.
    func take(_ urls: [URL]) {
        waiting += urls
        next()
    }

    /// Reviews again where the archive was changed meanwhile.
    func refresh() {
        guard case .review(let draft) = state else { return }
        if session.isCurrent(draft) { show(draft) } else { review(draft.file, after: draft) }
    }

    /// Gives the conflicts, or the button that ends the review, the keyboard.
    func takeFocus() {
        guard case .review(let draft) = state else { return }
        if draft.isAlreadyMerged {
            head.again.grabFocus()
        } else if draft.conflicts.isEmpty {
            head.merge.grabFocus()
        } else {
            conflicts.takeFocus()
        }
    }

    /// Decides conflicts and shows what comes of it.
    func decide(_ change: (inout MergeDraft) -> Void) {
        guard case .review(var draft) = state else { return }
        change(&draft)
        state = .review(draft)
        conflicts.show(draft.conflicts)
        review(draft.file, after: draft)
    }

    /// Merges what is under review; where that is refused it stays, and the page says why.
    func merge() {
        guard case .review(let draft) = state else { return }
        // Taken off before the session tells of the change, so that it is not reviewed again.
        state = .idle
        do throws(EditRefusal) {
            try session.merge(draft)
        } catch {
            state = .review(draft)
            head.show(problem: error.words)
            return changed()
        }
        presenter.tell(
            tr("Merged: {what} Undo takes it all back (Ctrl+Z).", ["what": draft.counts]))
        end()
    }

    /// Reviews a file that was merged already, so that what was decided for ours can be decided anew.
    func reviewAgain() {
        guard case .review(let draft) = state else { return }
        review(draft.file, after: nil, isAgain: true)
    }

    /// Leaves the file as it is; nothing was written.
    func discard() {
        end()
    }

    private func end() {
        number += 1
        state = .idle
        next()
        changed()
    }

    private func next() {
        guard !isActive, !waiting.isEmpty else { return }
        let url = waiting.removeFirst()
        state = .reading
        changed()
        Task { @MainActor [weak self] in
            switch await Task.detached(operation: { ColleagueFile.read(url) }).value {
            case .success(let file): self?.review(file, after: nil)
            case .failure(let problem):
                self?.refuse(problem.words, nil)
            }
        }
    }

    /// Asks for a review; only the last one that was asked for is shown.
    private func review(_ file: ColleagueFile, after former: MergeDraft?, isAgain: Bool = false) {
        number += 1
        let asked = number
        head.merge.isSensitive = false
        Task { @MainActor [weak self, session] in
            let result = await session.review(file, after: former, isAgain: isAgain)
            guard let self, asked == number else { return }
            switch result {
            case .success(let draft):
                let isNew = former == nil
                state = .review(draft)
                show(draft)
                if isNew { book.page = draft.conflicts.isEmpty ? 1 : 0 }
                changed()
                if isNew { takeFocus() }
            case .failure(let refusal):
                refuse(refusal.words, refusal.isOfAnotherArchive ? file : nil)
            }
        }
    }

    private func refuse(_ words: String, _ file: ColleagueFile?) {
        state = .refused(words, file)
        refusal.set(
            title: tr("The file cannot be merged"),
            detail: words + "\n" + tr("The archive has not changed."))
        openAsPart.isVisible = file != nil
        widget.visiblePage = "refused"
        changed()
    }

    private func show(_ draft: MergeDraft) {
        widget.visiblePage = "review"
        head.show(draft, isReadOnly: session.isReadOnly)
        conflicts.show(draft.conflicts)
        changes.show(draft.changes)
        book.setTitle(tr("Conflicts ({count})", ["count": "\(draft.conflicts.count)"]), of: 0)
        book.setTitle(tr("Changes ({count})", ["count": "\(draft.changes.count)"]), of: 1)
    }
}
