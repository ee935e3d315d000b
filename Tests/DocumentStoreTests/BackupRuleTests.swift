import DocumentStore
import Foundation
import Testing

/// What the rule keeps, over years of days.
@Suite struct BackupRuleTests {
    private let rule = BackupRule.standard

    private func day(_ text: String, hour: Int = 9) throws -> Date {
        try Date("\(text)T00:00:00Z", strategy: .iso8601).addingTimeInterval(Double(hour) * 3600)
    }

    /// The state after a backup a day from `first` on, the rule applied each day; weekends off where asked for.
    private func kept(from first: String, days: Int, weekends: Bool = true) throws -> [Date] {
        let start = try day(first)
        var there: [Date] = []
        for number in 0..<days {
            let today = start.addingTimeInterval(Double(number) * 86_400)
            let weekday = Calendar(identifier: .gregorian).component(.weekday, from: today)
            if !weekends, weekday == 1 || weekday == 7 { continue }
            there.append(today)
            let kept = rule.kept(of: there, at: today)
            there.removeAll { !kept.contains($0) }
        }
        return there.sorted()
    }

    private func names(_ dates: [Date]) -> [String] {
        dates.map { String($0.formatted(.iso8601).prefix(10)) }
    }

    @Test func aYearOfDaysLeavesDaysWeeksAndMonths() throws {
        // The last day, 30 November 2026, is a Monday.
        #expect(
            try names(kept(from: "2025-06-01", days: 548)) == [
                "2025-12-31", "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30", "2026-05-31",
                "2026-06-30",
                "2026-07-31", "2026-08-31", "2026-09-30", "2026-10-31", "2026-11-08", "2026-11-15",
                "2026-11-22",
                "2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-28", "2026-11-29",
                "2026-11-30",
            ])
    }

    @Test func theLeapDayIsTheLastOfItsMonth() throws {
        let kept = try names(kept(from: "2027-01-01", days: 600))
        #expect(kept.contains("2028-02-29"))
        #expect(!kept.contains("2028-02-28"))
    }

    @Test func aWeekGoesOnOverTheEndOfTheYear() throws {
        // 28 December 2026 is a Monday, 3 January 2027 the Sunday of the same week.
        let dates = try ["2026-12-28", "2026-12-31", "2027-01-01", "2027-01-03", "2027-01-04"].map {
            try day($0)
        }
        let weekly = BackupRule(days: 0, weeks: 9, months: 0)
        #expect(names(weekly.kept(of: dates, at: dates[4]).sorted()) == ["2027-01-03", "2027-01-04"])
        let monthly = BackupRule(days: 0, weeks: 0, months: 9)
        #expect(names(monthly.kept(of: dates, at: dates[4]).sorted()) == ["2026-12-31", "2027-01-04"])
    }

    @Test func theNumbersHoldAfterYearsOfWork() throws {
        for weekends in [true, false] {
            for length in stride(from: 1000, through: 1800, by: 97) {
                let kept = try kept(from: "2024-01-01", days: length, weekends: weekends)
                let months = Set(kept.map { $0.formatted(.iso8601).prefix(7) })
                #expect(months.count == 12, "\(length)")
                #expect((16...24).contains(kept.count), "\(length): \(kept.count)")
            }
        }
    }

    @Test func ofSeveralOfADayTheNewestStays() throws {
        let dates = try [8, 12, 17].map { try day("2026-11-25", hour: $0) }
        #expect(rule.kept(of: dates, at: dates[2]) == [dates[2]])
    }

    @Test func whatIsDatedInTheFutureStaysAndCountsForNothing() throws {
        let now = try day("2026-11-25")
        let future = try (1...40).map { try day("2031-01-01").addingTimeInterval(Double($0) * 86_400) }
        let past = try ["2026-11-24", "2026-11-25"].map { try day($0) }
        #expect(rule.kept(of: future + past, at: now) == Set(future + past))
    }

    @Test func aLongPauseTakesNothingAway() throws {
        let before = try kept(from: "2024-01-01", days: 700)
        let now = try day("2029-05-01")
        let kept = rule.kept(of: before + [now], at: now)
        // The new one takes a place of each kind: at most three of the others go.
        #expect(kept.contains(now))
        #expect(Set(before).subtracting(kept).count <= 3)
    }

    @Test func onlyWholeAutomaticOnesGo() throws {
        let now = try day("2026-11-25")
        func backup(_ reason: Backup.Reason, hour: Int, isWhole: Bool = true) throws -> Backup {
            Backup(
                name: "\(reason)-\(hour)", reason: reason, date: try day("2020-01-01", hour: hour),
                author: "",
                format: 2, size: 1, isWhole: isWhole)
        }
        let old = try backup(.automatic, hour: 7)
        let others = try [
            backup(.byHand, hour: 1), backup(.beforeFormat(2), hour: 2), backup(.beforeRestore, hour: 3),
            backup(.damaged, hour: 4), backup(.automatic, hour: 5, isWhole: false),
            backup(.automatic, hour: 8),
        ]
        #expect(rule.dropped(of: others + [old], at: now) == [old])
    }
}
