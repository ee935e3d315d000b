import Foundation
import Model

/// What follows from an archive's content for one year: the scores of its plan, and the findings of all checks.
///
/// After a change only what depends on it is made again: the objective and the groups that hold it, the checks that
/// read it. The result is that of an assessment from scratch.
public struct ArchiveAssessment: Sendable {
    /// The scores of the year's plan; nil where the year has none.
    public let score: PlanScore?
    /// All findings, in the order of `Checks.run(content:year:)`.
    public let findings: [Finding]
    /// The findings that nobody has answered, in the same order.
    public let openFindings: [Finding]

    private let content: ArchiveContent
    private let year: Int
    private let sectors: [Finding]
    private let tenures: [Finding]
    private let plan: PlanChecks?
    private let actuals: SeriesActualCheck?
    private let services: ServiceChecks
    private let projects: [Finding]

    /// The assessment of `content` for `year`.
    public init(_ content: ArchiveContent, year: Int) {
        self.init(content, year: year, former: nil)
    }

    /// The assessment of another state of the content, or of another year.
    public func updating(to content: ArchiveContent, year: Int) -> ArchiveAssessment {
        ArchiveAssessment(content, year: year, former: self)
    }

    private init(_ content: ArchiveContent, year: Int, former: ArchiveAssessment?) {
        self.content = content
        self.year = year
        services = former?.services.updating(to: content.services) ?? ServiceChecks(content.services)
        let known = former.flatMap { $0.year == year ? $0 : nil }
        let before = known?.content
        let profile = content.profile(of: year)
        let hasFormerProfile = before?.profile(of: year) == profile
        let update = PlanUpdate(known, content.plans[year], profile, hasFormerProfile: hasFormerProfile)
        (score, plan) = (update.score, update.checks)
        let hasFormerSectors = before?.municipality.sectors == content.municipality.sectors
        sectors =
            known.flatMap { hasFormerSectors ? $0.sectors : nil }
            ?? NameChecks.findings(in: content.municipality)
        if let known, hasFormerSectors, update.hasFormerSectors,
            before?.years.contains(year) == content.years.contains(year)
        {
            tenures = known.tenures
        } else {
            tenures = Checks.tenures(in: content, year: year)
        }
        if let known, hasFormerProfile, before?.projects[year] == content.projects[year] {
            projects = known.projects
        } else {
            projects = content.projects[year].map { ProjectChecks($0, profile: profile).findings } ?? []
        }
        actuals = content.plans[year].map { plan in
            guard let former = known?.actuals, let before = before?.plans[year] else {
                return SeriesActualCheck(plan, content.services)
            }
            let planChange = update.change ?? PlanChange(from: before, to: plan)
            return former.updating(planChange, to: plan, content.services)
        }
        findings =
            sectors + tenures + (plan?.findings ?? []) + (actuals?.findings ?? []) + services.findings
            + projects
        openFindings = Checks.open(findings, dismissals: content.dismissals)
    }

    /// The scores and checks of the year's plan, made on the former ones where there are any.
    private struct PlanUpdate {
        var score: PlanScore?
        var checks: PlanChecks?
        /// What differs from the former plan, where that was compared.
        var change: PlanChange?
        /// The objectives name the sectors that they named.
        var hasFormerSectors = false

        init(
            _ former: ArchiveAssessment?, _ plan: Plan?, _ profile: ScoringProfile, hasFormerProfile: Bool
        ) {
            guard let plan else {
                hasFormerSectors = former?.plan == nil
                return
            }
            guard let former, hasFormerProfile, let before = former.content.plans[plan.year],
                let formerScore = former.score, let formerChecks = former.plan
            else {
                let score = PlanScore(plan, profile: profile)
                self.score = score
                checks = PlanChecks(plan, profile: profile, score: score)
                return
            }
            guard before != plan else {
                (score, checks, hasFormerSectors) = (formerScore, formerChecks, true)
                return
            }
            let change = PlanChange(from: before, to: plan)
            self.change = change
            let score = formerScore.updating(from: before, to: plan, profile: profile)
            self.score = score
            checks = formerChecks.updating(to: plan, profile: profile, score: score)
            hasFormerSectors = change.hasSameShape && !change.touches { $0.sector != $1.sector }
        }
    }
}
