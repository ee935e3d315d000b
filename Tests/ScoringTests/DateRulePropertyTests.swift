import Foundation
import Model
import Testing

@testable import Scoring

/// Days in the notations of offices as targets and actuals, against a calendar of another make.
@Suite struct DateRulePropertyTests {
    private static let months = [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre",
        "ottobre",
        "novembre", "dicembre",
    ]
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(secondsFromGMT: 0) ?? calendar.timeZone
        return calendar
    }()

    private static func notations(_ date: Date) -> [String] {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        guard let y = parts.year, let m = parts.month, let d = parts.day else { return [] }
        return [
            "\(d)/\(m)/\(y)", "\(d).\(m).\(y % 100)",
            "\(y)-\(m < 10 ? "0" : "")\(m)-\(d < 10 ? "0" : "")\(d)",
            "\(d) \(months[m - 1]) \(y)", "\(d)-\(months[m - 1].prefix(3))-\(y)",
        ]
    }

    @Test func aDayIsReachedByItselfInEveryNotation() throws {
        var generator = Seeded(state: 13)
        for phrase in ["", "entro il ", "entro e non oltre il ", "prima del "] {
            for _ in 0..<12 {
                let start = try #require(
                    Self.calendar.date(
                        from: DateComponents(
                            year: Int.random(in: 2010...2060, using: &generator),
                            month: [1, 2, 3, 12].randomElement(using: &generator),
                            day: Int.random(in: 1...28, using: &generator))))
                for days in [-366, -2, -1, 0, 1, 2, 59, 400] {
                    let end = start.addingTimeInterval(Double(days) * 86_400)
                    let isReached = phrase == "prima del " ? days < 0 : days <= 0
                    let target = phrase + (Self.notations(start).randomElement(using: &generator) ?? "")
                    let actual = Self.notations(end).randomElement(using: &generator) ?? ""
                    let score = IndicatorScore(
                        of: Making.indicator(target: target, actual: actual), profile: ScoringProfile())
                    #expect(score.displayed == ExactDecimal(isReached ? 100 : 0), "\(target), \(actual)")
                    #expect(score.deviation?.value == ExactDecimal(days), "\(target), \(actual)")
                }
            }
        }
    }

    /// What is no day, or only a part of the year, is never taken for one.
    @Test(arguments: [
        "30/02/2031", "29/02/2031", "31/04/2031", "31/12", "31.12", "dicembre 2031", "I semestre 2031",
        "primo semestre", "2031", "entro giugno", "31/12/99", "31/13/2031", "fine anno", "12/2031",
        "31/12/20315",
    ]) func whatIsNoDayIsToldAndNotScored(cell: String) {
        for (target, actual) in [("31/12/2031", cell), (cell, "31/12/2031")] {
            var objective = Making.objective("o", ["10|10|50"])
            objective.indicators.append(Making.indicator("j", target: target, actual: actual, weight: "50"))
            let told = Checks.run(content: Making.content(plan: Making.plan([objective]))).filter {
                $0.leavesOut && $0.place.kind == .indicator
            }
            #expect(told.map(\.place.entity) == [Making.id("j")], "\(target), \(actual)")
        }
    }
}
