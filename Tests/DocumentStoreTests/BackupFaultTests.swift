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
        let scratch = try Scratch()
        let content = try ArchiveStore.small(in: scratch).content
        let disk = FaultyDisk(code: code)
        var number = 0, failures = 0
        repeat {
            number += 1
            disk.arm(nil)
            let store = try ArchiveStore.open(at: scratch.archive, files: disk.files)
            disk.arm(number, stays: stays)
            let receipt = store.backUpIfDue(author: "test", at: moment)
            #expect((receipt.made == nil) == !receipt.failures.isEmpty || !disk.hasFailed, "call \(number)")
            if receipt.made == nil { failures += 1 }
            let hasFailed = disk.hasFailed
            disk.arm(nil)
            // Whatever became of the backup, the work goes on.
            try store.commit(content.edited("Giro \(number)"))
            store.close()
            _ = try check(scratch, [content.edited("Giro \(number)")], number)
            let list = ArchiveStore.backups(at: scratch.archive)
            if receipt.made != nil { #expect(list.first == receipt.made) }
            #expect(list.count <= 1)
            if let name = list.first?.name {
                let cleaner = try ArchiveStore.open(at: scratch.archive)
                try cleaner.deleteBackup(name)
            }
            if !hasFailed { break }
        } while true
        #expect(number > 60)
        #expect(failures > 50)
    }

    @Test(arguments: faults) func aPruneLeavesWholeBackupsOnly(stays: Bool, code: Int32) throws {
        let scratch = try Scratch()
        let rule = BackupRule(days: 1, weeks: 1, months: 1)
        let content = try ArchiveStore.small(in: scratch).content
        let disk = FaultyDisk(code: code)
        var number = 0
        repeat {
            number += 1
            disk.arm(nil)
            let store = try ArchiveStore.open(at: scratch.archive, files: disk.files)
            // Of this day there is one always, so that there is always one to go.
            let day = moment.addingTimeInterval(Double(number) * 86_400)
            disk.arm(number, stays: stays)
            let receipt = store.backUpIfDue(author: "test", at: day, rule: rule)
            store.close()
            _ = try check(scratch, [content], number)
            let list = ArchiveStore.backups(at: scratch.archive)
            for pruned in receipt.pruned { #expect(!list.contains(pruned), "call \(number)") }
            if number > 120 { #expect(!list.isEmpty, "call \(number)") }
        } while disk.hasFailed
        #expect(number > 120)
        #expect(ArchiveStore.backups(at: scratch.archive).count == 1)
    }

    @Test(arguments: faults) func aRestoreByACommitIsAllOrNothing(stays: Bool, code: Int32) throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let old = store.content
        let backup = try store.backUp(author: "test", at: moment).name
        store.close()
        let disk = FaultyDisk(code: code)
        var number = 0
        var outcomes: Set<String> = []
        repeat {
            number += 1
            disk.arm(nil)
            let store = try ArchiveStore.open(at: scratch.archive, files: disk.files)
            let new = old.edited("Giro \(number)")
            try store.commit(new)
            disk.arm(number, stays: stays)
            let restored = try? store.restore(from: backup, summary: "x", author: "test", at: moment)
            #expect((restored != nil) == (store.content == old), "call \(number)")
            let hasFailed = disk.hasFailed
            disk.arm(nil)
            store.close()
            let content = try check(scratch, restored == nil ? [old, new] : [old], number)
            outcomes.insert(content == old ? "restored" : "not")
            try scratch.deleteBackups(but: backup)
            if !hasFailed { break }
        } while true
        #expect(number > 80)
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
        case .failure(.malformed):
            let isOld = (try? scratch.text("documents/piano-2025.json")) == plan
            return isOld ? "damaged" : "a mixture"
        case .failure(let error): return "\(error)"
        }
    }

    /// - Parameter repeats: a fault is followed by the same call; else by an opening.
    @Test(arguments: faults, [false, true])
    func aRestoreOfADamagedArchiveLosesNothing(fault: (stays: Bool, code: Int32), repeats: Bool) throws {
        var number = 0
        var outcomes: Set<String> = []
        while true {
            number += 1
            let scratch = try Scratch()
            let store = try ArchiveStore.small(in: scratch)
            let old = store.content
            let backup = try store.backUp(author: "test", at: moment).name
            try store.commit(old.edited("Non nella copia"))
            store.close()
            try scratch.put("atto", at: "attachments/dopo.pdf")
            let header = try scratch.text("archive.json"),
                plan = try scratch.text("documents/piano-2025.json")
            try scratch.write("rotto", to: "documents/ente.json")
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

    fileprivate func deleteBackups(but name: String) throws {
        let store = try ArchiveStore.open(at: archive)
        for backup in ArchiveStore.backups(at: archive) where backup.name != name {
            try store.deleteBackup(backup.name)
        }
    }
}
