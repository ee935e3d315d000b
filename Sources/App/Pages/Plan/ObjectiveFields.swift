import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The typed fields of an objective.
final class ObjectiveFields {
    /// Title, sector, head and the other short fields.
    let general = Box(.vertical, spacing: 12)
    /// The long texts.
    let texts = Box(.vertical, spacing: 12)
    private var rows: [ObjectiveField: FieldRow] = [:]
    private var entries: [ObjectiveField: Entry] = [:]
    private var views: [ObjectiveField: TextView] = [:]
    /// What is chosen rather than written.
    let extras: ObjectiveExtras
    private var shown: UUID?
    private let session: ArchiveSession

    private static let short: [[ObjectiveField]] = [
        [.title], [.sector, .head], [.code, .due, .dupReferences],
    ]
    private static let long: [ObjectiveField] = [.definition, .criticalFactors, .resources, .note]

    /// The fields of no objective yet.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        extras = ObjectiveExtras(session: session, presenter: presenter)
        for field in ObjectiveFields.short.flatMap({ $0 }) {
            let entry = Entry()
            entries[field] = entry
            rows[field] = FieldRow(field.title, entry)
        }
        for field in ObjectiveFields.long {
            let view = TextView()
            view.padding = 6
            view.css("field-text")
            views[field] = view
            rows[field] = FieldRow(field.title, view)
        }
        for line in ObjectiveFields.short {
            let box = Box(.horizontal, spacing: 12)
            for field in line { rows[field].map { box.append($0.widget) } }
            box.isHomogeneous = true
            general.append(box)
        }
        general.append(extras.tags.widget)
        for field in ObjectiveFields.long { rows[field].map { texts.append($0.widget) } }
        for (field, entry) in entries {
            entry.onCommit { [weak self] text in self?.commit(field, text, session, presenter) }
        }
        for (field, view) in views {
            view.onCommit { [weak self] text in self?.commit(field, text, session, presenter) }
        }
    }

    /// Shows the fields of `form`.
    func show(_ form: ObjectiveForm) {
        if shown != form.objective.id { PendingInput.takeAll() }
        shown = form.objective.id
        let known = Completions(session.content)
        entries[.sector]?.complete(known.sectors)
        entries[.head]?.complete(known.heads)
        for (_, entry) in entries { entry.isEditable = !session.isYearReadOnly }
        for (_, view) in views { view.isEditable = !session.isYearReadOnly }
        for (field, entry) in entries {
            entry.show(form.objective.text(of: field))
        }
        for (field, view) in views {
            let text = form.objective.text(of: field)
            if view.text != text { view.text = text }
        }
        for (field, row) in rows { row.show(problem: form.problems[field.rawValue]) }
        extras.show(form)
    }

    /// Gives the focus to a field by its name in the archive; to the title where it names none.
    func focus(_ name: String?) {
        if extras.focus(name) { return }
        let field = name.flatMap(ObjectiveField.init) ?? .title
        rows[field]?.field.grabFocus()
    }

    /// Gives the focus to the title, to be typed over.
    func editTitle() {
        entries[.title]?.grabFocus()
        entries[.title]?.selectAll()
    }

    private func commit(
        _ field: ObjectiveField, _ text: String, _ session: ArchiveSession, _ presenter: Presenter
    ) {
        guard let shown else { return }
        presenter.perform(.objective(shown, field, text: text), on: session) {
            let former = session.content.objective(shown)?.text(of: field) ?? ""
            entries[field]?.text = former
            views[field]?.text = former
        }
    }
}
