import Foundation

/// A year whose figures may no longer change: its plan, its projects and the services' figures of that year.
public struct YearLock: Hashable, Codable, Sendable, Identifiable {
    /// Identity.
    public let id: UUID
    /// The year.
    public var year: Int
    /// Why, as the office writes it: the act that approved the report.
    public var reason: String
    /// Who locked it.
    public var author: String
    /// The day.
    public var date: CalendarDate
    /// How the year is scored: as it was when it was locked, whatever the municipality's profile becomes.
    public var profile: ScoringProfile

    /// A lock.
    public init(
        id: UUID, year: Int, reason: String, author: String, date: CalendarDate, profile: ScoringProfile
    ) {
        self.id = id
        self.year = year
        self.reason = reason
        self.author = author
        self.date = date
        self.profile = profile
    }
}

extension ArchiveContent {
    /// The lock of a year; nil where its figures may change.
    public func lock(of year: Int) -> YearLock? {
        municipality.locks.first { $0.year == year }
    }

    /// How a year is scored: by the municipality's profile, or by the one that its lock keeps.
    public func profile(of year: Int) -> ScoringProfile {
        lock(of: year)?.profile ?? municipality.profile
    }

    /// The first locked year whose plan, projects or services' figures are others in `new`; nil where none is.
    ///
    /// A map that is taken away whole counts as changed in each locked year of which it has a figure.
    public func lockedYear(changedBy new: ArchiveContent) -> Int? {
        for year in Set(municipality.locks.map(\.year)).sorted() {
            guard plans[year] == new.plans[year], projects[year] == new.projects[year],
                services.figures(of: year) == new.services.figures(of: year)
            else { return year }
        }
        return nil
    }
}

extension ServiceCatalogue {
    /// What the series say of a year, by the series' identity; a cell that was not entered says nothing.
    fileprivate func figures(of year: Int) -> [UUID: ReportedValue] {
        var figures: [UUID: ReportedValue] = [:]
        for service in services {
            for series in service.series {
                guard let value = series.values[year], !value.raw.isEmpty else { continue }
                figures[series.id] = value
            }
        }
        return figures
    }
}
