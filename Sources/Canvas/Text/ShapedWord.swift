import CPango

/// A stretch of text without a line break, as glyphs along a baseline that begins at 0.
final class ShapedWord {
    /// Glyphs of one font, with the text that they stand for.
    struct Run {
        /// The font at its size, a `cairo_scaled_font_t` that the engine keeps.
        let font: OpaquePointer
        /// The text, as UTF-8.
        var text: [UInt8]
        /// The glyphs, with their places in points.
        var glyphs: [cairo_glyph_t]
        /// How many bytes of the text each group of glyphs stands for.
        var clusters: [cairo_text_cluster_t]
    }

    /// The glyphs, from the left.
    let runs: [Run]
    /// How long the word is, in points.
    let width: Double
    /// For each byte offset at which a group of glyphs ends, the length up to there, in points.
    let ends: [(offset: Int, width: Double)]

    /// A word of these glyphs.
    init(runs: [Run], width: Double, ends: [(offset: Int, width: Double)]) {
        self.runs = runs
        self.width = width
        self.ends = ends
    }

    /// How long the longest part is where the word is parted at these byte offsets, each part but the last with a hyphen.
    func longestPart(partedAt offsets: [Int], hyphen: Double) -> Double {
        var start = 0.0
        var longest = 0.0
        for offset in offsets {
            guard let end = ends.last(where: { $0.offset == offset })?.width else { continue }
            longest = max(longest, end - start + hyphen)
            start = end
        }
        return max(longest, width - start)
    }

    /// One word after the other.
    convenience init(joining words: [ShapedWord]) {
        var runs: [Run] = []
        var ends: [(offset: Int, width: Double)] = []
        var width = 0.0
        var offset = 0
        for word in words {
            for run in word.runs {
                let glyphs = run.glyphs.map { cairo_glyph_t(index: $0.index, x: $0.x + width, y: $0.y) }
                if let last = runs.indices.last, runs[last].font == run.font {
                    runs[last].text += run.text
                    runs[last].glyphs += glyphs
                    runs[last].clusters += run.clusters
                } else {
                    runs.append(
                        Run(font: run.font, text: run.text, glyphs: glyphs, clusters: run.clusters))
                }
            }
            ends += word.ends.map { (offset + $0.offset, width + $0.width) }
            width += word.width
            offset += word.ends.last?.offset ?? 0
        }
        self.init(runs: runs, width: width, ends: ends)
    }
}
