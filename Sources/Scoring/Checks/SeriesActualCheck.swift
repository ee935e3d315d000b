import Model

/// `actual-series-mismatch`: an actual is not the figure of the series that was chosen for it. Neither is changed: a
/// person decides which is right.
struct SeriesActualCheck: Sendable {
    let findings: [Finding]
    /// The objectives with an indicator whose actual a series gives, in order, with what was found.
    private let linked: [(position: PlanChange.Position, findings: [Finding])]
    private let services: ServiceCatalogue

    /// The check of a whole plan.
    init(_ plan: Plan, _ services: ServiceCatalogue) {
        let positions = plan.lines.indices.lazy.flatMap { line in
            plan.lines[line].objectives.indices.lazy.map { PlanChange.Position(line: line, objective: $0) }
        }
        self.init(plan, services, among: positions, known: [:])
    }

    /// The check of another state of the plan or of the services.
    func updating(_ change: PlanChange, to plan: Plan, _ services: ServiceCatalogue) -> SeriesActualCheck {
        guard change.hasSameShape else { return SeriesActualCheck(plan, services) }
        let positions = Set(linked.map(\.position)).union(change.objectives).sorted {
            ($0.line, $0.objective) < ($1.line, $1.objective)
        }
        guard services.services == self.services.services else {
            return SeriesActualCheck(plan, services, among: positions, known: [:])
        }
        let touched = Set(change.objectives)
        let untouched = linked.filter {
            !touched.contains($0.position) && !change.lines.contains($0.position.line)
        }
        return SeriesActualCheck(
            plan, services, among: positions,
            known: Dictionary(untouched.map { ($0.position, $0.findings) }, uniquingKeysWith: { $1 }))
    }

    /// - Parameter known: what was found in objectives that are as they were.
    private init(
        _ plan: Plan, _ services: ServiceCatalogue, among positions: some Sequence<PlanChange.Position>,
        known: [PlanChange.Position: [Finding]]
    ) {
        var series: SeriesIndex?
        linked = positions.compactMap { position in
            if let findings = known[position] { return (position, findings) }
            // By index: an indicator is large, and need not be copied to be read.
            let indicators = plan.lines[position.line].objectives[position.objective].indicators
            guard indicators.indices.contains(where: { indicators[$0].actualSeriesID != nil }) else {
                return nil
            }
            let index = series ?? SeriesIndex(services)
            series = index
            return (position, Self.findings(at: position, of: plan, index))
        }
        findings = linked.flatMap(\.findings)
        self.services = services
    }

    private static func findings(
        at position: PlanChange.Position, of plan: Plan, _ series: SeriesIndex
    ) -> [Finding] {
        let line = plan.lines[position.line]
        let objective = line.objectives[position.objective]
        return objective.indicators.compactMap { indicator in
            finding(
                indicator, path: [line.title, objective.title, indicator.name], year: plan.year, series)
        }
    }

    private static func finding(
        _ indicator: Indicator, path: [String], year: Int, _ series: SeriesIndex
    ) -> Finding? {
        guard let id = indicator.actualSeriesID, let figure = series.figure(of: id, year: year),
            !figure.isBlank, !figure.agrees(with: indicator)
        else { return nil }
        let place = Place(
            .indicator, path: path, entity: indicator.id, field: .actual, year: year,
            source: indicator.sources[.actual])
        return Finding(
            .actualSeriesMismatch, indicator.actual.isBlank ? .info : .warning, at: place,
            written: indicator.actual.raw, expected: figure.value.raw,
            evidence: ["service": figure.service, "series": figure.series])
    }
}
