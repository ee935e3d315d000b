import Localization
import Model
import Scoring

/// Allegato B: the state of the plan of objectives.
struct AllegatoB {
    private let desk: PrintDesk

    /// The state of the plan of the desk's year.
    init(_ desk: PrintDesk) {
        self.desk = desk
    }

    /// The document. Throws where the year has no plan.
    func document() throws -> ReportDocument {
        let plan = try desk.plan()
        let score = PlanScore(plan, profile: desk.profile)
        let title = tr("State of the plan of objectives")
        let state = PlanState(plan, score: score, desk: desk)
        return desk.document(
            kicker: tr("Annex B"), title: title, acts: [plan.approval, plan.validation],
            sections: [state.summary(title: tr("Results by strategic line"))] + state.lines + state.remarks)
    }
}
