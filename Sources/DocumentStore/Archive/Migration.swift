/// A step from one format of the archive to the next, by name; run once, on the trees of the documents.
struct Migration: Sendable {
    /// Its name: `2-weights`.
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
        }
    ]

    /// The steps from an older format to the current one; an error where there is no way.
    static func steps(from format: Int, among all: [Migration] = all) throws(ArchiveError) -> [Migration] {
        let steps = all.filter { $0.format > format && $0.format <= ArchiveHeader.currentFormat }
        guard steps.map(\.format) == Array((format + 1)..<(ArchiveHeader.currentFormat + 1)) else {
            throw .unknownFormat(found: format, supported: ArchiveHeader.currentFormat)
        }
        return steps
    }
}
