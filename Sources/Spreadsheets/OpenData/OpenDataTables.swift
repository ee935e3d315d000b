import Exporting
import Foundation
import Localization
import Model
import Scoring

/// Whose the data is, and what of it may be told.
public struct OpenDataOptions: Hashable, Sendable {
    /// The municipality's code of six digits (ISTAT); empty where it is not known.
    public var istatCode = ""
    /// The names of people are told.
    public var hasNames = false
    /// Only this year; nil for all.
    public var year: Int?

    /// Nothing but figures.
    public init() {}
}

/// The values of an archive as long tables: a row a value, names for programs as heads.
public struct OpenDataTables: Sendable {
    private let content: ArchiveContent
    private let options: OpenDataOptions
    private let links: IndicatorLinks
    /// The plans of the years that are told, ascending, with their scores.
    private let plans: [(plan: Plan, score: PlanScore)]
    /// Whose the rows are.
    private let owner: [DataCell]

    /// The tables of an archive.
    /// - Parameter whole: the archive of which `content` is a part, so that indicators are followed beyond it; nil for
    ///   itself.
    public init(
        _ content: ArchiveContent, _ options: OpenDataOptions = OpenDataOptions(),
        partOf whole: ArchiveContent? = nil
    ) {
        self.content = content
        self.options = options
        links = IndicatorLinks(whole ?? content)
        plans = content.plans.values.filter { options.year == nil || $0.year == options.year }
            .sorted { $0.year < $1.year }
            .map { ($0, PlanScore($0, profile: content.profile(of: $0.year))) }
        owner = [
            .text(content.municipality.id.plainText), DataCell(content.municipality.name),
            DataCell(options.istatCode),
        ]
    }

    /// All tables; one without a row is left out only where it is of people who are not to be told.
    public var all: [DataTable] {
        [indicators, objectives, series, projects, scoring] + (options.hasNames ? [people] : [])
    }

    private static let ownerColumns = [
        DataColumn("municipality_id", tr("The municipality's identity in its archive.")),
        DataColumn("municipality", tr("The municipality's name.")),
        DataColumn("istat_code", tr("The municipality's code of six digits (ISTAT).")),
    ]

    private static func figure(_ name: String, _ meaning: String) -> DataColumn {
        DataColumn(name, meaning, .number(decimals: 0))
    }
}

// MARK: - Indicators

extension OpenDataTables {
    /// A row an indicator of a year.
    public var indicators: DataTable {
        var table = DataTable("indicators", columns: indicatorColumns)
        for (plan, score) in plans {
            for line in plan.lines {
                for objective in line.objectives {
                    let head = owner + [DataCell(plan.year)] + place(objective, in: line)
                    for indicator in objective.indicators {
                        var row = head
                        row.reserveCapacity(table.columns.count)
                        row += described(indicator)
                        row += results(indicator, score.indicator(indicator.id)?.score)
                        row.append(.text(links.origin(of: indicator.id, year: plan.year).plainText))
                        row.append(DataCell(indicator.actualSeriesID?.plainText ?? ""))
                        table.rows.append(row)
                    }
                }
            }
        }
        return table
    }

    private var indicatorColumns: [DataColumn] {
        var columns =
            OpenDataTables.ownerColumns + [OpenDataTables.figure("year", tr("The year of the plan."))]
        columns += [
            DataColumn("line_code", tr("The code of the strategic line.")),
            DataColumn("line", tr("The strategic line.")),
            DataColumn("objective_id", tr("The objective's identity.")),
            DataColumn("objective_code", tr("The objective's code.")),
            DataColumn("objective", tr("The objective.")), DataColumn("sector", tr("The sector.")),
        ]
        if options.hasNames { columns.append(DataColumn("head", tr("Who answers for the objective."))) }
        return columns + indicatorValueColumns
    }

    private var indicatorValueColumns: [DataColumn] {
        [
            DataColumn("indicator_id", tr("The indicator's identity.")),
            DataColumn("indicator", tr("The indicator.")),
            DataColumn(
                "dimension", tr("What it looks at."), .list(IndicatorDimension.allCases.map(\.rawValue))),
            DataColumn("measure", tr("How it is measured."), .list(Measure.allCases.map(\.rawValue))),
            DataColumn("direction", tr("Which way is better."), .list(Direction.allCases.map(\.rawValue))),
            DataColumn("unit", tr("The unit of the figures.")),
            OpenDataTables.figure("target", tr("The target, where it is a figure.")),
            DataColumn(
                "target_comparison", tr("How the target is to be met."),
                .list(ReportedValue.Comparison.allCases.map(\.rawValue))),
            DataColumn("target_date", tr("The target, where it is a day."), .date),
            DataColumn("target_text", tr("The target as written.")),
            OpenDataTables.figure("actual", tr("What was reached, where it is a figure.")),
            DataColumn("actual_date", tr("What was reached, where it is a day."), .date),
            DataColumn(
                "actual_comparison", tr("What was reached is a bound, and which."),
                .list(ReportedValue.Comparison.allCases.map(\.rawValue))),
            DataColumn("actual_text", tr("What was reached, as written.")),
            OpenDataTables.figure("baseline", tr("The figure to start from.")),
            OpenDataTables.figure("weight", tr("The weight in the objective.")),
            OpenDataTables.figure("deviation", tr("How far the actual lies from the target.")),
            OpenDataTables.figure(
                "score", tr("The achievement in per cent, from 0 to 100, at most six decimals.")),
            DataColumn("state", tr("What became of it."), .list(OpenDataTables.states)),
            DataColumn("rule", tr("The rule of the score."), .list(ScoringRule.allCases.map(\.rawValue))),
            DataColumn(
                "rule_direction", tr("Which way is better by that rule."),
                .list(Direction.allCases.map(\.rawValue))),
            OpenDataTables.figure("valued", tr("An achievement that was set by hand, in per cent.")),
            DataColumn("note", tr("What the office says about the result.")),
            DataColumn(
                "followed_id",
                tr("The identity of the first of the indicators that it goes on with: the same in all years.")
            ),
            DataColumn("actual_series_id", tr("The series whose figure is what was reached.")),
        ]
    }

    private func place(_ objective: Objective, in line: StrategicLine) -> [DataCell] {
        [
            DataCell(line.code), DataCell(line.title), .text(objective.id.plainText),
            DataCell(objective.code), DataCell(objective.title), DataCell(objective.sector),
        ] + (options.hasNames ? [DataCell(objective.head)] : [])
    }

    private func described(_ indicator: Indicator) -> [DataCell] {
        [
            .text(indicator.id.plainText), DataCell(indicator.name),
            DataCell(indicator.dimension?.rawValue ?? ""), DataCell(indicator.measure?.rawValue ?? ""),
            DataCell(indicator.direction?.rawValue ?? ""), DataCell(indicator.commonUnit.rawValue),
        ]
    }

    private func results(_ indicator: Indicator, _ score: IndicatorScore?) -> [DataCell] {
        measured(indicator, isOnOff: score?.rule.rule == .onOff) + scored(indicator, score)
    }

    private func measured(_ indicator: Indicator, isOnOff: Bool) -> [DataCell] {
        let (target, actual) = (indicator.target, indicator.actual)
        let done = isOnOff ? actual.doneInWords.map { ExactDecimal($0 ? 1 : 0) } : nil
        return [
            DataCell(target.number), DataCell(target.comparison?.rawValue ?? ""), DataCell(target.date),
            DataCell(target.raw), DataCell(done ?? actual.number), DataCell(actual.date),
            DataCell(actual.comparison?.rawValue ?? ""), DataCell(actual.raw),
            DataCell(indicator.baseline?.number),
        ]
    }

    private func scored(_ indicator: Indicator, _ score: IndicatorScore?) -> [DataCell] {
        [
            DataCell(indicator.weight.weightValue), DataCell(score?.deviation?.value),
            DataCell(score?.achievement?.tidy), DataCell(score.map { OpenDataTables.state($0.state) } ?? ""),
            DataCell(score?.rule.rule.rawValue ?? ""), DataCell(score?.rule.direction.rawValue ?? ""),
            DataCell(score?.scoreOverride?.achievement), DataCell(indicator.note),
        ]
    }

    private static let states = ["scored", "not-reported", "neutralised", "not-assessable"]

    private static func state(_ state: IndicatorScore.State) -> String {
        switch state {
        case .scored: "scored"
        case .notReported: "not-reported"
        case .neutralised: "neutralised"
        case .notAssessable: "not-assessable"
        }
    }
}

// MARK: - Objectives, services, projects, people

extension OpenDataTables {
    /// A row an objective of a year.
    public var objectives: DataTable {
        let columns =
            OpenDataTables.ownerColumns + [
                OpenDataTables.figure("year", tr("The year of the plan.")),
                DataColumn("line_code", tr("The code of the strategic line.")),
                DataColumn("line", tr("The strategic line.")),
                DataColumn("objective_id", tr("The objective's identity.")),
                DataColumn("objective_code", tr("The objective's code.")),
                DataColumn("objective", tr("The objective.")), DataColumn("sector", tr("The sector.")),
            ] + (options.hasNames ? [DataColumn("head", tr("Who answers for the objective."))] : []) + [
                OpenDataTables.figure("weight", tr("The weight among the objectives.")),
                OpenDataTables.figure("indicators", tr("How many indicators it has.")),
                OpenDataTables.figure("weight_sum", tr("The sum of its indicators' weights as written.")),
                OpenDataTables.figure(
                    "score", tr("The achievement in per cent, from 0 to 100, at most six decimals.")),
            ]
        var table = DataTable("objectives", columns: columns)
        for (plan, score) in plans {
            for line in plan.lines {
                for objective in line.objectives {
                    let own = score.objective(objective.id)
                    table.rows.append(
                        owner + [DataCell(plan.year)] + place(objective, in: line) + [
                            DataCell(objective.weight), DataCell(objective.indicators.count),
                            DataCell(own?.weightSum), DataCell(own?.achievement?.tidy),
                        ])
                }
            }
        }
        return table
    }

    /// A row a figure of a service's series.
    public var series: DataTable {
        var table = DataTable(
            "series",
            columns: OpenDataTables.ownerColumns + [
                DataColumn("sector", tr("The sector.")),
                DataColumn("service_id", tr("The service's identity.")),
                DataColumn("service", tr("The service.")),
                DataColumn(
                    "kind", tr("Whether it counts what is given or who is served."),
                    .list(["output", "users"])),
                DataColumn("group", tr("The row under which it stands.")),
                DataColumn("series_id", tr("The series' identity.")),
                DataColumn("series", tr("What is counted.")),
                OpenDataTables.figure("year", tr("The year of the figure.")),
                OpenDataTables.figure("value", tr("The figure.")),
                DataColumn("unit", tr("The unit of the figures.")),
                DataColumn(
                    "missing", tr("Why there is no figure."),
                    .list(ReportedValue.MissingKind.allCases.map(\.rawValue))),
                DataColumn("text", tr("The cell as written.")),
            ])
        for service in content.services.services {
            let names = Dictionary(
                service.series.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
            for (kind, list) in [("output", service.outputs), ("users", service.users)] {
                for series in list where !series.isHeading {
                    let head: [DataCell] =
                        owner + [
                            DataCell(service.sector), .text(service.id.plainText), DataCell(service.name),
                            .text(kind), DataCell(series.parentID.flatMap { names[$0] } ?? ""),
                            .text(series.id.plainText), DataCell(series.name),
                        ]
                    for year in series.years where options.year == nil || options.year == year {
                        table.rows.append(head + [DataCell(year)] + figure(series.values[year]))
                    }
                }
            }
        }
        return table
    }

    private func figure(_ value: ReportedValue?) -> [DataCell] {
        let value = value ?? .notEntered
        return [
            DataCell(value.number), DataCell(value.unit.rawValue),
            DataCell(value.missingKind?.rawValue ?? ""), DataCell(value.raw),
        ]
    }

    /// A row a project of a year.
    public var projects: DataTable {
        var table = DataTable(
            "projects",
            columns: OpenDataTables.ownerColumns + [
                OpenDataTables.figure("year", tr("The year of the projects.")),
                DataColumn("project_id", tr("The project's identity.")),
                DataColumn("number", tr("The number as written.")),
                DataColumn("scope", tr("Whose objective it is.")), DataColumn("title", tr("The title.")),
                DataColumn("description", tr("What is done.")),
                OpenDataTables.figure("own_resources", tr("The municipality's own money, net, in euro.")),
                OpenDataTables.figure("third_party_resources", tr("Money of third parties, net, in euro.")),
                DataColumn("funder", tr("The type, or who funds it.")),
                DataColumn("expected_result", tr("What is expected.")),
            ])
        for book in content.projects.values.sorted(by: { $0.year < $1.year })
        where options.year == nil || options.year == book.year {
            for project in book.projects {
                table.rows.append(
                    owner + [
                        DataCell(book.year), .text(project.id.plainText), DataCell(project.number),
                        DataCell(project.scope), DataCell(project.title), DataCell(project.description),
                        DataCell(project.ownResources?.net.number),
                        DataCell(project.thirdPartyResources?.net.number), DataCell(project.typeOrFunder),
                        DataCell(project.expectedResult),
                    ])
            }
        }
        return table
    }

    /// A row a year: how it is scored, and with which bands.
    public var scoring: DataTable {
        var table = DataTable(
            "scoring",
            columns: OpenDataTables.ownerColumns + [
                OpenDataTables.figure("year", tr("The year of the plan.")),
                DataColumn(
                    "is_closed", tr("What is not reported counts as not reached."), .list(["false", "true"])),
                DataColumn(
                    "roll_up", tr("How objectives become one figure."), .list(RollUp.allCases.map(\.rawValue))
                ),
                DataColumn(
                    "bands_kind", tr("What the bands are of: values, or days late."),
                    .list(["value", "days"])),
                OpenDataTables.figure("band_from", tr("The lower bound of a band.")),
                OpenDataTables.figure("band_score", tr("The achievement of the band, in per cent.")),
                OpenDataTables.figure(
                    "score", tr("The achievement of all objectives together, two decimals.")),
            ])
        for (plan, score) in plans {
            let profile = content.profile(of: plan.year)
            let head: [DataCell] =
                owner + [
                    DataCell(plan.year), .text(plan.isClosed ? "true" : "false"),
                    .text(profile.rollUp.rawValue),
                ]
            let whole = DataCell(score.municipality.displayed)
            table.rows.append(head + [.empty, .empty, .empty, whole])
            for (kind, bands) in [("value", profile.bands), ("days", profile.dateBands)] {
                for band in bands {
                    table.rows.append(
                        head + [
                            .text(kind), .number(band.from), .number(band.achievement), .empty,
                        ])
                }
            }
        }
        return table
    }

    /// A row somebody who takes part in an objective.
    public var people: DataTable {
        var table = DataTable(
            "people",
            columns: OpenDataTables.ownerColumns + [
                OpenDataTables.figure("year", tr("The year of the plan.")),
                DataColumn("objective_id", tr("The objective's identity.")),
                DataColumn("name", tr("Surname and name.")),
                DataColumn("grade", tr("The grade of the contract.")),
                DataColumn("share", tr("The share of time.")),
            ])
        for (plan, _) in plans {
            for objective in plan.objectives {
                for participant in objective.participants {
                    table.rows.append(
                        owner + [
                            DataCell(plan.year), .text(objective.id.plainText), DataCell(participant.name),
                            DataCell(participant.grade), DataCell(participant.share?.raw ?? ""),
                        ])
                }
            }
        }
        return table
    }
}

extension Fraction {
    /// The value as a decimal: exact where it is finite and of at most six decimals, else rounded to six.
    var tidy: ExactDecimal {
        guard let exact = exactDecimal, exact.scale <= 6 else { return rounded(places: 6) }
        return exact
    }
}
