import Foundation
import Model

/// Decodes a value from a tree that was read already, without writing it out and reading it a second time.
final class TreeDecoder: ShortFormDecoder {
    let tree: JSONValue
    let sources: SourceReader?
    /// What holds the tree, and under which name; nil at the root.
    private let holder: (decoder: TreeDecoder, key: any CodingKey)?

    /// Decodes a whole tree.
    /// - Parameter sources: finds the texts that it refers to; nil where it has no short forms.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from tree: JSONValue, sources: SourceReader?
    ) throws -> Value {
        try TreeDecoder(tree, sources: sources, holder: nil).value(type)
    }

    private init(
        _ tree: JSONValue, sources: SourceReader?, holder: (decoder: TreeDecoder, key: any CodingKey)?
    ) {
        self.tree = tree
        self.sources = sources
        self.holder = holder
    }

    /// The path from the root.
    var codingPath: [any CodingKey] {
        guard let holder else { return [] }
        return holder.decoder.codingPath + [holder.key]
    }

    /// The decoder of a part.
    func below(_ part: JSONValue, _ key: any CodingKey) -> TreeDecoder {
        TreeDecoder(part, sources: sources, holder: (self, key))
    }

    var text: String? { tree.text }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = tree else { throw mismatch([String: JSONValue].self, "an object") }
        return KeyedDecodingContainer(TreeMembers(members: members, decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .array(let elements) = tree else { throw mismatch([JSONValue].self, "a list") }
        return TreeElements(elements: elements, decoder: self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    /// Says that the tree is of another kind than was wanted.
    private func mismatch(_ type: Any.Type, _ wanted: String) -> DecodingError {
        let context = DecodingError.Context(
            codingPath: codingPath, debugDescription: "Expected \(wanted) but found \(tree.kindWord)")
        return tree == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

extension TreeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { tree == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        guard case .bool(let flag) = tree else { throw mismatch(type, "true or false") }
        return flag
    }

    func decode(_ type: String.Type) throws -> String {
        guard case .string(let text) = tree else { throw mismatch(type, "a text") }
        return text
    }

    func decode(_ type: Int.Type) throws -> Int { try whole(type) }
    func decode(_ type: Int8.Type) throws -> Int8 { try whole(type) }
    func decode(_ type: Int16.Type) throws -> Int16 { try whole(type) }
    func decode(_ type: Int32.Type) throws -> Int32 { try whole(type) }
    func decode(_ type: Int64.Type) throws -> Int64 { try whole(type) }
    func decode(_ type: UInt.Type) throws -> UInt { try whole(type) }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try whole(type) }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try whole(type) }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try whole(type) }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try whole(type) }
    func decode(_ type: Double.Type) throws -> Double { try number(type, Double.init) }
    func decode(_ type: Float.Type) throws -> Float { try number(type, Float.init) }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try value(type) }

    /// The value that a type makes of the tree.
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        // Documents are full of identities, and Foundation reads them by `scanf`.
        if type == UUID.self, let text, let identity = UUID(plain: text) as? Value { return identity }
        return try Value(from: self)
    }

    private func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        try number(type) { text in
            // `2019.0` is a whole number too.
            Number(text) ?? Double(text).flatMap(Number.init(exactly:))
        }
    }

    private func number<Number>(_ type: Number.Type, _ read: (String) -> Number?) throws -> Number {
        guard case .number(let text) = tree else { throw mismatch(type, "a number") }
        guard let number = read(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "\(text) does not fit into \(type)"))
        }
        return number
    }
}

/// The members of an object.
private struct TreeMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let members: [String: JSONValue]
    let decoder: TreeDecoder

    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { members.keys.compactMap(Key.init(stringValue:)) }

    func contains(_ key: Key) -> Bool { members[key.stringValue] != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try part(key) == .null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder.below(part(key), key).value(type)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let part = members[key.stringValue], part != .null else { return nil }
        return try decoder.below(part, key).value(type)
    }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        let part = try part(key)
        if case .string(let text) = part { return text }
        return try decoder.below(part, key).decode(type)
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        guard let part = members[key.stringValue], part != .null else { return nil }
        return try decode(type, forKey: key)
    }

    func decode(_ type: Int.Type, forKey key: Key) throws -> Int {
        try decoder.below(part(key), key).decode(type)
    }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool {
        try decoder.below(part(key), key).decode(type)
    }

    func nestedContainer<Other: CodingKey>(
        keyedBy type: Other.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Other> {
        try decoder.below(part(key), key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder.below(part(key), key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { decoder }
    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder.below(part(key), key) }

    private func part(_ key: Key) throws -> JSONValue {
        guard let part = members[key.stringValue] else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: codingPath, debugDescription: "There is no \"\(key.stringValue)\""))
        }
        return part
    }
}

/// The elements of a list, one after the other.
private struct TreeElements: UnkeyedDecodingContainer {
    let elements: [JSONValue]
    let decoder: TreeDecoder
    var currentIndex = 0

    init(elements: [JSONValue], decoder: TreeDecoder) {
        self.elements = elements
        self.decoder = decoder
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex == elements.count }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, elements[currentIndex] == .null else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try next().value(type)
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        let container = try next().container(keyedBy: type)
        currentIndex += 1
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try next().unkeyedContainer()
        currentIndex += 1
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try next()
        currentIndex += 1
        return decoder
    }

    private func next() throws -> TreeDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                JSONValue.self, .init(codingPath: codingPath, debugDescription: "The list ends before it"))
        }
        return decoder.below(elements[currentIndex], TreeIndex(intValue: currentIndex))
    }
}

/// A position in a list.
struct TreeIndex: CodingKey {
    let position: Int

    init(intValue: Int) { position = intValue }

    init?(stringValue: String) {
        guard let position = Int(stringValue) else { return nil }
        self.init(intValue: position)
    }

    var stringValue: String { String(position) }
    var intValue: Int? { position }
}

extension JSONValue {
    /// What kind of value it is.
    fileprivate var kindWord: String {
        switch self {
        case .null: "nothing"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
