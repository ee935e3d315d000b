import Glibc

extension FileSystem {
    /// The bytes of a regular file of at most `limit` bytes; nil where there is none.
    func bytes(of path: String, limit: Int) throws(ArchiveError) -> [UInt8]? {
        try contents(of: path, limit: limit)?.bytes
    }

    /// The bytes of a regular file of at most `limit` bytes, with what it was when they were read; nil where there is
    /// none.
    func contents(of path: String, limit: Int) throws(ArchiveError) -> (bytes: [UInt8], status: Status)? {
        guard try size(of: path, limit: limit) != nil else { return nil }
        return try reading(path) { (descriptor) throws(SystemError) in
            let status = try status(of: descriptor, path: path)
            var bytes: [UInt8] = []
            while true {
                let part = try read(descriptor, count: max(65_536, status.size - bytes.count + 1), path: path)
                guard !part.isEmpty else { return .success((bytes, status)) }
                bytes = bytes.isEmpty ? part : bytes + part
                // A file that grows while it is read must not get past the limit.
                guard bytes.count <= limit else {
                    return .failure(.tooLarge(path: path, size: bytes.count, limit: limit))
                }
            }
        }
    }

    /// Some of the bytes of a regular file.
    /// - Throws: also where the file is no longer so long.
    func bytes(of path: String, in range: Range<Int>) throws(ArchiveError) -> [UInt8] {
        try reading(path) { (descriptor) throws(SystemError) in
            try seek(descriptor, to: range.lowerBound, path: path)
            var bytes: [UInt8] = []
            while bytes.count < range.count {
                let part = try read(descriptor, count: range.count - bytes.count, path: path)
                guard !part.isEmpty else { return .failure(.changedOutside(path: path)) }
                bytes = bytes.isEmpty ? part : bytes + part
            }
            return .success(bytes)
        }
    }

    /// The size in bytes of a regular file; nil where there is none.
    /// - Throws: where something else than a file stands there, or one that is larger than `limit`.
    func size(of path: String, limit: Int) throws(ArchiveError) -> Int? {
        let found: Status?
        do {
            found = try status(path)
        } catch {
            throw .unreadable(error)
        }
        guard let found else { return nil }
        guard found.kind == .file else { throw .notAFile(path: path) }
        guard found.size <= limit else { throw .tooLarge(path: path, size: found.size, limit: limit) }
        return found.size
    }

    private func reading<Value>(
        _ path: String, _ body: (Int32) throws(SystemError) -> Result<Value, ArchiveError>
    ) throws(ArchiveError) -> Value {
        let result: Result<Value, ArchiveError>
        do {
            // A file that became a pipe meanwhile must not make us wait for a writer.
            let descriptor = try open(path, O_RDONLY | O_NONBLOCK)
            defer { _ = Glibc.close(descriptor) }
            result = try body(descriptor)
        } catch {
            throw .unreadable(error)
        }
        return try result.get()
    }
}
