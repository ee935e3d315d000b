import Foundation
import Model

/// Findings in the shape of `check --json`.
public struct CheckReport: Codable, Hashable, Sendable {
    /// The findings, in the order in which they were told.
    public var findings: [FindingRecord]

    /// The report of `findings`.
    public init(_ findings: [Finding]) {
        self.findings = findings.map(FindingRecord.init)
    }
}

/// A finding with every name of the shape, `null` where there is nothing to say.
public struct FindingRecord: Codable, Hashable, Sendable {
    /// What it is about: `deviation-mismatch`.
    public var code: String
    /// How much it matters.
    public var severity: Severity
    /// Where.
    public var place: PlaceRecord
    /// What is written.
    public var written: String
    /// What was expected.
    public var expected: String
    /// The figures behind it, by name.
    public var evidence: [String: String]

    /// Where a finding points.
    public struct PlaceRecord: Codable, Hashable, Sendable {
        /// What stands there.
        public var kind: Place.Kind
        /// The names that lead there, outermost first.
        public var path: [String]
        /// The file that it was imported from.
        @JSONNull public var file: String?
        /// The line in that file, from 1.
        @JSONNull public var line: Int?
        /// The year.
        @JSONNull public var year: Int?
        /// The identity of what stands there.
        @JSONNull public var entity: UUID?
        /// The field, by its name in the archive.
        @JSONNull public var field: String?
    }

    /// The record of `finding`.
    public init(_ finding: Finding) {
        code = finding.code.rawValue
        severity = finding.severity
        place = PlaceRecord(
            kind: finding.place.kind, path: finding.place.path, file: finding.place.file,
            line: finding.place.line, year: finding.place.year, entity: finding.place.entity,
            field: finding.place.field)
        written = finding.written
        expected = finding.expected
        evidence = finding.evidence
    }
}
