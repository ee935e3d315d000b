import DocumentStore
import Foundation
import Model
import Sample

@testable import ViewModels

/// An archive in memory that notes what is committed, and can fail.
@MainActor final class NotingBackend: ArchiveBackend {
    let folder = URL(fileURLWithPath: "/nowhere")
    var readOnlyHolder: String?
    var failure: (any Error)?
    private(set) var committed: [(content: ArchiveContent, summary: String)] = []
    private(set) var origins: [CommitOrigin] = []
    private(set) var isClosed = false
    var checkpointFailures: [ArchiveError] = []
    var onStateChange: (@MainActor () -> Void)?

    var content: ArchiveContent { committed.last?.content ?? SampleArchive.content() }

    func commit(
        _ content: ArchiveContent, summary: String, author: String, at moment: Date, origin: CommitOrigin
    ) throws -> UUID? {
        if let failure { throw failure }
        committed.append((content, summary))
        origins.append(origin)
        return UUID(naming: ["\(committed.count)"])
    }

    func stacks() throws -> UndoStacks { UndoStacks.none }
    func content(_ side: CommitSide, _ commit: UUID) throws -> ArchiveContent? { nil }
    func refresh() throws -> Bool { false }

    func close() { isClosed = true }
}

struct DiskFull: Error {}

/// A session on the sample at a fixed moment.
@MainActor func sampleSession(_ backend: (any ArchiveBackend)? = nil) -> ArchiveSession {
    ArchiveSession(
        content: SampleArchive.content(), backend: backend, author: "Ufficio",
        now: { Date(timeIntervalSince1970: 1_780_000_000) })
}

extension ArchiveSession {
    /// The first indicator whose name holds `text`.
    func indicator(_ text: String) -> Indicator? {
        plan?.objectives.flatMap(\.indicators).first { $0.name.contains(text) }
    }
}
