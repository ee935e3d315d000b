import Foundation
import Glibc

/// Files outside of an archive that a person asked for: a PDF, a chart, values as JSON.
public enum AtomicFile {
    /// Why a file was not written, beyond what the system says.
    public enum Problem: Error, Hashable, Sendable {
        /// The file that is there is protected from being written.
        case writeProtected(path: String)
        /// The folder that was to hold it is not there.
        case noFolder(path: String)
    }

    /// Puts all of `bytes` at `path`, or leaves what was there, as `write(to:_:)` does.
    public static func write(_ bytes: Data, to path: String) throws {
        try write(to: path) { put in try put(bytes) }
    }

    /// Puts the pieces that `make` gives one after the other at `path`, all of them, or leaves what was there; a file that
    /// is replaced hands its permissions on. No more than a piece is kept in memory.
    ///
    /// A link stays, and what it leads to is replaced. A device or pipe is written to: putting a file in its place
    /// would take it away from everybody. Throws `Problem`, what the system says, or the error of `make`.
    public static func write<Made>(
        to path: String, _ make: (_ put: @escaping (Data) throws -> Void) throws -> Made
    ) throws -> Made {
        var status = stat()
        let isThere = stat(path, &status) == 0
        guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            let made = try make { try handle.write(contentsOf: $0) }
            try handle.close()
            return made
        }
        // Renaming a new file over it asks for no permission on the old one, so that is looked at here; whoever may
        // do everything respects the protection as well.
        if isThere, status.st_mode & 0o222 == 0 || access(path, W_OK) != 0 {
            throw Problem.writeProtected(path: path)
        }
        let url = URL(filePath: path).resolvingSymlinksInPath()
        let folder = url.deletingLastPathComponent().path(percentEncoded: false)
        guard access(folder, F_OK) == 0 else { throw Problem.noFolder(path: folder) }
        return try replace(
            url.path(percentEncoded: false), in: folder, like: isThere ? status : nil, with: make)
    }

    /// Makes a file beside `path` and puts it in its place when it is whole.
    /// - Parameter old: the file that is replaced.
    private static func replace<Made>(
        _ path: String, in folder: String, like old: stat?,
        with make: (_ put: @escaping (Data) throws -> Void) throws -> Made
    ) throws -> Made {
        let name = FileSystem.temporaryPrefix + UUID().uuidString + FileSystem.temporarySuffix
        let (disk, temporary) = (FileSystem.disk, folder + "/" + name)
        let descriptor = try disk.open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
        let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            let made = try make { try disk.write([UInt8]($0), to: descriptor, path: path) }
            // Group before mode: changing the group takes some bits of the mode away.
            if let old,
                fchown(descriptor, uid_t.max, old.st_gid) != 0
                    || fchmod(descriptor, old.st_mode & 0o7777) != 0
            {
                throw SystemError(.permissions, code: errno, path: path)
            }
            try disk.sync(descriptor, path: path)
            try handle.close()
            try disk.rename(temporary, to: path)
            return made
        } catch {
            unlink(temporary)
            throw error
        }
    }
}
