import Model

/// In a list of objectives with one indicator each, weights that sum to 100 over the objectives of an office, or all of them, are those of
/// the objectives: within an objective its only indicator has no other share than the whole.
enum SoleWeights {
    /// Gives such weights to the objectives.
    static func settle(_ plan: inout Plan) {
        let objectives = plan.lines.flatMap(\.objectives)
        guard objectives.allSatisfy({ $0.weight == nil && $0.indicators.count == 1 }) else { return }
        let offices = Dictionary(grouping: objectives) { [$0.sector, $0.head] }
        // Those of each office have the whole, or all of them together.
        guard
            areSums(offices.values) && offices.values.contains(where: { $0.count > 1 })
                || areSums([objectives]) && objectives.count > 1
        else { return }
        for line in plan.lines.indices {
            for index in plan.lines[line].objectives.indices {
                move(&plan.lines[line].objectives[index])
            }
        }
    }

    private static func areSums(_ groups: some Collection<[Objective]>) -> Bool {
        groups.allSatisfy { group in
            let weights = group.compactMap { $0.indicators[0].weight.number }
            return weights.count == group.count && weights.reduce(.zero, +) == .hundred
        }
    }

    private static func move(_ objective: inout Objective) {
        objective.weight = objective.indicators[0].weight.number
        objective.sources["weight"] = objective.indicators[0].sources.byField["weight"]
        objective.indicators[0].weight = .notEntered
        objective.indicators[0].sources["weight"] = nil
    }
}
