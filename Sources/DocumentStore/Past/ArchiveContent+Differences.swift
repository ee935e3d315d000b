import Model

/// How a document differs between two states of an archive.
public struct DocumentDifference: Hashable, Sendable {
    /// The document.
    public var document: DocumentName
    /// What leads from the one state to the other.
    public var changes: [TreeChange]
}

extension ArchiveContent {
    /// The documents as trees.
    public var trees: [JSONValue] { documents.compactMap(tree(of:)) }

    /// What leads from this content to another, document by document; empty where they say the same.
    public func differences(to other: ArchiveContent) -> [DocumentDifference] {
        Set(documents + other.documents).sorted().compactMap { name in
            guard !agrees(with: other, on: name) else { return nil }
            let changes = TreeChange.between(tree(of: name), other.tree(of: name))
            return changes.isEmpty ? nil : DocumentDifference(document: name, changes: changes)
        }
    }
}

extension ArchiveStore {
    /// The documents as they are in memory now.
    public var trees: [JSONValue] {
        snapshot().documents.sorted { $0.key < $1.key }.compactMap(\.value.tree)
    }
}
