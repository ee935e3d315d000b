import DocumentStore
import Foundation
import Model

/// What keeps the archive on disk.
@MainActor public protocol ArchiveBackend: AnyObject {
    /// The folder.
    var folder: URL { get }
    /// Who has the archive open, where it can only be read here; nil where it can be written.
    var readOnlyHolder: String? { get }
    /// The content that is on disk, as it was last committed or read.
    var content: ArchiveContent { get }
    /// Puts `content` on disk before it returns and gives the commit, nil where nothing was different; throws where
    /// it could not, and what was on disk stays.
    func commit(
        _ content: ArchiveContent, summary: String, author: String, at moment: Date, origin: CommitOrigin
    ) throws -> UUID?
    /// The same, away from the main actor where that can be done.
    func commitAway(
        _ content: ArchiveContent, summary: String, author: String, at moment: Date, origin: CommitOrigin
    ) async -> Result<UUID?, any Error>
    /// What was done and undone before the archive was opened.
    func stacks() throws -> UndoStacks
    /// The content before a commit, or after it; nil where no history knows it.
    func content(_ side: CommitSide, _ commit: UUID) throws -> ArchiveContent?
    /// Reads what another committed meanwhile; says whether the content is another.
    func refresh() throws -> Bool
    /// Lets go of the archive.
    func close()
    /// What of the documents' files could not be written when the hands rested last; the histories have every commit.
    var checkpointFailures: [ArchiveError] { get }
    /// Called where its access or its failures have changed without somebody having asked for it.
    var onStateChange: (@MainActor () -> Void)? { get set }
    /// The archive behind it, for its past, its copies and who else has it; nil where there is none.
    var archive: ArchiveStore? { get }
}

extension ArchiveBackend {
    /// On the main actor.
    public func commitAway(
        _ content: ArchiveContent, summary: String, author: String, at moment: Date, origin: CommitOrigin
    ) async -> Result<UUID?, any Error> {
        Result { try commit(content, summary: summary, author: author, at: moment, origin: origin) }
    }
    /// None.
    public var archive: ArchiveStore? { nil }
    /// None.
    public var checkpointFailures: [ArchiveError] { [] }
    /// Nothing changes by itself.
    public var onStateChange: (@MainActor () -> Void)? {
        get { nil }
        set { _ = newValue }
    }
}

/// A side of a commit.
public enum CommitSide: Hashable, Sendable {
    case before, after
}

/// What the status line says about the disk.
public enum SaveState: Hashable, Sendable {
    /// Everything is on disk, since this moment; nil where nothing changed since opening.
    case saved(at: Date?)
    /// The last changes are in memory only, for this reason.
    case failed(String)
    /// Nothing can be written; who has the archive.
    case readOnly(holder: String)
}
