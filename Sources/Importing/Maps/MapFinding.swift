import Model

/// Where in a map something is told: the service, the part, and how lines are bound to it.
struct MapPlace: Sendable {
    /// The name of the service.
    let service: String
    /// The part.
    let section: MapSection

    /// Binds a line to the part's field.
    func bind(_ line: SourceLine, _ reading: inout Reading) {
        reading.ledger.bind(line.number, to: "service." + section.field)
    }

    /// Tells something about a row of the part.
    func tell(
        _ code: FindingCode, _ severity: Severity, _ line: SourceLine, _ reading: inout Reading,
        name: String = "",
        written: String? = nil, expected: String = "", evidence: [String: String] = [:]
    ) {
        let path = name.isEmpty ? [service] : [service, name]
        reading.tell(
            code, severity, line: line.number, at: section.isSeries && !name.isEmpty ? .series : .service,
            path: path, field: section.field, written: written ?? line.raw, expected: expected,
            evidence: evidence)
    }

    /// Binds a header row and tells what in it was misspelt or is unknown.
    func bindHeader(_ header: HeaderRow, _ line: SourceLine, isRepeated: Bool, _ reading: inout Reading) {
        reading.ledger.bind(line.number, as: isRepeated ? .repeatedHeader : .tableHeader)
        for column in header.columns where column.slips > 0 {
            reading.tellOnce(
                .headerMisspelt, .info, line: line.number, written: column.text, expected: column.phrase)
        }
        if let season = header.seasons.first, !isRepeated {
            tell(.yearAssumed, .info, line, &reading, written: season.text, expected: String(season.year))
        }
        for cell in header.unknown where !isRepeated {
            tell(.columnUnknown, .info, line, &reading, written: cell.text)
        }
    }
}

/// What a part of a map gave, before it becomes values of the archive.
struct TextEntry: Sendable {
    /// The name, cleaned.
    var name: String
    /// What the other columns say, cleaned.
    var detail = ""
    /// The line of the name; that of the detail where there is no name.
    var line: SourceLine
    /// The lines of the detail, when it has more than the name's.
    var detailLines: [SourceLine] = []
}

/// A note under a table.
struct NoteEntry: Sendable {
    /// The mark that calls it; empty where it has none.
    let mark: String
    /// The note.
    let text: String
    /// Its line.
    let line: SourceLine
}
