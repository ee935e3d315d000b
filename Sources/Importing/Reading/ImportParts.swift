import Foundation
import Model

/// What a reader found in a document, as pieces of the archive.
public struct ImportParts: Hashable, Sendable {
    /// The year that the document is about; nil where it is about several (maps of services) or does not say.
    public var year: Int?
    /// The name of the municipality, as the document gives it.
    public var municipalityName: String?
    /// Sectors with who heads them.
    public var sectors: [Sector] = []
    /// Offices within the sectors.
    public var units: [ServiceUnit] = []
    /// Lines, objectives and indicators.
    public var plan: Plan?
    /// Maps of services.
    public var services: [ServiceMap] = []
    /// Performance projects.
    public var projects: ProjectBook?
    /// What its rows said when they left the office, by the identities that they carry.
    public var sent: [UUID: SentFields] = [:]
    /// Tables that no reader knows, for the user to name their columns.
    public var tables: [PlainTable] = []

    /// Nothing found.
    public init() {}

    /// True where nothing was found.
    public var isEmpty: Bool {
        sectors.isEmpty && (plan.map { $0.lines.isEmpty && $0.index.isEmpty && $0.chapters.isEmpty } ?? true)
            && services.isEmpty
            && (projects?.projects.isEmpty ?? true)
    }
}

/// A table as it stands, its columns not yet named.
public struct PlainTable: Hashable, Sendable {
    /// The last line of plain text above it, as its likely title.
    public var title: String
    /// The line of its first row, from 1.
    public var firstLine: Int
    /// The header cells, empty where the first row looks like data.
    public var header: [String]
    /// The rows under the header, ragged rows filled with empty cells.
    public var rows: [PlainRow]

    /// A table.
    public init(title: String, firstLine: Int, header: [String], rows: [PlainRow]) {
        self.title = title
        self.firstLine = firstLine
        self.header = header
        self.rows = rows
    }
}

/// A row of a plain table.
public struct PlainRow: Hashable, Sendable {
    /// Its line, from 1.
    public var line: Int
    /// Its cells.
    public var cells: [String]

    /// A row.
    public init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }
}

/// How many things were recognised, in the words of `import --json`.
public struct RecognisedCounts: Hashable, Codable, Sendable {
    /// Sectors with who heads them.
    public var sectors = 0
    /// Strategic lines.
    public var strategicLines = 0
    /// Strategic objectives.
    public var strategicObjectives = 0
    /// Operational objectives.
    public var objectives = 0
    /// Indicators of all objectives.
    public var indicators = 0
    /// Phases of all objectives.
    public var phases = 0
    /// People who take part, once for each objective.
    public var participants = 0
    /// Maps of services.
    public var services = 0
    /// Series of outputs, without heading rows.
    public var outputSeries = 0
    /// Series of users, without heading rows.
    public var userSeries = 0
    /// Performance projects.
    public var projects = 0
    /// Plain tables.
    public var tables = 0

    /// The counts of what was found. Heading rows of a series table are no series.
    public init(_ parts: ImportParts) {
        let objectives = parts.plan?.objectives ?? []
        sectors = parts.sectors.count
        strategicLines = parts.plan?.lines.count ?? 0
        strategicObjectives = parts.plan?.lines.reduce(0) { $0 + $1.strategicObjectives.count } ?? 0
        self.objectives = objectives.count
        indicators = objectives.reduce(0) { $0 + $1.indicators.count }
        phases = objectives.reduce(0) { $0 + $1.phases.count }
        participants = objectives.reduce(0) { $0 + $1.participants.count }
        services = parts.services.count
        outputSeries = parts.services.reduce(0) { $0 + $1.outputs.count { !$0.isHeading } }
        userSeries = parts.services.reduce(0) { $0 + $1.users.count { !$0.isHeading } }
        projects = parts.projects?.projects.count ?? 0
        tables = parts.tables.count
    }
}
