import DocumentStore
import Foundation
import Model
import Sample

@testable import ViewModels

/// A folder for archives and files, taken away with the test.
final class ArchiveFolder: Sendable {
    let url = FileManager.default.temporaryDirectory.appending(path: "barometro-\(UUID().uuidString)")

    init() throws {
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// A place in it.
    func at(_ path: String) -> URL { url.appending(path: path) }

    /// A session on a new archive with the sample.
    @MainActor func session(_ name: String = "archivio") throws -> ArchiveSession {
        let archive = try DiskBackend(
            creating: at(name), content: SampleArchive.content(), summary: "Sample", author: "test",
            at: Date(timeIntervalSince1970: 1_780_000_000))
        return session(on: archive)
    }

    /// A session on an archive.
    @MainActor func session(on archive: DiskBackend) -> ArchiveSession {
        ArchiveSession(
            content: archive.content, backend: archive, author: "Ufficio",
            now: { Date(timeIntervalSince1970: 1_780_000_000) })
    }

    /// The part of the sample with the first sector that has objectives, as a file.
    @MainActor func part(of session: ArchiveSession, _ name: String = "parte.barometro") throws -> URL {
        var draft = PartDraft(session.content, year: nil)
        draft.sectors = [try session.firstSector]
        try session.export(draft, to: at(name))
        return at(name)
    }

    /// A session on the working archive of a file.
    @MainActor func working(_ file: URL) throws -> ArchiveSession {
        try Archives.open(ColleagueFile.read(file).get(), author: "Collega", in: at("dati")).get()
    }
}

extension ArchiveSession {
    /// The sector of the first objective.
    var firstSector: String {
        get throws {
            guard let sector = plan?.objectives.first(where: { !$0.sector.isEmpty })?.sector else {
                throw EditRefusal.gone
            }
            return sector
        }
    }

    /// An indicator of the first sector.
    var shared: Indicator {
        get throws {
            let sector = try firstSector.comparisonKey
            let objectives = plan?.objectives.filter { $0.sector.comparisonKey == sector } ?? []
            guard let indicator = objectives.flatMap(\.indicators).first else { throw EditRefusal.gone }
            return indicator
        }
    }
}
