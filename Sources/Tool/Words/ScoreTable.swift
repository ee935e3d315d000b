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
        let all =
            tr("all objectives together") + without(score.municipality.isPartial, score.municipality.leftOut)
        rows += ["", percent(score.municipality.displayed, places: 2) + "  " + all]
        return rows.joined(separator: "\n")
    }

    private func rows(of line: StrategicLine) -> [String] {
        let figure = percent(score.line(line.id)?.displayed, places: 2)
        let printed = line.printedAchievement.map {
            " (" + tr("printed: {figure}", ["figure": $0.raw.trimmingWhitespace()]) + ")"
        }
        let title = line.code.isEmpty ? line.title : "\(line.code) \(line.title)"
        let group = score.line(line.id)?.group
        let without = without(group?.isPartial, group?.leftOut)
        return ["\(figure)  \(title)\(printed ?? "")\(without)"] + line.objectives.flatMap(rows)
    }

    private func rows(of objective: Objective) -> [String] {
        let own = score.objective(objective.id)
        let sum = own?.weightSum.map {
            " (" + tr("weights {sum}", ["sum": ItalianNumber.write($0)]) + ")"
        }
        let without = without(own?.isPartial, own?.leftOut)
        return ["\(percent(own?.displayed))    \(objective.title)\(sum ?? "")\(without)"]
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
        switch own?.state {
        case .neutralised: parts.append(tr("neutralised"))
        case .notReported: parts.append(tr("to be reported"))
        case .notAssessable(let obstacle): return line(own, indicator, parts) + ". " + obstacle.words
        case .scored, nil: break
        }
        return line(own, indicator, parts)
    }

    private func line(_ own: IndicatorScore?, _ indicator: Indicator, _ parts: [String]) -> String {
        "\(percent(own?.displayed))      \(indicator.name): \(parts.joined(separator: ", "))"
    }

    private func shown(_ value: ReportedValue) -> String {
        let raw = value.raw.trimmingWhitespace()
        return raw.isEmpty ? "–" : raw
    }

    /// What a figure leaves out, said behind its name; nothing where it is whole or there is none.
    private func without(_ isPartial: Bool?, _ leftOut: LeftOut?) -> String {
        guard isPartial == true, let words = leftOut?.words else { return "" }
        return " — " + tr("partial") + ", " + words
    }

    /// A figure right-aligned in nine places; a dash where there is none.
    private func percent(_ figure: ExactDecimal?, places: Int = 0) -> String {
        let text = figure.map { ItalianNumber.write($0, places: places) + " %" } ?? "–"
        return String(repeating: " ", count: max(0, 9 - text.count)) + text
    }
}
