import DocumentStore
import Foundation
import Glibc
import Model
import Sample
import Testing

/// Files that are cut, lost, grown or replaced by something else: repaired or told, never a crash, never a silent loss.
@Suite struct DamageTests {
    private let documents = ["documents/ente.json", "documents/piano-2025.json", "documents/servizi.json"]
    private let histories = ["history/ente.jsonl", "history/piano-2025.jsonl", "history/servizi.jsonl"]

    /// Every byte of a last line where `BAROMETRO_LONG` is set, else every ninth.
    private let step = ProcessInfo.processInfo.environment["BAROMETRO_LONG"] == nil ? 9 : 1

    /// A small archive with two commits beyond its creation, closed; gives its content.
    private func archive(in scratch: Scratch) throws -> ArchiveContent {
        let store = try ArchiveStore.small(in: scratch)
        try store.commit(store.content.edited("Uno"))
        try store.commit(store.content.edited("Due"))
        store.close()
        return store.content
    }

    /// Why the archive does not open; nil where it does.
    private func refusal(_ scratch: Scratch) -> ArchiveError? {
        do throws(ArchiveError) {
            _ = try ArchiveStore.open(at: scratch.archive)
            return nil
        } catch {
            return error
        }
    }

    private func bytes(_ path: String, _ scratch: Scratch) throws -> Data {
        try Data(contentsOf: scratch.url(path))
    }

    @Test func aHistoryCutAtAnyLengthIsRepairedOrRefused() throws {
        let scratch = try Scratch()
        let content = try archive(in: scratch)
        let path = "history/servizi.jsonl"
        let whole = try bytes(path, scratch)
        let lastLine = try #require(whole.dropLast().lastIndex(of: 0x0A))
        let lengths =
            Array(stride(from: 0, to: lastLine, by: 97)) + [lastLine]
            + stride(from: lastLine + 1, to: whole.count, by: step)
        for length in lengths {
            try whole.prefix(length).write(to: scratch.url(path))
            // The services' file is newer than what is left: that tells the cut.
            #expect(refusal(scratch) != nil, "\(length)")
            #expect(try ArchiveStore.verify(at: scratch.archive) != [], "\(length)")
            #expect(try bytes(path, scratch) == whole.prefix(length), "\(length)")
        }
        try whole.write(to: scratch.url(path))
        #expect(try ArchiveStore.open(at: scratch.archive).content == content)
    }

    @Test func aCommitTornAtAnyByteIsTakenBackWhole() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        try store.commit(store.content.edited("Uno"))
        let content = store.content
        store.close()
        let kept = try documents.map { try bytes($0, scratch) }
        let old = try bytes("history/servizi.jsonl", scratch)
        try scratch.commitAndDie { $0.edited("Due") }
        let plan = try bytes("history/piano-2025.jsonl", scratch)
        let new = try bytes("history/servizi.jsonl", scratch)
        for length in Array(stride(from: old.count, to: new.count, by: step)) + [new.count - 1] {
            for (path, text) in zip(documents, kept) { try text.write(to: scratch.url(path)) }
            try plan.write(to: scratch.url("history/piano-2025.jsonl"))
            try new.prefix(length).write(to: scratch.url("history/servizi.jsonl"))
            let again = try ArchiveStore.open(at: scratch.archive)
            #expect(again.content == content && again.access == .readWrite, "\(length)")
            again.close()
            #expect(try bytes("history/servizi.jsonl", scratch) == old, "\(length)")
        }
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test(arguments: ["\0\0\0\0", "{\"numb\0\0\0\0\0\n", "\0\n", "{\"number\":", "x"])
    func whatAPowerCutLeftAtTheEndIsCutOff(rest: String) throws {
        let scratch = try Scratch()
        let content = try archive(in: scratch)
        let whole = try scratch.text("history/servizi.jsonl")
        try scratch.write(whole + rest, to: "history/servizi.jsonl")
        let store = try ArchiveStore.open(at: scratch.archive)
        #expect(store.content == content)
        store.close()
        #expect(try scratch.text("history/servizi.jsonl") == whole)
    }

    @Test(arguments: ["foreign line\n", "{}\n", "\n", "\0\0\n{}\n"])
    func wholeLinesOfAnotherProgramAreRefusedWithTheirPlace(rest: String) throws {
        let scratch = try Scratch()
        _ = try archive(in: scratch)
        let text = try scratch.text("history/servizi.jsonl") + rest
        try scratch.write(text, to: "history/servizi.jsonl")
        guard case .historyBroken(let path, let line, .unreadable) = refusal(scratch) else {
            Issue.record("\(String(describing: refusal(scratch)))")
            return
        }
        #expect(path.hasSuffix("servizi.jsonl") && line >= 4)
        #expect(try scratch.text("history/servizi.jsonl") == text)
        #expect(try ArchiveStore.verify(at: scratch.archive) != [])
    }

    @Test func aLostHistoryIsNamed() throws {
        for path in ["history/ente.jsonl", "history/piano-2025.jsonl", "history/servizi.jsonl"] {
            let scratch = try Scratch()
            _ = try archive(in: scratch)
            try FileManager.default.removeItem(at: scratch.url(path))
            #expect(refusal(scratch) == .documentMissing(path: scratch.url(path).plainPathOfTest))
            #expect(try ArchiveStore.verify(at: scratch.archive) != [])
        }
    }

    @Test func aPlanLostWithItsHistoryIsMissed() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        var content = store.content
        content.services.services[0].remarks = "Dopo"
        content.municipality.name = "Altro Comune"
        try store.commit(content)
        content.services.services[0].remarks = "Dopo ancora"
        try store.commit(content)
        store.close()
        for path in ["documents/piano-2025.json", "history/piano-2025.jsonl"] {
            try FileManager.default.removeItem(at: scratch.url(path))
        }
        let lost = ArchiveError.documentMissing(path: scratch.url("history/piano-2025.jsonl").plainPathOfTest)
        #expect(refusal(scratch) == lost)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [lost])
    }

    @Test func anOlderCopyOfADocumentWithItsHistoryIsFoundByVerify() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let paths = ["documents/piano-2025.json", "history/piano-2025.jsonl"]
        let old = try paths.map { try bytes($0, scratch) }
        try store.commit(store.content.edited("Uno"))
        var content = store.content
        content.services.services[0].remarks = "Solo i servizi"
        try store.commit(content)
        store.close()
        for (path, text) in zip(paths, old) { try text.write(to: scratch.url(path)) }
        #expect(
            try ArchiveStore.verify(at: scratch.archive) == [
                .changedOutside(path: scratch.url("history/piano-2025.jsonl").plainPathOfTest)
            ])
    }

    @Test(arguments: [true, false]) func somethingElseInTheirPlaceIsTold(isFolder: Bool) throws {
        for path in documents + histories + ["archive.json"] {
            let scratch = try Scratch()
            _ = try archive(in: scratch)
            let place = scratch.url(path)
            try FileManager.default.removeItem(at: place)
            if isFolder {
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: false)
            } else {
                #expect(mkfifo(place.plainPathOfTest, 0o600) == 0)
            }
            #expect(refusal(scratch) == .notAFile(path: place.plainPathOfTest))
        }
    }

    @Test func aHistoryGrownUnderUsTakesNoLineOfOurs() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        for change in ["foreign\n", ""] {
            let path = "history/servizi.jsonl"
            let text = change.isEmpty ? "" : try scratch.text(path) + change
            try scratch.write(text, to: path)
            #expect(throws: ArchiveError.changedOutside(path: scratch.url(path).plainPathOfTest)) {
                try store.commit(store.content.edited("Sopra"))
            }
            #expect(try scratch.text(path) == text)
            #expect(try !scratch.text("history/piano-2025.jsonl").contains("Sopra"))
        }
    }
}
