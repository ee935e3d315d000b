import Exporting
import Foundation
import Model

/// For whom a template is.
public enum TemplateScope: Hashable, Sendable {
    /// The whole municipality.
    case all
    /// A sector, by its name, told without regard to case and accents.
    case sector(String)
    /// A head, by the name, told without regard to case and accents.
    case head(String)
    /// A service.
    case service(UUID)

    /// Whether an objective is asked about.
    func holds(_ objective: Objective) -> Bool {
        switch self {
        case .all: true
        case .sector(let name): objective.sector.comparisonKey == name.comparisonKey
        case .head(let name): objective.head.comparisonKey == name.comparisonKey
        case .service: false
        }
    }

    /// Whether a service is asked about.
    func holds(_ service: ServiceMap) -> Bool {
        switch self {
        case .all: true
        case .sector(let name): service.sector.comparisonKey == name.comparisonKey
        case .head(let name): service.head.comparisonKey == name.comparisonKey
        case .service(let id): service.id == id
        }
    }
}
