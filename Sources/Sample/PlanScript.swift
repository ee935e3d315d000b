import Foundation
import Model

/// Builds a plan from lines, each opened by a sign.
///
/// `#` line: code, title, printed %, definition. `=` strategic objective: code, title. `*` objective: title,
/// sector, head, DUP references, tags. `"` definition. `!` critical factors. `>` phase: title, first and last
/// month as `2025-01`. `i` indicator: name, dimension, measure, formula, purpose, target, actual, printed
/// deviation, weight, printed %, note. `p` participant: name, grade. `x` entry of the index that has no card.
struct PlanScript {
    private(set) var plan: Plan
    private let year: Int

    init(year: Int) {
        self.year = year
        plan = Plan(id: UUID(naming: ["sample", "plan"]), year: year)
    }

    /// Takes in one line; an empty one says nothing.
    mutating func read(_ text: String) {
        guard let line = ScriptLine(text) else { return }
        switch line.sign {
        case "#": addLine(line)
        case "=": addStrategicObjective(line)
        case "*": addObjective(line)
        case "\"": change { $0.definition = line.fields.joined(separator: "|") }
        case "!": change { $0.criticalFactors = line.fields.joined(separator: "|") }
        case ">": change { PlanScript.addPhase(line, to: &$0) }
        case "i": change { PlanScript.addIndicator(line, to: &$0) }
        case "p": change { PlanScript.addParticipant(line, to: &$0) }
        case "x": addIndexEntry(of: objective(line))
        default: break
        }
    }

    private mutating func addLine(_ line: ScriptLine) {
        var added = StrategicLine(id: UUID(naming: ["sample", "line", line[0]]), title: line[1])
        added.code = line[0]
        if !line[2].isEmpty { added.printedAchievement = ReportedValue(reading: line[2]) }
        added.definition = line[3]
        plan.lines.append(added)
    }

    private mutating func addStrategicObjective(_ line: ScriptLine) {
        var added = StrategicObjective(id: UUID(naming: ["sample", "strategic", line[0]]), title: line[1])
        added.code = line[0]
        plan.lines[plan.lines.count - 1].strategicObjectives.append(added)
    }

    private mutating func addObjective(_ line: ScriptLine) {
        let added = objective(line)
        plan.lines[plan.lines.count - 1].objectives.append(added)
        addIndexEntry(of: added)
    }

    private func objective(_ line: ScriptLine) -> Objective {
        var added = Objective(id: UUID(naming: ["sample", "objective", line[0]]), title: line[0])
        added.strategicObjectiveID = plan.lines.last?.strategicObjectives.last?.id
        added.sector = line[1]
        added.head = line[2]
        added.dupReferences = list(line[3])
        added.tags = list(line[4]).map(PlanScript.tag)
        added.due = ReportedValue(reading: "31/12/\(year)", as: .date)
        return added
    }

    private mutating func addIndexEntry(of objective: Objective) {
        guard let line = plan.lines.last else { return }
        let strategic = line.strategicObjectives.last
        var entry = IndexEntry(
            id: UUID(naming: ["sample", "index", objective.title]), title: objective.title, line: line.title,
            strategicObjective: strategic?.title ?? "", sector: objective.sector)
        entry.due = objective.due
        entry.tags = objective.tags
        entry.dupReferences = objective.dupReferences
        plan.index.append(entry)
    }

    private mutating func change(_ change: (inout Objective) -> Void) {
        let line = plan.lines.count - 1
        let objective = (plan.lines.last?.objectives.count ?? 0) - 1
        guard line >= 0, objective >= 0 else { return }
        change(&plan.lines[line].objectives[objective])
    }

    private static func addPhase(_ line: ScriptLine, to objective: inout Objective) {
        var phase = Phase(id: UUID(naming: ["sample", "phase", objective.title, line[0]]), title: line[0])
        if let from = month(line[1]), let to = month(line[2]) {
            phase.spans = [MonthSpan(from: from, to: to)]
        }
        objective.phases.append(phase)
    }

    private static func addIndicator(_ line: ScriptLine, to objective: inout Objective) {
        var added = Indicator(
            id: UUID(naming: ["sample", "indicator", objective.title, line[0]]), name: line[0])
        added.dimension = IndicatorDimension(rawValue: line[1])
        added.measure = Measure(rawValue: line[2])
        added.formula = line[3]
        added.purpose = line[4]
        added.target = ReportedValue(reading: line[5], as: added.measure)
        added.actual = ReportedValue(reading: line[6], as: added.measure)
        if !line[7].isEmpty { added.printed.deviation = ReportedValue(reading: line[7]) }
        added.weight = ReportedValue(reading: line[8])
        if !line[9].isEmpty { added.printed.achievement = ReportedValue(reading: line[9]) }
        added.note = line[10]
        if added.weight.number?.isZero == true { added.neutralisation = Neutralisation(reason: line[10]) }
        if added.target.comparison == .atMost { added.direction = .decreasing }
        objective.indicators.append(added)
    }

    private static func addParticipant(_ line: ScriptLine, to objective: inout Objective) {
        var added = Participant(
            id: UUID(naming: ["sample", "person", objective.title, line[0]]), name: line[0])
        added.grade = line[1]
        objective.participants.append(added)
    }

    private static func month(_ text: String) -> Month? {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        return parts.count == 2 ? Month(year: parts[0], number: parts[1]) : nil
    }

    private static func tag(_ text: String) -> Tag {
        let parts = text.split(separator: "/").map(String.init)
        if parts.first == "multi-year" {
            return .multiYear(
                phase: parts.count > 1 ? Int(parts[1]) : nil, of: parts.count > 2 ? Int(parts[2]) : nil)
        }
        return Tag.plain.first { $0.name == text }?.tag ?? .other(text)
    }

    private func list(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
    }
}
