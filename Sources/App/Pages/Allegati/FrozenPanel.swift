import Foundation
import Gtk
import Localization
import Reporting
import ViewModels

/// What was frozen of the year: the list, a copy of each PDF, what was changed since; and the note that the document on
/// show is no longer as it was frozen.
final class FrozenPanel {
    /// The list with its buttons; where nothing was frozen only the button that freezes.
    let widget = Box(.vertical, spacing: 6)
    /// The note for above the pages.
    var note: Widget { banner.root }
    /// What the note says; nil where it says nothing.
    var noteWords: String? { banner.message }
    /// What is listed.
    var rows: [FrozenRow] { table.rows }
    /// Freezes the pages on show.
    let freeze = Button(tr("_Freeze as published…"))
    private let banner = Banner()
    private let scroller: ScrolledWindow
    private let table: ColumnView<FrozenRow>
    private let problem = Label()
    private let copy = Button(tr("_Save a copy…"))
    private let later = Button(tr("Later _changes…"))
    private let session: ArchiveSession
    private let presenter: Presenter
    private let files: FileDialogs
    private var request = 0

    /// A panel for `session`.
    init(session: ArchiveSession, presenter: Presenter, files: FileDialogs) {
        self.session = session
        self.presenter = presenter
        self.files = files
        table = ColumnView(FrozenPanel.columns)
        table.accessible(label: tr("Frozen as published"))
        problem.alignText(.start).wrapped().css("field-problem")
        scroller = ScrolledWindow(table)
        scroller.hasFrame = true
        scroller.minimumHeight = 74
        scroller.maximumHeight = 120
        scroller.fitsChild = true
        let buttons = WrapBox {
            Label.heading(tr("Frozen as published")).css("section-title").expand(vertically: false)
            later
            copy
            freeze
        }
        for part in [buttons, scroller, problem] as [Widget] { widget.append(part) }
        widget.margin(top: 6, start: 12, bottom: 6, end: 12)
        for part in [scroller, problem, copy, later] as [Widget] { part.isVisible = false }
        copy.onClick { [weak self] in self?.saveCopy() }
        later.onClick { [weak self] in self?.showChanges(of: self?.table.selectedRow) }
        table.onActivate { [weak self] row in self?.showChanges(of: row) }
        table.onSelect { [weak self] _ in self?.allow() }
    }

    /// Lists what was frozen of the year on show, and tells whether the last one of `kind` has changed since.
    func show(_ kind: PrintKind?) {
        request += 1
        guard let published = session.published else { return }
        let (number, year) = (request, session.year)
        Task { @MainActor [weak self] in
            let (list, last, changes) = await Task.detached {
                let list = published.list(of: year)
                let last = list.rows.first { $0.kind == kind && kind != nil }
                return (list, last, last.map(published.changes(since:)))
            }.value
            guard let self, number == request else { return }
            show(list.rows, problems: list.problems)
            show(last, changes)
        }
    }

    /// Writes the PDF of the chosen one elsewhere, byte by byte as it was.
    func saveCopy() {
        guard let row = table.selectedRow, let published = session.published else { return }
        let kinds = [FileRequest.Filter("PDF", ["*.pdf"])]
        files.placeToSave(tr("Save a copy"), name: row.fileName, kinds: kinds) { [presenter] url in
            do {
                try FileOutput.write(try published.pdf(of: row).get(), to: url)
                presenter.tell(tr("Saved: {file}", ["file": url.path]))
            } catch {
                presenter.stop(
                    tr("The PDF was not saved"),
                    meaning: FileOutput.words(of: error, file: url.lastPathComponent))
            }
        }
    }

    private func show(_ rows: [FrozenRow], problems: [String]) {
        for part in [scroller, copy, later] as [Widget] { part.isVisible = !rows.isEmpty }
        problem.text = problems.joined(separator: "\n")
        problem.isVisible = !problems.isEmpty
        table.rows = rows
        if table.selectedRow == nil, let first = rows.first { table.select([first.id], scroll: false) }
        allow()
    }

    private func show(_ row: FrozenRow?, _ changes: Result<[ChangeRow], Archives.Problem>?) {
        switch changes {
        case .success(let list)? where !list.isEmpty:
            let words = trn(
                "Changed since it was frozen: {count} change ({act}).",
                "Changed since it was frozen: {count} changes ({act}).", list.count,
                ["act": row?.act ?? ""])
            banner.show(.info, words, button: tr("Later _changes…")) { [weak self] in
                self?.showChanges(of: row)
            }
        case .failure(let problem)?:
            banner.show(
                .warning, tr("What was frozen cannot be compared: {reason}", ["reason": problem.words]))
        default: banner.hide()
        }
    }

    private func allow() {
        let isChosen = table.selectedRow != nil
        copy.isSensitive = isChosen
        later.isSensitive = isChosen
    }

    private func showChanges(of row: FrozenRow?) {
        guard let row, let published = session.published else { return }
        Task { @MainActor [weak self] in
            let changes = await Task.detached { published.changes(since: row) }.value
            guard let self else { return }
            switch changes {
            case .success(let list): ChangesDialog(list, since: row, over: widget.window).present()
            case .failure(let problem):
                presenter.stop(tr("What was frozen cannot be compared"), meaning: problem.words)
            }
        }
    }

    private static var columns: [Column<FrozenRow>] {
        [
            Column<FrozenRow>(tr("Document"), id: "title", text: \.title).width(200).expanding().lines(2)
                .tooltip { $0.title },
            Column<FrozenRow>(tr("Act"), id: "act", text: \.act).width(200).lines(2).tooltip { $0.act },
            Column<FrozenRow>(tr("Frozen"), id: "when", text: \.when).width(150).lines(2).tooltip { $0.when },
            Column<FrozenRow>("SHA-256", id: "digest", text: \.shortDigest).width(130)
                .tooltip { $0.digest }.spoken { $0.digest },
        ]
    }
}
