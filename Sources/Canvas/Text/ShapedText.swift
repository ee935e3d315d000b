/// A text whose words are shaped, ready to be broken into lines of any width.
struct ShapedText {
    /// A word or the white space between two words, in one style.
    struct Piece {
        /// What it is to the lines.
        enum Kind { case word, space, line }

        /// What it is to the lines.
        var kind: Kind
        /// The letters.
        var text: Substring
        /// The index of its span.
        var span: Int
        /// How long it is, in points.
        var width: Double
        /// The glyphs of a word.
        var word: ShapedWord?
        /// A line may end after it.
        var isOpen = false
    }

    /// The pieces, in order.
    private(set) var pieces: [Piece] = []
    /// The spans that it was made of.
    let spans: [TextSpan]

    /// The text of spans; nil where Pango has to set it as a whole.
    init?(_ spans: [TextSpan], engine: TextEngine) {
        self.spans = spans
        var isPlain = true
        for (index, span) in spans.enumerated() where isPlain {
            guard WordCache.isPlain(span.text) else { return nil }
            let words = engine.words(of: span.style)
            WordBreaks.each(in: span.text) { piece in
                guard isPlain else { return }
                isPlain = add(piece, span: index, words)
            }
        }
        guard isPlain else { return nil }
    }

    private mutating func add(_ piece: WordBreaks.Piece, span: Int, _ words: WordCache) -> Bool {
        switch piece {
        case .line: pieces.append(Piece(kind: .line, text: "", span: span, width: 0))
        case .space(let text):
            guard let space = words.word(" ") else { return false }
            let width = space.width * Double(text.utf8.count)
            pieces.append(Piece(kind: .space, text: text, span: span, width: width))
        case .word(let text, let isOpen):
            guard let word = words.word(text) else { return false }
            pieces.append(
                Piece(kind: .word, text: text, span: span, width: word.width, word: word, isOpen: isOpen))
        }
        return true
    }

    /// How long the longest line is where only its own line ends break it, in points.
    var width: Double {
        var widest = 0.0
        var line = 0.0
        for piece in pieces {
            if piece.kind == .line { line = 0 }
            line += piece.width
            widest = max(widest, line)
        }
        return widest
    }

    /// How long the longest part is in which no line may end, in points.
    var longestWord: Double { longestPart(\.width) }

    /// How long the longest part is in which no line may end, in points, where a word that stands on its own has `least`.
    func longestPart(_ least: (Piece) -> Double) -> Double {
        var longest = 0.0
        var word = 0.0
        for (index, piece) in pieces.enumerated() {
            guard piece.kind == .word else {
                word = 0
                continue
            }
            let isWhole = piece.isOpen || index + 1 == pieces.count || pieces[index + 1].kind != .word
            longest = max(longest, word > 0 || !isWhole ? word + piece.width : least(piece))
            word = piece.isOpen ? 0 : word + piece.width
        }
        return longest
    }
}
