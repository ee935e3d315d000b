import Reading

/// A day and a time of day.
struct DayTime: Hashable {
    /// The year.
    var year: Int
    /// The month, 1–12.
    var month: Int
    /// The day of the month, 1–31.
    var day: Int
    /// Seconds since midnight, 0–86,399.
    var seconds = 0

    /// A day by its number since 1 January 1970 (Howard Hinnant's civil calendar).
    init(daysSince1970 days: Int, seconds: Int = 0) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
        month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        self.seconds = seconds
    }

    /// A day as ISO 8601 writes it, with or without a time; nil where it is none.
    init?(iso text: String) {
        let parts = text.split(separator: "T", maxSplits: 1)
        let fields = parts.first?.split(separator: "-").map { Int($0) } ?? []
        guard fields.count == 3, let year = fields[0], let month = fields[1], let day = fields[2],
            (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
        guard parts.count == 2 else { return }
        let clock = parts[1].prefix { $0.isNumber || $0 == ":" }.split(separator: ":").map { Int($0) ?? 0 }
        let weights = [3600, 60, 1]
        seconds = min(86_399, zip(clock, weights).reduce(0) { $0 + min($1.0, 99) * $1.1 })
    }

    /// The day as ISO 8601 writes it.
    var iso: String { "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))" }

    /// The day, and the time where it is not midnight, as they are written in Italian; what the format does not show
    /// is left out.
    func italian(_ shape: NumberKind.DateShape) -> String {
        var date = Self.padded(year, 4)
        if shape.hasMonth { date = Self.padded(month, 2) + "/" + date }
        if shape.hasDay { date = Self.padded(day, 2) + "/" + date }
        return shape.hasTime && seconds > 0 ? date + " " + Self.clock(seconds) : date
    }

    /// A time as hours and minutes, with seconds where there are any.
    static func clock(_ seconds: Int) -> String {
        let minutes = padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2)
        return seconds % 60 == 0 ? minutes : minutes + ":" + padded(seconds % 60, 2)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A number of days, as spreadsheets count dates.
struct DateSerial {
    /// Whole days.
    let days: Int
    /// Seconds of the day, rounded.
    let seconds: Int

    /// The serial of an exact decimal; nil where it is negative or beyond the year 9999.
    init?(_ exact: String) {
        let parts = exact.split(separator: ".", maxSplits: 1)
        guard let whole = parts.first, let days = Int(whole), (0...2_958_465).contains(days) else {
            return nil
        }
        var seconds = 0
        if parts.count == 2 {
            let digits = parts[1].prefix(12)
            var scale = 1
            for _ in digits { scale *= 10 }
            seconds = ((Int(digits) ?? 0) * 86_400 * 2 + scale) / (2 * scale)
        }
        self.days = seconds == 86_400 ? days + 1 : days
        self.seconds = seconds == 86_400 ? 0 : seconds
    }

    /// The day and time. In the system of 1900 the day 60 is a 29 February that never was; it is read as the 28th.
    func dayTime(is1904: Bool) -> DayTime {
        let offset = is1904 ? 24_107 : days < 60 ? 25_568 : 25_569
        return DayTime(daysSince1970: days - offset, seconds: seconds)
    }
}
