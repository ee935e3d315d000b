import Glibc

extension FileSystem {
    /// What lies in a folder and the folders in it.
    struct Tree {
        /// The folders, by their paths within it, each before what lies in it.
        var folders: [String] = []
        /// The files, by their paths within it.
        var files: [String] = []
    }

    /// How many levels of folders a tree may have: links could lead round in a circle.
    private static let deepest = 16

    /// What lies in `folder`, links followed and our temporary files left out; nothing where it is not there.
    func tree(of folder: String) throws(ArchiveError) -> Tree {
        var tree = Tree()
        do {
            guard try status(folder) != nil else { return tree }
        } catch {
            throw .unreadable(error)
        }
        try collect(folder, within: "", level: 0, into: &tree)
        return tree
    }

    /// Takes a file, a link or a folder with all that is in it away; nothing where nothing is there.
    func removeTree(_ path: String) throws(SystemError) {
        do {
            try remove(path)
        } catch {
            if error.code == ENOENT { return }
            // Linux says of folders only that they are folders; a link to one goes as a file does.
            guard error.code == EISDIR else { throw error }
            for name in try list(path) { try removeTree(path + "/" + name) }
            try removeFolder(path)
        }
    }

    /// Takes away temporary folders that a crash left in a folder, as far as that is possible: they do no harm.
    func cleanTrees(in folder: String) {
        guard let present = try? status(folder), present.kind == .folder, let names = try? list(folder) else {
            return
        }
        for name in names where Self.isTemporary(name) { try? removeTree(folder + "/" + name) }
    }

    /// Whether a name is that of a temporary file or folder of ours.
    static func isTemporary(_ name: some StringProtocol) -> Bool {
        name.hasPrefix(temporaryPrefix) && name.hasSuffix(temporarySuffix)
    }

    private func collect(
        _ folder: String, within path: String, level: Int, into tree: inout Tree
    ) throws(ArchiveError) {
        do {
            guard level < Self.deepest else { throw SystemError(.list, code: ELOOP, path: folder) }
            for name in try list(folder) where !Self.isTemporary(name) {
                let full = folder + "/" + name
                let inner = path.isEmpty ? name : path + "/" + name
                switch try status(full)?.kind {
                case .folder:
                    tree.folders.append(inner)
                    try collect(full, within: inner, level: level + 1, into: &tree)
                case .file: tree.files.append(inner)
                case .other, nil: throw ArchiveError.notAFile(path: full)
                }
            }
        } catch let error as SystemError {
            throw .unreadable(error)
        } catch let error as ArchiveError {
            throw error
        } catch {
            throw .notAFile(path: folder)
        }
    }
}
