/// Encodes a value as a tree, without writing it out and reading it again.
final class TreeEncoder: Encoder {
    /// What was encoded; nil before anything was.
    fileprivate var tree: JSONValue? { object?.tree ?? list?.tree ?? single }

    private var object: TreeObject?
    private var list: TreeList?
    private var single: JSONValue?
    private let holder: (encoder: TreeEncoder, key: any CodingKey)?

    /// Encodes a whole value.
    static func encode(_ value: some Encodable) throws -> JSONValue {
        try TreeEncoder(holder: nil).tree(of: value)
    }

    private init(holder: (encoder: TreeEncoder, key: any CodingKey)?) {
        self.holder = holder
    }

    /// The path from the root.
    var codingPath: [any CodingKey] {
        guard let holder else { return [] }
        return holder.encoder.codingPath + [holder.key]
    }

    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        let object = object ?? TreeObject()
        self.object = object
        return KeyedEncodingContainer(TreeObjectContainer<Key>(object: object, encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        let list = list ?? TreeList()
        self.list = list
        return TreeListContainer(list: list, encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    /// The tree of a part.
    fileprivate func tree(of value: some Encodable, at key: any CodingKey) throws -> JSONValue {
        if let text = value as? String { return .string(text) }
        return try below(key).tree(of: value)
    }

    /// The encoder of a part.
    fileprivate func below(_ key: any CodingKey) -> TreeEncoder { TreeEncoder(holder: (self, key)) }

    private func tree(of value: some Encodable) throws -> JSONValue {
        try value.encode(to: self)
        guard let tree else { throw refusal(of: value) }
        return tree
    }

    fileprivate func refusal(of value: Any) -> EncodingError {
        .invalidValue(
            value,
            .init(codingPath: codingPath, debugDescription: "\(type(of: value)) has no form in a document"))
    }
}

extension TreeEncoder: SingleValueEncodingContainer {
    func encodeNil() { single = .null }
    func encode(_ value: Bool) { single = .bool(value) }
    func encode(_ value: String) { single = .string(value) }
    func encode(_ value: Int) { single = .number(String(value)) }
    func encode(_ value: Int8) { single = .number(String(value)) }
    func encode(_ value: Int16) { single = .number(String(value)) }
    func encode(_ value: Int32) { single = .number(String(value)) }
    func encode(_ value: Int64) { single = .number(String(value)) }
    func encode(_ value: UInt) { single = .number(String(value)) }
    func encode(_ value: UInt8) { single = .number(String(value)) }
    func encode(_ value: UInt16) { single = .number(String(value)) }
    func encode(_ value: UInt32) { single = .number(String(value)) }
    func encode(_ value: UInt64) { single = .number(String(value)) }

    // Documents keep decimals as text: a binary fraction is none of theirs.
    func encode(_ value: Double) throws { throw refusal(of: value) }
    func encode(_ value: Float) throws { throw refusal(of: value) }

    func encode(_ value: some Encodable) throws { try value.encode(to: self) }
}

/// What is being put together, and is a tree at the end.
private protocol TreeDraft: AnyObject {
    /// The tree as far as it has come; nil where there is nothing yet.
    var tree: JSONValue? { get }
}

extension TreeEncoder: TreeDraft {}

/// Members that are being collected.
private final class TreeObject: TreeDraft {
    var members: [String: JSONValue] = [:]
    /// Members that others are still putting together.
    var drafts: [(name: String, draft: any TreeDraft)] = []

    var tree: JSONValue? {
        var members = members
        for (name, draft) in drafts { members[name] = draft.tree }
        return .object(members)
    }
}

/// Elements that are being collected.
private final class TreeList: TreeDraft {
    var elements: [JSONValue] = []
    /// Elements that others are still putting together, and their places.
    var drafts: [(place: Int, draft: any TreeDraft)] = []

    var tree: JSONValue? {
        var elements = elements
        for (place, draft) in drafts { elements[place] = draft.tree ?? .null }
        return .array(elements)
    }

    /// Keeps the place for an element that another puts together.
    func add<Draft: TreeDraft>(_ draft: Draft) -> Draft {
        drafts.append((elements.count, draft))
        elements.append(.null)
        return draft
    }
}

private struct TreeObjectContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let object: TreeObject
    let encoder: TreeEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }

    func encodeNil(forKey key: Key) { object.members[key.stringValue] = .null }

    func encode(_ value: Bool, forKey key: Key) { object.members[key.stringValue] = .bool(value) }

    func encode(_ value: String, forKey key: Key) { object.members[key.stringValue] = .string(value) }

    func encode(_ value: Int, forKey key: Key) { object.members[key.stringValue] = .number(String(value)) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        object.members[key.stringValue] = try encoder.tree(of: value, at: key)
    }

    func nestedContainer<Other: CodingKey>(
        keyedBy type: Other.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Other> {
        draft(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        draft(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder }
    func superEncoder(forKey key: Key) -> any Encoder { draft(key) }

    private func draft(_ key: Key) -> TreeEncoder {
        let draft = encoder.below(key)
        object.drafts.append((key.stringValue, draft))
        return draft
    }
}

private struct TreeListContainer: UnkeyedEncodingContainer {
    let list: TreeList
    let encoder: TreeEncoder

    var codingPath: [any CodingKey] { encoder.codingPath }
    var count: Int { list.elements.count }

    func encodeNil() { list.elements.append(.null) }

    func encode(_ value: some Encodable) throws {
        list.elements.append(try encoder.tree(of: value, at: TreeIndex(intValue: count)))
    }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        draft().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { draft().unkeyedContainer() }

    func superEncoder() -> any Encoder { draft() }

    private func draft() -> TreeEncoder { list.add(encoder.below(TreeIndex(intValue: count))) }
}
