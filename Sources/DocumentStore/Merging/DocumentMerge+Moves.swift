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
            for (name, member) in members.sorted(by: { $0.key < $1.key }) {
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
                guard let target = ours?.value(at: here) else { continue }
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
            guard !settled.contains(name), here != there else { return false }
            // Where one side took it away, it is no new thing where the other put it.
            return here != nil && here != from || there != nil && there != from
        }
        let first = moved.keys.min { left, right in
            (old.places[left]?.count ?? 0, left) < (old.places[right]?.count ?? 0, right)
        }
        return first.map {
            Move(
                name: $0, from: old.places[$0] ?? [], here: mine.places[$0], there: other.places[$0],
                isOurs: mine.holders[$0] != old.holders[$0], isTheirs: other.holders[$0] != old.holders[$0])
        }
    }

    /// Whether our place of a thing counts; where only one side moved it, it is that one's.
    private mutating func takesOurPlace(
        _ move: Move, trees: (base: JSONValue?, ours: JSONValue?, theirs: JSONValue?)
    ) -> Bool {
        guard let here = move.here, let there = move.there else { return move.there == nil }
        guard move.isTheirs else { return true }
        let path = there + [move.name]
        if !move.isOurs, !pins.contains(path) { return false }
        let side = note(
            !move.isOurs ? .reference : .place, path,
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
