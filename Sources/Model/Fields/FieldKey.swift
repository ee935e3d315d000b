/// The name of a field in the archive's documents: that of its member, or for a part of one the names with a point
/// between them (`printed.deviation`, `values.2019`).
public struct FieldKey: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The name.
    public let rawValue: String

    /// A field of that name.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// A field of that name.
    init(_ name: String) {
        rawValue = name
    }

    /// The names of the members that lead to the field from its thing on.
    public var path: [String] { rawValue.split(separator: ".").map(String.init) }

    /// The name of the member that the field is, or is a part of.
    public var member: String { path.first ?? rawValue }

    /// A part of the field.
    public func part(_ name: String) -> FieldKey { FieldKey("\(rawValue).\(name)") }

    /// The cell of a year.
    public func year(_ year: Int) -> FieldKey { FieldKey("\(rawValue).\(year)") }

    /// The name.
    public var description: String { rawValue }
}
