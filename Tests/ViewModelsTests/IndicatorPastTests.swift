import Foundation
import Model
import Reporting
import Sample
import Scoring
import Testing

@testable import ViewModels

/// An indicator over the years, as the window works with it.
@MainActor @Suite struct IndicatorPastTests {
    private func session() throws -> (ArchiveSession, Indicator) {
        let session = sampleSession()
        try session.perform(
            .newYear(SampleArchive.year + 1, from: SampleArchive.year, targetsFromActuals: false))
        session.show(year: SampleArchive.year + 1)
        let own = try #require(session.indicator("Alberi censiti"))
        return (session, own)
    }

    @Test func aNewYearGoesOnWithTheLastAndTheDecisionCanBeTakenBack() throws {
        let (session, own) = try session()
        var past = try #require(IndicatorPast(of: own.id, on: session))
        #expect(past.rows.map(\.year) == ["2025", "2026"])
        #expect(past.isFollowed && past.isDecided && past.candidates.isEmpty)
        try session.perform(.plan(.continuity(indicator: own.id, year: 2026, nil)))
        past = try #require(IndicatorPast(of: own.id, on: session))
        #expect(!past.isFollowed)
        #expect(past.candidates.first?.title.hasPrefix("100/100 · 2025: Alberi censiti") == true)
        let chosen = Continuity(indicatorID: try #require(past.candidates.first?.id))
        try session.perform(.plan(.continuity(indicator: own.id, year: 2026, chosen)))
        #expect(IndicatorPast(of: own.id, on: session)?.isFollowed == true)
        try session.undo()
        try session.undo()
        #expect(session.content.indicator(own.id)?.continuity?.indicatorID != nil)
    }

    @Test func manyMatchesAreTakenInOneStepAndTheRestStaysUndecided() throws {
        let (session, own) = try session()
        for indicator in session.plan?.objectives.flatMap(\.indicators) ?? [] {
            try session.perform(.plan(.continuity(indicator: indicator.id, year: 2026, nil)))
        }
        try session.perform(.indicator(own.id, .name, text: "Alberi censiti in tutto il Comune"))
        let before = session.content
        var draft = FollowDraft(session.content, year: 2026)
        let all = session.plan?.indicatorCount ?? 0
        #expect(draft.rows.count == all)
        let unlike = try #require(draft.rows.last)
        #expect(unlike.id == own.id && !unlike.isTaken && unlike.score < FollowDraft.sure)
        #expect(draft.takenCount == all - 1)
        draft.toggle(draft.rows[0].id)
        try session.perform(#require(draft.edit))
        let followed = IndicatorLinks(session.content).chains.filter { $0.last?.year == 2026 }
        #expect(followed.count == all - 2)
        #expect(session.content.indicator(own.id)?.continuity == nil)
        #expect(FollowDraft(session.content, year: 2026).rows.count == 2)
        try session.undo()
        #expect(session.content == before)
        draft.take(from: 101)
        #expect(draft.edit == nil)
    }

    @Test func aLaterIndicatorIsRefused() throws {
        let (session, own) = try session()
        let former = try #require(session.content.plans[2025]?.objectives.flatMap(\.indicators).first)
        #expect(throws: EditRefusal.gone) {
            try session.perform(
                .plan(.continuity(indicator: former.id, year: 2025, Continuity(indicatorID: own.id))))
        }
    }

    @Test func aCellOfTheChosenSeriesBecomesTheActualInOneStep() throws {
        let (session, own) = try session()
        let service = try #require(session.content.services.services.first { !$0.outputs.isEmpty })
        let series = try #require(service.outputs.first { !$0.isHeading })
        try session.perform(.plan(.actualSeries(indicator: own.id, year: 2026, series.id)))
        let before = session.content
        try session.perform(.cell(service: service.id, series: series.id, year: 2026, text: "77"))
        #expect(session.content.indicator(own.id)?.actual.raw == "77")
        let reasons = try #require(ScoreReasons(of: own.id, on: session))
        #expect(reasons.inputs.contains { $0.hasPrefix("Target consuntivo: 77") && $0.contains(series.name) })
        try session.undo()
        #expect(session.content == before)
        try session.redo()
        try session.perform(.indicator(own.id, .actual, text: "60"))
        let finding = try #require(session.findings.first { $0.code == .actualSeriesMismatch })
        let repair = try #require(FindingDetail(finding, in: session.content).repair)
        try session.perform(repair.edit)
        #expect(session.content.indicator(own.id)?.actual.raw == "77")
        #expect(!session.findings.contains { $0.code == .actualSeriesMismatch })
    }
}
