import DocumentStore
import Foundation
import Model
import Sample
import ToolSupport

/// Something that `barometroctl` does to an archive, at whose system calls faults are thrown. One more entry of `all`
/// tests one more command.
struct Operation: Sendable, CustomStringConvertible {
    /// Its name in messages.
    let name: String
    /// Makes the folder as the command finds it, once.
    let prepare: @Sendable (_ folder: URL) throws -> Void
    /// The command line for an archive in the folder.
    let arguments: @Sendable (_ folder: String) -> [String]
    /// Whether what the command makes beside the content is there, whole.
    var isDone: @Sendable (_ store: ArchiveStore) throws -> Bool = { _ in true }

    /// The name.
    var description: String { name }

    /// Every operation.
    static let all = [commit, repair, create, migrate, freeze, backUp, merge]

    /// Documents are imported: the header, `ente` and a new document change in one commit.
    static let commit = Operation(
        name: "commit", prepare: { try Ground.makeArchive(at: $0) },
        arguments: { ["import", ToolRun.fixture("progetti-schede.txt"), "--archive", $0] })

    /// What a crash left is brought into order: a document behind its history, a torn last line, temporary files.
    static let repair = Operation(
        name: "repair",
        prepare: { folder in
            try Ground.makeArchive(at: folder)
            let old = try Data(contentsOf: folder.appending(path: "documents/ente.json"))
            guard try ToolRun(commit.arguments(folder.path(percentEncoded: false))).code == 0 else {
                throw CocoaError(.fileWriteUnknown)
            }
            try old.write(to: folder.appending(path: "documents/ente.json"))
            try FileManager.default.removeItem(at: folder.appending(path: "documents/progetti-2030.json"))
            for name in ["documents/.barometro-ente.json.1.tmp", ".barometro-archive.json.1.tmp"] {
                try Data("half".utf8).write(to: folder.appending(path: name))
            }
            let history = folder.appending(path: "history/servizi.jsonl")
            try (try Data(contentsOf: history) + Data("{\"torn\":".utf8)).write(to: history)
        },
        arguments: commit.arguments)

    /// An archive is made where there is none.
    static let create = Operation(name: "create", prepare: { _ in }, arguments: { ["sample", $0] })
}

extension Operation {
    /// An archive of the first format is brought to ours, after a backup, and then takes an import.
    static let migrate = Operation(
        name: "migrate",
        prepare: { folder in
            let fixture = ToolRun.root.appending(path: "Tests/Fixtures/archives/format-1")
            try FileManager.default.copyItem(at: fixture, to: folder)
        },
        arguments: { commit.arguments($0) + ["--same-municipality"] })

    /// An annex is printed and kept as it was approved.
    static let freeze = Operation(
        name: "freeze", prepare: { try Ground.make(SampleArchive.content(), at: $0) },
        arguments: { folder in
            [
                "freeze", "make", "allegato-b", "--year", "\(SampleArchive.year)", "--act", "12", "--date",
                "2026-06-11", "--archive", folder,
            ]
        },
        isDone: { store in
            let (documents, problems) = store.frozen()
            return try documents.count == 1 && problems.isEmpty
                && store.pdf(of: documents[0]).starts(with: Array("%PDF-".utf8))
        })

    /// A copy of the archive is made.
    static let backUp = Operation(
        name: "backup", prepare: { try Ground.makeArchive(at: $0) },
        arguments: { ["backup", "make", "--archive", $0] },
        isDone: { store in
            let backups = ArchiveStore.backups(at: store.folder)
            for backup in backups { try ArchiveStore.checkBackup(backup.name, at: store.folder) }
            // Before it the day's own is made.
            return backups.count { $0.reason == .byHand } == 1
        })

    /// A colleague's bundle is merged.
    static let merge = Operation(
        name: "merge",
        prepare: { folder in
            try Ground.makeArchive(at: folder)
            let store = try ArchiveStore.open(at: folder)
            defer { store.close() }
            let parent = folder.deletingLastPathComponent()
            let theirs = try ArchiveStore.create(
                at: parent.appending(path: "collega"),
                fromBundle: store.exportBundle(BundleScope(), author: "test", at: Ground.moment),
                summary: "Bundle", author: "test", date: Ground.moment)
            var content = theirs.content
            content.services.services[0].remarks = "Del collega"
            content.municipality.name = "Comune di Prova"
            try theirs.commit(content, summary: "Edit", author: "test", at: Ground.moment)
            let bundle = try theirs.exportBundle(BundleScope(), author: "test", at: Ground.moment)
            try Data(bundle).write(to: parent.appending(path: "pacchetto"))
        },
        arguments: {
            ["merge", URL(filePath: $0).deletingLastPathComponent().path + "/pacchetto", "--archive", $0]
        })
}

/// Folders for operations.
enum Ground {
    /// A moment for histories.
    static let moment = Date(timeIntervalSince1970: 1_790_000_000)

    /// A municipality without a name, one service: small, and an import fills in the name.
    static func makeArchive(at folder: URL) throws {
        var content = ArchiveContent(
            municipality: Municipality(id: UUID(naming: ["m"]), name: ""),
            services: ServiceCatalogue(id: UUID(naming: ["s"])))
        content.services.services = [ServiceMap(id: UUID(naming: ["v"]), name: "Servizio")]
        try make(content, at: folder)
    }

    /// An archive of `content`, closed.
    static func make(_ content: ArchiveContent, at folder: URL) throws {
        try ArchiveStore.create(
            at: folder, content: content, summary: "New", author: "test", date: moment
        ).close()
    }

    /// What the archive in a folder holds; nil where there is no archive.
    static func content(of folder: URL) throws(ArchiveError) -> ArchiveContent? {
        do throws(ArchiveError) {
            return try ArchiveStore.open(at: folder, mode: .readOnly).content
        } catch {
            guard case .notAnArchive = error else { throw error }
            return nil
        }
    }

    /// The names of all that is in a folder, at any depth.
    static func names(in folder: URL) -> [String] {
        FileManager.default.enumerator(atPath: folder.path(percentEncoded: false))?.allObjects as? [String]
            ?? []
    }
}

/// Tests that take long run in full where `BAROMETRO_LONG` is set; elsewhere a part of them.
enum LongRun {
    /// Whether they run in full.
    static let isOn = ProcessInfo.processInfo.environment["BAROMETRO_LONG"] != nil
}
