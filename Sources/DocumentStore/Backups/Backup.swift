import Foundation

/// A dated copy of an archive, in a folder of its own below `backups`.
public struct Backup: Hashable, Sendable, Identifiable {
    /// Why a copy was made.
    public enum Reason: Hashable, Sendable {
        /// On the first opening of a day; `BackupRule` says how long it stays.
        case automatic
        /// Somebody asked for it.
        case byHand
        /// Before the archive was brought to this format.
        case beforeFormat(Int)
        /// Before a former state was brought back.
        case beforeRestore
        /// What a restore found damaged and set aside; nothing can be restored from it.
        case damaged
    }

    /// The name of its folder: the moment in UTC and the reason, so that names go by time.
    public var name: String
    /// Why it was made.
    public var reason: Reason
    /// When, to the second.
    public var date: Date
    /// Who made it; empty where it does not say.
    public var author: String
    /// The format of the archive in it; nil where it does not say.
    public var format: Int?
    /// The size of its files in bytes.
    public var size: Int
    /// It says what it holds, and all of that is there in its size. Only a restore compares the digests too.
    public var isWhole: Bool

    /// A copy.
    public init(
        name: String, reason: Reason, date: Date, author: String, format: Int?, size: Int, isWhole: Bool
    ) {
        self.name = name
        self.reason = reason
        self.date = date
        self.author = author
        self.format = format
        self.size = size
        self.isWhole = isWhole
    }

    /// The name.
    public var id: String { name }
}

extension Backup.Reason {
    /// The reason as data: `automatic`, `by-hand`, `before-format`, `before-restore`, `damaged`.
    public var code: String {
        switch self {
        case .automatic: "automatic"
        case .byHand: "by-hand"
        case .beforeFormat: "before-format"
        case .beforeRestore: "before-restore"
        case .damaged: "damaged"
        }
    }

    /// The end of the folder's name.
    var suffix: String {
        switch self {
        case .automatic: "automatico"
        case .byHand: "a-mano"
        case .beforeFormat(let format): "prima-formato-\(format)"
        case .beforeRestore: "prima-ripristino"
        case .damaged: "danneggiato"
        }
    }

    /// The reason that a folder's name ends in; a number after it, which tells copies of one second apart, is no
    /// part of it. Nil for any other end.
    init?(suffix: Substring) {
        let words = suffix.split(separator: "-", omittingEmptySubsequences: false)
        switch words.prefix(2).map(String.init) {
        case ["prima", "formato"]:
            guard words.count > 2, let format = Int(words[2]) else { return nil }
            self = .beforeFormat(format)
        case ["a", "mano"]: self = .byHand
        case ["prima", "ripristino"]: self = .beforeRestore
        default:
            switch words.first {
            case "automatico": self = .automatic
            case "danneggiato": self = .damaged
            default: return nil
            }
        }
    }
}

/// What came of an automatic backup. Whatever failed, the work goes on.
public struct BackupReceipt: Hashable, Sendable {
    /// The copy that was made; nil where none was due, or where it failed.
    public var made: Backup?
    /// The copies that went by the rule.
    public var pruned: [Backup] = []
    /// What failed.
    public var failures: [ArchiveError] = []

    /// What came of it; nothing where nothing is given.
    public init(made: Backup? = nil, pruned: [Backup] = [], failures: [ArchiveError] = []) {
        self.made = made
        self.pruned = pruned
        self.failures = failures
    }
}

/// What is wrong with a backup or with a restore.
public enum BackupProblem: Hashable, Sendable {
    /// The archive has no backup of this name.
    case missing(name: String)
    /// A backup does not say what it holds, or says it in a way that this program does not take.
    case unreadable(path: String)
    /// A file of a backup is missing, or is no longer as it was when the backup was made.
    case changed(path: String)
    /// The backup is one of another archive.
    case ofAnother(path: String)
    /// A restore in this folder was broken off; opening the archive to be written finishes it.
    case unfinished(folder: String)

    /// The file or folder; the name where there is none.
    var path: String {
        switch self {
        case .missing(let name): name
        case .unreadable(let path), .changed(let path), .ofAnother(let path), .unfinished(let path): path
        }
    }
}
