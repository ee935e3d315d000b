import Localization
import Model

/// Refuses a sector that nothing in the archive names, and tells those that there are.
func requireSector(_ name: String, in content: ArchiveContent) throws(ToolFailure) {
    let names =
        content.municipality.sectors.map(\.name)
        + content.plans.keys.sorted().flatMap { content.plans[$0]?.objectives.map(\.sector) ?? [] }
        + content.services.services.map(\.sector)
    let key = name.comparisonKey
    if names.contains(where: { $0.comparisonKey == key }) { return }
    var seen: Set<String> = []
    let known = names.filter { !$0.isEmpty && seen.insert($0.comparisonKey).inserted }
    throw ToolFailure(
        .usage,
        tr("There is no sector «{name}»; there are: {known}.", ["name": name, "known": Words.list(known)]))
}

extension ArchiveContent {
    /// The one service of that name, or whose name holds those words; in other cases the names are told.
    func service(named name: String) throws(ToolFailure) -> ServiceMap {
        try Chosen.one(
            of: services.services, named: name, name: \.name,
            none: { tr("There is no service «{name}»; there are: {known}.", $0) },
            several: { tr("Several services are called «{name}»: {known}.", $0) })
    }
}
