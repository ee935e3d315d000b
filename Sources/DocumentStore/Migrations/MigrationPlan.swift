/// The formats that a program knows, from 1 on, with the steps from each to the next.
struct MigrationPlan: Sendable {
    /// The steps, in order; the first leads to format 2.
    let steps: [Migration]

    /// This program's.
    static let current = MigrationPlan(steps: Migration.all)

    /// The format that the program writes.
    var newest: Int { steps.last?.format ?? 1 }

    /// The steps from a format to the newest; errors name both where it is newer still, or where there is no way.
    func steps(from format: Int) throws(ArchiveError) -> [Migration] {
        guard format <= newest else { throw .newerFormat(found: format, supported: newest) }
        let ahead = steps.filter { $0.format > format }
        guard format >= 1, ahead.map(\.format) == Array((format + 1)..<(newest + 1)) else {
            throw .unknownFormat(found: format, supported: newest)
        }
        return ahead
    }

    /// The steps from a format to the newest that have no line in these histories. A step whose line is there was
    /// done before a crash kept the archive from saying so.
    func steps(
        from format: Int, after histories: inout [DocumentName: HistoryFile]
    ) throws(ArchiveError) -> [Migration] {
        let ahead = try steps(from: format)
        guard !ahead.isEmpty else { return [] }
        var done: Set<String> = []
        for name in histories.keys {
            try histories[name]?.visitFromEnd { line, _ in
                if case .migration(let step)? = line.entry?.origin { done.insert(step) }
                return false
            }
        }
        return ahead.filter { !done.contains($0.id) }
    }

    /// Documents of an older format as they are in the newest.
    func migrate(
        _ trees: [DocumentName: JSONValue], from format: Int
    ) throws(ArchiveError) -> [DocumentName: JSONValue] {
        var migrated = trees
        for step in try steps(from: format) {
            for (name, tree) in migrated { migrated[name] = step.apply(name, tree) }
        }
        return migrated
    }
}
