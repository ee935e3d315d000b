import Foundation
import Model

/// Small plans for one question each.
enum InventedPlan {
    /// An archive with a plan of 2024 that has these objectives in one line.
    static func content(_ objectives: [Objective], isClosed: Bool = false) -> ArchiveContent {
        var line = StrategicLine(id: UUID(naming: ["line"]), title: "Linea di prova")
        line.objectives = objectives
        var plan = Plan(id: UUID(naming: ["plan"]), year: 2024)
        plan.lines = [line]
        plan.isClosed = isClosed
        var content = ArchiveContent(
            municipality: Municipality(id: UUID(naming: ["ente"]), name: "Comune di Prova"),
            services: ServiceCatalogue(id: UUID(naming: ["services"])))
        content.plans[2024] = plan
        return content
    }

    /// An objective with these indicators.
    static func objective(_ title: String, _ indicators: [Indicator]) -> Objective {
        var objective = Objective(id: UUID(naming: ["objective", title]), title: title)
        objective.indicators = indicators
        objective.head = "Responsabile di Prova"
        return objective
    }

    /// An indicator with its cells as they would be written.
    static func indicator(_ name: String, target: String, actual: String, weight: String = "100") -> Indicator
    {
        var indicator = Indicator(id: UUID(naming: ["indicator", name]), name: name)
        indicator.target = ReportedValue(reading: target)
        indicator.actual = ReportedValue(reading: actual)
        indicator.weight = ReportedValue(reading: weight)
        return indicator
    }
}
