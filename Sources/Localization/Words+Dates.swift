extension Words {
    /// A date in full: `31 dicembre 2024`, `1º gennaio 2025`.
    /// - Parameter month: 1 to 12; another is written as it is.
    public static func date(year: Int, month: Int, day: Int) -> String {
        let parts = ["day": String(day), "month": self.month(month), "year": String(year)]
        return day == 1
            ? trc("first day of a month", "{day} {month} {year}", parts)
            : trc("date", "{day} {month} {year}", parts)
    }

    /// A date in figures, day first in every language: `31/12/2024`.
    public static func shortDate(year: Int, month: Int, day: Int) -> String {
        "\(twoDigits(day))/\(twoDigits(month))/\(year)"
    }

    /// A time of the day: `08:05`.
    public static func time(hour: Int, minute: Int) -> String {
        "\(twoDigits(hour)):\(twoDigits(minute))"
    }

    /// A month and its year: `dicembre 2024`.
    public static func monthOfYear(year: Int, month: Int) -> String {
        "\(self.month(month)) \(year)"
    }

    /// The name of a month, 1 to 12, as it stands within a sentence; another number is written as it is.
    public static func month(_ month: Int) -> String {
        switch month {
        case 1: tr("January")
        case 2: tr("February")
        case 3: tr("March")
        case 4: tr("April")
        case 5: trc("month", "May")
        case 6: tr("June")
        case 7: tr("July")
        case 8: tr("August")
        case 9: tr("September")
        case 10: tr("October")
        case 11: tr("November")
        case 12: tr("December")
        default: String(month)
        }
    }

    /// A month's name in three letters, 1 to 12, for the head of a chart; another number is written as it is.
    public static func shortMonth(_ month: Int) -> String {
        switch month {
        case 1: trc("short month", "Jan")
        case 2: trc("short month", "Feb")
        case 3: trc("short month", "Mar")
        case 4: trc("short month", "Apr")
        case 5: trc("short month", "May")
        case 6: trc("short month", "Jun")
        case 7: trc("short month", "Jul")
        case 8: trc("short month", "Aug")
        case 9: trc("short month", "Sep")
        case 10: trc("short month", "Oct")
        case 11: trc("short month", "Nov")
        case 12: trc("short month", "Dec")
        default: String(month)
        }
    }

    private static func twoDigits(_ number: Int) -> String {
        (0..<10).contains(number) ? "0\(number)" : String(number)
    }
}
