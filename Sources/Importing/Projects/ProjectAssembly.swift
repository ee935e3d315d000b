import Model
import Reading

/// Makes a book of projects out of what the scanner found.
struct ProjectAssembly {
    private(set) var reading: Reading
    private(set) var book: ProjectBook
    private var identifiers: StableIDGenerator
    private let ownNotation: ColumnNotation
    private let thirdPartyNotation: ColumnNotation

    init(_ reading: Reading, year: Int, rows: [ProjectRow]) {
        self.reading = reading
        identifiers = reading.identifiers
        book = ProjectBook(id: identifiers.identity("projects", String(year)), year: year)
        ownNotation = ColumnNotation(rows.compactMap { $0.cells[.ownResources] })
        thirdPartyNotation = ColumnNotation(rows.compactMap { $0.cells[.thirdPartyResources] })
        for row in rows { add(row) }
    }

    private mutating func add(_ row: ProjectRow) {
        let parts = ProjectTitle(raw: row.rawTitle)
        let number = row.cells[.number] ?? ""
        var project = PerformanceProject(
            id: identifiers.identity("projects", String(book.year), "project", number, parts.title),
            title: parts.title)
        let source = reading.source(row.lines[0])
        project.sources[""] = source
        project.number = number
        project.scope = parts.scope.isEmpty ? row.cells[.sector] ?? "" : parts.scope
        project.dupReferences = parts.dupReferences
        project.description = row.cells[.definition] ?? ""
        project.typeOrFunder = row.cells[.funder] ?? row.cells[.objectiveType] ?? ""
        project.expectedResult = row.cells[.target] ?? ""
        for (term, field) in Self.fields where row.cells[term] != nil { project.sources[field] = source }
        project.ownResources = amount(
            row.cells[.ownResources], gross: row.cells[.ownGross], ownNotation, "ownResources", project, row)
        project.thirdPartyResources = amount(
            row.cells[.thirdPartyResources], gross: row.cells[.thirdPartyGross], thirdPartyNotation,
            "thirdPartyResources", project, row)
        book.projects.append(project)
    }

    /// An amount, and the gross one of a column of its own: one that a note says to be computed is none that the office
    /// wrote. A gross amount alone is no net one.
    private mutating func amount(
        _ net: String?, gross: String?, _ notation: ColumnNotation, _ field: String,
        _ project: PerformanceProject, _ row: ProjectRow
    ) -> ProjectAmount? {
        var amount = net.map { self.amount($0, notation, field, project, row) }
        guard let gross = gross.map({ notation.value($0, as: .euro) }) else { return amount }
        let note = gross.note.map { MatchKey($0).words.first.map(String.init) ?? "" } ?? ""
        guard !gross.isMissing, !Self.computed.contains(where: note.hasPrefix) else { return amount }
        if amount == nil { amount = ProjectAmount(net: ReportedValue(reading: "")) }
        amount?.gross = gross
        return amount
    }

    private static let computed = ["calcolat", "berechnet", "calcul", "computed"]

    private mutating func amount(
        _ cell: String, _ notation: ColumnNotation, _ field: String, _ project: PerformanceProject,
        _ row: ProjectRow
    ) -> ProjectAmount {
        let amount = ProjectAmount(reading: cell, notation: notation)
        if case .text = amount.net.content, amount.gross == nil {
            reading.tell(
                .valueUnreadable, .warning, line: row.lines[0].number, at: .project,
                path: [project.number, project.title], field: field, written: cell)
        }
        return amount
    }

    private static let fields: [(FieldTerm, String)] = [
        (.number, "number"), (.objective, "title"), (.definition, "description"),
        (.ownResources, "ownResources"), (.thirdPartyResources, "thirdPartyResources"),
        (.ownGross, "ownResources"), (.thirdPartyGross, "thirdPartyResources"),
        (.objectiveType, "typeOrFunder"), (.funder, "typeOrFunder"), (.target, "expectedResult"),
        (.sector, "scope"),
    ]
}

// MARK: - Totals and basis

extension ProjectAssembly {
    /// Sets the printed totals. Amounts without a label are taken in the order of the columns, and told.
    mutating func takeTotals(_ totals: [ProjectTotal]) {
        for total in totals {
            if let own = total.own { set(own, isOwn: true, total.line) }
            if let third = total.thirdParty { set(third, isOwn: false, total.line) }
            if let bare = total.bare { takeBare(bare, total.line) }
        }
    }

    private mutating func takeBare(_ cell: String, _ line: SourceLine) {
        let hasOwn = book.projects.contains { $0.ownResources != nil }
        let hasThird = book.projects.contains { $0.thirdPartyResources != nil }
        let isOwn = book.printedOwnTotal == nil && hasOwn
        guard isOwn || (book.printedThirdPartyTotal == nil && hasThird) else {
            reading.ledger.release(line.number)
            return
        }
        set(cell, isOwn: isOwn, line)
        reading.tell(
            .headingAssumed, .info, line: line.number, at: .projects, path: [],
            field: isOwn ? "printedOwnTotal" : "printedThirdPartyTotal", written: cell)
    }

    private mutating func set(_ cell: String, isOwn: Bool, _ line: SourceLine) {
        let field = isOwn ? \ProjectBook.printedOwnTotal : \.printedThirdPartyTotal
        book[keyPath: field] = (isOwn ? ownNotation : thirdPartyNotation).value(cell, as: .euro)
        book.sources[isOwn ? "printedOwnTotal" : "printedThirdPartyTotal"] = reading.source(line)
    }

    /// The contract and article that a line above the list cites: up to the colon after them.
    mutating func takeBasis(before first: Int) {
        for line in reading.lines.prefix(max(0, first - 1)) where !line.isBlank && !line.isTabular {
            let words = MatchKey(line.text).words
            guard words.contains("ccnl"),
                words.contains(where: { ["art", "articolo", "comma"].contains($0) })
            else { continue }
            let basis = line.text.firstIndex(of: ":").map { line.text[..<$0] } ?? line.text[...]
            book.legalBasis = String(basis.trimmedEnds)
            book.sources["legalBasis"] = reading.source(line)
            reading.ledger.bind(line.number, to: "projects.legalBasis")
            return
        }
    }
}
