import Foundation
import Gtk
import Localization
import ViewModels

/// Cronologia: who changed what and when; compare; restore one field or all.
final class HistoryPage: ScreenPage, SearchablePage {
    var widget: Widget { stack }
    /// The commits on show, read anew when the page is shown after a change.
    private(set) var list = CommitList.none
    private let session: ArchiveSession
    private let presenter: Presenter
    private let table: ColumnView<CommitRow>
    /// What the chosen moment changed.
    let detail: CommitDetail
    private let search = SearchEntry()
    private let author = FilterChoice(tr("All authors"), label: tr("Author"))
    private let document = FilterChoice(tr("All documents"), label: trc("archive", "Document"))
    private let everything = Button("")
    private let count = Label()
    private let stack = Stack()
    private let reading = StatusPage(
        icon: "document-open-recent-symbolic", title: tr("Reading the history…"), detail: "")
    private var about: UUID?
    /// Which reading is the last one that was asked for.
    private var asked = 0
    /// Nothing is being read.
    private(set) var isReady = false
    /// The keyboard came while the moments were being read.
    private var awaitsFocus = false

    /// The page on `session`.
    init(session: ArchiveSession, presenter: Presenter, memory: WindowMemory) {
        self.session = session
        self.presenter = presenter
        table = ColumnView(HistoryPage.columns)
        table.accessible(label: tr("Moments, the newest first"))
        memory.follow(table, as: "history")
        table.addRowMenu([])
        detail = CommitDetail(session: session, presenter: presenter, memory: memory)
        search.placeholder = tr("Search by word, author or date")
        search.expandsHorizontally = true
        count.css("dim-label", "numeric")
        everything.isVisible = false
        let filters = WrapBox {
            search
            everything
            author.widget
            document.widget
            count
        }
        let top = Box(.vertical) {
            filters.margin(6)
            ScrolledWindow(table).expand()
        }
        let content = Paned(.vertical, start: top, end: detail.widget)
        content.position = 300
        content.startGrows = true
        stack.add(content, id: "table")
        stack.add(reading.root, id: "empty")
        connect()
    }

    func refresh() {
        guard let past = session.past else {
            reading.set(
                title: tr("No history"), detail: tr("This archive is in memory only."))
            stack.visiblePage = "empty"
            return
        }
        if list.rows.isEmpty { stack.visiblePage = "empty" }
        asked += 1
        isReady = false
        let (number, about) = (asked, about)
        Task { @MainActor in
            let result = await Task.detached { past.commits(about: about) }.value
            // A later question has its own answer.
            guard number == self.asked else { return }
            self.show(result)
        }
    }

    func go(to destination: Destination) {
        search.text = ""
        author.clear()
        document.clear()
        keep(about: destination.part ?? destination.item)
        awaitsFocus = true
    }

    func takeFocus() {
        guard stack.visiblePage == "table", let row = table.selectedRow ?? table.firstShown else {
            awaitsFocus = !isReady
            return
        }
        table.select([row.id])
        table.focus(row.id, column: "summary")
        choose(row)
    }

    func focusSearch() {
        search.grabFocus()
    }

    /// Shows what touched one thing only; nil shows all.
    private func keep(about thing: UUID?) {
        about = thing
        list = .none
        refresh()
    }

    private func connect() {
        table.onSelect { [weak self] rows in self?.choose(rows.first) }
        search.onSearch { [weak self] _ in self?.filter() }
        search.onActivate { [weak self] in self?.takeFocus() }
        for choice in [author, document] { choice.onChoose { [weak self] in self?.filter() } }
        everything.onClick { [weak self] in self?.keep(about: nil) }
    }

    private func show(_ result: Result<CommitList, Archives.Problem>) {
        isReady = true
        switch result {
        case .failure(let problem):
            reading.set(title: tr("The history cannot be read"), detail: problem.words)
            stack.visiblePage = "empty"
        case .success(let list):
            self.list = list
            stack.visiblePage = "table"
            author.show(list.authors)
            document.show(list.documents)
            let name = about.map { list.name(of: $0) ?? tr("one thing") }
            everything.title = name.map { tr("Only «{name}» ✕", ["name": $0.shortened(to: 40)]) } ?? ""
            everything.tooltip = name.map { tr("Only «{name}»: show everything again", ["name": $0]) }
            everything.accessible(label: everything.tooltip ?? "")
            everything.isVisible = about != nil
            filter()
            if awaitsFocus, widget.isMapped { takeFocus() }
            awaitsFocus = false
        }
    }

    private func filter() {
        var filter = CommitList.Filter()
        filter.search = search.text
        filter.author = author.chosen
        filter.document = document.chosen
        let rows = list.rows(filter)
        table.rows = rows
        count.text = tr(
            "{shown} of {total}", ["shown": "\(rows.count)", "total": "\(list.rows.count)"])
        if table.selectedRow == nil, let first = rows.first { table.select([first.id]) }
        choose(table.selectedRow)
    }

    private func choose(_ row: CommitRow?) {
        detail.show(row, of: list, about: about)
    }

    private static var columns: [Column<CommitRow>] {
        [
            Column<CommitRow>(trc("history", "When"), id: "when", text: \.when).width(128),
            Column<CommitRow>(trc("history", "Who"), id: "author", text: \.author).width(170)
                .tooltip { $0.author },
            Column<CommitRow>(trc("history", "What"), id: "summary", text: \.summary).width(260).expanding()
                .tooltip { $0.summary }.alwaysShown(),
            Column<CommitRow>(tr("Changes"), id: "changes") { "\($0.changes)" }.figures().width(84),
            Column<CommitRow>(tr("Where it comes from"), id: "origin", text: \.origin).width(140)
                .tooltip { $0.origin },
        ]
    }
}

extension String {
    /// The text, or its beginning and an ellipsis where it has more than `count` characters.
    func shortened(to count: Int) -> String {
        self.count > count ? prefix(count - 1) + "…" : self
    }
}
