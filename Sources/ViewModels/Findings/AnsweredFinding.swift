import Foundation
import Localization
import Model
import Reporting

/// A finding that somebody answered: what was found, why it is right, who says so and when.
public struct AnsweredFinding: Hashable, Sendable, Identifiable {
    /// The answer.
    public let id: UUID
    /// The kind of the finding.
    public var kind: String
    /// What it is about.
    public var place: String
    /// What was written and expected.
    public var figures: String
    /// Why it is right as it is.
    public var reason: String
    /// Who answered, and when.
    public var who: String
    /// Where it leads; nil where no screen shows the place.
    public var destination: Destination?
    /// The edit that opens the finding again.
    public var reopening: Edit { .reopen(id) }

    /// The answers in `content`, the latest first.
    public static func all(in content: ArchiveContent) -> [AnsweredFinding] {
        content.dismissals.enumerated().sorted { ($1.element.date, $1.offset) < ($0.element.date, $0.offset) }
            .map { AnsweredFinding($0.element, in: content) }
    }

    private init(_ dismissal: Dismissal, in content: ArchiveContent) {
        id = dismissal.id
        kind = dismissal.code.title
        place = dismissal.entity.flatMap { content.name(of: $0) } ?? ""
        let written =
            dismissal.written.isEmpty ? "" : tr("Written: {written}", ["written": "«\(dismissal.written)»"])
        let expected =
            dismissal.expected.isEmpty
            ? "" : tr("Expected: {expected}", ["expected": "«\(dismissal.expected)»"])
        figures = [written, expected].filter { !$0.isEmpty }.joined(separator: ", ")
        reason = dismissal.reason
        let date = dismissal.date
        who = tr(
            "{author}, {date}",
            [
                "author": dismissal.author,
                "date": Words.shortDate(year: date.year, month: date.month, day: date.day),
            ])
        destination = dismissal.entity.flatMap {
            Destination(of: $0, field: dismissal.field, in: content)
        }
    }
}

extension Destination {
    /// Where the thing `id` is shown; nil where nothing has that identity, or no screen shows it.
    public init?(of id: UUID, field: String? = nil, in content: ArchiveContent) {
        let kind: Place.Kind? =
            if content.objective(id) != nil { .objective } else if content.path(toObjectiveWith: id) != nil {
                .indicator
            } else if content.place(ofLine: id) != nil || content.place(ofStrategicObjective: id) != nil {
                .line
            } else if content.service(id) != nil {
                .service
            } else if content.services.services.contains(where: {
                $0.series.contains { $0.id == id }
            }) { .series } else if content.year(ofProject: id) != nil {
                .project
            } else if content.municipality
                .sectors.contains(where: { $0.id == id })
            { .sector } else { nil }
        guard let kind else { return nil }
        self.init(Place(kind, path: [], entity: id, field: field), in: content)
    }
}
