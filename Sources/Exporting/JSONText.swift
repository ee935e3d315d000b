import Foundation

/// How values leave the program as JSON.
public enum JSONText {
    /// The bytes of `value`: UTF-8, sorted names, two spaces a level, a new line at the end.
    public static func bytes(of value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value) + Data([0x0A])
    }
}
