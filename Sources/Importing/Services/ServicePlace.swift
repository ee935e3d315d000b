import Model

/// Where in a map something is told: the service, the part, and how rows are bound to it.
struct ServicePlace: Sendable {
    /// The name of the service.
    let service: String
    /// The part.
    let part: ServicePart

    /// Binds a row to the part's field.
    func bind(_ row: ServiceRow, _ reading: inout Reading) {
        bind(row, to: "service." + part.field, &reading)
    }

    /// Binds a row to any field.
    func bind(_ row: ServiceRow, to field: String, _ reading: inout Reading) {
        for line in row.lines { reading.ledger.bind(line, to: field) }
    }

    /// Tells something about a row of the part.
    func tell(
        _ code: FindingCode, _ severity: Severity, _ row: ServiceRow, _ reading: inout Reading,
        name: String = "", written: String? = nil, expected: String = "", evidence: [String: String] = [:]
    ) {
        reading.tell(
            code, severity, line: row.number, at: part.isSeries && !name.isEmpty ? .series : .service,
            path: name.isEmpty ? [service] : [service, name], field: part.field,
            written: written ?? reading.text.line(row.number)?.raw ?? "", expected: expected,
            evidence: evidence)
    }

    /// Binds a head and tells what in it was misspelt or is unknown.
    func bind(_ head: PartHead, _ row: ServiceRow, isRepeated: Bool, _ reading: inout Reading) {
        for line in row.lines { reading.ledger.bind(line, as: isRepeated ? .repeatedHeader : .tableHeader) }
        for column in head.columns {
            guard let corrected = column.corrected else { continue }
            reading.tellOnce(
                .headerMisspelt, .info, line: row.number, written: column.text, expected: corrected)
        }
        guard !isRepeated else { return }
        if let season = head.season, let year = head.years.first?.year {
            tell(.yearAssumed, .info, row, &reading, written: season, expected: String(year))
        }
        for cell in head.unknown { tell(.columnUnknown, .info, row, &reading, written: cell.text) }
    }

    /// Takes a row that is a note under a table, or says that there is nothing; false for any other row.
    func takeAside(_ row: ServiceRow, _ notes: inout [ServiceEntry], _ reading: inout Reading) -> Bool {
        if let note = row.footnote {
            notes.append(ServiceEntry(name: note.mark, detail: note.text, row: row))
            bind(row, to: "service.footnotes", &reading)
        } else if row.saysNone {
            for line in row.lines { reading.ledger.bind(line, as: .emptyLabel) }
        } else {
            return false
        }
        return true
    }
}

/// What a part of a map gave, before it becomes values of the archive; of a note the name is the mark that calls it.
struct ServiceEntry: Sendable {
    /// The name, cleaned.
    var name: String
    /// What the other columns say, cleaned.
    var detail = ""
    /// The row of the name; that of the detail where there is no name.
    var row: ServiceRow
    /// The rows of the detail, when it has more than the name's.
    var detailRows: [ServiceRow] = []
}
