import Diagnostics
import DocumentStore
import Foundation
import Model
import UserMessages

/// The archive on disk as a session works on it.
@MainActor public final class DiskBackend: ArchiveBackend {
    /// The archive, for what goes beyond changing its content: its past, its copies, colleagues' files.
    public let store: ArchiveStore
    /// What was read at opening, until it is asked for.
    private var knownStacks: Result<UndoStacks, ArchiveError>?

    /// Opens the archive in `folder`; where somebody else has it, it can be read.
    /// - Parameter author: who opens it, for the history of a migration.
    public convenience init(
        opening folder: URL, mode: ArchiveStore.Mode = .readWrite, author: String? = nil
    ) throws(ArchiveError) {
        self.init(try ArchiveStore.open(at: folder, mode: mode, author: author), stacks: nil)
    }

    /// An archive that was opened already, with what was done and undone in it, where that was read too.
    init(_ store: ArchiveStore, stacks: Result<UndoStacks, ArchiveError>?) {
        self.store = store
        knownStacks = stacks
        verifyHistories()
    }

    /// Makes an archive of `content` in an empty folder.
    public init(
        creating folder: URL, content: ArchiveContent, summary: String, author: String, at moment: Date
    ) throws(ArchiveError) {
        knownStacks = nil
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

    /// Called where the histories turn out not to hold, and where the documents' files cannot be written, or can again.
    public var onStateChange: (@MainActor () -> Void)?
    /// What of the documents' files could not be written when the hands rested last; it is tried again the next time.
    public private(set) var checkpointFailures: [ArchiveError] = []

    /// For how long nothing is committed before the documents' files are written.
    private static let rest = Duration.seconds(4)
    private var checkpointing: Task<Void, Never>?

    /// Puts `content` on disk before it returns: a line of the history. The documents' files follow when the hands rest.
    public func commit(
        _ content: ArchiveContent, summary: String, author: String, at moment: Date, origin: CommitOrigin
    ) throws(ArchiveError) -> UUID? {
        let receipt = try store.commit(content, summary: summary, author: author, at: moment, origin: origin)
        checkpointSoon()
        return receipt.commit
    }

    /// The same while the main actor does other things.
    public func commitAway(
        _ content: ArchiveContent, summary: String, author: String, at moment: Date, origin: CommitOrigin
    ) async -> Result<UUID?, any Error> {
        let store = store
        let committed = await Task.detached {
            Result {
                try store.commit(content, summary: summary, author: author, at: moment, origin: origin).commit
            }
        }.value
        checkpointSoon()
        return committed
    }

    private func checkpointSoon() {
        checkpointing?.cancel()
        let store = store
        checkpointing = Task { [weak self] in
            do {
                try await Task.sleep(for: Self.rest)
            } catch {
                // Something was committed meanwhile, or the archive was closed.
                return
            }
            let failures = await Task.detached(priority: .utility) { store.checkpoint() }.value
            self?.noteCheckpoint(failures)
        }
    }

    private func noteCheckpoint(_ failures: [ArchiveError]) {
        for failure in failures {
            ProgramLog.archive.warning("A document's file in \(folder.path) is not written: \(failure)")
        }
        guard !failures.isEmpty || !checkpointFailures.isEmpty else { return }
        checkpointFailures = failures
        onStateChange?()
    }

    /// For how long the histories wait, so that they do not keep the window's first picture from coming.
    private static let showing = Duration.seconds(1.5)

    /// Does what opening left out, and goes through the whole histories, while the window is in use already.
    private func verifyHistories() {
        let store = store
        Task { [weak self] in
            // The first commit needs it, and may come as soon as the window is there.
            await Task.detached(priority: .userInitiated) { store.settle() }.value
            try? await Task.sleep(for: Self.showing)
            guard store.access == .readWrite else { return }
            let problems = await Task.detached(priority: .background) { store.verifyHistories() }.value
            await Task.detached(priority: .background) { ArchiveStore.returnFreeMemory() }.value
            for problem in problems {
                ProgramLog.archive.error("A history in \(store.folder.path) does not hold: \(problem)")
            }
            if !problems.isEmpty { self?.onStateChange?() }
        }
    }

    /// What was done and undone last, as the history tells it.
    public func stacks() throws(ArchiveError) -> UndoStacks {
        if let known = knownStacks {
            knownStacks = nil
            return try known.get()
        }
        return try store.undoStacks(limit: UndoHistory.limit)
    }

    /// The content before or after a commit.
    public func content(_ side: CommitSide, _ commit: UUID) throws(ArchiveError) -> ArchiveContent? {
        try store.content(side, commit)
    }

    /// Reads what another committed meanwhile.
    public func refresh() throws(ArchiveError) -> Bool {
        try store.refresh()
    }

    /// Writes what is behind and lets go of the archive.
    public func close() {
        checkpointing?.cancel()
        onStateChange = nil
        noteCheckpoint(store.close())
    }
}
