import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// Importa: choose or drop files, see what was understood and what was not, take all or parts; a colleague's file is
/// reviewed and merged.
final class ImportPage: ScreenPage {
    var widget: Widget { root }
    private let root = Box(.vertical)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let files: FileDialogs
    private let intake: ImportIntake
    private let drafts = DropDown()
    /// The review of the document on show.
    let review: ImportReviewView
    /// The review of colleagues' files.
    let merging: MergeView
    private let stack = Stack()
    /// The reading of files, with a button that gives it up.
    let work = WorkBar()
    private let choose = Button(tr("_Choose files…"), icon: "document-open-symbolic")
    private let layouts = Button(tr("_Columns named by hand…"))
    private let year = SpinButton(range: 1900...2199)
    private let yearRow: FieldRow
    private let kind = DropDown()
    private let kindRow: FieldRow
    private let accept = Button(tr("_Take into the archive"))
    private let discard = Button(tr("_Discard"))
    private var pending: [ImportDraft] = []

    /// The page on `session`.
    init(
        session: ArchiveSession, presenter: Presenter, files: FileDialogs,
        open: @escaping @MainActor (ColleagueFile) -> Void
    ) {
        self.session = session
        self.presenter = presenter
        self.files = files
        intake = ImportIntake(session: session)
        review = ImportReviewView()
        yearRow = FieldRow(tr("Year of the document"), year)
        kindRow = FieldRow(tr("What the document is"), kind)
        merging = MergeView(session: session, presenter: presenter, open: open)
        build()
        connect()
    }

    private func build() {
        drafts.accessible(label: tr("Document")).expandsHorizontally = true
        accept.css("suggested-action")
        let head = WrapBox {
            choose
            layouts
            drafts
            discard
            accept
        }
        let empty = StatusPage(
            icon: "document-open-symbolic", title: tr("Import documents"),
            detail: tr(
                "Drop here the files that your offices sent or published, or choose them. A colleague's file (*.barometro) is reviewed before anything is merged."
            ))
        stack.add(Box(.vertical) { empty.root }.expand(), id: "empty")
        stack.add(
            Box(.vertical, spacing: 6) {
                WrapBox {
                    kindRow.widget
                    yearRow.widget
                }.align(.start).margin(top: 0, start: 12, bottom: 0, end: 12)
                review.widget
            }, id: "review")
        stack.add(merging.widget, id: "merging")
        root.append(head.margin(6))
        root.append(work.widget)
        stack.fitsVisiblePage = true
        root.append(stack.expand())
    }

    private func connect() {
        choose.onClick { [weak self] in self?.chooseFiles() }
        layouts.onClick { [session, presenter, files] in
            LayoutsWindow(session, files, over: presenter.window).present()
        }
        widget.onDropFiles { [weak self] urls in self?.take(urls) ?? false }
        accept.onClick { [weak self] in self?.acceptShown() }
        discard.onClick { [weak self] in self?.discardShown() }
        drafts.onSelect { [weak self] _ in self?.showDraft() }
        review.onChoice { [weak self] choice in self?.choose(choice) }
        merging.onChange { [weak self] in self?.showState() }
        review.onName { [weak self] choice in self?.name(choice) }
        year.onValue { [weak self] in self?.changeYear() }
        kind.onSelect { [weak self] choice in self?.changeKind(choice) }
    }

    func refresh() {
        reviewAnew()
        drafts.items = names
        merging.refresh()
        showState()
        showDraft()
    }

    /// What the documents are called in the list; those of one name are numbered.
    private var names: [String] {
        var seen: [String: Int] = [:]
        return pending.map { draft in
            seen[draft.id, default: 0] += 1
            let number = seen[draft.id] ?? 1
            return draft.id + (number > 1 ? " (\(number))" : "") + " — " + draft.proposal.kind.title
        }
    }

    /// Another change may have come between: what is shown is what would be taken. That is found out while the window stays
    /// alive; the document that is being taken changes the archive itself.
    private func reviewAnew() {
        reviewing?.cancel()
        let content = session.content
        let waiting = pending.enumerated().filter { $0.offset != taking }
        isReviewing = !waiting.isEmpty
        guard isReviewing else { return }
        reviewing = Task { @MainActor [weak self] in
            let reviewed = await Task.detached {
                waiting.map { (position: $0.offset, draft: $0.element.reviewed(against: content)) }
            }.value
            // Whatever takes a document away or adds one comes back to here.
            guard let self, !Task.isCancelled else { return }
            isReviewing = false
            for (position, draft) in reviewed where pending.indices.contains(position) {
                pending[position].takeReview(of: draft)
            }
            showDraft()
        }
    }

    func takeFocus() {
        if merging.isActive { merging.takeFocus() } else { widget.grabFocus() }
    }

    private func showState() {
        stack.visiblePage = merging.isActive ? "merging" : pending.isEmpty ? "empty" : "review"
        for part in [drafts, discard, accept] as [Widget] {
            part.isVisible = !merging.isActive && !pending.isEmpty
        }
    }

    /// Reads files, one after the other, while the window stays alive.
    func read(_ urls: [URL]) {
        _ = take(urls)
    }

    private func chooseFiles() {
        files.filesToRead(tr("Choose documents")) { [weak self] urls in
            _ = self?.take(urls)
        }
    }

    private func take(_ urls: [URL]) -> Bool {
        guard !urls.isEmpty else { return false }
        let given = ImportFile.files(among: urls)
        merging.take(given.filter(ColleagueFile.isOne))
        let urls = given.filter { !ColleagueFile.isOne($0) }
        guard !urls.isEmpty else { return true }
        work.begin(trn("Reading {count} file", "Reading {count} files", urls.count)) { [weak self] in
            self?.intake.cancel()
            self?.presenter.tell(tr("Reading was given up. The archive has not changed."))
        }
        intake.read(
            urls,
            progress: { [weak self] done in self?.work.show(Double(done) / Double(urls.count)) },
            finished: { [weak self] drafts, problems in self?.finished(drafts, problems) })
        return true
    }

    private func finished(_ drafts: [ImportDraft], _ problems: [String]) {
        work.end()
        pending += drafts
        refresh()
        if !drafts.isEmpty { self.drafts.select(pending.count - drafts.count) }
        showDraft()
        guard !problems.isEmpty else { return }
        presenter.stop(
            trn("{count} file was not read", "{count} files were not read", problems.count),
            meaning: problems.joined(separator: "\n"), remedy: tr("The archive has not changed."))
    }

    private var shown: Int? {
        guard let index = drafts.selected, pending.indices.contains(index) else { return nil }
        return index
    }

    private func showDraft() {
        guard let shown else { return }
        let draft = pending[shown]
        review.show(draft)
        yearRow.widget.isVisible = draft.isOfAYear
        yearRow.show(
            problem: draft.isYearAssumed
                ? tr("The document does not say its year: look whether it is this one.") : nil)
        isShowingYear = true
        year.intValue = draft.year ?? session.year
        isShowingYear = false
        let recognised = tr("Recognised: {kind}", ["kind": draft.proposal.kind.title])
        kind.items =
            [draft.decision.kind == nil ? recognised : tr("Recognise it")] + ImportKind.allCases.map(\.title)
        kind.select(
            draft.decision.kind.flatMap { ImportKind.allCases.firstIndex(of: $0) }.map { $0 + 1 } ?? 0)
        allow()
    }

    /// What the buttons allow with the document on show.
    private func allow() {
        discard.isSensitive = !isTaking
        guard let shown, !isTaking, !isUnderstanding, !isReviewing, !session.isReadOnly else {
            accept.isSensitive = false
            return
        }
        let draft = pending[shown]
        accept.isSensitive = !draft.parts.isEmpty && (!draft.isOfAYear || draft.year != nil)
    }

    private var isShowingYear = false
    private var isUnderstanding = false
    /// The position of the document that is being taken into the archive; none before it goes meanwhile.
    private var taking: Int?
    private var isTaking: Bool { taking != nil }
    private var isReviewing = false
    private var reviewing: Task<Void, Never>?
    private var waiting: Gtk.Timer?

    /// Understands the document on show for another year, once the person has stopped to step through the years.
    private func changeYear() {
        guard !isShowingYear, let shown, pending[shown].document != nil else { return }
        accept.isSensitive = false
        waiting?.cancel()
        waiting = Gtk.Timer.after(milliseconds: 400) { [weak self] in
            guard let self, pending.indices.contains(shown) else { return }
            var decision = pending[shown].decision
            decision.year = year.intValue
            understand(shown, decision)
        }
    }

    private func changeKind(_ choice: Int?) {
        guard let choice, let shown else { return }
        var decision = pending[shown].decision
        decision.kind = choice == 0 ? nil : ImportKind.allCases[choice - 1]
        guard decision != pending[shown].decision else { return }
        understand(shown, decision)
    }

    /// Reads the tables of the document on show as a person wants them.
    private func name(_ choice: TableChoice) {
        guard let shown, let decision = choice.decision(on: pending[shown]) else { return }
        understand(shown, decision)
    }

    /// The tables of the document on show.
    var shownTables: [TableNaming] { shown.map { pending[$0].tables } ?? [] }

    /// Leaves rows of the document on show out.
    func leaveOut(_ rows: Set<Int>) { name(.leaveOut(rows)) }

    private func understand(_ position: Int, _ decision: ImportDecision) {
        guard !isTaking else { return showDraft() }
        isUnderstanding = true
        allow()
        let former = pending[position]
        intake.understand(former, decision) { [weak self] draft, problem in
            guard let self else { return }
            isUnderstanding = false
            guard pending.indices.contains(position), pending[position].id == former.id else { return }
            if var draft {
                if let words = draft.notFoundWords { presenter.tell(words) }
                draft.choice = pending[position].choice
                pending[position] = draft
                if !draft.choice.identified.isEmpty { reviewAnew() }
            }
            if let problem { presenter.tell(problem) }
            showDraft()
        }
    }

    private func choose(_ choice: ImportChoice) {
        guard let shown, !isTaking else { return }
        let isOther = pending[shown].choice.identified != choice.identified
        pending[shown].choice = choice
        review.showChoice(pending[shown])
        if isOther {
            reviewAnew()
            allow()
        }
    }

    private func discardShown() {
        guard let shown, !isTaking else { return }
        pending.remove(at: shown)
        refresh()
    }

    /// Documents wait to be taken or discarded.
    var hasDrafts: Bool { !pending.isEmpty }
    /// Files are being read, understood anew, or taken into the archive.
    var isReading: Bool { work.isWorking || isUnderstanding || isReviewing || isTaking }
    /// What is on show can be taken.
    var canAccept: Bool { accept.isSensitive }

    /// Takes the document on show into the archive, while the window stays alive.
    func acceptShown() {
        guard let shown, !isTaking else { return }
        let draft = pending[shown]
        taking = shown
        allow()
        let task = session.perform(away: draft.edit, showing: draft.year) { [weak self] result in
            switch result {
            case .success(let isTaken): self?.taken(draft, isTaken: isTaken)
            case .failure(let refusal): self?.taken(draft, isTaken: false, words: refusal.words)
            }
        }
        guard let task else { return }
        work.begin(tr("Taking {file} into the archive", ["file": draft.id])) { task.cancel() }
    }

    /// Says how taking a document ended; `words` say why it was not taken, where it was not given up.
    private func taken(_ draft: ImportDraft, isTaken: Bool, words: String? = nil) {
        let position = taking
        taking = nil
        work.end()
        guard isTaken else {
            allow()
            return presenter.tell(words ?? tr("Given up. The archive has not changed."))
        }
        // Two offices may have sent files of one name.
        if let position { pending.remove(at: position) }
        refresh()
        let words = tr("Taken into the archive: {what}. Undo takes it all back.", ["what": draft.takenWords])
        let kept = draft.keptConflicts
        guard kept > 0 else { return presenter.tell(words) }
        presenter.tell(
            words + " "
                + trn(
                    "In {count} conflict the archive's value stays.",
                    "In {count} conflicts the archive's values stay.", kept))
    }
}
