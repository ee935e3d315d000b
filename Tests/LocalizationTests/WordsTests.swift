import Testing

@testable import Localization

/// Numbers, dates and lists in words.
struct WordsTests {
    @Test(arguments: [
        (0, "0"), (999, "999"), (1000, "1.000"), (-1000, "-1.000"), (-999, "-999"), (1_234_567, "1.234.567"),
        (Int.min, "-9.223.372.036.854.775.808"),
    ])
    func `counts are grouped with points in Italian`(number: Int, expected: String) {
        #expect(Localization.with(.italian) { Words.number(number) } == expected)
    }

    @Test(arguments: [
        (2024, 12, 31, "31 dicembre 2024"), (2025, 1, 1, "1º gennaio 2025"), (2024, 5, 11, "11 maggio 2024"),
    ])
    func `dates in full`(year: Int, month: Int, day: Int, expected: String) {
        #expect(Localization.with(.italian) { Words.date(year: year, month: month, day: day) } == expected)
    }

    @Test func `dates in full in English`() {
        #expect(Localization.with(.english) { Words.date(year: 2025, month: 5, day: 1) } == "1 May 2025")
    }

    @Test func `dates and times in figures keep two digits`() {
        #expect(Words.shortDate(year: 2024, month: 2, day: 9) == "09/02/2024")
        #expect(Words.time(hour: 8, minute: 5) == "08:05")
    }

    @Test func `every month has its Italian name, long and short`() {
        let names = Localization.with(.italian) { (1...12).map { Words.month($0) } }
        let short = Localization.with(.italian) { (1...12).map { Words.shortMonth($0) } }
        #expect(names.first == "gennaio" && names.last == "dicembre")
        #expect(Set(names).count == 12)
        #expect(short == names.map { String($0.prefix(3)) })
        #expect(Words.month(13) == "13")
        #expect(Localization.with(.italian) { Words.monthOfYear(year: 2024, month: 8) } == "agosto 2024")
    }

    @Test func `lists end with and`() {
        Localization.with(.italian) {
            #expect(Words.list([]) == "")
            #expect(Words.list(["a"]) == "a")
            #expect(Words.list(["a", "b"]) == "a e b")
            #expect(Words.list(["a", "b", "c"]) == "a, b e c")
        }
    }
}
