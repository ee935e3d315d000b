import Foundation

/// Files outside of an archive that a person asked for: a PDF, a chart, values as JSON.
public enum AtomicFile {
    /// Puts all of `bytes` at `path`, or leaves what was there.
    ///
    /// A link stays, and what it leads to is replaced with its mode and group; a file that is protected against writing is
    /// refused. A device or pipe is written to: putting a file in its place
    /// would take it away from everybody.
    public static func write(_ bytes: Data, to path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG else {
            let url = URL(filePath: path)
            try FileSystem.disk.replace(
                url.lastPathComponent, in: url.deletingLastPathComponent().plainPath, with: [UInt8](bytes))
            return
        }
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.write(contentsOf: bytes)
        try handle.close()
    }
}
