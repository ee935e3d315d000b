import Foundation
import Localization
import Model
import Reporting
import Scoring

/// Puts the rows of an overview together.
struct OverviewBuilder {
    let plan: Plan?
    let score: PlanScore?
    let profile: ScoringProfile
    /// All indicators of the year.
    let indicators: [IndicatorRow]

    /// The groups, then the municipality; none without objectives.
    func rows(by grouping: Overview.Grouping) -> [Overview.Row] {
        guard let plan, let score, !plan.lines.isEmpty else { return [] }
        let groups: [Overview.Row] =
            switch grouping {
            case .line: lines(plan, score)
            case .sector: named(score.sectors, by: \.sector) { $0.sector = $1 }
            case .head: named(score.heads, by: \.head) { $0.head = $1 }
            }
        var total = row("", tr("Municipality"), score.municipality, indicators, Destination(.indicators))
        total.isTotal = true
        return groups + [total]
    }

    /// Where the bands begin, 0–1, without the lowest.
    var bounds: [Double] {
        profile.barometer.map(\.from).filter { $0 > .zero }.sorted().compactMap(OverviewBuilder.level)
    }

    /// The scored indicators with the lowest achievement below 100, the worst first.
    func worst(_ count: Int) -> [IndicatorRow] {
        var worst: [(figure: ExactDecimal, row: IndicatorRow)] = []
        for row in indicators {
            guard let figure = row.displayed, figure < .hundred else { continue }
            if worst.count == count, let last = worst.last, figure >= last.figure { continue }
            let place = worst.firstIndex { figure < $0.figure } ?? worst.count
            worst.insert((figure, row), at: place)
            if worst.count > count { worst.removeLast() }
        }
        return worst.map(\.row)
    }

    /// How much there is, in a few words.
    var summary: String {
        guard let plan else { return "" }
        return [
            trn("{count} line", "{count} lines", plan.lines.count),
            trn("{count} objective", "{count} objectives", plan.objectiveCount),
            trn("{count} indicator", "{count} indicators", indicators.count),
        ].joined(separator: ", ")
    }

    private func lines(_ plan: Plan, _ score: PlanScore) -> [Overview.Row] {
        let own = Dictionary(grouping: indicators, by: \.lineID)
        return zip(plan.lines, score.lines).map { line, scored in
            row(
                line.id.uuidString, PlanNode.title(of: line), scored.group, own[line.id] ?? [],
                Destination(.plan, item: line.id))
        }
    }

    /// The rows of groups that a field names; texts that differ in case or accents name one.
    private func named(
        _ groups: [GroupScore], by field: (IndicatorRow) -> String,
        _ narrow: (inout IndicatorTable.Filter, String) -> Void
    ) -> [Overview.Row] {
        let byText = Dictionary(grouping: indicators, by: field)
        let byKey = Dictionary(grouping: byText.keys, by: \.comparisonKey)
        return groups.map { group in
            let name: String =
                switch group.scope {
                case .sector(let name), .head(let name): name
                default: ""
                }
            let texts = byKey[name.comparisonKey] ?? []
            let own = texts.flatMap { byText[$0] ?? [] }
            var filter = IndicatorTable.Filter()
            narrow(&filter, texts.contains(name) ? name : texts.min() ?? name)
            var destination = Destination(.indicators)
            destination.filter = filter
            return row(name, name.isEmpty ? tr("Not said") : name, group, own, destination)
        }
    }

    private func row(
        _ id: String, _ name: String, _ group: GroupScore, _ own: [IndicatorRow],
        _ destination: Destination
    ) -> Overview.Row {
        Overview.Row(
            id: id, name: name,
            achievement: group.figure(unit: ""), partial: group.partialWords,
            level: group.displayed.flatMap(OverviewBuilder.level), bounds: bounds,
            barometer: group.barometerBand(profile).map(BarometerReading.init),
            unreported: own.count(where: \.isUnreported), indicators: own.count, isTotal: false,
            destination: destination)
    }

    /// A percentage as a part of one, to draw by.
    private static func level(_ figure: ExactDecimal) -> Double? {
        Double(figure.description).map { min(1, max(0, $0 / 100)) }
    }
}
