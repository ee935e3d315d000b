import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// The form of a sector: its name and duties, who heads it and when, and its services.
final class SectorForm {
    var widget: Widget { scroller }
    private let scroller = ScrolledWindow(horizontal: .never)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let name = Entry()
    private let code = Entry()
    private let duties = TextView()
    private let nameRow: FieldRow
    private let tenures: PartTable<TenureRow>
    private let tenureProblem = Label()
    private let units: PartTable<ServiceUnit>
    private var shown: UUID?

    /// The form of no sector yet.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        nameRow = FieldRow(tr("Sector"), name)
        tenures = SectorForm.tenureTable(session, presenter)
        units = SectorForm.unitTable(session, presenter)
        duties.css("field-text")
        duties.minimum(height: 60)
        code.widthInCharacters = 8
        tenureProblem.alignText(.start).wrapped().css("field-problem")
        let heading = Box(.horizontal, spacing: 12) {
            nameRow.widget.expand(vertically: false)
            FieldRow(tr("Code"), code).narrow().widget
        }
        scroller.child(
            Box(.vertical, spacing: 18) {
                heading
                Box(.vertical, spacing: 6) {
                    Label.heading(tr("Heads and their periods")).css("section-title")
                    tenureProblem
                    tenures.widget
                }
                Box(.vertical, spacing: 6) {
                    Label.heading(tr("Services of the sector")).css("section-title")
                    units.widget
                }
                FieldRow(tr("Duties"), duties).widget
            }.margin(18))
        scroller.expand()
        name.onCommit { [weak self] text in self?.commit { $0.name = text } }
        code.onCommit { [weak self] text in self?.commit { $0.code = text } }
        duties.onCommit { [weak self] text in self?.commit { $0.duties = text } }
    }

    /// Shows the sector `id`.
    func show(_ id: UUID?) {
        let municipality = session.content.municipality
        guard let sector = municipality.sectors.first(where: { $0.id == id }) else { return }
        if shown != id { PendingInput.takeAll() }
        shown = sector.id
        name.show(sector.name)
        code.show(sector.code)
        if duties.text != sector.duties { duties.text = sector.duties }
        for entry in [name, code] { entry.isEditable = !session.isReadOnly }
        duties.isEditable = !session.isReadOnly
        tenures.show(sector.tenures.map { TenureRow($0, of: sector.id) }, of: sector.id)
        units.show(municipality.units.filter { $0.sectorID == sector.id }, of: sector.id)
        let own = session.findings.filter { $0.place.entity == sector.id }
        let gaps = own.filter { $0.place.field == "tenures" }.map(\.words)
        tenureProblem.text = gaps.joined(separator: "\n")
        tenureProblem.isVisible = !gaps.isEmpty
        nameRow.show(problem: own.first { $0.place.field == "name" }?.words)
    }

    /// Gives the focus to the name, to be typed over.
    func editName() {
        name.grabFocus()
        name.selectAll()
    }

    /// Gives the focus to a field by its name in the archive.
    func focus(_ field: String?) {
        guard field == "tenures", let first = tenures.table.rows.last else {
            name.grabFocus()
            return
        }
        _ = tenures.focus(first.id, column: TenureRow.Field.to.rawValue)
    }

    private func commit(_ change: (inout Sector) -> Void) {
        guard var sector = session.content.municipality.sectors.first(where: { $0.id == shown }) else {
            return
        }
        let former = sector
        change(&sector)
        let mentions = SectorMentions(of: former.name, in: session.content)
        let isDone = presenter.perform(.organisation(.sector(sector)), on: session) {
            name.text = former.name
        }
        guard isDone, sector.name != former.name, let words = mentions.renamedWords else { return }
        presenter.tell(words)
    }

    private static func tenureTable(_ session: ArchiveSession, _ presenter: Presenter) -> PartTable<TenureRow>
    {
        let column = { (title: String, field: TenureRow.Field) in
            Column<TenureRow>(title, id: field.rawValue) { $0.text(of: field) }
                .editable(when: { _ in !session.isReadOnly }) { row, text in
                    session.outcome { () throws(EditRefusal) in try row.setting(field, to: text) }
                }
        }
        return PartTable(
            .init(
                table: tr("Heads and their periods"), add: tr("New head"), remove: tr("Remove head"), lines: 2
            ),
            columns: [
                column(trc("person", "Head"), .head).expanding().lines(2).completing { _ in
                    Completions(session.content).heads
                },
                column(trc("tenure", "Role"), .role).width(110).completing { _ in TenureRow.roles },
                column(trc("tenure", "From"), .from).figures().width(104),
                column(trc("tenure", "To"), .to).figures().width(104),
            ], session: session, presenter: presenter,
            edits: .init(
                name: { $0.tenure.head }, adding: session.addingTenure,
                removing: { row, sector in .organisation(.removeTenure(sector: sector, row.id)) },
                now: { row in
                    session.content.municipality.sectors.first { $0.id == row.sector }?.tenures
                        .first { $0.id == row.id }.map { TenureRow($0, of: row.sector) }
                }, column: TenureRow.Field.head.rawValue), isLocked: { session.isReadOnly })
    }

    private static func unitTable(_ session: ArchiveSession, _ presenter: Presenter) -> PartTable<ServiceUnit>
    {
        let name = Column<ServiceUnit>(tr("Service"), id: "name", text: \.name).expanding()
            .editable(when: { _ in !session.isReadOnly }) { unit, text in
                var changed = unit
                changed.name = text
                return session.outcome(of: .organisation(.unit(changed)))
            }
        return PartTable(
            .init(table: tr("Services of the sector"), add: tr("New service"), remove: tr("Remove service")),
            columns: [name], session: session, presenter: presenter,
            edits: .init(
                name: \.name, adding: session.addingUnit,
                removing: { unit, _ in .organisation(.removeUnit(unit.id)) },
                now: { unit in session.content.municipality.units.first { $0.id == unit.id } }),
            isLocked: { session.isReadOnly })
    }
}
