import DocumentStore
import Foundation
import Glibc
import Model
import Sample
import Synchronization
import Testing

/// What others do to the folder between two of our calls.
@Suite struct RaceTests {
    /// A disk that does something once, just before the first call that `isMoment` recognises.
    private func disk(
        when isMoment: @escaping @Sendable (SystemCall, String) -> Bool,
        _ action: @escaping @Sendable () -> Void
    ) -> FileSystem {
        let isDone = Mutex(false)
        return FileSystem { call, path in
            guard isMoment(call, path) else { return .proceed }
            let isFirst = isDone.withLock { done in
                defer { done = true }
                return !done
            }
            if isFirst { action() }
            return .proceed
        }
    }

    private func refusal(_ work: () throws(ArchiveError) -> Void) -> ArchiveError? {
        do throws(ArchiveError) {
            try work()
            return nil
        } catch {
            return error
        }
    }

    @Test func anArchiveMadeWhileWeLookedIsNotMadeAnew() throws {
        let scratch = try Scratch()
        let folder = scratch.archive
        let path = folder.plainPathOfTest
        for moment in [SystemCall.list, .open] {
            try? FileManager.default.removeItem(at: folder)
            let files = disk(when: { $0 == moment && $1.hasPrefix(path) }) {
                _ = try? ArchiveStore.create(
                    at: folder, municipality: "Primo", summary: "", author: "",
                    date: Date(timeIntervalSince1970: 0)
                ).close()
            }
            #expect(
                refusal { () throws(ArchiveError) in
                    _ = try ArchiveStore.create(
                        at: folder, municipality: "Secondo", summary: "", author: "",
                        date: Date(timeIntervalSince1970: 0), files: files)
                } == .folderNotEmpty(folder: path))
            #expect(try ArchiveStore.open(at: folder).content.municipality.name == "Primo")
            #expect(try ArchiveStore.verify(at: folder) == [])
        }
    }

    /// The first commit may come while the store looks through what it has read, as it does from the moment it is open.
    @Test func aCommitWhileTheStoreLooksForUnknownFieldsKeepsThem() throws {
        for _ in 0..<8 {
            let scratch = try Scratch()
            try ArchiveStore.small(in: scratch).close()
            try scratch.addUnknownField("altro", to: .services)
            let store = try ArchiveStore.open(at: scratch.archive)
            var new = store.content.edited("Dopo")
            new.services.services = []
            let changed = new
            let failed = Mutex(false)
            DispatchQueue.concurrentPerform(iterations: 3) { index in
                guard index == 1 else { return store.settle() }
                if (try? store.commit(changed)) == nil { failed.withLock { $0 = true } }
            }
            #expect(!failed.withLock { $0 })
            #expect(store.content == changed)
            #expect(store.close() == [])
            #expect(try scratch.text("documents/servizi.json").contains("altro"))
            #expect(try ArchiveStore.open(at: scratch.archive).content == changed)
            #expect(try ArchiveStore.verify(at: scratch.archive) == [])
        }
    }

    @Test func aReaderSeesOneMomentAlsoWhileTwoCommitsCome() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let first = store.content.edited("Insieme")
        var second = first
        second.services.services[0].remarks = "Solo i servizi"
        // Between the reading of the plan's history and that of the services'.
        let files = disk(when: { $0 == .open && $1.hasSuffix("history/servizi.jsonl") }) { [second] in
            try? store.commit(first)
            try? store.commit(second)
        }
        let reader = try ArchiveStore.open(at: scratch.archive, mode: .readOnly, files: files)
        #expect(store.content == second)
        #expect(reader.content == second)
    }

    @Test func aChangedHeaderIsNotOverwritten() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let own = try scratch.text("archive.json")
        let changes = [
            own.replacingOccurrences(of: store.id.uuidString, with: UUID().uuidString),
            own.replacingOccurrences(of: "\"format\": ", with: "\"format\": 9"), "", "{",
        ]
        var content = store.content
        content.municipality.name = "Altro"
        for foreign in changes {
            try scratch.write(foreign, to: "archive.json")
            #expect(refusal { () throws(ArchiveError) in _ = try store.tryCommit(content) } != nil)
            #expect(try scratch.text("archive.json") == foreign)
        }
        // A member that another put there stays.
        try scratch.write(
            own.replacingOccurrences(of: "{\n", with: "{\n  \"color\": \"blue\",\n"), to: "archive.json")
        try store.commit(content)
        #expect(store.checkpoint().isEmpty)
        #expect(try scratch.text("archive.json").contains("blue"))
        #expect(try scratch.text("archive.json").contains("Altro"))
    }

    @Test func whatARefusedCommitLeftDoesNotComeBack() throws {
        let scratch = try Scratch()
        for isLate in [false, true] {
            try? FileManager.default.removeItem(at: scratch.archive)
            let isBroken = Mutex(false)
            let files = FileSystem { call, path in
                guard isBroken.withLock({ $0 }), path.contains("servizi.jsonl") else { return .proceed }
                return call == .close || isLate && call == .truncate ? .fail(EIO) : .proceed
            }
            let store = try ArchiveStore.small(in: scratch, files: files)
            let old = store.content
            isBroken.withLock { $0 = true }
            #expect(
                refusal { () throws(ArchiveError) in _ = try store.tryCommit(old.edited("Rifiutato")) } != nil
            )
            isBroken.withLock { $0 = false }
            store.close()
            #expect(try ArchiveStore.open(at: scratch.archive).content == old)
            #expect(try ArchiveStore.verify(at: scratch.archive) == [])
        }
    }

    @Test func whoLostTheLockByForceLeavesTheOthersCommits() throws {
        let scratch = try Scratch()
        let isBroken = Mutex(false)
        let network = FileSystem { call, path in
            if call == .lock { return .fail(ENOLCK) }
            return call == .sync && path.hasSuffix("servizi.jsonl") && isBroken.withLock({ $0 })
                ? .fail(EIO) : .proceed
        }
        let us = LockOwner(user: "a", host: "ufficio-1", process: 1)
        let them = LockOwner(user: "b", host: "ufficio-2", process: 2)
        try ArchiveStore.small(in: scratch).close()
        let ours = try ArchiveStore.open(at: scratch.archive, files: network, owner: us)
        isBroken.withLock { $0 = true }
        #expect(
            refusal { () throws(ArchiveError) in _ = try ours.tryCommit(ours.content.edited("Perso")) } != nil
        )
        isBroken.withLock { $0 = false }
        let theirs = try ArchiveStore.open(at: scratch.archive, mode: .takeOver, files: network, owner: them)
        #expect(theirs.access == .readWrite)
        let content = theirs.content.edited("Loro")
        try theirs.commit(content)
        ours.close()
        try theirs.commit(content.edited("Ancora loro"))
        theirs.close()
        #expect(try ArchiveStore.open(at: scratch.archive).content == content.edited("Ancora loro"))
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }
}

/// Locks on folders that have none of the kernel's, and things that stand where the lock should.
@Suite struct LockFileTests {
    private let network = FileSystem { call, _ in call == .lock ? .fail(ENOLCK) : .proceed }

    @Test func withoutTheKernelsLocksTheFileAloneKeepsTheSecondOut() throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        let first = try ArchiveStore.open(at: scratch.archive, files: network)
        #expect(first.access == .readWrite)
        #expect(
            try ArchiveStore.open(at: scratch.archive, files: network).access == .readOnly(.heldBy(.current)))
        first.close()
        #expect(try ArchiveStore.open(at: scratch.archive, files: network).access == .readWrite)
    }

    @Test(arguments: ["", "{\"host\": \"HOST\", \"process\": 2000000000, \"user\": \"rossi\"}\n"])
    func withoutTheKernelsLocksADeadHoldersFileIsTakenOver(text: String) throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        try scratch.write(text.replacingOccurrences(of: "HOST", with: LockOwner.current.host), to: "lock")
        let store = try ArchiveStore.open(at: scratch.archive, files: network)
        #expect(store.access == .readWrite)
        try store.commit(store.content.edited("Ripreso"))
        #expect(!scratch.names.contains { $0.hasSuffix(".tmp") })
    }

    @Test func aPipeFolderOrLinkInTheLocksPlaceIsNoLock() throws {
        for kind in ["pipe", "folder", "link"] {
            let scratch = try Scratch()
            try ArchiveStore.small(in: scratch).close()
            let path = scratch.url("lock").plainPathOfTest
            let other = scratch.folder.appending(path: "altro")
            try Data("altro".utf8).write(to: other)
            switch kind {
            case "pipe": #expect(mkfifo(path, 0o600) == 0)
            case "folder": #expect(mkdir(path, 0o700) == 0)
            default: #expect(symlink(other.plainPathOfTest, path) == 0)
            }
            let store = try ArchiveStore.open(at: scratch.archive)
            guard case .readOnly(.notWritable(let error)) = store.access else {
                Issue.record("\(kind): \(store.access)")
                continue
            }
            #expect(error.path == path)
            #expect(try String(contentsOf: other, encoding: .utf8) == "altro")
        }
    }

    @Test func whoOnlyLooksAtADeadHoldersLockKeepsNobodyOut() throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        try scratch.write(
            "{\"host\": \"\(LockOwner.current.host)\", \"process\": 2000000000, \"user\": \"rossi\"}\n",
            to: "lock")
        // The kernel refuses as long as somebody looks: three times here.
        let looks = Mutex(3)
        let files = FileSystem { call, _ in
            let isLooking =
                call == .lock
                && looks.withLock { left in
                    left -= 1
                    return left >= 0
                }
            return isLooking ? .fail(EWOULDBLOCK) : .proceed
        }
        #expect(try ArchiveStore.open(at: scratch.archive, files: files).access == .readWrite)
    }

    @Test func aLockThatOthersMayNotReadIsHeldAndServesItsHolder() throws {
        let scratch = try Scratch()
        // As a network folder does that locks parts of files: only the descriptor that has the lock may read them.
        let files = FileSystem { call, path in
            call == .open && path.hasSuffix("/lock") && FileManager.default.fileExists(atPath: path + ".held")
                ? .fail(EACCES) : .proceed
        }
        let store = try ArchiveStore.small(in: scratch, files: files)
        try scratch.write("", to: "lock.held")
        try store.commit(store.content.edited("Mio"))
        try FileManager.default.removeItem(at: scratch.url("lock.held"))
        let other = FileSystem { call, path in
            call == .read && path.hasSuffix("/lock") ? .fail(EACCES) : .proceed
        }
        #expect(try ArchiveStore.open(at: scratch.archive, files: other).access == .readOnly(.heldBy(nil)))
    }
}

extension ArchiveStore {
    /// A commit whose error keeps its type.
    func tryCommit(_ content: ArchiveContent) throws(ArchiveError) -> Receipt {
        try commit(content, summary: "Change", author: "test", at: moment)
    }
}
