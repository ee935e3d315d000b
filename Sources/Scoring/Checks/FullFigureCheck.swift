import Model

/// `not-assessable`, of an objective or a line: it looks fully reached only because some of it dropped out; or it
/// has no indicator, so that the line does without it.
struct FullFigureCheck {
    let plan: Plan
    let line: StrategicLine
    let score: LineScore

    var findings: [Finding] {
        let objectives = zip(line.objectives, score.objectives).compactMap(finding)
        let isLineFull = score.displayed == .hundred
        let dropped = score.group.leftOut.notAssessable
        guard isLineFull, dropped > 0, line.objectives.count > 1 else { return objectives }
        let place = Place(
            .line, path: [line.title], entity: line.id, year: plan.year, source: line.sources[.title])
        return objectives + [full(place, dropped: dropped)]
    }

    private func finding(_ objective: Objective, _ score: ObjectiveScore) -> Finding? {
        let place = Place(
            .objective, path: [line.title, objective.title], entity: objective.id, year: plan.year,
            source: objective.sources[.title])
        if score.state == .notAssessable(.noIndicators) {
            return Finding(
                .notAssessable, .warning, at: place,
                evidence: ["obstacle": Obstacle.noIndicators.rawValue, Finding.leftOutKey: ""])
        }
        let dropped = score.leftOut.notAssessable
        return score.displayed == .hundred && dropped > 0 ? full(place, dropped: dropped) : nil
    }

    private func full(_ place: Place, dropped: Int) -> Finding {
        Finding(
            .notAssessable, .warning, at: place, written: "100%",
            evidence: ["dropped": "\(dropped)", Finding.leftOutKey: ""])
    }
}

/// `reporting-incomplete`: nobody has reported on a plan's year yet. One finding, not one for each indicator; a
/// warning once the year is closed, for then all of it counts as not reached.
struct ReportingCheck {
    let plan: Plan

    var findings: [Finding] {
        let count = plan.lines.reduce(0) { $1.objectives.reduce($0) { $0 + $1.indicators.count } }
        guard count > 0 else { return [] }
        let place = Place(
            .plan, path: [], entity: plan.id, field: .lines, year: plan.year, source: plan.sources[.lines])
        return [
            Finding(
                .reportingIncomplete, plan.isClosed ? .warning : .info, at: place,
                evidence: ["count": "\(count)", "year": "\(plan.year)"])
        ]
    }
}
