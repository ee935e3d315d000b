import Foundation
import Localization
import Model

/// An indicator with what stands over it.
struct FoundIndicator {
    let line: StrategicLine
    let objective: Objective
    let indicator: Indicator
}

/// Finds an indicator of a plan by what the user calls it.
struct IndicatorFinder {
    /// Every indicator of the plan, in order.
    private let all: [FoundIndicator]
    private let year: Int

    init(plan: Plan) {
        year = plan.year
        all = plan.lines.flatMap { line in
            line.objectives.flatMap { objective in
                objective.indicators.map {
                    FoundIndicator(line: line, objective: objective, indicator: $0)
                }
            }
        }
    }

    /// The one indicator with this identity or name, or whose name holds these words; several are listed for the
    /// user to choose.
    func find(_ words: String) throws(ToolFailure) -> FoundIndicator {
        if let id = UUID(uuidString: words), let found = all.first(where: { $0.indicator.id == id }) {
            return found
        }
        let found = Chosen.matches(words, in: all, name: \.indicator.name)
        if let only = found.first, found.count == 1 { return only }
        guard !found.isEmpty else {
            throw ToolFailure(
                .usage,
                tr(
                    "The plan of {year} has no indicator «{name}». Without --explain, score lists them.",
                    ["name": words, "year": "\(year)"]))
        }
        let list = found.map { one in
            "  \(one.indicator.id.uuidString)  \(one.indicator.name) — \(one.objective.title)"
        }
        let head = tr("Several indicators are called «{name}»: choose one by its identity.", ["name": words])
        throw ToolFailure(.usage, ([head] + list).joined(separator: "\n"))
    }
}
