extension TreeChange {
    /// Whether the change is about the thing of an identity, about something in it, or brought it or took it away
    /// with what holds it.
    public func touches(_ identity: String) -> Bool {
        if path.contains(identity) { return true }
        guard kind == .value else { return false }
        return before?.path(to: identity) != nil || after?.path(to: identity) != nil
    }

    /// Whether the change gave a field of the thing of an identity another value, by itself or with what holds it.
    public func touches(_ field: [String], of identity: String) -> Bool {
        if let place = path.firstIndex(of: identity), place < path.count - 1 {
            let rest = path[(place + 1)...]
            return rest.starts(with: field) || field.starts(with: rest)
        }
        let values = [before, after].map { value in
            value.flatMap { value in
                (path.last == identity ? [] : value.path(to: identity)).flatMap {
                    value.value(at: $0 + field)
                }
            }
        }
        return values[0] != values[1]
    }
}
