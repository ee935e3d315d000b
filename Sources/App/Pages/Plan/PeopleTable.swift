import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// The people who take part in an objective, edited in place.
final class PeopleTable {
    var widget: Widget { parts.widget }
    /// The table and its buttons.
    let parts: PartTable<Participant>
    private let owner: Owner

    /// The objective on show, known to the columns.
    private final class Owner {
        var objective: UUID?
    }

    /// An empty table.
    init(session: ArchiveSession, presenter: Presenter) {
        let owner = Owner()
        self.owner = owner
        parts = PartTable(
            PartTable.Words(
                table: tr("People who take part"), add: tr("New participant"),
                remove: tr("Remove participant")),
            columns: PeopleTable.columns(session, owner), session: session, presenter: presenter,
            edits: .init(
                name: \.name, adding: session.addingParticipant,
                now: { person in
                    owner.objective.flatMap { session.content.objective($0) }?.participants
                        .first { $0.id == person.id }
                }))
    }

    /// Shows the people of an objective.
    func show(_ objective: Objective) {
        owner.objective = objective.id
        parts.show(objective.participants, of: objective.id)
    }

    private static func columns(_ session: ArchiveSession, _ owner: Owner) -> [Column<Participant>] {
        let edited = {
            (column: Column<Participant>, set: @escaping @MainActor (inout Participant, String) -> Void) in
            column.editable(when: { _ in !session.isYearReadOnly }) { person, text in
                guard let objective = owner.objective else { return .accepted }
                var changed = person
                set(&changed, text)
                return session.outcome(of: .participant(objective: objective, changed))
            }
        }
        return [
            edited(
                Column(tr("Name"), id: "name", text: \.name).width(150).expanding().sorted(by: \.name),
                { $0.name = $1 }),
            edited(Column(tr("Grade"), id: "grade", text: \.grade).width(100), { $0.grade = $1 }),
            edited(
                Column(tr("Share"), id: "share") { $0.share?.raw ?? "" }.figures().width(90),
                { $0.share = $1.isEmpty ? nil : ReportedValue(reading: $1) }),
        ]
    }
}
