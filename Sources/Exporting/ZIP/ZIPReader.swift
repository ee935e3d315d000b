import CArchive
import Foundation

/// The files of a ZIP that this program has made.
enum ZIPReader {
    /// Each file by its name, in order.
    static func files(_ bytes: Data) throws(WritingError) -> [(name: String, content: Data)] {
        guard let archive = archive_read_new() else { throw .failed(reason: "libarchive") }
        defer { archive_read_free(archive) }
        archive_read_support_format_zip_seekable(archive)
        let content = [UInt8](bytes)
        var files: [(name: String, content: Data)] = []
        var problem: WritingError?
        content.withUnsafeBytes { buffer in
            guard archive_read_open_memory(archive, buffer.baseAddress, buffer.count) == ARCHIVE_OK else {
                problem = fault(archive)
                return
            }
            var entry: OpaquePointer?
            while problem == nil {
                let code = archive_read_next_header(archive, &entry)
                if code == ARCHIVE_EOF { return }
                guard code == ARCHIVE_OK, let name = archive_entry_pathname(entry) else {
                    problem = fault(archive)
                    return
                }
                let count = Int(archive_entry_size(entry))
                var data = Data(count: count)
                let read = data.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, count) }
                guard read == count else {
                    problem = fault(archive)
                    return
                }
                files.append((String(cString: name), data))
            }
        }
        if let problem { throw problem }
        return files
    }

    private static func fault(_ archive: OpaquePointer) -> WritingError {
        .failed(reason: archive_error_string(archive).map { String(cString: $0) } ?? "ZIP")
    }
}
