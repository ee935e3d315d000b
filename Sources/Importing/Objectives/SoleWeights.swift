import Model

/// In a list of objectives with one indicator each, weights that sum to 100 over the objectives of an office, or all of them, are those of
/// the objectives: within an objective its only indicator has no other share than the whole.
enum SoleWeights {
    /// Gives such weights to the objectives.
    static func settle(_ plan: inout Plan) {
        guard
            plan.lines.allSatisfy({ line in
                line.objectives.allSatisfy { $0.weight == nil && $0.indicators.count == 1 }
            })
        else { return }
        var all: [ExactDecimal?] = []
        var offices: [[String]: [ExactDecimal?]] = [:]
        for line in plan.lines {
            for objective in line.objectives {
                let weight = objective.indicators[0].weight.number
                all.append(weight)
                offices[[objective.sector, objective.head], default: []].append(weight)
            }
        }
        // Those of each office have the whole, or all of them together.
        guard
            offices.values.allSatisfy(areWhole) && offices.values.contains(where: { $0.count > 1 })
                || areWhole(all) && all.count > 1
        else { return }
        for line in plan.lines.indices {
            for index in plan.lines[line].objectives.indices {
                move(&plan.lines[line].objectives[index])
            }
        }
    }

    private static func areWhole(_ weights: [ExactDecimal?]) -> Bool {
        weights.allSatisfy { $0 != nil } && weights.compactMap(\.self).reduce(.zero, +) == .hundred
    }

    private static func move(_ objective: inout Objective) {
        objective.weight = objective.indicators[0].weight.number
        objective.sources["weight"] = objective.indicators[0].sources.byField["weight"]
        objective.indicators[0].weight = .notEntered
        objective.indicators[0].sources["weight"] = nil
    }
}
