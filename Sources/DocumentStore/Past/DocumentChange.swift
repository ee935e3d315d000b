import Model

/// A difference between two states of an archive, in one of its documents.
public struct DocumentChange: Hashable, Sendable {
    /// The document.
    public var document: DocumentName
    /// The difference.
    public var change: TreeChange

    /// A difference in a document.
    public init(document: DocumentName, change: TreeChange) {
        self.document = document
        self.change = change
    }
}

extension ArchiveContent {
    /// What leads from this content to another, document by document; with `documents`, in these alone.
    public func changes(to other: ArchiveContent, in documents: Set<DocumentName>? = nil) -> [DocumentChange]
    {
        let names = Set(self.documents).union(other.documents)
        return names.sorted().filter { documents?.contains($0) ?? true }.flatMap { name -> [DocumentChange] in
            guard !agrees(with: other, on: name) else { return [] }
            return TreeChange.between(tree(of: name), other.tree(of: name)).map {
                DocumentChange(document: name, change: $0)
            }
        }
    }
}
