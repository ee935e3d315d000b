import Foundation
import Model
import Sample
import Testing

@testable import DocumentStore

/// Commits write a line and nothing else; the documents' files follow when the hands rest.
@Suite struct CheckpointTests {
    private let paths = ["documents/piano-2025.json", "documents/servizi.json"]

    @Test func aCommitWritesItsLinesAndNothingElse() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let documents = try paths.map { try scratch.text($0) }
        let names = scratch.names
        let history = try scratch.text("history/servizi.jsonl")
        try store.commit(store.content.edited("Una riga"))
        #expect(try paths.map { try scratch.text($0) } == documents)
        #expect(scratch.names == names)
        let added = try scratch.text("history/servizi.jsonl").dropFirst(history.count)
        #expect(added.count { $0 == "\n" } == 1)
        #expect(store.checkpoint() == [])
        #expect(try paths.allSatisfy { try scratch.text($0).contains("Una riga") })
        #expect(try ArchiveStore.open(at: scratch.archive, mode: .readOnly).content == store.content)
        store.close()
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test func whatWasNotCheckpointedIsReplayedFromTheTail() throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        for word in ["Uno", "Due"] { try scratch.commitAndDie { $0.edited(word) } }
        let old = try scratch.text("documents/servizi.json")
        let read = try ArchiveStore.open(at: scratch.archive, mode: .readOnly)
        #expect(read.content.services.services[0].remarks == "Due")
        #expect(try scratch.text("documents/servizi.json") == old)
        try ArchiveStore.open(at: scratch.archive).close()
        #expect(try scratch.text("documents/servizi.json").contains("Due"))
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test(arguments: [false, true]) func aCheckpointIsAllOrNothingAtEachCall(killed: Bool) throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        let disk = FaultyDisk()
        var number = 0, failed = 0
        repeat {
            number += 1
            disk.arm(nil)
            let store = try ArchiveStore.open(at: scratch.archive, files: disk.files)
            let content = store.content.edited("Giro \(number)")
            try store.commit(content)
            disk.arm(number, stays: killed)
            if !store.checkpoint().isEmpty { failed += 1 }
            let hasFailed = disk.hasFailed
            if killed {
                store.close()
            } else {
                // Whatever failed, the work goes on.
                disk.arm(nil)
                try store.commit(content.edited("Dopo \(number)"))
                try store.commit(content)
                #expect(store.checkpoint() == [], "call \(number)")
                store.close()
            }
            let again = try ArchiveStore.open(at: scratch.archive)
            #expect(again.content == content, "call \(number)")
            again.close()
            #expect(!scratch.names.contains { $0.hasSuffix(".tmp") }, "call \(number)")
            #expect(try ArchiveStore.verify(at: scratch.archive) == [], "call \(number)")
            if !hasFailed { break }
        } while true
        #expect(number > 20 && failed > 10)
    }

    @Test func theFileOfAnyCheckpointLeadsToTheLastCommit() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        var files = [try scratch.text("documents/servizi.json")]
        for word in ["Uno", "Due", "Tre"] {
            try store.commit(store.content.edited(word))
            #expect(store.checkpoint() == [])
            files.append(try scratch.text("documents/servizi.json"))
        }
        store.close()
        for text in files {
            try scratch.write(text, to: "documents/servizi.json")
            #expect(try ArchiveStore.open(at: scratch.archive, mode: .readOnly).content == store.content)
        }
    }

    @Test(arguments: [1, 40, 200]) func aTornCheckpointLineIsCutOff(kept: Int) throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        try scratch.commitAndDie { $0.edited("Prima") }
        let before = try scratch.text("history/servizi.jsonl")
        let old = try scratch.text("documents/servizi.json")
        try ArchiveStore.open(at: scratch.archive).close()
        let line = try scratch.text("history/servizi.jsonl").dropFirst(before.count)
        try scratch.write(old, to: "documents/servizi.json")
        try scratch.write(before + line.prefix(kept), to: "history/servizi.jsonl")
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.content.services.services[0].remarks == "Prima")
        again.close()
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test func aLongHistoryIsReadFromItsEnd() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        for number in 0..<300 {
            try store.commit(store.content.edited(String(repeating: "parola \(number) ", count: 40)))
        }
        store.close()
        let path = scratch.url("history/servizi.jsonl").plainPathOfTest
        #expect(try Data(contentsOf: scratch.url("history/servizi.jsonl")).count > 1 << 18)
        var tail = try HistoryFile(path: path, tailFrom: .disk)
        let whole = HistoryFile(path: path, bytes: Array(try Data(contentsOf: scratch.url("history/servizi.jsonl"))))
        #expect(tail.lines.count < whole.lines.count)
        #expect(tail.length == whole.length)
        var lines: [HistoryLine] = []
        try tail.visitFromEnd { line, _ in
            lines.append(line)
            return false
        }
        #expect(try lines.reversed() == whole.lines.indices.map { try whole.line($0) })
        // A line in the middle that does not hold is told with its own number, wherever the reading began.
        try scratch.write(
            scratch.text("history/servizi.jsonl").replacingOccurrences(of: "parola 150 ", with: "parola 15O "),
            to: "history/servizi.jsonl")
        #expect(try ArchiveStore.open(at: scratch.archive, mode: .readOnly).content == store.content)
        guard case .historyBroken(_, let line, .digest) = try ArchiveStore.verify(at: scratch.archive).first
        else {
            Issue.record("the altered line was not found")
            return
        }
        #expect((150...160).contains(line))
        // The line after it, which says what stood before, was altered with it.
        #expect(throws: ArchiveError.historyBroken(path: path, line: line + 1, .digest)) {
            var file = try HistoryFile(path: path, tailFrom: .disk)
            try file.visitFromEnd { _, _ in false }
        }
    }

    @Test func anOlderCopyOfAHistoryIsMissedByTheOthers() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let copies = ["documents/piano-2025.json", "history/piano-2025.jsonl"]
        let old = try copies.map { try scratch.text($0) }
        try store.commit(store.content.edited("Uno"))
        store.close()
        for (path, text) in zip(copies, old) { try scratch.write(text, to: path) }
        let path = scratch.url("history/piano-2025.jsonl").plainPathOfTest
        #expect(throws: ArchiveError.changedOutside(path: path)) {
            _ = try ArchiveStore.open(at: scratch.archive)
        }
    }

    @Test func aBackupOfAHistoryThatDoesNotHoldIsNotMade() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        for word in ["Uno", "Due", "Tre"] {
            try store.commit(store.content.edited(word))
            store.checkpoint()
        }
        let path = "history/servizi.jsonl"
        let text = try scratch.text(path).replacingOccurrences(of: "\"Uno\"", with: "\"Uni\"")
        try scratch.write(text, to: path)
        let receipt = store.backUpIfDue(author: "test", at: moment)
        #expect(receipt.made == nil)
        guard case .historyBroken(_, let line, .digest)? = receipt.failures.first else {
            Issue.record("\(receipt)")
            return
        }
        #expect(line == 3)
        #expect(ArchiveStore.backups(at: scratch.archive) == [])
    }

    @Test func changesOfValuesAreThoseOfTheTrees() throws {
        for seed in 0..<60 {
            var office = RandomOffice(seed: seed)
            let old = office.content()
            var new = old
            for _ in 0..<(1 + seed % 12) { office.edit(&new) }
            for name in Set(old.documents).union(new.documents) {
                let changes = DecodedDocument.changes(
                    from: DecodedDocument(name, in: old), to: DecodedDocument(name, in: new), unknown: .none)
                #expect(changes == TreeChange.between(old.tree(of: name), new.tree(of: name)), "seed \(seed)")
                #expect(
                    try JSONValue.applying(changes, to: old.tree(of: name)) == new.tree(of: name), "seed \(seed)")
            }
        }
    }
}
