/// A JSON text as a tree; numbers keep the text in which they were written.
public enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number, as written.
    case number(String)
    /// A text.
    case string(String)
    /// A list.
    case array([JSONValue])
    /// Values by name.
    case object([String: JSONValue])

    /// The value of a member; nil where this is no object or has none of that name.
    public subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The text; nil where this is none.
    public var text: String? {
        guard case .string(let text) = self else { return nil }
        return text
    }

    /// The whole number; nil where this is none.
    public var whole: Int? {
        guard case .number(let digits) = self else { return nil }
        return Int(digits)
    }

    /// The elements; nil where this is no list.
    public var elements: [JSONValue]? {
        guard case .array(let elements) = self else { return nil }
        return elements
    }

    /// Whether it is a list or an object.
    var isContainer: Bool {
        switch self {
        case .array, .object: true
        case .null, .bool, .number, .string: false
        }
    }

    /// The text of the member `id`, by which elements of a list are told apart.
    var identity: String? { self["id"]?.text }

    /// The identities of a list whose elements all have one, each its own; nil for any other list.
    static func identities(of elements: [JSONValue]) -> [String]? {
        let found = elements.compactMap(\.identity)
        guard found.count == elements.count, Set(found).count == found.count else { return nil }
        return found
    }
}
