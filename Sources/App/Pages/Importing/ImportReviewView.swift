import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The review of one document: the parts to take, the changes with their conflicts, the source line by line.
final class ImportReviewView {
    var widget: Widget { root }
    private let root = Box(.vertical, spacing: 6)
    private let summary = Label()
    private let parts = Box(.horizontal, spacing: 12)
    private let overwrite = CheckButton(tr("In conflicts, the document wins"))
    /// What the document brings, row by row.
    let changes: ColumnView<ImportRow>
    private let unchanged = CheckButton(tr("Show what does not change, too"))
    /// The lines that no field took.
    let unread: ColumnView<UnreadRow>
    /// The document's own lines, with what became of each.
    let source: ColumnView<SourceRow>
    private let nameTexts = Button(tr("_Name…"))
    private let rowTexts = RowTexts()
    private var shown: ImportDraft?
    private var decided: @MainActor (TableChoice) -> Void = { _ in }
    private let findings: ColumnView<ImportFindingRow>
    private let book = Notebook()
    private let tables = TableNamingView()
    private let tablesScroller = ScrolledWindow()
    private let named = Box(.vertical, spacing: 6)
    private let halves = Paned(.vertical)
    private var choice = ImportChoice.all
    private var chosen: @MainActor (ImportChoice) -> Void = { _ in }
    private var isShowing = false

    /// A review of nothing yet.
    init() {
        changes = Self.changeTable(rowTexts)
        unread = ColumnView(
            [
                Column<UnreadRow>(trc("file", "Line"), id: "line") { "\($0.id)" }.figures().width(70),
                Column<UnreadRow>(tr("Text"), id: "text") { $0.text }.expanding().lines(3).tooltip {
                    $0.text
                },
            ], selection: .multiple)
        source = ColumnView([
            Column<SourceRow>(trc("file", "Line"), id: "line", text: \.place).figures().width(90),
            Column<SourceRow>(tr("Text"), id: "text", text: \.text).expanding().lines(2).tooltip(\.text),
            Column<SourceRow>(tr("What became of it"), id: "fate", text: \.fate).width(260).lines(2)
                .classes { $0.isUnread ? ["warned"] : [] }.tooltip(\.fate),
        ])
        findings = ColumnView([
            Column<ImportFindingRow>(trc("file", "Line"), id: "line") { $0.line }.figures().width(70),
            Column<ImportFindingRow>(tr("Finding"), id: "title") { $0.title }.width(280).lines(2),
            Column<ImportFindingRow>(tr("What"), id: "sentence") { $0.sentence }.expanding().lines(2)
                .tooltip { $0.sentence },
        ])
        buildBook()
        build()
        connect()
    }

    private static func changeTable(_ texts: RowTexts) -> ColumnView<ImportRow> {
        ColumnView([
            Column<ImportRow>.check(
                trc("import", "Take"), id: "take", isOn: \.isTaken, when: \.canChange,
                onToggle: { row, isOn in texts.taken(row, isOn) }
            ).width(70),
            Column<ImportRow>(tr("What"), id: "what") {
                String(repeating: "\u{2003}", count: $0.depth) + $0.title
            }
            .expanding().lines(2).tooltip(\.title).spoken(\.title),
            Column<ImportRow>(tr("In the archive"), id: "before", text: \.stateWords).width(190).lines(2)
                .classes { [.conflict, .doubtful].contains($0.state) ? ["warned"] : [] }
                .tooltip(\.stateWords),
            Column<ImportRow>(tr("In the document"), id: "after") { texts.words($0) }.width(280).lines(2)
                .tooltip { texts.words($0) },
        ])
    }

    private func buildBook() {
        for (table, name) in [
            (changes as Widget, tr("What comes of it")), (findings as Widget, tr("Findings")),
            (unread as Widget, tr("Lines not understood")), (source as Widget, tr("Text of the document")),
        ] {
            table.accessible(label: name)
        }
        book.append(
            Box(.vertical, spacing: 6) {
                ScrolledWindow(changes).expand()
                unchanged
            }, title: tr("What comes of it"))
        book.append(ScrolledWindow(findings).expand(), title: tr("Repairs and assumptions"))
        book.append(
            Box(.vertical, spacing: 6) {
                ScrolledWindow(unread).expand()
                WrapBox {
                    nameTexts
                    Label(tr("Say what the selected lines are, or parts of them.")).css("dim-label")
                }.align(.start)
            }, title: tr("Lines not understood"))
        book.append(ScrolledWindow(source).expand(), title: tr("Text of the document"))
    }

    private func build() {
        summary.alignText(.start).wrapped()
        tablesScroller.child(tables.widget)
        named.append(
            Label(
                tr(
                    "Above each column, what it holds. What you change shows below at once, and is kept for the next files with these heads."
                )
            ).alignText(.start).wrapped().css("dim-label"))
        named.append(tablesScroller.expand())
        halves.start(named)
        halves.end(book.expand())
        let choices = WrapBox {
            parts
            overwrite
        }
        for part in [summary, choices.align(.start), halves.expand()] { root.append(part) }
        root.margin(top: 0, start: 12, bottom: 6, end: 12).expand()
        nameTexts.isSensitive = false
    }

    private func connect() {
        overwrite.onToggle { [weak self] in
            guard let self, !isShowing else { return }
            choice.overwritesAll = overwrite.isOn
            choice.overwritten = []
            chosen(choice)
        }
        unchanged.onToggle { [weak self] in self?.showRows() }
        rowTexts.words = { [weak self] in self?.shown?.documentWords(of: $0) ?? "" }
        rowTexts.taken = { [weak self] row, isTaken in
            guard let self, var draft = shown else { return }
            draft.take(row, isTaken)
            chosen(draft.choice)
        }
        nameTexts.onClick { [weak self] in self?.openNaming() }
        unread.onSelect { [weak self] rows in self?.nameTexts.isSensitive = !rows.isEmpty }
        unread.onActivate { [weak self] _ in self?.openNaming() }
        changes.onActivate { [weak self] in self?.showSource(of: $0) }
    }

    /// Shows the line of the document that a row was read from, where that is known.
    func showSource(of row: ImportRow) {
        guard let line = shown?.line(of: row), source.rows.contains(where: { $0.id == line }) else { return }
        book.page = 3
        source.select([line])
        source.focus(line, column: "text")
    }

    /// Opens the window in which the chosen lines are named.
    @discardableResult
    func openNaming() -> TextNamingWindow? {
        let rows = unread.chosenRows
        guard !rows.isEmpty, let shown else { return nil }
        let naming = TextNaming(rows.map { ($0.id, $0.text) })
        let window = TextNamingWindow(naming, year: shown.year, over: root.window) { [weak self] texts in
            self?.decided(.nameTexts(texts))
        }
        window.present()
        return window
    }

    /// Called when the person changes what is taken.
    func onChoice(_ body: @escaping @MainActor (ImportChoice) -> Void) {
        chosen = body
    }

    /// Called when the person wants a table read in another way.
    func onName(_ body: @escaping @MainActor (TableChoice) -> Void) {
        decided = body
        tables.onChoice(body)
    }

    /// Shows a document's review.
    func show(_ draft: ImportDraft) {
        isShowing = true
        defer { isShowing = false }
        let isOther = shown?.id != draft.id || shown?.tables.count != draft.tables.count
        shown = draft
        choice = draft.choice
        let counts = [draft.summary, draft.lineWords].filter { !$0.isEmpty }.joined(separator: " · ")
        summary.text = [draft.warning, counts].compactMap(\.self).joined(separator: "\n")
        overwrite.isVisible = !draft.review.conflicts.isEmpty
        parts.removeAll()
        for part in draft.parts {
            let box = CheckButton(part.title)
            box.isOn = choice.parts.contains(part)
            box.onToggle { [weak self] in
                guard let self else { return }
                if box.isOn { choice.parts.insert(part) } else { choice.parts.remove(part) }
                chosen(choice)
            }
            parts.append(box)
        }
        tables.show(draft)
        named.isVisible = !draft.tables.isEmpty || draft.leftOutCount > 0 || !draft.namedTexts.isEmpty
        // What comes of small tables has the room that they leave; the person moves the divider.
        if isOther { halves.position = min(270, tables.widget.naturalHeight + 54) }
        showRows()
        unread.rows = draft.proposal.unread.map { UnreadRow(id: $0.line, text: $0.text) }
        nameTexts.isSensitive = !unread.selectedRows.isEmpty
        source.rows = draft.sourceRows
        findings.rows = draft.proposal.findings.enumerated().map { ImportFindingRow($1, number: $0) }
    }

    /// Shows what the person takes of the document now, without its parts and tables.
    func showChoice(_ draft: ImportDraft) {
        isShowing = true
        defer { isShowing = false }
        shown = draft
        choice = draft.choice
        showRows()
    }

    private func showRows() {
        guard let shown else { return }
        overwrite.isOn = choice.overwritesAll
        changes.rows = shown.rows(all: unchanged.isOn)
    }
}

/// What the table of a review asks the review for, which is made after it.
private final class RowTexts {
    var words: @MainActor (ImportRow) -> String = { _ in "" }
    var taken: @MainActor (ImportRow, Bool) -> Void = { _, _ in }
}

/// A line that no field took.
struct UnreadRow: Identifiable, Equatable {
    let id: Int
    var text: String
}

/// Something that the reader repaired or assumed.
struct ImportFindingRow: Identifiable, Equatable {
    let id: Int
    var line: String
    var title: String
    var sentence: String

    /// The row of a finding.
    init(_ finding: Finding, number: Int) {
        id = number
        line = finding.place.line.map(String.init) ?? ""
        title = finding.code.title
        sentence = finding.sentence
    }
}
