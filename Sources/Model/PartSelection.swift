import Foundation

/// What of an archive belongs to some sectors, services and a year, by identity: the one rule for all that is cut out
/// of an archive.
///
/// A year leaves the plan and the projects of that year, and the maps as they are, for they hold all years. A sector,
/// told without regard to case and accents, leaves the objectives, services and offices that name it. Chosen services
/// come beside those of the sectors. Nothing chosen leaves everything.
public struct PartSelection: Hashable, Sendable {
    /// The year; nil for all.
    public let year: Int?
    /// Plans and projects belong to it: not where only services were chosen.
    public let hasPlans: Bool
    /// The strategic lines; nil for all, as below.
    public private(set) var lines: Set<UUID>?
    /// The objectives.
    public private(set) var objectives: Set<UUID>?
    /// The entries of the plans' indexes.
    public private(set) var indexEntries: Set<UUID>?
    /// The services.
    public private(set) var services: Set<UUID>?
    /// The projects.
    public private(set) var projects: Set<UUID>?
    /// The sectors.
    public private(set) var sectors: Set<UUID>?
    /// The offices.
    public private(set) var units: Set<UUID>?

    /// What of `content` belongs to these sectors, services and year.
    public init(
        of content: ArchiveContent, sectors names: [String] = [], services chosen: [UUID] = [],
        year: Int? = nil
    ) {
        self.year = year
        hasPlans = chosen.isEmpty || !names.isEmpty
        guard !names.isEmpty || !chosen.isEmpty else { return }
        let keys = Set(names.map(\.comparisonKey))
        let plans = content.plans.values.filter { hasPlans && (year == nil || $0.year == year) }
        let ofSector = { (sector: String) in keys.contains(sector.comparisonKey) }
        let kept = Set(plans.flatMap(\.objectives).filter { ofSector($0.sector) }.map(\.id))
        objectives = kept
        lines = Set(
            plans.flatMap(\.lines).filter { $0.objectives.contains { kept.contains($0.id) } }.map(\.id))
        indexEntries = Set(plans.flatMap(\.index).filter { ofSector($0.sector) }.map(\.id))
        services = Set(content.services.services.filter { ofSector($0.sector) }.map(\.id)).union(chosen)
        let sectors = Set(content.municipality.sectors.filter { ofSector($0.name) }.map(\.id))
        self.sectors = sectors
        units = Set(
            content.municipality.units.filter { $0.sectorID.map(sectors.contains) ?? false }.map(\.id))
        // Projects name no sector but by the objective that they serve.
        projects = Set(
            content.projects.values.flatMap(\.projects)
                .filter { $0.objectiveID.map(kept.contains) ?? false }.map(\.id))
    }

    /// Whether the plan and the projects of a year belong to it.
    public func has(year other: Int) -> Bool { hasPlans && (year == nil || year == other) }
}

extension ArchiveContent {
    /// What of the archive a selection names.
    public func part(_ selection: PartSelection) -> ArchiveContent {
        var part = self
        part.plans = plans.filter { selection.has(year: $0.key) }.mapValues { $0.part(selection) }
        part.projects = projects.filter { selection.has(year: $0.key) }.mapValues { book in
            var book = book
            book.projects.keep(selection.projects)
            return book
        }
        part.services.services.keep(selection.services)
        part.municipality.sectors.keep(selection.sectors)
        part.municipality.units.keep(selection.units)
        return part
    }
}

extension Plan {
    fileprivate func part(_ selection: PartSelection) -> Plan {
        var part = self
        part.lines.keep(selection.lines)
        for index in part.lines.indices { part.lines[index].objectives.keep(selection.objectives) }
        part.index.keep(selection.indexEntries)
        return part
    }
}

extension Array where Element: Identifiable<UUID> {
    /// Leaves the elements with these identities; nil leaves all.
    fileprivate mutating func keep(_ identities: Set<UUID>?) {
        guard let identities else { return }
        removeAll { !identities.contains($0.id) }
    }
}
