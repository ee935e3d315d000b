import Model

/// `phase-out-of-year`: a phase of the timetable outside the year of its plan; only an info in an objective of
/// several years.
struct PhaseCheck {
    let context: ObjectiveContext

    var findings: [Finding] {
        let year = context.plan.year
        let isMultiYear = context.objective.tags.contains { tag in
            if case .multiYear = tag { return true }
            return false
        }
        return context.objective.phases.compactMap { phase in
            guard phase.spans.contains(where: { $0.from.year < year || $0.to.year > year }) else {
                return nil
            }
            return Finding(
                .phaseOutOfYear, isMultiYear ? .info : .warning, at: context.place(phase, "spans"),
                written: phase.timing.isEmpty ? phase.title : phase.timing, expected: "\(year)")
        }
    }
}
