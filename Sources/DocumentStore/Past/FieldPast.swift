/// A line of a document's history that touched a field or what is below it.
public struct PastValue: Hashable, Sendable {
    /// The line.
    public var entry: HistoryEntry
    /// Its changes of the field, of what is below it, or of what holds it.
    public var changes: [TreeChange]
    /// The field before; nil where it was not there, or where only parts of it changed.
    public var before: JSONValue?
    /// The field after; nil where it is no longer there, or where only parts of it changed.
    public var after: JSONValue?

    /// The field at `path` in a line; nil where the line does not touch it.
    init?(_ entry: HistoryEntry, path: [String]) {
        let changes = entry.changes.filter { $0.path.starts(with: path) || path.starts(with: $0.path) }
        // What holds the field may have been written without changing it.
        let whole = changes.first { path.starts(with: $0.path) && $0.kind == .value }
        let rest = path.dropFirst(whole?.path.count ?? 0)
        before = whole?.before?.value(at: rest)
        after = whole?.after?.value(at: rest)
        let isTouched = changes.contains { !path.starts(with: $0.path) || $0.path.count == path.count }
        guard isTouched || before != after else { return nil }
        self.entry = entry
        self.changes = changes
    }
}

extension JSONValue {
    /// What stands at a path of member names and identities; nil where nothing does.
    public func value(at path: some Collection<String>) -> JSONValue? {
        guard let name = path.first else { return self }
        let member: JSONValue? =
            switch self {
            case .object(let members): members[name]
            case .array(let elements): elements.first { $0.identity == name }
            default: nil
            }
        return member?.value(at: path.dropFirst())
    }
}
