import Foundation
import Model
import Reporting
import Sample
import Scoring
import Testing

/// Indicators over the years, in print.
@Suite struct YearsTests {
    private static let id = UUID(naming: ["conseguito"])

    private var content: ArchiveContent {
        var content = InventedPlan.content([
            InventedPlan.objective(
                "Sportello",
                [
                    InventedPlan.indicator("pratiche evase", target: "80", actual: "60"),
                    InventedPlan.indicator("solo quest'anno", target: "1", actual: "1"),
                ])
        ])
        for year in [2025, 2026] {
            content.plans[year] = content.plans[year - 1]?.next(year: year)
            content.plans[year]?.lines[0].objectives[0].indicators.removeLast(year == 2025 ? 1 : 0)
        }
        content.plans[2025]?.lines[0].objectives[0].indicators[0].actual = ReportedValue(reading: "72")
        content.plans[2026]?.lines[0].objectives[0].indicators[0].actual = ReportedValue(reading: "84")
        content.plans[2026]?.lines[0].objectives[0].indicators[0].formula = "evase"
        content.plans[2025]?.lines[0].objectives[0].indicators[0].formula = "evase su ricevute"
        return content
    }

    private func table(_ year: Int) throws -> ReportTable? {
        try ReportDocument(.relazione, of: content, year: year).tables.first {
            $0.title.contains("negli anni")
        }
    }

    @Test func theReportShowsTargetActualAndAchievementOfEachYear() throws {
        let table = try #require(try table(2026))
        let rows = table.rows.map { $0.cells.map(\.text.plain) }
        #expect(rows[0] == ["pratiche evase"])
        #expect(Array(rows[1].prefix(4)) == ["Target atteso", "80", "80", "80"])
        #expect(Array(rows[2].prefix(4)) == ["Target consuntivo", "60", "72", "84a"])
        #expect(Array(rows[3].prefix(4)) == ["% ragg.", "75%", "90%", "100%"])
        #expect(table.rows[2].cells.last?.trend?.known.count == 3)
        #expect(table.notes.contains { $0.text.contains("formula") })
    }

    @Test func aReportDoesNotKnowTheYearsAfterItAndTheFirstHasNone() throws {
        let table = try #require(try table(2025))
        #expect(table.rows[2].cells.map(\.text.plain).prefix(3) == ["Target consuntivo", "60", "72"])
        #expect(try self.table(2024) == nil)
    }

    @Test func figuresOfAnotherUnitAreAGapInTheChart() throws {
        var content = content
        content.plans[2025]?.lines[0].objectives[0].indicators[0].actual = ReportedValue(reading: "72%")
        content.plans[2025]?.lines[0].objectives[0].indicators[0].target = ReportedValue(reading: "80%")
        content.plans[2026]?.lines[0].objectives[0].indicators[0].target = ReportedValue(reading: "80 giorni")
        let id = try #require(content.plans[2026]?.objectives[0].indicators[0].id)
        let chain = IndicatorLinks(content).chain(of: id, year: 2026)
        let chart = try #require(IndicatorYear.series(of: chain, in: content).chart(title: "x"))
        #expect(
            chart.series.map { $0.points.map { $0.value != nil } } == [
                [true, false, true], [true, false, true],
            ])
    }

    @Test func choicesThatWereKeptByAnEarlierVersionPrintWhatCameLater() throws {
        let kept = Data(#"{"isAnonymous":true,"parts":["copertina"]}"#.utf8)
        let options = try JSONDecoder().decode(PrintOptions.self, from: kept)
        #expect(options.isAnonymous)
        #expect(options.parts.contains(.years))
        var chosen = PrintOptions()
        chosen.parts = [.cover, .objectives]
        let again = try JSONDecoder().decode(PrintOptions.self, from: JSONEncoder().encode(chosen))
        #expect(again == chosen)
    }
}
