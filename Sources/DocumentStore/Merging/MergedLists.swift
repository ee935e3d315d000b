/// A list whose elements have identities, as it was and as both sides have it.
struct MergedLists {
    /// The identities, in order.
    let base: [String], ours: [String], theirs: [String]
    private let baseElements: [String: JSONValue]
    private let ourElements: [String: JSONValue]
    private let theirElements: [String: JSONValue]

    /// The three lists; nil where one of them has elements without an identity of their own.
    init?(base: JSONValue?, ours: [JSONValue], theirs: [JSONValue]) {
        let old = base?.elements ?? []
        guard let oldNames = JSONValue.identities(of: old), let ourNames = JSONValue.identities(of: ours),
            let theirNames = JSONValue.identities(of: theirs)
        else { return nil }
        self.base = oldNames
        self.ours = ourNames
        self.theirs = theirNames
        baseElements = Dictionary(uniqueKeysWithValues: zip(oldNames, old))
        ourElements = Dictionary(uniqueKeysWithValues: zip(ourNames, ours))
        theirElements = Dictionary(uniqueKeysWithValues: zip(theirNames, theirs))
    }

    /// An element as it was, as we have it and as they have it.
    func element(_ name: String) -> (base: JSONValue?, ours: JSONValue?, theirs: JSONValue?) {
        (baseElements[name], ourElements[name], theirElements[name])
    }

    /// How the order differs, among the elements that all know.
    var order: OrderDifference {
        let theirNames = Set(theirs)
        var common = Set(ours).intersection(theirNames)
        if !base.isEmpty { common.formIntersection(base) }
        let (old, mine, other) = (
            base.filter(common.contains), ours.filter(common.contains), theirs.filter(common.contains)
        )
        if mine == other { return .same }
        guard !base.isEmpty else { return .both }
        if old == other { return .ours }
        return old == mine ? .theirs : .both
    }

    /// Who put a list in another order.
    enum OrderDifference: Hashable {
        case same, ours, theirs, both
    }

    /// `names` with those that they have too in the order in which they have them; the others keep their places.
    static func reordered(_ names: [String], like theirs: [String]) -> [String] {
        let present = Set(names)
        var next = theirs.filter(present.contains)[...]
        let moved = Set(next)
        return names.map { moved.contains($0) ? next.popFirst() ?? $0 : $0 }
    }

    /// Puts `name` after the nearest of those that come before it in `theirs`, else before the nearest that follows,
    /// else at the end.
    static func insert(_ name: String, into names: inout [String], like theirs: [String]) {
        guard let place = theirs.firstIndex(of: name) else {
            names.append(name)
            return
        }
        for earlier in theirs[..<place].reversed() {
            guard let index = names.firstIndex(of: earlier) else { continue }
            names.insert(name, at: index + 1)
            return
        }
        for later in theirs[(place + 1)...] {
            guard let index = names.firstIndex(of: later) else { continue }
            names.insert(name, at: index)
            return
        }
        names.append(name)
    }
}

extension DocumentMerge {
    /// What becomes of a list whose elements have identities.
    mutating func list(_ lists: MergedLists, path: [String]) -> JSONValue {
        var result: [String: JSONValue] = [:]
        for name in lists.ours {
            let (base, ours, theirs) = lists.element(name)
            guard let ours else { continue }
            result[name] =
                theirs == nil
                ? departed(ours, base: base, path: path + [name])
                : value(base: base, ours: ours, theirs: theirs, path: path + [name])
        }
        var arrivals: [String] = []
        for name in lists.theirs {
            let (base, ours, theirs) = lists.element(name)
            guard ours == nil, let theirs,
                let element = arrived(theirs, base: base, path: path + [name])
            else { continue }
            result[name] = element
            arrivals.append(name)
        }
        var order = lists.ours.filter { result[$0] != nil }
        if takesTheirOrder(lists, path: path) { order = MergedLists.reordered(order, like: lists.theirs) }
        for name in arrivals { MergedLists.insert(name, into: &order, like: lists.theirs) }
        return .array(order.compactMap { result[$0] })
    }

    private mutating func takesTheirOrder(_ lists: MergedLists, path: [String]) -> Bool {
        switch lists.order {
        case .same, .ours: return false
        case .theirs where !hasOwnOrder(lists, path: path): return true
        case .theirs, .both:
            let names = { (names: [String]) in JSONValue.array(names.map(JSONValue.string)) }
            let side = note(
                .order, path, base: isBlind ? nil : names(lists.base), ours: names(lists.ours),
                theirs: names(lists.theirs))
            return side == .theirs
        }
    }

    /// Whether we put a list in another order since something of theirs was merged.
    private func hasOwnOrder(_ lists: MergedLists, path: [String]) -> Bool {
        later.contains { tree in
            let merged = JSONValue.identities(of: tree.value(ofFieldAt: path)?.elements ?? []) ?? []
            return lists.ours.filter(Set(merged).contains) != merged.filter(Set(lists.ours).contains)
        }
    }
}
