import Model

/// The checks of a plan with its report.
struct PlanChecks {
    private let plan: Plan
    private let profile: ScoringProfile
    private let score: PlanScore

    init(_ plan: Plan, profile: ScoringProfile) {
        self.plan = plan
        self.profile = profile
        score = PlanScore(plan, profile: profile)
    }

    /// All findings, in the order of the lines, the plan's own last.
    var findings: [Finding] {
        let weights = WeightScale(of: plan)
        let hasActuals = plan.objectives.contains { $0.indicators.contains { !$0.actual.isMissing } }
        var findings: [Finding] = []
        for (line, lineScore) in zip(plan.lines, score.lines) {
            findings += LineAchievementCheck(plan: plan, line: line, score: lineScore).findings
            if hasActuals { findings += FullFigureCheck(plan: plan, line: line, score: lineScore).findings }
            if profile.rollUp == .weighted {
                findings += ObjectiveWeightCheck(plan: plan, line: line).findings
            }
            for (objective, objectiveScore) in zip(line.objectives, lineScore.objectives) {
                let context = ObjectiveContext(
                    plan: plan, line: line, objective: objective, score: objectiveScore)
                findings += WeightsCheck(context: context, scale: weights).findings
                findings += PhaseCheck(context: context).findings
                for (indicator, member) in zip(objective.indicators, objectiveScore.members) {
                    let context = IndicatorContext(
                        objective: context, indicator: indicator, score: member.score)
                    findings += indicatorFindings(context, member, hasActuals: hasActuals)
                }
            }
        }
        if !hasActuals { findings += ReportingCheck(plan: plan).findings }
        return findings + NameChecks.findings(in: plan) + IndexCheck(plan).findings
            + PaymentTimesCheck(plan).findings
    }

    private func indicatorFindings(
        _ context: IndicatorContext, _ member: ObjectiveScore.Member, hasActuals: Bool
    ) -> [Finding] {
        let cells =
            MissingChecks(context: context, hasActuals: hasActuals).findings
            + IndicatorReadingCheck(context: context).findings
        let read = hasActuals ? DropOutCheck(context: context, member: member).findings(cells) : cells
        return read + DirectionCheck(context: context, profile: profile).findings
            + DeviationCheck(context: context).findings
            + AchievementCheck(context: context, profile: profile).findings
    }
}
