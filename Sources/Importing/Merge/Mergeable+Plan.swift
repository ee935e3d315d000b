import Model

extension StrategicLine: Mergeable {
    var mergeName: String { title }

    static var mergeFields: [MergeField<StrategicLine>] {
        [
            .text("code", \.code), .text("definition", \.definition), .text("delegates", \.delegates),
            .cell("printedCounts.strategic", \.printedCounts.strategic),
            .cell("printedCounts.operational", \.printedCounts.operational),
            .cell("printedCounts.crossSector", \.printedCounts.crossSector),
            .cell("printedAchievement", \.printedAchievement),
            .custom { archive, document, log in
                let identities = MergeList.merge(
                    &archive.strategicObjectives, document.strategicObjectives, &log)
                // An objective points to its strategic objective by an identity that may be another one here.
                let objectives = document.objectives.map { objective in
                    var moved = objective
                    moved.strategicObjectiveID = objective.strategicObjectiveID.map { identities[$0] ?? $0 }
                    return moved
                }
                _ = MergeList.merge(&archive.objectives, objectives, &log)
            },
        ]
    }
}

extension StrategicObjective: Mergeable {
    var mergeName: String { title }
    static var mergeFields: [MergeField<StrategicObjective>] {
        [.text("code", \.code), .text("definition", \.definition)]
    }
}

extension Objective: Mergeable {
    var mergeName: String { title }

    static var mergeFields: [MergeField<Objective>] {
        [
            .text("code", \.code), .text("definition", \.definition), .text("sector", \.sector),
            .text("head", \.head), .text("criticalFactors", \.criticalFactors),
            .text("resources", \.resources),
            .text("note", \.note), .cell("due", \.due),
            .value(
                "strategicObjectiveID", \.strategicObjectiveID, isEmpty: { $0 == nil },
                text: { $0?.uuidString ?? "" }),
            .union("otherSectors", \.otherSectors, text: { $0 }), .union("tags", \.tags, text: { "\($0)" }),
            .union("dupReferences", \.dupReferences, text: { $0 }),
            .union("sustainableGoals", \.sustainableGoals, text: { String($0) }),
            .list(\.phases), .list(\.indicators), .list(\.participants),
        ]
    }
}

extension Phase: Mergeable {
    var mergeName: String { title }
    static var mergeFields: [MergeField<Phase>] {
        [
            .text("timing", \.timing),
            .value("spans", \.spans, isEmpty: \.isEmpty, text: { "\($0.count)" }),
        ]
    }
}

extension Participant: Mergeable {
    var mergeName: String { name }
    static var mergeFields: [MergeField<Participant>] { [.text("grade", \.grade), .cell("share", \.share)] }
}

extension Indicator: Mergeable {
    var mergeName: String { name }

    static var mergeFields: [MergeField<Indicator>] {
        [
            .word("dimension", \.dimension), .word("measure", \.measure), .text("formula", \.formula),
            .text("purpose", \.purpose), .cell("weight", \.weight), .cell("baseline", \.baseline),
            .cell("target", \.target), .cells("laterTargets", \.laterTargets), .cell("actual", \.actual),
            .text("note", \.note), .word("direction", \.direction),
            .value(
                "neutralisation", \.neutralisation, isEmpty: { $0 == nil }, text: { $0?.reason ?? "" }),
            .cell("printed.deviation", \.printed.deviation),
            .cell("printed.achievement", \.printed.achievement),
            .value(
                "printed.barometer", \.printed.barometer, isEmpty: { $0?.isEmpty ?? true }, text: { $0 ?? "" }
            ),
        ]
    }
}

extension IndexEntry: Mergeable {
    var mergeName: String { title }
    var matchKey: String {
        [line, strategicObjective, title, sector].map(\.comparisonKey).joined(separator: "|")
    }
    static var mergeFields: [MergeField<IndexEntry>] {
        [
            .cell("due", \.due), .union("dupReferences", \.dupReferences, text: { $0 }),
            .union("tags", \.tags, text: { "\($0)" }),
        ]
    }
}

extension Chapter: Mergeable {
    var mergeName: String { title }
    static var mergeFields: [MergeField<Chapter>] { [.text("text", \.text)] }
}

extension Plan: Mergeable {
    var mergeName: String { String(year) }
    static var mergeFields: [MergeField<Plan>] { [.list(\.lines), .list(\.index), .list(\.chapters)] }
}
