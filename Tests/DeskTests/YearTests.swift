import Foundation
import Model
import Sample
import Testing

@testable import Desk

@MainActor @Suite struct YearTests {
    @Test func aYearIsLockedAndUnlockedWithAReason() throws {
        let keeper = NotingKeeper()
        let desk = sampleDesk(keeper)
        let indicator = try #require(desk.indicator("Alberi censiti"))
        #expect(throws: EditRefusal.noReason) { try desk.perform(desk.locking(year: desk.year, reason: " ")) }
        try desk.perform(desk.locking(year: desk.year, reason: "Delibera 12"))
        #expect(throws: EditRefusal.yearLocked(desk.year)) {
            try desk.perform(.indicator(indicator.id, .actual, text: "1"))
        }
        #expect(throws: EditRefusal.noReason) { try desk.perform(.unlockYear(desk.year, reason: "")) }
        try desk.perform(.unlockYear(desk.year, reason: "Errore di stampa"))
        try desk.perform(.indicator(indicator.id, .actual, text: "1"))
        #expect(keeper.committed.dropLast().last?.summary.contains("Errore di stampa") == true)
    }

    @Test func aLockedYearKeepsItsScoreWhateverTheProfileBecomes() throws {
        let desk = sampleDesk()
        let score = desk.score?.municipality.displayed
        try desk.perform(desk.locking(year: desk.year, reason: "Delibera 12"))
        var changed = desk.content
        changed.municipality.profile.decreasingRule = .decreasingRatio
        changed.municipality.profile.rollUp = .weighted
        try desk.perform("Profilo", making: changed)
        #expect(score != nil)
        #expect(desk.score?.municipality.displayed == score)
    }

    @Test func aNewYearIsMadeOnceAndUndoneAtOnce() throws {
        let desk = sampleDesk()
        let before = desk.content
        let next = desk.year + 1
        try desk.perform(.newYear(next, from: desk.year, targetsFromActuals: false))
        #expect(desk.content.plans[next]?.objectives.count == desk.plan?.objectives.count)
        #expect(throws: EditRefusal.yearTaken(next)) {
            try desk.perform(.newYear(next, from: desk.year, targetsFromActuals: false))
        }
        try desk.undo()
        #expect(desk.content == before)
    }

    @Test func aLockedYearCanOnlyBeReadAndSaysWhoLockedItAndWhy() throws {
        let desk = sampleDesk()
        let year = desk.year
        #expect(!desk.isYearReadOnly)
        #expect(desk.lockWords == nil)
        try desk.perform(desk.locking(year: year, reason: "Delibera 12"))
        #expect(desk.isYearReadOnly)
        #expect(!desk.isReadOnly)
        #expect(desk.isReadOnly(year: year))
        #expect(!desk.isReadOnly(year: year - 1))
        let words = try #require(desk.lockWords)
        #expect(words.contains("Delibera 12") && words.contains("Ufficio") && words.contains("\(year)"))
    }

    @Test func theNextPlanIsOfferedAfterTheLastOneAndWhereTheYearHasNone() throws {
        let desk = sampleDesk()
        let last = try #require(desk.content.yearsWithPlan.last)
        desk.show(year: last)
        #expect(desk.offeredYear?.year == last + 1)
        #expect(desk.offeredYear?.former == last)
        desk.show(year: last + 3)
        #expect(desk.offeredYear?.year == last + 3)
        #expect(desk.offeredYear?.former == last)
        desk.show(year: 1950)
        #expect(desk.offeredYear == nil)
    }
}
