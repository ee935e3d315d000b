import Localization

extension Edit {
    /// What the edit does, for the undo menu and the history.
    public var title: String {
        switch self {
        case .indicator(_, let field, _): tr("Change of {field} of an indicator", ["field": field.title])
        case .indicatorChoice: tr("Change of an indicator")
        case .objective(_, let field, _): tr("Change of {field} of an objective", ["field": field.title])
        case .objectiveTags: tr("Change of an objective's tags")
        case .phase: tr("Change of a phase")
        case .participant: tr("Change of a participant")
        case .line: tr("Change of a strategic line")
        case .addLine: tr("New strategic line")
        case .addObjective: tr("New objective")
        case .moveObjective: tr("Move of an objective")
        case .addIndicator: tr("New indicator")
        case .moveIndicator: tr("Move of an indicator")
        case .remove: tr("Removal")
        case .service: tr("Change of a service")
        case .cell(_, _, let year, _): tr("Change of a figure of {year}", ["year": "\(year)"])
        case .seriesName: tr("Change of a series' name")
        case .project: tr("Change of a project")
        case .dismiss: tr("Answer to a finding")
        case .reopen: tr("Finding opened again")
        case .accept(let documents):
            tr("Imported {files}", ["files": Words.list(documents.map(\.proposal.file))])
        case .closeYear(let year, let closed):
            closed
                ? tr("Year {year} closed", ["year": "\(year)"])
                : tr("Year {year} opened again", ["year": "\(year)"])
        case .lockYear(let lock):
            tr("Year {year} locked: {reason}", ["year": "\(lock.year)", "reason": lock.reason])
        case .unlockYear(let year, let reason):
            tr("Year {year} unlocked: {reason}", ["year": "\(year)", "reason": reason])
        case .newYear(let year, let from, _):
            tr("Plan of {year} from that of {former}", ["year": "\(year)", "former": "\(from)"])
        case .plan(let edit): edit.title
        case .organisation(let edit): edit.title
        case .serviceMap(let edit): edit.title
        case .projects(let edit): edit.title
        case .layouts(.remove): tr("Removal of the layout of a table")
        case .layouts(.rename(_, let name)): tr("Layout of a table called {name}", ["name": name])
        }
    }
}

extension IndicatorField {
    /// The field's name on screen.
    public var title: String {
        switch self {
        case .name: trc("field", "Indicator")
        case .formula: tr("Formula")
        case .purpose: tr("Purpose")
        case .weight: tr("Weight")
        case .baseline: tr("Baseline")
        case .target: trc("field", "Target")
        case .actual: trc("field", "Actual")
        case .note: tr("Note")
        }
    }
}

extension ObjectiveField {
    /// The field's name on screen.
    public var title: String {
        switch self {
        case .code: tr("Code")
        case .title: tr("Title")
        case .definition: tr("Definition")
        case .sector: tr("Sector")
        case .head: trc("person", "Head")
        case .criticalFactors: tr("Critical factors")
        case .resources: tr("Resources")
        case .note: tr("Note")
        case .due: tr("Due")
        case .dupReferences: tr("DUP references")
        }
    }
}
