/// The changes of a history's line as it has them: packed.
struct PackedChanges: Hashable, Sendable {
    /// The changes.
    let changes: JSONValue
    /// The files that their places are in.
    let files: JSONValue

    /// Packs changes; nil where that makes no difference, or where they would be read as others.
    init?(_ changes: [TreeChange], in library: SourceLibrary) {
        let values = changes.flatMap { [$0.before, $0.after] }.compactMap(\.self).filter(\.isContainer)
        guard !values.isEmpty else { return nil }
        let packing = SourcePacking(values, in: library)
        var packed: [JSONValue] = []
        for change in changes {
            var change = change
            for side in [\TreeChange.before, \TreeChange.after] {
                guard let value = change[keyPath: side] else { continue }
                guard let shorter = packing.packed(value) else { return nil }
                change[keyPath: side] = shorter
            }
            packed.append(change.json)
        }
        let list = JSONValue.array(packed)
        guard list != .array(changes.map(\.json)) else { return nil }
        self.changes = list
        files = packing.files
    }

    /// The changes of a line as they were before they were packed; nil where it has none.
    static func unpacked(_ line: JSONValue, _ library: SourceLibrary?) -> [JSONValue]? {
        guard let list = line["changes"]?.elements else { return nil }
        guard let member = line[SourcePacking.member] else { return list }
        guard let files = SourceFiles(json: member, library: library) else { return nil }
        return list.map { change in
            guard case .object(var members) = change else { return change }
            for side in ["before", "after"] { members[side] = members[side].map { files.unpacked($0) } }
            return .object(members)
        }
    }
}
