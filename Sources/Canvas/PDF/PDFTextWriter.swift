import CPango
import Reporting

/// Writes a stretch of glyphs of a PDF's font: moved where the font would not set them there itself, and with their text
/// told beside them where the glyphs alone do not say it.
struct PDFTextWriter {
    private let font: PDFFont
    private let points: Double
    private let stretch: GlyphStretch
    /// Where the pen stands after what was written; nil before the first glyph.
    private var pen: Point?
    /// Letters stand in an open string.
    private var isOpen = false

    /// A glyph may stand so far from its place before it is moved, in thousandths of the size.
    private static let tolerance = 4.0

    /// The colour in which the outlines are drawn too, for bold text of a font that is not bold.
    private let outline: Ink?

    /// Bold text of a font that is not bold has outlines of this thickness, as a share of the size: about what FreeType
    /// adds on screen.
    private static let boldOutline = 0.036

    /// A writer of a stretch in a font, set in this style.
    init(_ stretch: GlyphStretch, font: PDFFont, style: TextStyle) {
        self.stretch = stretch
        self.font = font
        points = style.points
        outline = style.isBold && !font.isBold ? style.ink : nil
    }

    /// Writes the glyphs; their line begins at a place of the page, downwards.
    mutating func write(at origin: Point, in content: inout PDFContent, structure: inout PDFStructure) {
        beginText(in: &content)
        var glyph = 0
        var end = stretch.isBackward ? stretch.text.count : 0
        for cluster in stretch.clusters {
            let count = Int(cluster.num_bytes)
            let start = stretch.isBackward ? end - count : end
            end = stretch.isBackward ? start : start + count
            let range = max(0, start)..<min(stretch.text.count, start + count)
            let glyphs = stretch.glyphs[glyph..<(glyph + Int(cluster.num_glyphs))]
            glyph += Int(cluster.num_glyphs)
            write(glyphs, text: stretch.text[range], at: origin, in: &content, &structure)
        }
        endText(in: &content)
    }

    /// Begins a text object.
    private mutating func beginText(in content: inout PDFContent) {
        content.bytes.put("BT/")
        content.bytes.put(text: font.name)
        content.bytes.put(" ")
        content.bytes.put(points)
        content.bytes.put("Tf\n")
        if let outline {
            content.use(line: outline, thickness: points * PDFTextWriter.boldOutline, dashes: [])
            content.bytes.put("2 Tr\n")
        }
        pen = nil
    }

    /// Ends the text object.
    private mutating func endText(in content: inout PDFContent) {
        close(in: &content)
        if outline != nil { content.bytes.put("0 Tr\n") }
        content.bytes.put("ET\n")
    }

    private mutating func write(
        _ glyphs: ArraySlice<cairo_glyph_t>, text: ArraySlice<UInt8>, at origin: Point,
        in content: inout PDFContent, _ structure: inout PDFStructure
    ) {
        guard let first = glyphs.first else { return }
        for glyph in glyphs { _ = font.advance(of: Int(glyph.index)) }
        let isSaid = glyphs.count == 1 && font.says(Int(first.index), text)
        if !isSaid {
            endText(in: &content)
            structure.begin(saying: String(decoding: text, as: UTF8.self), in: &content.bytes)
            beginText(in: &content)
        }
        for glyph in glyphs { write(glyph, at: origin, in: &content) }
        if !isSaid {
            endText(in: &content)
            structure.endSaying(in: &content.bytes)
            beginText(in: &content)
        }
    }

    private mutating func write(_ glyph: cairo_glyph_t, at origin: Point, in content: inout PDFContent) {
        let place = Point(origin.x + glyph.x, origin.y + glyph.y)
        move(to: place, in: &content)
        let index = Int(glyph.index)
        content.bytes.put(inString: UInt8(truncatingIfNeeded: index >> 8))
        content.bytes.put(inString: UInt8(truncatingIfNeeded: index))
        pen?.x += font.advance(of: index) * points / 1000
    }

    /// Moves the pen to a place, and opens a string there.
    private mutating func move(to place: Point, in content: inout PDFContent) {
        guard let pen, abs(pen.y - place.y) < 0.005 else {
            close(in: &content)
            content.bytes.put("1 0 0 1 ")
            content.put(place)
            content.bytes.put("Tm[(")
            isOpen = true
            self.pen = place
            return
        }
        let shift = ((pen.x - place.x) * 1000 / points).rounded()
        let isMoved = abs(shift) >= PDFTextWriter.tolerance
        if isMoved, isOpen { content.bytes.put(")") }
        if !isOpen { content.bytes.put("[") }
        if isMoved {
            content.bytes.put(Int(min(max(shift, -1e6), 1e6)))
            self.pen?.x -= shift * points / 1000
        }
        if isMoved || !isOpen { content.bytes.put("(") }
        isOpen = true
    }

    private mutating func close(in content: inout PDFContent) {
        guard isOpen else { return }
        content.bytes.put(")]TJ\n")
        isOpen = false
    }
}
