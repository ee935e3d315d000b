import Reading

/// Lines of text outside of tables → headings, paragraphs and items.
struct ProseAssembler {
    /// A block with its box.
    struct Piece {
        /// What it is.
        var content: Block.Content
        /// Where it stands.
        var box: Box
    }

    /// The font of most of the text of the file.
    let body: BodyFont
    /// How lines become one text.
    let joining: TextJoining

    /// The kind of a run of lines.
    private enum Kind: Equatable { case heading(Int?), paragraph, item }

    /// Where full lines end, for lines that stand close and for lines that stand wide.
    private struct Edge {
        let close: Double
        let wide: Double

        /// From which share of the size of the font lines stand wide.
        private static let gap = 0.35

        func edge(gap: Double, size: Double) -> Double { gap > size * Self.gap ? wide : close }
    }

    /// The blocks of one zone of a page. Full lines end where several of the longest do. Where few are full, the longest
    /// tells where lines that stand close end, and the margin of a page without columns where those that stand wide would.
    func pieces(of words: [Word], margin: Double?, width: Double) -> [Piece] {
        let lines = TextLine.lines(of: words).flatMap(Self.parts)
        let longest = rightEdge(of: lines)
        let isEdge = areFull(lines, at: longest) && longest > (margin ?? 0) * 0.8
        let close = lines.count < 12 && margin != nil ? max(longest, width * 0.6) : longest
        let right = Edge(close: close, wide: isEdge ? longest : max(margin ?? 0, longest))
        var pieces: [Piece] = []
        var run: [ProseLine] = []
        var kind = Kind.paragraph
        for line in lines {
            let next = self.kind(of: line)
            if let last = run.last, continues(last, line, from: kind, to: next, right: right) {
                run.append(line)
                continue
            }
            pieces += piece(run, kind)
            run = [line]
            kind = next
        }
        return pieces + piece(run, kind)
    }

    /// From which share of the size of the font a blank within a line parts two texts, such as a heading and what
    /// stands at the other edge of the page.
    private static let partingGap = 4.0

    /// The texts of a line that wide blanks part; a number at its end belongs to it, as in a table of contents.
    private static func parts(of line: TextLine) -> [ProseLine] {
        let chunks = line.chunks(gap: partingGap)
        guard chunks.count > 1, let first = chunks.first, first.words.count > 1 || first.text.count > 2,
            !chunks.dropFirst().allSatisfy({ $0.text.allSatisfy(\.isNumber) })
        else { return ProseLine(line.words).map { [$0] } ?? [] }
        return chunks.enumerated().compactMap { ProseLine($1.words, isBehindAnother: $0 > 0) }
    }

    /// Where full lines end.
    private func rightEdge(of lines: [ProseLine]) -> Double {
        let edges = lines.map(\.box.right).sorted()
        return edges.isEmpty ? 0 : edges[min(edges.count - 1, edges.count * 19 / 20)]
    }

    /// How many sizes of the font a line that is not set flush ends before the edge at most.
    private static let raggedness = 2.5

    /// Whether enough lines end at an edge for it to be where lines are full.
    private func areFull(_ lines: [ProseLine], at edge: Double) -> Bool {
        let full = lines.count { $0.box.right > edge - body.size * Self.raggedness }
        return full >= max(3, lines.count / 6)
    }

    private func kind(of line: ProseLine) -> Kind {
        if line.item != nil { return .item }
        let hasLetters = line.text.unicodeScalars.contains(where: \.properties.isAlphabetic)
        guard hasLetters, line.text.count <= 200 else { return .paragraph }
        if let level = body.level(ofSize: line.size) { return .heading(level) }
        if line.isBold, !body.isBold, line.size > body.size * 0.9, !line.text.hasSuffix(":"),
            !line.text.hasSuffix(".")
        {
            return .heading(body.lastLevel)
        }
        return .paragraph
    }

    /// Whether a line goes on with the block of the line before it.
    private func continues(
        _ last: ProseLine, _ line: ProseLine, from kind: Kind, to next: Kind, right edges: Edge
    ) -> Bool {
        let gap = line.box.top - last.box.bottom
        guard gap < line.size * 0.75, gap > -line.size, abs(last.size - line.size) < 1, next != .item else {
            return false
        }
        let right = edges.edge(gap: gap, size: line.size)
        // What stands behind a label goes on below itself; at the edge stands the next label.
        if last.isBehindAnother, line.box.left < last.box.left - line.size { return false }
        // Two such lines are the label and value of one field each, however long.
        if line.isLabelled, last.isLabelled { return false }
        if line.isRule || last.isRule { return false }
        // `1.1.2 …`: sentences have no such numbers at their beginnings.
        if line.outlineDepth > 2 { return false }
        if line.isCounted || line.isLabelled, !isFull(last, before: line, right: right) { return false }
        if goesOnBold(last, line, from: kind, to: next, right: right) { return true }
        switch kind {
        case .heading:
            // `Responsabile: …` below the name of an office.
            if line.isLabelled, line.labelWords <= 2, !last.isLabelled { return false }
            // `1) Biblioteca` below another heading.
            if line.isCounted, line.words.first?.text.last == ")" { return false }
            return next == kind && last.isBold == line.isBold && line.box.width > 0
                && isWide(last, line, right: right)
        case .paragraph: return next == .paragraph && isFull(last, before: line, right: right)
        case .item:
            let start = last.item == nil ? last.box.left - 2 : last.box.left + 2
            let isWithinSentence = line.text.first?.isLowercase == true && line.box.left > last.box.left - 2
            return next == .paragraph && isFull(last, before: line, right: right)
                && (line.box.left > start || isWithinSentence)
        }
    }

    /// Whether a bold line goes on with a full bold one, though one of the two would be none of a heading by itself: it
    /// ends with a short form (`delibera n.`), or is a figure.
    private func goesOnBold(
        _ last: ProseLine, _ line: ProseLine, from kind: Kind, to next: Kind, right: Double
    ) -> Bool {
        kind != next && kind != .item && last.isBold && (line.isBold || line.isFigure) && !body.isBold
            && !line.isCounted && !line.isLabelled && isFull(last, before: line, right: right)
    }

    /// Whether the first word of a line would not have fitted on the line before it.
    private func isFull(_ last: ProseLine, before line: ProseLine, right: Double) -> Bool {
        guard let word = line.words.first else { return false }
        return last.box.right + line.size * 0.25 + word.box.width > right - line.size * 0.4
    }

    /// Whether a heading may go on over a further line: both in the middle, or the first one long and full.
    private func isWide(_ last: ProseLine, _ line: ProseLine, right: Double) -> Bool {
        abs(last.box.centerX - line.box.centerX) < line.size && abs(last.box.left - line.box.left) > 2
            || last.box.width > line.size * 25 && isFull(last, before: line, right: right)
    }

    /// A sentence in letters larger than those of the tables is text all the same.
    private static func isSentence(_ text: String) -> Bool {
        guard let last = text.last, ".;".contains(last) else { return false }
        return text.split(separator: " ").count >= 8
    }

    private func piece(_ run: [ProseLine], _ own: Kind) -> [Piece] {
        guard let first = run.first, let box = run.map(\.box).bounds else { return [] }
        let isBold = run.count > 1 && !body.isBold && run.allSatisfy { $0.isBold || $0.isFigure }
        let kind = own == .paragraph && isBold && run.last?.text.last != "." ? .heading(body.lastLevel) : own
        switch kind {
        case .heading(let level):
            let text = joining.paragraph(run.map(\.text))
            let isHeading = run.count <= 4 && !Self.isSentence(text)
            return [Piece(content: isHeading ? .heading(text, level: level) : .paragraph(text), box: box)]
        case .paragraph: return [Piece(content: .paragraph(joining.paragraph(run.map(\.text))), box: box)]
        case .item:
            let lines = [first.item ?? first.text] + run.dropFirst().map(\.text)
            return [Piece(content: .item(joining.paragraph(lines)), box: box)]
        }
    }
}
