import Foundation
import Model

extension ArchiveContent {
    /// The content with what `changes` of one document say stands after them, wherever their entities are by now.
    ///
    /// To put a former value back, the changes are given inverted. They go together: all are made or none.
    public func putting(
        _ changes: [TreeChange], in name: DocumentName
    ) throws(RevertProblem) -> ArchiveContent {
        var new = self
        if let whole = changes.first(where: { $0.path.isEmpty }) {
            new.put(try Self.decoded(whole.after, name), at: name)
        } else {
            guard var tree = tree(of: name) else { throw .documentGone(name) }
            try tree.put(changes)
            new.put(try Self.decoded(tree, name), at: name)
        }
        guard new.municipality.locks == municipality.locks else { throw .lock }
        try new.requireReferences(besides: self)
        return new
    }

    private static func decoded(
        _ tree: JSONValue?, _ name: DocumentName
    ) throws(RevertProblem) -> DecodedDocument? {
        guard let tree else {
            guard name.year != nil || name == .layouts else { throw .whole(name) }
            return nil
        }
        do throws(ArchiveError) {
            return try DecodedDocument(name, tree: tree, path: name.text)
        } catch {
            guard case .undecodable(_, let field, let detail) = error else {
                throw .undecodable(field: error.place.field, detail: "")
            }
            throw .undecodable(field: field, detail: detail)
        }
    }

    /// Refuses a content that names what is not there, unless `former` did so already.
    private func requireReferences(besides former: ArchiveContent) throws(RevertProblem) {
        let layout = ArchiveLayout(folder: "")
        let known = Set(References.problems(in: former, layout: layout))
        for problem in References.problems(in: self, layout: layout) where !known.contains(problem) {
            switch problem {
            case .danglingReference(_, _, let identity): throw .dangling(identity: identity)
            case .duplicateIdentity(_, _, let identity): throw .present(identity: identity)
            default: throw .undecodable(field: problem.place.field, detail: "")
            }
        }
    }
}

extension JSONValue {
    /// Makes what `changes` say, wherever their entities are by now. An entity that is taken out of one list and put
    /// into another is moved with all that it has by now.
    mutating func put(_ changes: [TreeChange]) throws(RevertProblem) {
        var left = changes.filter { $0.kind == .value }
        let orders = changes.filter { $0.kind == .order }
        while let change = left.first {
            left.removeFirst()
            guard let identity = change.entity else {
                try set(change.after, at: try place(of: change.path))
                continue
            }
            if let other = left.firstIndex(where: { $0.entity == identity && $0.path != change.path }) {
                let partner = left.remove(at: other)
                let (out, into) = change.after == nil ? (change, partner) : (partner, change)
                try move(identity, out, into, orders)
            } else if let new = change.after {
                try add(new, identity, at: change.path, orders)
            } else {
                guard let path = path(to: identity) else { throw .gone(identity: identity) }
                try set(nil, at: path)
            }
        }
        for order in orders where !changes.contains(where: { $0.kind == .value && order.holds($0) }) {
            try arrange(order)
        }
    }

    private mutating func move(
        _ identity: String, _ out: TreeChange, _ into: TreeChange, _ orders: [TreeChange]
    ) throws(RevertProblem) {
        guard let present = path(to: identity), var element = value(at: present) else {
            throw .gone(identity: identity)
        }
        // What the move itself changed goes along with it.
        for change in TreeChange.between(out.before, into.after) where !change.path.isEmpty {
            try element.put([change])
        }
        try set(nil, at: present)
        try add(element, identity, at: into.path, orders)
    }

    private mutating func add(
        _ new: JSONValue, _ identity: String, at path: [String], _ orders: [TreeChange]
    ) throws(RevertProblem) {
        guard self.path(to: identity) == nil else { throw .present(identity: identity) }
        let list = try place(of: path.dropLast())
        guard case .array(var elements) = value(at: list) ?? .array([]) else {
            throw .gone(identity: identity)
        }
        let order =
            orders.first { $0.path == Array(path.dropLast()) }?.after?.elements?.compactMap(\.text) ?? []
        // After the nearest of those that stood before it and are still there.
        let before = order.prefix { $0 != identity }.reversed()
        let present = elements.map { $0.identity ?? "" }
        let previous = before.lazy.compactMap { present.firstIndex(of: $0) }.first
        let isFirst = previous == nil && order.contains(identity)
        elements.insert(new, at: previous.map { $0 + 1 } ?? (isFirst ? 0 : elements.count))
        try set(.array(elements), at: list)
    }

    /// Brings what is still there of a list into the order of `change`; what came later keeps its place at the end.
    private mutating func arrange(_ change: TreeChange) throws(RevertProblem) {
        let path = try place(of: change.path)
        let names = change.after?.elements?.compactMap(\.text) ?? []
        guard case .array(let elements) = value(at: path) else { throw .gone(identity: path.last ?? "") }
        let rank = Dictionary(zip(names, names.indices)) { first, _ in first }
        let sorted = elements.enumerated().sorted { left, right in
            let (first, second) = (rank[left.element.identity ?? ""], rank[right.element.identity ?? ""])
            return (first ?? names.count, left.offset) < (second ?? names.count, right.offset)
        }
        try set(.array(sorted.map(\.element)), at: path)
    }

    /// Where the field at a path is by now: its entity may have gone elsewhere.
    func place(of path: [String]) throws(RevertProblem) -> [String] {
        guard let index = path.lastIndex(where: { UUID(uuidString: $0) != nil }) else { return path }
        guard let entity = self.path(to: path[index]) else { throw .gone(identity: path[index]) }
        return entity + path[(index + 1)...]
    }

    /// The path to the entity of an identity; nil where it is not there.
    func path(to identity: String) -> [String]? {
        switch self {
        case .object(let members):
            for (name, member) in members {
                if let rest = member.path(to: identity) { return [name] + rest }
            }
        case .array(let elements):
            for element in elements {
                guard let own = element.identity else { continue }
                if own == identity { return [own] }
                if let rest = element.path(to: identity) { return [own] + rest }
            }
        default: break
        }
        return nil
    }

    /// Sets, adds or takes away what stands at a path.
    private mutating func set(_ value: JSONValue?, at path: [String]) throws(RevertProblem) {
        guard let name = path.first else {
            self = value ?? .null
            return
        }
        let rest = Array(path.dropFirst())
        switch self {
        case .object(var members):
            if rest.isEmpty {
                members[name] = value
            } else {
                // An object that is gone meanwhile comes back with the one member; decoding says whether that is all.
                var member = members[name] ?? .object([:])
                try member.set(value, at: rest)
                members[name] = member
            }
            self = .object(members)
        case .array(var elements):
            guard let index = elements.firstIndex(where: { $0.identity == name }) else {
                throw .gone(identity: name)
            }
            if rest.isEmpty, value == nil {
                elements.remove(at: index)
            } else {
                try elements[index].set(value, at: rest)
            }
            self = .array(elements)
        default: throw .gone(identity: name)
        }
    }
}

extension TreeChange {
    /// The identity of the entity that the change adds or takes away; nil where it is about anything else.
    fileprivate var entity: String? {
        guard kind == .value, let last = path.last, (before == nil) != (after == nil) else { return nil }
        return (before ?? after)?.identity == last ? last : nil
    }

    /// Whether a change adds to the list that this one orders, or takes away from it.
    fileprivate func holds(_ change: TreeChange) -> Bool {
        change.entity != nil && change.path.dropLast() == path[...]
    }
}
