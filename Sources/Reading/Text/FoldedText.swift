/// A text of a format that has markup of its own (a sheet, a word processor's document, a page of the web): ligatures
/// become letters, odd spaces become spaces, hidden characters go; lines stay. Tags and entities that an export left in
/// the text are read as in `CleanedText`; asterisks and dollars are left alone, for here they are text.
public struct FoldedText: Hashable, Sendable {
    /// The text, without white space at its ends, in canonical composition.
    public let text: String
    /// The hidden characters that were removed, in order, as `U+200B`.
    public let hidden: [String]

    /// Folds one cell or paragraph.
    public init(_ raw: some StringProtocol) {
        if let plain = raw as? String, Self.isPlain(plain) {
            text = plain
            hidden = []
            return
        }
        var hidden: [String] = []
        var lines: [String] = []
        for line in Self.lines(of: String(raw)) {
            var scalars = ScalarText(line)
            scalars.foldCharacters()
            scalars.removeTags()
            scalars.decodeEntities()
            hidden.append(contentsOf: scalars.hidden)
            lines.append(String(String.UnicodeScalarView(scalars.scalars)))
        }
        text = String(lines.joined(separator: "\n").trimmedEnds)
        self.hidden = hidden
    }

    /// True for ASCII that folding would not change.
    private static func isPlain(_ raw: String) -> Bool {
        var raw = raw
        return raw.withUTF8 { bytes in
            guard let first = bytes.first, let last = bytes.last else { return true }
            guard first > 0x20, last > 0x20 else { return false }
            return bytes.allSatisfy {
                ($0 >= 0x20 && $0 < 0x7F || $0 == 0x0A) && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: "&")
            }
        }
    }

    /// Lines by any line end; `<br>` of an export ends one too.
    private static func lines(of raw: String) -> [String] {
        let view = raw.utf8.contains(UInt8(ascii: "<")) ? withLineBreaks(raw) : raw
        return TextLine.split(Array(view.utf8)).map(\.text)
    }

    private static func withLineBreaks(_ raw: String) -> String {
        raw.replacing(/<br\s*\/?>/.ignoresCase(), with: "\n")
    }
}
