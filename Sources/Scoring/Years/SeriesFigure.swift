import Foundation
import Model

/// The figure of a service's series that is the actual of an indicator.
public struct SeriesFigure: Hashable, Sendable {
    /// The service's name.
    public let service: String
    /// The series' name.
    public let series: String
    /// The year.
    public let year: Int
    /// The cell of the year; an empty one where the series has none.
    public let value: ReportedValue

    /// Nothing was entered for the year yet.
    public var isBlank: Bool { value.isBlank }

    /// The actual that the figure is for an indicator: read as that is measured, without the mark that calls a footnote
    /// of the service's map.
    public func actual(as measure: Measure?) -> ReportedValue {
        var text = value.raw.trimmingWhitespace()
        if let mark = value.mark, text.hasSuffix(mark) {
            text = String(text.dropLast(mark.count)).trimmingWhitespace()
        }
        return ReportedValue(reading: text, as: measure)
    }

    /// Whether an actual says the same as the figure.
    public func agrees(with indicator: Indicator) -> Bool {
        indicator.actual.says(actual(as: indicator.measure))
    }
}

extension ServiceCatalogue {
    /// The figure of a year of the series `id`; nil where there is no such series.
    public func figure(of id: UUID, year: Int) -> SeriesFigure? {
        for service in services {
            for series in [service.outputs, service.users] {
                guard let found = series.first(where: { $0.id == id }) else { continue }
                return SeriesFigure(
                    service: service.name, series: found.name, year: year,
                    value: found.values[year] ?? .notEntered)
            }
        }
        return nil
    }
}

/// Where the series of a catalogue are, for whoever asks for the figures of many.
struct SeriesIndex {
    private let catalogue: ServiceCatalogue
    private var places: [UUID: (service: Int, list: KeyPath<ServiceMap, [Series]>, index: Int)] = [:]

    /// The series of a catalogue; of those of one identity the first.
    init(_ catalogue: ServiceCatalogue) {
        self.catalogue = catalogue
        for (position, service) in catalogue.services.enumerated() {
            for list in [\ServiceMap.outputs, \.users] {
                for (index, series) in service[keyPath: list].enumerated() where places[series.id] == nil {
                    places[series.id] = (position, list, index)
                }
            }
        }
    }

    /// The figure of a year of the series `id`; nil where there is no such series.
    func figure(of id: UUID, year: Int) -> SeriesFigure? {
        guard let place = places[id] else { return nil }
        let service = catalogue.services[place.service]
        let series = service[keyPath: place.list][place.index]
        return SeriesFigure(
            service: service.name, series: series.name, year: year, value: series.values[year] ?? .notEntered)
    }
}

extension ArchiveContent {
    /// The figure that is the actual of an indicator of `year`; nil where no series was chosen, or it is gone.
    public func seriesFigure(for indicator: Indicator, year: Int) -> SeriesFigure? {
        indicator.actualSeriesID.flatMap { services.figure(of: $0, year: year) }
    }

    /// Takes the figures of services' series that differ from those in `former` as actuals of the indicators for which
    /// they were chosen. An actual that says something else than the former figure was typed, and stays; so does one
    /// whose figure was taken out; a locked year stays as it is.
    public mutating func takeSeriesFigures(since former: ArchiveContent) {
        guard services.services != former.services.services else { return }
        let known = Dictionary(
            former.services.services.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var changed: Set<UUID> = []
        for service in services.services where known[service.id] != service {
            let before = Dictionary(
                (known[service.id]?.series ?? []).map { ($0.id, $0.values) },
                uniquingKeysWith: { first, _ in first })
            for series in service.series where before[series.id] != series.values {
                changed.insert(series.id)
            }
        }
        guard !changed.isEmpty else { return }
        let (now, before) = (SeriesIndex(services), SeriesIndex(former.services))
        for year in plans.keys.sorted() where lock(of: year) == nil {
            changeIndicators(of: year, where: { $0.actualSeriesID.map(changed.contains) ?? false }) {
                indicator in
                guard let id = indicator.actualSeriesID, let new = now.figure(of: id, year: year)
                else { return }
                let old = before.figure(of: id, year: year)
                let isTaken = old.map { !$0.isBlank && $0.agrees(with: indicator) } ?? false
                if isTaken || indicator.actual.isBlank { indicator.take(new) }
            }
        }
    }

    /// The same for what a merge brought into `former`; an indicator for which a series was chosen with it takes its
    /// figure too, where nobody entered an actual.
    public mutating func takeSeriesFigures(mergedInto former: ArchiveContent) {
        takeSeriesFigures(since: former)
        let series = SeriesIndex(services)
        for year in plans.keys.sorted() where lock(of: year) == nil && plans[year] != former.plans[year] {
            let known = Dictionary(
                (former.plans[year]?.objectives ?? []).flatMap(\.indicators).map {
                    ($0.id, $0.actualSeriesID)
                },
                uniquingKeysWith: { first, _ in first })
            changeIndicators(
                of: year,
                where: { $0.actual.isBlank && $0.actualSeriesID != nil && known[$0.id] != $0.actualSeriesID },
                {
                    guard let id = $0.actualSeriesID, let figure = series.figure(of: id, year: year) else {
                        return
                    }
                    $0.take(figure)
                })
        }
    }

    /// Takes the figures of services' series as the actuals of a year that nobody entered, where series were chosen for
    /// them.
    public mutating func takeSeriesFigures(year: Int) {
        let series = SeriesIndex(services)
        changeIndicators(of: year, where: { $0.actualSeriesID != nil && $0.actual.isBlank }) { indicator in
            guard let id = indicator.actualSeriesID, let figure = series.figure(of: id, year: year) else {
                return
            }
            indicator.take(figure)
        }
    }

    /// Takes the figure of the series that was chosen for the indicator `id` of `year` as its actual.
    /// - Parameter replaces: also where an actual stands there already.
    public mutating func takeSeriesFigure(for id: UUID, year: Int, replaces: Bool) {
        let services = services
        changeIndicators(of: year, where: { $0.id == id }) { indicator in
            guard replaces || indicator.actual.isBlank, let series = indicator.actualSeriesID,
                let figure = services.figure(of: series, year: year)
            else { return }
            indicator.take(figure)
        }
    }

    /// Chooses the series whose figures are the actuals of the indicator `id` of `year`, and of those that go on with it
    /// and have none; an empty actual takes its figure. Nil: the actual is typed. A locked year stays as it is.
    public mutating func choose(series: UUID?, forActualOf id: UUID, year: Int) {
        choose([id: series], year: year, IndicatorLinks(self))
    }

    /// The same for several indicators of a year at once.
    private mutating func choose(_ choices: [UUID: UUID?], year: Int, _ links: IndicatorLinks) {
        var byYear: [Int: [UUID: UUID?]] = [:]
        for (id, series) in choices {
            let chain = links.chain(of: id, year: year).filter { $0.year >= year }
            let former = chain.first { $0.year == year }?.indicator.actualSeriesID
            for member in chain where lock(of: member.year) == nil {
                guard member.year == year || member.indicator.actualSeriesID == former else { break }
                byYear[member.year, default: [:]].updateValue(series, forKey: member.indicator.id)
            }
        }
        let series = SeriesIndex(services)
        for (year, chosen) in byYear {
            changeIndicators(of: year, where: { chosen[$0.id] != nil }) { indicator in
                indicator.actualSeriesID = chosen[indicator.id] ?? nil
                guard indicator.actual.isBlank, let id = indicator.actualSeriesID,
                    let figure = series.figure(of: id, year: year)
                else { return }
                indicator.take(figure)
            }
        }
    }

    /// Decides what the indicator `id` of `year` goes on with. A series that gives the actual of that one gives its too,
    /// where none was chosen.
    public mutating func decide(_ continuity: Continuity?, of id: UUID, year: Int) {
        decide([id: continuity], year: year)
    }

    /// The same for several indicators of a year at once.
    public mutating func decide(_ decisions: [UUID: Continuity?], year: Int) {
        changeIndicators(of: year, where: { decisions[$0.id] != nil }) {
            if let decided = decisions[$0.id] { $0.continuity = decided }
        }
        let links = IndicatorLinks(self)
        var choices: [UUID: UUID?] = [:]
        for indicator in (plans[year]?.objectives ?? []).flatMap(\.indicators) {
            guard let decided = decisions[indicator.id], decided?.indicatorID != nil,
                indicator.actualSeriesID == nil,
                let series = links.former(of: indicator.id, year: year)?.indicator.actualSeriesID
            else { continue }
            choices[indicator.id] = series
        }
        if !choices.isEmpty { choose(choices, year: year, links) }
    }

    /// Changes indicators of a plan; the plan is touched only where there are such.
    private mutating func changeIndicators(
        of year: Int, where isMeant: (Indicator) -> Bool, _ change: (inout Indicator) -> Void
    ) {
        guard let lines = plans[year]?.lines else { return }
        for line in lines.indices {
            for objective in lines[line].objectives.indices {
                let indicators = lines[line].objectives[objective].indicators
                for index in indicators.indices where isMeant(indicators[index]) {
                    var indicator = indicators[index]
                    change(&indicator)
                    guard indicator != indicators[index] else { continue }
                    plans[year]?.lines[line].objectives[objective].indicators[index] = indicator
                }
            }
        }
    }
}

extension Indicator {
    /// Takes a figure as the actual; one that was not entered is none.
    fileprivate mutating func take(_ figure: SeriesFigure) {
        guard !figure.isBlank else { return }
        actual = figure.actual(as: measure)
    }
}
