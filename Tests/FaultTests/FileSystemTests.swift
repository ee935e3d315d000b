import DocumentStore
import Foundation
import Glibc
import Model
import Testing
import ToolSupport

/// Real file systems that are full, read-only or gone.
@Suite struct FileSystemTests {
    private let moment = Date(timeIntervalSince1970: 1_790_000_000)

    private func edited(_ content: ArchiveContent, _ word: String) -> ArchiveContent {
        var new = content
        new.services.services[0].remarks = word
        new.municipality.name = "Comune \(word.count)"
        return new
    }

    private func refusal(_ store: ArchiveStore, _ content: ArchiveContent) -> ArchiveError? {
        do throws(ArchiveError) {
            try store.commit(content, summary: "Change", author: "test", at: moment)
            return nil
        } catch {
            return error
        }
    }

    @Test func onAFullDiskNothingCommittedIsLostAndWorkGoesOnWhenThereIsRoom() throws {
        guard let disk = try SmallDisk(kilobytes: 1600) else { return }
        try Ground.makeArchive(at: disk.archive)
        let store = try ArchiveStore.open(at: disk.archive)
        var kept = store.content
        var refused = 0, behind = 0
        for round in 0..<60 {
            // At each round another number of pages is left, so that another write is the one that fails.
            if round % 6 == 0 { try disk.makeRoom() } else { try disk.fill(leaving: (5 - round % 6) * 4096) }
            let new = edited(kept, String(repeating: "parola ", count: 100 + round * 11))
            switch refusal(store, new) {
            case nil: kept = new
            case .notSaved(let error):
                #expect(error.code == ENOSPC)
                refused += 1
            case let other?: Issue.record("\(other)")
            }
            #expect(store.content == kept)
            let reader = try ArchiveStore.open(at: disk.archive, mode: .readOnly)
            #expect(reader.content == kept, "round \(round)")
            if !store.checkpoint().isEmpty { behind += 1 }
        }
        #expect(refused > 5 && behind > 5)
        try disk.makeRoom()
        let last = edited(kept, "alla fine")
        #expect(refusal(store, last) == nil)
        #expect(store.close() == [])
        #expect(try ArchiveStore.open(at: disk.archive).content == last)
        #expect(try ArchiveStore.verify(at: disk.archive) == [])
        #expect(!Ground.names(in: disk.archive).contains { $0.hasSuffix(".tmp") })
    }

    @Test func theToolSaysThatTheDiskIsFullAndLeavesWhatWasThere() throws {
        guard let disk = try SmallDisk(kilobytes: 400) else { return }
        try Ground.makeArchive(at: disk.archive)
        let old = try Ground.content(of: disk.archive)
        let path = disk.archive.path(percentEncoded: false)
        var refused = 0
        for free in 0..<8 {
            try disk.fill(leaving: free * 4096)
            let run = try ToolRun(Operation.commit.arguments(path))
            if run.code == 0 {
                #expect(try Ground.content(of: disk.archive) != old)
                break
            }
            refused += 1
            #expect(run.code == 4, "\(free)")
            #expect(run.errors.contains("spazio"), "\(run.errors)")
            #expect(try Ground.content(of: disk.archive) == old)
            try disk.makeRoom()
        }
        #expect(refused > 0)
        try disk.makeRoom()
        #expect(try ToolRun(Operation.commit.arguments(path)).code == 0)
        #expect(try ArchiveStore.verify(at: disk.archive) == [])
    }

    @Test func aReadOnlyDiskIsReadAndTheReasonTold() throws {
        guard let disk = try SmallDisk(kilobytes: 400) else { return }
        try Ground.makeArchive(at: disk.archive)
        try #require(disk.setReadOnly(true))
        let store = try ArchiveStore.open(at: disk.archive)
        #expect(store.content.services.services.count == 1)
        guard case .readOnly(.notWritable(let error)) = store.access else {
            Issue.record("\(store.access)")
            return
        }
        #expect(error.code == EROFS)
        #expect(refusal(store, edited(store.content, "no")) == .readOnly(.notWritable(error)))
        let run = try ToolRun(Operation.commit.arguments(disk.archive.path(percentEncoded: false)))
        #expect(run.code == 4 && !run.errors.isEmpty)
        let new = disk.folder.appending(path: "nuovo").path(percentEncoded: false)
        #expect(try ToolRun(["sample", new]).code == 4)
        #expect(disk.setReadOnly(false))
        #expect(try ArchiveStore.open(at: disk.archive).access == .readWrite)
    }

    @Test func aDiskThatIsUnmountedIsToldAndTheChangeStaysInMemory() throws {
        guard let disk = try SmallDisk(kilobytes: 400) else { return }
        try Ground.makeArchive(at: disk.archive)
        let store = try ArchiveStore.open(at: disk.archive)
        let new = edited(store.content, "uno")
        try #require(disk.unmount())
        let gone = ArchiveError.notAnArchive(folder: disk.archive.path(percentEncoded: false))
        #expect(refusal(store, new) == gone)
        // Nothing of ours is written into the empty folder that is left.
        #expect(Ground.names(in: disk.folder) == [])
        store.close()
        #expect(Ground.names(in: disk.folder) == [])
    }

    @Test func aFolderThatWasMovedAwayAndCameBackTakesTheNextChange() throws {
        let scratch = try Scratch()
        let folder = URL(filePath: scratch.path("archivio")),
            elsewhere = URL(filePath: scratch.path("altrove"))
        try Ground.makeArchive(at: folder)
        let store = try ArchiveStore.open(at: folder)
        let new = edited(store.content, "uno")
        try FileManager.default.moveItem(at: folder, to: elsewhere)
        #expect(refusal(store, new) == .notAnArchive(folder: scratch.path("archivio")))
        #expect(!scratch.exists("archivio"))
        try FileManager.default.moveItem(at: elsewhere, to: folder)
        #expect(refusal(store, new) == nil)
        store.close()
        #expect(try ArchiveStore.open(at: folder).content == new)
        #expect(try ArchiveStore.verify(at: folder) == [])
    }

    @Test func anotherArchiveInTheFoldersPlaceIsLeftAlone() throws {
        let scratch = try Scratch()
        let folder = URL(filePath: scratch.path("archivio"))
        try Ground.makeArchive(at: folder)
        let store = try ArchiveStore.open(at: folder)
        try FileManager.default.moveItem(at: folder, to: URL(filePath: scratch.path("altrove")))
        #expect(try ToolRun(["sample", scratch.path("archivio")]).code == 0)
        let names = Ground.names(in: folder).sorted()
        #expect(refusal(store, edited(store.content, "uno")) == .readOnly(.heldBy(nil)))
        store.close()
        #expect(Ground.names(in: folder).sorted() == names)
        #expect(try ArchiveStore.verify(at: folder) == [])
    }
}
