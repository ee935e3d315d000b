import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The map of a service as a form, with the trend of the chosen series beside it.
final class ServiceForm {
    var widget: Widget { scroller }
    private let scroller = ScrolledWindow(horizontal: .never)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let outputs: SeriesTableView
    private let users: SeriesTableView
    private let trend: TrendPanel
    private let parts: ServiceParts
    private let remarks = TextView()
    private let entries: [(field: ServiceField, entry: Entry, row: FieldRow)]
    private var shown: UUID?
    private var chosen: UUID?

    /// The form of no service yet.
    init(session: ArchiveSession, presenter: Presenter, files: FileDialogs) {
        self.session = session
        self.presenter = presenter
        outputs = SeriesTableView(
            tr("Outputs of the service"), session: session, presenter: presenter, wrap: ServicePart.output)
        users = SeriesTableView(tr("Users"), session: session, presenter: presenter, wrap: ServicePart.users)
        parts = ServiceParts(session: session, presenter: presenter)
        trend = TrendPanel(files: files, presenter: presenter)
        entries = [ServiceField.name, .head, .sector].map { field in
            let entry = Entry()
            return (field, entry, FieldRow(field.title, entry))
        }
        remarks.css("field-text")
        let duties = Box(.horizontal, spacing: 12) { entries.dropFirst().map(\.row.widget) }
        duties.isHomogeneous = true
        let general = Box(.vertical, spacing: 12) {
            entries.prefix(1).map(\.row.widget)
            duties
        }
        let page = Box(.vertical, spacing: 18) {
            general
            trend.widget
            outputs.widget
            users.widget
            parts.widget
            FieldRow(ServiceField.remarks.title, remarks).widget
        }
        scroller.child(page.margin(18))
        scroller.expand()
        for (field, entry, _) in entries {
            entry.onCommit { [weak self] text in self?.commit(field, text) }
        }
        remarks.onCommit { [weak self] text in self?.commit(.remarks, text) }
        outputs.onChoose { [weak self] id in self?.choose(id) }
        users.onChoose { [weak self] id in self?.choose(id) }
    }

    /// Shows the map `id`.
    func show(_ id: UUID?) {
        guard let id, let map = session.content.service(id) else { return }
        let findings = session.findings
        if shown != id { PendingInput.takeAll() }
        if shown != id { chosen = map.series.first { !$0.isHeading }?.id }
        shown = id
        let known = Completions(session.content)
        for (field, entry, row) in entries {
            if field == .head { entry.complete(known.heads) }
            if field == .sector { entry.complete(known.sectors) }
            entry.show(map.text(of: field))
            entry.isEditable = !session.isReadOnly
            let problem = findings.first { $0.place.entity == id && $0.place.field == field.rawValue }
            row.show(problem: problem.map { $0.words })
        }
        outputs.show(map.outputs, of: id, findings: findings)
        users.show(map.users, of: id, findings: findings)
        parts.show(map)
        if remarks.text != map.remarks { remarks.text = map.remarks }
        remarks.isEditable = !session.isReadOnly
        showTrend(map)
    }

    /// Gives the focus to the name, to be typed over.
    func editName() {
        entries.first?.entry.grabFocus()
        entries.first?.entry.selectAll()
    }

    /// Gives the focus to a cell of a series, or to a field of the map.
    func focus(series: UUID?, field: String?) {
        if let series {
            choose(series)
            if outputs.focus(series, field: field) || users.focus(series, field: field) { return }
        }
        let row = entries.first { $0.field.rawValue == field } ?? entries.first
        row?.entry.grabFocus()
    }

    private func choose(_ id: UUID?) {
        guard let id, let shown, let map = session.content.service(shown) else { return }
        chosen = id
        showTrend(map)
    }

    private func showTrend(_ map: ServiceMap) {
        let series = map.series.first { $0.id == chosen }
        trend.show(series, of: map, findings: session.findings)
    }

    private func commit(_ field: ServiceField, _ text: String) {
        guard let shown else { return }
        presenter.perform(.service(shown, field, text: text), on: session) {
            entries.first { $0.field == field }?.entry.text =
                session.content.service(shown)?.text(of: field) ?? ""
        }
    }
}
