import Foundation
import Localization
import Model
import Reporting
import Scoring

/// An indicator over the years as the window shows it: its chart, its rows, what it goes on with, and the series of its
/// actual.
public struct IndicatorPast: Sendable {
    /// A year as a row.
    public struct Row: Hashable, Sendable {
        /// The year.
        public var year: String
        /// The target as written.
        public var target: String
        /// The actual as written.
        public var actual: String
        /// The achievement as printed, or what became of it.
        public var achievement: String
    }

    /// An indicator of the plan before with which it may go on.
    public struct Candidate: Hashable, Sendable, Identifiable {
        /// The indicator.
        public var id: UUID
        /// Its name, year and how much speaks for it.
        public var title: String
    }

    /// A series that can be chosen, with its service.
    public struct SeriesChoice: Hashable, Sendable, Identifiable {
        /// The series.
        public var id: UUID
        /// Service and series.
        public var title: String
    }

    /// The years, ascending; only its own where it goes on with nothing.
    public var rows: [Row]
    /// Target and actual as lines; nil where there are not two figures.
    public var chart: TrendChart?
    /// What it goes on with, in words.
    public var words: String
    /// What differs from year to year; empty where nothing does.
    public var changes: String
    /// It goes on with one of an earlier year.
    public var isFollowed: Bool
    /// Somebody decided what it goes on with.
    public var isDecided: Bool
    /// With which it may go on, the best first; empty where that is decided, or no earlier plan has one like it.
    public var candidates: [Candidate]
    /// The series of its actual; nil where it is typed.
    public var series: UUID?
    /// What is told about that series; empty where the actual is typed.
    public var seriesWords: String
    /// The series says something else than the actual, so that its figure can be taken.
    public var isOtherThanSeries: Bool

    /// The years of the indicator `id` of the year on show; nil where the plan does not have it.
    /// - Parameter cache: what was looked for before, so that it is not looked for at each edit.
    @MainActor public init?(of id: UUID, on session: ArchiveSession, matches cache: MatchCache = MatchCache())
    {
        let (content, year) = (session.content, session.year)
        let links = cache.links(of: content)
        guard let planned = links.indicator(id, year: year) else { return nil }
        let own = planned.indicator
        let years = IndicatorYear.series(of: links.chain(of: id, year: year), in: content)
        rows = years.map { year in
            Row(
                year: String(year.year), target: year.target.raw, actual: year.actual.raw,
                achievement: year.achievement.map { ItalianNumber.write($0) + " %" } ?? year.score.state.title
            )
        }
        chart = years.count > 1 ? years.chart(title: own.name) : nil
        changes = years.changeWords
        let former = links.former(of: id, year: year)
        isFollowed = former != nil
        isDecided = own.continuity != nil
        let matches =
            own.continuity == nil && former == nil
            ? cache.candidates(for: planned, in: content) : []
        candidates = matches.map { match in
            Candidate(
                id: match.former.indicator.id,
                title: tr(
                    "{score}/100 · {year}: {name} ({objective})",
                    [
                        "score": "\(match.score)", "year": "\(match.former.year)",
                        "name": match.former.indicator.name, "objective": match.former.objective,
                    ]))
        }
        words = IndicatorPast.words(former, own, hasCandidates: !matches.isEmpty)
        series = own.actualSeriesID
        let figure = content.seriesFigure(for: own, year: year)
        seriesWords = IndicatorPast.seriesWords(figure, own)
        isOtherThanSeries = figure.map { !$0.isBlank && !$0.agrees(with: own) } ?? false
    }

    private static func words(
        _ former: PlannedIndicator?, _ own: Indicator, hasCandidates: Bool
    ) -> String {
        if let former {
            return tr(
                "It goes on with «{name}» of {year}.",
                ["name": former.indicator.name, "year": "\(former.year)"])
        }
        if let decided = own.continuity {
            return decided.indicatorID == nil
                ? tr("It goes on with no indicator of an earlier year.")
                : tr("The indicator with which it goes on is no longer in the archive.")
        }
        return hasCandidates
            ? tr("Nobody has decided yet what it goes on with. These of the plan before are like it:")
            : tr("The plan before has no indicator like it.")
    }

    private static func seriesWords(_ figure: SeriesFigure?, _ own: Indicator) -> String {
        guard own.actualSeriesID != nil else { return "" }
        return figure?.words(beside: own) ?? tr("The series that was chosen is no longer in the archive.")
    }

    /// The series that can be chosen for the actual of an indicator, by service.
    public static func seriesChoices(in catalogue: ServiceCatalogue) -> [SeriesChoice] {
        catalogue.services.flatMap { service in
            service.series.filter { !$0.isHeading }.map {
                SeriesChoice(id: $0.id, title: service.name + " › " + $0.name)
            }
        }
    }
}
