import Exporting
import Foundation
import Localization
import Model
import Scoring

/// The indicators that are followed over the plans of several years: a row an indicator, and for each year its target,
/// its actual and its achievement.
struct YearsTable {
    private let chains: [[IndicatorYear]]
    private let owners: [PlannedIndicator]
    private let years: [Int]

    /// The indicators of `content`, followed through the plans of `whole`.
    /// - Parameter year: only those that the plan of this year has; nil for all.
    init(_ content: ArchiveContent, in whole: ArchiveContent, year: Int?) {
        let shown = Set(
            content.plans.values.filter { year == nil || $0.year == year }.flatMap { plan in
                plan.objectives.flatMap(\.indicators).map { Key(year: plan.year, id: $0.id) }
            })
        let chosen = IndicatorLinks(whole).chains.filter { chain in
            chain.contains { shown.contains(Key(year: $0.year, id: $0.indicator.id)) }
        }
        owners = chosen.compactMap(\.last)
        chains = chosen.map { IndicatorYear.series(of: $0, in: whole) }
        years = Set(chosen.flatMap { $0.map(\.year) }).sorted()
    }

    private struct Key: Hashable {
        let year: Int
        let id: UUID
    }

    /// The table.
    var table: DataTable {
        var columns = [
            DataColumn("sector", tr("Sector"), width: 22),
            DataColumn("objective", tr("Objective"), width: 40),
            DataColumn("indicator", tr("Indicator"), width: 40),
            DataColumn("unit", tr("Unit"), width: 10),
        ]
        for year in years {
            let values = ["year": "\(year)"]
            columns += [
                DataColumn("target\(year)", tr("Target of {year}", values), .number(decimals: 0)),
                DataColumn("actual\(year)", tr("Actual of {year}", values), .number(decimals: 0)),
                DataColumn("achievement\(year)", tr("% reached in {year}", values), .percent),
            ]
        }
        columns.append(DataColumn("changes", tr("Changed over the years"), width: 30))
        let rows = zip(owners, chains).map { row($0, $1) }
        return DataTable(ArchiveTables.Subject.years.title, columns: columns, rows: rows)
    }

    private func row(_ owner: PlannedIndicator, _ chain: [IndicatorYear]) -> [DataCell] {
        let unit = owner.indicator.figureUnit
        let byYear = Dictionary(chain.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
        let values = years.flatMap { year -> [DataCell] in
            guard let own = byYear[year] else { return [.empty, .empty, .empty] }
            // A figure of another unit says it.
            let shared = own.indicator.figureUnit == unit ? unit : .none
            return [
                DataCell(own.target, unit: shared), DataCell(own.actual, unit: shared),
                own.achievement.map { .percent($0) } ?? .empty,
            ]
        }
        return [
            DataCell(owner.sector), DataCell(owner.objective), DataCell(owner.indicator.name),
            DataCell(unit.rawValue),
        ] + values + [DataCell(chain.changeWords)]
    }
}
