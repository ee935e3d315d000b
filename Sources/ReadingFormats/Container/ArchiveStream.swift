import CArchive
import Reading

/// The bytes of a file at an address that does not change.
final class PinnedBytes {
    /// The bytes.
    let buffer: UnsafeMutableBufferPointer<UInt8>

    /// A copy of some bytes.
    init(_ content: [UInt8]) {
        buffer = .allocate(capacity: content.count)
        _ = buffer.initialize(from: content)
    }

    deinit { buffer.deallocate() }
}

/// The entries of a ZIP in memory, one after another, by libarchive and the central directory.
final class ArchiveStream {
    /// An entry's head.
    struct Entry {
        /// Its name, as the container writes it.
        let name: String
        /// True where its content asks for a password.
        let isEncrypted: Bool
    }

    private let archive: OpaquePointer
    private let bytes: PinnedBytes
    private let format: SourceFormat

    /// Opens a ZIP.
    ///
    /// - Throws: `ReadingError.damaged` where it is none.
    init(_ bytes: PinnedBytes, format: SourceFormat) throws(ReadingError) {
        guard let archive = archive_read_new() else { throw .damaged(format: format, detail: "libarchive") }
        self.archive = archive
        self.format = format
        self.bytes = bytes
        archive_read_support_format_zip_seekable(archive)
        guard archive_read_open_memory(archive, bytes.buffer.baseAddress, bytes.buffer.count) == ARCHIVE_OK
        else {
            throw fault()
        }
    }

    deinit { archive_read_free(archive) }

    /// The next entry; nil at the end.
    func next() throws(ReadingError) -> Entry? {
        var entry: OpaquePointer?
        switch archive_read_next_header(archive, &entry) {
        case ARCHIVE_OK, ARCHIVE_WARN: break
        case ARCHIVE_EOF: return nil
        default: throw fault()
        }
        guard let name = archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else {
            throw .damaged(format: format, detail: "ZIP: no name")
        }
        return Entry(name: String(cString: name), isEncrypted: archive_entry_is_encrypted(entry) != 0)
    }

    /// The next bytes of the entry, which hold until the next call; nil at its end.
    func block() throws(ReadingError) -> UnsafeRawBufferPointer? {
        var start: UnsafeRawPointer?
        var count = 0
        var offset: Int64 = 0
        switch archive_read_data_block(archive, &start, &count, &offset) {
        case ARCHIVE_OK, ARCHIVE_WARN: return UnsafeRawBufferPointer(start: start, count: count)
        case ARCHIVE_EOF: return nil
        default: throw fault()
        }
    }

    private func fault() -> ReadingError {
        let reason = archive_error_string(archive).map { String(cString: $0) } ?? "ZIP"
        return .damaged(format: format, detail: reason)
    }
}
