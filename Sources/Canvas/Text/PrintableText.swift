/// Text from anywhere, made fit to be set.
enum PrintableText {
    /// The text with every kind of line end as one, tabs as spaces, control characters and what is no character as
    /// U+FFFD so that they are seen, and without what would steer the setting unseen: bidi overrides, soft hyphens, byte order marks.
    static func clean(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { $0 < 0x7F && ($0 >= 0x20 || $0 == 0x0A) }
        guard !isPlain, text.unicodeScalars.contains(where: needsWork) else { return text }
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            defer { previous = scalar }
            if scalar == "\n" && previous == "\r" { continue }
            guard let replacement = replacement(for: scalar) else { continue }
            result.append(replacement)
        }
        return String(result)
    }

    private static func needsWork(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "\n" && replacement(for: scalar) != scalar
    }

    /// What stands for a scalar; nil where it is left out.
    private static func replacement(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09: " "
        case 0x0A...0x0D, 0x85, 0x2028, 0x2029: "\n"
        case 0x00...0x1F, 0x7F...0x9F: "\u{FFFD}"
        case 0xFDD0...0xFDEF: "\u{FFFD}"
        case let value where value & 0xFFFE == 0xFFFE: "\u{FFFD}"
        case 0xAD, 0xFEFF, 0x200B, 0x2060, 0x202A...0x202E, 0x2066...0x2069: nil
        default: scalar
        }
    }
}
