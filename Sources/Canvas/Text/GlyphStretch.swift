import CPango

/// Glyphs of one font and one span of a line, at their places from the beginning of its baseline.
struct GlyphStretch {
    /// The font at its size, a `cairo_scaled_font_t` that the engine keeps; nil for nothing yet.
    var font: OpaquePointer?
    /// The index of their span.
    var span = -1
    /// The text, as UTF-8.
    var text: [UInt8] = []
    /// The glyphs, with their places in points, downwards.
    var glyphs: [cairo_glyph_t] = []
    /// How many bytes of the text each group of glyphs stands for.
    var clusters: [cairo_text_cluster_t] = []
    /// The groups stand against the direction of the text, which is read from right to left.
    var isBackward = false

    /// Begins anew with the same memory.
    mutating func begin(_ font: OpaquePointer, span: Int) {
        self.font = font
        self.span = span
        text.removeAll(keepingCapacity: true)
        glyphs.removeAll(keepingCapacity: true)
        clusters.removeAll(keepingCapacity: true)
    }
}

extension ShapedText {
    /// Calls `body` with each stretch of the text on one line.
    func eachStretch(_ engine: TextEngine, _ body: (GlyphStretch) throws -> Void) rethrows {
        var left = 0.0
        var stretch = GlyphStretch()
        for piece in pieces {
            let style = spans[piece.span].style
            defer { left += piece.width }
            guard let word = piece.word ?? spaces(piece, engine.words(of: style)) else { continue }
            for run in word.runs {
                if stretch.font != run.font || stretch.span != piece.span {
                    if !stretch.glyphs.isEmpty { try body(stretch) }
                    stretch.begin(run.font, span: piece.span)
                }
                stretch.text += run.text
                stretch.clusters += run.clusters
                for glyph in run.glyphs {
                    stretch.glyphs.append(
                        cairo_glyph_t(index: glyph.index, x: left + glyph.x, y: glyph.y - style.rise))
                }
            }
        }
        if !stretch.glyphs.isEmpty { try body(stretch) }
    }

    private func spaces(_ piece: Piece, _ words: WordCache) -> ShapedWord? {
        guard let space = words.word(" ") else { return nil }
        let count = piece.text.utf8.count
        return count == 1 ? space : ShapedWord(joining: Array(repeating: space, count: count))
    }
}

/// Reads the stretches of a line that Pango set as a whole.
struct LineStretches {
    /// Pango marks a glyph that no font has with this bit (`PANGO_GLYPH_UNKNOWN_FLAG`).
    private static let unknown: UInt32 = 0x1000_0000
    /// Pango's glyph for nothing (`PANGO_GLYPH_EMPTY`).
    private static let empty: UInt32 = 0x0FFF_FFFF

    private let spans: [TextSpan]
    private let text: [UInt8]
    private let keep: (OpaquePointer, UnsafeMutablePointer<PangoFont>) -> Void
    private var x = 0.0

    /// A reader of a line of these spans; `keep` is called with each font.
    init(
        _ spans: [TextSpan], keep: @escaping (OpaquePointer, UnsafeMutablePointer<PangoFont>) -> Void
    ) {
        self.spans = spans
        text = spans.flatMap { Array($0.text.utf8) }
        self.keep = keep
    }

    /// The stretches, from the left.
    mutating func stretches(of line: UnsafePointer<PangoLayoutLine>) -> [GlyphStretch] {
        var stretches: [GlyphStretch] = []
        var node = line.pointee.runs
        while let item = node {
            if let run = item.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self),
                let stretch = stretch(of: run.pointee)
            {
                stretches.append(stretch)
            }
            node = item.pointee.next
        }
        return stretches
    }

    private mutating func stretch(of glyphItem: PangoGlyphItem) -> GlyphStretch? {
        guard let item = glyphItem.item?.pointee, let string = glyphItem.glyphs?.pointee,
            let pangoFont = item.analysis.font, let starts = string.log_clusters,
            let font = pango_cairo_font_get_scaled_font(OpaquePointer(pangoFont))
        else { return nil }
        keep(font, pangoFont)
        let (offset, length, count) = (Int(item.offset), Int(item.length), Int(string.num_glyphs))
        var stretch = GlyphStretch()
        stretch.begin(font, span: span(at: offset))
        stretch.isBackward = item.analysis.level % 2 == 1
        stretch.text = Array(text[min(offset, text.count)..<min(text.count, offset + length)])
        let rise = spans[stretch.span].style.rise
        var index = 0
        while index < count {
            let start = Int(starts[index])
            var next = index
            var shown: Int32 = 0
            while next < count, Int(starts[next]) == start {
                if add(string.glyphs[next], rise: rise, to: &stretch) { shown += 1 }
                next += 1
            }
            // From right to left what comes before in the text stands after it.
            let end =
                stretch.isBackward
                ? index == 0 ? length : Int(starts[index - 1]) : next < count ? Int(starts[next]) : length
            stretch.clusters.append(
                cairo_text_cluster_t(num_bytes: Int32(max(0, end - start)), num_glyphs: shown))
            index = next
        }
        return stretch
    }

    private mutating func add(_ glyph: PangoGlyphInfo, rise: Double, to stretch: inout GlyphStretch) -> Bool {
        let scale = Double(PANGO_SCALE)
        defer { x += Double(glyph.geometry.width) / scale }
        guard glyph.glyph & LineStretches.unknown == 0, glyph.glyph != LineStretches.empty else {
            return false
        }
        stretch.glyphs.append(
            cairo_glyph_t(
                index: UInt(glyph.glyph), x: x + Double(glyph.geometry.x_offset) / scale,
                y: Double(glyph.geometry.y_offset) / scale - rise))
        return true
    }

    private func span(at offset: Int) -> Int {
        var end = 0
        for (index, span) in spans.enumerated() {
            end += span.text.utf8.count
            if offset < end { return index }
        }
        return max(0, spans.count - 1)
    }
}
