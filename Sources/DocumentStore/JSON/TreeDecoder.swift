import Foundation
import Model

/// Decodes a value from a text that was looked through already, without making a tree of it.
final class TreeDecoder: ShortFormDecoder {
    let part: JSONPart
    let sources: SourceReader?
    /// What holds the part, and under which name; nil at the root.
    private let holder: (decoder: TreeDecoder, key: any CodingKey)?

    /// Decodes a whole text.
    /// - Parameter sources: finds the texts that it refers to; nil where it has no short forms.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from text: JSONText, sources: SourceReader?
    ) throws -> Value {
        try TreeDecoder(text.root, sources: sources, holder: nil).value(type)
    }

    /// Decodes a whole tree.
    static func decode<Value: Decodable>(
        _ type: Value.Type, from tree: JSONValue, sources: SourceReader?
    ) throws -> Value {
        try decode(type, from: JSONText(tree), sources: sources)
    }

    private init(
        _ part: JSONPart, sources: SourceReader?, holder: (decoder: TreeDecoder, key: any CodingKey)?
    ) {
        self.part = part
        self.sources = sources
        self.holder = holder
    }

    /// The path from the root.
    var codingPath: [any CodingKey] {
        guard let holder else { return [] }
        return holder.decoder.codingPath + [holder.key]
    }

    /// The decoder of a part.
    func below(_ part: JSONPart, _ key: any CodingKey) -> TreeDecoder {
        TreeDecoder(part, sources: sources, holder: (self, key))
    }

    var text: String? { part.string }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard part.kind == .object else { throw mismatch([String: JSONValue].self, "an object") }
        return KeyedDecodingContainer(TreeMembers(of: part, decoder: self))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard part.kind == .list else { throw mismatch([JSONValue].self, "a list") }
        return TreeElements(of: part, decoder: self)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }

    /// Says that the part is of another kind than was wanted.
    private func mismatch(_ type: Any.Type, _ wanted: String) -> DecodingError {
        let context = DecodingError.Context(
            codingPath: codingPath, debugDescription: "Expected \(wanted) but found \(part.kind.word)")
        return part.kind == .null ? .valueNotFound(type, context) : .typeMismatch(type, context)
    }
}

extension TreeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { part.kind == .null }

    func decode(_ type: Bool.Type) throws -> Bool {
        switch part.kind {
        case .true: return true
        case .false: return false
        case .null, .number, .string, .list, .object: throw mismatch(type, "true or false")
        }
    }

    func decode(_ type: String.Type) throws -> String {
        guard let text = part.string else { throw mismatch(type, "a text") }
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

    /// The value that a type makes of the part.
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        // Documents are full of identities, and Foundation reads them by `scanf`.
        if type == UUID.self, let identity = part.withPlainBytes({ UUID(plain: $0) }) as? Value {
            return identity
        }
        // And of figures, most of them with nothing beside them.
        if type == ReportedValue.self, let value = part.plainValue as? Value { return value }
        return try Value(from: self)
    }

    private func whole<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        try number(type) { text in
            // `2019.0` is a whole number too.
            Number(text) ?? Double(text).flatMap(Number.init(exactly:))
        }
    }

    private func number<Number>(_ type: Number.Type, _ read: (String) -> Number?) throws -> Number {
        guard let text = part.digits else { throw mismatch(type, "a number") }
        guard let number = read(text) else {
            throw DecodingError.dataCorrupted(
                .init(codingPath: codingPath, debugDescription: "\(text) does not fit into \(type)"))
        }
        return number
    }
}

/// The members of an object.
private struct TreeMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: TreeDecoder
    /// The members by name, where there are many.
    let byName: [String: JSONPart]?

    /// More members than this are not looked for one after the other.
    private static var few: Int { 40 }

    init(of object: JSONPart, decoder: TreeDecoder) {
        self.decoder = decoder
        byName =
            object.count > Self.few
            ? Dictionary(object.members.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
            : nil
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { decoder.part.members.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { member(key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try part(key).kind == .null }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder.below(part(key), key).value(type)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        guard let part = member(key), part.kind != .null else { return nil }
        return try decoder.below(part, key).value(type)
    }

    func decode(_ type: String.Type, forKey key: Key) throws -> String {
        let part = try part(key)
        if let text = part.string { return text }
        return try decoder.below(part, key).decode(type)
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        guard let part = member(key), part.kind != .null else { return nil }
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

    private func member(_ key: Key) -> JSONPart? {
        guard let byName else { return decoder.part.member(key.stringValue) }
        return byName[key.stringValue]
    }

    private func part(_ key: Key) throws -> JSONPart {
        guard let part = member(key) else {
            throw DecodingError.keyNotFound(
                key, .init(codingPath: codingPath, debugDescription: "There is no \"\(key.stringValue)\""))
        }
        return part
    }
}

/// The elements of a list, one after the other.
private struct TreeElements: UnkeyedDecodingContainer {
    let decoder: TreeDecoder
    private let all: Int
    private(set) var currentIndex = 0
    /// The element at the index, where there is one.
    private var element: JSONPart

    init(of list: JSONPart, decoder: TreeDecoder) {
        self.decoder = decoder
        all = list.count
        element = list.first
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { all }
    var isAtEnd: Bool { currentIndex == all }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, element.kind == .null else { return false }
        step()
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try current().value(type)
        step()
        return value
    }

    mutating func nestedContainer<Key: CodingKey>(
        keyedBy type: Key.Type
    ) throws -> KeyedDecodingContainer<Key> {
        let container = try current().container(keyedBy: type)
        step()
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try current().unkeyedContainer()
        step()
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try current()
        step()
        return decoder
    }

    private mutating func step() {
        currentIndex += 1
        if !isAtEnd { element = element.next }
    }

    private func current() throws -> TreeDecoder {
        guard !isAtEnd else {
            throw DecodingError.valueNotFound(
                JSONValue.self, .init(codingPath: codingPath, debugDescription: "The list ends before it"))
        }
        return decoder.below(element, TreeIndex(intValue: currentIndex))
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

extension JSONPart {
    /// A figure with at most its unit, or a cell in which nothing was entered; nil for anything else, which is no fault.
    fileprivate var plainValue: ReportedValue? {
        guard kind == .object, count <= 4, let raw = member("raw")?.string,
            let kind = member("kind")?.string, let value = member("value")?.string
        else { return nil }
        guard kind == "number" else {
            let isBlank = kind == "missing" && raw.isEmpty && count == 3
            return isBlank && value == ReportedValue.MissingKind.notEntered.rawValue ? .notEntered : nil
        }
        guard let figure = ExactDecimal(plain: value) else { return nil }
        guard count == 4 else { return ReportedValue(.number(figure), raw: raw) }
        guard let unit = member("unit")?.string else { return nil }
        return ReportedValue(.number(figure), raw: raw, unit: MeasureUnit(rawValue: unit))
    }
}

extension JSONText.Kind {
    /// What kind of value it is.
    fileprivate var word: String {
        switch self {
        case .null: "nothing"
        case .true, .false: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .list: "a list"
        case .object: "an object"
        }
    }
}
