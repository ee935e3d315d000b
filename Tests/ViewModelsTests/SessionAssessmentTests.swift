import Foundation
import Model
import Sample
import Scoring
import Testing

@testable import ViewModels

/// What a session shows after any edit, undo and redo against scores and findings made from scratch.
@MainActor @Suite struct SessionAssessmentTests {
    private static let texts = ["", "7", "120", "80%", "n.d.", "3.5", "almeno 10", "Reclami", "31/12/2025"]

    /// Some edit of what `content` has; nil where there is nothing of the kind.
    private func edit(_ content: ArchiveContent, _ generator: inout SeededNumbers) -> Edit? {
        let text = SessionAssessmentTests.texts.randomElement(using: &generator) ?? ""
        let objective = content.plans[SampleArchive.year]?.objectives.randomElement(using: &generator)
        let indicator = objective?.indicators.randomElement(using: &generator)
        switch Int.random(in: 0...11, using: &generator) {
        case 0: return .closeYear(SampleArchive.year, closed: Bool.random(using: &generator))
        case 1: return objective.map { .objective($0.id, .title, text: "Obiettivo \(text)") }
        case 2: return objective.map { .objective($0.id, .sector, text: text) }
        case 3: return indicator.map { .moveIndicator($0.id, position: 0) }
        case 4: return indicator.map { .remove($0.id) }
        case 5: return objective.map { .addIndicator(objective: $0.id, Indicator(id: UUID(), name: text)) }
        case 6, 7:
            let service = content.services.services.randomElement(using: &generator)
            guard let service, let series = service.series.randomElement(using: &generator) else {
                return nil
            }
            let year = Int.random(in: 2020...2025, using: &generator)
            return .cell(service: service.id, series: series.id, year: year, text: text)
        default:
            let fields: [IndicatorField] = [.actual, .target, .weight, .name]
            guard let indicator, let field = fields.randomElement(using: &generator) else { return nil }
            return .indicator(indicator.id, field, text: text)
        }
    }

    private func expectFromScratch(_ session: ArchiveSession) throws {
        let content = session.content
        let all = Checks.run(content: content, year: session.year)
        try #require(session.findings == Checks.open(all, dismissals: content.dismissals))
        let plan = try #require(session.plan)
        let score = PlanScore(plan, profile: content.profile(of: plan.year))
        try #require(session.score?.municipality.displayed == score.municipality.displayed)
        for objective in plan.objectives {
            try #require(
                session.score?.objective(objective.id)?.achievement
                    == score.objective(objective.id)?.achievement)
        }
    }

    @Test(arguments: 0..<6)
    func scoresAndFindingsAreThoseFromScratchAfterAnyEdit(seed: Int) throws {
        var generator = SeededNumbers(state: UInt64(seed))
        let session = ArchiveSession(
            content: SampleArchive.content(), author: "Ufficio",
            now: { Date(timeIntervalSince1970: 1_780_000_000) })
        session.show(year: SampleArchive.year)
        try expectFromScratch(session)
        for _ in 0..<12 {
            switch Int.random(in: 0...5, using: &generator) {
            case 0: try session.undo()
            case 1: try session.redo()
            default:
                guard let edit = edit(session.content, &generator) else { continue }
                // An edit that is refused, such as an empty name, changes nothing.
                do throws(EditRefusal) { try session.perform(edit) } catch { continue }
            }
            try expectFromScratch(session)
        }
    }
}

/// Reproducible numbers (splitmix64), so that a failing case can be run again.
private struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
