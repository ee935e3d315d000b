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

    /// The name.
    var description: String { name }

    /// Every operation.
    static let all = [commit, repair, create]

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

/// Folders for operations.
enum Ground {
    /// A municipality without a name, one service: small, and an import fills in the name.
    static func makeArchive(at folder: URL) throws {
        var content = ArchiveContent(
            municipality: Municipality(id: UUID(naming: ["m"]), name: ""),
            services: ServiceCatalogue(id: UUID(naming: ["s"])))
        content.services.services = [ServiceMap(id: UUID(naming: ["v"]), name: "Servizio")]
        try ArchiveStore.create(
            at: folder, content: content, summary: "Small", author: "test",
            date: Date(timeIntervalSince1970: 1_790_000_000)
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
