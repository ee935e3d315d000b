import Model

extension ArchiveContent {
    /// The documents as trees.
    public var trees: [JSONValue] { documents.compactMap(tree(of:)) }

    /// What stands at a path of a document, wherever its entity is; nil where nothing does.
    public func value(at path: [String], of name: DocumentName) -> JSONValue? {
        guard let tree = tree(of: name), let place = try? tree.place(of: path) else { return nil }
        return tree.value(at: place)
    }
}

extension ArchiveStore {
    /// The documents as they are in memory now.
    public var trees: [JSONValue] {
        snapshot().documents.sorted { $0.key < $1.key }.compactMap(\.value.tree)
    }
}
