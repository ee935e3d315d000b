import Foundation
import Gtk
import Localization
import Model
import Reporting
import Sample
import ViewModels
import XCTest

@testable import App
@testable import Gtk

final class YearsPanelTests: AppTestCase {
    /// The sample with two more years of which nobody has decided what they go on with.
    private var content: ArchiveContent {
        var content = SampleArchive.content()
        for year in [2026, 2027] {
            content.plans[year] = content.plans[year - 1]?.next(year: year)
            let index = content.plans[year]?.lines[0].objectives[0].indicators.indices.first ?? 0
            content.plans[year]?.lines[0].objectives[0].indicators[index].actual = ReportedValue(
                reading: year == 2026 ? "3000" : "3600")
        }
        content.plans[2027]?.lines[0].objectives[0].indicators[0].continuity = nil
        return content
    }

    func testFiguresAreReadInTheChartOfEveryIndicator() throws {
        try withWindow(on: content) { main in
            main.session.show(year: 2026)
            let indicators = main.session.plan?.objectives.flatMap(\.indicators) ?? []
            let panel = YearsPanel(session: main.session, presenter: Presenter(main.window))
            let window = Window(title: "years")
            window.child(panel.widget)
            window.present()
            defer { window.destroy() }
            var count = 0
            for indicator in indicators where count < 3 {
                panel.show(indicator.id)
                guard let chart = panel.chart else { continue }
                var words = ""
                MainLoop.run(
                    until: {
                        chart.step(0)
                        words =
                            panel.widget.shownTexts.first { $0.contains(", 202") && $0.contains(": ") } ?? ""
                        return !words.isEmpty
                    }, seconds: 3)
                XCTAssertFalse(words.isEmpty, "\(indicator.name): \(panel.widget.shownTexts)")
                count += 1
            }
            XCTAssertEqual(count, 3)
        }
    }

    func testAMatchIsConfirmedAndTheYearsAreShown() throws {
        try withWindow(on: content) { main in
            main.session.show(year: 2027)
            let objective = try XCTUnwrap(main.session.plan?.objectives.first)
            main.go(to: Destination(.plan, item: objective.id))
            XCTAssertTrue(main.window.comesToShow("Nessuno ha ancora deciso"))
            XCTAssertTrue(main.window.comesToShow("100/100 · 2026"))
            XCTAssertTrue(try XCTUnwrap(main.window.button("È lo stesso indicatore")).activate())
            XCTAssertTrue(main.window.comesToShow("Continua «\(objective.indicators[0].name)» del 2026"))
            XCTAssertTrue(main.window.comesToShow("3000"))
            let decided = main.session.content.indicator(objective.indicators[0].id)?.continuity
            XCTAssertEqual(
                decided?.indicatorID, main.session.content.plans[2026]?.objectives[0].indicators[0].id)
            try main.session.undo()
            XCTAssertTrue(main.window.comesToShow("Nessuno ha ancora deciso"))
        }
    }

    func testManyMatchesAreConfirmedAtOnce() throws {
        try withWindow(on: content) { main in
            main.session.show(year: 2027)
            let indicator = try XCTUnwrap(main.session.plan?.objectives.first?.indicators.first)
            var draft = FollowDraft(main.session.content, year: 2027)
            draft.take(from: 0)
            XCTAssertEqual(draft.rows.map(\.id), [indicator.id])
            XCTAssertTrue(main.window.activateAction("win.follow-indicators"))
            let dialog = try XCTUnwrap(Window.titled(tr("Indicators of the year before")))
            XCTAssertTrue(dialog.comesToShow("1 su 1"))
            XCTAssertTrue(dialog.comesToShow("100/100"))
            let confirm = try XCTUnwrap(dialog.button(tr("_They go on").replacing("_", with: "")))
            // Seen before: the button did not follow the boxes.
            for isTicked in [false, true] {
                let box = try XCTUnwrap(dialog.descendants(of: "GtkCheckButton").first)
                Widget(borrowing: box).set("active", isTicked)
                MainLoop.settle()
                XCTAssertEqual(confirm.isSensitive, isTicked)
            }
            XCTAssertTrue(confirm.activate())
            XCTAssertTrue(
                MainLoop.run(
                    until: { main.session.content.indicator(indicator.id)?.continuity?.indicatorID != nil },
                    seconds: 3))
            try main.session.undo()
            XCTAssertNil(main.session.content.indicator(indicator.id)?.continuity)
        }
    }

    func testASeriesIsChosenAndItsFigureTaken() throws {
        try withWindow { main in
            let objective = try XCTUnwrap(
                main.session.plan?.objectives.first { !$0.indicators[0].actual.isMissing })
            let indicator = objective.indicators[0]
            let service = try XCTUnwrap(
                main.session.content.services.services.first {
                    $0.outputs.contains { $0.values[2025]?.number != nil }
                })
            let series = try XCTUnwrap(service.outputs.first { $0.values[2025]?.number != nil })
            main.go(to: Destination(.plan, item: objective.id))
            XCTAssertTrue(main.window.comesToShow("Nessuna: il consuntivo si scrive"))
            try main.session.perform(.plan(.actualSeries(indicator: indicator.id, year: 2025, series.id)))
            XCTAssertTrue(main.window.comesToShow("scritto a mano; la serie «\(series.name)»"))
            XCTAssertEqual(main.session.content.indicator(indicator.id)?.actual, indicator.actual)
            XCTAssertTrue(try XCTUnwrap(main.window.button("Prendi il dato della serie")).activate())
            XCTAssertTrue(main.window.comesToShow("dato del 2025 della serie «\(series.name)»"))
            XCTAssertEqual(
                main.session.content.indicator(indicator.id)?.actual.raw, series.values[2025]?.raw)
        }
    }
}
