import Model

/// Documents as trees in one form: as this program writes what it knows, with what it does not know beside it.
///
/// Two trees of this form differ only where they say something different.
struct DocumentTrees: Hashable {
    /// The documents that are there.
    private(set) var trees: [DocumentName: JSONValue] = [:]
    /// What they say.
    let content: ArchiveContent
    /// What this program does not know of them.
    private(set) var unknown: [DocumentName: UnknownFields] = [:]

    /// Reads the documents; throws the first that does not say what a document must say.
    init(_ trees: [DocumentName: JSONValue]) throws(DocumentFault) {
        var decoded: [DocumentName: DecodedDocument] = [:]
        for (name, tree) in trees.sorted(by: { $0.key < $1.key }) {
            do throws(ArchiveError) {
                // Deeper than a document's file may be, it could be written but never read again.
                let bytes = tree.archiveText
                _ = try ArchiveError.json(bytes, path: name.text)
                let document = try DecodedDocument(name, bytes: bytes, path: name.text)
                guard let known = document.tree else { continue }
                let unknown = UnknownFields(in: tree, beside: known)
                self.trees[name] = unknown.restored(into: known)
                self.unknown[name] = unknown
                decoded[name] = document
            } catch {
                throw DocumentFault(name: name, error: error)
            }
        }
        guard case .municipality(let municipality) = decoded[.municipality] else {
            throw DocumentFault(name: .municipality, error: .documentMissing(path: "ente"))
        }
        guard case .services(let services) = decoded[.services] else {
            throw DocumentFault(name: .services, error: .documentMissing(path: "servizi"))
        }
        var content = ArchiveContent(municipality: municipality, services: services)
        for document in decoded.values {
            switch document {
            case .plan(let plan): content.plans[plan.year] = plan
            case .projects(let book): content.projects[book.year] = book
            case .municipality, .services: break
            }
        }
        self.content = content
    }
}

/// A document that does not say what a document must say.
struct DocumentFault: Error, Hashable {
    /// The document.
    var name: DocumentName
    /// What is wrong with it.
    var error: ArchiveError
}
