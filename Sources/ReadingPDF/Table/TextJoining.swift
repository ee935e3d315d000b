/// How the lines of a text become one text.
enum TextJoining {
    /// The lines of a cell: pieces of one line with a blank between them, lines told apart by a new line, words that
    /// were parted at the end of a line joined.
    static func cell(_ chunks: [Chunk]) -> String {
        var text = ""
        var last: Chunk?
        for chunk in chunks {
            if let last {
                let isSameLine =
                    chunk.box.sharedHeight(last.box) > 0.5 * min(chunk.box.height, last.box.height)
                append(chunk.text, to: &text, separator: isSameLine ? " " : "\n")
            } else {
                text = chunk.text
            }
            last = chunk
        }
        return text
    }

    /// The lines of a paragraph as one line.
    static func paragraph(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            if text.isEmpty { text = line } else { append(line, to: &text, separator: " ") }
        }
        return text
    }

    /// Joins a next line: a soft hyphen always goes, a hyphen between small letters goes with the break.
    private static func append(_ next: String, to text: inout String, separator: String) {
        if text.hasSuffix("\u{AD}") {
            text.removeLast()
            text += next
        } else if let dash = text.last, dash == "-" || dash == "\u{2010}",
            text.dropLast().last?.isLowercase == true, next.first?.isLowercase == true
        {
            text.removeLast()
            text += next
        } else {
            text += separator + next
        }
    }
}
