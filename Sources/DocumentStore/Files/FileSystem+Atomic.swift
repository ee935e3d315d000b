import Glibc

extension FileSystem {
    /// The marks by which a temporary file of ours is known, so that one left by a crash can be cleaned away.
    static let temporaryPrefix = ".barometro-", temporarySuffix = ".tmp"

    /// The bytes of a regular file of at most `limit` bytes; nil where there is none.
    func bytes(of path: String, limit: Int) throws(ArchiveError) -> [UInt8]? {
        do {
            guard let status = try status(path) else { return nil }
            guard status.kind == .file else { throw ArchiveError.notAFile(path: path) }
            guard status.size <= limit else {
                throw ArchiveError.tooLarge(path: path, size: status.size, limit: limit)
            }
            // A file that became a pipe meanwhile must not make us wait for a writer.
            let descriptor = try open(path, O_RDONLY | O_NONBLOCK)
            defer { _ = Glibc.close(descriptor) }
            var bytes: [UInt8] = []
            while true {
                let part = try read(descriptor, count: max(65_536, status.size - bytes.count + 1), path: path)
                guard !part.isEmpty else { return bytes }
                bytes = bytes.isEmpty ? part : bytes + part
                // A file that grows while it is read must not get past the limit.
                guard bytes.count <= limit else {
                    throw ArchiveError.tooLarge(path: path, size: bytes.count, limit: limit)
                }
            }
        } catch let error as SystemError {
            throw .unreadable(error)
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw .unreadable(SystemError(.read, code: EIO, path: path))
        }
    }

    /// Puts `bytes` at `folder/name` at once: whoever opens it sees all of the old or all of the new.
    ///
    /// Temporary file, fsync, rename, fsync of the folder. After a failure the temporary file is thrown away and
    /// the old file stays; only if the folder's fsync failed is the new one already there.
    func replace(_ name: String, in folder: String, with bytes: [UInt8]) throws(SystemError) {
        let temporary = folder + "/" + Self.temporaryPrefix + name + ".\(getpid())" + Self.temporarySuffix
        do {
            try writeNew(temporary, bytes)
            try rename(temporary, to: folder + "/" + name)
        } catch {
            try? remove(temporary)
            throw error
        }
        try syncFolder(folder)
    }

    /// Makes a file of `bytes` and syncs it; its name is safe only once its folder is synced.
    func writeNew(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
        let descriptor = try open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW)
        do {
            try write(bytes, to: descriptor, path: path)
            try sync(descriptor, path: path)
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        try close(descriptor, path: path)
    }

    /// Takes `folder/name` away for good.
    func remove(_ name: String, from folder: String) throws(SystemError) {
        if try status(folder + "/" + name) != nil { try remove(folder + "/" + name) }
        try syncFolder(folder)
    }

    /// Adds `bytes` at the end of a file that is `length` bytes long, made where it is not there, and syncs it. After
    /// a failure a part of them, or all, may stand there.
    func append(_ bytes: [UInt8], to name: String, in folder: String, at length: Int) throws(SystemError) {
        let path = folder + "/" + name
        let descriptor = try open(path, O_WRONLY | O_APPEND | O_CREAT)
        do {
            try write(bytes, to: descriptor, path: path)
            try sync(descriptor, path: path)
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        try close(descriptor, path: path)
        if length == 0 { try syncFolder(folder) }
    }

    /// Cuts a file to `length` bytes and syncs it.
    func cut(_ path: String, to length: Int) throws(SystemError) {
        let descriptor = try open(path, O_WRONLY)
        do {
            try truncate(descriptor, to: length, path: path)
            try sync(descriptor, path: path)
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        try close(descriptor, path: path)
    }

    /// Brings the names of a folder to the disk.
    func syncFolder(_ folder: String) throws(SystemError) {
        let descriptor = try open(folder, O_RDONLY | O_DIRECTORY)
        do {
            try sync(descriptor, path: folder)
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        try close(descriptor, path: folder)
    }

    /// Takes away temporary files that a crash left in a folder.
    func cleanOrphans(in folder: String) throws(SystemError) {
        for name in try list(folder) where Self.isTemporary(name) { try remove(folder + "/" + name) }
    }

    /// Makes a folder and those above it, each synced into the one that holds it.
    func makeFolders(_ path: String) throws(SystemError) {
        guard try status(path) == nil else { return }
        let parent = Self.parent(of: path)
        if parent != path { try makeFolders(parent) }
        try makeFolder(path)
        try syncFolder(parent)
    }

    /// The folder that holds `path`; a path without a slash is held by the working folder.
    static func parent(of path: String) -> String {
        let body = path.count > 1 && path.hasSuffix("/") ? path.dropLast() : path[...]
        guard let slash = body.lastIndex(of: "/") else { return "." }
        return slash == body.startIndex ? "/" : String(body[..<slash])
    }
}
