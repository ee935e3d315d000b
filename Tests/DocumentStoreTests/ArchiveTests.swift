import DocumentStore
import Foundation
import Model
import Sample
import Testing

@Suite struct ArchiveTests {
    @Test func whatIsCommittedIsReadAgain() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let edited = store.content.edited("Rivisto")
        try store.commit(edited)
        store.close()
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.content == edited)
        #expect(again.access == .readWrite)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test func theFolderHoldsTheNamedFilesAndNothingElse() throws {
        let scratch = try Scratch()
        try ArchiveStore.sample(in: scratch).close()
        #expect(
            scratch.names == [
                "archive.json", "documents", "documents/ente.json", "documents/piano-2025.json",
                "documents/progetti-2025.json", "documents/servizi.json", "history", "history/ente.jsonl",
                "history/piano-2025.jsonl", "history/progetti-2025.jsonl", "history/servizi.jsonl",
            ])
    }

    @Test func documentsAreSortedJSONWithTwoSpaces() throws {
        let scratch = try Scratch()
        _ = try ArchiveStore.sample(in: scratch)
        let text = try scratch.text("archive.json")
        #expect(text.hasPrefix("{\n  \"format\": 4,\n  \"id\": \""))
        #expect(text.hasSuffix("\"\n}\n"))
    }

    @Test func aCommitWithoutADifferenceWritesNothing() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let before = try scratch.text("history/ente.jsonl")
        let receipt = try store.commit(store.content, summary: "Nothing", author: "test", at: moment)
        #expect(receipt.commit == nil)
        #expect(receipt.documents == [])
        #expect(try scratch.text("history/ente.jsonl") == before)
    }

    @Test func onlyTheChangedDocumentIsWritten() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        var content = store.content
        content.services.services[0].remarks = "Solo qui"
        let receipt = try store.commit(content, summary: "One", author: "test", at: moment)
        #expect(receipt.documents == [.services])
    }

    @Test func aPlanTakenAwayLeavesItsHistory() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        var content = store.content
        let plan = content.plans.removeValue(forKey: SampleArchive.year)
        try store.commit(content)
        #expect(store.checkpoint() == [])
        #expect(!scratch.names.contains("documents/piano-2025.json"))
        #expect(scratch.names.contains("history/piano-2025.jsonl"))
        content.plans[SampleArchive.year] = plan
        try store.commit(content)
        store.close()
        #expect(try ArchiveStore.open(at: scratch.archive).content == content)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test func aPlanUnderAnotherYearIsRefused() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        var content = store.content
        content.plans[2030] = content.plans[SampleArchive.year]
        #expect(throws: ArchiveError.self) { try store.commit(content) }
        #expect(store.content.plans[2030] == nil)
    }

    @Test func anArchiveIsNotMadeWhereSomethingStands() throws {
        let scratch = try Scratch()
        try FileManager.default.createDirectory(at: scratch.archive, withIntermediateDirectories: true)
        try scratch.write("mine", to: "letter.txt")
        #expect(throws: ArchiveError.folderNotEmpty(folder: scratch.archive.plainPathOfTest)) {
            _ = try ArchiveStore.sample(in: scratch)
        }
        #expect(scratch.names == ["letter.txt"])
    }

    @Test func aFolderWithoutArchiveIsToldAndLeftAlone() throws {
        let scratch = try Scratch()
        #expect(throws: ArchiveError.notAnArchive(folder: scratch.archive.plainPathOfTest)) {
            _ = try ArchiveStore.open(at: scratch.archive)
        }
        try FileManager.default.createDirectory(at: scratch.archive, withIntermediateDirectories: true)
        #expect(throws: ArchiveError.notAnArchive(folder: scratch.archive.plainPathOfTest)) {
            _ = try ArchiveStore.open(at: scratch.archive)
        }
        #expect(scratch.names == [])
    }

    @Test func aNewerFormatIsRefusedWithBothVersions() throws {
        let scratch = try Scratch()
        try ArchiveStore.sample(in: scratch).close()
        let text = try scratch.text("archive.json")
        try scratch.write(
            text.replacingOccurrences(of: "\"format\": 4", with: "\"format\": 7"), to: "archive.json")
        #expect(throws: ArchiveError.newerFormat(found: 7, supported: 4)) {
            _ = try ArchiveStore.open(at: scratch.archive)
        }
    }

    @Test func theMunicipalitysNewNameReachesTheHeader() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        var content = store.content
        content.municipality.name = "Comune di Prova"
        try store.commit(content)
        #expect(store.checkpoint() == [])
        #expect(try scratch.text("archive.json").contains("Comune di Prova"))
    }
}
