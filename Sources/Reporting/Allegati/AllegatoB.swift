import Localization
import Model
import Scoring

/// Allegato B: the state of the plan of objectives.
struct AllegatoB {
    private let session: PrintContext

    /// The state of the plan of the session's year.
    init(_ session: PrintContext) {
        self.session = session
    }

    /// The document. Throws where the year has no plan.
    func document() throws -> ReportDraft {
        let plan = try session.plan()
        let score = PlanScore(plan, profile: session.profile)
        let title = tr("State of the plan of objectives")
        let state = PlanState(try session.chosen(of: plan), score: score, session: session)
        let summary = SectionMaker { state.summary(title: tr("Results by strategic line")) }
        return session.document(
            kicker: tr("Annex B"), title: title, acts: [plan.approval, plan.validation],
            sections: (session.has(.results) ? [summary] : [])
                + (session.has(.objectives) ? state.lines : [])
                + (session.has(.changes) ? state.remarks : []))
    }
}
