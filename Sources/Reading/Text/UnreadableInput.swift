/// Why some bytes cannot be read as the text of a document.
public enum UnreadableInput: Error, Hashable, Sendable {
    /// There is not one byte, or nothing but a byte order mark.
    case empty
    /// More bytes than the limit.
    case tooLarge(bytes: Int, limit: Int)
    /// More lines than the limit.
    case tooManyLines(limit: Int)
    /// More cells than the limit.
    case tooManyCells(limit: Int)
    /// A known format that is not text: its text must be exported first.
    case binary(BinaryFormat)
    /// A NUL byte at this offset (from 0), in this line (from 1): not text.
    case nulByte(offset: Int, line: Int)
    /// Control characters make up more of the file than text can have; the first is at this offset.
    case controlCharacters(offset: Int, line: Int)
    /// UTF-16 that ends in half a character or holds a lone surrogate, at this offset.
    case brokenUTF16(offset: Int)
}

/// Formats told by their first bytes.
public enum BinaryFormat: String, Hashable, Sendable, CaseIterable {
    /// A PDF: its text is to be copied or exported.
    case pdf
    /// A ZIP container: XLSX, ODS, DOCX, ODT.
    case zip
    /// The older office formats: XLS, DOC.
    case ole
    /// A gzip archive.
    case gzip
    /// A PNG, JPEG, GIF or TIFF picture.
    case picture
    /// Rich text, whose bytes are letters but whose text is not.
    case rtf

    /// The format that these bytes begin with, if it is a known one.
    static func detect(_ bytes: some Collection<UInt8>) -> BinaryFormat? {
        let signatures: [([UInt8], BinaryFormat)] = [
            (Array("%PDF-".utf8), .pdf), ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
            ([0xD0, 0xCF, 0x11, 0xE0], .ole), ([0x1F, 0x8B], .gzip), ([0x89, 0x50, 0x4E, 0x47], .picture),
            ([0xFF, 0xD8, 0xFF], .picture), (Array("GIF8".utf8), .picture),
            ([0x49, 0x49, 0x2A, 0x00], .picture), ([0x4D, 0x4D, 0x00, 0x2A], .picture),
            (Array("{\\rtf".utf8), .rtf),
        ]
        return signatures.first { bytes.starts(with: $0.0) }?.1
    }
}
