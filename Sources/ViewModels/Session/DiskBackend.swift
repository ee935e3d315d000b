import DocumentStore
import Foundation
import Model
import UserMessages

/// The archive on disk as a session works on it.
@MainActor public final class DiskBackend: ArchiveBackend {
    /// The archive, for what goes beyond changing its content: its past, its copies, colleagues' files.
    public let store: ArchiveStore

    /// Opens the archive in `folder`; where somebody else has it, it can be read.
    /// - Parameter author: who opens it, for the history of a migration.
    public init(
        opening folder: URL, mode: ArchiveStore.Mode = .readWrite, author: String? = nil
    ) throws(ArchiveError) {
        store = try ArchiveStore.open(at: folder, mode: mode, author: author)
    }

    /// Makes an archive of `content` in an empty folder.
    public init(
        creating folder: URL, content: ArchiveContent, summary: String, author: String, at moment: Date
    ) throws(ArchiveError) {
        store = try ArchiveStore.create(
            at: folder, content: content, summary: summary, author: author, date: moment)
    }

    /// What was read or committed last.
    public var content: ArchiveContent { store.content }
    /// The archive.
    public var archive: ArchiveStore? { store }
    /// The folder.
    public var folder: URL { store.folder }

    /// Who has the archive open, or why else it cannot be written; nil where it can.
    public var readOnlyHolder: String? {
        guard case .readOnly(let reason) = store.access else { return nil }
        return reason.words
    }

    /// Puts `content` on disk before it returns.
    public func commit(
        _ content: ArchiveContent, summary: String, author: String, at moment: Date, origin: CommitOrigin
    ) throws(ArchiveError) -> UUID? {
        try store.commit(content, summary: summary, author: author, at: moment, origin: origin).commit
    }

    /// What was done and undone, as the history tells it.
    public func stacks() throws(ArchiveError) -> UndoStacks {
        UndoStacks(try store.timeline())
    }

    /// The content before or after a commit.
    public func content(_ side: CommitSide, _ commit: UUID) throws(ArchiveError) -> ArchiveContent? {
        switch side {
        case .before: try store.content(before: commit)
        case .after: try store.content(after: commit)
        }
    }

    /// Reads what another committed meanwhile.
    public func refresh() throws(ArchiveError) -> Bool {
        try store.refresh()
    }

    /// Writes what is behind and lets go of the archive.
    public func close() {
        store.close()
    }
}
