import Foundation

extension Merge {
    /// What a document must not take by itself, or at all.
    struct Restraint {
        /// Places at which their value is a conflict.
        var pins: Set<[String]> = []
        /// Places at which ours stays whatever is decided.
        var blocked: Set<[String]> = []
        /// Nothing of theirs can be taken.
        var isWhole = false
    }

    /// Why a result is none.
    struct Fault: Hashable {
        /// What is wrong.
        enum Kind: Hashable { case dangling, twice, lost }

        /// The document.
        var document: DocumentName
        /// The field that names nothing; the list in which an identity stands again; the thing that is lost.
        var path: [String]
        /// The identity.
        var identity: String
        /// What is wrong.
        var kind: Kind
    }

    /// Fields that name nothing, and identities that are there twice.
    func faults(of documents: DocumentTrees) -> [Fault] {
        References.problems(in: documents.content, layout: ArchiveLayout(folder: "")).compactMap { problem in
            switch problem {
            case .danglingReference(let path, let field, let identity):
                DocumentName(layoutPath: path).map {
                    Fault(document: $0, path: field, identity: identity, kind: .dangling)
                }
            case .duplicateIdentity(let path, let field, let identity):
                DocumentName(layoutPath: path).map {
                    Fault(document: $0, path: field, identity: identity, kind: .twice)
                }
            default: nil
            }
        }
    }

    /// Things of ours that are not there afterwards although they still have them, or never had them.
    func losses(in trees: [DocumentName: JSONValue]) -> [Fault] {
        theirs.flatMap { name, tree -> [Fault] in
            let mine = IdentityPlaces(in: ours[name])
            let gone = mine.identities.subtracting(IdentityPlaces(in: trees[name]).identities)
            guard !gone.isEmpty else { return [] }
            let had = IdentityPlaces(in: base?[name]).identities
            let have = IdentityPlaces(in: tree).identities
            return gone.sorted().filter { have.contains($0) || !had.contains($0) }.compactMap { identity in
                mine.path(of: identity).map {
                    Fault(document: name, path: $0, identity: identity, kind: .lost)
                }
            }
        }
    }

    /// Restrains what led to a fault; false where nothing was found that was not restrained already.
    func restrain(
        _ restraints: inout [DocumentName: Restraint], _ fault: Fault, result: [DocumentName: JSONValue]
    ) -> Bool {
        for (document, path) in causes(of: fault, result: result) {
            var restraint = restraints[document] ?? Restraint()
            // First it becomes a conflict; if that was decided for their side and still does harm, it is blocked.
            let isNew =
                restraint.pins.insert(path).inserted || restraint.blocked.insert(path).inserted
            restraints[document] = restraint
            if isNew { return true }
        }
        return false
    }

    /// The places whose change may have led to a fault, the likeliest first.
    private func causes(
        of fault: Fault, result: [DocumentName: JSONValue]
    ) -> [(document: DocumentName, path: [String])] {
        switch fault.kind {
        case .lost:
            return (1...max(1, fault.path.count)).reversed().map {
                (fault.document, Array(fault.path.prefix($0)))
            }
        case .twice:
            return paths(of: fault.identity, in: result[fault.document], beyond: ours[fault.document])
                .map { (fault.document, $0) }
        case .dangling:
            var causes: [(document: DocumentName, path: [String])] = []
            if ours[fault.document]?.value(at: fault.path)
                != result[fault.document]?.value(at: fault.path)
            {
                causes.append((fault.document, fault.path))
            }
            for name in ours.trees.keys.sorted() {
                guard let path = IdentityPlaces(in: ours[name]).path(of: fault.identity),
                    result[name]?.value(at: path) == nil
                else { continue }
                causes.append((name, path))
            }
            // A thing that was moved away from what it names.
            let mine = IdentityPlaces(in: ours[fault.document]).places
            let moved = fault.path.indices.filter {
                mine[fault.path[$0]].map { $0 } != nil && mine[fault.path[$0]] != Array(fault.path[..<$0])
            }
            causes += moved.map { (fault.document, Array(fault.path[...$0])) }
            return causes
        }
    }

    /// Where an identity stands in `tree` and not in `other`.
    private func paths(of identity: String, in tree: JSONValue?, beyond other: JSONValue?) -> [[String]] {
        var found: [[String]] = []
        Self.collect(identity, in: tree, path: [], into: &found)
        return found.filter { other?.value(at: $0) == nil }
    }

    private static func collect(
        _ identity: String, in tree: JSONValue?, path: [String], into found: inout [[String]]
    ) {
        switch tree {
        case .object(let members):
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                collect(identity, in: member, path: path + [name], into: &found)
            }
        case .array(let elements):
            for element in elements {
                guard let name = element.identity else { continue }
                if name == identity { found.append(path + [name]) }
                collect(identity, in: element, path: path + [name], into: &found)
            }
        default: break
        }
    }
}
