import Model

/// The names that the archive knows, offered where they are typed.
public struct Completions: Hashable, Sendable {
    /// Sectors, by name.
    public var sectors: [String]
    /// Heads of sectors and of objectives, by name.
    public var heads: [String]

    /// The names in `content`.
    public init(_ content: ArchiveContent) {
        let objectives = content.plans.values.flatMap(\.objectives)
        let services = content.services.services
        let municipality = content.municipality
        sectors = Completions.names(
            municipality.sectors.map(\.name) + objectives.map(\.sector) + services.map(\.sector))
        heads = Completions.names(
            municipality.sectors.flatMap(\.tenures).map(\.head) + objectives.map(\.head)
                + services.map(\.head))
    }

    private static func names(_ names: [String]) -> [String] {
        var seen: Set<String> = [""]
        return names.map { $0.trimmingWhitespace() }.filter { seen.insert($0.comparisonKey).inserted }
            .sorted { $0.comparisonKey < $1.comparisonKey }
    }
}
