import Foundation
import Model

/// `duplicate-name`: two things of one kind have the same name where names tell them apart.
///
/// The same indicator in two objectives is no duplicate: offices share them. Rows that only say `di cui …` belong
/// to the row above and may repeat. A name that a table repeats several times is one finding, at its second place.
enum NameChecks {
    /// Sectors of the municipality.
    static func findings(in municipality: Municipality) -> [Finding] {
        duplicates(of: municipality.sectors.map { "\($0.code) \($0.name)" }).map { index, first, times in
            let sector = municipality.sectors[index]
            let place = Place(
                .sector, path: [sector.name], entity: sector.id, field: .name,
                source: sector.sources[.name])
            return finding(
                place, sector.name, firstSource: municipality.sectors[first].sources[.name], times)
        }
    }

    /// Lines of the plan.
    static func lineFindings(in plan: Plan) -> [Finding] {
        duplicates(of: plan.lines.map { "\($0.code) \($0.title)" }).map { index, first, times in
            let line = plan.lines[index]
            let place = Place(
                .line, path: [line.title], entity: line.id, field: .title, year: plan.year,
                source: line.sources[.title])
            return finding(place, line.title, firstSource: plan.lines[first].sources[.title], times)
        }
    }

    /// Maps of services.
    static func serviceFindings(in catalogue: ServiceCatalogue) -> [Finding] {
        duplicates(of: catalogue.services.map(\.name)).map { index, first, times in
            let service = catalogue.services[index]
            let place = Place(
                .service, path: [service.name], entity: service.id, field: .name,
                source: service.sources[.name])
            return finding(place, service.name, firstSource: catalogue.services[first].sources[.name], times)
        }
    }

    /// Series, elements and kinds of users within one table of a map.
    static func findings(in service: ServiceMap) -> [Finding] {
        series(service.outputs, of: service) + series(service.users, of: service)
            + parts(service.elements.map { ($0.id, $0.name, $0.sources) }, of: service, "elements")
            + parts(
                service.accessoryElements.map { ($0.id, $0.name, $0.sources) }, of: service,
                "accessoryElements")
            + parts(service.segments.map { ($0.id, $0.name, $0.sources) }, of: service, "segments")
    }

    /// Projects with the same title and the same description.
    static func findings(in book: ProjectBook) -> [Finding] {
        duplicates(of: book.projects.map { "\($0.title) \($0.description)" }).map { index, first, times in
            let project = book.projects[index]
            let place = Place(
                .project, path: [project.title], entity: project.id, field: .title, year: book.year,
                source: project.sources[.title])
            return finding(place, project.title, firstSource: book.projects[first].sources[.title], times)
        }
    }

    /// Objectives of a line.
    static func titleFindings(in context: LineContext) -> [Finding] {
        let line = context.strategicLine
        return duplicates(of: line.objectives.map { "\($0.code) \($0.title)" }).map { index, first, times in
            let objective = line.objectives[index]
            let place = Place(
                .objective, path: [line.title, objective.title], entity: objective.id, field: .title,
                year: context.plan.year, source: objective.sources[.title])
            return finding(
                place, objective.title, firstSource: line.objectives[first].sources[.title], times)
        }
    }

    /// Indicators of an objective.
    static func indicatorFindings(in context: ObjectiveContext) -> [Finding] {
        let (line, objective) = (context.line, context.objective)
        return duplicates(of: objective.indicators.map { "\($0.name) \($0.formula)" }).map {
            index, first, times in
            let indicator = objective.indicators[index]
            let place = Place(
                .indicator, path: [line.title, objective.title, indicator.name], entity: indicator.id,
                field: .name, year: context.plan.year, source: indicator.sources[.name])
            return finding(
                place, indicator.name, firstSource: objective.indicators[first].sources[.name], times)
        }
    }

    private static func series(_ series: [Series], of service: ServiceMap) -> [Finding] {
        let names = series.map { one in
            let parent = one.parentID?.uuidString ?? ""
            return one.isPartRow || one.name.comparisonKey.isEmpty ? "" : "\(one.name) \(parent)"
        }
        return duplicates(of: names).map { index, first, times in
            let place = Place(
                .series, path: [service.name, series[index].name], entity: series[index].id, field: .name,
                source: series[index].sources[.name])
            return finding(place, series[index].name, firstSource: series[first].sources[.name], times)
        }
    }

    /// Elements of a service, or its kinds of users.
    private static func parts(
        _ parts: [(id: UUID, name: String, sources: Sources)], of service: ServiceMap, _ field: String
    ) -> [Finding] {
        duplicates(of: parts.map(\.name)).map { index, first, times in
            let part = parts[index]
            let place = Place(
                .service, path: [service.name, part.name], entity: part.id, field: field,
                source: part.sources[.name])
            return finding(place, part.name, firstSource: parts[first].sources[.name], times)
        }
    }

    private static func finding(_ place: Place, _ name: String, firstSource: Source?, _ times: Int) -> Finding
    {
        var evidence = firstSource.map { ["line": "\($0.line)"] } ?? [:]
        if times > 2 { evidence["times"] = "\(times)" }
        return Finding(.duplicateName, .warning, at: place, written: name, evidence: evidence)
    }

    /// The second of each group of equal names, with the first one and how many there are, in order; empty names
    /// are no names.
    private static func duplicates(of names: [String]) -> [(index: Int, first: Int, times: Int)] {
        var places: [String: [Int]] = [:]
        for (index, name) in names.enumerated() {
            let key = name.comparisonKey
            if !key.isEmpty { places[key, default: []].append(index) }
        }
        return places.values.filter { $0.count > 1 }.map { ($0[1], $0[0], $0.count) }
            .sorted { $0.index < $1.index }
    }
}

extension Series {
    /// The row tells a part of the row above it: `di cui paganti`.
    var isPartRow: Bool { name.comparisonKey.hasPrefix("di cui") }
}
