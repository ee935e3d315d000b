import Foundation
import Model
import Sample
import Testing

@testable import ViewModels

@MainActor @Suite struct YearTests {
    @Test func aYearIsLockedAndUnlockedWithAReason() throws {
        let backend = NotingBackend()
        let session = sampleSession(backend)
        let indicator = try #require(session.indicator("Alberi censiti"))
        #expect(throws: EditRefusal.noReason) {
            try session.perform(session.locking(year: session.year, reason: " "))
        }
        try session.perform(session.locking(year: session.year, reason: "Delibera 12"))
        #expect(throws: EditRefusal.yearLocked(session.year)) {
            try session.perform(.indicator(indicator.id, .actual, text: "1"))
        }
        #expect(throws: EditRefusal.noReason) { try session.perform(.unlockYear(session.year, reason: "")) }
        try session.perform(.unlockYear(session.year, reason: "Errore di stampa"))
        try session.perform(.indicator(indicator.id, .actual, text: "1"))
        #expect(backend.committed.dropLast().last?.summary.contains("Errore di stampa") == true)
    }

    @Test func aLockedYearKeepsItsScoreWhateverTheProfileBecomes() throws {
        let session = sampleSession()
        let score = session.score?.municipality.displayed
        try session.perform(session.locking(year: session.year, reason: "Delibera 12"))
        var changed = session.content
        changed.municipality.profile.decreasingRule = .decreasingRatio
        changed.municipality.profile.rollUp = .weighted
        try session.perform("Profilo", making: changed)
        #expect(score != nil)
        #expect(session.score?.municipality.displayed == score)
    }

    @Test func aNewYearIsMadeOnceAndUndoneAtOnce() throws {
        let session = sampleSession()
        let before = session.content
        let next = session.year + 1
        try session.perform(.newYear(next, from: session.year, targetsFromActuals: false))
        #expect(session.content.plans[next]?.objectives.count == session.plan?.objectives.count)
        #expect(throws: EditRefusal.yearTaken(next)) {
            try session.perform(.newYear(next, from: session.year, targetsFromActuals: false))
        }
        try session.undo()
        #expect(session.content == before)
    }

    @Test func aLockedYearCanOnlyBeReadAndSaysWhoLockedItAndWhy() throws {
        let session = sampleSession()
        let year = session.year
        #expect(!session.isYearReadOnly)
        #expect(session.lockWords == nil)
        try session.perform(session.locking(year: year, reason: "Delibera 12"))
        #expect(session.isYearReadOnly)
        #expect(!session.isReadOnly)
        #expect(session.isReadOnly(year: year))
        #expect(!session.isReadOnly(year: year - 1))
        let words = try #require(session.lockWords)
        #expect(words.contains("Delibera 12") && words.contains("Ufficio") && words.contains("\(year)"))
    }

    @Test func theNextPlanIsOfferedAfterTheLastOneAndWhereTheYearHasNone() throws {
        let session = sampleSession()
        let last = try #require(session.content.yearsWithPlan.last)
        session.show(year: last)
        #expect(session.offeredYear?.year == last + 1)
        #expect(session.offeredYear?.former == last)
        session.show(year: last + 3)
        #expect(session.offeredYear?.year == last + 3)
        #expect(session.offeredYear?.former == last)
        session.show(year: 1950)
        #expect(session.offeredYear == nil)
    }
}
