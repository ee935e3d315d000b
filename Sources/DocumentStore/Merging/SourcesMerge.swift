/// Where fields come from goes with them: it is no conflict of its own.
struct SourcesMerge {
    /// The thing whose fields they are, as both started from it, and on each side.
    let base: JSONValue?, ours: JSONValue, theirs: JSONValue
    /// The thing with its fields merged.
    let result: JSONValue

    /// The sources of the result, by the fields' names.
    func merged(_ mine: [String: JSONValue], _ other: [String: JSONValue]) -> [String: JSONValue] {
        var sources = mine
        for name in other.keys where mine[name] != other[name] {
            sources[name] = isTheirs(name) ? other[name] : mine[name]
        }
        for name in mine.keys where other[name] == nil && isTheirs(name) { sources[name] = nil }
        return sources
    }

    /// Whether the source of a field is taken from them: their value was, or of the same value only they know another
    /// source.
    private func isTheirs(_ name: String) -> Bool {
        let path = name.isEmpty ? [] : name.split(separator: ".").map(String.init)
        let (value, own) = (result.value(at: path), ours.value(at: path))
        if !path.isEmpty, own != theirs.value(at: path) { return value != own }
        return base != nil && base?["sources"]?[name] == ours["sources"]?[name]
    }
}
