import Foundation
import Gtk
import Localization
import Model
import ViewModels

/// The changes made to an objective in the course of the year, each with its reason.
final class ReprogrammingTable {
    var widget: Widget { parts.widget }
    /// The table and its buttons.
    let parts: PartTable<Reprogramming>
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
            .init(table: tr("Reprogramming"), add: tr("New reprogramming"), remove: tr("Remove"), lines: 2),
            columns: ReprogrammingTable.columns(session, owner), session: session, presenter: presenter,
            edits: .init(
                name: \.change, adding: session.addingReprogramming,
                removing: { part, objective in .plan(.removeReprogramming(objective: objective, part.id)) },
                now: { part in
                    owner.objective.flatMap { session.content.objective($0) }?.reprogrammings
                        .first { $0.id == part.id }
                }, column: "change"))
    }

    /// Shows those of an objective.
    func show(_ objective: Objective) {
        owner.objective = objective.id
        parts.show(objective.reprogrammings, of: objective.id)
    }

    private static func columns(_ session: ArchiveSession, _ owner: Owner) -> [Column<Reprogramming>] {
        let edited = {
            (
                column: Column<Reprogramming>,
                set: @escaping @MainActor (inout Reprogramming, String) throws(EditRefusal) -> Void
            ) in
            column.editable(when: { _ in !session.isYearReadOnly }) { part, text in
                guard let objective = owner.objective else { return .accepted }
                return session.outcome { () throws(EditRefusal) in
                    var changed = part
                    try set(&changed, text)
                    return .plan(.reprogramming(objective: objective, changed))
                }
            }
        }
        return [
            edited(
                Column<Reprogramming>(tr("Date"), id: "date") { $0.date?.italian ?? "" }.figures().width(104)
            ) { part, text throws(EditRefusal) in part.date = try TypedDate.read(text) },
            edited(
                Column<Reprogramming>(tr("Change"), id: "change", text: \.change).width(140).expanding()
                    .lines(2)
                    .tooltip { $0.change }
            ) { part, text throws(EditRefusal) in part.change = try text.required() },
            edited(
                Column<Reprogramming>(tr("Reason"), id: "reason", text: \.reason).width(140).expanding()
                    .lines(2)
                    .tooltip { $0.reason }
            ) { part, text throws(EditRefusal) in part.reason = text },
        ]
    }
}
