/// Fills lines with the words of a text, one after the other.
struct LineBreaker {
    private let text: ShapedText
    private let width: Double
    private let engine: TextEngine
    private let hyphenates: Bool
    private var lines: [MeasuredLine] = []
    private var line: [ShapedText.Piece] = []
    private var length = 0.0
    private var hyphens = 0

    /// A line may have this much white at its end before a word is parted, in points and as a share of the width.
    private static let white = (points: 18.0, share: 0.12)
    /// No more lines than this below each other end with a hyphen.
    private static let mostHyphens = 2

    /// A breaker for lines up to `width` points.
    init(_ text: ShapedText, width: Double, engine: TextEngine, hyphenates: Bool) {
        self.text = text
        self.width = width
        self.engine = engine
        self.hyphenates = hyphenates
    }

    /// The lines.
    mutating func broken() -> [MeasuredLine] {
        var start = 0
        while start < text.pieces.count {
            let piece = text.pieces[start]
            switch piece.kind {
            case .line: endLine()
            case .space:
                if !line.isEmpty || lines.isEmpty { put(piece) }
            case .word:
                var end = start
                while end + 1 < text.pieces.count, !text.pieces[end].isOpen,
                    text.pieces[end + 1].kind == .word
                {
                    end += 1
                }
                place(Array(text.pieces[start...end]))
                start = end
            }
            start += 1
        }
        endLine()
        return lines
    }

    /// Puts what may not be parted on this line, or on the next.
    private mutating func place(_ unit: [ShapedText.Piece]) {
        let unitWidth = unit.reduce(0) { $0 + $1.width }
        if length + unitWidth <= width { return unit.forEach { put($0) } }
        if let rest = hyphenated(unit) { return place(rest) }
        if line.contains(where: { $0.kind == .word }) {
            endLine()
            return place(unit)
        }
        if let rest = cut(unit) { place(rest) }
    }

    private mutating func put(_ piece: ShapedText.Piece) {
        line.append(piece)
        length += piece.width
    }

    /// Puts as many syllables of a word as have room and gives the rest; nil where it is not to be parted here.
    private mutating func hyphenated(_ unit: [ShapedText.Piece]) -> [ShapedText.Piece]? {
        guard hyphenates, unit.count == 1, let piece = unit.first, let word = piece.word else { return nil }
        let isAlone = !line.contains { $0.kind == .word }
        let white = max(LineBreaker.white.points, width * LineBreaker.white.share)
        let room = width - length
        guard isAlone || room > white && hyphens < LineBreaker.mostHyphens else { return nil }
        let hyphen = engine.words(of: text.spans[piece.span].style).word("-")?.width ?? 0
        let points = engine.hyphenation(of: piece.text)
        let place = points.last { offset in
            guard let end = word.ends.last(where: { $0.offset == offset }) else { return false }
            return end.width + hyphen <= room
        }
        guard let place, let rest = part(piece, at: place) else { return nil }
        var head = piece
        head.text = Substring(piece.text.utf8.prefix(place)) + TextEngine.softHyphen
        head.width = (word.ends.last { $0.offset == place }?.width ?? 0) + hyphen
        put(head)
        let count = hyphens + 1
        endLine()
        hyphens = count
        return [rest]
    }

    /// Puts as many letters as have room, at least one, and gives the rest; nil where all are put.
    private mutating func cut(_ unit: [ShapedText.Piece]) -> [ShapedText.Piece]? {
        for (index, piece) in unit.enumerated() {
            if length + piece.width <= width {
                put(piece)
                continue
            }
            let following = unit[(index + 1)...]
            let ends = piece.word?.ends ?? []
            let fitting = ends.last { length + $0.width <= width }
            guard let end = fitting ?? (line.isEmpty ? ends.first : nil),
                let rest = part(piece, at: end.offset)
            else {
                guard line.isEmpty else {
                    endLine()
                    return [piece] + following
                }
                put(piece)
                continue
            }
            var head = piece
            head.text = Substring(piece.text.utf8.prefix(end.offset))
            head.width = end.width
            put(head)
            endLine()
            return [rest] + following
        }
        return nil
    }

    /// What follows a byte offset of a word; nil where nothing does.
    private func part(_ piece: ShapedText.Piece, at offset: Int) -> ShapedText.Piece? {
        guard offset < piece.text.utf8.count else { return nil }
        let rest = Substring(piece.text.utf8.dropFirst(offset))
        guard let word = engine.words(of: text.spans[piece.span].style).word(rest) else { return nil }
        var piece = piece
        piece.text = rest
        piece.word = word
        piece.width = word.width
        return piece
    }

    private mutating func endLine() {
        while line.last?.kind == .space { length -= line.removeLast().width }
        var spans: [TextSpan] = []
        var former: Int?
        for piece in line {
            if former == piece.span, let last = spans.indices.last {
                spans[last].text += piece.text
            } else {
                var span = text.spans[piece.span]
                span.text = String(piece.text)
                spans.append(span)
                former = piece.span
            }
        }
        lines.append(MeasuredLine(spans: spans, width: max(0, length)))
        line = []
        length = 0
        hyphens = 0
    }
}
