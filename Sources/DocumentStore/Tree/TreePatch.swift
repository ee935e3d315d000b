import Model

/// A change that does not fit the state to which it is applied.
struct MisfitChange: Error, Hashable {
    /// Where.
    var path: [String]
}

extension JSONValue {
    /// The state after `changes`; nil where the document is not there.
    ///
    /// What a change says stood there before is checked: a history never goes over a state that it does not know.
    static func applying(_ changes: [TreeChange], to state: JSONValue?) throws(MisfitChange) -> JSONValue? {
        var state = state
        for change in changes {
            state = try applying(change, path: change.path[...], to: state)
        }
        return state
    }

    private static func applying(
        _ change: TreeChange, path: ArraySlice<String>, to state: consuming JSONValue?
    ) throws(MisfitChange) -> JSONValue? {
        guard let name = path.first else { return try replaced(state, by: change) }
        let rest = path.dropFirst()
        switch consume state {
        case .object(var members):
            if name == "text", rest.isEmpty, let text = change.after,
                Source(tree: .object(members))?.reference != nil
            {
                // A text that is not to be had now was changed to one that the line has.
                members["reference"] = nil
                members[name] = text
                return .object(members)
            }
            // Taken out, the member is held once, so that it is changed in place and not copied.
            let member = members.removeValue(forKey: name)
            members[name] = try applying(change, path: rest, to: member)
            return .object(members)
        case .array(var elements):
            guard let index = elements.firstIndex(where: { $0.identity == name }) else {
                guard rest.isEmpty, let new = try replaced(nil, by: change) else {
                    throw MisfitChange(path: change.path)
                }
                return .array(elements + [new])
            }
            let element = elements[index]
            elements[index] = .null
            if let new = try applying(change, path: rest, to: element) {
                elements[index] = new
            } else {
                elements.remove(at: index)
            }
            return .array(elements)
        default:
            throw MisfitChange(path: change.path)
        }
    }

    private static func replaced(_ state: JSONValue?, by change: TreeChange) throws(MisfitChange)
        -> JSONValue?
    {
        switch change.kind {
        case .value:
            guard fits(state, change.before) else { throw MisfitChange(path: change.path) }
            return change.after
        case .order:
            let names = change.after?.elements?.compactMap(\.text) ?? []
            guard case .array(let elements) = state, let present = identities(of: elements),
                Set(present) == Set(names), names.count == present.count
            else { throw MisfitChange(path: change.path) }
            let byName = Dictionary(uniqueKeysWithValues: zip(present, elements))
            return .array(names.compactMap { byName[$0] })
        }
    }
}
