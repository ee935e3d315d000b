import Model

extension ArchiveContent {
    /// The part of the archive that belongs to a year or a sector; nil takes all of them.
    ///
    /// A year leaves the plan and the projects of that year, and the maps as they are, for they hold all years. A
    /// sector, told without regard to case and accents, leaves the objectives, services and offices that name it.
    public func part(year: Int? = nil, sector: String? = nil) -> ArchiveContent {
        var part = self
        if let year {
            part.plans = plans.filter { $0.key == year }
            part.projects = projects.filter { $0.key == year }
        }
        guard let key = sector?.comparisonKey else { return part }
        part.plans = part.plans.mapValues { $0.part(sector: key) }
        part.services.services.removeAll { $0.sector.comparisonKey != key }
        let kept = Set(municipality.sectors.filter { $0.name.comparisonKey == key }.map(\.id))
        part.municipality.sectors.removeAll { !kept.contains($0.id) }
        part.municipality.units.removeAll { $0.sectorID.map { !kept.contains($0) } ?? true }
        // Projects name no sector but by the objective that they serve.
        let objectives = Set(part.plans.values.flatMap(\.objectives).map(\.id))
        part.projects = part.projects.mapValues { book in
            var book = book
            book.projects.removeAll { $0.objectiveID.map { !objectives.contains($0) } ?? true }
            return book
        }
        return part
    }
}

extension Plan {
    fileprivate func part(sector key: String) -> Plan {
        var part = self
        for index in part.lines.indices {
            part.lines[index].objectives.removeAll { $0.sector.comparisonKey != key }
        }
        part.lines.removeAll { $0.objectives.isEmpty }
        part.index.removeAll { $0.sector.comparisonKey != key }
        return part
    }
}
