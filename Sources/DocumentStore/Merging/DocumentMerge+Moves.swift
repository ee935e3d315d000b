/// The lists of a tree in which identities stand.
struct IdentityPlaces {
    /// The path of the list in which an identity stands; of one that is there twice, the first.
    private(set) var places: [String: [String]] = [:]

    /// The places in a tree.
    init(in tree: JSONValue?) {
        collect(tree, path: [])
    }

    /// All identities.
    var identities: Set<String> { Set(places.keys) }

    /// The path of the element with an identity.
    func path(of identity: String) -> [String]? { places[identity].map { $0 + [identity] } }

    private mutating func collect(_ tree: JSONValue?, path: [String]) {
        switch tree {
        case .object(let members):
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
                collect(member, path: path + [name])
            }
        case .array(let elements):
            guard let names = JSONValue.identities(of: elements) else { return }
            for (name, element) in zip(names, elements) {
                if places[name] == nil { places[name] = path }
                collect(element, path: path + [name])
            }
        default: break
        }
    }
}

extension DocumentMerge {
    /// Brings things that one side moved to another list to the same place on all sides, so that what is left to be
    /// merged of them is what they say. A thing that both moved, each elsewhere, is a conflict.
    mutating func settleMoves(_ base: inout JSONValue?, _ ours: inout JSONValue?, _ theirs: inout JSONValue?)
    {
        let old = IdentityPlaces(in: base).places
        let mine = IdentityPlaces(in: ours).places
        let other = IdentityPlaces(in: theirs).places
        let moved = old.keys.filter { name in
            mine[name] != nil && other[name] != nil && (old[name] != mine[name] || old[name] != other[name])
        }
        for name in moved.sorted() {
            guard let from = old[name], let here = mine[name], let there = other[name], here != there else {
                continue
            }
            if takesTheirPlace(name, from: from, here: here, there: there, trees: (base, ours, theirs)) {
                guard let target = theirs?.value(at: there) else { continue }
                guard ours?.value(at: there)?.elements != nil else { continue }
                ours = ours?.moving(name, to: there, like: target)
                base = base?.moving(name, to: there, like: target)
            } else {
                guard let target = ours?.value(at: here) else { continue }
                theirs = theirs?.moving(name, to: here, like: target)
                base = base?.moving(name, to: here, like: target)
            }
        }
    }

    private mutating func takesTheirPlace(
        _ name: String, from: [String], here: [String], there: [String],
        trees: (base: JSONValue?, ours: JSONValue?, theirs: JSONValue?)
    ) -> Bool {
        if from == there { return false }
        let isPinned = pins.contains(there + [name])
        if from == here, !isPinned { return true }
        let side = note(
            from == here ? .reference : .place, there + [name], base: trees.base?.value(at: from + [name]),
            ours: trees.ours?.value(at: here + [name]), theirs: trees.theirs?.value(at: there + [name]))
        return side == .theirs
    }
}

extension JSONValue {
    /// The tree with the element `name` in the list at `path`, placed there as in `target`; unchanged where the list
    /// is not there.
    fileprivate func moving(_ name: String, to path: [String], like target: JSONValue) -> JSONValue {
        guard let from = IdentityPlaces(in: self).places[name], from != path,
            let element = value(at: from + [name]), let list = value(at: path)?.elements,
            let names = Self.identities(of: list), !path.starts(with: from + [name])
        else { return self }
        var order = names
        MergedLists.insert(
            name, into: &order, like: Self.identities(of: target.elements ?? []) ?? [])
        let elements = Dictionary(uniqueKeysWithValues: zip(names, list)).merging([name: element]) { old, _ in
            old
        }
        return putting(
            .array(order.compactMap { elements[$0] }), at: path[...]
        ).removing(name, at: from[...])
    }

    private func putting(_ value: JSONValue, at path: ArraySlice<String>) -> JSONValue {
        changing(path) { _ in value }
    }

    private func removing(_ name: String, at path: ArraySlice<String>) -> JSONValue {
        changing(path) { list in .array((list.elements ?? []).filter { $0.identity != name }) }
    }

    private func changing(_ path: ArraySlice<String>, _ change: (JSONValue) -> JSONValue) -> JSONValue {
        guard let name = path.first else { return change(self) }
        switch self {
        case .object(var members):
            guard let member = members[name] else { return self }
            members[name] = member.changing(path.dropFirst(), change)
            return .object(members)
        case .array(var elements):
            guard let index = elements.firstIndex(where: { $0.identity == name }) else { return self }
            elements[index] = elements[index].changing(path.dropFirst(), change)
            return .array(elements)
        default: return self
        }
    }
}
