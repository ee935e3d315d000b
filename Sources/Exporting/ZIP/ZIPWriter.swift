import CArchive
import Foundation

/// A ZIP container in memory, by libarchive.
final class ZIPWriter {
    private let archive: OpaquePointer
    private let sink = Sink()

    /// What the library has given so far.
    private final class Sink {
        var bytes = Data()
    }

    /// An empty container.
    init() throws(WritingError) {
        guard let archive = archive_write_new() else { throw .failed(reason: "libarchive") }
        self.archive = archive
        archive_write_set_format_zip(archive)
        archive_write_set_bytes_per_block(archive, 0)
        let opened = archive_write_open(
            archive, Unmanaged.passUnretained(sink).toOpaque(), nil,
            { _, client, bytes, count in
                guard let client, let bytes else { return 0 }
                Unmanaged<Sink>.fromOpaque(client).takeUnretainedValue().bytes
                    .append(bytes.assumingMemoryBound(to: UInt8.self), count: count)
                return count
            }, nil)
        guard opened == ARCHIVE_OK else { throw fault() }
    }

    deinit { archive_write_free(archive) }

    /// Adds a file; the first of a document of OpenDocument is stored as it is.
    func add(_ name: String, _ content: Data, isStored: Bool = false) throws(WritingError) {
        if isStored {
            archive_write_zip_set_compression_store(archive)
        } else {
            archive_write_zip_set_compression_deflate(archive)
        }
        guard let entry = archive_entry_new() else { throw .failed(reason: "libarchive") }
        defer { archive_entry_free(entry) }
        archive_entry_set_pathname(entry, name)
        archive_entry_set_size(entry, Int64(content.count))
        archive_entry_set_filetype(entry, 0o100000)
        archive_entry_set_perm(entry, 0o644)
        // The same table gives the same bytes, whenever it is written; 1 January 1980 is the first day that ZIP knows.
        archive_entry_set_mtime(entry, 315_532_800, 0)
        guard archive_write_header(archive, entry) == ARCHIVE_OK else { throw fault() }
        let written = content.withUnsafeBytes { archive_write_data(archive, $0.baseAddress, $0.count) }
        guard written == content.count else { throw fault() }
    }

    /// The container, which takes no more then.
    func finish() throws(WritingError) -> Data {
        guard archive_write_close(archive) == ARCHIVE_OK else { throw fault() }
        return sink.bytes
    }

    private func fault() -> WritingError {
        .failed(reason: archive_error_string(archive).map { String(cString: $0) } ?? "ZIP")
    }
}
