import Foundation
import Localization
import Model
import Reporting
import Testing

@Suite struct TrendChartTests {
    private func series(_ cells: [String]) -> ChartSeries {
        ChartSeries(
            name: "utenti",
            points: zip(2019..., cells).map { ChartPoint(year: $0, reported: ReportedValue(reading: $1)) })
    }

    private func words(_ cells: [String]) -> String {
        Localization.with(.italian) { series(cells).words }
    }

    @Test func wordsTellEndsChangeExtremesAndGaps() {
        #expect(
            words(["800", "577", "n.d.", "686 (stima)"])
                == "utenti: da 800 nel 2019 a 686 nel 2022 (−14,3%). Minimo 577 nel 2020, massimo 800 nel 2019. "
                + "Nessun dato per 2021. 2022: (stima).")
        #expect(
            words(["0", "5"]) == "utenti: da 0 nel 2019 a 5 nel 2020. Minimo 0 nel 2019, massimo 5 nel 2020.")
        #expect(words(["7", "7"]) == "utenti: da 7 nel 2019 a 7 nel 2020 (0%). Sempre uguale.")
        #expect(words(["/", "7"]) == "utenti: 7 nel 2020, unico dato.")
        #expect(words(["/", ""]) == "utenti: nessun dato.")
    }

    @Test func missingFigureIsAGapAndNeverZero() {
        let points = series(["10", "n.d.", "non rilevati", "0"]).points
        #expect(points.map { $0.value == nil } == [false, true, true, false])
        #expect(points.map(\.label) == ["10", "n.d.", "non rilevati", "0"])
    }

    @Test func theChangeFromTheYearBeforeNeedsAFigureAboveZeroBeforeIt() throws {
        let change = try #require(series(["100", "110", "n.d.", "50", "0", "7", "-3"]).yearlyChange)
        #expect(change.points.map(\.label) == ["", "+10%", "", "", "−100%", "", "−142,9%"])
        #expect(change.points.map { $0.value == nil } == [true, false, true, true, false, true, false])
        #expect(series(["100", "n.d.", "0", "7"]).yearlyChange == nil)
        let chart = TrendChart(title: "x", series: [series(["100", "110", "99"])], measure: .yearlyChange)
        let scale = try #require(chart.scale)
        #expect(scale.low < .zero && .zero < scale.high)
        #expect(
            Localization.with(.italian) { chart.words }
                == "x, variazione sull’anno precedente. utenti: 2020 +10%; 2021 −10%.")
    }

    @Test func anAxisThatDoesNotBeginAtZeroSaysWhereItBegins() {
        Localization.with(.italian) {
            let high = TrendChart(title: "x", series: [series(["980", "1.000"])])
            #expect(high.headWords == "asse da 980")
            #expect(high.words.hasPrefix("L’asse parte da 980."))
            #expect(TrendChart(title: "x", series: [series(["10", "1.000"])]).headWords.isEmpty)
        }
    }

    @Test func indicesStartFromTheFirstFigure() throws {
        let base = try #require(series(["n.d.", "3", "1", "4,5"]).base100)
        #expect(base.points.map(\.label) == ["n.d.", "100", "33,3", "150"])
        #expect(base.points[2].value == Fraction(100, 3))
        for first in ["0", "-2", "-200", "-0,5"] { #expect(series([first, "5", "-1.000"]).base100 == nil) }
        #expect(series(["0,5", "-5"]).base100?.points.map(\.label) == ["100", "-1.000"])
    }

    @Test func scaleIsRoundAndBeginsAtZeroUnlessAllIsHigh() {
        let low = ChartScale(from: Fraction(73), to: Fraction(18_807))
        #expect(low.ticks.map(\.label) == ["0", "5.000", "10.000", "15.000", "20.000"])
        let high = ChartScale(from: Fraction(6301), to: Fraction(10_431))
        #expect(high.ticks.map(\.label) == ["6.000", "8.000", "10.000", "12.000"])
        #expect(high.position(of: Fraction(9000)) == 0.5)
        let signed = ChartScale(from: Fraction(-3), to: Fraction(1))
        #expect(signed.ticks.map(\.label) == ["-3", "-2", "-1", "0", "1"])
        let flat = ChartScale(from: .zero, to: .zero)
        #expect(flat.low < flat.high)
        let same = ChartScale(from: Fraction(1250), to: Fraction(1250))
        #expect(same.ticks.map(\.label) == ["0", "500", "1.000", "1.500"])
        let tiny = ChartScale(from: .zero, to: Fraction(3, 1000))
        #expect(tiny.ticks.map(\.label) == ["0", "0,001", "0,002", "0,003"])
    }

    @Test func axisHasEveryYearOfASpanOfTime() {
        let chart = TrendChart(
            title: "",
            series: [
                ChartSeries(
                    name: "",
                    points: [2015, 2019, 2016].map { ChartPoint(year: $0, value: .zero, label: "0") })
            ])
        #expect(chart.years == [2015, 2016, 2017, 2018, 2019])
    }

    @Test func notesAreLettered() {
        let chart = TrendChart(title: "", series: [series(["10 (stima)", "11", "12 (parziale)"])])
        #expect(chart.noteWords == ["a 2019: (stima)", "b 2021: (parziale)"])
        #expect(chart.noteLetter(of: chart.series[0].points[2], in: chart.series[0]) == "b")
    }
}
