import Foundation
import Model
import Testing

@testable import DocumentStore

/// Restores, of an archive that opens and of one that does not.
@Suite struct RestoreTests {
    @Test func aRestoreIsOneChangeThatAnUndoTakesBack() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        let old = store.content
        let backup = try store.backUp(author: "test", at: moment)
        var new = old.edited("Dopo la copia")
        new.plans[2031] = Plan(id: UUID(), year: 2031)
        new.projects = [:]
        try store.commit(new)
        let receipt = try store.restore(
            from: backup.name, summary: "Ripristino", author: "segreteria", at: moment)
        #expect(store.content == old)
        let commit = try #require(try store.timeline().commits.last)
        #expect(commit.id == receipt.commit)
        #expect(commit.origin == .restore(from: backup.name))
        #expect(commit.author == "segreteria")
        #expect(try store.content(before: commit.id) == new)
        store.close()
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.content == old)
        #expect(UndoStacks(try again.timeline()).done.last?.id == commit.id)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
        let reasons = ArchiveStore.backups(at: scratch.archive).map(\.reason)
        #expect(Set(reasons) == [.byHand, .beforeRestore])
    }

    @Test func fieldsThatNobodyKnowsComeBackToo() throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        try scratch.addUnknownField("altro", to: .services)
        let store = try ArchiveStore.open(at: scratch.archive)
        let backup = try store.backUp(author: "test", at: moment)
        let old = store.content
        var new = old.edited("Dopo")
        new.services.services = []
        try store.commit(new)
        try store.restore(from: backup.name, summary: "Ripristino", author: "test", at: moment)
        store.close()
        #expect(try scratch.text("documents/servizi.json").contains("altro"))
        #expect(try ArchiveStore.open(at: scratch.archive).content == old)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test(arguments: ["documents/ente.json", "history/servizi.jsonl", "archive.json", "attachments/a.pdf"])
    func aBackupThatChangedIsRefusedWithItsFirstBadPlace(file: String) throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        try scratch.put("atto", at: "attachments/a.pdf")
        let backup = try store.backUp(author: "test", at: moment)
        let path = "backups/\(backup.name)/\(file)"
        let text = try scratch.text(path)
        // One byte, the same length.
        try scratch.write(String(text.dropLast()) + (text.last == "\n" ? " " : "x"), to: path)
        let new = store.content.edited("Dopo")
        try store.commit(new)
        let expected = ArchiveError.backup(.changed(path: scratch.url(path).plainPathOfTest))
        #expect(throws: expected) {
            try store.restore(from: backup.name, summary: "x", author: "test", at: moment)
        }
        #expect(store.content == new)
        store.close()
        #expect(throws: expected) {
            try ArchiveStore.restoreDamaged(at: scratch.archive, from: backup.name, at: moment)
        }
        #expect(try ArchiveStore.open(at: scratch.archive).content == new)
        #expect(ArchiveStore.backups(at: scratch.archive).map(\.reason) == [.byHand])
    }

    @Test func aManifestThatLeadsOutOfTheBackupIsRefused() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let backup = try store.backUp(author: "test", at: moment)
        store.close()
        let path = "backups/\(backup.name)/backup.json"
        let text = try scratch.text(path)
        for bad in [
            "../archive.json", "/etc/passwd", "documents/../../lock", "backups/x", "lock", "documents//a",
        ] {
            try scratch.write(
                text.replacingOccurrences(of: "\"documents/ente.json\"", with: "\"\(bad)\""), to: path)
            #expect(ArchiveStore.backups(at: scratch.archive).allSatisfy { !$0.isWhole }, "\(bad)")
            #expect(
                throws: ArchiveError.backup(.unreadable(path: scratch.url(path).plainPathOfTest)), "\(bad)"
            ) {
                try ArchiveStore.restoreDamaged(at: scratch.archive, from: backup.name, at: moment)
            }
        }
    }

    @Test func aBackupOfAnotherArchiveIsRefused() throws {
        let scratch = try Scratch(), other = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let backup = try ArchiveStore.small(in: other).backUp(author: "test", at: moment)
        try FileManager.default.createDirectory(at: scratch.url("backups"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            at: other.url("backups/\(backup.name)"), to: scratch.url("backups/\(backup.name)"))
        let path = scratch.url("backups/\(backup.name)").plainPathOfTest
        #expect(throws: ArchiveError.backup(.ofAnother(path: path))) {
            try store.restore(from: backup.name, summary: "x", author: "test", at: moment)
        }
    }

    @Test(arguments: [
        ["archive.json"], ["documents/servizi.json", "history/servizi.jsonl"], ["history/ente.jsonl"],
    ])
    func whatIsDamagedIsSetAsideAndTheBackupTakesItsPlace(damaged: [String]) throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let old = store.content
        let backup = try store.backUp(author: "test", at: moment)
        try store.commit(old.edited("Dopo la copia"))
        store.close()
        for path in damaged { try scratch.write("rotto", to: path) }
        #expect(throws: ArchiveError.self) { try ArchiveStore.open(at: scratch.archive) }
        let aside = try ArchiveStore.restoreDamaged(at: scratch.archive, from: backup.name, at: moment)
        #expect(aside == "2026-09-21T14-13-20-danneggiato")
        for path in damaged { #expect(try scratch.text("backups/\(aside)/\(path)") == "rotto") }
        let plan = try scratch.text("backups/\(aside)/documents/piano-2025.json")
        #expect(plan.contains("Dopo la copia"))
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.access == .readWrite)
        #expect(again.content == old)
        try again.commit(old.edited("E avanti"))
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
        let list = ArchiveStore.backups(at: scratch.archive)
        #expect(list.first { $0.name == aside }?.reason == .damaged)
        #expect(list.first { $0.name == aside }?.isWhole == false)
        #expect(throws: ArchiveError.self) {
            try again.restore(from: aside, summary: "x", author: "test", at: moment)
        }
    }

    @Test func anArchiveThatLostItsHeaderIsRestored() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let old = store.content
        let backup = try store.backUp(author: "test", at: moment)
        store.close()
        try FileManager.default.removeItem(at: scratch.url("archive.json"))
        try FileManager.default.removeItem(at: scratch.url("documents"))
        try ArchiveStore.restoreDamaged(at: scratch.archive, from: backup.name, at: moment)
        #expect(try ArchiveStore.open(at: scratch.archive).content == old)
    }

    @Test func whoHasItOpenIsNotRobbedOfIt() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let backup = try store.backUp(author: "test", at: moment)
        #expect(throws: ArchiveError.readOnly(.heldBy(.current))) {
            try ArchiveStore.restoreDamaged(at: scratch.archive, from: backup.name, at: moment)
        }
    }

    @Test func aRestoreThatWouldChangeALockedYearIsRefused() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let backup = try store.backUp(author: "test", at: moment)
        var new = store.content.edited("Approvato")
        let lock = YearLock(
            id: UUID(), year: 2025, reason: "r", author: "a", date: .earliest,
            profile: new.municipality.profile)
        new.municipality.locks = [lock]
        try store.commit(new)
        #expect(throws: ArchiveError.yearLocked(year: 2025)) {
            try store.restore(from: backup.name, summary: "x", author: "test", at: moment)
        }
        try store.commit(new.edited("Approvato"), "Unchanged")
        #expect(store.content == new)
    }
}

extension Scratch {
    /// Puts a member that no program knows into a new document and its history, as a later version would.
    func addUnknownField(_ name: String, to document: DocumentName) throws {
        let path = "documents/\(document.text).json", history = "history/\(document.text).jsonl"
        let known = try StrictJSON.text(Array(text(path).utf8))
        let tree = try DocumentTree(file: known, path: path, library: nil).tree
        guard case .object(var members) = tree else { throw CocoaError(.fileReadCorruptFile) }
        members[name] = .string("x")
        let bytes = JSONValue.object(members).archiveText
        var line = try StrictJSON.read(Array(text(history).prefix { $0 != "\n" }.utf8), deepest: 99)
        guard case .object(var entry) = line, case .array(var changes) = entry["changes"],
            case .object(var change) = changes.first
        else { throw CocoaError(.fileReadCorruptFile) }
        change["after"] = .object(members)
        changes[0] = .object(change)
        entry["changes"] = .array(changes)
        entry["after"] = .string(Digest.sha256(bytes))
        entry["digest"] = nil
        entry["digest"] = .string(Digest.sha256(JSONValue.object(entry).lineText))
        line = .object(entry)
        try write(String(decoding: bytes, as: UTF8.self), to: path)
        try write(String(decoding: line.lineText, as: UTF8.self) + "\n", to: history)
    }
}
