import Foundation
import Model

/// Where an objective stands.
struct ObjectivePath: Hashable {
    var year: Int
    var line: Int
    var objective: Int
}

extension ArchiveContent {
    /// Where the objective `id` stands; nil where there is none.
    func path(toObjective id: UUID) -> ObjectivePath? {
        path { $0.id == id }
    }

    /// Where the objective of the indicator, phase or participant `id` stands.
    func path(toObjectiveWith id: UUID) -> ObjectivePath? {
        path { objective in
            objective.indicators.contains { $0.id == id } || objective.phases.contains { $0.id == id }
                || objective.participants.contains { $0.id == id }
        }
    }

    /// The objective at `path`.
    subscript(path: ObjectivePath) -> Objective? {
        get { plans[path.year]?.lines[path.line].objectives[path.objective] }
        set {
            guard let newValue else { return }
            plans[path.year]?.lines[path.line].objectives[path.objective] = newValue
        }
    }

    /// The year and position of the line `id`.
    func place(ofLine id: UUID) -> (year: Int, position: Int)? {
        for year in plans.keys.sorted() {
            if let position = plans[year]?.lines.firstIndex(where: { $0.id == id }) {
                return (year, position)
            }
        }
        return nil
    }

    /// The years whose plan has objectives, ascending.
    public var yearsWithPlan: [Int] { plans.filter { !$0.value.objectives.isEmpty }.keys.sorted() }

    /// The objective `id`.
    public func objective(_ id: UUID) -> Objective? {
        path(toObjective: id).flatMap { self[$0] }
    }

    /// The indicator `id`.
    public func indicator(_ id: UUID) -> Indicator? {
        path(toObjectiveWith: id).flatMap { self[$0] }?.indicators.first { $0.id == id }
    }

    /// The map `id`.
    public func service(_ id: UUID) -> ServiceMap? {
        services.services.first { $0.id == id }
    }

    private func path(where matches: (Objective) -> Bool) -> ObjectivePath? {
        for year in plans.keys.sorted() {
            for (line, strategicLine) in (plans[year]?.lines ?? []).enumerated() {
                if let found = strategicLine.objectives.firstIndex(where: matches) {
                    return ObjectivePath(year: year, line: line, objective: found)
                }
            }
        }
        return nil
    }
}
