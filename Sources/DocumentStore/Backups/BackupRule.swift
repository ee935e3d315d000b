import Foundation

/// How long automatic backups stay: one for each of the last days, weeks and months that have one.
///
/// Counted are days, weeks (from Monday) and months in which there is a backup, not those of the calendar: after a
/// long pause, or with a clock that is wrong for a day, what is there stays. Of each the newest is kept. Days are
/// those of UTC, by which backups are named.
public struct BackupRule: Hashable, Sendable {
    /// How many days keep their backup.
    public var days: Int
    /// How many weeks keep one.
    public var weeks: Int
    /// How many months keep one.
    public var months: Int

    /// One a day for seven days, one a week for five weeks, one a month for twelve months.
    public static let standard = BackupRule(days: 7, weeks: 5, months: 12)

    /// A rule; numbers below 1 keep none of that kind.
    public init(days: Int, weeks: Int, months: Int) {
        self.days = days
        self.weeks = weeks
        self.months = months
    }

    /// The backups that go, in the order given. Backups of any other reason than the automatic one stay, and so do
    /// those that are not whole, and those dated after `now`: a clock was wrong then, or is now.
    public func dropped(of backups: [Backup], at now: Date) -> [Backup] {
        let counted = backups.filter { $0.reason == .automatic && $0.isWhole }
        let kept = kept(of: counted.map(\.date), at: now)
        return counted.filter { !kept.contains($0.date) }
    }

    /// The commits whose backups stay.
    public func kept(of dates: [Date], at now: Date) -> Set<Date> {
        let past = dates.filter { $0 <= now }.sorted(by: >)
        return Set(dates.filter { $0 > now })
            .union(newest(of: past, in: days, of: \.utcDay))
            .union(newest(of: past, in: weeks, of: \.utcWeek))
            .union(newest(of: past, in: months, of: \.utcMonth))
    }

    /// Whether an automatic backup is to be made: none that is whole is of the day of `now`.
    func isDue(after backups: [Backup], at now: Date) -> Bool {
        !backups.contains { $0.reason == .automatic && $0.isWhole && $0.date.utcDay == now.utcDay }
    }

    /// The newest date of each of the last `count` spans that have one; `dates` go from the newest.
    private func newest(of dates: [Date], in count: Int, of span: (Date) -> Int) -> [Date] {
        var spans: Set<Int> = []
        var newest: [Date] = []
        for date in dates where spans.count < count && spans.insert(span(date)).inserted {
            newest.append(date)
        }
        return newest
    }
}

extension Date {
    /// The day, as a number that grows by one a day.
    var utcDay: Int { Int((timeIntervalSince1970 / 86_400).rounded(.down)) }

    /// The week from Monday, as a number that grows by one a week.
    var utcWeek: Int {
        // The day with number 0 was a Thursday.
        Int((Double(utcDay + 3) / 7).rounded(.down))
    }

    /// The month, as a number that grows by one a month.
    var utcMonth: Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month], from: self)
        return 12 * (parts.year ?? 0) + (parts.month ?? 0)
    }
}
