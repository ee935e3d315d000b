/// How the lines of a text become one text.
struct TextJoining {
    /// How many words of a file are kept to look hyphens up.
    private static let maximalWords = 200_000
    /// So many words end with a hyphen where a printer parts words.
    private static let leastParted = 5

    /// The words that stand somewhere in the file, in small letters.
    private let words: Set<String>
    /// Those of them that stand within a line, where nothing parts a word.
    private let inner: Set<String>
    /// The printer parts words at the ends of lines: many lines end with a hyphen.
    private let partsWords: Bool

    /// Knows the words of the pages of a file.
    init(pages: [PageContent]) {
        var words: Set<String> = []
        var inner: Set<String> = []
        for line in pages.lazy.flatMap({ TextLine.lines(of: $0.words) }) where words.count < Self.maximalWords
        {
            for (index, word) in line.words.enumerated() {
                let plain = Self.plain(word.text)
                if plain.utf8.count > 3 { words.insert(plain) }
                if index > 0, index < line.words.count - 1, Self.isBeside(line.words[index - 1], word),
                    Self.isBeside(word, line.words[index + 1])
                {
                    inner.insert(plain)
                }
            }
        }
        self.words = words
        self.inner = inner
        let parted = pages.lazy.flatMap(\.words).filter { word in
            word.text.utf8.count > 2 && word.text.last == "-"
                && word.text.dropLast().last?.isLowercase ?? false
        }
        partsWords = parted.prefix(Self.leastParted).count == Self.leastParted
    }

    private static func isBeside(_ left: Word, _ right: Word) -> Bool {
        right.box.left - left.box.right < 0.42 * max(left.size, 4)
    }

    private static func plain(_ text: some StringProtocol) -> String {
        let letters = text.drop { !$0.isLetter }
        return String(letters.reversed().drop { !$0.isLetter }.reversed()).lowercased()
    }

    /// The lines of a cell: pieces of one line with a blank between them, lines told apart by a new line, words that
    /// were parted at the end of a line joined.
    ///
    /// - Parameter end: where the longest line of the column ends; nil where that is not known.
    func cell(_ chunks: [Chunk], end: Double? = nil) -> String {
        let broken = end.map { breaks(in: chunks, end: $0) } ?? []
        var text = ""
        for (index, chunk) in chunks.enumerated() {
            if index == 0 {
                text = chunk.text
            } else if broken.contains(index) {
                text += chunk.text
            } else {
                let isSame = Self.isSameLine(chunks[index - 1], chunk)
                append(chunk.text, to: &text, separator: isSame ? " " : "\n")
            }
        }
        return text
    }

    private static func isSameLine(_ left: Chunk, _ right: Chunk) -> Bool {
        right.box.sharedHeight(left.box) > 0.5 * min(left.box.height, right.box.height)
    }

    /// The pieces that go on with a word which the line above began. From the last line up, so that a word over three
    /// lines is looked at with all of its rest.
    private func breaks(in chunks: [Chunk], end: Double) -> Set<Int> {
        var result: Set<Int> = []
        // What the first word of the piece below goes on with further down.
        var below = ""
        for index in chunks.indices.dropFirst().reversed() {
            let (last, chunk) = (chunks[index - 1], chunks[index])
            let rest = chunk.words.count == 1 ? below : ""
            let following = (chunk.words.dropFirst() + chunks[(index + 1)...].flatMap(\.words)).first
            guard !Self.isSameLine(last, chunk),
                isBroken(last, chunk, rest, before: rest.isEmpty ? following?.text : nil, end: end)
            else {
                below = ""
                continue
            }
            result.insert(index)
            below = (chunk.words.first?.text ?? "") + rest
        }
        return result
    }

    /// Whether a word that is wider than its column was cut at the end of a line without a hyphen, and goes on below.
    ///
    /// Such a word stands alone on its line, and not one letter more would have fitted. Whole words that happen to fill
    /// a line are told by what stands elsewhere in the file, by their form, or by the word that follows.
    ///
    /// - Parameter below: what the first word of the next line goes on with below that.
    private func isBroken(
        _ last: Chunk, _ next: Chunk, _ below: String, before following: String?, end: Double
    ) -> Bool {
        guard last.words.count == 1, let head = last.words.first, let tail = next.words.first else {
            return false
        }
        let start = Self.plain(head.text), rest = Self.plain(tail.text + below)
        let areLetters = head.text.last?.isLetter ?? false && tail.text.first?.isLetter ?? false
        let goesOn = areLetters && tail.text.first?.isLowercase ?? false
        if goesOn, start.count > 3, WordForm.isRest(rest) { return true }
        guard
            end - last.box.right
                < max(tail.size * 0.66, tail.box.width / Double(max(1, tail.text.count)) * 1.1)
        else { return false }
        // `Peso` over `ob.`: what ends with a consonant and a full stop is a short form of a word.
        if tail.text.last == ".", !WordForm.ends(rest) { return false }
        if CutFigure.isCut(head.text, before: tail.text) { return true }
        let areCapitals =
            tail.text.first?.isUppercase ?? false && head.text.last?.isUppercase ?? false
            && head.text.count > 1
        guard areLetters, goesOn || areCapitals else { return false }
        if words.contains(start + rest) { return true }
        guard !inner.contains(start) else { return false }
        if goesOn, WordForm.isCutBehindApostrophe(start) { return true }
        if start.count > 3, WordForm.isStranded(rest, before: following.map(Self.plain)) { return true }
        if start.count >= 8, WordForm.ends(start), WordForm.isShortWord(rest) { return false }
        if start.count > 3, !WordForm.ends(start) || WordForm.endsAcross(start, rest) { return true }
        return !inner.contains(rest) && !WordForm.isWhole(rest)
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
    /// a paragraph, since printers part words there, and stays in a cell, where they seldom do, unless many lines of the
    /// file end so. Other signs that join two words go on joining them.
    private func append(_ next: String, to text: inout String, separator: String) {
        if text.hasSuffix("\u{AD}") {
            text.removeLast()
            text += next
            return
        }
        guard let sign = text.last, sign == "-" || sign == "\u{2010}" || sign == "/",
            text.dropLast().last.map({ $0.isLetter || $0.isNumber }) == true,
            next.first.map({ $0.isLetter || $0.isNumber }) == true
        else {
            text += separator + next
            return
        }
        // Printers set this sign where they part a word, and seldom elsewhere.
        if sign == "\u{2010}", text.dropLast().last?.isLowercase == true, next.first?.isLowercase == true {
            text.removeLast()
            text += next
            return
        }
        guard sign != "/", text.dropLast().last?.isLowercase == true, next.first?.isLowercase == true else {
            text += next
            return
        }
        let head = text.dropLast().split(whereSeparator: \.isWhitespace).last ?? ""
        let tail = next.split(whereSeparator: \.isWhitespace).first ?? ""
        let isWhole = words.contains(Self.plain(head + tail))
        let hasHyphen = words.contains(Self.plain(head + "-" + tail))
        if isWhole || ((separator == " " || partsWords) && !hasHyphen) { text.removeLast() }
        text += next
    }
}
