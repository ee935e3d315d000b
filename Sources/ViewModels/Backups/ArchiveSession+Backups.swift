import DocumentStore
import Foundation
import Localization
import UserMessages

extension ArchiveSession {
    /// The backups of the archive; nil where changes stay in memory.
    public var backups: BackupsModel? {
        archive.map { BackupsModel(folder: $0.folder, store: $0) }
    }

    /// For how long the backup of the day waits: it holds the archive, and would keep the window's first picture from
    /// coming.
    private static let showing = Duration.seconds(2.5)

    /// Makes the automatic backup of the day where it is due, away from the main actor and once the window is there;
    /// `failed` has what went wrong.
    public func backUpIfDue(failed: @escaping @MainActor (String) -> Void) {
        guard !isReadOnly, let backups else { return }
        let author = author
        Task { @MainActor in
            try? await Task.sleep(for: Self.showing)
            let failure = await Task.detached { backups.makeIfDue(author: author) }.value
            if let failure { failed(tr("No backup was made: {reason}", ["reason": failure])) }
        }
    }

    /// Brings back the content of a backup as one step that can be undone, away from the main actor; what is there now
    /// is backed up first.
    public func restore(
        _ row: BackupRow, finished: @escaping @MainActor (Result<Void, Archives.Problem>) -> Void
    ) {
        guard let backups else { return }
        if case .failed(let reason) = saveState {
            // A backup of what is on disk would lack them.
            return finished(
                .failure(
                    Archives.Problem(
                        words: tr("Your last changes are not on disk yet: {reason}", ["reason": reason]))))
        }
        // An edit meanwhile would take back what is restored.
        do throws(EditRefusal) {
            try beginPreparing()
        } catch {
            return finished(.failure(Archives.Problem(words: error.words)))
        }
        let author = author
        let title = tr("Backup of {moment} restored", ["moment": row.when])
        Task { @MainActor in
            let result = await Task.detached { backups.restore(row, title: title, author: author) }.value
            self.endPreparing()
            finished(result.map { self.noteCommit($0, title: title) })
        }
    }
}

extension Archives {
    /// The backups of an archive that does not open.
    public static func backups(at folder: URL) -> BackupsModel {
        BackupsModel(folder: folder, store: nil)
    }
}
