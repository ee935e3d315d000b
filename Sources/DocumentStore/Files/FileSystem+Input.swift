import Foundation
import Glibc

extension FileSystem {
    /// The bytes of a regular file outside of an archive, of at most `limit` bytes.
    ///
    /// Throws where there is none, where something else than a file stands there, or where it is larger.
    public func wholeFile(_ url: URL, limit: Int) throws(ArchiveError) -> [UInt8] {
        guard let bytes = try bytes(of: url.path(percentEncoded: false), limit: limit) else {
            throw .unreadable(SystemError(.open, code: ENOENT, path: url.path(percentEncoded: false)))
        }
        return bytes
    }
}
