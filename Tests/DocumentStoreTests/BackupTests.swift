import DocumentStore
import Foundation
import Model
import Testing

/// Backups as a person makes and sees them.
@Suite struct BackupTests {
    private let nextDay = moment.addingTimeInterval(86_400)

    @Test func aBackupIsAWholeArchiveThatOpensByItself() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.sample(in: scratch)
        try scratch.put("carta", at: "attachments/stemma.png")
        try scratch.put("copia", at: "published/altro/relazione.pdf")
        try scratch.put("half", at: "documents/.barometro-servizi.json.1.tmp")
        let backup = try store.backUp(author: "segreteria", at: moment)
        #expect(backup.name == "2026-09-21T14-13-20-a-mano")
        #expect(ArchiveStore.backups(at: scratch.archive) == [backup])
        #expect(backup.isWhole)
        #expect(backup.author == "segreteria")
        let folder = scratch.url("backups/\(backup.name)")
        #expect(try ArchiveStore.verify(at: folder) == [])
        #expect(try ArchiveStore.open(at: folder, mode: .readOnly).content == store.content)
        #expect(try scratch.text("backups/\(backup.name)/attachments/stemma.png") == "carta")
        #expect(try scratch.text("backups/\(backup.name)/published/altro/relazione.pdf") == "copia")
        #expect(!scratch.exists("backups/\(backup.name)/lock"))
        #expect(!scratch.exists("backups/\(backup.name)/documents/.barometro-servizi.json.1.tmp"))
        try ArchiveStore.checkBackup(backup.name, at: scratch.archive)
    }

    @Test func twoOfOneSecondHaveTwoNames() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let names = try (1...3).map { _ in try store.backUp(author: "test", at: moment).name }
        #expect(names[1] == names[0] + "-2")
        #expect(Set(ArchiveStore.backups(at: scratch.archive).map(\.name)) == Set(names))
    }

    @Test func theFirstOpeningOfADayMakesOne() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let first = store.backUpIfDue(author: "test", at: moment)
        #expect(first.made?.reason == .automatic)
        #expect(first.failures == [])
        #expect(store.backUpIfDue(author: "test", at: moment.addingTimeInterval(60)) == BackupReceipt())
        #expect(store.backUpIfDue(author: "test", at: nextDay).made != nil)
        // One by hand stands for no automatic one.
        try store.backUp(author: "test", at: nextDay.addingTimeInterval(86_400))
        #expect(store.backUpIfDue(author: "test", at: nextDay.addingTimeInterval(86_401)).made != nil)
    }

    @Test func aClockThatIsSetBackMakesOneADayAllTheSame() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let future = try #require(
            store.backUpIfDue(author: "test", at: moment.addingTimeInterval(9e8)).made)
        for day in 0..<30 {
            let date = moment.addingTimeInterval(Double(day) * 86_400)
            #expect(store.backUpIfDue(author: "test", at: date).made != nil)
            #expect(store.backUpIfDue(author: "test", at: date).made == nil)
        }
        let names = ArchiveStore.backups(at: scratch.archive).map(\.name)
        #expect(names.first == future.name)
        #expect((9...14).contains(names.count))
    }

    @Test func whatTheRuleLetsGoGoesAndTheRestStays() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let byHand = try store.backUp(author: "test", at: moment)
        var pruned: [Backup] = []
        for day in 0..<60 {
            pruned +=
                store.backUpIfDue(author: "test", at: moment.addingTimeInterval(Double(day) * 86_400)).pruned
        }
        let left = ArchiveStore.backups(at: scratch.archive)
        #expect(left.contains(byHand))
        #expect(left.count + pruned.count == 61)
        #expect(BackupRule.standard.dropped(of: left, at: moment.addingTimeInterval(59 * 86_400)) == [])
        #expect(left.allSatisfy { $0.isWhole })
        #expect(!scratch.names.contains { $0.hasSuffix(".tmp") })
    }

    @Test func aBackupThatLacksAFileIsNotWhole() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let names = try (1...3).map { _ in try store.backUp(author: "test", at: moment).name }
        try FileManager.default.removeItem(at: scratch.url("backups/\(names[0])/history/ente.jsonl"))
        try scratch.write("{}", to: "backups/\(names[1])/backup.json")
        try scratch.write("x", to: "backups/\(names[2])/documents/ente.json")
        try FileManager.default.createDirectory(
            at: scratch.url("backups/altro"), withIntermediateDirectories: true)
        let found = ArchiveStore.backups(at: scratch.archive)
        #expect(Set(found.map(\.name)) == Set(names))
        #expect(found.allSatisfy { !$0.isWhole && $0.reason == .byHand && $0.date == moment })
        #expect(found.allSatisfy { $0.size > 0 })
    }

    @Test func onlyAKnownNameIsDeletedOrRestored() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let backup = try store.backUp(author: "test", at: moment)
        for name in ["..", "../documents", "", ".", "altro", "backup.json", backup.name + "/documents"] {
            #expect(throws: ArchiveError.backup(.missing(name: name))) { try store.deleteBackup(name) }
            #expect(throws: ArchiveError.backup(.missing(name: name))) {
                try store.restore(from: name, summary: "x", author: "test", at: moment)
            }
            #expect(throws: ArchiveError.backup(.missing(name: name))) {
                try ArchiveStore.checkBackup(name, at: scratch.archive)
            }
        }
        try store.deleteBackup(backup.name)
        #expect(ArchiveStore.backups(at: scratch.archive) == [])
        #expect(!scratch.names.contains { $0.contains(backup.name) })
    }

    @Test func aLinkInABackupIsTakenAwayWithoutWhatItLeadsTo() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        let backup = try store.backUp(author: "test", at: moment)
        try FileManager.default.createSymbolicLink(
            at: scratch.url("backups/\(backup.name)/attachments/link"),
            withDestinationURL: scratch.url("documents"))
        try store.deleteBackup(backup.name)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
        #expect(scratch.exists("documents/ente.json"))
    }

    @Test func whoOnlyReadsMakesNoBackup() throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        let store = try ArchiveStore.open(at: scratch.archive, mode: .readOnly)
        #expect(store.backUpIfDue(author: "test", at: moment) == BackupReceipt())
        #expect(throws: ArchiveError.readOnly(.asked)) { try store.backUp(author: "test", at: moment) }
        #expect(!scratch.exists("backups"))
    }

    @Test func aPipeAmongTheAttachmentsIsToldAndKeepsNobodyWaiting() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        try scratch.put("x", at: "attachments/carta.txt")
        let path = scratch.url("attachments/tubo").plainPathOfTest
        #expect(mkfifo(path, 0o600) == 0)
        let receipt = store.backUpIfDue(author: "test", at: moment)
        #expect(receipt.failures == [.notAFile(path: path)])
        #expect(ArchiveStore.backups(at: scratch.archive) == [])
        try store.commit(store.content.edited("Ancora"))
    }
}

extension Scratch {
    /// Writes a file of the archive with the folders above it.
    func put(_ text: String, at path: String) throws {
        try FileManager.default.createDirectory(
            at: url(path).deletingLastPathComponent(), withIntermediateDirectories: true)
        try write(text, to: path)
    }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url(path).plainPathOfTest) }
}
