import Glibc

extension FileSystem {
    /// The marks by which a temporary file of ours is known, so that one left by a crash can be cleaned away.
    static let temporaryPrefix = ".barometro-", temporarySuffix = ".tmp"

    /// Puts `bytes` at `folder/name` at once: whoever opens it sees all of the old or all of the new.
    ///
    /// Temporary file, fsync, rename, fsync of the folder. The new file has the mode and group of the old one, and a link
    /// in its place stays. After a failure the temporary file is thrown away and
    /// the old file stays; only if the folder's fsync failed is the new one already there.
    func replace(_ name: String, in folder: String, with bytes: [UInt8]) throws(SystemError) {
        let path = try target(of: folder + "/" + name)
        let folder = Self.parent(of: path)
        let file = path.split(separator: "/").last ?? ""
        let temporary = folder + "/" + Self.temporaryPrefix + file + ".\(getpid())" + Self.temporarySuffix
        do {
            try writeNew(temporary, bytes, inPlaceOf: path)
            try rename(temporary, to: path)
        } catch {
            try? remove(temporary)
            throw error
        }
        try syncFolder(folder)
    }

    /// Makes a file of `bytes` and syncs it; its name is safe only once its folder is synced.
    /// - Parameter old: the file whose place it will take, of which it gets the permissions.
    func writeNew(_ path: String, _ bytes: [UInt8], inPlaceOf old: String? = nil) throws(SystemError) {
        var replaced: Permissions?
        if let old {
            try requireWritable(old)
            replaced = try permissions(old)
        }
        let descriptor = try open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW, mode: 0o600)
        try closing(descriptor, path: path) { () throws(SystemError) in
            try adopt(replaced, descriptor, path: path)
            try write(bytes, to: descriptor, path: path)
            try sync(descriptor, path: path)
        }
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
        let isNew = try length > 0 ? false : status(path) == nil
        let descriptor = try open(path, O_WRONLY | O_APPEND | O_CREAT)
        try closing(descriptor, path: path) { () throws(SystemError) in
            if isNew { try adopt(nil, descriptor, path: path) }
            try write(bytes, to: descriptor, path: path)
            try sync(descriptor, path: path)
        }
        if length == 0 { try syncFolder(folder) }
    }

    /// Cuts a file to `length` bytes and syncs it.
    func cut(_ path: String, to length: Int) throws(SystemError) {
        let descriptor = try open(path, O_WRONLY)
        try closing(descriptor, path: path) { () throws(SystemError) in
            try truncate(descriptor, to: length, path: path)
            try sync(descriptor, path: path)
        }
    }

    /// Brings the names of a folder to the disk.
    func syncFolder(_ folder: String) throws(SystemError) {
        let descriptor = try open(folder, O_RDONLY | O_DIRECTORY)
        try closing(descriptor, path: folder) { () throws(SystemError) in
            try sync(descriptor, path: folder)
        }
    }

    /// Works on an open file, then closes it; where the work fails, what closing says matters no more.
    private func closing(
        _ descriptor: Int32, path: String, _ work: () throws(SystemError) -> Void
    ) throws(SystemError) {
        do throws(SystemError) {
            try work()
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        try close(descriptor, path: path)
    }

    /// Takes away temporary files that a crash left in a folder.
    func cleanOrphans(in folder: String) throws(SystemError) {
        for name in try list(folder) where Self.isTemporary(name) { try remove(folder + "/" + name) }
    }

    /// Makes a folder and those above it, each synced into the one that holds it.
    /// - Parameter isInside: they lie in an archive, and get the permissions of the folders that hold them.
    func makeFolders(_ path: String, isInside: Bool = true) throws(SystemError) {
        guard try status(path) == nil else { return }
        let parent = Self.parent(of: path)
        if parent != path { try makeFolders(parent, isInside: isInside) }
        try makeFolder(path)
        if isInside { try adoptFolder(path) }
        try syncFolder(parent)
    }

    /// The folder that holds `path`; a path without a slash is held by the working folder.
    static func parent(of path: String) -> String {
        let body = path.count > 1 && path.hasSuffix("/") ? path.dropLast() : path[...]
        guard let slash = body.lastIndex(of: "/") else { return "." }
        return slash == body.startIndex ? "/" : String(body[..<slash])
    }
}
