import Model
import Testing

@testable import Scoring

/// What has no weight among others that have one counts nothing, and the figure says so.
@Suite struct NotWeighedTests {
    /// A weight as it is written, and what it weighs; nil where it says no weight.
    private static let cells: [(cell: String, weight: Int?)] = [
        ("30", 30), ("20%", 20), ("50 (ex 40)", 50), ("", nil), ("n.d.", nil), ("-50", nil),
        ("1/2", nil),
        ("cinquanta", nil), ("50 punti", nil), ("10^2", nil),
    ]

    @Test func aFigureWithoutTheRestIsPartial() {
        for one in Self.cells {
            for other in Self.cells {
                let objective = Making.objective("o", ["10|10|\(one.cell)", "10|5|\(other.cell)"])
                let score = PlanScore(Making.plan([objective]), profile: ScoringProfile())
                let words = "\(one.cell), \(other.cell)"
                let isWeighed = one.weight != nil || other.weight != nil
                let lacking = [one, other].count { $0.weight == nil }
                #expect(score.municipality.leftOut.notWeighed == (isWeighed ? lacking : 0), "\(words)")
                let weights = isWeighed ? [one.weight ?? 0, other.weight ?? 0] : [1, 1]
                let sum = weights[0] + weights[1]
                let expected = sum == 0 ? nil : Double(weights[0] * 100 + weights[1] * 50) / Double(sum)
                let shown = score.municipality.displayed.flatMap { Double($0.description) }
                #expect((shown == nil) == (expected == nil), "\(words)")
                if let shown, let expected { #expect(abs(shown - expected) < 0.006, "\(words)") }
            }
        }
    }

    @Test func aPrerequisiteNeedsNoWeight() {
        let objective = Making.objective("o", ["10|10|100", "sì|sì|X"])
        #expect(!PlanScore(Making.plan([objective]), profile: ScoringProfile()).municipality.isPartial)
    }

    @Test func anObjectiveWithoutAWeightIsLeftOutOfAWeightedLine() {
        var heavy = Making.objective("a", ["10|10|100"])
        heavy.weight = ExactDecimal(60)
        let bare = Making.objective("b", ["10|0|100"])
        var profile = ScoringProfile()
        profile.rollUp = .weighted
        let line = PlanScore(Making.plan([heavy, bare]), profile: profile).lines[0]
        #expect(line.displayed == .hundred)
        #expect(line.group.leftOut.objectivesNotWeighed == 1)
        #expect(line.group.isPartial)
        profile.rollUp = .mean
        #expect(!PlanScore(Making.plan([heavy, bare]), profile: profile).lines[0].group.isPartial)
    }

    /// weight | what is told about it
    @Test(arguments: ["-50", "almeno 50", "< 50", "50 giorni", "€ 50"]) func aWeightThatIsNoShareIsAsked(
        cell: String
    ) {
        let objective = Making.objective("o", ["10|10|\(cell)", "10|10|50"])
        let told = Checks.run(content: Making.content(plan: Making.plan([objective])))
            .filter { $0.place.field == "weight" }
        #expect(told.map(\.code) == [.valueAmbiguous], "\(cell)")
        #expect(told.allSatisfy { $0.evidence["reason"] == "weight" })
    }
}
