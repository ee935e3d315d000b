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
        let path = path(in: folder)
        // Another may take its file away between our opening it and locking it: then the next one counts.
        for _ in 0..<100 {
            let descriptor = try files.open(path, O_RDWR | O_CREAT)
            do {
                let present = try names(in: descriptor, path: path, files: files)
                let locked = try files.lock(descriptor, path: path)
                if locked == false || !byForce && isHeld(present, by: owner, kernelKnows: locked != nil) {
                    try files.close(descriptor, path: path)
                    return .held(by: present)
                }
                let ours = try files.status(of: descriptor, path: path)
                guard try files.status(path)?.identity == ours.identity else {
                    try files.close(descriptor, path: path)
                    continue
                }
                try files.truncate(descriptor, to: 0, path: path)
                _ = lseek(descriptor, 0, SEEK_SET)
                try files.write(text(of: owner), to: descriptor, path: path)
                return .taken(
                    ArchiveLock(folder: folder, owner: owner, descriptor: descriptor, files: files))
            } catch {
                _ = Glibc.close(descriptor)
                throw error
            }
        }
        return .held(by: nil)
    }

    /// Who holds the lock of a folder according to its file; nil where nobody does.
    static func owner(in folder: String, files: FileSystem) -> LockOwner? {
        guard let bytes = try? files.bytes(of: path(in: folder), limit: 4096) else { return nil }
        return try? JSONDecoder().decode(LockOwner.self, from: Data(bytes))
    }

    /// Whether the folder is still there.
    static func isFolder(_ folder: String, files: FileSystem) -> Bool {
        (try? files.status(folder))??.kind == .folder
    }

    /// Whether the file at the lock's path is still the one that we hold.
    var isOurs: Bool {
        guard let held = try? files.status(of: descriptor, path: path), let there = try? files.status(path)
        else {
            return false
        }
        return there.identity == held.identity && Self.owner(in: folder, files: files) == owner
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

    private static func names(
        in descriptor: Int32, path: String, files: FileSystem
    ) throws(SystemError) -> LockOwner? {
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
