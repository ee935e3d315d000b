import Localization
import Model
import Scoring

extension IndicatorYear.Change {
    /// What changed, in a word.
    public var title: String {
        switch self {
        case .unit: tr("unit")
        case .measure: tr("measure")
        case .formula: tr("formula")
        case .direction: tr("direction")
        }
    }
}

extension IndicatorYear {
    /// What differs from the year before, for a person; empty where nothing does.
    public var changeWords: String {
        let names = Change.allCases.filter(changes.contains).map(\.title)
        guard !names.isEmpty else { return "" }
        return tr(
            "{year}: another {what}, so the figures of earlier years may not be comparable",
            ["year": String(year), "what": Words.list(names)])
    }
}

extension [IndicatorYear] {
    /// What differs from year to year, for a person; empty where nothing does.
    public var changeWords: String {
        map(\.changeWords).filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// Target and actual over the years; figures of another unit than the last year's are gaps. Nil where there are not
    /// two figures.
    public func chart(title: String) -> TrendChart? {
        guard let unit = last?.indicator.figureUnit else { return nil }
        let lines = [
            line(tr("Target"), in: unit, \.target), line(tr("Actual"), in: unit, \.actual),
        ].filter { !$0.known.isEmpty }
        guard lines.reduce(0, { $0 + $1.known.count }) > 1 else { return nil }
        return TrendChart(title: title, series: lines)
    }

    /// The achievements over the years, in per cent.
    public var achievements: ChartSeries {
        ChartSeries(
            name: tr("% reached"),
            points: map { year in
                ChartPoint(
                    year: year.year, value: year.achievement?.fraction,
                    label: year.achievement.map { ItalianNumber.write($0) + "%" } ?? year.score.state.title)
            })
    }

    private func line(
        _ name: String, in unit: MeasureUnit, _ value: KeyPath<IndicatorYear, ReportedValue>
    ) -> ChartSeries {
        ChartSeries(
            name: name,
            points: map { year in
                var point = ChartPoint(year: year.year, reported: year[keyPath: value])
                let own = year.indicator.figureUnit
                if own != unit, own != .none, unit != .none { point.value = nil }
                return point
            })
    }
}
