import Foundation
import Model

/// A document may list its objectives with their weights and tell each whole further on: the two are one.
enum ListedObjectives {
    /// Joins an objective that is nothing but a title, with a weight or an office, to the one of the same name that has
    /// more, where there is just one. The identity is that of the latter, the place that of the former within a line.
    static func join(_ plan: inout Plan) {
        // Most documents list none, and those of a large one are not copied to learn it.
        guard plan.lines.contains(where: { $0.objectives.contains { isListed($0) && !$0.title.isEmpty } })
        else { return }
        let objectives = plan.lines.flatMap(\.objectives)
        let whole = Dictionary(grouping: objectives.filter { !isListed($0) }) { key($0.title) }
        var listed: [UUID: Objective] = [:]
        for line in plan.lines {
            let own = Set(line.objectives.map(\.id))
            for objective in line.objectives where isListed(objective) && !objective.title.isEmpty {
                // The line that a list stands in is lost to no other one, unless a code tells that the two are one.
                guard let found = whole[key(objective.title)], found.count == 1,
                    listed[found[0].id] == nil,
                    line.title.isEmpty || own.contains(found[0].id)
                        || !objective.code.isEmpty && objective.code == found[0].code,
                    agree(objective, found[0])
                else { continue }
                listed[found[0].id] = objective
            }
        }
        guard !listed.isEmpty else { return }
        for index in plan.lines.indices {
            plan.lines[index].objectives = joined(plan.lines[index].objectives, listed)
        }
        plan.lines.removeAll { $0.title.isEmpty && $0.objectives.isEmpty && $0.strategicObjectives.isEmpty }
    }

    /// The objectives of a line without those of the list that have another one for them.
    private static func joined(_ objectives: [Objective], _ listed: [UUID: Objective]) -> [Objective] {
        let places = Set(listed.values.map(\.id))
        var filled: [UUID: Objective] = [:]
        for var objective in objectives {
            guard let found = listed[objective.id] else { continue }
            fill(&objective, from: found)
            filled[found.id] = objective
        }
        let own = Set(objectives.map(\.id))
        return objectives.compactMap { objective in
            if places.contains(objective.id) { return filled[objective.id] }
            guard let found = listed[objective.id] else { return objective }
            return own.contains(found.id) ? nil : filled[found.id]
        }
    }

    private static func isListed(_ objective: Objective) -> Bool {
        objective.indicators.isEmpty && objective.phases.isEmpty && objective.participants.isEmpty
            && objective.definition.isEmpty && objective.note.isEmpty && objective.resources.isEmpty
            && objective.tags.isEmpty && objective.dupReferences.isEmpty && objective.due == nil
            && objective.strategicObjectiveID == nil
    }

    /// Neither says of a field what the other denies.
    private static func agree(_ listed: Objective, _ whole: Objective) -> Bool {
        func agree(_ one: String, _ other: String) -> Bool {
            one.isEmpty || other.isEmpty || one.comparisonKey == other.comparisonKey
        }
        return agree(listed.code, whole.code)
            && (listed.weight == nil || whole.weight == nil || listed.weight == whole.weight)
            && agree(listed.sector, whole.sector) && agree(listed.head, whole.head)
    }

    private static func fill(_ objective: inout Objective, from listed: Objective) {
        if objective.weight == nil, let weight = listed.weight {
            (objective.weight, objective.sources["weight"]) = (weight, listed.sources.byField["weight"])
        }
        let texts = [("code", \Objective.code), ("head", \.head), ("sector", \.sector)]
        for (name, field) in texts where objective[keyPath: field].isEmpty {
            objective[keyPath: field] = listed[keyPath: field]
            objective.sources[name] = listed.sources.byField[name]
        }
    }

    /// What remarks in brackets at the end of a title do not change.
    private static func key(_ title: String) -> String {
        guard title.last == ")", let open = title.lastIndex(of: "("), open > title.startIndex else {
            return title.comparisonKey
        }
        return String(title[..<open]).comparisonKey
    }
}
