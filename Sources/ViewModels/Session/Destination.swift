import Foundation
import Model

/// A screen of the window, in the order of the navigation.
public enum Screen: String, CaseIterable, Hashable, Sendable {
    case overview, plan, indicators, services, projects, organisation, findings, allegati, importing, history
}

/// A place that the window can go to: a screen, the thing on it and the field that gets the focus.
public struct Destination: Hashable, Sendable {
    /// The screen.
    public var screen: Screen
    /// The objective, service or project.
    public var item: UUID?
    /// The indicator or series in it.
    public var part: UUID?
    /// The field, by its name in the archive; on the findings' screen the code of a kind.
    public var field: String?
    /// What the screen of the indicators shows; nil leaves it as it is.
    public var filter: IndicatorTable.Filter?

    /// A table of an objective, as a field that gets the focus where none of its rows is meant.
    public enum Table: String, Sendable {
        case indicators, phases, participants, reprogrammings
    }

    /// A screen, and what to show on it.
    public init(_ screen: Screen, item: UUID? = nil, part: UUID? = nil, field: String? = nil) {
        self.screen = screen
        self.item = item
        self.part = part
        self.field = field
    }

    /// Where the field of a finding can be seen and changed; nil where no screen shows it.
    public init?(_ place: Place, in content: ArchiveContent) {
        guard let entity = place.entity else { return nil }
        switch place.kind {
        case .line, .objective:
            self.init(.plan, item: entity, field: place.field)
        case .indicator, .phase, .participant:
            guard let path = content.path(toObjectiveWith: entity), let objective = content[path] else {
                return nil
            }
            self.init(.plan, item: objective.id, part: entity, field: place.field)
        case .service:
            self.init(.services, item: entity, field: place.field)
        case .series:
            let owner = content.services.services.first { $0.series.contains { $0.id == entity } }
            guard let owner else { return nil }
            self.init(.services, item: owner.id, part: entity, field: place.field)
        case .project, .projects:
            self.init(.projects, item: entity, field: place.field)
        case .municipality, .sector:
            self.init(.organisation, item: entity, field: place.field)
        case .plan where place.field?.hasPrefix("paymentTimes") ?? false:
            self.init(.plan, item: entity, field: place.field)
        case .plan, .indexEntry, .document:
            return nil
        }
    }
}
