import DocumentStore
import Foundation
import Model
import Sample

@testable import Desk

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

    /// A desk on a new archive with the sample.
    @MainActor func desk(_ name: String = "archivio") throws -> Desk {
        let archive = try StoredArchive(
            creating: at(name), content: SampleArchive.content(), summary: "Sample", author: "test",
            at: Date(timeIntervalSince1970: 1_780_000_000))
        return desk(on: archive)
    }

    /// A desk on an archive.
    @MainActor func desk(on archive: StoredArchive) -> Desk {
        Desk(
            content: archive.content, keeper: archive, author: "Ufficio",
            now: { Date(timeIntervalSince1970: 1_780_000_000) })
    }

    /// The part of the sample with the first sector that has objectives, as a file.
    @MainActor func part(of desk: Desk, _ name: String = "parte.barometro") throws -> URL {
        var draft = PartDraft(desk.content, year: nil)
        draft.sectors = [try desk.firstSector]
        try desk.export(draft, to: at(name))
        return at(name)
    }

    /// A desk on the working archive of a file.
    @MainActor func working(_ file: URL) throws -> Desk {
        try Archives.open(ColleagueFile.read(file).get(), author: "Collega", in: at("dati")).get()
    }
}

extension Desk {
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
