import Foundation
import Model
import Reporting
import Sample
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
