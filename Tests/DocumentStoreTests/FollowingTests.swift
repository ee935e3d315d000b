import DocumentStore
import Foundation
import Model
import Sample
import Synchronization
import Testing

@Suite struct FollowingTests {
    @Test func aReaderReadsNothingAgainUntilSomethingIsCommitted() throws {
        let scratch = try Scratch()
        let writer = try ArchiveStore.sample(in: scratch)
        let reads = Mutex(0)
        let files = FileSystem { call, _ in
            if call == .read || call == .open { reads.withLock { $0 += 1 } }
            return .proceed
        }
        let reader = try ArchiveStore.open(at: scratch.archive, mode: .readOnly, files: files)
        reads.withLock { $0 = 0 }
        for _ in 0..<10 { #expect(try !reader.refresh()) }
        #expect(reads.withLock { $0 } == 0)
        try writer.commit(writer.content.edited("Uno"))
        #expect(try reader.refresh())
        #expect(reader.content == writer.content)
        reads.withLock { $0 = 0 }
        #expect(try !reader.refresh())
        #expect(reads.withLock { $0 } == 0)
    }

    @Test func everyCommitIsSeen() throws {
        let scratch = try Scratch()
        let writer = try ArchiveStore.small(in: scratch)
        let reader = try ArchiveStore.open(at: scratch.archive)
        for word in ["Una", "Due", "Tre", "Qui"] {
            try writer.commit(writer.content.edited(word))
            #expect(try reader.refresh())
            #expect(reader.content == writer.content)
        }
    }

    @Test func whoMayWriteIsToldFromOutside() throws {
        let scratch = try Scratch()
        let writer = try ArchiveStore.small(in: scratch)
        let reader = try ArchiveStore.open(at: scratch.archive)
        #expect(writer.lockState == .ours)
        #expect(reader.lockState == .held(by: .current))
        writer.close()
        #expect(reader.lockState == .free)
        let again = try ArchiveStore.open(at: scratch.archive)
        #expect(again.access == .readWrite)
        #expect(reader.lockState == .held(by: .current))
        #expect(again.lockState == .ours)
    }

    @Test func aLockThatNamesAnotherComputerCanOnlyBeTakenOver() throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        try scratch.write(#"{"host": "ufficio-3", "process": 77, "user": "segreteria"}"#, to: "lock")
        let reader = try ArchiveStore.open(at: scratch.archive)
        let owner = LockOwner(user: "segreteria", host: "ufficio-3", process: 77)
        #expect(reader.lockState == .named(owner))
        let taken = try ArchiveStore.open(at: scratch.archive, mode: .takeOver)
        #expect(taken.access == .readWrite)
        #expect(reader.lockState == .held(by: .current))
    }
}
