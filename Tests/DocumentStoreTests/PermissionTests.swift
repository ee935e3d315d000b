import DocumentStore
import Foundation
import Glibc
import Model
import Sample
import Testing

/// Files that are replaced keep their mode and group, new ones follow their folder's; links stay.
@Suite struct PermissionTests {
    private func mode(_ path: String, _ scratch: Scratch) -> mode_t {
        var entry = stat()
        return stat(scratch.url(path).plainPathOfTest, &entry) == 0 ? entry.st_mode & 0o7777 : 0
    }

    private func group(_ path: String, _ scratch: Scratch) -> gid_t {
        var entry = stat()
        return stat(scratch.url(path).plainPathOfTest, &entry) == 0 ? entry.st_gid : gid_t.max
    }

    /// A small archive of which all files have a mode, and all folders one with the bits to enter them.
    private func archive(_ bits: mode_t, group: gid_t = getgid()) throws -> Scratch {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        for name in [""] + scratch.names {
            let path = scratch.url(name).plainPathOfTest
            var entry = stat()
            guard stat(path, &entry) == 0 else { continue }
            let isFolder = entry.st_mode & S_IFMT == S_IFDIR
            chown(path, uid_t.max, group)
            chmod(path, isFolder ? 0o2000 | bits | (bits & 0o444) >> 2 : bits)
        }
        return scratch
    }

    @Test(arguments: [mode_t(0o660), 0o600, 0o664]) func whatIsReplacedKeepsItsMode(bits: mode_t) throws {
        let scratch = try archive(bits)
        let store = try ArchiveStore.open(at: scratch.archive)
        var content = store.content.edited("Cambiato")
        content.municipality.name = "Comune Nuovo"
        try store.commit(content)
        #expect(store.checkpoint() == [])
        for path in ["archive.json", "documents/ente.json", "documents/servizi.json", "history/servizi.jsonl"] {
            #expect(mode(path, scratch) == bits, "\(path)")
        }
        store.close()
    }

    @Test(arguments: [mode_t(0o660), 0o600, 0o664]) func whatIsNewFollowsItsFolder(bits: mode_t) throws {
        let scratch = try archive(bits)
        let store = try ArchiveStore.open(at: scratch.archive)
        var content = store.content
        content.plans[2031] = Plan(id: UUID(naming: ["new"]), year: 2031)
        try store.commit(content)
        #expect(store.checkpoint() == [])
        let backup = try store.backUp(author: "test", at: moment)
        let backups = "backups/\(backup.name)"
        for path in [
            "documents/piano-2031.json", "history/piano-2031.jsonl", "lock", "\(backups)/archive.json",
            "\(backups)/documents/ente.json",
        ] {
            #expect(mode(path, scratch) == bits, "\(path)")
        }
        #expect(mode(backups, scratch) == 0o2000 | bits | (bits & 0o444) >> 2)
        store.close()
    }

    @Test(.enabled(if: geteuid() == 0, "only the superuser may give files to another group"))
    func theGroupStays() throws {
        let scratch = try archive(0o660, group: 100)
        let store = try ArchiveStore.open(at: scratch.archive)
        var content = store.content.edited("Gruppo")
        content.plans[2031] = Plan(id: UUID(naming: ["new"]), year: 2031)
        try store.commit(content)
        store.close()
        for path in scratch.names { #expect(group(path, scratch) == 100, "\(path)") }
    }

    @Test(arguments: [false, true]) func aDocumentThatIsALinkStaysOne(isAtRest: Bool) throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        let real = scratch.folder.appending(path: "altrove.json")
        let link = scratch.url("documents/servizi.json")
        try FileManager.default.moveItem(at: link, to: real)
        try FileManager.default.createSymbolicLink(
            atPath: link.plainPathOfTest, withDestinationPath: "../../altrove.json")
        let store = try ArchiveStore.open(at: scratch.archive)
        try store.commit(store.content.edited("Di là"))
        if isAtRest { #expect(store.checkpoint() == []) }
        store.close()
        let destination = try FileManager.default.destinationOfSymbolicLink(atPath: link.plainPathOfTest)
        #expect(destination == "../../altrove.json")
        #expect(try String(contentsOf: real, encoding: .utf8).contains("Di là"))
        #expect(try ArchiveStore.open(at: scratch.archive).content == store.content)
        #expect(try ArchiveStore.verify(at: scratch.archive) == [])
    }

    @Test(arguments: [
        "history/ente.sync-conflict-20261128-101010.jsonl", "documents/ente (1).json",
        "documents/servizi (conflicted copy 2026-11-28).json", "history/ente.jsonl~", "documents/note.txt",
        "archive (2).json", "attachments/atto (copia in conflitto).pdf",
    ])
    func aCopyOfASynchronisingProgramIsNamed(path: String) throws {
        let scratch = try Scratch()
        try ArchiveStore.small(in: scratch).close()
        try FileManager.default.createDirectory(
            at: scratch.url("attachments"), withIntermediateDirectories: true)
        try scratch.write("x", to: path)
        try scratch.write("x", to: "attachments/atto (Giunta).pdf")
        #expect(
            try ArchiveStore.verify(at: scratch.archive) == [
                .foreignFile(path: scratch.url(path).plainPathOfTest)
            ])
    }

    @Test func anAuthorIsNeverEmpty() throws {
        let scratch = try Scratch()
        let store = try ArchiveStore.small(in: scratch)
        try store.commit(store.content.edited("x"), summary: "Senza nome", author: "", at: moment)
        let author = try #require(try store.history(of: .services).last?.author)
        #expect(!author.isEmpty)
        #expect(author == LockOwner.accountName)
        #expect(!LockOwner.personName.isEmpty)
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may write to any file"))
    func aProtectedFileIsNotReplaced() throws {
        let scratch = try Scratch()
        let file = scratch.folder.appending(path: "stampa.pdf")
        try Data("vecchio".utf8).write(to: file)
        chmod(file.plainPathOfTest, 0o444)
        #expect(throws: SystemError.self) {
            try AtomicFile.write(Data("nuovo".utf8), to: file.plainPathOfTest)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == "vecchio")
    }
}
