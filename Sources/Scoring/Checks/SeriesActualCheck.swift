import Model

/// `actual-series-mismatch`: an actual is not the figure of the series that was chosen for it. Neither is changed: a
/// person decides which is right.
struct SeriesActualCheck {
    let findings: [Finding]

    init(_ plan: Plan, _ services: ServiceCatalogue) {
        var findings: [Finding] = []
        for line in plan.lines {
            for objective in line.objectives {
                for index in objective.indicators.indices
                where objective.indicators[index].actualSeriesID != nil {
                    let indicator = objective.indicators[index]
                    let place = Place(
                        .indicator, path: [line.title, objective.title, indicator.name],
                        entity: indicator.id, field: .actual, year: plan.year,
                        source: indicator.sources[.actual])
                    guard let id = indicator.actualSeriesID,
                        let figure = services.figure(of: id, year: plan.year), !figure.isBlank,
                        !figure.agrees(with: indicator)
                    else { continue }
                    findings.append(
                        Finding(
                            .actualSeriesMismatch, indicator.actual.isBlank ? .info : .warning, at: place,
                            written: indicator.actual.raw, expected: figure.value.raw,
                            evidence: ["service": figure.service, "series": figure.series]))
                }
            }
        }
        self.findings = findings
    }
}
