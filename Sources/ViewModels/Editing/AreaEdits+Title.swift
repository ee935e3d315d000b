import Localization

extension PlanEdit {
    /// What the edit does, for the undo menu and the history.
    var title: String {
        switch self {
        case .begin(let plan): tr("New plan of {year}", ["year": "\(plan.year)"])
        case .addStrategicObjective: tr("New strategic objective")
        case .strategicObjective: tr("Change of a strategic objective")
        case .moveStrategicObjective: tr("Move of a strategic objective")
        case .removeStrategicObjective: tr("Removal of a strategic objective")
        case .moveLine: tr("Move of a strategic line")
        case .delegates, .printedAchievement: tr("Change of a strategic line")
        case .aim: tr("Change of an objective's strategic objective")
        case .weight: tr("Change of an objective's weight")
        case .otherSectors: tr("Change of an objective's other sectors")
        case .goals: tr("Change of an objective's goals of Agenda 2030")
        case .reprogramming: tr("Reprogramming of an objective")
        case .removeReprogramming: tr("Removal of a reprogramming")
        case .scoreOverride(_, .some): tr("Achievement of an indicator set by hand")
        case .scoreOverride(_, nil): tr("Achievement of an indicator calculated again")
        case .rule: tr("Change of an indicator's scoring rule")
        case .continuity(_, _, .some(let decided)):
            decided.indicatorID == nil
                ? tr("Indicator without one of an earlier year")
                : tr("Indicator that goes on with one of an earlier year")
        case .continuities(let year, let decisions):
            trn(
                "{count} indicator of {year} goes on with one of an earlier year",
                "{count} indicators of {year} go on with those of an earlier year", decisions.count,
                ["year": "\(year)"])
        case .continuity(_, _, nil): tr("Indicator undecided about earlier years")
        case .actualSeries(_, _, .some): tr("Series chosen for the actual of an indicator")
        case .actualSeries(_, _, nil): tr("Actual of an indicator typed again")
        case .takeSeriesFigure: tr("Actual of an indicator taken from its series")
        case .paymentTimes: tr("Answer about payment times")
        }
    }
}

extension OrganisationEdit {
    /// What the edit does, for the undo menu and the history.
    var title: String {
        switch self {
        case .name: tr("Change of the municipality's name")
        case .sector: tr("Change of a sector")
        case .moveSector: tr("Move of a sector")
        case .removeSector: tr("Removal of a sector")
        case .tenure: tr("Change of a head's period")
        case .removeTenure: tr("Removal of a head's period")
        case .unit: tr("Change of a service unit")
        case .removeUnit: tr("Removal of a service unit")
        case .profile: tr("Change of the scoring profile")
        }
    }
}

extension ServiceMapEdit {
    /// What the edit does, for the undo menu and the history.
    var title: String {
        switch self {
        case .add: tr("New service")
        case .remove: tr("Removal of a service")
        case .part: tr("Change of a service's map")
        case .removePart: tr("Removal from a service's map")
        case .movePart: tr("Move in a service's map")
        case .management: tr("Change of a service's form of management")
        case .addYear(_, let year): tr("Year {year} added to a service", ["year": "\(year)"])
        case .removeYear(_, let year): tr("Year {year} removed from a service", ["year": "\(year)"])
        }
    }
}

extension ProjectEdit {
    /// What the edit does, for the undo menu and the history.
    var title: String {
        switch self {
        case .add: tr("New project")
        case .remove: tr("Removal of a project")
        case .move: tr("Move of a project")
        case .description, .dupReferences: tr("Change of a project")
        case .ownGross, .thirdPartyGross: tr("Change of a project's gross amount")
        case .objective: tr("Change of a project's objective")
        }
    }
}
