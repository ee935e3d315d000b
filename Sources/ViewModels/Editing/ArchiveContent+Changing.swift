import Foundation
import Model

/// Changes of one thing found by its identity. A thing that is not there throws `gone` and changes nothing.
extension ArchiveContent {
    /// Changes the plan of a year.
    mutating func changePlan(
        of year: Int, _ change: (inout Plan) throws(EditRefusal) -> Void
    ) throws(EditRefusal) {
        guard var plan = plans[year] else { throw .gone }
        try change(&plan)
        plans[year] = plan
    }

    /// Changes the strategic line `id`.
    mutating func changeLine(
        _ id: UUID, _ change: (inout StrategicLine) throws(EditRefusal) -> Void
    ) throws(EditRefusal) {
        guard let (year, position) = place(ofLine: id), var line = plans[year]?.lines[position] else {
            throw .gone
        }
        try change(&line)
        plans[year]?.lines[position] = line
    }

    /// Changes the objective `id`.
    mutating func changeObjective(
        _ id: UUID, _ change: (inout Objective) throws(EditRefusal) -> Void
    ) throws(EditRefusal) {
        guard let path = path(toObjective: id), var objective = self[path] else { throw .gone }
        try change(&objective)
        self[path] = objective
    }

    /// Changes the indicator `id`.
    mutating func changeIndicator(
        _ id: UUID, _ change: (inout Indicator) throws(EditRefusal) -> Void
    ) throws(EditRefusal) {
        guard let path = path(toObjectiveWith: id), var objective = self[path],
            let position = objective.indicators.firstIndex(where: { $0.id == id })
        else { throw .gone }
        try change(&objective.indicators[position])
        self[path] = objective
    }

    /// Changes the map of the service `id`.
    mutating func changeService(
        _ id: UUID, _ change: (inout ServiceMap) throws(EditRefusal) -> Void
    ) throws(EditRefusal) {
        guard let position = services.services.firstIndex(where: { $0.id == id }) else { throw .gone }
        var map = services.services[position]
        try change(&map)
        services.services[position] = map
    }

    /// Changes the sector `id`.
    mutating func changeSector(
        _ id: UUID, _ change: (inout Sector) throws(EditRefusal) -> Void
    ) throws(EditRefusal) {
        guard let position = municipality.sectors.firstIndex(where: { $0.id == id }) else { throw .gone }
        var sector = municipality.sectors[position]
        try change(&sector)
        municipality.sectors[position] = sector
    }

    /// The year and the line that hold the strategic objective `id`; nil where there is none.
    func place(ofStrategicObjective id: UUID) -> (year: Int, line: StrategicLine)? {
        for year in plans.keys.sorted() {
            let line = plans[year]?.lines.first { $0.strategicObjectives.contains { $0.id == id } }
            if let line { return (year, line) }
        }
        return nil
    }

    /// The year of the book that holds the project `id`; nil where there is none.
    func year(ofProject id: UUID) -> Int? {
        projects.keys.sorted().first { projects[$0]?.projects.contains { $0.id == id } ?? false }
    }
}

extension Array where Element: Identifiable {
    /// Moves the element `id` to a position, kept within the array; false where it is not there.
    mutating func move(_ id: Element.ID, to position: Int) -> Bool {
        guard let former = firstIndex(where: { $0.id == id }) else { return false }
        let element = remove(at: former)
        insert(element, at: Swift.min(Swift.max(0, position), count))
        return true
    }

    /// Takes the element `id` out; false where it is not there.
    mutating func take(out id: Element.ID) -> Bool {
        guard let position = firstIndex(where: { $0.id == id }) else { return false }
        remove(at: position)
        return true
    }
}

extension String {
    /// The text where it says something; a name must.
    public func required() throws(EditRefusal) -> String {
        guard !trimmingWhitespace().isEmpty else { throw .emptyName }
        return self
    }
}
