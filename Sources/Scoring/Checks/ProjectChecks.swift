import Model

/// `project-total-mismatch`, `gross-net-mismatch` and unreadable amounts of a year's projects.
struct ProjectChecks {
    private let book: ProjectBook
    private let profile: ScoringProfile

    init(_ book: ProjectBook, profile: ScoringProfile) {
        self.book = book
        self.profile = profile
    }

    /// All findings: the projects in order, then the totals.
    var findings: [Finding] {
        let amounts = book.projects.flatMap { project in
            amountFindings(project, project.ownResources, .ownResources)
                + amountFindings(project, project.thirdPartyResources, .thirdPartyResources)
        }
        let own = book.projects.compactMap(\.ownResources)
        let thirdParty = book.projects.compactMap(\.thirdPartyResources)
        return NameChecks.findings(in: book) + amounts
            + totalFindings(book.printedOwnTotal, of: own, .ownTotal)
            + totalFindings(book.printedThirdPartyTotal, of: thirdParty, .thirdPartyTotal)
    }

    /// All net amounts, which show the notation of the columns.
    private var nets: [ReportedValue] {
        book.projects.flatMap { [$0.ownResources?.net, $0.thirdPartyResources?.net] }.compactMap { $0 }
    }

    /// `value-ambiguous` of an amount that only says a bound (`fino a 5.000`), or that is in another unit than euro.
    private func unlike(_ net: ReportedValue, at place: Place) -> Finding? {
        guard net.number != nil else { return nil }
        let isInEuro = [.none, .euro].contains(net.unit)
        guard net.comparison != nil || !isInEuro else { return nil }
        return Finding(
            .valueAmbiguous, .warning, at: place, written: net.written,
            evidence: ["reason": isInEuro ? "bound" : "amount"])
    }

    private func amountFindings(_ project: PerformanceProject, _ amount: ProjectAmount?, _ field: FieldKey)
        -> [Finding]
    {
        guard let amount else { return [] }
        let net = place(project, field.part("net"))
        let gross = place(project, field.part("gross"))
        return CellReading.findings(amount.net, at: net, isFigureExpected: true)
            + (amount.gross.map { CellReading.findings($0, at: gross, isFigureExpected: true) } ?? [])
            + [
                CellReading.pointFinding(amount.net, beside: nets.filter { $0 != amount.net }, at: net),
                unlike(amount.net, at: net),
            ]
            .compactMap { $0 }
            + [grossFinding(amount, at: gross)].compactMap { $0 }
    }

    /// Net and gross agree where some net and some gross that round to the written ones do: each stands for half
    /// a unit of its last written digit on either side. `5291,00 (7.000 …)` agrees, for 5291 × 1,323 = 6999,993
    /// is 7.000; a wider tolerance would hide real slips.
    private func grossFinding(_ amount: ProjectAmount, at place: Place) -> Finding? {
        guard let net = PrintedFigure(amount.net), let grossCell = amount.gross,
            let gross = PrintedFigure(grossCell)
        else { return nil }
        let expected = profile.gross(ofNet: net.value)
        let tolerance =
            profile.gross(ofNet: ProjectChecks.halfUnit(net)) + ProjectChecks.halfUnit(gross)
        guard (expected - gross.value).magnitude > tolerance else { return nil }
        return Finding(
            .grossNetMismatch, .warning, at: place, written: grossCell.written,
            expected: ItalianNumber.write(expected.fraction.rounded(places: 2), places: 2),
            evidence: ["net": amount.net.written])
    }

    private static func halfUnit(_ figure: PrintedFigure) -> ExactDecimal {
        ExactDecimal(mantissa: 5, scale: figure.places + 1)
    }

    /// A total of amounts of which one cannot be read is not claimed to be wrong.
    private func totalFindings(_ cell: ReportedValue?, of amounts: [ProjectAmount], _ field: FieldKey)
        -> [Finding]
    {
        guard let cell, let printed = PrintedFigure(cell), !amounts.isEmpty,
            amounts.allSatisfy({ $0.net.isMissing || $0.net.number != nil })
        else { return [] }
        let sum = amounts.compactMap(\.net.number).reduce(.zero, +)
        guard !printed.shows(sum.fraction) else { return [] }
        let gross = amounts.compactMap { $0.gross?.number ?? $0.net.number }.reduce(.zero, +)
        let isGross = printed.shows(gross.fraction)
        let place = Place(
            .projects, path: [], entity: book.id, field: field, year: book.year,
            source: book.sources[field])
        return [
            Finding(
                .projectTotalMismatch, isGross ? .info : .error, at: place, written: cell.written,
                expected: ItalianNumber.write(sum, places: printed.places),
                evidence: isGross ? ["gross": "true"] : [:])
        ]
    }

    private func place(_ project: PerformanceProject, _ field: FieldKey) -> Place {
        Place(
            .project, path: [project.title], entity: project.id, field: field, year: book.year,
            source: project.sources[field] ?? project.sources[.title])
    }
}
