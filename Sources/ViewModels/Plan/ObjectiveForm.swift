import Foundation
import Model
import Reporting
import Scoring

/// The form of an objective: its fields as texts, its indicators as rows, its score.
public struct ObjectiveForm: Sendable {
    /// The objective.
    public var objective: Objective
    /// The line that it stands in.
    public var line: StrategicLine
    /// The strategic objective that it serves; nil where it names none.
    public var strategicObjective: StrategicObjective?
    /// Its indicators.
    public var rows: [IndicatorRow]
    /// The achievement as printed; empty where there is none.
    public var achievement: String
    /// What the achievement leaves out, in words; empty where it is whole.
    public var partial: String
    /// The barometer; nil where there is no achievement.
    public var barometer: BarometerReading?
    /// The sum of the weights as written; empty where there are none.
    public var weightSum: String
    /// What is wrong with the objective's own fields, by field name.
    public var problems: [String: String]

    /// The form of the objective `id`; nil where the plan has none.
    public init?(_ id: UUID, in plan: Plan?, score: PlanScore?, profile: ScoringProfile, findings: [Finding])
    {
        guard let plan, let score,
            let line = plan.lines.first(where: { $0.objectives.contains { $0.id == id } }),
            let objective = line.objectives.first(where: { $0.id == id })
        else { return nil }
        let byEntity = Dictionary(grouping: findings, by: \.place.entity)
        let result = score.objective(id)
        self.objective = objective
        self.line = line
        strategicObjective = line.strategicObjectives.first { $0.id == objective.strategicObjectiveID }
        rows = objective.rows(in: line, score: score, profile: profile, findings: byEntity)
        achievement = result?.displayed.map { ItalianNumber.write($0) + " %" } ?? ""
        partial = result?.partialWords ?? ""
        barometer = result?.barometerBand(profile).map(BarometerReading.init)
        weightSum = result?.weightSum.map { ItalianNumber.write($0) } ?? ""
        problems = Dictionary(
            (byEntity[id] ?? []).map { ($0.place.field ?? "", $0.words) },
            uniquingKeysWith: { $0 + "\n" + $1 })
    }
}
