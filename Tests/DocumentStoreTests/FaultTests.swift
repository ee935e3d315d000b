import DocumentStore
import Foundation
import Glibc
import Model
import Testing

/// Fails the 1st, 2nd, … call of an operation until it succeeds, and looks each time at what is left.
@Suite struct FaultTests {
    @Test(arguments: [false, true]) func aCommitIsAllOrNothingAtEachCall(killed: Bool) throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        // Round after round in one archive, which goes on from whatever the last one left.
        try expectAllOrNothing(killed: killed, in: { scratch }) { $0.edited("Giro \($1)") }
    }

    @Test(arguments: [false, true]) func aCommitThatBringsTextsIsAllOrNothingAtEachCall(killed: Bool) throws {
        let template = try Scratch()
        try ArchiveStore.small(in: template).close()
        // Texts that are there already would not be written again.
        try expectAllOrNothing(killed: killed, in: { try template.copy() }) { old, _ in
            var new = old
            new.services.services[0].sources["name"] = Source(file: "f.txt", line: 3, text: "riga")
            return new
        }
    }

    /// Fails each call of a commit in turn: each round in the archive that it is given, with a change of its own.
    private func expectAllOrNothing(
        killed: Bool, in archive: () throws -> Scratch, _ change: (ArchiveContent, Int) -> ArchiveContent
    ) throws {
        var outcomes: Set<String> = []
        let rounds = try FaultyDisk().rounds(in: archive, stays: killed) { number, scratch, store in
            let old = store.content
            let new = change(old, number)
            let saved = (try? store.commit(new, summary: "Round", author: "test", at: moment)) != nil
            store.close()
            let again = try ArchiveStore.open(at: scratch.archive)
            #expect(again.access == .readWrite)
            #expect(again.content == new || again.content == old, "call \(number)")
            if saved { #expect(again.content == new, "call \(number)") }
            outcomes.insert(again.content == new ? "new" : "old")
            again.close()
            #expect(!scratch.names.contains { $0.hasSuffix(".tmp") }, "call \(number)")
            #expect(try ArchiveStore.verify(at: scratch.archive) == [], "call \(number)")
        }
        #expect(rounds > 30)
        #expect(outcomes == ["new", "old"])
    }

    @Test(arguments: [EIO, ENOSPC]) func afterAFailureTheOpenArchiveGoesOn(code: Int32) throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        let disk = FaultyDisk(code: code)
        let rounds = try disk.rounds(in: { scratch }) { number, scratch, store in
            let first = store.content.edited("Primo \(number)")
            let saved = (try? store.commit(first, summary: "First", author: "test", at: moment)) != nil
            #expect(saved == (store.content == first), "call \(number)")
            disk.arm(nil)
            let second = first.edited("Secondo \(number)")
            try store.commit(second)
            store.close()
            let again = try ArchiveStore.open(at: scratch.archive)
            #expect(again.content == second, "call \(number)")
            again.close()
            #expect(try ArchiveStore.verify(at: scratch.archive) == [], "call \(number)")
        }
        // A commit makes few calls; fewer than these would mean that faults were not thrown.
        #expect(rounds > 15)
    }

    @Test(arguments: [false, true]) func aCreationIsAllOrNothingAtEachCall(killed: Bool) throws {
        var number = 0
        while true {
            number += 1
            let scratch = try Scratch()
            let disk = FaultyDisk()
            disk.arm(number, stays: killed)
            let store = try? ArchiveStore.small(in: scratch, files: disk.files)
            store?.close()
            do {
                try ArchiveStore.open(at: scratch.archive).close()
            } catch ArchiveError.notAnArchive {
                #expect(store == nil)
                try ArchiveStore.small(in: scratch).close()
            }
            #expect(try ArchiveStore.verify(at: scratch.archive) == [], "call \(number)")
            if !disk.hasFailed { break }
        }
        #expect(number > 40)
    }

    @Test(arguments: [false, true]) func anOpeningThatRepairsCanFailAtEachCall(killed: Bool) throws {
        let template = try Scratch()
        let store = try ArchiveStore.small(in: template)
        let paths = ["documents/piano-2025.json", "documents/servizi.json"]
        let old = try paths.map { try template.text($0) }
        let content = store.content.edited("Da riportare")
        try store.commit(content)
        store.close()
        for (path, text) in zip(paths, old) { try template.write(text, to: path) }
        var number = 0
        while true {
            number += 1
            let scratch = try template.copy()
            try scratch.write("half", to: "documents/.barometro-servizi.json.1.tmp")
            let disk = FaultyDisk()
            disk.arm(number, stays: killed)
            if let opened = try? ArchiveStore.open(at: scratch.archive, files: disk.files) {
                #expect(opened.content == content, "call \(number)")
                opened.close()
            }
            let again = try ArchiveStore.open(at: scratch.archive)
            #expect(again.content == content, "call \(number)")
            again.close()
            #expect(try ArchiveStore.verify(at: scratch.archive) == [], "call \(number)")
            if !disk.hasFailed { break }
        }
        #expect(number > 40)
    }
}
