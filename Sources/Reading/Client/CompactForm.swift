/// The signs of the compact form of documents and refusals.
enum CompactForm {
    /// What the bytes begin with.
    static let mark = Array("BRD1".utf8)
    /// A document follows.
    static let document: UInt8 = 1
    /// A refusal follows.
    static let error: UInt8 = 2
    /// Kinds of blocks.
    static let heading: UInt8 = 1, paragraph: UInt8 = 2, item: UInt8 = 3, table: UInt8 = 4
    /// Flags of cells, beside the number of the type.
    static let covered: UInt8 = 0x40, spanned: UInt8 = 0x80

    /// A refusal as a name, a text and a number.
    static func parts(of error: ReadingError) -> (name: String, text: String, number: Int) {
        switch error {
        case .empty: ("empty", "", 0)
        case .unsupported(let format): ("unsupported", format, 0)
        case .unknownFormat: ("unknown-format", "", 0)
        case .encrypted: ("encrypted", "", 0)
        case .scanned(let pages): ("scanned", "", pages)
        case .damaged(let format, let detail): ("damaged", format.rawValue + " " + detail, 0)
        case .tooLarge(let what, let limit): ("too-large", what, limit)
        case .tooSlow(let seconds): ("too-slow", "", seconds)
        case .readerFailed(let detail): ("reader-failed", detail, 0)
        }
    }

    /// The refusal of these parts; one that says so where the name is not known.
    static func error(_ name: String, _ text: String, _ number: Int) -> ReadingError {
        switch name {
        case "empty": return .empty
        case "unsupported": return .unsupported(format: text)
        case "unknown-format": return .unknownFormat
        case "encrypted": return .encrypted
        case "scanned": return .scanned(pages: number)
        case "too-large": return .tooLarge(what: text, limit: number)
        case "too-slow": return .tooSlow(seconds: number)
        case "damaged":
            let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            let format = parts.first.flatMap { SourceFormat(rawValue: String($0)) } ?? .text
            return .damaged(format: format, detail: parts.count > 1 ? String(parts[1]) : "")
        default: return .readerFailed(detail: text)
        }
    }
}
