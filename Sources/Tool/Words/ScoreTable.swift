import Localization
import Model
import Scoring

/// The scores of a plan as a text: figures in a column of their own, before names of any length.
struct ScoreTable {
    private let plan: Plan
    private let municipality: Municipality
    private let score: PlanScore

    init(_ plan: Plan, in content: ArchiveContent) {
        self.plan = plan
        municipality = content.municipality
        score = PlanScore(plan, profile: content.profile(of: plan.year))
    }

    /// The text.
    var text: String {
        let title = tr("Plan {year}", ["year": "\(plan.year)"])
        var rows = [municipality.name.isEmpty ? title : "\(title) — \(municipality.name)"]
        for line in plan.lines { rows += [""] + self.rows(of: line) }
        rows += ["", percent(score.municipality.displayed, places: 2) + "  " + tr("all objectives together")]
        return rows.joined(separator: "\n")
    }

    private func rows(of line: StrategicLine) -> [String] {
        let figure = percent(score.line(line.id)?.displayed, places: 2)
        let printed = line.printedAchievement.map {
            " (" + tr("printed: {figure}", ["figure": $0.raw.trimmingWhitespace()]) + ")"
        }
        let title = line.code.isEmpty ? line.title : "\(line.code) \(line.title)"
        return ["\(figure)  \(title)\(printed ?? "")"] + line.objectives.flatMap(rows)
    }

    private func rows(of objective: Objective) -> [String] {
        let own = score.objective(objective.id)
        let sum = own?.weightSum.map {
            " (" + tr("weights {sum}", ["sum": ItalianNumber.write($0)]) + ")"
        }
        return ["\(percent(own?.displayed))    \(objective.title)\(sum ?? "")"]
            + objective.indicators.map(row)
    }

    private func row(of indicator: Indicator) -> String {
        let own = score.indicator(indicator.id)?.score
        var parts = [
            tr("target {value}", ["value": shown(indicator.target)]),
            tr("actual {value}", ["value": shown(indicator.actual)]),
        ]
        if let deviation = own?.deviation {
            parts.append(tr("deviation {value}", ["value": ItalianNumber.write(deviation.value)]))
        }
        parts.append(tr("weight {value}", ["value": shown(indicator.weight)]))
        if own?.isNeutralised == true { parts.append(tr("neutralised")) }
        return "\(percent(own?.displayed))      \(indicator.name): \(parts.joined(separator: ", "))"
    }

    private func shown(_ value: ReportedValue) -> String {
        let raw = value.raw.trimmingWhitespace()
        return raw.isEmpty ? "–" : raw
    }

    /// A figure right-aligned in nine places; a dash where there is none.
    private func percent(_ figure: ExactDecimal?, places: Int = 0) -> String {
        let text = figure.map { ItalianNumber.write($0, places: places) + " %" } ?? "–"
        return String(repeating: " ", count: max(0, 9 - text.count)) + text
    }
}
