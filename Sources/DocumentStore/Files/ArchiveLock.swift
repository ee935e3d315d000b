import Foundation
import Glibc

/// The file `lock` of an archive, held by the one who may write.
///
/// The kernel's lock says whether a holder on this computer lives; the names in the file say who it is, and stand
/// for the kernel's lock on network folders that have none.
final class ArchiveLock: Sendable {
    private let folder: String
    private let owner: LockOwner
    private let descriptor: Int32
    private let files: FileSystem

    private init(folder: String, owner: LockOwner, descriptor: Int32, files: FileSystem) {
        self.folder = folder
        self.owner = owner
        self.descriptor = descriptor
        self.files = files
    }

    private var path: String { Self.path(in: folder) }

    private static func path(in folder: String) -> String { folder + "/lock" }

    /// What came of trying to take it.
    enum Attempt {
        /// It is ours.
        case taken(ArchiveLock)
        /// Somebody has it; nil where the file does not say who.
        case held(by: LockOwner?)
    }

    /// Takes the lock for `owner`, also from a holder whose process is gone; `byForce` from anybody on another
    /// computer whose lock the kernel does not know.
    static func take(
        in folder: String, for owner: LockOwner, byForce: Bool, files: FileSystem
    ) throws(SystemError) -> Attempt {
        // Another may take its file away between our opening it and locking it: then the next one counts.
        for _ in 0..<100 {
            guard let (descriptor, isNew) = try descriptor(in: folder, files: files) else { continue }
            let lock = ArchiveLock(folder: folder, owner: owner, descriptor: descriptor, files: files)
            do {
                switch try lock.claim(isNew: isNew, byForce: byForce) {
                case .taken: return .taken(lock)
                case .held(let holder):
                    _ = Glibc.close(descriptor)
                    return .held(by: holder)
                case .again: _ = Glibc.close(descriptor)
                }
            } catch {
                _ = Glibc.close(descriptor)
                throw error
            }
        }
        return .held(by: nil)
    }

    /// The open file `lock`, and whether it was made by this call; nil where it went or came meanwhile.
    private static func descriptor(
        in folder: String, files: FileSystem
    ) throws(SystemError) -> (descriptor: Int32, isNew: Bool)? {
        // A pipe must not make us wait, and a link must not lead us to a file of somebody else.
        let flags = O_RDWR | O_NOFOLLOW | O_NONBLOCK
        let path = path(in: folder)
        do {
            if try files.status(path) != nil { return (try files.open(path, flags), false) }
            let descriptor = try files.open(path, flags | O_CREAT | O_EXCL)
            try share(descriptor, path: path, files: files)
            return (descriptor, true)
        } catch {
            guard error.call == .open, [ENOENT, EEXIST].contains(error.code) else { throw error }
            return nil
        }
    }

    /// Lets colleagues of the folder's group see who has the lock, and whether they still do.
    private static func share(
        _ descriptor: Int32, path: String, files: FileSystem
    ) throws(SystemError) {
        do {
            try files.adopt(nil, descriptor, path: path)
        } catch {
            _ = Glibc.close(descriptor)
            try? files.remove(path)
            throw error
        }
    }

    /// What came of one try to get hold of an open file.
    private enum Claim {
        case taken
        case held(by: LockOwner?)
        /// Another was quicker.
        case again
    }

    private func claim(isNew: Bool, byForce: Bool) throws(SystemError) -> Claim {
        let ours = try files.status(of: descriptor, path: path)
        guard ours.kind == .file else { throw SystemError(.open, code: EINVAL, path: path) }
        guard let locked = try lockUnlessHeld() else { return .held(by: try? names()) }
        var present = try names()
        if locked == .unknown, !isNew {
            // Whoever made the file is about to write its names.
            for _ in 0..<20 where present == nil {
                usleep(50_000)
                present = try names()
            }
        }
        if !byForce, Self.isHeld(present, by: owner, kernelKnows: locked == .known) {
            return .held(by: present)
        }
        guard try files.status(path)?.identity == ours.identity else { return .again }
        if locked == .unknown, !isNew {
            try takeAway(ours)
            return .again
        }
        try files.truncate(descriptor, to: 0, path: path)
        _ = lseek(descriptor, 0, SEEK_SET)
        try files.write(Self.text(of: owner), to: descriptor, path: path)
        return .taken
    }

    /// Whether the kernel has locks for the file.
    private enum Kernel {
        case known, unknown
    }

    /// Locks the file; nil where somebody holds it. Whoever only looks at it holds it for a moment too, and writes no
    /// name: then it is tried again.
    private func lockUnlessHeld() throws(SystemError) -> Kernel? {
        for _ in 0..<20 {
            switch try files.lock(descriptor, path: path) {
            case true?: return .known
            case nil: return .unknown
            case false?:
                // Some network folders let nobody read what another has locked.
                if let holder = try? names(), !holder.isGone(seenFrom: owner.host) { return nil }
                usleep(10_000)
            }
        }
        return nil
    }

    /// Takes away a file that nobody holds, where the kernel has no locks: only one of those who try gets to make the
    /// next. It is moved first, for another may have put its own there meanwhile.
    private func takeAway(_ stale: FileSystem.Status) throws(SystemError) {
        let aside =
            folder + "/" + FileSystem.temporaryPrefix + "lock.\(getpid())" + FileSystem.temporarySuffix
        do {
            try files.rename(path, to: aside)
            if try files.status(aside)?.identity == stale.identity {
                try files.remove(aside)
            } else {
                try files.rename(aside, to: path)
            }
        } catch {
            guard error.code == ENOENT else { throw error }
        }
    }

    /// Who holds the lock of a folder according to its file; nil where nobody does.
    static func owner(in folder: String, files: FileSystem) -> LockOwner? {
        guard let bytes = try? files.bytes(of: path(in: folder), limit: 4096) else { return nil }
        return try? JSONDecoder().decode(LockOwner.self, from: Data(bytes))
    }

    /// Whether the file `lock` of a folder is one of ours, or empty as a crash leaves it.
    static func isLock(in folder: String, files: FileSystem) -> Bool {
        (try? files.bytes(of: path(in: folder), limit: 4096))?.isEmpty == true
            || owner(in: folder, files: files) != nil
    }

    /// Whether the folder is there.
    static func isFolder(_ folder: String, files: FileSystem) -> Bool {
        (try? files.status(folder))??.kind == .folder
    }

    /// Whether the file at the lock's path is still the one that we hold.
    var isOurs: Bool {
        guard let held = try? files.status(of: descriptor, path: path), let there = try? files.status(path)
        else {
            return false
        }
        guard there.identity == held.identity else { return false }
        // Opened anew, a network folder shows what another computer wrote; where our own lock forbids that, not.
        let present = Self.owner(in: folder, files: files) ?? (try? names())
        return present == owner
    }

    /// Gives the lock back: the file goes, if it is still ours.
    func release() {
        if isOurs { try? files.remove(path) }
        _ = Glibc.close(descriptor)
    }

    private static func isHeld(_ present: LockOwner?, by owner: LockOwner, kernelKnows: Bool) -> Bool {
        guard let present else { return false }
        if present.host != owner.host { return true }
        return !kernelKnows && !present.isGone(seenFrom: owner.host)
    }

    private func names() throws(SystemError) -> LockOwner? {
        _ = lseek(descriptor, 0, SEEK_SET)
        let bytes = try files.read(descriptor, count: 4096, path: path)
        return try? JSONDecoder().decode(LockOwner.self, from: Data(bytes))
    }

    private static func text(of owner: LockOwner) -> [UInt8] {
        let members: [String: JSONValue] = [
            "user": .string(owner.user), "host": .string(owner.host), "process": .number("\(owner.process)"),
        ]
        return JSONValue.object(members).archiveText
    }
}
