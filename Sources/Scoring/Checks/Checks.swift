import Model

/// The checks: what is written against what follows from the rest. They change nothing.
public enum Checks {
    /// All findings about `content` in a fixed order: organisation, plans by year, services, projects by year;
    /// within each by place. With `year`, only the plan and the projects of that year, and all services.
    ///
    /// Comparing all series with each other is most of the work: who runs the checks after every edit gives
    /// in `known` what `services(_:)` found in the same maps.
    public static func run(
        content: ArchiveContent, year: Int? = nil, services known: [Finding]? = nil
    ) -> [Finding] {
        let years = content.years.filter { year == nil || $0 == year }
        var findings = NameChecks.findings(in: content.municipality)
        for year in years {
            findings +=
                TenureCheck(municipality: content.municipality, plan: content.plans[year], year: year)
                .findings
        }
        for plan in years.compactMap({ content.plans[$0] }) {
            findings += PlanChecks(plan, profile: content.profile(of: plan.year)).findings
        }
        findings += known ?? services(content.services)
        for book in years.compactMap({ content.projects[$0] }) {
            findings += ProjectChecks(book, profile: content.profile(of: book.year)).findings
        }
        return findings
    }

    /// The findings about the maps of the services, in their place among all.
    public static func services(_ catalogue: ServiceCatalogue) -> [Finding] {
        ServiceChecks(catalogue).findings
    }

    /// The findings that nobody has answered, in their order.
    public static func open(_ findings: [Finding], dismissals: [Dismissal]) -> [Finding] {
        let answered = Set(dismissals.map(Answer.init))
        return findings.filter { !answered.contains(Answer($0)) }
    }

    /// What a dismissal and the finding that it answers have in common.
    private struct Answer: Hashable {
        let code: FindingCode
        let entity: String
        let field: String?
        let written: String
        let expected: String

        init(_ dismissal: Dismissal) {
            code = dismissal.code
            entity = dismissal.entity?.uuidString ?? ""
            field = dismissal.field
            written = dismissal.written
            expected = dismissal.expected
        }

        init(_ finding: Finding) {
            code = finding.code
            entity = finding.place.entity?.uuidString ?? ""
            field = finding.place.field
            written = finding.written
            expected = finding.expected
        }
    }
}
