import DocumentStore
import Foundation
import Model
import Sample
import Testing

@Suite struct YearLockTests {
    @Test func theFiguresOfALockedYearDoNotChange() throws {
        let scratch = try Scratch()
        let store = try YearLockTests.locked(in: scratch)
        let locked = store.content
        #expect(throws: ArchiveError.yearLocked(year: SampleArchive.year)) {
            try store.commit(locked.edited("Ritocco"))
        }
        var figure = locked
        let cell = try #require(
            locked.services.services[0].outputs.firstIndex { $0.values[SampleArchive.year] != nil })
        figure.services.services[0].outputs[cell].values[SampleArchive.year] = ReportedValue(reading: "1")
        #expect(throws: ArchiveError.yearLocked(year: SampleArchive.year)) { try store.commit(figure) }
        var without = locked
        without.projects[SampleArchive.year] = nil
        #expect(throws: ArchiveError.yearLocked(year: SampleArchive.year)) { try store.commit(without) }
        store.close()
        #expect(try ArchiveStore.open(at: scratch.archive).content == locked)
    }

    @Test func otherYearsAndTheOrganisationGoOn() throws {
        let scratch = try Scratch()
        let store = try YearLockTests.locked(in: scratch)
        var content = store.content
        content.plans[2030] = Plan(id: UUID(naming: ["2030"]), year: 2030)
        content.services.services[0].outputs[0].values[2030] = ReportedValue(reading: "12")
        content.services.services[0].remarks = "Nuova nota"
        content.municipality.profile.rollUp = .weighted
        try store.commit(content)
        #expect(content.profile(of: SampleArchive.year).rollUp == .mean)
        #expect(content.profile(of: 2030).rollUp == .weighted)
    }

    @Test func anUnlockedYearChangesAgain() throws {
        let scratch = try Scratch()
        let store = try YearLockTests.locked(in: scratch)
        var content = store.content
        content.municipality.locks = []
        try store.commit(content)
        try store.commit(content.edited("Ritocco"))
    }

    /// The sample with its year locked.
    private static func locked(in scratch: Scratch) throws -> ArchiveStore {
        let store = try ArchiveStore.sample(in: scratch)
        var content = store.content
        content.municipality.locks = [
            YearLock(
                id: UUID(naming: ["lock"]), year: SampleArchive.year, reason: "Approvata", author: "test",
                date: .earliest, profile: content.municipality.profile)
        ]
        try store.commit(content)
        return store
    }
}
