/// Files among those of an archive that are none of its own.
struct ForeignFiles {
    let layout: ArchiveLayout
    let files: FileSystem

    /// Each of them, by its path, and folders that cannot be looked at. In the folders of documents and histories nothing
    /// else may lie; elsewhere only what looks like the copy that a program which synchronises folders makes where two
    /// changed the same file.
    var problems: [ArchiveError] {
        var problems: [ArchiveError] = []
        for folder in [layout.documents, layout.history] {
            problems += foreign(in: folder) { name in
                guard let end = name.lastIndex(of: ".") else { return true }
                return name[end...] != (folder == layout.documents ? ".json" : ".jsonl")
                    || DocumentName(name[..<end]) == nil
            }
        }
        for folder in [layout.folder, layout.folder + "/attachments", layout.bundles, layout.published] {
            guard (try? files.status(folder)) ?? nil != nil else { continue }
            problems += foreign(in: folder, where: Self.looksLikeACopy)
        }
        return problems
    }

    private func foreign(in folder: String, where isForeign: (String) -> Bool) -> [ArchiveError] {
        do {
            return try files.list(folder).filter { !FileSystem.isTemporary($0) && isForeign($0) }
                .map { .foreignFile(path: folder + "/" + $0) }
        } catch {
            return [.unreadable(error)]
        }
    }

    /// Whether a name is one that programs give to the copies that they make of files which two people changed.
    static func looksLikeACopy(_ name: String) -> Bool {
        let lower = name.lowercased()
        let words = ["sync-conflict", "conflicted copy", "conflict copy", "copia in conflitto", "_conflict-"]
        if name.hasSuffix("~") || words.contains(where: lower.contains) { return true }
        guard let open = name.lastIndex(of: "("), let close = name[open...].firstIndex(of: ")") else {
            return false
        }
        let number = name[name.index(after: open)..<close]
        return !number.isEmpty && number.allSatisfy(\.isWholeNumber)
    }
}
