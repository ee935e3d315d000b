import Model

/// `tenure-gap`: days of the year on which nobody heads a sector.
///
/// Only sectors with a tenure in the year are looked at, and those that have none but whose objectives stand in
/// a plan whose other sectors have heads: organisations change, and old years' tenures may not be in the archive.
struct TenureCheck {
    let municipality: Municipality
    let plan: Plan?
    let year: Int

    var findings: [Finding] {
        guard let first = CalendarDate(year: year, month: 1, day: 1),
            let last = CalendarDate(year: year, month: 12, day: 31)
        else { return [] }
        let isKnown = municipality.sectors.contains { !runs(of: $0, first, last).isEmpty }
        let named = Set((plan?.objectives ?? []).map(\.sector.comparisonKey))
        return municipality.sectors.flatMap { sector -> [Finding] in
            let runs = runs(of: sector, first, last)
            if runs.isEmpty {
                let isNamed = !named.isDisjoint(with: sector.nameKeys)
                guard isKnown, isNamed, sector.tenures.isEmpty else { return [] }
            }
            return gaps(between: runs, first, last).map { finding(sector, $0.from, $0.to) }
        }
    }

    /// The days covered within the year, by first day.
    private func runs(of sector: Sector, _ first: CalendarDate, _ last: CalendarDate)
        -> [(from: CalendarDate, to: CalendarDate)]
    {
        sector.tenures.map { (max(first, $0.from ?? first), min(last, $0.to ?? last)) }
            .filter { $0.0 <= $0.1 }.sorted { $0.0 < $1.0 }
    }

    private func gaps(
        between runs: [(from: CalendarDate, to: CalendarDate)], _ first: CalendarDate, _ last: CalendarDate
    ) -> [(from: CalendarDate, to: CalendarDate)] {
        var gaps: [(from: CalendarDate, to: CalendarDate)] = []
        var open: CalendarDate? = first
        for run in runs {
            guard let start = open else { return gaps }
            if start < run.from, let before = run.from.previous { gaps.append((start, before)) }
            open = run.to < start ? start : run.to.next
        }
        if let start = open, start <= last { gaps.append((start, last)) }
        return gaps
    }

    private func finding(_ sector: Sector, _ from: CalendarDate, _ to: CalendarDate) -> Finding {
        let written = sector.tenures.map { tenure in
            "\(tenure.from?.italian ?? "")–\(tenure.to?.italian ?? "")"
        }
        let source = sector.tenures.last?.sources[.to] ?? sector.sources[.tenures] ?? sector.sources[.name]
        let place = Place(
            .sector, path: [sector.name], entity: sector.id, field: .tenures, year: year, source: source)
        return Finding(
            .tenureGap, .warning, at: place, written: written.joined(separator: ", "),
            expected: "\(from.italian)–\(to.italian)",
            evidence: ["from": from.italian, "to": to.italian])
    }
}

extension Sector {
    /// The keys of the name as documents write it, with and without its code.
    public var nameKeys: Set<String> {
        [name.comparisonKey, "\(code) \(name)".comparisonKey, "settore \(name)".comparisonKey]
    }
}

extension CalendarDate {
    /// The day before.
    var previous: CalendarDate? {
        if day > 1 { return CalendarDate(year: year, month: month, day: day - 1) }
        guard month > 1 else { return CalendarDate(year: year - 1, month: 12, day: 31) }
        let days = CalendarDate.days(inMonth: month - 1, of: year)
        return CalendarDate(year: year, month: month - 1, day: days)
    }
}
