import Importing
import Localization

extension FieldTerm {
    /// What a column or label can be named as, in the order in which people are asked.
    public static let choices: [FieldTerm] = [
        .line, .strategicObjective, .number, .objective, .definition, .objectiveWeight, .sector, .head, .due,
        .otherSectors, .participants, .grade, .tags, .dupReferences, .criticalFactors, .sustainableGoals,
        .indicator, .dimension, .formula, .purpose, .baseline, .target, .actual, .deviation, .weight,
        .achievement, .note, .phase, .phaseStart, .phaseEnd, .period, .total,
        .project, .ownResources, .ownGross, .thirdPartyResources, .thirdPartyGross, .funder,
    ]

    /// The term for people.
    public var title: String {
        switch self {
        case .number: trc("term", "Code of the objective")
        case .line: trc("term", "Strategic line")
        case .strategicObjective: trc("term", "Strategic objective")
        case .objective: trc("term", "Objective")
        case .definition: trc("term", "Description of the objective")
        case .sector: trc("term", "Sector or service")
        case .head: trc("term", "Head")
        case .objectiveWeight: trc("term", "Weight of the objective")
        case .indicator: trc("term", "Indicator or series")
        case .dimension: trc("term", "Dimension")
        case .formula: trc("term", "Formula")
        case .purpose: trc("term", "Purpose")
        case .unit: trc("term", "Unit")
        case .baseline: trc("term", "Baseline")
        case .target: trc("term", "Target")
        case .actual: trc("term", "Actual")
        case .deviation: trc("term", "Deviation")
        case .note: trc("term", "Note")
        case .weight: trc("term", "Weight of the indicator")
        case .achievement: trc("term", "Achievement")
        case .barometer: trc("term", "Barometer")
        case .due: trc("term", "Due date")
        case .programme: trc("term", "Mission or programme")
        case .dataSource: trc("term", "Source of the data")
        case .objectiveType: trc("term", "Type of objective")
        case .participants: trc("term", "Participants")
        case .resources: trc("term", "Resources")
        case .phase: trc("term", "Phase")
        case .phaseStart: trc("term", "Begin of the phase")
        case .phaseEnd: trc("term", "End of the phase")
        case .delegate: trc("term", "Delegate")
        case .period: trc("term", "Value of a year")
        case .month: trc("term", "Value of a month")
        case .total: trc("term", "Total")
        case .computed: trc("term", "Computed")
        case .tags: trc("term", "Marks of the objective")
        case .dupReferences: trc("term", "References to the DUP")
        case .criticalFactors: trc("term", "Critical factors")
        case .sustainableGoals: trc("term", "Goals of Agenda 2030")
        case .otherSectors: tr("Other sectors")
        case .grade: trc("term", "Grade")
        case .project: trc("term", "Project")
        case .ownResources: trc("term", "Own resources")
        case .ownGross: trc("term", "Own resources, gross")
        case .thirdPartyResources: trc("term", "Third-party resources")
        case .thirdPartyGross: trc("term", "Third-party resources, gross")
        case .funder: trc("term", "Funder")
        case .key: trc("term", "Key of the row")
        }
    }
}
