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
        var old = try ArchiveStore.open(at: scratch.archive, mode: .readOnly).content
        var outcomes: Set<String> = []
        let disk = FaultyDisk()
        var number = 0
        repeat {
            number += 1
            disk.arm(nil)
            let store = try ArchiveStore.open(at: scratch.archive, files: disk.files)
            let new = old.edited("Giro \(number)")
            disk.arm(number, stays: killed)
            let saved = (try? store.commit(new, summary: "Round", author: "test", at: moment)) != nil
            store.close()
            let again = try ArchiveStore.open(at: scratch.archive)
            #expect(again.access == .readWrite)
            #expect(again.content == new || again.content == old, "call \(number)")
            if saved { #expect(again.content == new, "call \(number)") }
            outcomes.insert(again.content == new ? "new" : "old")
            old = again.content
            again.close()
            #expect(!scratch.names.contains { $0.hasSuffix(".tmp") }, "call \(number)")
            #expect(try ArchiveStore.verify(at: scratch.archive) == [], "call \(number)")
        } while disk.hasFailed
        #expect(number > 30)
        #expect(outcomes == ["new", "old"])
    }

    @Test(arguments: [false, true]) func aCommitThatBringsTextsIsAllOrNothingAtEachCall(killed: Bool) throws {
        let template = try Scratch()
        try ArchiveStore.small(in: template).close()
        let old = try ArchiveStore.open(at: template.archive, mode: .readOnly).content
        var new = old
        new.services.services[0].sources["name"] = Source(file: "f.txt", line: 3, text: "riga")
        var outcomes: Set<String> = []
        let disk = FaultyDisk()
        var number = 0
        repeat {
            number += 1
            let scratch = try template.copy()
            disk.arm(nil)
            let store = try ArchiveStore.open(at: scratch.archive, files: disk.files)
            disk.arm(number, stays: killed)
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
        } while disk.hasFailed
        #expect(number > 30)
        #expect(outcomes == ["new", "old"])
    }

    @Test(arguments: [EIO, ENOSPC]) func afterAFailureTheOpenArchiveGoesOn(code: Int32) throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        let disk = FaultyDisk(code: code)
        var number = 0
        repeat {
            number += 1
            disk.arm(nil)
            let store = try ArchiveStore.open(at: scratch.archive, files: disk.files)
            let first = store.content.edited("Primo \(number)")
            disk.arm(number)
            let saved = (try? store.commit(first, summary: "First", author: "test", at: moment)) != nil
            #expect(saved == (store.content == first), "call \(number)")
            let hasFailed = disk.hasFailed
            disk.arm(nil)
            let second = first.edited("Secondo \(number)")
            try store.commit(second)
            store.close()
            let again = try ArchiveStore.open(at: scratch.archive)
            #expect(again.content == second, "call \(number)")
            again.close()
            #expect(try ArchiveStore.verify(at: scratch.archive) == [], "call \(number)")
            if !hasFailed { break }
        } while true
        // A commit makes few calls; fewer than these would mean that faults were not thrown.
        #expect(number > 15)
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
