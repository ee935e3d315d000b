import Model

/// A document in the course of being read: its lines, their account, and what there is to tell about them.
public struct Reading: Sendable {
    /// The file's name, without its folder.
    public let file: String
    /// The document.
    public let text: SourceText
    /// What became of each line.
    public var ledger: LineLedger
    /// What there is to tell, in the order of the lines; `ImportProposal` sorts and bounds it.
    public private(set) var findings: [Finding] = []
    /// Identities from names.
    public var identifiers = StableIDGenerator()
    /// Identities that rows carry.
    var keys = RowKeys()

    private var told: [FindingCode: Int] = [:]
    private var toldOnce: Set<[String]> = []

    /// A document that nobody read yet. What its decoding had to assume is told at once.
    public init(file: String, text: SourceText) {
        self.file = file
        self.text = text
        ledger = LineLedger(text.lines)
        tellDecoding()
    }

    /// The lines.
    public var lines: [SourceLine] { text.lines }

    /// The provenance of a field that this line gave.
    public func source(_ line: SourceLine) -> Source {
        Source(file: file, line: line.number, text: line.raw)
    }

    /// The provenance of a field that the line with this number gave.
    public func source(_ number: Int) -> Source {
        Source(file: file, line: number, text: text.line(number)?.raw ?? "")
    }

    /// Tells something about a line. Beyond `ImportLimits.maximumNotesPerCode` of one code only the number is kept.
    public mutating func tell(
        _ code: FindingCode, _ severity: Severity, line: Int, at kind: Place.Kind = .document,
        path: [String] = [], field: String? = nil, written: String = "", expected: String = "",
        evidence: [String: String] = [:]
    ) {
        told[code, default: 0] += 1
        guard told[code, default: 0] <= ImportLimits.maximumNotesPerCode else { return }
        var place = Place(kind, path: path, field: field)
        place.file = file
        place.line = line
        findings.append(
            Finding(code, severity, at: place, written: written, expected: expected, evidence: evidence))
    }

    /// Tells something of which the first case says it all: again only where another text was written.
    public mutating func tellOnce(
        _ code: FindingCode, _ severity: Severity, line: Int, written: String, expected: String
    ) {
        guard toldOnce.insert([code.rawValue, written]).inserted else { return }
        tell(code, severity, line: line, written: written, expected: expected)
    }

    /// Tells of a column without a head that what stands in it reached no field.
    mutating func tell(_ cells: [String], withoutHeadAt line: Int) {
        let shown = cells.prefix(3).joined(separator: "; ") + (cells.count > 3 ? "; …" : "")
        tell(.columnUnknown, .warning, line: line, written: shown, evidence: ["cells": String(cells.count)])
    }

    /// How many times a code was told, those that were not kept among them.
    public func count(of code: FindingCode) -> Int { told[code, default: 0] }

    private mutating func tellDecoding() {
        if text.isEncodingAssumed {
            tell(.encodingAssumed, .warning, line: 1, written: text.encoding.rawValue)
        }
        for damaged in text.damage {
            let byte = "0x" + String(damaged.byte, radix: 16, uppercase: true)
            tell(.undefinedByte, .warning, line: damaged.line, written: byte)
        }
        for line in text.lines where line.residues.contains(.hidden) {
            tell(.hiddenCharacters, .info, line: line.number, written: line.hidden.joined(separator: " "))
        }
    }
}
