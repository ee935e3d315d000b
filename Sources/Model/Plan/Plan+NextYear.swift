import Foundation

extension Plan {
    /// The plan of a later year made from this one: the same lines, objectives and indicators, to be gone over.
    ///
    /// What happened in this year stays behind: actuals, notes, neutralisations, valued percentages, reprogrammings,
    /// printed figures, acts, chapters, answers and sources. Months move with the year, and an objective of several
    /// years goes into its next phase. A target is the one that was foreseen for that year, else this year's; a date
    /// is left to be entered, for that of this year would be past.
    /// - Parameters:
    ///   - year: the new plan's year.
    ///   - targetsFromActuals: where no target was foreseen, the figure that was reached becomes the target.
    /// - Returns: a plan with identities of its own, always the same ones for the same plan and year.
    public func next(year: Int, targetsFromActuals: Bool = false) -> Plan {
        let step = NextYear(from: self.year, to: year, targetsFromActuals: targetsFromActuals)
        var plan = Plan(id: step.identity(of: id), year: year)
        plan.lines = lines.map(step.line)
        return plan
    }
}

/// The step from the plan of a year to that of a later one.
private struct NextYear {
    let from: Int
    let to: Int
    let targetsFromActuals: Bool

    /// The identity that stands for `id` in the new year.
    func identity(of id: UUID) -> UUID { UUID(nextYear: to, of: id) }

    func line(_ old: StrategicLine) -> StrategicLine {
        var line = StrategicLine(id: identity(of: old.id), title: old.title)
        line.code = old.code
        line.definition = old.definition
        line.delegates = old.delegates
        line.strategicObjectives = old.strategicObjectives.map(strategicObjective)
        line.objectives = old.objectives.map(objective)
        return line
    }

    private func strategicObjective(_ old: StrategicObjective) -> StrategicObjective {
        var new = StrategicObjective(id: identity(of: old.id), title: old.title)
        new.code = old.code
        new.definition = old.definition
        return new
    }

    private func objective(_ old: Objective) -> Objective {
        var new = Objective(id: identity(of: old.id), title: old.title)
        new.code = old.code
        new.definition = old.definition
        new.strategicObjectiveID = old.strategicObjectiveID.map(identity)
        new.sector = old.sector
        new.head = old.head
        new.otherSectors = old.otherSectors
        new.tags = old.tags.compactMap(tag)
        new.dupReferences = old.dupReferences
        new.sustainableGoals = old.sustainableGoals
        new.weight = old.weight
        new.phases = old.phases.map(phase)
        new.criticalFactors = old.criticalFactors
        new.indicators = old.indicators.map(indicator)
        new.participants = old.participants.map(participant)
        new.resources = old.resources
        return new
    }

    /// The mark in the new year; none where the last phase was that of the old one.
    private func tag(_ old: Tag) -> Tag? {
        guard case .multiYear(let phase?, let count) = old else { return old }
        let next = phase + to - from
        if let count, next > count { return nil }
        return .multiYear(phase: next, of: count)
    }

    private func phase(_ old: Phase) -> Phase {
        var new = Phase(id: identity(of: old.id), title: old.title)
        new.spans = old.spans.map { MonthSpan(from: month($0.from), to: month($0.to)) }
        return new
    }

    private func month(_ old: Month) -> Month {
        Month(year: old.year + to - from, number: old.number)
    }

    private func participant(_ old: Participant) -> Participant {
        var new = Participant(id: identity(of: old.id), name: old.name)
        new.grade = old.grade
        new.share = old.share
        return new
    }

    private func indicator(_ old: Indicator) -> Indicator {
        var new = Indicator(id: identity(of: old.id), name: old.name)
        new.dimension = old.dimension
        new.measure = old.measure
        new.formula = old.formula
        new.purpose = old.purpose
        new.weight = old.weight
        new.direction = old.direction
        new.rule = old.rule
        new.continuity = Continuity(indicatorID: old.id)
        new.actualSeriesID = old.actualSeriesID
        new.target = target(of: old)
        new.laterTargets = old.laterTargets.filter { $0.key > to }
        // The figure to start from is the one that was reached, where the indicator starts from one at all.
        if let baseline = old.baseline { new.baseline = reached(old) ?? baseline }
        return new
    }

    private func target(of old: Indicator) -> ReportedValue {
        if let foreseen = old.laterTargets[to] { return foreseen }
        if targetsFromActuals, let reached = reached(old) { return reached }
        if case .date = old.target.content { return .notEntered }
        return old.target
    }

    /// The figure that was reached, without the notes of that year; nil where it is no figure.
    private func reached(_ old: Indicator) -> ReportedValue? {
        guard case .number(let figure) = old.actual.content else { return nil }
        let isBare = old.actual.note == nil && old.actual.mark == nil
        return isBare ? old.actual : ReportedValue(number: figure, unit: old.actual.unit)
    }
}

extension UUID {
    /// The identity of what the plan of `year` made from an earlier one has for `former`.
    init(nextYear year: Int, of former: UUID) {
        self.init(naming: ["next-year", former.uuidString, "\(year)"])
    }
}
