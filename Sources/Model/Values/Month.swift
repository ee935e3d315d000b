/// A month of a year.
public struct Month: Hashable, Comparable, Codable, Sendable {
    /// The year.
    public var year: Int
    /// The month, 1–12.
    public var number: Int

    /// A month; `number` is kept within 1–12.
    public init(year: Int, number: Int) {
        self.year = year
        self.number = min(12, max(1, number))
    }

    /// Earlier before later.
    public static func < (left: Month, right: Month) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }
}

/// A run of months, both ends within it.
public struct MonthSpan: Hashable, Codable, Sendable {
    /// The first month.
    public var from: Month
    /// The last month; not before the first.
    public var to: Month

    /// A run of months; ends given the wrong way round are exchanged.
    public init(from: Month, to: Month) {
        self.from = min(from, to)
        self.to = max(from, to)
    }
}
