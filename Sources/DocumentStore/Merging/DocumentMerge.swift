import Model

/// The three-way merge of one document, by identity and field.
///
/// What they changed and we did not is taken; where both changed the same, nothing is to do; where both changed it
/// differently, ours stays and a conflict keeps what each says. A thing of several members that has no identity, such
/// as a reported value, is taken whole: a mixture of two figures would be neither.
struct DocumentMerge {
    /// The document.
    let name: DocumentName
    /// It is not known what both started from: every difference is a conflict, and nothing is taken away.
    let isBlind: Bool
    /// Whose value is taken in a conflict.
    let decisions: [MergeConflict.ID: MergeSide]
    /// Places at which taking their value over by itself did harm, so that it is a conflict there.
    let pins: Set<[String]>
    /// Places at which their value did harm although it was decided for.
    let blocked: Set<[String]>
    /// What was merged of the same colleague since `base`, the newest last: where we say something else than one of
    /// these, we decided so since.
    let later: [JSONValue]
    /// The things that both started from and that we took away, as they were.
    private var removedHere: [String: JSONValue] = [:]
    /// In what archive and bundle disagree.
    private(set) var conflicts: [MergeConflict] = []

    /// A merge that starts.
    init(
        _ name: DocumentName, isBlind: Bool, decisions: [MergeConflict.ID: MergeSide],
        pins: Set<[String]> = [], blocked: Set<[String]> = [], later: [JSONValue] = []
    ) {
        self.name = name
        self.isBlind = isBlind
        self.decisions = decisions
        self.pins = pins
        self.blocked = blocked
        self.later = later
    }

    /// What becomes of the document; nil where it is not there afterwards.
    mutating func merged(base: JSONValue?, ours: JSONValue?, theirs: JSONValue?) -> JSONValue? {
        var (base, ours, theirs) = (base, ours, theirs)
        if !isBlind { settleMoves(&base, &ours, &theirs) }
        guard ours != theirs, isBlind || base != theirs else { return ours }
        let old = IdentityPlaces(in: base)
        for name in old.identities.subtracting(IdentityPlaces(in: ours).identities) {
            removedHere[name] = old.path(of: name).flatMap { base?.value(at: $0) }
        }
        switch (ours, theirs) {
        case (nil, let theirs?): return arrived(theirs, base: base, path: [])
        case (let ours?, nil): return departed(ours, base: base, path: [])
        default: return value(base: base, ours: ours, theirs: theirs, path: [])
        }
    }

    /// What becomes of a value.
    mutating func value(
        base: JSONValue?, ours: JSONValue?, theirs: JSONValue?, path: [String]
    ) -> JSONValue? {
        guard ours != theirs, isBlind || base != theirs else { return ours }
        if case .object(let mine) = ours, case .object(let other) = theirs,
            isRecord(ours, theirs, path: path)
        {
            return record(base: base, ours: mine, theirs: other, path: path)
        }
        if case .array(let mine) = ours, case .array(let other) = theirs,
            let lists = MergedLists(base: base, ours: mine, theirs: other)
        {
            return list(lists, path: path)
        }
        if !isBlind, ours == base { return take(theirs, over: ours, base: base, path: path) }
        // What both made by themselves: a field that one of them left empty says nothing against the other's.
        if !isBlind, base == nil, let theirs, theirs.isBlank { return ours }
        if !isBlind, base == nil, let ours, ours.isBlank {
            return take(theirs, over: ours, base: nil, path: path)
        }
        return conflict(.value, path, base: base, ours: ours, theirs: theirs)
    }

    /// Takes their value by itself, unless that did harm or we decided otherwise since.
    mutating func take(
        _ theirs: JSONValue?, over ours: JSONValue?, base: JSONValue?, path: [String]
    ) -> JSONValue? {
        if pins.contains(where: { $0.starts(with: path) }) {
            return conflict(.reference, path, base: base, ours: ours, theirs: theirs)
        }
        guard let merged = later.map({ $0.value(ofFieldAt: path) }).last(where: { $0 != ours }) else {
            return theirs
        }
        let kind = ours == nil ? MergeConflict.Kind.removedHere : theirs == nil ? .removedThere : .value
        return conflict(kind, path, base: merged, ours: ours, theirs: theirs)
    }

    /// Something that they have and we have not.
    mutating func arrived(_ theirs: JSONValue, base: JSONValue?, path: [String]) -> JSONValue? {
        if isBlind { return conflict(.added, path, base: nil, ours: nil, theirs: theirs) }
        guard let base else { return take(withoutRemoved(theirs, path), over: nil, base: nil, path: path) }
        // We took it away, and they left it as it was.
        guard theirs != base else { return nil }
        return conflict(.removedHere, path, base: base, ours: nil, theirs: theirs)
    }

    /// A thing that they added, without those in it that we took away where they stood before. Such a thing is a conflict
    /// where they changed it as well.
    private mutating func withoutRemoved(_ added: JSONValue, _ path: [String]) -> JSONValue {
        guard !removedHere.isEmpty, case .object(var members) = added else { return added }
        for (field, member) in members.sorted(by: { $0.key < $1.key }) {
            guard case .array(let elements) = member, let names = JSONValue.identities(of: elements) else {
                continue
            }
            members[field] = .array(
                zip(names, elements).compactMap { name, element in
                    let place = path + [field, name]
                    guard let was = removedHere[name] else { return withoutRemoved(element, place) }
                    guard was != element else { return nil }
                    return conflict(.removedHere, place, base: was, ours: nil, theirs: element)
                })
        }
        return .object(members)
    }

    /// Something that we have and they have not.
    mutating func departed(_ ours: JSONValue, base: JSONValue?, path: [String]) -> JSONValue? {
        // Only ours; or not in their part, which says nothing about it.
        guard !isBlind, let base else { return ours }
        if ours == base { return take(nil, over: ours, base: base, path: path) }
        return conflict(
            .removedThere, path, base: base, ours: ours, theirs: nil, result: ours.without(knownTo: base))
    }

    /// Notes a conflict and gives what the result has: ours, or where that was decided theirs.
    /// - Parameter result: what taking their side gives, where that is not `theirs` itself.
    mutating func conflict(
        _ kind: MergeConflict.Kind, _ path: [String], base: JSONValue?, ours: JSONValue?, theirs: JSONValue?,
        result: JSONValue?? = nil
    ) -> JSONValue? {
        let side = note(kind, path, base: base, ours: ours, theirs: theirs)
        return side == .theirs ? result ?? theirs : ours
    }

    /// Notes a conflict and says whose side is taken.
    mutating func note(
        _ kind: MergeConflict.Kind, _ path: [String], base: JSONValue?, ours: JSONValue?, theirs: JSONValue?
    ) -> MergeSide {
        let id = MergeConflict.ID(document: name, path: path, kind: kind)
        // Who may change a locked year is not decided by a file that comes in.
        let isLock = name == .municipality && path == ["locks"]
        let isBlocked = isLock || blocked.contains { $0.starts(with: path) }
        let side = isBlocked ? .ours : decisions[id] ?? .ours
        conflicts.append(
            MergeConflict(
                id: id, base: base, ours: ours, theirs: theirs, taken: side, canTakeTheirs: !isBlocked))
        return side
    }

    private mutating func record(
        base: JSONValue?, ours: [String: JSONValue], theirs: [String: JSONValue], path: [String]
    ) -> JSONValue {
        var result = ours
        for name in Set(ours.keys).union(theirs.keys).sorted() where name != "sources" {
            if self.name == .municipality, path.isEmpty, name == "locks" {
                guard ours[name] != theirs[name], isBlind || base?[name] != theirs[name] else { continue }
                result[name] = conflict(
                    .value, [name], base: base?[name], ours: ours[name], theirs: theirs[name])
                continue
            }
            result[name] = value(
                base: base?[name], ours: ours[name], theirs: theirs[name], path: path + [name])
        }
        if case .object(let mine) = ours["sources"], case .object(let other) = theirs["sources"] {
            let sources = SourcesMerge(
                base: base, ours: .object(ours), theirs: .object(theirs), result: .object(result))
            result["sources"] = .object(sources.merged(mine, other))
        } else {
            result["sources"] = ours["sources"] ?? theirs["sources"]
        }
        return .object(result)
    }

    /// Whether two objects are the same thing with fields of its own, or a member of parts that are fields each.
    private func isRecord(_ ours: JSONValue?, _ theirs: JSONValue?, path: [String]) -> Bool {
        if let identity = ours?.identity { return identity == theirs?.identity }
        guard theirs?.identity == nil else { return false }
        if path.isEmpty { return true }
        guard case .record = name.fields.member(at: path) else { return false }
        return true
    }
}

extension DocumentName {
    private static let municipalityFields = FieldSchema(Municipality.self)
    private static let planFields = FieldSchema(Plan.self)
    private static let servicesFields = FieldSchema(ServiceCatalogue.self)
    private static let projectsFields = FieldSchema(ProjectBook.self)
    private static let layoutsFields = FieldSchema(LayoutCatalogue.self)

    /// The fields of the document.
    var fields: FieldSchema {
        switch self {
        case .municipality: Self.municipalityFields
        case .plan: Self.planFields
        case .services: Self.servicesFields
        case .projects: Self.projectsFields
        case .layouts: Self.layoutsFields
        }
    }
}

extension JSONValue {
    /// Nothing was entered: an empty text or list, or a reported value that says so.
    fileprivate var isBlank: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty
        case .array(let elements): elements.isEmpty
        case .object: self["kind"]?.text == "missing" && (self["raw"]?.text ?? "").isEmpty
        case .bool, .number: false
        }
    }

    /// The value without the elements of lists that `base` has too: what is left where a thing is taken away that
    /// holds others which were not in the part; nil where it holds no others.
    func without(knownTo base: JSONValue) -> JSONValue? {
        guard case .object(var members) = self else { return nil }
        var hasOthers = false
        for (name, member) in members {
            guard case .array(let elements) = member, let names = Self.identities(of: elements),
                let known = base[name]?.elements.flatMap(Self.byIdentity)
            else { continue }
            let rest = zip(names, elements).compactMap { identity, element in
                known[identity].map { element.without(knownTo: $0) } ?? element
            }
            // A list without others stays as well: the others may name what is in it.
            guard !rest.isEmpty else { continue }
            members[name] = .array(rest)
            hasOthers = true
        }
        return hasOthers ? .object(members) : nil
    }

    /// What stands in the field at a path, wherever its thing is; nil where nothing does.
    func value(ofFieldAt path: [String]) -> JSONValue? {
        (try? place(of: path)).flatMap { value(at: $0) }
    }

    /// The elements of a list by their identities; nil for a list without.
    static func byIdentity(_ elements: [JSONValue]) -> [String: JSONValue]? {
        identities(of: elements).map { Dictionary(uniqueKeysWithValues: zip($0, elements)) }
    }
}
