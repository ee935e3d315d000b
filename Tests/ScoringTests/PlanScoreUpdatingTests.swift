import Foundation
import Model
import Testing

@testable import Scoring

/// Scores brought up to date after a change against scores made from scratch.
@Suite struct PlanScoreUpdatingTests {
    private static let sectors = ["Settore Uno", "SETTORE UNO", "Settore Due", ""]

    private func plan(_ generator: inout Seeded) -> Plan {
        var plan = Plan(id: Making.id("plan"), year: 2022)
        plan.lines = (0..<3).map { index in
            var line = StrategicLine(id: Making.id("line \(index)"), title: "Linea \(index)")
            line.strategicObjectives = (0..<2).map {
                StrategicObjective(id: Making.id("aim \(index) \($0)"), title: "Obiettivo \($0)")
            }
            line.objectives = (0..<Int.random(in: 0...4, using: &generator)).map {
                objective("\(index) \($0)", line: index, &generator)
            }
            return line
        }
        return plan
    }

    private func objective(_ name: String, line: Int, _ generator: inout Seeded) -> Objective {
        let rows = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
            let actual =
                Int.random(in: 0...9, using: &generator) == 0
                ? "" : "\(Int.random(in: 0...99, using: &generator))"
            return
                "\(Int.random(in: 1...97, using: &generator))|\(actual)|\(Int.random(in: 0...40, using: &generator))"
        }
        var objective = Making.objective(name, rows)
        objective.sector = PlanScoreUpdatingTests.sectors.randomElement(using: &generator) ?? ""
        objective.head = "Dirigente \(Int.random(in: 0...2, using: &generator))"
        objective.strategicObjectiveID = Making.id("aim \(line) \(Int.random(in: 0...2, using: &generator))")
        objective.weight =
            Bool.random(using: &generator) ? ExactDecimal(Int.random(in: 0...9, using: &generator)) : nil
        return objective
    }

    /// A change of one figure, or of what stands where.
    private func change(_ plan: inout Plan, _ generator: inout Seeded) {
        let line = Int.random(in: 0..<plan.lines.count, using: &generator)
        let count = plan.lines[line].objectives.count
        let position = count > 0 ? Int.random(in: 0..<count, using: &generator) : 0
        switch Int.random(in: 0...8, using: &generator) {
        case 0: plan.isClosed.toggle()
        case 1: plan.lines.swapAt(0, 2)
        case 2: plan.lines[line].strategicObjectives.reverse()
        case 3: plan.lines[line].objectives.reverse()
        case 4: plan.lines[line].title += "!"
        case 5 where count > 0: plan.lines[line].objectives.remove(at: position)
        case 6:
            let name = "new \(Int.random(in: 0...999_999, using: &generator))"
            plan.lines[line].objectives.append(objective(name, line: line, &generator))
        case _ where count > 0:
            let former = plan.lines[line].objectives[position]
            var changed = objective(former.title, line: line, &generator)
            if Bool.random(using: &generator) {
                changed = former
                if !changed.indicators.isEmpty { changed.indicators[0].actual = ReportedValue(reading: "7") }
            }
            plan.lines[line].objectives[position] = changed
        default: plan.lines[line].objectives.append(objective("first \(line)", line: line, &generator))
        }
    }

    @Test(arguments: 0..<40, [RollUp.mean, .weighted])
    func updatedScoresEqualScoresFromScratch(seed: Int, rollUp: RollUp) {
        var generator = Seeded(state: UInt64(seed))
        var profile = ScoringProfile()
        profile.rollUp = rollUp
        var plan = plan(&generator)
        var score = PlanScore(plan, profile: profile)
        for _ in 0..<20 {
            let former = plan
            for _ in 0..<Int.random(in: 1...2, using: &generator) { change(&plan, &generator) }
            score = score.updating(from: former, to: plan, profile: profile)
            #expect(Seen(score) == Seen(PlanScore(plan, profile: profile)))
            for indicator in plan.objectives.flatMap(\.indicators) {
                #expect(score.indicator(indicator.id)?.score.id == indicator.id)
            }
        }
    }

    @Test func anObjectiveIsReplacedByItself() throws {
        var generator = Seeded(state: 1)
        let plan = Making.plan([
            objective("a", line: 0, &generator), Making.objective("b", ["10|4|50", "8|8|50"]),
        ])
        let score = PlanScore(plan, profile: ScoringProfile())
        var changed = try #require(plan.objectives.last)
        changed.indicators[0].actual = ReportedValue(reading: "5")
        let updated = score.updating(changed, in: plan, profile: ScoringProfile())
        #expect(score.objective(changed.id)?.achievement == Fraction(70))
        #expect(updated.objective(changed.id)?.achievement == Fraction(75))
    }
}

/// All that can be seen of a plan's scores.
private struct Seen: Equatable {
    let lines: [UUID]
    let objectives: [[ObjectiveSeen]]
    let groups: [GroupSeen]

    struct ObjectiveSeen: Equatable {
        let id: UUID
        let achievement: Fraction?
        let state: ObjectiveScore.State
        let weightSum: ExactDecimal?
        let indicators: [IndicatorScore]
        let shares: [Fraction?]
    }

    struct GroupSeen: Equatable {
        let scope: GroupScore.Scope
        let members: [UUID]
        let weights: [Fraction]
        let achievement: ExactMean?
        let displayed: ExactDecimal?
        let leftOut: LeftOut
    }

    init(_ score: PlanScore) {
        lines = score.lines.map(\.id)
        objectives = score.lines.map { line in
            line.objectives.map {
                ObjectiveSeen(
                    id: $0.id, achievement: $0.achievement, state: $0.state, weightSum: $0.weightSum,
                    indicators: $0.members.map(\.score), shares: $0.members.map(\.share))
            }
        }
        let all = score.lines.map(\.group) + score.strategicObjectives + score.sectors + score.heads
        groups = (all + [score.municipality]).map {
            GroupSeen(
                scope: $0.scope, members: $0.members.map(\.id), weights: $0.members.map(\.weight),
                achievement: $0.achievement, displayed: $0.displayed, leftOut: $0.leftOut)
        }
    }
}
