import Model
import Testing

@testable import Scoring

@Suite struct ScaleTests {
    /// 1,500 indicators whose targets share no divisor: the common denominator has some 8,000 digits.
    static func largePlan() -> Plan {
        var generator = Seeded(state: 7)
        return Making.plan(
            (0..<500).map { index in
                Making.objective(
                    "o\(index)",
                    (0..<3).map { _ in
                        let target = Int.random(in: 1...999_983, using: &generator)
                        return "\(target)|\(Int.random(in: 0...target, using: &generator))|33"
                    })
            })
    }

    @Test func manyUnlikeDenominatorsStayExact() {
        let plan = ScaleTests.largePlan()
        let score = PlanScore(plan, profile: ScoringProfile())
        let reversed = Making.plan(plan.objectives.reversed())
        let other = PlanScore(reversed, profile: ScoringProfile())
        #expect(score.municipality.displayed == other.municipality.displayed)
        #expect(score.municipality.countedCount == 500)
    }
}
