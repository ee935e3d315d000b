import Localization
import Model
import Scoring

/// The report on the performance: what the guidelines 3/2018 of the Dipartimento della Funzione Pubblica and
/// D.Lgs. 150/2009 art. 10 ask for, as a municipality needs it.
struct AnnualReport {
    private let session: PrintContext

    /// The report of the session's year.
    init(_ session: PrintContext) {
        self.session = session
    }

    /// The document. Throws where the year has no plan.
    func document() throws -> ReportDraft {
        let plan = try session.plan()
        let score = PlanScore(plan, profile: session.profile)
        let state = PlanState(try session.chosen(of: plan), score: score, session: session)
        let services = try maps()
        var sections = session.has(.presentation) ? chapters(of: plan) : []
        if session.has(.results) {
            sections.append(SectionMaker { state.summary(title: tr("Main results")) })
        }
        if session.has(.objectives) { sections += state.lines }
        if session.has(.years) {
            let chosen = try session.chosen(of: plan)
            sections += YearsSection(chosen, session: session).sections
        }
        if session.has(.changes) { sections += state.remarks }
        // Last but for the acts, as the guidelines have it.
        if session.has(.method) {
            sections.append(
                SectionMaker { ScoringMethod(session.profile).section }.changed { $0.isAboutDocument = true })
        }
        let hasMaps = !services.isEmpty
        if session.has(.closing) {
            sections.append(
                SectionMaker { closing(plan, score, hasMaps: hasMaps) }.changed { $0.isAboutDocument = true })
        }
        sections += services
        return session.document(
            kicker: tr("D.Lgs. 150/2009, article 10"), title: tr("Report on the performance"),
            acts: [plan.approval, plan.validation], sections: sections)
    }

    /// The office's own texts, in one section.
    private func chapters(of plan: Plan) -> [SectionMaker] {
        guard let first = plan.chapters.first else { return [] }
        let blocks = plan.chapters.flatMap { chapter in
            [Block.heading(Heading(1, chapter.title))]
                + Paragraph.paragraphs(of: chapter.text).map(Block.paragraph)
        }
        let title = plan.chapters.count == 1 ? first.title : tr("Presentation")
        return [SectionMaker { ReportSection(title, orientation: .portrait, blocks: blocks) }]
    }

    /// Annex C, where the archive has maps of the year and no part of the plan alone was chosen.
    private func maps() throws -> [SectionMaker] {
        guard session.has(.services), !session.options.isExtract,
            session.content.services.hasData(of: session.year)
        else { return [] }
        var sections = try AllegatoC(session).sections(level: 2)
        sections[0] = sections[0].changed { first in
            first.blocks.insert(
                .heading(Heading(1, tr("Annex C – Maps of the services, their outputs and users"))), at: 0)
            first.sharesPage = false
        }
        return sections
    }

    private func closing(_ plan: Plan, _ score: PlanScore, hasMaps: Bool) -> ReportSection {
        let title = tr("Payment times, approval, annexes")
        return ReportSection(
            title, sharesPage: true,
            blocks: [.heading(Heading(1, title))] + paymentTimes(plan, score) + approval(plan)
                + annexes(hasMaps: hasMaps))
    }

    private func paymentTimes(_ plan: Plan, _ score: PlanScore) -> [Block] {
        let heading = Block.heading(Heading(2, tr("Payment times")))
        guard let answer = plan.paymentTimes else {
            return [heading, dim(tr("The office has not said yet which objective is on payment times."))]
        }
        guard let id = answer.objectiveID, let objective = plan.objectives.first(where: { $0.id == id })
        else {
            return [
                heading, dim(tr("The plan has no objective on payment times (D.L. 13/2023, art. 4-bis).")),
            ]
        }
        let share = answer.shareOfResultPay.map { ItalianNumber.write($0) + "%" }
        let fields = [
            CardField(tr("Objective"), RichText(objective.title)),
            share.map { CardField(tr("Share of the result pay"), RichText($0)) },
            score.objective(id).map { CardField(tr("% reached"), $0.text(session.profile)) },
        ]
        return [heading, .card(fields.compactMap(\.self))]
    }

    private func approval(_ plan: Plan) -> [Block] {
        let fields = [
            CardField(tr("Approval"), act(plan.approval)), CardField(tr("Validation"), act(plan.validation)),
        ]
        return [.heading(Heading(2, tr("Approval and validation"))), .card(fields)]
    }

    private func act(_ act: Act?) -> RichText {
        guard let act else { return RichText(tr("still to come, by 30 June"), .dim) }
        return RichText([act.body, act.words].filter { !$0.isEmpty }.joined(separator: ", "))
    }

    /// The annexes that this document holds: the state of the objectives by line, and the maps.
    private func annexes(hasMaps: Bool) -> [Block] {
        let names =
            [tr("Annex B – State of the plan of objectives")]
            + (hasMaps ? [tr("Annex C – Maps of the services, their outputs and users")] : [])
        return [.heading(Heading(2, tr("Annexes")))]
            + names.map { .paragraph(Paragraph(RichText($0), .item)) }
    }

    private func dim(_ text: String) -> Block {
        .paragraph(Paragraph(RichText(text, .dim)))
    }
}
