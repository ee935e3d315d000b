import Foundation
import Model
import Reporting

/// The charts of a service's series.
public struct ServiceTrend: Sendable {
    private let service: ServiceMap
    private let flagged: [UUID: Set<Int>]

    /// The charts of `service`, with marks where findings point.
    public init(_ service: ServiceMap, findings: [Finding]) {
        self.service = service
        var flagged: [UUID: Set<Int>] = [:]
        for finding in findings {
            guard let entity = finding.place.entity, let year = finding.place.year else { continue }
            flagged[entity, default: []].insert(year)
        }
        self.flagged = flagged
    }

    /// One chart of the series `id`; with `all`, a small one for each series of its table that the measure can be taken
    /// of.
    public func charts(of id: UUID, measure: TrendChart.Measure, all: Bool) -> [TrendChart] {
        let table = service.outputs.contains { $0.id == id } ? service.outputs : service.users
        let years = Set(table.flatMap(\.years)).sorted()
        let lines = { (series: Series) in
            ChartSeries(series, years: years, flagged: flagged[series.id] ?? [])
        }
        if all {
            return TrendChart.smallMultiples(table.filter { !$0.isHeading }.map(lines), measure: measure)
        }
        return table.filter { $0.id == id }
            .map { TrendChart(title: $0.name, series: [lines($0)], measure: measure) }
    }
}
