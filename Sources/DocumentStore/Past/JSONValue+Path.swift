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
