import DocumentStore
import Foundation
import Scoring
import Synchronization

/// An archive that is opened beside the main actor, while the window's toolkit starts there: it is read with what was done
/// in it last, and scored.
public final class ArchiveOpening: Sendable {
    /// The folder of the archive.
    public let folder: URL
    private let author: String
    private let year: Int?
    private let outcome = Mutex<Result<Opened, ArchiveError>?>(nil)

    /// What was opened.
    private struct Opened: Sendable {
        var store: ArchiveStore
        var stacks: Result<UndoStacks, ArchiveError>
        var year: Int
        var assessment: ArchiveAssessment
    }

    /// Begins to open the archive in `folder`.
    /// - Parameters:
    ///   - author: who opens it.
    ///   - year: the year that will be shown, where the archive has it.
    public init(_ folder: URL, author: String, year: Int?) {
        self.folder = folder
        self.author = author
        self.year = year
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            guard case .success(let opened) = result() else { return }
            // Meanwhile the window comes on the screen.
            opened.store.settle()
        }
    }

    private func assess(_ store: ArchiveStore) -> Opened {
        let content = store.content
        let shown = year.flatMap { content.years.contains($0) ? $0 : nil } ?? content.lastYear(now: Date())
        return Opened(
            store: store,
            stacks: Result { () throws(ArchiveError) in try store.undoStacks(limit: UndoHistory.limit) },
            year: shown, assessment: ArchiveAssessment(content, year: shown))
    }

    /// A session on the archive, once it is open.
    @MainActor public func session() -> Result<ArchiveSession, Archives.Problem> {
        switch result() {
        case .success(let opened):
            let backend = DiskBackend(opened.store, stacks: opened.stacks)
            return .success(
                ArchiveSession(
                    content: backend.content, backend: backend, author: author, now: Date.init,
                    assessed: (opened.year, opened.assessment)))
        case .failure(let error): return .failure(Archives.Problem(error))
        }
    }

    /// Closes the archive, which nobody wants: another window has it, for example.
    public func giveUp() {
        guard case .success(let opened) = result() else { return }
        _ = opened.store.close()
    }

    /// What was opened: now, where nobody has begun; whoever asks meanwhile waits.
    private func result() -> Result<Opened, ArchiveError> {
        outcome.withLock { known in
            if let known { return known }
            let made = Result { () throws(ArchiveError) in
                assess(try ArchiveStore.open(at: folder, mode: .readWrite, author: author))
            }
            known = made
            return made
        }
    }
}
