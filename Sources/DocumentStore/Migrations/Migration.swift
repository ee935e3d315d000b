/// A step from one format of the archive to the next, by name; run once, on the trees of the documents.
struct Migration: Sendable {
    /// Its name: `2-year-locks`.
    let id: String
    /// The format that it leads to.
    let format: Int
    /// What it does to a document.
    let apply: @Sendable (DocumentName, JSONValue) -> JSONValue

    /// All steps, in order; each comes with a fixture of the format before it, and runs after a backup.
    static let all: [Migration] = [
        // A program that does not know locks must not open an archive that has one: it would change the year.
        Migration(id: "2-year-locks", format: 2) { name, tree in
            guard name == .municipality, case .object(var members) = tree, members["locks"] == nil else {
                return tree
            }
            members["locks"] = .array([])
            return .object(members)
        },
        // Lines without the digests of the documents, and lines that are checkpoints, tell an older program nothing.
        Migration(id: "3-checkpoints", format: 3) { _, tree in tree },
        // The documents say the same, but are written otherwise (`SourcePacking`), as is what is committed from now on.
        Migration(id: "4-sources", format: 4) { _, tree in tree },
    ]

    /// The steps from an older format to the current one; an error where there is no way.
    static func steps(from format: Int) throws(ArchiveError) -> [Migration] {
        try MigrationPlan.current.steps(from: format)
    }

    /// Documents of an older format, all of an archive or some, as they are in the current one. The current format
    /// gives them back as they are; a newer or unknown one is an error.
    static func migrate(
        _ trees: [DocumentName: JSONValue], from format: Int
    ) throws(ArchiveError) -> [DocumentName: JSONValue] {
        try MigrationPlan.current.migrate(trees, from: format)
    }
}
