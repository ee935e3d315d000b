import CArchive

/// Writes ZIP containers for tests.
enum Zip {
    /// A container of these parts, compressed.
    static func bytes(_ parts: [(name: String, content: [UInt8])], capacity: Int = 1 << 24) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: capacity)
        var used = 0
        let archive = archive_write_new()
        archive_write_set_format_zip(archive)
        archive_write_add_filter_none(archive)
        archive_write_set_bytes_per_block(archive, 1)
        archive_write_open_memory(archive, &buffer, buffer.count, &used)
        for part in parts {
            let entry = archive_entry_new()
            archive_entry_set_pathname(entry, part.name)
            archive_entry_set_size(entry, Int64(part.content.count))
            archive_entry_set_filetype(entry, 0o100000)
            archive_entry_set_perm(entry, 0o644)
            archive_write_header(archive, entry)
            archive_write_data(archive, part.content, part.content.count)
            archive_entry_free(entry)
        }
        archive_write_close(archive)
        archive_write_free(archive)
        return Array(buffer[..<used])
    }

    /// A container of texts.
    static func bytes(_ parts: [String: String]) -> [UInt8] {
        bytes(parts.sorted { $0.key < $1.key }.map { ($0.key, Array($0.value.utf8)) })
    }
}
