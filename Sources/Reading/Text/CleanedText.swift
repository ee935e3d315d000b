/// What cleaning took out of a text or turned into plain characters.
public enum TextResidue: String, Hashable, Sendable, CaseIterable {
    /// Tags of HTML.
    case html
    /// Formulas of TeX.
    case tex
    /// Asterisks of emphasis.
    case emphasis
    /// Zero-width characters, direction controls and other characters that no reader sees.
    case hidden
    /// Soft hyphens.
    case softHyphen
    /// A character that the encoding of the file could not give.
    case undecodable
}

/// A text as a reader of the page would see it, and what was removed to get there. The raw text stays with its line.
public struct CleanedText: Hashable, Sendable {
    /// Plain text on one line, single spaces, no leading or trailing space, canonical composition.
    public let text: String
    /// What was found and removed.
    public let residues: Set<TextResidue>
    /// The hidden characters that were removed, in order, as `U+200B`.
    public let hidden: [String]

    /// Cleans one cell, or one whole line.
    public init(_ raw: some StringProtocol) {
        if let plain = Self.alreadyPlain(raw) {
            self.init(text: plain, residues: [], hidden: [])
            return
        }
        var scalars = ScalarText(raw)
        scalars.foldCharacters()
        scalars.removeTags()
        scalars.decodeEntities()
        scalars.flattenTeX()
        scalars.removeEmphasis()
        self.init(text: scalars.collapsed(), residues: scalars.residues, hidden: scalars.hidden)
    }

    init(text: String, residues: Set<TextResidue>, hidden: [String]) {
        self.text = text
        self.residues = residues
        self.hidden = hidden
    }

    /// Most cells are plain ASCII without a mark of markup; they only need their ends trimmed.
    private static func alreadyPlain(_ raw: some StringProtocol) -> String? {
        var previousIsSpace = false
        for byte in raw.utf8 {
            switch byte {
            case 0x80..., 0..<0x20, 0x7F: return nil
            case UInt8(ascii: "<"), UInt8(ascii: "&"), UInt8(ascii: "$"), UInt8(ascii: "*"),
                UInt8(ascii: "\\"),
                UInt8(ascii: "_"):
                return nil
            case 0x20:
                if previousIsSpace { return nil }
                previousIsSpace = true
            default: previousIsSpace = false
            }
        }
        var plain = Substring(raw)
        if plain.utf8.first == 0x20 { plain = plain.dropFirst() }
        if plain.utf8.last == 0x20 { plain = plain.dropLast() }
        return String(plain)
    }
}
