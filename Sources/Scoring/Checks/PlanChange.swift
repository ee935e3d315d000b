import Model

/// What differs between two states of a plan. Parts that the two states share are compared at once, so the cost is that
/// of the lines that were touched.
struct PlanChange {
    /// Where an objective stands.
    struct Position: Hashable {
        let line: Int
        let objective: Int
    }

    /// Lines and objectives are the same ones in the same order. Where they are not, nothing else is told.
    let hasSameShape: Bool
    /// The objectives that differ, in order.
    private(set) var objectives: [Position] = []
    /// The lines of which fields of their own differ, ascending.
    private(set) var lines: [Int] = []
    /// Fields of the plan's own differ, its lines and answered findings apart.
    private(set) var isPlanChanged = false

    private let former: Plan
    private let plan: Plan

    init(from former: Plan, to plan: Plan) {
        self.former = former
        self.plan = plan
        hasSameShape = former.lines.elementsEqual(plan.lines) { left, right in
            left.id == right.id && left.objectives.count == right.objectives.count
        }
        guard hasSameShape else { return }
        isPlanChanged = former.ownFields != plan.ownFields
        for index in plan.lines.indices where former.lines[index] != plan.lines[index] {
            if former.lines[index].ownFields != plan.lines[index].ownFields { lines.append(index) }
            let (before, after) = (former.lines[index].objectives, plan.lines[index].objectives)
            for objective in after.indices where before[objective] != after[objective] {
                objectives.append(Position(line: index, objective: objective))
            }
        }
    }

    /// Whether an objective that differs was another one before, so that something moved.
    var isMoved: Bool {
        touches { $0.id != $1.id }
    }

    /// Whether `differs` holds for some objective that differs, before and after.
    func touches(_ differs: (Objective, Objective) -> Bool) -> Bool {
        objectives.contains { touches($0, differs) }
    }

    /// Whether `differs` holds for some objective of a line, before and after.
    func touches(line: Int, _ differs: (Objective, Objective) -> Bool) -> Bool {
        objectives.contains { $0.line == line && touches($0, differs) }
    }

    private func touches(_ position: Position, _ differs: (Objective, Objective) -> Bool) -> Bool {
        differs(
            former.lines[position.line].objectives[position.objective],
            plan.lines[position.line].objectives[position.objective])
    }
}

extension Plan {
    /// The plan without its lines and answered findings.
    fileprivate var ownFields: Plan {
        var own = self
        own.lines = []
        own.dismissals = []
        return own
    }
}

extension StrategicLine {
    /// The line without its objectives.
    fileprivate var ownFields: StrategicLine {
        var own = self
        own.objectives = []
        return own
    }
}
