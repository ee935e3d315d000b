import DocumentStore
import Foundation
import Glibc
import Model
import Testing

/// Fails the 1st, 2nd, … call of backups and restores until they succeed, and looks each time at what is left.
@Suite struct BackupFaultTests {
    /// One call fails for want of room, or the disk answers no more from then on.
    static let faults: [(stays: Bool, code: Int32)] = [(false, ENOSPC), (true, EIO)]

    /// What must hold after any fault: the archive opens with `contents`, it is whole, and so is each backup that says
    /// so; no temporary folder stays.
    private func check(_ scratch: Scratch, _ contents: [ArchiveContent], _ number: Int) throws
        -> ArchiveContent
    {
        let store = try ArchiveStore.open(at: scratch.archive)
        #expect(store.access == .readWrite, "call \(number)")
        #expect(contents.contains(store.content), "call \(number)")
        store.close()
        #expect(try ArchiveStore.verify(at: scratch.archive) == [], "call \(number)")
        for backup in ArchiveStore.backups(at: scratch.archive) where backup.reason != .damaged {
            #expect(backup.isWhole, "call \(number): \(backup.name)")
            #expect(throws: Never.self, "call \(number)") {
                try ArchiveStore.checkBackup(backup.name, at: scratch.archive)
            }
        }
        #expect(
            !scratch.names.contains { $0.hasSuffix(".tmp") || $0.contains(".barometro-") }, "call \(number)")
        return store.content
    }

    @Test(arguments: faults) func aBackupIsThereOrNot(stays: Bool, code: Int32) throws {
        let template = try Scratch()
        let content = try ArchiveStore.small(in: template).content
        let disk = FaultyDisk(code: code)
        var failures = 0
        let rounds = try disk.rounds(in: template.copy, stays: stays) { number, scratch, store in
            let receipt = store.backUpIfDue(author: "test", at: moment)
            if receipt.made == nil { failures += 1 }
            #expect(receipt.made != nil || !receipt.failures.isEmpty, "call \(number)")
            disk.arm(nil)
            // Whatever became of the backup, the work goes on.
            let new = content.edited("Avanti")
            try store.commit(new)
            store.close()
            _ = try check(scratch, [new], number)
            let list = ArchiveStore.backups(at: scratch.archive)
            if let made = receipt.made { #expect(list == [made], "call \(number)") }
            #expect(list.count <= 1, "call \(number)")
        }
        #expect(rounds > 60)
        #expect(failures > 50)
    }

    @Test(arguments: faults) func aPruneLeavesWholeBackupsOnly(stays: Bool, code: Int32) throws {
        let template = try Scratch()
        let rule = BackupRule(days: 1, weeks: 1, months: 1)
        let nextDay = moment.addingTimeInterval(86_400)
        let store = try ArchiveStore.small(in: template)
        let content = store.content
        let old = try #require(store.backUpIfDue(author: "test", at: moment).made)
        store.close()
        var outcomes: Set<Int> = []
        let disk = FaultyDisk(code: code)
        let rounds = try disk.rounds(in: template.copy, stays: stays) { number, scratch, store in
            let receipt = store.backUpIfDue(author: "test", at: nextDay, rule: rule)
            store.close()
            _ = try check(scratch, [content], number)
            let list = ArchiveStore.backups(at: scratch.archive)
            // The old one goes only once the new one is there.
            #expect(list.contains(old) || list.count == 1, "call \(number)")
            #expect(!list.isEmpty, "call \(number)")
            #expect(!receipt.pruned.contains(old) || !list.contains(old), "call \(number)")
            outcomes.insert(list.count)
        }
        #expect(rounds > 80)
        #expect(outcomes == [1, 2])
        #expect(ArchiveStore.backups(at: template.archive) == [old])
    }

    @Test(arguments: faults) func aRestoreByACommitIsAllOrNothing(stays: Bool, code: Int32) throws {
        let template = try Scratch()
        let store = try ArchiveStore.small(in: template)
        let old = store.content
        let backup = try store.backUp(author: "test", at: moment).name
        let new = old.edited("Dopo la copia")
        try store.commit(new)
        store.close()
        var outcomes: Set<String> = []
        let disk = FaultyDisk(code: code)
        let rounds = try disk.rounds(in: template.copy, stays: stays) { number, scratch, store in
            let restored = try? store.restore(from: backup, summary: "x", author: "test", at: moment)
            #expect((restored != nil) == (store.content == old), "call \(number)")
            store.close()
            let content = try check(scratch, restored == nil ? [old, new] : [old], number)
            outcomes.insert(content == old ? "restored" : "not")
        }
        #expect(rounds > 80)
        #expect(outcomes == ["restored", "not"])
    }

    /// A reader sees the damaged one, the restored one, or that it has to wait.
    private func outcomeForAReader(_ scratch: Scratch, old: ArchiveContent, plan: String) -> String {
        let read = Result { () throws(ArchiveError) in
            try ArchiveStore.open(at: scratch.archive, mode: .readOnly).content
        }
        switch read {
        case .success(let content): return content == old ? "restored" : "another content"
        case .failure(.backup(.unfinished)): return "between"
        case .failure(.changedOutside):
            let texts = ["ente", "piano-2025"].map { try? scratch.text("documents/\($0).json") }
            return texts == ["rotto", plan] ? "damaged" : "a mixture"
        case .failure(let error): return "\(error)"
        }
    }

    /// - Parameter repeats: a fault is followed by the same call; else by an opening.
    @Test(arguments: zip(faults, [false, true]))
    func aRestoreOfADamagedArchiveLosesNothing(fault: (stays: Bool, code: Int32), repeats: Bool) throws {
        let template = try Scratch()
        let store = try ArchiveStore.small(in: template)
        let old = store.content
        let backup = try store.backUp(author: "test", at: moment).name
        try store.commit(old.edited("Non nella copia"))
        store.close()
        try template.put("atto", at: "attachments/dopo.pdf")
        let header = try template.text("archive.json"), plan = try template.text("documents/piano-2025.json")
        try template.write("rotto", to: "documents/ente.json")
        var number = 0
        var outcomes: Set<String> = []
        while true {
            number += 1
            let scratch = try template.copy()
            let disk = FaultyDisk(code: fault.code)
            disk.arm(number, stays: fault.stays)
            let done = try? ArchiveStore.restoreDamaged(
                at: scratch.archive, from: backup, at: moment, files: disk.files)
            let texts = scratch.files
            // Each damaged file is somewhere, as it was.
            #expect(texts.contains("rotto"), "call \(number)")
            #expect(texts.contains(plan), "call \(number)")
            #expect(texts.contains("atto"), "call \(number)")
            #expect(texts.count { $0 == header } >= 2, "call \(number)")
            outcomes.insert(outcomeForAReader(scratch, old: old, plan: plan))
            if repeats || (try? ArchiveStore.open(at: scratch.archive)) == nil {
                try ArchiveStore.restoreDamaged(at: scratch.archive, from: backup, at: moment)
            }
            #expect(try check(scratch, [old], number) == old)
            #expect(scratch.files.contains("rotto"), "call \(number)")
            #expect(scratch.files.contains(plan), "call \(number)")
            if !disk.hasFailed {
                #expect(done != nil)
                break
            }
        }
        #expect(number > 100)
        #expect(outcomes == ["restored", "between", "damaged"])
    }
}

extension Scratch {
    /// The texts of all files in the archive.
    fileprivate var files: [String] { names.compactMap { try? text($0) } }
}
