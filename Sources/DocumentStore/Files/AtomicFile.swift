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

    /// Puts all of `bytes` at `path`, or leaves what was there; a file that is replaced hands its permissions on.
    ///
    /// A link stays, and what it leads to is replaced. A device or pipe is written to: putting a file in its place
    /// would take it away from everybody. Throws `Problem`, or what the system says.
    public static func write(_ bytes: Data, to path: String) throws {
        var status = stat()
        let isThere = stat(path, &status) == 0
        guard !isThere || status.st_mode & S_IFMT == S_IFREG else {
            let handle = try FileHandle(forWritingTo: URL(filePath: path))
            try handle.write(contentsOf: bytes)
            try handle.close()
            return
        }
        // Renaming a new file over it asks for no permission on the old one, so that is looked at here; whoever may
        // do everything respects the protection as well.
        if isThere, status.st_mode & 0o222 == 0 || access(path, W_OK) != 0 {
            throw Problem.writeProtected(path: path)
        }
        let url = URL(filePath: path).resolvingSymlinksInPath()
        let folder = url.deletingLastPathComponent().path(percentEncoded: false)
        guard access(folder, F_OK) == 0 else { throw Problem.noFolder(path: folder) }
        try bytes.write(to: url, options: .atomic)
        guard isThere else { return }
        // Group before mode: changing the group takes some bits of the mode away.
        let written = url.path(percentEncoded: false)
        if chown(written, uid_t.max, status.st_gid) != 0 || chmod(written, status.st_mode & 0o7777) != 0 {
            throw SystemError(.permissions, code: errno, path: written)
        }
    }
}
