import DocumentStore
import Foundation
import Model
import Sample
import Testing

/// Clocks of office PCs are wrong: an empty battery sets them years back.
@Suite struct ClockTests {
    @Test func aClockThatWasSetBackLosesNoCommit() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let old = try scratch.text("documents/servizi.json")
        try store.commit(store.content.edited("Prima"))
        var content = store.content
        let years = [-6.0, -20, 3]
        for (index, year) in years.enumerated() {
            content.plans[SampleArchive.year]?.lines[0].objectives[0].note = "Giro \(index)"
            try store.commit(
                content, summary: "Clock", author: "test",
                at: moment.addingTimeInterval(year * 365 * 86_400))
        }
        store.close()
        // The services' last commit also changed the plan, whose later lines are older by their date.
        try scratch.write(old, to: "documents/servizi.json")
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.content == content)
        again.close()
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }
}
