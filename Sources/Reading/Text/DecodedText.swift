/// How the bytes of a text were encoded.
public enum TextEncoding: String, Hashable, Sendable {
    /// UTF-8, with or without its mark.
    case utf8 = "UTF-8"
    /// UTF-16, low byte first.
    case utf16LittleEndian = "UTF-16LE"
    /// UTF-16, high byte first.
    case utf16BigEndian = "UTF-16BE"
    /// The western code page of Windows.
    case windows1252 = "Windows-1252"
}

/// A byte that has no meaning in the encoding of its file; the text shows U+FFFD in its place.
public struct DamagedByte: Hashable, Sendable {
    /// The byte.
    public let byte: UInt8
    /// The line that holds it, from 1.
    public let line: Int
}

/// The text of a file as valid UTF-8, with what had to be assumed to read it.
public struct DecodedText: Hashable, Sendable {
    /// The whole text, valid UTF-8, without a byte order mark.
    public let utf8: [UInt8]
    /// The encoding that it was read in.
    public let encoding: TextEncoding
    /// True where no mark and no valid UTF-8 told the encoding: it is an assumption to show.
    public let isAssumed: Bool
    /// Bytes that the encoding does not define.
    public let damage: [DamagedByte]
}
