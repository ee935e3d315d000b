import Model

/// Documents as trees in one form: as this program writes what it knows, with what it does not know beside it.
///
/// Two trees of this form differ only where they say something different.
struct DocumentTrees {
    /// A document that was read.
    private struct Document {
        var tree: JSONValue
        var value: DecodedDocument
        var unknown: UnknownFields
    }

    /// What the documents say.
    let content: ArchiveContent
    private let documents: [DocumentName: Document]

    /// Reads the documents; throws the first that does not say what a document must say.
    /// - Parameter known: documents that were read before, of which those that are the same need not be read again.
    init(
        _ trees: [DocumentName: JSONValue], reusing known: DocumentTrees? = nil
    ) throws(DocumentFault) {
        var documents: [DocumentName: Document] = [:]
        for (name, tree) in trees.sorted(by: { $0.key < $1.key }) {
            if let same = known?.documents[name], same.tree == tree {
                documents[name] = same
            } else {
                documents[name] = try Self.read(name, tree)
            }
        }
        try self.init(documents)
    }

    /// Takes documents as an open archive has them: those that are in this form already are not read again.
    init(_ stored: [DocumentName: StoredDocument]) throws(DocumentFault) {
        var documents: [DocumentName: Document] = [:]
        for (name, document) in stored.sorted(by: { $0.key < $1.key }) {
            guard let tree = document.tree else { continue }
            if document.raw == nil, let value = document.value {
                documents[name] = Document(tree: tree, value: value, unknown: document.unknown)
            } else {
                documents[name] = try Self.read(name, tree)
            }
        }
        try self.init(documents)
    }

    private init(_ documents: [DocumentName: Document]) throws(DocumentFault) {
        guard case .municipality(let municipality) = documents[.municipality]?.value else {
            throw DocumentFault(name: .municipality, error: .documentMissing(path: "ente"))
        }
        guard case .services(let services) = documents[.services]?.value else {
            throw DocumentFault(name: .services, error: .documentMissing(path: "servizi"))
        }
        var content = ArchiveContent(municipality: municipality, services: services)
        for (name, document) in documents { content.put(document.value, at: name) }
        self.content = content
        self.documents = documents
    }

    /// The documents that are there.
    var trees: [DocumentName: JSONValue] { documents.mapValues(\.tree) }

    /// What this program does not know of them.
    var unknown: [DocumentName: UnknownFields] { documents.mapValues(\.unknown) }

    /// The documents of which these trees and others do not say the same.
    func documentNames(differingFrom other: DocumentTrees) -> [DocumentName] {
        Set(content.documents).union(other.content.documents).filter { self[$0] != other[$0] }
    }

    /// The documents with what follows from their content, where it was `former` before.
    func following(
        _ consequence: MergeConsequence, since former: ArchiveContent
    ) throws(DocumentFault) -> DocumentTrees {
        var followed = content
        consequence(&followed, former)
        var documents = documents
        for name in followed.documents where !followed.agrees(with: content, on: name) {
            guard let tree = followed.tree(of: name) else { continue }
            documents[name] = try Self.read(
                name, (self.documents[name]?.unknown ?? .none).restored(into: tree))
        }
        return try DocumentTrees(documents)
    }

    /// A document's tree; nil where it is not there.
    subscript(name: DocumentName) -> JSONValue? { documents[name]?.tree }

    private static func read(_ name: DocumentName, _ tree: JSONValue) throws(DocumentFault) -> Document {
        do throws(ArchiveError) {
            // Deeper than a document's file may be, it could be written but never read again.
            if tree.depth > StrictJSON.deepest {
                _ = try ArchiveError.json(tree.archiveText, path: name.text)
            }
            let value = try DecodedDocument(name, tree: tree, path: name.text)
            // The Model encodes whatever it decodes.
            let known = value.tree ?? tree
            let unknown = UnknownFields(in: tree, beside: known)
            return Document(tree: unknown.restored(into: known), value: value, unknown: unknown)
        } catch {
            throw DocumentFault(name: name, error: error)
        }
    }
}

/// A document that does not say what a document must say.
struct DocumentFault: Error, Hashable {
    /// The document.
    var name: DocumentName
    /// What is wrong with it.
    var error: ArchiveError
}

extension JSONValue {
    /// Levels of lists and objects, from 0 for a plain value.
    var depth: Int {
        switch self {
        case .array(let elements): 1 + (elements.map(\.depth).max() ?? 0)
        case .object(let members): 1 + (members.values.map(\.depth).max() ?? 0)
        case .null, .bool, .number, .string: 0
        }
    }
}
