import Foundation
import Model
import Reporting
import Testing

/// Indices of series of any cells, against a division of another make.
@Suite struct BaseHundredPropertyTests {
    /// A cell with its figure; nil where it has none.
    private static let cells: [(text: String, figure: Double?)] = [
        ("800", 800), ("1.250", 1250), ("12,5", 12.5), ("0", 0), ("-2", -2), ("-1.000", -1000), ("0,5", 0.5),
        ("n.d.", nil), ("", nil), ("/", nil), ("circa 80", nil), ("876*", 876), ("1.467 (coinvolti)", 1467),
        ("3", 3),
        ("sì", nil), ("4.1", nil),
    ]

    private func series(_ texts: [String]) -> ChartSeries {
        ChartSeries(
            name: "s",
            points: zip(2019..., texts).map { ChartPoint(year: $0, reported: ReportedValue(reading: $1)) })
    }

    @Test func anIndexIsTheFigureThroughTheFirstOrThereIsNone() {
        var state: UInt64 = 7
        for _ in 0..<600 {
            let row = (0..<5).map { _ in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return Self.cells[Int((state >> 33) % UInt64(Self.cells.count))]
            }
            let words = row.map(\.text).joined(separator: "|")
            let index = series(row.map(\.text)).base100
            guard let first = row.lazy.compactMap(\.figure).first, first > 0 else {
                #expect(index == nil, "\(words)")
                continue
            }
            #expect(index?.points.count == row.count, "\(words)")
            for (point, cell) in zip(index?.points ?? [], row) {
                let value = point.value.flatMap { Double($0.rounded(places: 9).description) }
                #expect((value == nil) == (cell.figure == nil), "\(words)")
                if let value, let figure = cell.figure {
                    #expect(abs(value - figure / first * 100) < 1e-6 * max(1, abs(value)), "\(words)")
                }
            }
        }
    }
}
