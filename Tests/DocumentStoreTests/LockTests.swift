import DocumentStore
import Foundation
import Model
import Testing

@Suite struct LockTests {
    @Test func theSecondReadsOnlyAndIsToldWhoHasIt() throws {
        let scratch = try Scratch()
        let first = try ArchiveStore.sample(in: scratch)
        let second = try ArchiveStore.open(at: scratch.archive)
        #expect(second.access == .readOnly(.heldBy(.current)))
        #expect(throws: ArchiveError.readOnly(.heldBy(.current))) {
            try second.commit(second.content.edited("Altro"))
        }
        let edited = first.content.edited("Primo")
        try first.commit(edited)
        #expect(try second.refresh())
        #expect(second.content == edited)
        first.close()
        #expect(try ArchiveStore.open(at: scratch.archive).access == .readWrite)
    }

    @Test func aLockLeftByADeadProcessIsTakenOver() throws {
        let scratch = try Scratch()
        try ArchiveStore.sample(in: scratch).close()
        let host = LockOwner.current.host
        try scratch.write(
            "{\"host\": \"\(host)\", \"process\": 2000000000, \"user\": \"rossi\"}\n", to: "lock")
        let store = try ArchiveStore.open(at: scratch.archive)
        #expect(store.access == .readWrite)
        #expect(try scratch.text("lock").contains("\"process\": \(LockOwner.current.process)"))
    }

    @Test func aLockOfAnotherComputerHoldsUntilTakenByForce() throws {
        let scratch = try Scratch()
        try ArchiveStore.sample(in: scratch).close()
        let other = LockOwner(user: "rossi", host: "ufficio-3", process: 12)
        try scratch.write("{\"host\": \"ufficio-3\", \"process\": 12, \"user\": \"rossi\"}\n", to: "lock")
        #expect(try ArchiveStore.open(at: scratch.archive).access == .readOnly(.heldBy(other)))
        #expect(try ArchiveStore.open(at: scratch.archive, mode: .takeOver).access == .readWrite)
    }

    @Test func whoLostTheLockWritesNoMore() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        try FileManager.default.removeItem(at: scratch.url("lock"))
        let other = try ArchiveStore.open(at: scratch.archive)
        #expect(other.access == .readWrite)
        #expect(throws: ArchiveError.self) { try store.commit(store.content.edited("Tardi")) }
        #expect(try ArchiveStore.open(at: scratch.archive, mode: .readOnly).content == other.content)
    }

    @Test func aFolderThatCannotBeWrittenIsReadAllTheSame() throws {
        let scratch = try Scratch()
        let content = try { () in
            let store = try ArchiveStore.sample(in: scratch)
            store.close()
            return store.content
        }()
        let readOnlyDisk = FileSystem { call, path in
            call == .open && path.hasSuffix("/lock") ? .fail(30) : .proceed
        }
        let store = try ArchiveStore.open(at: scratch.archive, files: readOnlyDisk)
        #expect(store.content == content)
        guard case .readOnly(.notWritable(let error)) = store.access else {
            Issue.record("access is \(store.access)")
            return
        }
        #expect(error.code == 30)
    }

    @Test func aClosedArchiveTakesNoMore() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        store.close()
        #expect(throws: ArchiveError.readOnly(.closed)) { try store.commit(store.content.edited("Dopo")) }
        #expect(!scratch.names.contains("lock"))
    }

    @Test func aVanishedFolderIsTold() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        try FileManager.default.removeItem(at: scratch.archive)
        #expect(throws: ArchiveError.notAnArchive(folder: scratch.archive.plainPathOfTest)) {
            try store.commit(store.content.edited("Perso"))
        }
    }
}
