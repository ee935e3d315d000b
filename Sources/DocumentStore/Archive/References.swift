import Foundation
import Model

/// Checks that identities are one of a kind and that what a field names is there.
struct References {
    private let path: String
    private var seen: Set<UUID> = []
    private var problems: [ArchiveError] = []

    /// What does not hold in `content`, document by document.
    static func problems(in content: ArchiveContent, layout: ArchiveLayout) -> [ArchiveError] {
        var municipality = References(path: layout.path(of: .municipality))
        municipality.check(content.municipality)
        var services = References(path: layout.path(of: .services))
        services.check(content.services)
        var problems = municipality.problems + services.problems
        for year in content.years {
            if let plan = content.plans[year] {
                var check = References(path: layout.path(of: .plan(year)))
                check.check(plan)
                problems += check.problems
            }
            if let book = content.projects[year] {
                var check = References(path: layout.path(of: .projects(year)))
                let objectives = Set(content.plans.values.flatMap(\.objectives).map(\.id))
                check.check(book, objectives: objectives)
                problems += check.problems
            }
        }
        if let catalogue = content.layouts {
            var check = References(path: layout.path(of: .layouts))
            check.unique(catalogue.layouts, in: "layouts")
            problems += check.problems
        }
        return problems
    }

    private init(path: String) {
        self.path = path
    }

    private mutating func check(_ municipality: Municipality) {
        unique(municipality.sectors, in: "sectors")
        for sector in municipality.sectors { unique(sector.tenures, in: "sectors", sector.id, "tenures") }
        unique(municipality.units, in: "units")
        let sectors = Set(municipality.sectors.map(\.id))
        for unit in municipality.units {
            names(unit.sectorID, among: sectors, in: "units", unit.id, "sectorID")
        }
    }

    private mutating func check(_ plan: Plan) {
        unique(plan.lines, in: "lines")
        unique(plan.index, in: "index")
        unique(plan.chapters, in: "chapters")
        for line in plan.lines {
            unique(line.strategicObjectives, in: "lines", line.id, "strategicObjectives")
            unique(line.objectives, in: "lines", line.id, "objectives")
            let strategic = Set(line.strategicObjectives.map(\.id))
            for objective in line.objectives { check(objective, strategic: strategic, of: line) }
        }
        let objectives = Set(plan.objectives.map(\.id))
        names(plan.paymentTimes?.objectiveID, among: objectives, in: "paymentTimes", "objectiveID")
    }

    private mutating func check(_ objective: Objective, strategic: Set<UUID>, of line: StrategicLine) {
        let place: [any CustomStringConvertible] = ["lines", line.id, "objectives", objective.id]
        names(objective.strategicObjectiveID, among: strategic, at: place + ["strategicObjectiveID"])
        unique(objective.phases, at: place + ["phases"])
        unique(objective.indicators, at: place + ["indicators"])
        unique(objective.participants, at: place + ["participants"])
        unique(objective.reprogrammings, at: place + ["reprogrammings"])
    }

    private mutating func check(_ catalogue: ServiceCatalogue) {
        unique(catalogue.services, in: "services")
        for service in catalogue.services {
            for (field, series) in [("outputs", service.outputs), ("users", service.users)] {
                unique(series, in: "services", service.id, field)
                let rows = Set(series.map(\.id))
                for row in series {
                    names(row.parentID, among: rows, in: "services", service.id, field, row.id, "parentID")
                }
            }
        }
    }

    private mutating func check(_ book: ProjectBook, objectives: Set<UUID>) {
        unique(book.projects, in: "projects")
        for project in book.projects {
            names(project.objectiveID, among: objectives, in: "projects", project.id, "objectiveID")
        }
    }

    private mutating func unique<Entity: Identifiable<UUID>>(
        _ entities: [Entity], in place: any CustomStringConvertible...
    ) {
        unique(entities, at: place)
    }

    private mutating func unique<Entity: Identifiable<UUID>>(
        _ entities: [Entity], at place: [any CustomStringConvertible]
    ) {
        for entity in entities where !seen.insert(entity.id).inserted {
            problems.append(
                .duplicateIdentity(
                    path: path, field: place.map(\.description), identity: entity.id.uuidString))
        }
    }

    private mutating func names(
        _ identity: UUID?, among known: Set<UUID>, in place: any CustomStringConvertible...
    ) {
        names(identity, among: known, at: place)
    }

    private mutating func names(
        _ identity: UUID?, among known: Set<UUID>, at place: [any CustomStringConvertible]
    ) {
        guard let identity, !known.contains(identity) else { return }
        problems.append(
            .danglingReference(
                path: path, field: place.map(\.description), identity: identity.uuidString))
    }
}
