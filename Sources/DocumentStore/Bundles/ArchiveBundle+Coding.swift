import Foundation

extension ArchiveBundle {
    /// What the member `kind` of every bundle says.
    private static let kind = "barometro-bundle"
    /// A bundle holds documents three levels further in.
    private static let deepest = StrictJSON.deepest + 4

    /// The bytes of the bundle's file.
    var bytes: [UInt8] {
        var members = members
        members["digest"] = .string(digest)
        return JSONValue.object(members).documentText
    }

    /// The bundle with its digest.
    func sealed() -> ArchiveBundle {
        var bundle = self
        bundle.digest = Digest.sha256(JSONValue.object(members).lineText)
        return bundle
    }

    /// Reads the bytes of a bundle's file, strictly: first as JSON, then whether it is whole and ours, then what it
    /// says. Older formats are brought to the current one.
    public init(bytes: [UInt8]) throws(BundleError) {
        guard bytes.count <= ArchiveStore.largestBundle else {
            throw .tooLarge(size: bytes.count, limit: ArchiveStore.largestBundle)
        }
        let json: JSONValue
        do {
            json = try StrictJSON.read(bytes, deepest: Self.deepest)
        } catch {
            throw .malformed(error)
        }
        guard case .object(var rest) = json, json["kind"]?.text == Self.kind else { throw .notABundle }
        let written = rest.removeValue(forKey: "digest").flatMap(Digest.read)
        guard let written, Digest.sha256(JSONValue.object(rest).lineText) == written else {
            throw .wrongDigest
        }
        try self.init(members: json)
        digest = written
    }

    private init(members json: JSONValue) throws(BundleError) {
        let current = ArchiveHeader.currentFormat
        guard let format = json["format"]?.whole else { throw .undecodable(field: ["format"]) }
        guard format <= current else { throw .newerFormat(found: format, supported: current) }
        let steps: [Migration]
        do {
            steps = try Migration.steps(from: format)
        } catch {
            throw .unknownFormat(found: format, supported: current)
        }
        archive = try json.member("archive") { $0.text.flatMap(UUID.init(uuidString:)) }
        municipality = try json.member("municipality", \.text)
        municipalityID = try json.member("municipalityID") { $0.text.flatMap(UUID.init(uuidString:)) }
        author = try json.member("author", \.text)
        date = try json.member("at") { $0.text.flatMap { try? Date($0, strategy: .iso8601) } }
        scope = try json.member("scope", BundleScope.init(json:))
        sent = try json.member("sent", Digest.list)
        baseFormat = try json.member("baseFormat", \.whole)
        guard case .object(let documents) = json["documents"] else {
            throw .undecodable(field: ["documents"])
        }
        var room = ArchiveStore.largestBundle
        let files = json[SourcePacking.member].map { SourceFiles(json: $0, library: nil) }
        if case .some(.none) = files { throw .undecodable(field: [SourcePacking.member]) }
        let unpacked = { (part: JSONValue?) in
            part.map { (files ?? nil)?.unpacked($0, room: &room) ?? $0 }
        }
        for (text, member) in documents {
            guard let name = DocumentName(text) else { throw .unknownDocument(text) }
            guard let origin = BundleOrigin.Document(json: member) else {
                throw .undecodable(field: ["documents", text])
            }
            let tree = unpacked(member["part"]).map { part in steps.reduce(part) { $1.apply(name, $0) } }
            guard room >= 0 else {
                let limit = ArchiveStore.largestBundle
                throw .tooLarge(size: limit - room, limit: limit)
            }
            parts[name] = Part(base: origin.base, cut: origin.cut, tree: tree)
        }
        guard case .object(let found) = json else { return }
        let known = Set(members.keys).union(["digest", SourcePacking.member])
        others = found.filter { !known.contains($0.key) }
    }

    /// The members of the bundle's JSON but its digest.
    private var members: [String: JSONValue] {
        let trees = parts.compactMapValues(\.tree)
        let packing = SourcePacking(carryingTexts: Array(trees.values))
        let packed = trees.compactMapValues(packing.packed)
        // All of them or none: what is not packed might be read as if it were.
        let isPacked = packed.count == trees.count
        var documents: [String: JSONValue] = [:]
        for (name, part) in parts {
            var members = BundleOrigin.Document(base: part.base, cut: part.cut).members
            members["part"] = isPacked ? packed[name] : part.tree
            documents[name.text] = .object(members)
        }
        var members: [String: JSONValue] = [
            "kind": .string(Self.kind), "format": .number("\(ArchiveHeader.currentFormat)"),
            "archive": .string(archive.uuidString), "municipality": .string(municipality),
            "municipalityID": .string(municipalityID.uuidString), "author": .string(author),
            "at": .string(date.formatted(.iso8601)), "scope": scope.json,
            "baseFormat": .number("\(baseFormat)"), "documents": .object(documents),
            "sent": .array(sent.map(JSONValue.string)),
        ]
        if isPacked { members[SourcePacking.member] = packing.files }
        return members.merging(others) { ours, _ in ours }
    }

    /// The documents in one form, with what they say.
    /// - Throws: where one does not say what a document must say, or has an identity twice.
    func readDocuments() throws(BundleError) -> DocumentTrees {
        let documents: DocumentTrees
        do throws(DocumentFault) {
            documents = try DocumentTrees(parts.compactMapValues(\.tree))
        } catch {
            throw .document(error.name, error.error)
        }
        // What a part names need not be in it, but what is twice in it cannot be told apart.
        for problem in References.problems(in: documents.content, layout: ArchiveLayout(folder: "")) {
            guard case .duplicateIdentity(let path, let field, let identity) = problem,
                let name = DocumentName(layoutPath: path)
            else { continue }
            throw .document(
                name, .duplicateIdentity(path: name.text, field: field, identity: identity))
        }
        return documents
    }
}

extension JSONValue {
    /// A member that must be there and be readable.
    fileprivate func member<Value>(
        _ name: String, _ read: (JSONValue) -> Value?
    ) throws(BundleError) -> Value {
        guard let value = self[name].flatMap(read) else { throw .undecodable(field: [name]) }
        return value
    }
}

extension DocumentName {
    /// The document whose file is at a path of ``ArchiveLayout``.
    init?(layoutPath path: String) {
        guard let file = path.split(separator: "/").last else { return nil }
        self.init(file.dropLast(".json".count))
    }
}
