import DocumentStore
import Foundation

/// Writes files that a person asked for, outside of the archive.
public enum FileOutput {
    /// Writes all of `data` at `url`, or leaves what was there.
    public static func write(_ data: Data, to url: URL) throws {
        try AtomicFile.write(data, to: url.path(percentEncoded: false))
    }
}
