import Foundation
import Model

/// The checks: what is written against what follows from the rest. They change nothing.
public enum Checks {
    /// All findings about `content` in a fixed order: organisation, plans by year, services, projects by year;
    /// within each by place. With `year`, only the plan and the projects of that year, and all services.
    ///
    /// Who runs the checks after every edit keeps an `ArchiveAssessment`.
    public static func run(content: ArchiveContent, year: Int? = nil) -> [Finding] {
        let years = content.years.filter { year == nil || $0 == year }
        var findings = NameChecks.findings(in: content.municipality)
        for year in years { findings += tenures(in: content, year: year) }
        for plan in years.compactMap({ content.plans[$0] }) {
            let profile = content.profile(of: plan.year)
            let score = PlanScore(plan, profile: profile)
            findings += PlanChecks(plan, profile: profile, score: score).findings
            findings += SeriesActualCheck(plan, content.services).findings
        }
        findings += services(content.services)
        for book in years.compactMap({ content.projects[$0] }) {
            findings += ProjectChecks(book, profile: content.profile(of: book.year)).findings
        }
        return findings
    }

    /// The findings about the maps of the services, in their place among all.
    public static func services(_ catalogue: ServiceCatalogue) -> [Finding] {
        ServiceChecks(catalogue).findings
    }

    /// The findings about who heads a sector in `year`; none where the year has neither plan nor projects.
    static func tenures(in content: ArchiveContent, year: Int) -> [Finding] {
        guard content.plans[year] != nil || content.projects[year] != nil else { return [] }
        return TenureCheck(municipality: content.municipality, plan: content.plans[year], year: year).findings
    }

    /// The findings that nobody has answered, in their order.
    public static func open(_ findings: [Finding], dismissals: [Dismissal]) -> [Finding] {
        guard !dismissals.isEmpty else { return findings }
        let answered = Set(dismissals.map(Answer.init))
        // Few places have an answer, and asking for the place is quick.
        let entities = Set(dismissals.map(\.entity))
        return findings.filter { !entities.contains($0.place.entity) || !answered.contains(Answer($0)) }
    }

    /// What a dismissal and the finding that it answers have in common.
    private struct Answer: Hashable {
        let code: FindingCode
        let entity: UUID?
        let field: String?
        let written: String
        let expected: String

        init(_ dismissal: Dismissal) {
            code = dismissal.code
            entity = dismissal.entity
            field = dismissal.field
            written = dismissal.written
            expected = dismissal.expected
        }

        init(_ finding: Finding) {
            code = finding.code
            entity = finding.place.entity
            field = finding.place.field
            written = finding.written
            expected = finding.expected
        }
    }
}
