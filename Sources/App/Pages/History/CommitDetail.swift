import Foundation
import Gtk
import Localization
import ViewModels

/// Below the list of Cronologia: what a moment changed, or how it differs from another, and what can be put back.
final class CommitDetail {
    var widget: Widget { root }
    private let root = Box(.vertical)
    /// The changes on show.
    private(set) var rows: [ChangeRow] = []
    /// Nothing is being read.
    private(set) var isReady = true
    private let session: ArchiveSession
    private let presenter: Presenter
    private let table: ColumnView<ChangeRow>
    private let title = Label.heading("").ellipsized()
    private let view = DropDown()
    private let mark = Button(tr("_Mark to compare"))
    private let revert = Button(tr("_Put this field back"))
    private let bringBack = Button(tr("Put _everything back to this moment"))
    private let sentence = Label(role: .status)
    private var list = CommitList.none
    private var commit: CommitRow?
    private var marked: CommitRow?
    private var about: UUID?
    private var asked = 0
    /// The moment whose state stands on the left, and whether it is the state after it.
    private var former: (commit: CommitRow, isAfter: Bool)?

    /// What is shown below the list.
    enum View: Int {
        /// What the moment changed.
        case changes
        /// Its state against today's.
        case today
        /// Its state against that of the marked moment.
        case marked
    }

    /// The detail of no moment yet.
    init(session: ArchiveSession, presenter: Presenter, memory: WindowMemory) {
        self.session = session
        self.presenter = presenter
        table = ColumnView(CommitDetail.columns)
        table.accessible(label: tr("Changes"))
        memory.follow(table, as: "changes")
        table.addRowMenu([])
        title.expandsHorizontally = true
        view.accessible(label: tr("What to show"))
        sentence.alignText(.start).wrapped()
        bringBack.tooltip(
            tr("The archive gets the state that this moment left, as one step that can be undone"))
        let head = Box(.horizontal, spacing: 6) {
            title
            view
            mark
        }
        let tools = WrapBox {
            revert
            bringBack
        }
        let scroller = ScrolledWindow(table).expand()
        root.append(head.margin(top: 6, start: 12, bottom: 6, end: 6))
        root.append(scroller)
        root.append(sentence.margin(top: 6, start: 12, end: 12))
        root.append(tools.margin(6))
        showChoices()
        connect()
    }

    /// Shows a moment of `list`; `about` leaves the changes of one thing.
    func show(_ commit: CommitRow?, of list: CommitList, about: UUID?) {
        self.commit = commit
        self.list = list
        self.about = about
        read()
    }

    /// What is shown.
    var shown: View { View(rawValue: view.selected ?? 0) ?? .changes }

    /// Shows something else of the moment.
    func choose(_ shown: View) {
        view.select(shown.rawValue)
        read()
    }

    /// Marks the moment, to compare others with it.
    func markShown() {
        marked = commit
        showChoices()
        allow()
    }

    private func connect() {
        table.onSelect { [weak self] _ in self?.allow() }
        view.onSelect { [weak self] _ in self?.read() }
        mark.onClick { [weak self] in self?.markShown() }
        revert.onClick { [weak self] in self?.revertChosen() }
        bringBack.onClick { [weak self] in self?.bringBackAll() }
        table.onActivate { [weak self] row in self?.sentence.text = row.sentence }
    }

    private func showChoices() {
        let choices = [tr("What changed"), tr("Differences from today")]
        let other = marked.map { tr("Differences from {moment}", ["moment": $0.when]) }
        view.items = choices + (other.map { [$0] } ?? [])
    }

    private func read() {
        asked += 1
        isReady = true
        guard let commit else { return display([], former: nil) }
        title.text = commit.when + " · " + commit.author + " · " + commit.summary
        switch shown {
        case .changes: display(list.changes(of: commit, about: about), former: (commit, false))
        case .today: compare(commit, nil)
        case .marked:
            guard let marked, marked != commit else { return display([], former: nil) }
            // The earlier state is the one on the left.
            let places = [commit, marked].map { row in list.rows.firstIndex(of: row) ?? 0 }
            places[0] > places[1] ? compare(commit, marked) : compare(marked, commit)
        }
    }

    private func compare(_ earlier: CommitRow, _ later: CommitRow?) {
        guard let past = session.past else { return }
        let (number, present, list, about) = (asked, session.content, list, about)
        isReady = false
        display([], former: nil)
        sentence.text = tr("Comparing…")
        Task { @MainActor in
            let result = await Task.detached {
                past.differences(from: earlier, to: later, present: present, names: list, about: about)
            }.value
            guard number == self.asked else { return }
            self.isReady = true
            switch result {
            case .success(let rows): self.display(rows, former: (earlier, true))
            case .failure(let problem): self.sentence.text = problem.words
            }
        }
    }

    private func display(_ rows: [ChangeRow], former: (commit: CommitRow, isAfter: Bool)?) {
        self.rows = rows
        self.former = former
        table.rows = rows
        if let first = rows.first { table.select([first.id]) }
        let isEmpty = rows.isEmpty && former != nil
        sentence.text = isEmpty ? tr("Nothing is different.") : ""
        allow()
    }

    private func allow() {
        let canWrite = !session.isReadOnly && commit != nil
        revert.isSensitive = canWrite && former != nil && table.selectedRow != nil
        bringBack.isSensitive = canWrite
        mark.isSensitive = commit != nil && commit != marked
        if let row = table.selectedRow { sentence.text = row.sentence }
    }

    /// Puts the chosen field back.
    func revertChosen() {
        guard let row = table.selectedRow, let former else { return }
        let isDone = presenter.attempt { [session, list] () throws(EditRefusal) in
            try session.revert(row, of: former.commit, isAfter: former.isAfter, in: list)
        }
        if isDone {
            presenter.tell(tr("Put back: {field}. Undo takes it back (Ctrl+Z).", ["field": row.field]))
        }
    }

    /// Gives the archive the state of the moment.
    func bringBackAll() {
        guard let commit, let past = session.past else { return }
        isReady = false
        bringBack.isSensitive = false
        Task { @MainActor in
            let result = await Task.detached { past.content(after: commit) }.value
            self.isReady = true
            self.allow()
            switch result {
            case .failure(let problem): self.presenter.tell(problem.words)
            case .success(let content):
                let isDone = self.presenter.attempt { [session = self.session] () throws(EditRefusal) in
                    try session.bringBack(content, of: commit)
                }
                guard isDone else { return }
                self.presenter.tell(
                    tr("Everything is as on {moment}. Undo takes it back (Ctrl+Z).", ["moment": commit.when]))
            }
        }
    }

    private static var columns: [Column<ChangeRow>] {
        [
            Column<ChangeRow>(trc("where", "Place"), id: "place", text: \.place).width(220).expanding().lines(
                2
            )
            .tooltip { $0.document + ": " + $0.place }.alwaysShown(),
            Column<ChangeRow>(trc("history", "Field"), id: "field") { row in
                row.kind.isEmpty ? row.field : row.field + " — " + row.kind
            }
            .width(150).expanding().lines(2).tooltip { $0.field },
            Column<ChangeRow>(trc("history", "Before"), id: "before", text: \.before).width(170).expanding()
                .lines(2)
                .tooltip { $0.before },
            Column<ChangeRow>(trc("history", "After"), id: "after", text: \.after).width(170).expanding()
                .lines(2)
                .tooltip { $0.after },
        ]
    }
}
