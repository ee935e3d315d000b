import Foundation
import Model
import Sample
import Testing

@testable import ViewModels

/// Random numbers that are the same at each run.
private struct Dice: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

@MainActor @Suite struct UndoTests {
    @Test(arguments: 1...3) func anyRowOfEditsIsUndoneAndRedoneStepByStep(seed: UInt64) throws {
        var dice = Dice(state: seed)
        let session = sampleSession()
        var states = [session.content]
        for _ in 0..<40 {
            guard let edit = randomEdit(on: session, &dice) else { continue }
            try session.perform(edit)
            if session.content != states.last { states.append(session.content) }
        }
        #expect(states.count > 15)
        for state in states.dropLast().reversed() {
            try session.undo()
            #expect(session.content == state)
        }
        #expect(session.history.nextUndo == nil)
        for state in states.dropFirst() {
            try session.redo()
            #expect(session.content == state)
        }
        #expect(session.history.nextRedo == nil)
    }

    @Test func anEditAfterUndoForgetsWhatWasUndone() throws {
        let session = sampleSession()
        let indicator = try #require(session.indicator("Alberi censiti"))
        try session.perform(.indicator(indicator.id, .actual, text: "1"))
        try session.undo()
        try session.perform(.indicator(indicator.id, .actual, text: "2"))
        try session.redo()
        #expect(session.content.indicator(indicator.id)?.actual.raw == "2")
    }

    private func randomEdit(on session: ArchiveSession, _ dice: inout Dice) -> Edit? {
        let plan = session.plan
        guard let objective = plan?.objectives.randomElement(using: &dice),
            let line = plan?.lines.randomElement(using: &dice),
            let service = session.content.services.services.randomElement(using: &dice),
            let series = service.series.randomElement(using: &dice)
        else { return nil }
        let text = "\(Int.random(in: 0...9999, using: &dice))"
        switch Int.random(in: 0...7, using: &dice) {
        case 0:
            guard let indicator = objective.indicators.randomElement(using: &dice),
                let field = IndicatorField.allCases.randomElement(using: &dice)
            else { return nil }
            return .indicator(indicator.id, field, text: text)
        case 1: return .objective(objective.id, .definition, text: text)
        case 2: return .cell(service: service.id, series: series.id, year: 2023, text: text)
        case 3:
            return .moveObjective(
                objective.id, toLine: line.id, position: Int.random(in: 0...4, using: &dice))
        case 4: return .addIndicator(objective: objective.id, Indicator(id: UUID(naming: [text]), name: text))
        case 5: return .remove(objective.indicators.last?.id ?? objective.id)
        case 6: return .closeYear(session.year, closed: Bool.random(using: &dice))
        default:
            return session.findings.randomElement(using: &dice).map {
                session.dismissal(of: $0, reason: text)
            }
        }
    }
}
