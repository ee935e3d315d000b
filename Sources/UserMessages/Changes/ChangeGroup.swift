import DocumentStore

/// Changes of the tree that a person sees as one.
struct ChangeGroup {
    /// What they do together.
    enum Kind {
        case value(before: JSONValue?, after: JSONValue?)
        case order
        /// An entity went from one path to another.
        case move(from: [String], to: [String])
    }

    var kind: Kind
    /// The field, entity or list.
    var path: [String]
    var changes: [TreeChange]

    /// The members of a reported value.
    private static let parts: Set<String> = ["raw", "kind", "value", "unit", "comparison", "note", "mark"]

    /// Groups in the order of the first change of each.
    static func groups(of changes: [TreeChange]) -> [ChangeGroup] {
        let values = ValueGroups(changes)
        let moves = Moves(changes)
        var groups: [ChangeGroup] = []
        for (index, change) in changes.enumerated() {
            if let whole = values.whole[index] {
                if let group = values.group(at: index, of: changes, whole: whole) { groups.append(group) }
            } else if change.kind == .order {
                if isReordered(change) {
                    groups.append(ChangeGroup(kind: .order, path: change.path, changes: [change]))
                }
            } else if let partner = moves.partner[index] {
                // Told once, where the entity came to.
                guard change.before == nil else { continue }
                let from = changes[partner]
                groups.append(
                    ChangeGroup(
                        kind: .move(from: from.path, to: change.path), path: change.path,
                        changes: [from, change]))
            } else {
                groups.append(
                    ChangeGroup(
                        kind: .value(before: change.before, after: change.after), path: change.path,
                        changes: [change]))
            }
        }
        return groups
    }

    /// Whether what is in both lists stands in another order: what was added or taken away is told by itself.
    private static func isReordered(_ change: TreeChange) -> Bool {
        let before = change.before?.elements ?? []
        let after = change.after?.elements ?? []
        let (old, new) = (Set(before), Set(after))
        return before.filter(new.contains) != after.filter(old.contains)
    }

    /// The changes that are of one reported value.
    private struct ValueGroups {
        /// The path of the value of a change.
        var whole: [Int: [String]] = [:]
        private var members: [[String]: [Int]] = [:]

        init(_ changes: [TreeChange]) {
            for (index, change) in changes.enumerated() where change.path.count > 1 {
                guard let last = change.path.last, parts.contains(last) else { continue }
                members[change.path.dropLast(), default: []].append(index)
            }
            // Without its text it is no reported value, but something else with a member of that name.
            members = members.filter { _, indices in indices.contains { changes[$0].path.last == "raw" } }
            for (path, indices) in members { for index in indices { whole[index] = path } }
        }

        /// The group that begins with a change; nil where that is not its first.
        func group(at index: Int, of changes: [TreeChange], whole: [String]) -> ChangeGroup? {
            guard let indices = members[whole], indices.first == index else { return nil }
            let raw = indices.first { changes[$0].path.last == "raw" }.map { changes[$0] }
            return ChangeGroup(
                kind: .value(before: raw?.before, after: raw?.after), path: whole,
                changes: indices.map { changes[$0] })
        }
    }

    /// Entities that were taken out of one list and put into another.
    private struct Moves {
        /// The other change of an entity that moved.
        var partner: [Int: Int] = [:]

        init(_ changes: [TreeChange]) {
            var gone: [String: Int] = [:]
            var come: [String: Int] = [:]
            for (index, change) in changes.enumerated() where change.kind == .value {
                guard let id = change.path.last else { continue }
                if change.after == nil, change.before?["id"]?.text == id { gone[id] = index }
                if change.before == nil, change.after?["id"]?.text == id { come[id] = index }
            }
            for (id, from) in gone {
                guard let to = come[id] else { continue }
                partner[from] = to
                partner[to] = from
            }
        }
    }
}
