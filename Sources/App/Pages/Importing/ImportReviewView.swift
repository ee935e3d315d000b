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
    private let changes: ColumnView<ImportChange>
    /// The lines that no field took.
    let unread: ColumnView<UnreadRow>
    private let nameTexts = Button(tr("_Name…"))
    private var shown: ImportDraft?
    private var decided: @MainActor (TableChoice) -> Void = { _ in }
    private let findings: ColumnView<ImportFindingRow>
    private let book = Notebook()
    private let tables = TableNamingView()
    private let tablesScroller = ScrolledWindow()
    private let named = Box(.vertical, spacing: 6)
    private var choice = ImportChoice.all
    private var chosen: @MainActor (ImportChoice) -> Void = { _ in }
    private var isShowing = false

    /// A review of nothing yet.
    init() {
        changes = ColumnView([
            Column<ImportChange>(tr("Change"), id: "kind") { $0.kind.title }.width(90)
                .classes { $0.kind == .conflict ? ["warned"] : [] }.sorted { $0.kind.rawValue },
            Column<ImportChange>(trc("where", "Place"), id: "path") { change in
                change.path.map { $0.isEmpty ? tr("Without a title") : $0 }.joined(separator: " › ")
            }
            .expanding()
            .lines(2).tooltip { $0.path.joined(separator: "\n") },
            Column<ImportChange>(tr("Field"), id: "field", text: \.fieldTitle).width(120),
            Column<ImportChange>(tr("In the archive"), id: "before", text: \.before).width(160).lines(2),
            Column<ImportChange>(tr("In the document"), id: "after", text: \.after).width(200).lines(2),
        ])
        unread = ColumnView(
            [
                Column<UnreadRow>(trc("file", "Line"), id: "line") { "\($0.id)" }.figures().width(70),
                Column<UnreadRow>(tr("Text"), id: "text") { $0.text }.expanding().lines(3).tooltip {
                    $0.text
                },
            ], selection: .multiple)
        findings = ColumnView([
            Column<ImportFindingRow>(trc("file", "Line"), id: "line") { $0.line }.figures().width(70),
            Column<ImportFindingRow>(tr("Finding"), id: "title") { $0.title }.width(280).lines(2),
            Column<ImportFindingRow>(tr("What"), id: "sentence") { $0.sentence }.expanding().lines(2)
                .tooltip { $0.sentence },
        ])
        summary.alignText(.start).wrapped()
        for (table, name) in [
            (changes as Widget, tr("Changes")), (findings as Widget, tr("Findings")),
            (unread as Widget, tr("Lines not understood")),
        ] {
            table.accessible(label: name)
        }
        book.append(ScrolledWindow(changes).expand(), title: tr("Changes"))
        book.append(ScrolledWindow(findings).expand(), title: tr("Repairs and assumptions"))
        book.append(
            Box(.vertical, spacing: 6) {
                ScrolledWindow(unread).expand()
                WrapBox {
                    nameTexts
                    Label(tr("Say what the selected lines are, or parts of them.")).css("dim-label")
                }.align(.start)
            }, title: tr("Lines not understood"))
        tablesScroller.child(tables.widget)
        named.append(
            Label(
                tr(
                    "Above each column, what it holds. What you change shows below at once, and is kept for the next files with these heads."
                )
            ).alignText(.start).wrapped().css("dim-label"))
        named.append(tablesScroller.expand())
        let halves = Paned(.vertical, start: named, end: book.expand())
        halves.position = 270
        for part in [summary, parts, overwrite, halves.expand()] { root.append(part) }
        root.margin(top: 0, start: 12, bottom: 6, end: 12).expand()
        overwrite.onToggle { [weak self] in self?.changed() }
        nameTexts.isSensitive = false
        nameTexts.onClick { [weak self] in self?.openNaming() }
        unread.onSelect { [weak self] rows in self?.nameTexts.isSensitive = !rows.isEmpty }
        unread.onActivate { [weak self] _ in self?.openNaming() }
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
        shown = draft
        choice = draft.choice
        summary.text = [draft.warning, draft.summary, draft.lineWords].compactMap(\.self).joined(
            separator: "\n")
        overwrite.isOn = choice.overwritesAll
        overwrite.isVisible = !draft.review.conflicts.isEmpty
        parts.removeAll()
        for part in draft.parts {
            let box = CheckButton(part.title)
            box.isOn = choice.parts.contains(part)
            box.onToggle { [weak self] in
                guard let self else { return }
                if box.isOn { choice.parts.insert(part) } else { choice.parts.remove(part) }
                changed()
            }
            parts.append(box)
        }
        tables.show(draft)
        named.isVisible = !draft.tables.isEmpty || draft.leftOutCount > 0 || !draft.namedTexts.isEmpty
        changes.rows = draft.review.changes
        unread.rows = draft.proposal.unread.map { UnreadRow(id: $0.line, text: $0.text) }
        nameTexts.isSensitive = !unread.selectedRows.isEmpty
        findings.rows = draft.proposal.findings.enumerated().map { ImportFindingRow($1, number: $0) }
    }

    private func changed() {
        guard !isShowing else { return }
        choice.overwritesAll = overwrite.isOn
        chosen(choice)
    }
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
