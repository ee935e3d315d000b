import Model

/// An objective with the line that it stands in, for the checks that walk a plan.
struct ObjectiveContext {
    let plan: Plan
    let line: StrategicLine
    let objective: Objective
    let score: ObjectiveScore

    /// The place of the objective's `field`.
    func place(_ field: FieldKey? = nil) -> Place {
        Place(
            .objective, path: [line.title, objective.title], entity: objective.id, field: field?.rawValue,
            year: plan.year, source: objective.sources[field ?? .title] ?? objective.sources[.title])
    }

    /// The place of a phase's `field`.
    func place(_ phase: Phase, _ field: FieldKey) -> Place {
        Place(
            .phase, path: [line.title, objective.title, phase.title], entity: phase.id, field: field,
            year: plan.year,
            source: phase.sources[field] ?? phase.sources[.title] ?? objective.sources[.title])
    }
}

/// An indicator with the objective that it stands in.
struct IndicatorContext {
    let objective: ObjectiveContext
    let indicator: Indicator
    let score: IndicatorScore

    /// The place of the indicator's `field`.
    func place(_ field: FieldKey? = nil) -> Place {
        Place(
            .indicator, path: [objective.line.title, objective.objective.title, indicator.name],
            entity: indicator.id, field: field?.rawValue, year: objective.plan.year,
            source: indicator.sources[field ?? .name] ?? indicator.sources[.name]
                ?? objective.objective.sources[.title])
    }
}
