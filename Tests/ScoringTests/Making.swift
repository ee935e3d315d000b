import BigInt
import Foundation
import Model

@testable import Scoring

/// Small plans for the tests, from cells as they are written.
enum Making {
    /// An identity from a name.
    static func id(_ name: String) -> UUID { UUID(naming: ["test", name]) }

    /// An indicator from its cells.
    static func indicator(
        _ name: String = "i", target: String = "", actual: String = "", weight: String = "",
        baseline: String? = nil, measure: Measure? = nil, rule: ScoringRule? = nil,
        direction: Direction? = nil
    ) -> Indicator {
        var indicator = Indicator(id: id(name), name: name)
        indicator.target = ReportedValue(reading: target, as: measure)
        indicator.actual = ReportedValue(reading: actual, as: measure)
        indicator.weight = ReportedValue(reading: weight)
        indicator.baseline = baseline.map { ReportedValue(reading: $0, as: measure) }
        indicator.measure = measure
        indicator.rule = rule
        indicator.direction = direction
        return indicator
    }

    /// An objective whose indicators are written `target|actual|weight`.
    static func objective(_ name: String = "o", _ rows: [String]) -> Objective {
        var objective = Objective(id: id(name), title: name)
        objective.indicators = rows.enumerated().map { index, row in
            let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return indicator(
                "\(name) \(index)", target: cells[0], actual: cells.count > 1 ? cells[1] : "",
                weight: cells.count > 2 ? cells[2] : "")
        }
        return objective
    }

    /// A plan of 2022 with one line of these objectives.
    static func plan(_ objectives: [Objective]) -> Plan {
        var plan = Plan(id: id("plan"), year: 2022)
        var line = StrategicLine(id: id("line"), title: "Una linea")
        line.objectives = objectives
        plan.lines = [line]
        return plan
    }

    /// A decimal in the archive's notation; a text that is none fails the test that uses it.
    static func decimal(_ text: String) -> ExactDecimal {
        ExactDecimal(plain: text) ?? ExactDecimal(mantissa: -999_999_999, scale: 0)
    }

    /// A fraction written `93`, `93.75` or `600/7`.
    static func fraction(_ text: String) -> Fraction {
        let parts = text.split(separator: "/").map { decimal(String($0)).fraction }
        guard parts.count == 2 else { return parts[0] }
        return parts[0].divided(by: parts[1]) ?? .zero
    }
}

/// A generator of reproducible numbers (splitmix64), so that a failing case can be run again.
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
