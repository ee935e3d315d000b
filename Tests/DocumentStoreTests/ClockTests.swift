import DocumentStore
import Foundation
import Testing

/// Clocks that go wrong.
@Suite struct ClockTests {
    @Test func aCommitDatedBeforeTheOthersTakesNoneOfThemAway() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        var content = store.content
        content.services.services[0].remarks = "Con l'orologio indietro"
        let yearsBefore = moment.addingTimeInterval(-9e7)
        try store.commit(content, summary: "Change", author: "test", at: yearsBefore)
        store.close()
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.access == .readWrite)
        #expect(again.content == content)
        again.close()
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }
}
