import Foundation
import Glibc

/// Who may write to an archive now.
public enum LockState: Hashable, Sendable {
    /// This opening.
    case ours
    /// Nobody has it: whoever opens it can write.
    case free
    /// Somebody has it, and is there; nil where it cannot be told who.
    case held(by: LockOwner?)
    /// Another computer is named, and nothing says whether somebody still has it open there. It can be taken over.
    case named(LockOwner)
}

extension ArchiveStore {
    /// Who may write now. The lock's file is looked at, and left as it is.
    public var lockState: LockState {
        let (lock, layout, files) = withLock { ($0.lock, $0.layout, $0.files) }
        if let lock, lock.isOurs { return .ours }
        return ArchiveLock.state(in: layout.folder, for: .current, files: files)
    }
}

extension ArchiveLock {
    /// Who has the lock of a folder, seen by `owner`.
    static func state(in folder: String, for owner: LockOwner, files: FileSystem) -> LockState {
        let path = folder + "/lock"
        guard let descriptor = try? files.open(path, O_RDONLY | O_NONBLOCK) else {
            // No file is no lock; one that cannot be opened is somebody's.
            return ((try? files.status(path)) ?? nil) == nil ? .free : .held(by: nil)
        }
        defer { try? files.close(descriptor, path: path) }
        let named = Self.owner(in: folder, files: files)
        switch try? files.lockForReading(descriptor, path: path) {
        case true?:
            guard let named, named.host != owner.host else { return .free }
            return .named(named)
        case false?: return .held(by: named)
        case nil:
            // Without locks of the file system the names in the file say it.
            guard let named else { return .free }
            if named.isGone(seenFrom: owner.host) { return .free }
            return named.host == owner.host ? .held(by: named) : .named(named)
        }
    }
}
