import DocumentStore
import Foundation
import Localization
import UserMessages

/// A backup as the window shows it.
public struct BackupRow: Hashable, Sendable, Identifiable {
    /// The name of its folder.
    public let id: String
    /// When, in this machine's time.
    public let when: String
    /// Why it was made, in words.
    public let reason: String
    /// Who made it; empty where it does not say.
    public let author: String
    /// The size of its files, in words.
    public let size: String
    /// Something can be restored from it.
    public let canBeRestored: Bool

    /// The row of a backup.
    init(_ backup: Backup) {
        id = backup.name
        when = MomentWords.text(backup.date)
        reason = backup.isWhole ? backup.reason.words : backup.reason.words + ", " + tr("not whole")
        author = backup.author
        size = SizeWords.text(bytes: backup.size)
        canBeRestored = backup.isWhole && backup.reason != .damaged
    }
}

/// Sizes of files in words.
enum SizeWords {
    /// `812 kB`, `12,4 MB`: decimal units, as file managers have them.
    static func text(bytes: Int) -> String {
        if bytes < 1_000_000 { return Words.number(max((bytes + 999) / 1000, bytes == 0 ? 0 : 1)) + " kB" }
        let tenths = bytes / 100_000
        let separator = Localization.language == .english ? "." : ","
        return Words.number(tenths / 10) + separator + "\(tenths % 10) MB"
    }
}

/// The backups of an archive, as the window works on them; its functions take their time and are called away from the
/// main actor.
public struct BackupsModel: Sendable {
    /// The archive's folder.
    public let folder: URL
    private let store: ArchiveStore?

    /// The backups of the archive in `folder`; without a `store` it is one that does not open.
    init(folder: URL, store: ArchiveStore?) {
        self.folder = folder
        self.store = store
    }

    /// The rule by which automatic backups stay, in words.
    public static var rule: String { BackupRule.standard.words }

    /// The backups, the newest first.
    public func list() -> [BackupRow] {
        ArchiveStore.backups(at: folder).map(BackupRow.init)
    }

    /// Makes a backup now.
    public func make(author: String) -> Result<BackupRow, Archives.Problem> {
        attempt { store throws(ArchiveError) in
            BackupRow(try store.backUp(author: author, at: Date()))
        }
    }

    /// Makes an automatic backup where one is due; what failed, in words; nil where nothing did.
    public func makeIfDue(author: String) -> String? {
        guard let store, store.access == .readWrite else { return nil }
        let failures = store.backUpIfDue(author: author, at: Date()).failures
        return failures.isEmpty ? nil : failures.map(\.words).joined(separator: " ")
    }

    /// Brings back the content of a backup as one change; the commit, nil where nothing was different.
    func restore(_ row: BackupRow, title: String, author: String) -> Result<UUID?, Archives.Problem> {
        attempt { store throws(ArchiveError) in
            try store.restore(from: row.id, summary: title, author: author, at: Date()).commit
        }
    }

    /// Puts a backup in the place of an archive that does not open; where what was there is now, below the folder.
    public func restoreDamaged(_ row: BackupRow) -> Result<String, Archives.Problem> {
        do throws(ArchiveError) {
            return .success(try ArchiveStore.restoreDamaged(at: folder, from: row.id, at: Date()))
        } catch {
            return .failure(Archives.Problem(words: error.words))
        }
    }

    private func attempt<Value>(
        _ work: (ArchiveStore) throws(ArchiveError) -> Value
    ) -> Result<Value, Archives.Problem> {
        guard let store else { return .failure(Archives.Problem(words: EditRefusal.gone.words)) }
        do throws(ArchiveError) {
            return .success(try work(store))
        } catch {
            return .failure(Archives.Problem(words: error.words))
        }
    }
}
