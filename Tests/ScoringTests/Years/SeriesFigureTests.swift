import Foundation
import Model
import Testing

@testable import Scoring

/// A service's series as the actual of an indicator.
@Suite struct SeriesFigureTests {
    private static let series = Making.id("serie")

    private func content(_ cells: [Int: String], actuals: [Int: String]) -> ArchiveContent {
        var plans: [Int: [Indicator]] = [:]
        var former: UUID?
        for year in actuals.keys.sorted() {
            var indicator = Making.indicator("i\(year)", target: "100", actual: actuals[year] ?? "")
            indicator.continuity = former.map { Continuity(indicatorID: $0) }
            former = indicator.id
            plans[year] = [indicator]
        }
        var content = IndicatorLinksTests.content(plans)
        var series = Series(id: Self.series, name: "Pasti serviti")
        series.values = cells.mapValues { ReportedValue(reading: $0) }
        var service = ServiceMap(id: Making.id("mensa"), name: "Mensa")
        service.outputs = [series]
        content.services.services = [service]
        return content
    }

    private func actuals(_ content: ArchiveContent) -> [String] {
        content.plans.keys.sorted().compactMap { content.plans[$0]?.objectives[0].indicators[0].actual.raw }
    }

    private func write(_ text: String, _ year: Int, in content: inout ArchiveContent) {
        let former = content
        content.services.services[0].outputs[0].values[year] = ReportedValue(reading: text)
        content.takeSeriesFigures(since: former)
    }

    @Test func theChoiceHoldsForTheYearsThatGoOnAndFillsWhatIsEmpty() {
        var content = content([2023: "90", 2024: "95*"], actuals: [2022: "", 2023: "", 2024: "", 2025: ""])
        content.choose(series: Self.series, forActualOf: Making.id("i2023"), year: 2023)
        #expect(actuals(content) == ["", "90", "95", ""])
        write("97", 2025, in: &content)
        #expect(actuals(content) == ["", "90", "95", "97"])
        #expect(Checks.run(content: content).allSatisfy { $0.code != .actualSeriesMismatch })
    }

    @Test func aTypedValueIsNeverOverwrittenAndTheDifferenceIsTold() {
        var content = content([2024: "95"], actuals: [2024: "80"])
        content.choose(series: Self.series, forActualOf: Making.id("i2024"), year: 2024)
        #expect(actuals(content) == ["80"])
        write("96", 2024, in: &content)
        #expect(actuals(content) == ["80"])
        let finding = Checks.run(content: content).first { $0.code == .actualSeriesMismatch }
        #expect(finding?.written == "80")
        #expect(finding?.expected == "96")
        #expect(finding?.place.entity == Making.id("i2024"))
        content.takeSeriesFigure(for: Making.id("i2024"), year: 2024, replaces: true)
        #expect(actuals(content) == ["96"])
        write("98", 2024, in: &content)
        #expect(actuals(content) == ["98"])
        // A figure that is taken out leaves the actual as it was.
        write("", 2024, in: &content)
        #expect(actuals(content) == ["98"])
    }

    @Test func aLockedYearStaysAsItIs() throws {
        var content = content([2023: "90"], actuals: [2023: "", 2024: ""])
        content.choose(series: Self.series, forActualOf: Making.id("i2023"), year: 2023)
        content.municipality.locks = [
            YearLock(
                id: Making.id("l"), year: 2024, reason: "r", author: "a", date: .earliest,
                profile: ScoringProfile())
        ]
        write("91", 2023, in: &content)
        write("99", 2024, in: &content)
        #expect(actuals(content) == ["91", ""])
    }

    @Test func aDecisionBringsTheSeriesOfTheYearBefore() throws {
        var content = content([2023: "90", 2024: "95"], actuals: [2023: "", 2024: ""])
        content.plans[2024]?.lines[0].objectives[0].indicators[0].continuity = nil
        content.choose(series: Self.series, forActualOf: Making.id("i2023"), year: 2023)
        #expect(actuals(content) == ["90", ""])
        content.decide(Continuity(indicatorID: Making.id("i2023")), of: Making.id("i2024"), year: 2024)
        #expect(actuals(content) == ["90", "95"])
        content.choose(series: nil, forActualOf: Making.id("i2023"), year: 2023)
        #expect(content.plans[2024]?.objectives[0].indicators[0].actualSeriesID == nil)
        #expect(actuals(content) == ["90", "95"])
    }

    @Test func theExplanationSaysFromWhichSeriesTheActualIs() throws {
        var content = content([2024: "50"], actuals: [2024: ""])
        content.choose(series: Self.series, forActualOf: Making.id("i2024"), year: 2024)
        let indicator = try #require(content.plans[2024]?.objectives[0].indicators[0])
        let explanation = Explanation(
            of: indicator, score: IndicatorScore(of: indicator, profile: ScoringProfile()),
            profile: ScoringProfile(), series: content.seriesFigure(for: indicator, year: 2024))
        let input = try #require(explanation.inputs.first { $0.field == "actual" })
        #expect(input.series?.series == "Pasti serviti")
        #expect(input.isOfSeries)
        #expect(explanation.outcome == .printed(ExactDecimal(50)))
    }

    @Test(arguments: 0..<80) func noTypedActualIsEverLost(seed: Int) {
        var generator = Seeded(state: UInt64(seed))
        let cells = ["", "10", "20", "n.d.", "30*"]
        var content = content([:], actuals: [2023: "", 2024: ""])
        content.choose(series: Self.series, forActualOf: Making.id("i2023"), year: 2023)
        var typed: [Int: String] = [:]
        for _ in 0..<12 {
            let year = Int.random(in: 2023...2024, using: &generator)
            if Int.random(in: 0...2, using: &generator) == 0 {
                let text = "\(Int.random(in: 100...999, using: &generator))"
                content.plans[year]?.lines[0].objectives[0].indicators[0].actual = ReportedValue(
                    reading: text)
                typed[year] = text
            } else {
                write(cells.randomElement(using: &generator) ?? "", year, in: &content)
            }
            for (year, text) in typed {
                #expect(content.plans[year]?.objectives[0].indicators[0].actual.raw == text)
            }
        }
    }
}
