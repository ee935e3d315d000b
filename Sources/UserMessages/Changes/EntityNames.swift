import DocumentStore

/// What the things of an archive are called, by their identity.
public struct EntityNames: Hashable, Sendable {
    private var names: [String: String] = [:]

    /// No names.
    public init() {}

    /// The names of all that is in `trees`.
    public init(_ trees: some Sequence<JSONValue>) {
        for tree in trees { add(tree) }
    }

    /// The name of a thing; nil where it has none, or nobody knows it.
    public subscript(identity: String) -> String? { names[identity] }

    /// Adds the names of what is in `tree`; a name that is known stays.
    public mutating func add(_ tree: JSONValue) {
        switch tree {
        case .object(let members):
            if let id = tree["id"]?.text, names[id] == nil, let label = Self.label(of: tree) {
                names[id] = label
            }
            for member in members.values { add(member) }
        case .array(let elements):
            for element in elements { add(element) }
        default: break
        }
    }

    /// Adds the names of things that `changes` brought or took away: they may be nowhere else.
    public mutating func add(_ changes: [TreeChange]) {
        for change in changes where change.kind == .value {
            if let before = change.before { add(before) }
            if let after = change.after { add(after) }
        }
    }

    /// What a thing is called within itself; nil where it has no name.
    static func label(of tree: JSONValue) -> String? {
        for name in ["title", "name", "raw", "head", "segment", "mark", "change", "reason"] {
            if let text = tree[name]?.text, !text.isEmpty { return text }
        }
        return nil
    }
}
