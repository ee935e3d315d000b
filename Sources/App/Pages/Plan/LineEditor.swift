import Foundation
import Gtk
import Localization
import ViewModels

/// The form of a strategic line or strategic objective.
final class LineEditor {
    var widget: Widget { scroller }
    private let scroller = ScrolledWindow(horizontal: .never)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let kind = Label().css("dim-label")
    private let summary = Label().css("dim-label", "numeric")
    private let score = Label().css("score")
    private let barometer = Label()
    private let code = Entry()
    private let title = Entry()
    private let definition = TextView()
    private let delegates = Entry()
    private let printed = Entry()
    private let rows: [String: FieldRow]
    private var form: LineForm?

    /// The form of nothing yet.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        rows = [
            "code": FieldRow(LineField.code.title, code), "title": FieldRow(LineField.title.title, title),
            "definition": FieldRow(LineField.definition.title, definition),
            "delegates": FieldRow(tr("Who of the Giunta answers for it"), delegates),
            "printedAchievement": FieldRow(tr("% reached as the document prints it"), printed),
        ]
        definition.css("field-text")
        definition.minimum(height: 90)
        code.widthInCharacters = 8
        kind.alignText(.start).wrapped()
        summary.alignText(.start)
        build()
        connect()
    }

    /// Shows the line or strategic objective `id`; false where it is neither.
    func show(_ id: UUID?) -> Bool {
        guard let id, let form = LineForm(id, on: session) else { return false }
        if self.form?.id != id { PendingInput.takeAll() }
        self.form = form
        kind.text = form.isLine ? tr("Strategic line") : tr("Strategic objective") + " · " + form.place
        summary.text = form.summary
        score.text = form.achievement.isEmpty ? tr("Not scored yet") : form.achievement
        if !form.partial.isEmpty { score.text += ", " + form.partial }
        barometer.text = BarometerStyle.text(form.barometer)
        barometer.cssClasses = BarometerStyle.classes(form.barometer)
        code.show(form.texts[.code] ?? "")
        title.show(form.texts[.title] ?? "")
        delegates.show(form.delegates)
        printed.show(form.printedAchievement)
        let text = form.texts[.definition] ?? ""
        if definition.text != text { definition.text = text }
        for entry in [code, title, delegates, printed] { entry.isEditable = !session.isYearReadOnly }
        definition.isEditable = !session.isYearReadOnly
        for name in ["delegates", "printedAchievement"] { rows[name]?.widget.isVisible = form.isLine }
        for (name, row) in rows { row.show(problem: form.problems[name]) }
        return true
    }

    /// Gives the focus to a field by its name in the archive; to the title where it names none.
    func focus(_ field: String?) {
        (rows[field ?? ""] ?? rows["title"])?.field.grabFocus()
    }

    /// Gives the focus to the title, to be typed over.
    func editTitle() {
        title.grabFocus()
        title.selectAll()
    }

    private func build() {
        let head = Box(.horizontal, spacing: 12) {
            kind.expand(vertically: false)
            score
            barometer
        }
        let names = Box(.horizontal, spacing: 12)
        rows["code"].map { names.append($0.narrow().widget) }
        rows["title"].map { names.append($0.widget.expand(vertically: false)) }
        let page = Box(.vertical, spacing: 18) {
            head
            names
            summary
        }
        for name in ["definition", "delegates", "printedAchievement"] {
            rows[name].map { page.append($0.widget) }
        }
        scroller.child(page.margin(18))
        scroller.expand()
    }

    private func connect() {
        for (field, entry) in [(LineField.code, code), (.title, title)] {
            entry.onCommit { [weak self] text in
                self?.commit({ $0.setting(field, to: text) }, refused: { entry.text = $0.texts[field] ?? "" })
            }
        }
        definition.onCommit { [weak self] text in self?.commit { $0.setting(.definition, to: text) } }
        delegates.onCommit { [weak self] text in self?.commit { .plan(.delegates(line: $0.id, text: text)) } }
        printed.onCommit { [weak self] text in
            self?.commit { .plan(.printedAchievement(line: $0.id, text: text)) }
        }
    }

    private func commit(_ edit: (LineForm) -> Edit, refused: (LineForm) -> Void = { _ in }) {
        guard let form else { return }
        presenter.perform(edit(form), on: session) { refused(form) }
    }
}
