import Glibc

extension FileSystem {
    /// Who may do what with a file, as `stat` has it.
    struct Permissions: Hashable {
        /// The bits of the mode without the kind of file.
        var mode: mode_t
        /// The user and the group.
        var user: uid_t, group: gid_t
    }

    /// The permissions of what stands at a path, links followed; nil where nothing does.
    func permissions(_ path: String) throws(SystemError) -> Permissions? {
        guard let entry = try entry(path) else { return nil }
        return Permissions(mode: entry.st_mode & 0o7777, user: entry.st_uid, group: entry.st_gid)
    }

    /// Gives a new file the permissions of the one in whose place it is put; where there is none, those that the folder
    /// gives to read and write, whatever the mask of the process. The group of a new file is the kernel's business.
    func adopt(_ old: Permissions?, _ descriptor: Int32, path: String) throws(SystemError) {
        guard let old else {
            guard let folder = try permissions(Self.parent(of: path)) else { return }
            return try setMode(descriptor, folder.mode & 0o666, path: path)
        }
        // Only the superuser may give a file away; others give it the group where they belong to it.
        try setOwner(descriptor, geteuid() == 0 ? old.user : uid_t.max, old.group, path: path)
        try setMode(descriptor, old.mode, path: path)
    }

    /// Gives a new folder the permissions of the one that holds it.
    func adoptFolder(_ path: String) throws(SystemError) {
        guard let folder = try permissions(Self.parent(of: path)) else { return }
        let descriptor = try open(path, O_RDONLY | O_DIRECTORY)
        do {
            try setMode(descriptor, folder.mode & 0o2777, path: path)
        } catch {
            _ = Glibc.close(descriptor)
            throw error
        }
        try close(descriptor, path: path)
    }

    /// Where a file really is: a link in its place stays, and what it leads to is replaced.
    /// - Throws: where the link leads nowhere.
    func target(of path: String) throws(SystemError) -> String {
        guard try isLink(path) else { return path }
        guard let resolved = realpath(path, nil) else {
            throw SystemError(.open, code: errno, path: path)
        }
        defer { free(resolved) }
        return String(cString: resolved)
    }

    /// Refuses to replace a file that its owner has made read-only.
    func requireWritable(_ path: String) throws(SystemError) {
        guard access(path, W_OK) != 0, errno == EACCES || errno == EROFS || errno == EPERM else { return }
        throw SystemError(.open, code: errno, path: path)
    }
}
