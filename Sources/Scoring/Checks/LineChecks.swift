import Model

/// A line with what its checks need to know.
struct LineContext {
    let plan: Plan
    let profile: ScoringProfile
    let facts: PlanFacts
    /// The position of the line.
    let line: Int
    let score: LineScore

    var strategicLine: StrategicLine { plan.lines[line] }

    func objective(_ index: Int) -> ObjectiveContext {
        ObjectiveContext(
            plan: plan, line: plan.lines[line], objective: plan.lines[line].objectives[index],
            score: score.objectives[index])
    }
}

/// The checks of a line with its objectives.
struct LineChecks: Sendable {
    private let own: [Finding]
    private let titles: [Finding]
    /// The checks of the objectives, in order.
    let objectives: [ObjectiveChecks]

    /// The line's own findings, then those of its objectives in order.
    var findings: [Finding] { own + objectives.flatMap(\.findings) }
    /// The findings about names: titles of objectives, then names of indicators by objective.
    var names: [Finding] { titles + objectives.flatMap(\.names) }

    init(_ context: LineContext, facts: [ObjectiveFacts]) {
        self.init(
            own: LineChecks.own(context), titles: NameChecks.titleFindings(in: context),
            objectives: facts.indices.map { ObjectiveChecks(context, $0, facts: facts[$0]) })
    }

    private init(own: [Finding], titles: [Finding], objectives: [ObjectiveChecks]) {
        self.own = own
        self.titles = titles
        self.objectives = objectives
    }

    /// The checks after a `change` that touched the line or some of its objectives.
    func updating(_ context: LineContext, facts: [ObjectiveFacts], _ change: PlanChange) -> LineChecks {
        guard !change.lines.contains(context.line) else { return LineChecks(context, facts: facts) }
        var objectives = objectives
        for position in change.objectives where position.line == context.line {
            objectives[position.objective] = ObjectiveChecks(
                context, position.objective, facts: facts[position.objective])
        }
        let hasOtherTitles = change.touches(line: context.line) {
            $0.title != $1.title || $0.code != $1.code || $0.sources != $1.sources
        }
        return LineChecks(
            own: LineChecks.own(context),
            titles: hasOtherTitles ? NameChecks.titleFindings(in: context) : titles, objectives: objectives)
    }

    private static func own(_ context: LineContext) -> [Finding] {
        let (plan, line) = (context.plan, context.strategicLine)
        var findings = LineAchievementCheck(plan: plan, line: line, score: context.score).findings
        if context.facts.hasActuals {
            findings += FullFigureCheck(plan: plan, line: line, score: context.score).findings
        }
        if context.profile.rollUp == .weighted {
            findings += ObjectiveWeightCheck(plan: plan, line: line).findings
        }
        return findings
    }
}

/// The checks of an objective with its indicators.
struct ObjectiveChecks: Sendable {
    /// What the objective adds to what is known of the plan.
    let facts: ObjectiveFacts
    /// The findings about the objective, then those about its indicators in order.
    let findings: [Finding]
    /// The findings about the names of its indicators.
    let names: [Finding]

    init(_ line: LineContext, _ index: Int, facts: ObjectiveFacts) {
        let context = line.objective(index)
        var findings = WeightsCheck(context: context, scale: line.facts.weights).findings
        findings += PhaseCheck(context: context).findings
        for (indicator, member) in zip(context.objective.indicators, context.score.members) {
            findings += ObjectiveChecks.findings(
                IndicatorContext(objective: context, indicator: indicator, score: member.score), member, line)
        }
        self.facts = facts
        self.findings = findings
        names = NameChecks.indicatorFindings(in: context)
    }

    private static func findings(
        _ context: IndicatorContext, _ member: ObjectiveScore.Member, _ line: LineContext
    ) -> [Finding] {
        let hasActuals = line.facts.hasActuals
        let cells =
            MissingChecks(context: context, hasActuals: hasActuals).findings
            + IndicatorReadingCheck(context: context).findings
        let read = hasActuals ? DropOutCheck(context: context, member: member).findings(cells) : cells
        return read + DirectionCheck(context: context, profile: line.profile).findings
            + DeviationCheck(context: context).findings
            + AchievementCheck(context: context, profile: line.profile).findings
    }
}
