import Model
import Reading

/// What importing a file would bring, to be reviewed before anything is written.
public struct ImportProposal: Hashable, Sendable {
    /// The file's name.
    public let file: String
    /// The kind that it was read as.
    public let kind: ImportKind
    /// The pieces of the archive.
    public private(set) var parts: ImportParts
    /// How many things were recognised.
    public private(set) var recognised: RecognisedCounts
    /// The account of the lines; total = blank + bound + unread.
    public private(set) var lines: LineCounts
    /// The lines that no field took.
    public private(set) var unread: [UnreadLine]
    /// What there is to tell, by line.
    public private(set) var findings: [Finding]
    /// The lines of the document that hold something, with what became of them.
    public private(set) var source: [ReadLine]

    /// The outcome of a reading.
    init(_ reading: Reading, kind: ImportKind, parts: ImportParts) {
        file = reading.file
        self.kind = kind
        self.parts = parts
        recognised = RecognisedCounts(parts)
        lines = LineCounts(reading.ledger)
        unread = reading.ledger.unreadNumbers.map {
            UnreadLine(line: $0, text: reading.text.line($0)?.raw ?? "")
        }
        findings = reading.boundedFindings()
        source = reading.lines.lazy.filter { !$0.isBlank }.map { line in
            ReadLine(id: line.number, text: line.raw, bindings: reading.ledger.bindings(of: line.number))
        }
    }
}

extension ImportProposal {
    /// The proposal with the maps of services that another reading found in other lines of the same document.
    func adding(services other: ImportProposal) -> ImportProposal {
        var result = self
        result.parts.services = other.parts.services
        result.recognised = RecognisedCounts(result.parts)
        result.unread = (unread + other.unread).sorted { $0.line < $1.line }
        // To each of the two the lines of the other are blank.
        let blank = lines.blank + other.lines.blank - lines.total
        result.lines = LineCounts(total: lines.total, blank: blank, unread: result.unread.count)
        // The lines of the services are blank in this reading.
        let own = Set(source.lazy.map(\.id))
        result.source = (source + other.source.filter { !own.contains($0.id) }).sorted { $0.id < $1.id }
        let told = Set(findings)
        result.findings = (findings + other.findings.filter { !told.contains($0) }).enumerated().sorted {
            ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
        }.map(\.element)
        return result
    }

    /// The proposal with other parts, that take some lines more.
    func adding(_ parts: ImportParts, taking lines: Set<Int>, findings more: [Finding]) -> ImportProposal {
        var result = self
        result.parts = parts
        result.recognised = RecognisedCounts(parts)
        result.unread.removeAll { lines.contains($0.line) }
        result.lines = LineCounts(
            total: self.lines.total, blank: self.lines.blank, unread: result.unread.count)
        for index in source.indices where source[index].isUnread && lines.contains(source[index].id) {
            result.source[index].bindings = [.field("")]
        }
        let told = Set(findings)
        result.findings += more.filter { !told.contains($0) }
        return result
    }

    /// The proposal with what the reading of the file could not give, before all else that there is to tell.
    func telling(_ read: [ReadingFinding]) -> ImportProposal {
        var result = self
        result.findings = read.compactMap { $0.loss(in: file) } + findings
        return result
    }

    /// The proposal with the pages and cells of what was not read.
    func placed(by rows: DocumentRows) -> ImportProposal {
        guard rows.hasPlaces else { return self }
        var result = self
        let known = Dictionary(rows.rows.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        for index in result.unread.indices {
            guard let row = known[result.unread[index].line] else { continue }
            result.unread[index].page = row.page
            result.unread[index].cell = row.sheetCell
        }
        for index in result.source.indices {
            guard let row = known[result.source[index].id] else { continue }
            result.source[index].place = row.sheetCell ?? row.page.map(String.init)
        }
        return result
    }
}

/// The account of a document's lines in numbers.
public struct LineCounts: Hashable, Codable, Sendable {
    /// All lines.
    public let total: Int
    /// Lines with nothing but white space.
    public let blank: Int
    /// Lines that a field or a layout reason took.
    public let bound: Int
    /// Lines that nothing took.
    public let unread: Int

    init(total: Int, blank: Int, unread: Int) {
        (self.total, self.blank, self.unread) = (total, blank, unread)
        bound = total - blank - unread
    }

    init(_ ledger: LineLedger) {
        total = ledger.total
        blank = ledger.blank
        bound = ledger.bound
        unread = ledger.unread
    }
}

/// A line of a document, with what became of it.
public struct ReadLine: Hashable, Sendable, Identifiable {
    /// Its number, from 1; in a format without lines, rows are counted in the order of reading.
    public let id: Int
    /// Its text, as written.
    public let text: String
    /// The page, or the sheet and the cell, in a format that has them.
    public var place: String?
    /// The fields that took it, or why it carries none; empty where nothing took it.
    public var bindings: [LineBinding]

    /// Nothing took it.
    public var isUnread: Bool { bindings.isEmpty }

    init(id: Int, text: String, bindings: [LineBinding]) {
        self.id = id
        self.text = text
        self.bindings = bindings
    }
}

/// A line that no field took.
public struct UnreadLine: Hashable, Codable, Sendable {
    /// Its number, from 1; in a format without lines, rows are counted in the order of reading.
    public let line: Int
    /// Its text, as written.
    public let text: String
    /// The page, in a format with pages.
    public var page: Int?
    /// The sheet and the cell, in a workbook: `Foglio1!B7`.
    public var cell: String?
}

/// A proposal in the shape of `import --json`.
public struct ImportSummary: Hashable, Codable, Sendable {
    /// The file's name.
    public let file: String
    /// The kind that it was read as.
    public let kind: ImportKind
    /// How many things were recognised.
    public let recognised: RecognisedCounts
    /// The account of the lines.
    public let lines: LineCounts
    /// The lines that no field took.
    public let unread: [UnreadLine]
    /// What there is to tell.
    public let findings: [Finding]
}

extension ImportProposal {
    /// The proposal in the shape of `import --json`.
    public var summary: ImportSummary {
        ImportSummary(
            file: file, kind: kind, recognised: recognised, lines: lines, unread: unread, findings: findings)
    }
}

extension Reading {
    /// The findings by line, with one more for each code of which not all were kept.
    func boundedFindings() -> [Finding] {
        let sorted = findings.enumerated().sorted {
            ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
        }
        var result = sorted.map(\.element)
        var seen: [FindingCode] = []
        for finding in findings where !seen.contains(finding.code) { seen.append(finding.code) }
        for code in seen where count(of: code) > ImportLimits.maximumNotesPerCode {
            let more = count(of: code) - ImportLimits.maximumNotesPerCode
            var place = Place(.document, path: [])
            place.file = file
            result.append(Finding(code, .info, at: place, evidence: ["unlisted": String(more)]))
        }
        return result
    }
}

extension ReadingFinding {
    /// What of the file is not in the document, or in it without being seen, as a finding; nil for anything else.
    fileprivate func loss(in file: String) -> Finding? {
        let code: FindingCode
        switch self.code {
        case .formulaWithoutValue: code = .formulaWithoutResult
        case .formulaError: code = .formulaError
        case .limitReached, .partUnreadable, .pageWithoutText: code = .partNotRead
        case .hiddenRead: code = .hiddenRead
        case .encodingGuessed, .invisibleRemoved, .rowJoined, .objectLeftOut: return nil
        }
        let path = [place.sheet, place.page.map(String.init), place.cell].compactMap { $0 }
        var place = Model.Place(.document, path: path)
        place.file = file
        return Finding(code, .warning, at: place, written: detail)
    }
}
