import Model

/// One difference between two states of a document.
///
/// A path goes by member names; an element of a list whose elements have an `id` is named by it, so that a change
/// still finds its field after others have moved. A list without identities changes as a whole.
public struct TreeChange: Hashable, Sendable {
    /// What kind of difference.
    public enum Kind: String, Hashable, Sendable {
        /// A value was set, added (no `before`) or taken away (no `after`).
        case value
        /// The identities of a list, in order, are others than before.
        case order
    }

    /// What kind of difference.
    public var kind: Kind
    /// From the document's root; empty means the whole document.
    public var path: [String]
    /// What stood there; nil where nothing did.
    public var before: JSONValue?
    /// What stands there; nil where nothing does.
    public var after: JSONValue?

    /// A difference at a path.
    public init(kind: Kind, path: [String], before: JSONValue?, after: JSONValue?) {
        self.kind = kind
        self.path = path
        self.before = before
        self.after = after
    }
}

extension TreeChange {
    /// The change as the history keeps it.
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "kind": .string(kind.rawValue), "path": .array(path.map(JSONValue.string)),
        ]
        members["before"] = before
        members["after"] = after
        return .object(members)
    }

    /// Reads what `json` gives; nil for anything else.
    init?(json: JSONValue) {
        guard let kind = json["kind"]?.text.flatMap(Kind.init), let names = json["path"]?.elements else {
            return nil
        }
        let path = names.compactMap(\.text)
        guard path.count == names.count else { return nil }
        self.init(kind: kind, path: path, before: json["before"], after: json["after"])
    }
}

extension TreeChange {
    /// Whether it says neither what was there nor what is: what it was made from could not be written as a tree.
    var isEmpty: Bool { before == nil && after == nil }

    /// What leads from one state to another; a document that is not there is nil.
    static func between(_ before: JSONValue?, _ after: JSONValue?) -> [TreeChange] {
        var changes: [TreeChange] = []
        collect(before, after, path: [], into: &changes)
        return changes
    }

    private static func collect(
        _ before: JSONValue?, _ after: JSONValue?, path: [String], into changes: inout [TreeChange]
    ) {
        switch (before, after) {
        // Where a field comes from changes as a whole.
        case (let old?, let new?) where old != new && Source(tree: old) != nil && Source(tree: new) != nil:
            changes.append(TreeChange(kind: .value, path: path, before: before, after: after))
        case (.object(let old), .object(let new)):
            for name in Set(old.keys).union(new.keys).sorted() where old[name] != new[name] {
                collect(old[name], new[name], path: path + [name], into: &changes)
            }
        case (.array(let old), .array(let new)):
            collect(old, new, path: path, into: &changes)
        default:
            guard before != after else { return }
            changes.append(TreeChange(kind: .value, path: path, before: before, after: after))
        }
    }

    private static func collect(
        _ old: [JSONValue], _ new: [JSONValue], path: [String], into changes: inout [TreeChange]
    ) {
        guard let oldNames = JSONValue.identities(of: old), let newNames = JSONValue.identities(of: new),
            !(old.isEmpty && new.isEmpty)
        else {
            guard old != new else { return }
            changes.append(TreeChange(kind: .value, path: path, before: .array(old), after: .array(new)))
            return
        }
        let oldByName = Dictionary(uniqueKeysWithValues: zip(oldNames, old))
        let newByName = Dictionary(uniqueKeysWithValues: zip(newNames, new))
        for name in oldNames where newByName[name] == nil {
            collect(oldByName[name], nil, path: path + [name], into: &changes)
        }
        for (name, element) in zip(newNames, new) where oldByName[name] != element {
            collect(oldByName[name], element, path: path + [name], into: &changes)
        }
        if oldNames != newNames {
            let lists = [oldNames, newNames].map { JSONValue.array($0.map(JSONValue.string)) }
            changes.append(TreeChange(kind: .order, path: path, before: lists[0], after: lists[1]))
        }
    }
}
