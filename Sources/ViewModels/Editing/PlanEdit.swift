import Foundation
import Model
import Scoring

/// A change of the frame of a plan, or of what an objective has beside its typed fields.
public enum PlanEdit: Hashable, Sendable {
    /// A plan of a year that has none.
    case begin(Plan)
    /// A new strategic objective at the end of a line.
    case addStrategicObjective(line: UUID, StrategicObjective)
    /// A field of a strategic objective.
    case strategicObjective(UUID, LineField, text: String)
    /// A strategic objective to a position among those of a line; its objectives go along.
    case moveStrategicObjective(UUID, toLine: UUID, position: Int)
    /// Takes a strategic objective out; its objectives stay in the line.
    case removeStrategicObjective(UUID)
    /// A line to another position in its plan.
    case moveLine(UUID, position: Int)
    /// Who of the Giunta answers for a line.
    case delegates(line: UUID, text: String)
    /// The achievement of a line as a document prints it; an empty text takes it out.
    case printedAchievement(line: UUID, text: String)
    /// The strategic objective that an objective serves, in any line of its plan; nil for none.
    case aim(objective: UUID, UUID?)
    /// The weight of an objective; an empty text takes it out.
    case weight(objective: UUID, text: String)
    /// The other sectors that take part, parted by `;`.
    case otherSectors(objective: UUID, text: String)
    /// The goals of Agenda 2030, 1–17.
    case goals(objective: UUID, [Int])
    /// Everything of one reprogramming; one that is not there yet is added.
    case reprogramming(objective: UUID, Reprogramming)
    /// Takes a reprogramming out.
    case removeReprogramming(objective: UUID, UUID)
    /// The achievement set by hand beside the calculated one; nil takes it out.
    case scoreOverride(indicator: UUID, ScoreOverride?)
    /// The rule of an indicator; nil leaves it to the profile.
    case rule(indicator: UUID, ScoringRule?)
    /// What an indicator of a year's plan goes on with; nil where nobody decided it.
    case continuity(indicator: UUID, year: Int, Continuity?)
    /// What several indicators of a year's plan go on with.
    case continuities(year: Int, [UUID: Continuity])
    /// The series whose figure is the actual of an indicator, and of those that go on with it; nil: it is typed.
    case actualSeries(indicator: UUID, year: Int, UUID?)
    /// The figure of the series becomes the actual, whatever stands there.
    case takeSeriesFigure(indicator: UUID, year: Int)
    /// Which objective is the one on payment times, and what it is worth; nil where nobody said it.
    case paymentTimes(year: Int, PaymentTimeAnswer?)

    /// Makes the change in `content`; on a refusal `content` is as it was.
    func apply(to content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .begin(let plan):
            guard (1900...2199).contains(plan.year) else { throw .noYear(plan.year) }
            guard content.plans[plan.year] == nil else { throw .yearTaken(plan.year) }
            content.plans[plan.year] = plan
        case .moveLine(let id, let position):
            guard let (year, _) = content.place(ofLine: id) else { throw .gone }
            try content.changePlan(of: year) { _ = $0.lines.move(id, to: position) }
        case .delegates(let line, let text):
            try content.changeLine(line) { $0.delegates = text }
        case .printedAchievement(let line, let text):
            let value =
                text.trimmingWhitespace().isEmpty ? nil : ReportedValue(reading: text, as: .percentage)
            try content.changeLine(line) { $0.printedAchievement = value }
        case .paymentTimes(let year, let answer):
            try content.changePlan(of: year) { $0.paymentTimes = answer }
        case .addStrategicObjective, .strategicObjective, .moveStrategicObjective, .removeStrategicObjective:
            try applyToStrategicObjective(of: &content)
        case .scoreOverride, .rule:
            try applyToIndicator(of: &content)
        case .continuity, .continuities, .actualSeries, .takeSeriesFigure:
            try applyOverYears(of: &content)
        case .aim, .weight, .otherSectors, .goals, .reprogramming, .removeReprogramming:
            try applyToObjective(of: &content)
        }
    }

    private func applyToStrategicObjective(of content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .addStrategicObjective(let line, let aim):
            try content.changeLine(line) { $0.strategicObjectives.append(aim) }
        case .strategicObjective(let id, let field, let text):
            guard let place = content.place(ofStrategicObjective: id) else { throw .gone }
            if field == .title { _ = try text.required() }
            try content.changeLine(place.line.id) { line in
                guard let position = line.strategicObjectives.firstIndex(where: { $0.id == id }) else {
                    return
                }
                line.strategicObjectives[position].set(field, to: text)
            }
        case .moveStrategicObjective(let id, let line, let position):
            try PlanEdit.move(id, toLine: line, position: position, in: &content)
        case .removeStrategicObjective(let id):
            guard let place = content.place(ofStrategicObjective: id) else { throw .gone }
            try content.changeLine(place.line.id) { line in
                _ = line.strategicObjectives.take(out: id)
                for index in line.objectives.indices where line.objectives[index].strategicObjectiveID == id {
                    line.objectives[index].strategicObjectiveID = nil
                }
            }
        default: return
        }
    }

    private func applyToObjective(of content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .aim(let objective, let aim):
            try PlanEdit.aim(objective, at: aim, in: &content)
        case .weight(let objective, let text):
            let weight = text.trimmingWhitespace().isEmpty ? nil : ItalianNumber.read(text)
            guard weight != nil || text.trimmingWhitespace().isEmpty else { throw .noNumber(text) }
            try content.changeObjective(objective) { $0.weight = weight }
        case .otherSectors(let objective, let text):
            let names = text.split(separator: ";").map { String($0).trimmingWhitespace() }
            try content.changeObjective(objective) { $0.otherSectors = names.filter { !$0.isEmpty } }
        case .goals(let objective, let goals):
            let known = Set(goals).filter { (1...17).contains($0) }.sorted()
            try content.changeObjective(objective) { $0.sustainableGoals = known }
        case .reprogramming(let objective, let reprogramming):
            try content.changeObjective(objective) { $0.reprogrammings.put(reprogramming) }
        case .removeReprogramming(let objective, let id):
            try content.changeObjective(objective) { objective throws(EditRefusal) in
                guard objective.reprogrammings.take(out: id) else { throw EditRefusal.gone }
            }
        default: return
        }
    }

    private func applyToIndicator(of content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .scoreOverride(let indicator, let achievement):
            try content.changeIndicator(indicator) { $0.scoreOverride = achievement }
        case .rule(let indicator, let rule):
            try content.changeIndicator(indicator) { $0.rule = rule }
        default: return
        }
    }

    private func applyOverYears(of content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .continuity(let id, let year, let continuity):
            try PlanEdit.decide([id: continuity], year: year, in: &content)
        case .continuities(let year, let decisions):
            try PlanEdit.decide(decisions.mapValues { $0 }, year: year, in: &content)
        case .actualSeries(let id, let year, let series):
            guard IndicatorLinks(content).indicator(id, year: year) != nil else { throw .gone }
            if let series, content.services.figure(of: series, year: year) == nil { throw .gone }
            content.choose(series: series, forActualOf: id, year: year)
        case .takeSeriesFigure(let id, let year):
            content.takeSeriesFigure(for: id, year: year, replaces: true)
        default: return
        }
    }

    private static func decide(
        _ decisions: [UUID: Continuity?], year: Int, in content: inout ArchiveContent
    ) throws(EditRefusal) {
        let links = IndicatorLinks(content)
        let earlier = content.plans.keys.filter { $0 < year }
        for (id, decided) in decisions {
            guard links.indicator(id, year: year) != nil else { throw .gone }
            guard let former = decided?.indicatorID else { continue }
            guard earlier.contains(where: { links.indicator(former, year: $0) != nil }) else { throw .gone }
        }
        content.decide(decisions, year: year)
    }

    private static func move(
        _ id: UUID, toLine target: UUID, position: Int, in content: inout ArchiveContent
    ) throws(EditRefusal) {
        guard let from = content.place(ofStrategicObjective: id), let to = content.place(ofLine: target),
            from.year == to.year, let aim = from.line.strategicObjectives.first(where: { $0.id == id })
        else { throw .gone }
        let followers = from.line.objectives.filter { $0.strategicObjectiveID == id }
        try content.changeLine(from.line.id) { line in
            _ = line.strategicObjectives.take(out: id)
            if from.line.id != target { line.objectives.removeAll { $0.strategicObjectiveID == id } }
        }
        try content.changeLine(target) { line in
            let end = line.strategicObjectives.count
            line.strategicObjectives.insert(aim, at: min(max(0, position), end))
            if from.line.id != target { line.objectives += followers }
        }
    }

    /// Puts an objective under a strategic objective, into that one's line where it is another.
    private static func aim(
        _ id: UUID, at aim: UUID?, in content: inout ArchiveContent
    ) throws(EditRefusal) {
        guard let path = content.path(toObjective: id) else { throw .gone }
        if let aim {
            guard let place = content.place(ofStrategicObjective: aim), place.year == path.year else {
                throw .gone
            }
            if content.plans[path.year]?.lines[path.line].id != place.line.id {
                try Edit.moveObjective(id, toLine: place.line.id, position: .max).apply(to: &content)
            }
        }
        try content.changeObjective(id) { $0.strategicObjectiveID = aim }
    }
}

extension StrategicObjective {
    /// Sets a typed field.
    mutating func set(_ field: LineField, to text: String) {
        switch field {
        case .code: code = text
        case .title: title = text
        case .definition: definition = text
        }
    }

    /// The text of a typed field.
    public func text(of field: LineField) -> String {
        switch field {
        case .code: code
        case .title: title
        case .definition: definition
        }
    }
}
