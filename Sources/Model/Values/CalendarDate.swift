/// A day of the Gregorian calendar, without time or zone.
public struct CalendarDate: Hashable, Comparable, Sendable {
    /// The year, 1900–2199.
    public let year: Int
    /// The month, 1–12.
    public let month: Int
    /// The day of the month, from 1.
    public let day: Int

    /// The first day that this calendar knows: 1 January 1900.
    public static let earliest = CalendarDate()

    private init() {
        (year, month, day) = (1900, 1, 1)
    }

    /// The day with these numbers; nil where the calendar has none.
    public init?(year: Int, month: Int, day: Int) {
        guard (1900...2199).contains(year), (1...12).contains(month), day >= 1,
            day <= CalendarDate.days(inMonth: month, of: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `31/12/2024`, `31.12.2024`, `31-12-2024`; the whole text or nothing, the day first.
    public init?(italian text: String) {
        let parts = text.trimmingWhitespace().split(
            omittingEmptySubsequences: false, whereSeparator: { "/.-".contains($0) })
        guard parts.count == 3, parts.allSatisfy(PlainNotation.isDigits), parts[2].count == 4,
            let day = Int(parts[0]), let month = Int(parts[1]), let year = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads `2024-12-31`, the notation of the archive.
    public init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy(PlainNotation.isDigits), parts[0].count == 4,
            parts[1].count == 2, parts[2].count == 2,
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `2024-12-31`.
    public var iso: String { "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))" }
    /// `31/12/2024`.
    public var italian: String { "\(Self.twoDigits(day))/\(Self.twoDigits(month))/\(year)" }

    /// Days since 1 March 1600, for differences. Source: the civil-from-days count of the proleptic
    /// Gregorian calendar with years that begin in March.
    public var dayNumber: Int {
        let shifted = month > 2 ? year - 1600 : year - 1601
        let monthFromMarch = (month + 9) % 12
        return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * monthFromMarch + 2) / 5
            + day
            - 1
    }

    /// The day after.
    public var next: CalendarDate? {
        CalendarDate(year: year, month: month, day: day + 1)
            ?? CalendarDate(year: year, month: month + 1, day: 1)
            ?? CalendarDate(year: year + 1, month: 1, day: 1)
    }

    /// Earlier before later.
    public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    /// How many days a month (1–12) has, 28–31.
    public static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        default: 31
        }
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

extension CalendarDate: Codable {
    /// Reads `2024-12-31` from a JSON string.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let date = CalendarDate(iso: text) else {
            throw DecodingError.dataCorruptedError(
                in: container, debugDescription: "\"\(text)\" is not a date such as \"2024-12-31\"")
        }
        self = date
    }

    /// Writes `2024-12-31` as a JSON string.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
