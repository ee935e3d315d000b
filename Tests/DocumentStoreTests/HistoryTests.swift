import Foundation
import Model
import Sample
import Testing

@testable import DocumentStore

@Suite struct HistoryTests {
    @Test func aChangeIsKeptWithWhoWhenWhatBeforeAndAfter() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        var content = store.content
        let objective = try #require(content.plans[SampleArchive.year]?.lines[0].objectives[0])
        let line = try #require(content.plans[SampleArchive.year]?.lines[0])
        content.plans[SampleArchive.year]?.lines[0].objectives[0].note = "Nota nuova"
        try store.commit(content, summary: "Nota", author: "b.verdi", at: moment)
        let entry = try #require(try store.history(of: .plan(SampleArchive.year)).last)
        #expect(entry.number == 2)
        #expect(entry.author == "b.verdi")
        #expect(entry.summary == "Nota")
        #expect(entry.date == moment)
        #expect(
            entry.changes == [
                TreeChange(
                    kind: .value,
                    path: ["lines", line.id.uuidString, "objectives", objective.id.uuidString, "note"],
                    before: .string(objective.note), after: .string("Nota nuova"))
            ])
    }

    @Test func openingReplaysWhatTheDocumentLacks() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let old = try scratch.text("documents/piano-2025.json")
        var content = store.content
        content.plans[SampleArchive.year]?.lines.swapAt(0, 1)
        content.plans[SampleArchive.year]?.lines[0].objectives.removeLast()
        content.plans[SampleArchive.year]?.lines[1].objectives.append(
            Objective(id: UUID(naming: ["new"]), title: "Nuovo"))
        try store.commit(content)
        try store.commit(content.edited("Ancora"))
        store.close()
        let new = try scratch.text("documents/piano-2025.json")
        try scratch.write(old, to: "documents/piano-2025.json")
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.content == content.edited("Ancora"))
        #expect(try scratch.text("documents/piano-2025.json") == new)
    }

    @Test func aLostDocumentIsBuiltAnewFromItsHistory() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        try store.commit(store.content.edited("Prima"))
        store.close()
        try FileManager.default.removeItem(at: scratch.url("documents/servizi.json"))
        #expect(try ArchiveStore.open(at: scratch.archive).content == store.content)
        #expect(scratch.names.contains("documents/servizi.json"))
    }

    @Test func aTornLastLineIsNoCommit() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        store.close()
        let whole = try scratch.text("history/servizi.jsonl")
        try scratch.write(whole + "{\"number\":2,\"changes\":[", to: "history/servizi.jsonl")
        #expect(try ArchiveStore.open(at: scratch.archive, mode: .readOnly).content == store.content)
        #expect(try ArchiveStore.open(at: scratch.archive).content == store.content)
        #expect(try scratch.text("history/servizi.jsonl") == whole)
    }

    @Test func aCommitThatReachedOneHistoryOfTwoIsNone() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        store.close()
        let old = try scratch.text("history/servizi.jsonl")
        try scratch.commitAndDie { $0.edited("A metà") }
        try scratch.write(old, to: "history/servizi.jsonl")
        #expect(
            try ArchiveStore.open(at: scratch.archive, mode: .readOnly).content == SampleArchive.content())
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.content == SampleArchive.content())
        try again.commit(again.content.edited("Di nuovo"))
        again.close()
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test func aFileChangedUnderUsIsNeverOverwritten() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let foreign = try scratch.text("documents/servizi.json").replacingOccurrences(of: "\n", with: " \n")
        try scratch.write(foreign, to: "documents/servizi.json")
        let path = scratch.url("documents/servizi.json").plainPathOfTest
        #expect(throws: ArchiveError.changedOutside(path: path)) {
            try store.commit(store.content.edited("Sopra"))
        }
        #expect(try scratch.text("documents/servizi.json") == foreign)
        store.close()
        #expect(throws: ArchiveError.changedOutside(path: path)) {
            _ = try ArchiveStore.open(at: scratch.archive)
        }
    }

    @Test func fieldsOfALaterVersionSurvive() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        store.close()
        // A later version commits through its history as well: made here by a new archive's first line.
        let other = try Scratch()
        try TestArchive.copy(scratch, to: other) { text in
            text.replacingOccurrences(of: "\"remarks\":", with: "\"rating\": {\"stars\": 4}, \"remarks\":")
        }
        let opened = try ArchiveStore.open(at: other.archive)
        #expect(opened.content == store.content)
        try opened.commit(opened.content.edited("Con stelle"))
        opened.close()
        let stars = try other.text("documents/servizi.json").components(separatedBy: "\"stars\": 4").count - 1
        #expect(stars == store.content.services.services.count)
        #expect(try ArchiveStore.verify(at: other.archive) == [])
    }
}

/// Archives whose files were written by a program that is not this one.
enum TestArchive {
    /// Copies an archive with its documents' texts changed, and histories that say so.
    static func copy(_ source: Scratch, to target: Scratch, changing change: (String) -> String) throws {
        for folder in ["documents", "history"] {
            try FileManager.default.createDirectory(at: target.url(folder), withIntermediateDirectories: true)
        }
        try target.write(try source.text("archive.json"), to: "archive.json")
        for name in ["ente", "piano-2025", "progetti-2025", "servizi"] {
            let text = try StrictJSON.text(Array(change(try source.text("documents/\(name).json")).utf8))
            let tree = try DocumentTree(file: text, path: "", library: nil).tree
            let bytes = tree.archiveText
            try target.write(String(decoding: bytes, as: UTF8.self), to: "documents/\(name).json")
            let line = try source.text("history/\(name).jsonl").prefix { $0 != "\n" }
            guard case .object(var members) = try StrictJSON.read(Array(line.utf8), deepest: 99) else {
                return
            }
            members["after"] = .string(Digest.sha256(bytes))
            members["changes"] = .array([
                .object(["kind": .string("value"), "path": .array([]), "after": tree])
            ])
            members["digest"] = nil
            members["digest"] = .string(Digest.sha256(JSONValue.object(members).lineText))
            let text2 = String(decoding: JSONValue.object(members).lineText, as: UTF8.self) + "\n"
            try target.write(text2, to: "history/\(name).jsonl")
        }
    }
}
