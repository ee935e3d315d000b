import Foundation
import Importing
import Model

/// A change that a person makes, as a value. What it does to the archive's content is in `Edit+Applying`.
///
/// Texts are as typed: a reported value keeps them, so nothing that was typed is lost.
public enum Edit: Hashable, Sendable {
    /// A field of an indicator.
    case indicator(UUID, IndicatorField, text: String)
    /// The fields that are chosen rather than typed.
    case indicatorChoice(UUID, IndicatorChoice)
    /// A field of an objective.
    case objective(UUID, ObjectiveField, text: String)
    /// The marks of an objective.
    case objectiveTags(UUID, [Tag])
    /// Everything of one phase; a phase that is not there yet is added.
    case phase(objective: UUID, Phase)
    /// Everything of one participant; one that is not there yet is added.
    case participant(objective: UUID, Participant)
    /// A field of a strategic line.
    case line(UUID, LineField, text: String)
    /// A new line at the end of the plan.
    case addLine(year: Int, StrategicLine)
    /// A new objective at the end of a line.
    case addObjective(line: UUID, Objective)
    /// An objective to another place: the line, and the position among its objectives.
    case moveObjective(UUID, toLine: UUID, position: Int)
    /// A new indicator at the end of an objective.
    case addIndicator(objective: UUID, Indicator)
    /// An indicator to another position in its objective.
    case moveIndicator(UUID, position: Int)
    /// Takes a line, objective, indicator, phase or participant out of its plan.
    case remove(UUID)
    /// A field of a service's map.
    case service(UUID, ServiceField, text: String)
    /// A cell of a series.
    case cell(service: UUID, series: UUID, year: Int, text: String)
    /// The name of a series.
    case seriesName(service: UUID, series: UUID, text: String)
    /// A field of a performance project.
    case project(UUID, ProjectField, text: String)
    /// Answers a finding.
    case dismiss(Dismissal, Place)
    /// Takes the answer back.
    case reopen(UUID)
    /// Takes in what was read from documents.
    case accept([AcceptedProposal])
    /// Whether the actuals of a year are complete.
    case closeYear(Int, closed: Bool)
    /// No more changes of a year's figures.
    case lockYear(YearLock)
    /// A locked year may change again, for this reason.
    case unlockYear(Int, reason: String)
    /// The plan of a year that has none, made from that of another.
    case newYear(Int, from: Int, targetsFromActuals: Bool)
    /// The frame of a plan, or what an objective has beside its typed fields.
    case plan(PlanEdit)
    /// The municipality: its sectors, services and heads, and how it scores.
    case organisation(OrganisationEdit)
    /// The maps of the services beyond their typed fields.
    case serviceMap(ServiceMapEdit)
    /// The performance projects beyond their typed fields.
    case projects(ProjectEdit)
    /// The layouts of tables that are kept.
    case layouts(LayoutEdit)
}

/// A field of an indicator that is typed.
public enum IndicatorField: String, Hashable, Sendable, CaseIterable {
    case name, formula, purpose, weight, baseline, target, actual, note
}

/// A field of an indicator that is chosen.
public enum IndicatorChoice: Hashable, Sendable {
    /// What it looks at.
    case dimension(IndicatorDimension?)
    /// How it is measured; target, actual and baseline are read again.
    case measure(Measure?)
    /// Which way is better.
    case direction(Direction?)
    /// Left out of the score for this reason; nil takes it in again.
    case neutralisation(Neutralisation?)
}

/// A field of an objective that is typed.
public enum ObjectiveField: String, Hashable, Sendable, CaseIterable {
    case code, title, definition, sector, head, criticalFactors, resources, note, due, dupReferences
}

/// A field of a strategic line that is typed.
public enum LineField: String, Hashable, Sendable, CaseIterable {
    case code, title, definition
}

/// A field of a service's map that is typed.
public enum ServiceField: String, Hashable, Sendable, CaseIterable {
    case name, head, sector, remarks
}

/// A field of a performance project that is typed. An amount keeps its gross figure, where it has one.
public enum ProjectField: String, Hashable, Sendable, CaseIterable {
    case number, scope, title, own, thirdParty, gross, typeOrFunder, expectedResult
}
