extension TreeChange {
    /// Whether the change is about the thing of an identity, about something in it, or brought it or took it away
    /// with what holds it.
    public func touches(_ identity: String) -> Bool {
        if path.contains(identity) { return true }
        guard kind == .value else { return false }
        return before?.path(to: identity) != nil || after?.path(to: identity) != nil
    }
}
