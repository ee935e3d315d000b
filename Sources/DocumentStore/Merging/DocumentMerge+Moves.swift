/// The lists of a tree in which identities stand.
struct IdentityPlaces {
    /// The path of the list in which an identity stands; of one that is there twice, the first.
    private(set) var places: [String: [String]] = [:]
    /// The same from the thing on that holds the list: it stays where that is moved.
    private(set) var holders: [String: [String]] = [:]

    /// The places in a tree.
    init(in tree: JSONValue?) {
        collect(tree, path: [], holder: 0)
    }

    /// All identities.
    var identities: Set<String> { Set(places.keys) }

    /// The path of the element with an identity.
    func path(of identity: String) -> [String]? { places[identity].map { $0 + [identity] } }

    private mutating func collect(_ tree: JSONValue?, path: [String], holder: Int) {
        switch tree {
        case .object(let members):
            let inner = members.lazy.filter(\.value.isContainer)
            for (name, member) in inner.sorted(by: { $0.key < $1.key }) {
                collect(member, path: path + [name], holder: holder)
            }
        case .array(let elements):
            guard let names = JSONValue.identities(of: elements) else { return }
            for (name, element) in zip(names, elements) {
                if places[name] == nil {
                    places[name] = path
                    holders[name] = Array(path[holder...])
                }
                collect(element, path: path + [name], holder: path.count)
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
        var settled: Set<String> = []
        // What a thing holds moves with it, so the places are looked up anew after each.
        while let move = Self.nextMove(base, ours, theirs, beyond: settled) {
            settled.insert(move.name)
            if let here = move.here, takesOurPlace(move, trees: (base, ours, theirs)) {
                guard let mine = ours, let target = mine.value(at: here) else { continue }
                // What we added ourselves and moved it into is new to them, not taken away.
                if let known = base?.adding(holdersOf: here, of: mine, fields: false) {
                    if let told = theirs?.adding(holdersOf: here, of: mine, fields: true, unless: base) {
                        theirs = told
                    }
                    base = known
                }
                theirs = theirs?.moving(move.name, to: here, like: target)
                base = base?.moving(move.name, to: here, like: target)
            } else if let there = move.there, let target = theirs?.value(at: there) {
                // A list that we have not: what becomes of it is told with the thing that holds it.
                guard move.here == nil || ours?.value(at: there)?.elements != nil else { continue }
                ours = ours?.moving(move.name, to: there, like: target)
                base = base?.moving(move.name, to: there, like: target)
            }
        }
    }

    /// A thing that stands in another list than it did.
    private struct Move {
        var name: String
        /// The path of its list: as it was, as we have it, as they have it; nil where they or we have not got it.
        var from: [String], here: [String]?, there: [String]?
        /// Whether we, and whether they, put it into another thing or list.
        var isOurs: Bool, isTheirs: Bool
        /// Whether both have it in the same: then only what both started from is brought there.
        var isAgreed: Bool
    }

    /// The next thing that stands in different lists, those that hold others first.
    private static func nextMove(
        _ base: JSONValue?, _ ours: JSONValue?, _ theirs: JSONValue?, beyond settled: Set<String>
    ) -> Move? {
        let (old, mine, other) = (
            IdentityPlaces(in: base), IdentityPlaces(in: ours), IdentityPlaces(in: theirs)
        )
        let moved = old.holders.filter { name, from in
            let (here, there) = (mine.holders[name], other.holders[name])
            guard !settled.contains(name) else { return false }
            // Where one side took it away, it is no new thing where the other put it.
            return here != nil && here != from || there != nil && there != from
        }
        let first = moved.keys.min { left, right in
            (old.places[left]?.count ?? 0, left) < (old.places[right]?.count ?? 0, right)
        }
        return first.map {
            Move(
                name: $0, from: old.places[$0] ?? [], here: mine.places[$0], there: other.places[$0],
                isOurs: mine.holders[$0] != old.holders[$0], isTheirs: other.holders[$0] != old.holders[$0],
                isAgreed: mine.holders[$0] == other.holders[$0])
        }
    }

    /// Whether our place of a thing counts; where only one side moved it, it is that one's.
    private mutating func takesOurPlace(
        _ move: Move, trees: (base: JSONValue?, ours: JSONValue?, theirs: JSONValue?)
    ) -> Bool {
        if move.isAgreed { return true }
        guard let here = move.here, let there = move.there else { return move.there == nil }
        guard move.isTheirs else { return true }
        let path = there + [move.name]
        let isPinned = pins.contains(path)
        let own = IdentityPlaces(in: trees.ours).holders[move.name]
        let isDecided = later.contains { IdentityPlaces(in: $0).holders[move.name] != own }
        if !move.isOurs, !isPinned, !isDecided { return false }
        let side = note(
            !move.isOurs && isPinned ? .reference : .place, path,
            base: trees.base?.value(at: move.from + [move.name]),
            ours: trees.ours?.value(at: here + [move.name]), theirs: trees.theirs?.value(at: path))
        return side == .ours
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

    /// The tree with the things that hold the list at `path` in `other`, where it has them not.
    /// - Parameters:
    ///   - fields: whether they come with what they say, or with their identities alone; what they hold in lists of
    ///     things stays behind in any case.
    ///   - known: a tree whose things are none that were added in `other`.
    fileprivate func adding(
        holdersOf path: [String], of other: JSONValue, fields: Bool, unless known: JSONValue? = nil
    ) -> JSONValue {
        let present = IdentityPlaces(in: self).identities
        let former = IdentityPlaces(in: known).identities
        var tree = self
        for end in path.indices {
            let list = path[..<end]
            guard let holder = other.value(at: path[...end]), holder.identity == path[end] else { continue }
            guard !present.contains(path[end]) else { continue }
            guard !former.contains(path[end]), let elements = tree.value(at: list)?.elements,
                let names = Self.identities(of: elements)
            else { return self }
            var order = names
            let target = other.value(at: list)?.elements ?? []
            MergedLists.insert(path[end], into: &order, like: Self.identities(of: target) ?? [])
            let byName = Dictionary(uniqueKeysWithValues: zip(names, elements))
                .merging([path[end]: holder.emptied(fields: fields)]) { old, _ in old }
            tree = tree.putting(.array(order.compactMap { byName[$0] }), at: list)
        }
        return tree
    }

    /// A thing with empty lists in place of its lists of things; without `fields` it says no more than its identity.
    private func emptied(fields: Bool) -> JSONValue {
        guard case .object(let members) = self else { return self }
        return .object(
            members.compactMapValues { member in
                if case .array(let elements) = member, Self.identities(of: elements) != nil {
                    return .array([])
                }
                return fields ? member : nil
            }.merging(["id": members["id"] ?? .null]) { _, id in id })
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
