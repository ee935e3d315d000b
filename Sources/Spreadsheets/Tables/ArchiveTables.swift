import Exporting
import Foundation
import Localization
import Model
import Reporting
import Scoring

/// The tables of an archive, for spreadsheets.
public enum ArchiveTables {
    /// A table by its subject.
    public enum Subject: String, CaseIterable, Sendable {
        /// A row an indicator.
        case indicators
        /// A row an objective.
        case objectives
        /// A row a phase of an objective.
        case phases
        /// A row a project.
        case projects
        /// A row a series of a service.
        case series
        /// A row somebody who takes part in an objective.
        case people
        /// A row an indicator that is followed over the plans of several years.
        case years
        /// A row a finding of the checks.
        case findings

        /// Its name as sheets and files bear it.
        public var title: String {
            switch self {
            case .indicators: tr("Indicators")
            case .objectives: tr("Objectives")
            case .phases: tr("Phases")
            case .projects: tr("Projects")
            case .series: tr("Series of the services")
            case .people: tr("People")
            case .years: tr("Indicators over the years")
            case .findings: tr("Findings")
            }
        }
    }

    /// The tables of these subjects.
    /// - Parameters:
    ///   - year: only this year's plan and projects; nil for all.
    ///   - whole: the archive of which `content` is a part, so that indicators are followed beyond it; nil for itself.
    public static func tables(
        of content: ArchiveContent, _ subjects: [Subject] = Subject.allCases, year: Int? = nil,
        partOf whole: ArchiveContent? = nil
    ) -> [DataTable] {
        let plans = content.plans.values.filter { year == nil || $0.year == year }
            .sorted { $0.year < $1.year }
        let books = content.projects.values.filter { year == nil || $0.year == year }
            .sorted { $0.year < $1.year }
        return subjects.map { subject in
            switch subject {
            case .indicators: indicators(plans, content)
            case .objectives: objectives(plans, content)
            case .phases: phases(plans)
            case .projects: projects(books, content)
            case .series: series(content.services)
            case .people: people(plans)
            case .years: YearsTable(content, in: whole ?? content, year: year).table
            case .findings: findings(content, years: year.map { [$0] } ?? content.years)
            }
        }
    }

    /// The workbook of an archive: a sheet for each table.
    public static func workbook(
        of content: ArchiveContent, _ subjects: [Subject] = Subject.allCases, year: Int? = nil,
        partOf whole: ArchiveContent? = nil
    ) -> Workbook {
        Workbook(
            title: [content.municipality.name, year.map(String.init) ?? ""].filter { !$0.isEmpty }
                .joined(separator: " – "),
            tables: tables(of: content, subjects, year: year, partOf: whole), remarkOnInexact: inexactRemark)
    }

    /// Why a figure stands as a text.
    static var inexactRemark: String {
        tr("A spreadsheet keeps 15 digits: this figure has more, so it is written as a text.")
    }

    /// By it rows are found again when the table comes back.
    private static var keyColumn: DataColumn {
        var column = DataColumn("key", TemplateWords.key, width: 36)
        column.isHidden = true
        return column
    }

    static let yearColumn = DataColumn("year", tr("Year"), .number(decimals: 0), width: 7)
}

// MARK: - Plans

extension ArchiveTables {
    private static func indicators(_ plans: [Plan], _ content: ArchiveContent) -> DataTable {
        let columns = [
            yearColumn, DataColumn("line", tr("Strategic line")), DataColumn("code", tr("Code"), width: 10),
            DataColumn("objective", tr("Objective"), width: 40),
            DataColumn("sector", tr("Sector"), width: 22),
            DataColumn("head", tr("Head"), width: 22), DataColumn("indicator", tr("Indicator"), width: 40),
            DataColumn("dimension", tr("Dimension"), .list(IndicatorDimension.allCases.map(\.title))),
            DataColumn("measure", tr("Measure"), .list(Measure.allCases.map(\.title))),
            DataColumn("formula", tr("Formula")), DataColumn("purpose", tr("Purpose")),
            DataColumn("unit", tr("Unit"), width: 10),
            DataColumn("baseline", tr("Baseline"), .number(decimals: 0)),
            DataColumn("target", tr("Target"), .number(decimals: 0)),
            DataColumn("actual", tr("Actual"), .number(decimals: 0)),
            DataColumn("deviation", tr("Deviation"), .number(decimals: 0)),
            DataColumn("weight", tr("Weight"), .number(decimals: 0)),
            DataColumn("achievement", tr("% reached"), .percent),
            DataColumn("barometer", tr("Barometer"), width: 18), DataColumn("state", tr("State"), width: 18),
            DataColumn("note", tr("Note"), width: 40), keyColumn,
        ]
        var table = DataTable(Subject.indicators.title, columns: columns)
        for plan in plans {
            let profile = content.profile(of: plan.year)
            let score = PlanScore(plan, profile: profile)
            for line in plan.lines {
                for objective in line.objectives {
                    for indicator in objective.indicators {
                        let own = score.indicator(indicator.id)?.score
                        table.rows.append(
                            [DataCell(plan.year), DataCell(line.title)] + owner(objective)
                                + words(indicator) + values(indicator)
                                + results(indicator, own, profile) + [.key(indicator)])
                    }
                }
            }
        }
        return table
    }

    private static func owner(_ objective: Objective) -> [DataCell] {
        [
            DataCell(objective.code), DataCell(objective.title), DataCell(objective.sector),
            DataCell(objective.head),
        ]
    }

    private static func words(_ indicator: Indicator) -> [DataCell] {
        [
            DataCell(indicator.name), DataCell(indicator.dimension?.title ?? ""),
            DataCell(indicator.measure?.title ?? ""), DataCell(indicator.formula),
            DataCell(indicator.purpose),
        ]
    }

    private static func values(_ indicator: Indicator) -> [DataCell] {
        let unit = indicator.commonUnit
        return [
            DataCell(unit.rawValue), DataCell(indicator.baseline, unit: unit),
            DataCell(indicator.target, unit: unit), DataCell(indicator.actual, unit: unit),
        ]
    }

    private static func results(
        _ indicator: Indicator, _ score: IndicatorScore?, _ profile: ScoringProfile
    ) -> [DataCell] {
        [
            DataCell(score?.deviation?.value), DataCell(indicator.weight),
            score?.displayed.map { .percent($0) } ?? .empty,
            DataCell(score?.barometerBand(profile)?.title ?? ""), DataCell(score?.state.title ?? ""),
            DataCell(indicator.note),
        ]
    }

    private static func objectives(_ plans: [Plan], _ content: ArchiveContent) -> DataTable {
        let columns = [
            yearColumn, DataColumn("line", tr("Strategic line")), DataColumn("code", tr("Code"), width: 10),
            DataColumn("objective", tr("Objective"), width: 40),
            DataColumn("sector", tr("Sector"), width: 22),
            DataColumn("head", tr("Head"), width: 22), DataColumn("definition", tr("Definition"), width: 50),
            DataColumn("otherSectors", tr("Other sectors"), width: 22),
            DataColumn("weight", tr("Weight"), .number(decimals: 0)), DataColumn("due", tr("Due"), .date),
            DataColumn("tags", tr("Tags"), width: 22),
            DataColumn("dup", tr("References to the DUP"), width: 16),
            DataColumn("goals", tr("Goals of Agenda 2030"), width: 12),
            DataColumn("indicators", tr("Number of indicators"), .number(decimals: 0)),
            DataColumn("weightSum", tr("Total of the weights"), .number(decimals: 0)),
            DataColumn("achievement", tr("Overall score"), .percent),
            DataColumn("criticalFactors", tr("Critical factors")), DataColumn("resources", tr("Resources")),
            DataColumn("note", tr("Note"), width: 40),
        ]
        var table = DataTable(Subject.objectives.title, columns: columns)
        for plan in plans {
            let score = PlanScore(plan, profile: content.profile(of: plan.year))
            for line in plan.lines {
                for objective in line.objectives {
                    let own = score.objective(objective.id)
                    table.rows.append(
                        [DataCell(plan.year), DataCell(line.title)] + owner(objective) + more(objective)
                            + [
                                DataCell(objective.indicators.count), DataCell(own?.weightSum),
                                own?.displayed.map { .percent($0) } ?? .empty,
                                DataCell(objective.criticalFactors), DataCell(objective.resources),
                                DataCell(objective.note),
                            ])
                }
            }
        }
        return table
    }

    private static func more(_ objective: Objective) -> [DataCell] {
        [
            DataCell(objective.definition), DataCell(objective.otherSectors.joined(separator: ", ")),
            DataCell(objective.weight), DataCell(objective.due),
            DataCell(objective.tags.map(\.title).joined(separator: ", ")),
            DataCell(objective.dupReferences.joined(separator: ", ")),
            DataCell(objective.sustainableGoals.map(String.init).joined(separator: ", ")),
        ]
    }

    private static func phases(_ plans: [Plan]) -> DataTable {
        let columns = [
            yearColumn, DataColumn("objective", tr("Objective"), width: 40),
            DataColumn("phase", tr("Phase"), width: 40), DataColumn("from", tr("From"), .month),
            DataColumn("to", tr("To"), .month), DataColumn("timing", tr("Time as written")),
        ]
        var table = DataTable(Subject.phases.title, columns: columns)
        for plan in plans {
            for objective in plan.objectives {
                for phase in objective.phases {
                    let spans: [MonthSpan?] = phase.spans.isEmpty ? [nil] : phase.spans
                    for span in spans {
                        table.rows.append([
                            DataCell(plan.year), DataCell(objective.title), DataCell(phase.title),
                            span.map { .month($0.from) } ?? .empty, span.map { .month($0.to) } ?? .empty,
                            DataCell(phase.timing),
                        ])
                    }
                }
            }
        }
        return table
    }

    private static func people(_ plans: [Plan]) -> DataTable {
        let columns = [
            yearColumn, DataColumn("objective", tr("Objective"), width: 40),
            DataColumn("sector", tr("Sector"), width: 22), DataColumn("name", tr("Name")),
            DataColumn("grade", tr("Grade"), width: 10), DataColumn("share", tr("Share"), .percent),
        ]
        var table = DataTable(Subject.people.title, columns: columns)
        for plan in plans {
            for objective in plan.objectives {
                for participant in objective.participants {
                    table.rows.append([
                        DataCell(plan.year), DataCell(objective.title), DataCell(objective.sector),
                        DataCell(participant.name), DataCell(participant.grade), DataCell(participant.share),
                    ])
                }
            }
        }
        return table
    }
}

// MARK: - Projects, services, findings

extension ArchiveTables {
    private static func projects(_ books: [ProjectBook], _ content: ArchiveContent) -> DataTable {
        let columns = [
            yearColumn, DataColumn("number", tr("Number"), width: 8),
            DataColumn("scope", tr("Objective of"), width: 22),
            DataColumn("title", tr("Title"), width: 40),
            DataColumn("description", tr("Description"), width: 50),
            DataColumn("own", tr("Own resources"), .number(decimals: 2), width: 16),
            DataColumn("thirdParty", tr("Third-party resources"), .number(decimals: 2), width: 16),
            DataColumn("gross", tr("Gross of charges and IRAP"), .number(decimals: 2), width: 16),
            DataColumn("funder", tr("Type or funder"), width: 22),
            DataColumn("result", tr("Expected result"), width: 40),
        ]
        var table = DataTable(Subject.projects.title, columns: columns)
        for book in books {
            let profile = content.profile(of: book.year)
            for project in book.projects {
                let amount = project.ownResources ?? project.thirdPartyResources
                let computed = amount?.net.number.map { profile.gross(ofNet: $0).fraction.rounded(places: 2) }
                table.rows.append([
                    DataCell(book.year), DataCell(project.number), DataCell(project.scope),
                    DataCell(project.title), DataCell(project.description),
                    DataCell(project.ownResources?.net), DataCell(project.thirdPartyResources?.net),
                    amount?.gross.map { DataCell($0) } ?? DataCell(computed),
                    DataCell(project.typeOrFunder), DataCell(project.expectedResult),
                ])
            }
        }
        return table
    }

    private static func series(_ catalogue: ServiceCatalogue) -> DataTable {
        let years = Set(catalogue.services.flatMap(\.series).flatMap(\.years)).sorted()
        let columns =
            [
                DataColumn("sector", tr("Sector"), width: 22), DataColumn("service", tr("Service")),
                DataColumn("series", TemplateWords.series, width: 40),
            ] + years.map { DataColumn("y\($0)", "\($0)", .number(decimals: 0)) } + [
                DataColumn("kind", tr("Kind"), .list([tr("Output"), tr("Users")]), width: 10),
                DataColumn("group", tr("Under"), width: 22), keyColumn,
            ]
        var table = DataTable(Subject.series.title, columns: columns)
        for service in catalogue.services {
            let names = Dictionary(
                service.series.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            for (kind, list) in [(tr("Output"), service.outputs), (tr("Users"), service.users)] {
                for series in list where !series.isHeading {
                    table.rows.append(
                        [
                            DataCell(service.sector), DataCell(service.name), DataCell(series.name),
                        ] + years.map { DataCell(series.values[$0]) } + [
                            DataCell(kind), DataCell(series.parentID.flatMap { names[$0] } ?? ""),
                            .key(series, years: years),
                        ])
                }
            }
        }
        return table
    }

    private static func findings(_ content: ArchiveContent, years: [Int]) -> DataTable {
        let columns = [
            yearColumn,
            DataColumn("severity", tr("Severity"), .list(Severity.allCases.map(\.title)), width: 14),
            DataColumn("finding", tr("Finding")), DataColumn("place", tr("Where"), width: 50),
            DataColumn("field", tr("Field"), width: 14), DataColumn("written", tr("Written"), width: 18),
            DataColumn("expected", tr("Expected"), width: 18),
            DataColumn("sentence", tr("Explanation"), width: 50),
        ]
        var table = DataTable(Subject.findings.title, columns: columns)
        var seen: Set<Finding> = []
        for year in years {
            for finding in ArchiveAssessment(content, year: year).openFindings
            where seen.insert(finding).inserted {
                table.rows.append([
                    DataCell(finding.place.year ?? year), DataCell(finding.severity.title),
                    DataCell(finding.title), DataCell(finding.placeWords),
                    DataCell(finding.place.field ?? ""),
                    DataCell(finding.written), DataCell(finding.expected), DataCell(finding.sentence),
                ])
            }
        }
        return table
    }
}
