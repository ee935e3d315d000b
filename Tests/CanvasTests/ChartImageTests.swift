import Canvas
import Foundation
import Model
import Reporting
import Testing

@Suite struct ChartImageTests {
    private func series(_ name: String, _ cells: [String]) -> ChartSeries {
        ChartSeries(
            name: name,
            points: zip(2019..., cells).map { ChartPoint(year: $0, reported: ReportedValue(reading: $1)) })
    }

    private var one: TrendChart {
        var first = series(
            "Interventi richiesti", ["n.d.", "6.301", "7.783 (prime stime)", "8.063", "10.277", "10.431"])
        first.points[4].isFlagged = true
        return TrendChart(title: "Interventi richiesti in centrale", series: [first])
    }

    private var several: TrendChart {
        TrendChart(
            title: "Interventi per tipo, con un titolo che dice di che cosa si tratta",
            series: [
                series("interventi su richiesta", ["9.075", "6.301", "7.783", "8.063", "10.277", "10.431"]),
                series("interventi diretti", ["14.819", "10.247", "/", "12.249", "16.046", "18.807"]),
                series("telecamere", ["73", "80", "80", "93", "93", "94"]),
                series("altro <b>&", ["9.000", "8.000", "7.000", "8.500", "9.900", "10.400"]),
            ])
    }

    @Test func look() throws {
        guard let folder = ProcessInfo.processInfo.environment["BAROMETRO_PAGES"] else { return }
        let url = URL(fileURLWithPath: folder)
        try ChartImage(one).png().write(to: url.appendingPathComponent("chart-one.png"))
        try ChartImage(several).png().write(to: url.appendingPathComponent("chart-several.png"))
        try ChartImage(several, palette: .dark).svg().write(
            to: url.appendingPathComponent("chart-several.svg"))
        try ChartImage(several).pdf().write(to: url.appendingPathComponent("chart-several.pdf"))
        let base = TrendChart(title: several.title, series: several.series, base100: true)
        try ChartImage(base, palette: .dark).png().write(to: url.appendingPathComponent("chart-base.png"))
    }
}
