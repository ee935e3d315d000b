import Model

/// `actual-series-mismatch`: an actual is not the figure of the series that was chosen for it. Neither is changed: a
/// person decides which is right.
struct SeriesActualCheck: Sendable {
    let findings: [Finding]
    /// The objectives with an indicator whose actual a series gives, in order: few, as a rule.
    private let linked: [PlanChange.Position]

    /// The check of a whole plan.
    init(_ plan: Plan, _ services: ServiceCatalogue) {
        let positions = plan.lines.indices.lazy.flatMap { line in
            plan.lines[line].objectives.indices.lazy.map { PlanChange.Position(line: line, objective: $0) }
        }
        self.init(plan, services, among: positions)
    }

    /// The check of another state of the plan or of the services.
    func updating(_ change: PlanChange, to plan: Plan, _ services: ServiceCatalogue) -> SeriesActualCheck {
        guard change.hasSameShape else { return SeriesActualCheck(plan, services) }
        let positions = Set(linked).union(change.objectives).sorted {
            ($0.line, $0.objective) < ($1.line, $1.objective)
        }
        return SeriesActualCheck(plan, services, among: positions)
    }

    private init(
        _ plan: Plan, _ services: ServiceCatalogue, among positions: some Sequence<PlanChange.Position>
    ) {
        linked = positions.filter { position in
            // By index: an indicator is large, and need not be copied to be read.
            let indicators = plan.lines[position.line].objectives[position.objective].indicators
            return indicators.indices.contains { indicators[$0].actualSeriesID != nil }
        }
        findings = linked.flatMap { position in
            let line = plan.lines[position.line]
            let objective = line.objectives[position.objective]
            return objective.indicators.compactMap { indicator in
                Self.finding(
                    indicator, path: [line.title, objective.title, indicator.name], year: plan.year, services)
            }
        }
    }

    private static func finding(
        _ indicator: Indicator, path: [String], year: Int, _ services: ServiceCatalogue
    ) -> Finding? {
        guard let id = indicator.actualSeriesID, let figure = services.figure(of: id, year: year),
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
