import Foundation

/// How much a finding matters.
public enum Severity: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
    case info, warning, error

    /// Info before warning before error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .info: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// What a finding is about; the codes of the checks and of the importers.
public struct FindingCode: RawRepresentable, Hashable, Codable, Sendable {
    /// The code in results: `deviation-mismatch`.
    public let rawValue: String

    /// The code written as `rawValue`.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }
}

/// Where a finding points.
public struct Place: Hashable, Codable, Sendable {
    /// What stands there.
    public enum Kind: String, Hashable, Codable, Sendable, CaseIterable {
        case municipality, sector, plan, line, objective, indicator, phase, participant
        case indexEntry = "index-entry"
        case service, series, project, projects, document
    }

    /// What stands there.
    public var kind: Kind
    /// The names that lead there, outermost first: line, objective, indicator.
    public var path: [String]
    /// The file that it was imported from.
    public var file: String?
    /// The line in that file, from 1.
    public var line: Int?
    /// The year of the plan or projects, or of the cell in a series.
    public var year: Int?
    /// The entity.
    public var entity: UUID?
    /// The field of the entity, by its name in the archive: `printed.deviation`, `values.2019`.
    public var field: String?

    /// A place; file and line are taken from `source` where there is one.
    public init(
        _ kind: Kind, path: [String], entity: UUID? = nil, field: String? = nil, year: Int? = nil,
        source: Source? = nil
    ) {
        self.kind = kind
        self.path = path
        self.entity = entity
        self.field = field
        self.year = year
        file = source?.file
        line = source?.line
    }

    /// The place of a field.
    public init(
        _ kind: Kind, path: [String], entity: UUID?, field: FieldKey, year: Int? = nil, source: Source? = nil
    ) {
        self.init(kind, path: path, entity: entity, field: field.rawValue, year: year, source: source)
    }
}

/// A difference between what is written and what follows from the rest, or a question about it.
public struct Finding: Hashable, Codable, Sendable {
    /// What it is about.
    public var code: FindingCode
    /// How much it matters.
    public var severity: Severity
    /// Where.
    public var place: Place
    /// What is written, as written; empty where nothing is.
    public var written: String
    /// What was expected; empty where no one value follows.
    public var expected: String
    /// The values behind it, by name, for the words that explain it: `["sum": "82"]`.
    public var evidence: [String: String]

    /// A finding.
    public init(
        _ code: FindingCode, _ severity: Severity, at place: Place, written: String = "",
        expected: String = "", evidence: [String: String] = [:]
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.written = written
        self.expected = expected
        self.evidence = evidence
    }
}

/// A finding that the office has answered; it is told again when the figures change.
public struct Dismissal: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// What it was about.
    public var code: FindingCode
    /// The entity.
    public var entity: UUID?
    /// The field.
    public var field: String?
    /// What was written then.
    public var written: String
    /// What was expected then.
    public var expected: String
    /// Why it is right as it is.
    public var reason: String
    /// Who says so.
    public var author: String
    /// When.
    public var date: CalendarDate

    /// The answer to `finding`.
    public init(id: UUID, of finding: Finding, reason: String, author: String, date: CalendarDate) {
        self.id = id
        code = finding.code
        entity = finding.place.entity
        field = finding.place.field
        written = finding.written
        expected = finding.expected
        self.reason = reason
        self.author = author
        self.date = date
    }

    /// Whether this answers `finding`: same code, place and figures.
    public func answers(_ finding: Finding) -> Bool {
        code == finding.code && entity == finding.place.entity && field == finding.place.field
            && written == finding.written && expected == finding.expected
    }
}
