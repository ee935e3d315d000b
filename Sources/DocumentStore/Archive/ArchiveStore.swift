import Foundation
import Model
import Synchronization

/// An open archive: its content in memory, and the only way to change it.
///
/// Calls may come from any thread; a commit takes as long as the disk does, while `content` and `access` never wait.
public final class ArchiveStore: Sendable {
    /// How to open an archive.
    public enum Mode: Hashable, Sendable {
        /// To read and write; to read only, where somebody else has it or the folder does not let us write.
        case readWrite
        /// To read.
        case readOnly
        /// To read and write, also where a holder on another computer is named whose lock nothing upholds.
        case takeOver
    }

    /// What may be done with an open archive.
    public enum Access: Hashable, Sendable {
        /// All.
        case readWrite
        /// Reading, and why no more.
        case readOnly(ArchiveError.ReadOnlyReason)
    }

    /// What came of a commit.
    public struct Receipt: Hashable, Sendable {
        /// The commit; nil where nothing was different.
        public var commit: UUID?
        /// The documents that it changed.
        public var documents: [DocumentName]
    }

    /// The archive's folder.
    public let folder: URL
    /// The archive's identity.
    public let id: UUID

    let state: Mutex<ArchiveState>
    let published: Mutex<(content: ArchiveContent, access: Access)>
    /// Held while `settle()` looks at a document.
    let settling = Mutex(())

    init(_ state: ArchiveState) {
        folder = URL(filePath: state.layout.folder, directoryHint: .isDirectory)
        id = state.header.id
        published = Mutex((state.content, state.access))
        self.state = Mutex(state)
    }

    deinit {
        state.withLock { $0.lock?.release() }
    }

    /// The content as it was last committed or read.
    public var content: ArchiveContent { published.withLock { $0.content } }

    /// What may be done.
    public var access: Access { published.withLock { $0.access } }

    /// Makes `content` the archive's content. When it returns the change is on disk and survives a power cut; when it
    /// throws the archive is as it was before, and the change is the caller's to keep and try again.
    /// - Parameters:
    ///   - summary: what was done, in words for the history.
    ///   - author: who did it.
    ///   - date: when.
    ///   - origin: what it came from.
    @discardableResult
    public func commit(
        _ content: ArchiveContent, summary: String, author: String, at date: Date,
        origin: CommitOrigin = .edit
    ) throws(ArchiveError) -> Receipt {
        let note = CommitNote(summary: summary, author: author, date: date, origin: origin)
        waitForSettling()
        return try state.withLock { (state) throws(ArchiveError) -> Receipt in
            let receipt = try state.commit(content, note)
            let committed = state.content
            published.withLock { $0.content = committed }
            return receipt
        }
    }

    /// Reads the archive anew where it is open to be read and its files are others, so that what the holder committed
    /// is seen; says whether the content is another.
    public func refresh() throws(ArchiveError) -> Bool {
        try state.withLock { (state) throws(ArchiveError) -> Bool in
            guard case .readOnly(let reason) = state.access, reason != .closed else { return false }
            // Looked at before they are read: what is written meanwhile is seen the next time.
            let marks = try? FileMarks(state.layout, files: state.files)
            guard marks == nil || marks != state.marks else { return false }
            let read = try Self.readCalmly(
                state.layout, files: state.files, migrationPlan: state.migrationPlan)
            let isOther = read.content != state.content
            state.header = read.header
            state.library = read.library
            state.pending = read.pending
            state.documents = read.documents
            state.content = read.content
            state.marks = marks
            published.withLock { $0.content = read.content }
            return isOther
        }
    }

    /// Writes the documents that are behind their histories and gives the archive back; gives what failed. Nothing is
    /// lost by it: the histories have every commit.
    @discardableResult
    public func close() -> [ArchiveError] {
        state.withLock { state in
            // Without the lock the files are another's.
            let isOurs = state.access == .readWrite && state.lock?.isOurs == true
            let failures = isOurs ? state.checkpoint() : []
            state.lock?.release()
            state.lock = nil
            state.access = .readOnly(.closed)
            published.withLock { $0.access = .readOnly(.closed) }
            return failures
        }
    }

    /// Does work on the state with nobody else in it; what it commits is what `content` gives from then on.
    func withState<Result: Sendable>(
        _ work: (inout ArchiveState) throws(ArchiveError) -> Result
    ) throws(ArchiveError) -> Result {
        try state.withLock { (state) throws(ArchiveError) -> Result in
            let result = try work(&state)
            let content = state.content
            published.withLock { $0.content = content }
            return result
        }
    }

    /// Looks at the state with nobody else in it.
    func withLock<Result: Sendable>(_ look: (ArchiveState) -> Result) -> Result {
        state.withLock { look($0) }
    }

    /// The format of the documents in memory: an older one where the archive could only be read.
    var format: Int { snapshot().format }

    /// What is in memory now, for a look at the past.
    func snapshot() -> ArchiveState {
        state.withLock { $0 }
    }

    /// Reads an archive that another may be writing: what looks broken may only be half of a moment, and what was read
    /// while a history grew may be of two commits.
    static func readCalmly(
        _ layout: ArchiveLayout, files: FileSystem, migrationPlan: MigrationPlan = .current
    ) throws(ArchiveError) -> ArchiveReader.Result {
        for _ in 0..<8 {
            // With each a new one: texts that were not there yet may be there now.
            let reader = ArchiveReader(layout: layout, files: files, migrationPlan: migrationPlan)
            let before = reader.historyLengths
            guard let result = try? reader.read() else { continue }
            if before == reader.historyLengths { return result }
        }
        return try ArchiveReader(layout: layout, files: files, migrationPlan: migrationPlan).read()
    }
}
