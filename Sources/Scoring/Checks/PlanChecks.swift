import Model

/// The checks of a plan with its report, kept by what they depend on: after a change those are made again that it
/// touches, and the findings put together anew.
struct PlanChecks: Sendable {
    /// All findings, in the order of the lines, the plan's own last.
    let findings: [Finding]

    private let plan: Plan
    private let profile: ScoringProfile
    private let facts: PlanFacts
    private let lines: [LineChecks]
    /// Findings of the plan's own.
    private let own: Own

    private struct Own: Sendable {
        var reporting: [Finding]
        var names: [Finding]
        var index: [Finding]
        var paymentTimes: [Finding]
    }

    /// The checks of `plan` with its scores under the municipality's `profile`.
    init(_ plan: Plan, profile: ScoringProfile, score: PlanScore) {
        let all = plan.lines.map { $0.objectives.map(ObjectiveFacts.init) }
        let facts = PlanFacts(all)
        let lines = plan.lines.indices.map { index in
            LineChecks(
                LineContext(
                    plan: plan, profile: profile, facts: facts, line: index, score: score.lines[index]),
                facts: all[index])
        }
        self.init(
            plan, profile, facts, lines,
            Own(
                reporting: facts.hasActuals ? [] : ReportingCheck(plan: plan).findings,
                names: NameChecks.lineFindings(in: plan), index: IndexCheck(plan).findings,
                paymentTimes: PaymentTimesCheck(plan).findings))
    }

    /// The checks of another state of the plan, with its scores under the same or another profile.
    func updating(to plan: Plan, profile: ScoringProfile, score: PlanScore) -> PlanChecks {
        let change = PlanChange(from: self.plan, to: plan)
        guard change.hasSameShape, !change.isMoved, profile == self.profile, plan.year == self.plan.year,
            plan.isClosed == self.plan.isClosed
        else { return PlanChecks(plan, profile: profile, score: score) }
        var all = lines.map { $0.objectives.map(\.facts) }
        for position in change.objectives {
            all[position.line][position.objective] = ObjectiveFacts(
                plan.lines[position.line].objectives[position.objective])
        }
        let facts = PlanFacts(all)
        guard facts == self.facts else { return PlanChecks(plan, profile: profile, score: score) }
        var lines = lines
        for line in Set(change.lines).union(change.objectives.map(\.line)) {
            let context = LineContext(
                plan: plan, profile: profile, facts: facts, line: line, score: score.lines[line])
            lines[line] = lines[line].updating(context, facts: all[line], change)
        }
        return PlanChecks(plan, profile, facts, lines, own(of: plan, facts, change))
    }

    private func own(of plan: Plan, _ facts: PlanFacts, _ change: PlanChange) -> Own {
        var own = own
        if !facts.hasActuals { own.reporting = ReportingCheck(plan: plan).findings }
        let hasOtherLines = !change.lines.isEmpty
        if hasOtherLines { own.names = NameChecks.lineFindings(in: plan) }
        if change.isPlanChanged { own.paymentTimes = PaymentTimesCheck(plan).findings }
        if change.isPlanChanged || hasOtherLines || change.touches(IndexCheck.reads) {
            own.index = IndexCheck(plan).findings
        }
        return own
    }

    private init(
        _ plan: Plan, _ profile: ScoringProfile, _ facts: PlanFacts, _ lines: [LineChecks], _ own: Own
    ) {
        self.plan = plan
        self.profile = profile
        self.facts = facts
        self.lines = lines
        self.own = own
        var findings = lines.flatMap(\.findings)
        findings += own.reporting
        findings += own.names
        findings += lines.flatMap(\.names)
        findings += own.index
        findings += own.paymentTimes
        self.findings = findings
    }
}

/// What the checks of one objective need to know of all: whether anybody reported, and what weights are shares of.
struct PlanFacts: Hashable, Sendable {
    let hasActuals: Bool
    let weights: WeightScale

    init(_ objectives: [[ObjectiveFacts]]) {
        hasActuals = objectives.contains { $0.contains(where: \.hasActuals) }
        weights = objectives.contains { $0.contains(where: \.hasShares) } ? .shares : .multipliers
    }
}

/// What an objective adds to `PlanFacts`.
struct ObjectiveFacts: Hashable, Sendable {
    /// Some indicator has an actual.
    let hasActuals: Bool
    /// The weights sum to 100 or 1, or one is above 10: they are no multipliers.
    let hasShares: Bool

    init(_ objective: Objective) {
        let weights = objective.indicators.compactMap(\.weight.weightValue)
        let sum = weights.reduce(ExactDecimal.zero, +)
        hasActuals = objective.indicators.contains { !$0.actual.isMissing }
        hasShares =
            sum == .hundred || sum == ExactDecimal(1) || weights.contains { $0 > ExactDecimal(10) }
    }
}
