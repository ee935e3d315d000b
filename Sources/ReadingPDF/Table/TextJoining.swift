/// How the lines of a text become one text.
struct TextJoining {
    /// How many words of a file are kept to look hyphens up.
    private static let maximalWords = 200_000

    /// The words that stand whole somewhere in the file, in small letters.
    private let words: Set<String>

    /// Knows the words of the pages of a file.
    init(pages: [PageContent]) {
        var words: Set<String> = []
        for word in pages.lazy.flatMap(\.words)
        where word.text.utf8.count > 3 && words.count < Self.maximalWords {
            words.insert(Self.plain(word.text))
        }
        self.words = words
    }

    private static func plain(_ text: some StringProtocol) -> String {
        let letters = text.drop { !$0.isLetter }
        return String(letters.reversed().drop { !$0.isLetter }.reversed()).lowercased()
    }

    /// The lines of a cell: pieces of one line with a blank between them, lines told apart by a new line, words that
    /// were parted at the end of a line joined.
    func cell(_ chunks: [Chunk]) -> String {
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
    func paragraph(_ lines: [String]) -> String {
        var text = ""
        for line in lines {
            if text.isEmpty { text = line } else { append(line, to: &text, separator: " ") }
        }
        return text
    }

    /// Joins a next line. A soft hyphen always goes. A hyphen between small letters goes with the break where the word
    /// stands whole elsewhere, stays where it stands with the hyphen elsewhere; without a trace of either it goes from
    /// a paragraph, since printers part words there, and stays in a cell, where they seldom do.
    private func append(_ next: String, to text: inout String, separator: String) {
        if text.hasSuffix("\u{AD}") {
            text.removeLast()
            text += next
            return
        }
        guard let dash = text.last, dash == "-" || dash == "\u{2010}",
            text.dropLast().last?.isLowercase == true,
            next.first?.isLowercase == true
        else {
            text += separator + next
            return
        }
        let head = text.dropLast().split(whereSeparator: \.isWhitespace).last ?? ""
        let tail = next.split(whereSeparator: \.isWhitespace).first ?? ""
        let isWhole = words.contains(Self.plain(head + tail))
        let hasHyphen = words.contains(Self.plain(head + "-" + tail))
        if isWhole || (separator == " " && !hasHyphen) { text.removeLast() }
        text += next
    }
}
