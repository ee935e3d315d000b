import Foundation

/// What a working archive keeps of the bundle from which it was made, so that what is done in it can be sent back.
struct BundleOrigin: Hashable {
    /// A document of the archive from which the bundle was cut.
    struct Document: Hashable {
        /// The digest of the history's line that made the document, or of formats 1 and 2 the SHA-256 of its file.
        var base: String?
        /// The SHA-256 of the part that was cut from it.
        var cut: String?
    }

    /// The archive from which the bundle was cut.
    var archive: UUID
    /// The format of the archive at that time.
    var format: Int
    /// What of the archive it holds.
    var scope: BundleScope
    /// The documents from which it was cut.
    var documents: [DocumentName: Document]
    /// The digests of the bundles that were made to be sent back, the newest last.
    var sent: [String] = []
    /// Members of the bundle that this program does not know, to be sent back.
    var others: [String: JSONValue] = [:]
}

extension BundleOrigin {
    /// What a working archive keeps of `bundle`.
    init(_ bundle: ArchiveBundle) {
        archive = bundle.archive
        format = bundle.baseFormat
        scope = bundle.scope
        documents = bundle.parts.mapValues { Document(base: $0.base, cut: $0.cut) }
        sent = bundle.sent
        others = bundle.others
    }

    /// The origin as the header of an archive keeps it.
    var json: JSONValue {
        var parts: [String: JSONValue] = [:]
        for (name, document) in documents { parts[name.text] = .object(document.members) }
        return .object([
            "archive": .string(archive.uuidString), "format": .number("\(format)"), "scope": scope.json,
            "documents": .object(parts), "sent": .array(sent.map(JSONValue.string)),
            "others": .object(others),
        ])
    }

    /// Reads what `json` gives; nil for anything else.
    init?(json: JSONValue) {
        guard let archive = json["archive"]?.text.flatMap(UUID.init(uuidString:)),
            let format = json["format"]?.whole, let scope = json["scope"].flatMap(BundleScope.init(json:)),
            case .object(let parts) = json["documents"], let sent = json["sent"].flatMap(Digest.list),
            case .object(let others) = json["others"] ?? .object([:])
        else { return nil }
        documents = [:]
        for (text, part) in parts {
            guard let name = DocumentName(text), let document = Document(json: part) else { return nil }
            documents[name] = document
        }
        self.archive = archive
        self.format = format
        self.scope = scope
        self.sent = sent
        self.others = others
    }
}

extension BundleOrigin.Document {
    /// The members of the document's JSON.
    var members: [String: JSONValue] {
        var members: [String: JSONValue] = [:]
        members["base"] = base.map(JSONValue.string)
        members["cut"] = cut.map(JSONValue.string)
        return members
    }

    /// Reads the digests of a document; nil where one is no digest.
    init?(json: JSONValue) {
        guard case .object = json else { return nil }
        base = json["base"].flatMap(Digest.read)
        cut = json["cut"].flatMap(Digest.read)
        guard (base == nil) == (json["base"] == nil), (cut == nil) == (json["cut"] == nil) else { return nil }
    }
}

extension Digest {
    /// The digest that a JSON text holds; nil for anything else. Digests name files, so nothing else passes for one.
    static func read(_ json: JSONValue) -> String? {
        guard let text = json.text, text.utf8.count == 64,
            text.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
        else { return nil }
        return text
    }

    /// The digests that a JSON list holds; nil for anything else.
    static func list(_ json: JSONValue) -> [String]? {
        guard let elements = json.elements else { return nil }
        let digests = elements.compactMap(read)
        return digests.count == elements.count ? digests : nil
    }
}
