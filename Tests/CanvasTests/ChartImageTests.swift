import Foundation
import Model
import Reporting
import Testing

@testable import Canvas

@Suite struct ChartImageTests {
    private func series(_ name: String, _ cells: [String]) -> ChartSeries {
        ChartSeries(
            name: name,
            points: zip(2019..., cells).map { ChartPoint(year: $0, reported: ReportedValue(reading: $1)) })
    }

    private var chart: TrendChart {
        TrendChart(
            title: "Interventi & <altro>",
            series: [
                series("su richiesta", ["9.075", "6.301", "7.783 (stima)", "8.063", "10.277", "10.431"]),
                series("diretti", ["14.819", "10.247", "/", "12.249", "16.046", "18.807"]),
                series("telecamere", ["73", "80", "80", "93", "93", "94"]),
            ])
    }

    private func layout(_ chart: TrendChart, width: Double = 500, height: Double = 260) throws -> ChartLayout
    {
        try ChartLayout(chart, area: Rectangle(x: 0, y: 0, width: width, height: height))
    }

    private func strokes(_ layout: ChartLayout, _ index: Int) -> [Stroke] {
        layout.items.compactMap { item in
            guard case .stroke(let stroke) = item.mark, stroke.ink == .series(index) else { return nil }
            return stroke
        }
    }

    @Test func missingYearBreaksTheLine() throws {
        let layout = try layout(chart)
        #expect(strokes(layout, 0).map(\.points.count) == [6])
        #expect(strokes(layout, 1).map(\.points.count) == [2, 3])
    }

    /// A figure above the lowest point of a line stood between its two arms, one of which went through it.
    @Test func figureOfATroughStandsBelowItsPoint() throws {
        let series = series("visite", ["62,68", "48,16", "54,18", "49,04", "53,54"])
        let layout = try layout(TrendChart(title: "Visite", series: [series]), height: 320)
        let points = try #require(strokes(layout, 0).first).points
        for (index, figure) in ["48,16", "54,18", "49,04"].enumerated() {
            let text = try #require(layout.items.compactMap(\.text).first { $0.plain == figure })
            #expect((text.origin.y > points[index + 1].y) == (figure != "54,18"), "\(figure)")
        }
    }

    /// The room of each text of a chart: its length, and the height of its letters.
    private func rooms(_ layout: ChartLayout) -> [(text: String, room: Rectangle)] {
        layout.items.compactMap { item in
            guard case .text(let text) = item.mark else { return nil }
            return (
                text.plain,
                Rectangle(x: text.origin.x, y: text.origin.y - 5.5, width: text.width, height: 6)
            )
        }
    }

    @Test func textsAreNeverWrittenOverEachOther() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<60 {
            let figures = (0..<Int.random(in: 2...14, using: &random)).map { _ in
                let kind = Int.random(in: 0..<8, using: &random)
                return kind == 0 ? "n.d." : "\(Int.random(in: -200...90_000, using: &random))"
            }
            var one = series("utenti seguiti", figures)
            for index in one.points.indices { one.points[index].isFlagged = Bool.random(using: &random) }
            let width = Double.random(in: 160...600, using: &random)
            let rooms = rooms(try layout(TrendChart(title: "Prova", series: [one]), width: width))
            for (index, first) in rooms.enumerated() {
                for second in rooms.dropFirst(index + 1) {
                    let apart =
                        first.room.right <= second.room.x + 0.5 || second.room.right <= first.room.x + 0.5
                        || first.room.bottom <= second.room.y || second.room.bottom <= first.room.y
                    #expect(apart, "\(first.text) and \(second.text): \(figures), \(width)")
                }
            }
        }
    }

    @Test func figuresCanBePointedAtWhereTheyAreDrawn() throws {
        let marks = try layout(chart).marks
        #expect(marks.filter { $0.series == 0 }.map(\.point) == chart.series[0].known)
        let places = Set(marks.map { "\($0.place)" })
        let signs = try layout(chart).items.compactMap { item -> String? in
            guard case .symbol(_, let place, _, _) = item.mark else { return nil }
            return "\(place)"
        }
        #expect(places.isSubset(of: Set(signs)))
    }

    @Test func seriesDifferInDashesAndSigns() throws {
        let layout = try layout(chart)
        #expect(Set((0..<3).compactMap { strokes(layout, $0).first?.dashes }).count == 3)
        let signs = layout.items.compactMap { item -> Symbol? in
            guard case .symbol(let symbol, _, _, _) = item.mark else { return nil }
            return symbol
        }
        #expect(Set(signs).count == 3)
    }

    @Test func thirtySeriesAreToldApartWithoutColour() throws {
        let many = TrendChart(
            title: "x", series: (0..<30).map { series("serie \($0)", ["1", "\($0)", "3"]) })
        let layout = try layout(many, width: 800, height: 500)
        let looks = (0..<30).map { index in
            let signs = layout.items.compactMap { item -> Symbol? in
                guard case .symbol(let symbol, _, _, .series(index)) = item.mark else { return nil }
                return symbol
            }
            return "\(strokes(layout, index).map(\.dashes)) \(Set(signs))"
        }
        #expect(Set(looks).count == 30)
        #expect(layout.items.count { $0.text?.plain.contains("serie") == true } == 30)
    }

    @Test func lastFigureNameAndNotesAreWritten() throws {
        let text = try layout(chart).items.compactMap { $0.text?.plain }.joined(separator: " ")
        for expected in [
            "10.431", "18.807", "diretti", "telecamere", "2019", "2024", "a su richiesta, 2021: (stima)",
        ] {
            #expect(text.contains(expected))
        }
    }

    @Test(arguments: [(500.0, 260.0), (150, 96), (72, 72), (1400, 300)])
    func nothingStandsBeyondTheArea(width: Double, height: Double) throws {
        let many = TrendChart(
            title: Documents.words(9),
            series: (0..<6).map {
                series("serie \($0)", ["1", "n.d.", "\($0 * 7)", "4", "5 (nota)", "\(100 * $0)"])
            })
        for chart in [chart, many, TrendChart.smallMultiples(chart.series)[0]] {
            for text in try layout(chart, width: width, height: height).items.compactMap(\.text) {
                #expect(text.origin.x >= -0.5 && text.origin.x + text.width <= width + 30, "\(text.plain)")
            }
        }
    }

    @Test func flaggedPointHasARingAndASign() throws {
        var one = series("x", ["1", "2", "3"])
        one.points[1].isFlagged = true
        let items = try layout(TrendChart(title: "x", series: [one])).items
        #expect(items.contains { if case .symbol(.ring, _, _, .flag) = $0.mark { true } else { false } })
        #expect(items.contains { $0.text?.plain == "!" })
    }

    @Test func chartWithoutFiguresSaysSo() throws {
        let empty = TrendChart(title: "Vuoto", series: [series("x", ["n.d.", "/"])])
        let text = try layout(empty).items.compactMap { $0.text?.plain }.joined(separator: " ")
        #expect(text.contains(empty.words))
        #expect(try ChartImage(TrendChart(title: "", series: [])).pdf().count > 500)
    }

    @Test(arguments: ["Interventi & <altro>", "]]> \0 \u{1} \u{FFFE}", "\"virgolette\" 'apici'", ""])
    func vectorImageIsWellFormedAndSaysWhatItShows(title: String) throws {
        var chart = chart
        chart.title = title
        let reader = SVGReader(try ChartImage(chart).svg())
        #expect(reader.isWellFormed)
        let printable = title.unicodeScalars.map {
            $0.value < 32 || $0.value >= 0xFFFE ? "\u{FFFD}" : String($0)
        }.joined()
        #expect(reader.texts["title"] == printable)
        #expect(reader.texts["desc"]?.contains("diretti") == true)
        #expect(reader.root["role"] == "img")
    }

    @Test func pixelImageHasItsResolutionAndWords() throws {
        let png = try [UInt8](ChartImage(chart, width: 360, height: 180).png(resolution: 144))
        #expect(png[16..<24].elementsEqual([0, 0, 2, 208, 0, 0, 1, 104]))
        let chunks = PNGReader.chunks(png)
        #expect(chunks.filter { !$0.isIntact }.isEmpty)
        #expect(chunks.map(\.type).prefix(2) == ["IHDR", "pHYs"])
        #expect(chunks[1].content == [0, 0, 22, 37, 0, 0, 22, 37, 1])
        let words = chunks.filter { $0.type == "iTXt" }.map { String(decoding: $0.content, as: UTF8.self) }
        #expect(words.contains { $0.hasPrefix("Description\0") && $0.contains(chart.words) })
        #expect(chunks.last?.type == "IEND")
    }

    @Test(.enabled(if: PDFReading.isPossible)) func pageImageHasItsTexts() throws {
        let reading = try PDFReading(try ChartImage(chart).pdf(), name: "chart")
        defer { reading.close() }
        let text = try reading.text()
        for expected in ["Interventi & <altro>", "18.807", "diretti", "2019", "2024"] {
            #expect(text.contains(expected))
        }
    }

    @Test func darkImageHasADarkGround() throws {
        let dark = try ChartImage(chart, palette: .dark).png()
        let light = try ChartImage(chart, palette: .light).png()
        #expect(dark != light)
    }
}
