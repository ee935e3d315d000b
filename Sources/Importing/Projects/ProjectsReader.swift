import Model

/// Reads lists of performance projects: one row or one card a project, with own and third-party resources and totals.
public enum ProjectsReader: DocumentReader {
    /// `progetti`.
    public static let kind = ImportKind.progetti

    /// Reads the projects and the printed totals.
    public static func read(_ reading: inout Reading, year: Int?) -> ImportParts {
        var scanner = ProjectScanner(reading)
        scanner.scan()
        reading = scanner.reading
        let cover = DocumentCover(&reading, before: scanner.firstContent)
        let found = year ?? cover.year ?? DocumentYear.mostFrequent(reading.lines)
        if year == nil, cover.year == nil {
            reading.tell(.yearAssumed, .warning, line: 1, expected: found.map(String.init) ?? "")
        }
        var assembly = ProjectAssembly(reading, year: found ?? 0, rows: scanner.rows)
        assembly.takeTotals(scanner.totals)
        assembly.takeBasis(before: scanner.firstContent)
        reading = assembly.reading
        var parts = ImportParts()
        parts.year = found
        parts.municipalityName = cover.municipalityName
        parts.projects = assembly.book
        return parts
    }
}

/// A project as the scanner found it: cells by term, cleaned and raw.
struct ProjectRow {
    var lines: [SourceLine]
    var cells: [ProjectTerm: String]
    var rawTitle: String
}

/// Amounts below the table: with a label and under their columns, or alone on a line.
struct ProjectTotal {
    let line: SourceLine
    var own: String?
    var thirdParty: String?
    /// An amount of which the document does not say what it sums.
    var bare: String?
}
