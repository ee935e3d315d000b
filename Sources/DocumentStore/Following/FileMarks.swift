/// By what it can be told, without reading, that files of an archive are others than before.
struct FileMarks: Hashable, Sendable {
    private var marks: [String: FileSystem.Status] = [:]

    /// The marks of the archive's documents and histories; what cannot be looked at has none.
    init(_ layout: ArchiveLayout, files: FileSystem) throws(SystemError) {
        for folder in [layout.documents, layout.history] {
            for name in try files.list(folder) {
                let path = folder + "/" + name
                marks[path] = try files.status(path)
            }
        }
        let header = layout.folder + "/" + ArchiveHeader.file
        marks[header] = try files.status(header)
    }
}
