/// A value of a report that is `null` where there is none: readers of the shape find each name in it.
@propertyWrapper public struct JSONNull<Value: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    /// The value.
    public var wrappedValue: Value?

    /// A value, or none.
    public init(wrappedValue: Value?) {
        self.wrappedValue = wrappedValue
    }

    /// Reads the value or `null`.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        wrappedValue = box.decodeNil() ? nil : try box.decode(Value.self)
    }

    /// Writes the value or `null`.
    public func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        if let wrappedValue {
            try box.encode(wrappedValue)
        } else {
            try box.encodeNil()
        }
    }
}
