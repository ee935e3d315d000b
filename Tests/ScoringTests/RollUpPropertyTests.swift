import BigInt
import Model
import Testing

@testable import Scoring

/// The roll-ups against arithmetic of the tests' own: one numerator and one denominator, nothing reduced.
@Suite struct RollUpPropertyTests {
    /// A plain quotient of the tests' own.
    private struct Quotient {
        var top: BigInt
        var bottom: BigInt

        static func + (left: Quotient, right: Quotient) -> Quotient {
            Quotient(
                top: left.top * right.bottom + right.top * left.bottom, bottom: left.bottom * right.bottom)
        }

        /// Rounded half away from zero by comparing twice the rest with the divisor; values are not negative.
        func rounded(places: Int) -> String {
            let scaled = top * BigInt(10).power(places)
            var whole = scaled / bottom
            if (scaled % bottom) * 2 >= bottom { whole += 1 }
            return ExactDecimal(mantissa: whole, scale: places).description
        }
    }

    private struct Row {
        var target: Int
        var actual: Int
        var weight: Int
    }

    private func rows(_ generator: inout Seeded) -> [Row] {
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            Row(
                target: Int.random(in: 1...997, using: &generator),
                actual: Int.random(in: 0...1200, using: &generator),
                weight: Int.random(in: 1...60, using: &generator))
        }
    }

    private func expected(_ rows: [Row]) -> Quotient {
        var sum = Quotient(top: 0, bottom: 1)
        for row in rows {
            let reached = min(row.actual, row.target)
            sum = sum + Quotient(top: BigInt(100 * reached * row.weight), bottom: BigInt(row.target))
        }
        return Quotient(top: sum.top, bottom: sum.bottom * BigInt(rows.reduce(0) { $0 + $1.weight }))
    }

    private func objective(_ name: String, _ rows: [Row]) -> Objective {
        Making.objective(name, rows.map { "\($0.target)|\($0.actual)|\($0.weight)" })
    }

    @Test(arguments: 0..<200)
    func objectiveEqualsExactArithmetic(seed: Int) {
        var generator = Seeded(state: UInt64(seed))
        let rows = rows(&generator)
        let score = ObjectiveScore(
            of: objective("o", rows), profile: ScoringProfile(), isClosed: false)
        let exact = expected(rows)
        #expect(score.achievement == Fraction(exact.top, exact.bottom), "seed \(seed)")
        #expect(score.displayed?.description == exact.rounded(places: 0), "seed \(seed)")
    }

    @Test(arguments: 0..<40)
    func lineEqualsExactArithmeticInAnyOrder(seed: Int) {
        var generator = Seeded(state: UInt64(seed) &+ 1000)
        let all = (0..<Int.random(in: 1...30, using: &generator)).map { _ in rows(&generator) }
        var sum = Quotient(top: 0, bottom: 1)
        for rows in all { sum = sum + expected(rows) }
        let mean = Quotient(top: sum.top, bottom: sum.bottom * BigInt(all.count))
        let objectives = all.enumerated().map { objective("o\($0.offset)", $0.element) }
        let line = PlanScore(Making.plan(objectives), profile: ScoringProfile()).lines[0]
        #expect(line.displayed?.description == mean.rounded(places: 2), "seed \(seed)")
        #expect(line.group.achievement?.fraction == Fraction(mean.top, mean.bottom))
        let shuffled = PlanScore(
            Making.plan(objectives.shuffled(using: &generator)), profile: ScoringProfile())
        #expect(shuffled.municipality.achievement == line.group.achievement, "seed \(seed)")
    }

    @Test func edgesOfRoundingAreExact() {
        // 96,125 and 96,375 of a line: halves at the second decimal.
        let figures = [("100|70|100", 7), ("100|99|100", 0)]
        let objectives = (0..<8).map { index in
            Making.objective("o\(index)", [index == figures[0].1 ? figures[0].0 : "100|100|100"])
        }
        #expect(
            PlanScore(Making.plan(objectives), profile: ScoringProfile()).municipality.displayed?.description
                == "96.25")
        let edge = (0..<8).map { Making.objective("e\($0)", ["100|\($0 == 0 ? "99,9" : "100")|100"]) }
        // 99,9875 is shown as 99,99.
        #expect(
            PlanScore(Making.plan(edge), profile: ScoringProfile()).municipality.displayed?.description
                == "99.99")
    }
}
