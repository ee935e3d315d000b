import CGtk
import Foundation
import Model
import Reporting
import ViewModels
import XCTest

@testable import App
@testable import Gtk

final class TrendPanelTests: AppTestCase {
    private func map(_ values: [String]) -> (ServiceMap, Series) {
        var series = Series(id: UUID(), name: "Domande")
        for (year, text) in zip(2020..., values) { series.values[year] = ReportedValue(reading: text) }
        var map = ServiceMap(id: UUID(), name: "Sportello")
        map.outputs = [series]
        return (map, series)
    }

    /// A panel on a window with a series of these figures, while the body runs; files are saved at `place`.
    private func withPanel(
        _ values: [String], savingAt place: URL? = nil,
        _ body: @escaping @MainActor (TrendPanel) throws -> Void
    ) throws {
        let (map, series) = map(values)
        try withWindow { main in
            let files = FileDialogs(ScriptedFilePicker([place.map { [$0] } ?? []]), over: main.window)
            let panel = TrendPanel(files: files, presenter: Presenter(main.window))
            let window = Window(title: "trend")
            window.child(panel.widget)
            window.present()
            panel.show(series, of: map, findings: [])
            MainLoop.run(until: { panel.widget.isMapped })
            MainLoop.settle()
            try body(panel)
            window.destroy()
        }
    }

    func testAnIndexOfAFirstFigureOfZeroIsRefusedInWords() throws {
        try withPanel(["0", "5", "9"]) { panel in
            panel.draw(1)
            MainLoop.settle()
            XCTAssertTrue(panel.charts.allSatisfy { $0.series.isEmpty })
            XCTAssertTrue(panel.widget.comesToShow("nessun primo dato"), "\(panel.widget.shownTexts)")
        }
    }

    func testTheChangeFromTheYearBeforeIsDrawnAndSaid() throws {
        try withPanel(["100", "110", "99"]) { panel in
            panel.draw(2)
            MainLoop.settle()
            XCTAssertEqual(panel.charts.first?.series.first?.points.map(\.label), ["", "+10%", "−10%"])
            XCTAssertTrue(panel.widget.comesToShow("2021 +10%; 2022 −10%"))
        }
    }

    func testAFigureIsReadByKeyboard() throws {
        try withWindow { main in
            let points = [10, 20, 15].enumerated().map {
                ChartPoint(year: 2020 + $0, value: Fraction($1), label: "\($1)", isFlagged: $0 == 1)
            }
            let chart = TrendChart(title: "x", series: [ChartSeries(name: "x", points: points)])
            let view = ChartView(chart, width: 300, height: 200, zoom: 1, presenter: Presenter(main.window))
            var told: [String] = []
            view.onRead { told.append($0) }
            let window = Window(title: "chart")
            window.child(view.area)
            window.present()
            MainLoop.run(until: { view.area.isMapped })
            // The figures are placed when the chart is drawn.
            MainLoop.run(until: {
                view.step(0)
                return !told.isEmpty
            })
            view.step(-1)
            XCTAssertEqual(told, ["2022: 15; −25% sul 2021", "2021: 20; +100% sul 2020; da verificare"])
            window.destroy()
        }
    }

    func testTheSuffixThatIsTypedDecidesTheFormatOrIsRefused() {
        let folder = URL(filePath: "/tmp")
        MainActor.assumeIsolated {
            let place = { (name: String) in
                ChartFormat.place(folder.appending(path: name), chosen: .png)
                    .map { $0.url.lastPathComponent + " " + $0.format.rawValue }
            }
            XCTAssertEqual(place("grafico"), "grafico.png png")
            XCTAssertEqual(place("grafico.SVG"), "grafico.SVG svg")
            XCTAssertEqual(place("grafico.pdf"), "grafico.pdf pdf")
            XCTAssertNil(place("grafico.xlsx"))
        }
    }
}
