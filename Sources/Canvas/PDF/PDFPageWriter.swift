import CPango
import Reporting

/// Writes the pages of a PDF, each with what is drawn on it, its structure and its links.
struct PDFPageWriter {
    /// A page that is written but for its running lines.
    struct Written {
        /// The number of its object.
        var object: Int
        /// The number of the stream of its running lines; nil where it has none.
        var running: Int?
        /// The page without what is drawn on it.
        var page: Page
    }

    private var structure: PDFStructure
    private var fonts = PDFFonts()
    private var pictures = PDFPictures()
    private let engine: TextEngine
    private let palette = Palette.light
    private let tree: Int
    private let resources: Int
    /// The characters of the pages written so far that no installed font has.
    private(set) var missing: [MissingCharacter] = []
    /// The pages written so far, by their numbers.
    private(set) var written: [Int: Written] = [:]

    /// A writer of pages with the words that an engine has shaped already.
    init(engine: TextEngine, _ objects: inout PDFObjects) {
        self.engine = engine
        structure = PDFStructure(&objects)
        tree = objects.reserve()
        resources = objects.reserve()
    }

    /// Writes a page.
    ///
    /// Throws where an image is no PNG, or memory is short.
    mutating func write(_ page: Page, of parts: Structure, _ objects: inout PDFObjects) throws {
        let (number, stream) = (objects.reserve(), objects.reserve())
        let running = page.runningHeader == nil ? nil : objects.reserve()
        let key = structure.begin(page: page.number, object: number)
        var content = PDFContent(
            height: page.paper.height, magnification: page.magnification, palette: palette)
        engine.missing = []
        for index in page.items.indices {
            let item = PDFPageWriter.item(at: index, of: page)
            try draw(item, on: page, of: parts, in: &content, &objects)
        }
        structure.endMark(in: &content.bytes)
        try structure.endPage(key: key, of: parts, &objects)
        note(engine.missing, on: page)
        try objects.write(stream, stream: content.bytes.bytes)
        var object = PDFBytes("<</Type/Page/Parent \(tree) 0 R/MediaBox[0 0 ")
        object.put(page.width)
        object.put(page.height)
        object.put(text: "]/Resources \(resources) 0 R/StructParents \(key)/Tabs/S/Contents[\(stream) 0 R")
        if let running { object.put(text: " \(running) 0 R") }
        object.put("]")
        if !structure.annotations.bytes.isEmpty {
            object.put("/Annots[")
            object.put(structure.annotations.bytes)
            object.put("]")
        }
        object.put(">>")
        try objects.write(number, object)
        var bare = page
        bare.items = []
        bare.headings = []
        written[page.number] = Written(object: number, running: running, page: bare)
    }

    /// An item of a page; a line whose part goes on on the next one ends with a space, which is not seen, so that the last
    /// word of the one and the first of the other are two for who reads the part without the page.
    private static func item(at index: Int, of page: Page) -> PageItem {
        let item = page.items[index]
        guard let node = item.node, index + 1 < page.items.count, page.items[index + 1].node == node,
            page.items[index + 1].text != nil, var text = item.text, !text.isRightToLeft,
            let last = text.spans.last?.text, !last.hasSuffix(TextEngine.softHyphen)
        else { return item }
        text.spans[text.spans.count - 1].text += " "
        var spaced = item
        spaced.mark = .text(text)
        return spaced
    }

    /// Writes the running lines of a page that is written.
    mutating func write(running items: [PageItem], on page: Written, _ objects: inout PDFObjects) throws {
        guard let running = page.running else { return }
        // What the page's own stream set of colours and lines goes on here: all is set anew.
        var content = PDFContent(height: page.page.paper.height, magnification: 1, palette: palette)
        engine.missing = []
        content.bytes.put("/Artifact<</Type/Pagination>>BDC\n")
        for item in items { try draw(item.mark, in: &content, &objects) }
        content.bytes.put("EMC\n")
        note(engine.missing, on: page.page)
        try objects.write(running, stream: content.bytes.bytes)
    }

    private mutating func note(_ found: [(scalar: Unicode.Scalar, text: String)], on page: Page) {
        missing += found.map { MissingCharacter(scalar: $0.scalar, page: page.number, text: $0.text) }
    }

    private mutating func draw(
        _ item: PageItem, on page: Page, of parts: Structure, in content: inout PDFContent,
        _ objects: inout PDFObjects
    ) throws {
        if let node = item.node {
            let area = item.link == nil ? nil : item.text.map { PDFPageWriter.place(of: $0.area, on: page) }
            try structure.mark(
                node, link: item.link, area: area, of: parts, in: &content.bytes, &objects)
            return try draw(item.mark, in: &content, &objects)
        }
        // Rules and running lines say nothing.
        structure.endMark(in: &content.bytes)
        content.bytes.put(
            item.text == nil ? "/Artifact<</Type/Layout>>BDC\n" : "/Artifact<</Type/Pagination>>BDC\n")
        try draw(item.mark, in: &content, &objects)
        content.bytes.put("EMC\n")
    }

    /// An area of a page, in points of paper from the lower left corner.
    private static func place(of area: Rectangle, on page: Page) -> Rectangle {
        let factor = page.magnification
        return Rectangle(
            x: area.x * factor, y: (page.paper.height - area.bottom) * factor, width: area.width * factor,
            height: area.height * factor)
    }

    private mutating func draw(_ mark: PageMark, in content: inout PDFContent, _ objects: inout PDFObjects)
        throws
    {
        switch mark {
        case .text(let text): try draw(text, in: &content, &objects)
        case .stroke(let stroke): content.draw(stroke)
        case .area(let area, let ink): content.draw(area, ink)
        case .symbol(let symbol, let point, let size, let ink):
            content.draw(SymbolShape(symbol, at: point, size: size), ink)
        case .image(let bytes, let area): content.draw(try pictures.image(bytes, in: area, &objects))
        }
    }

    private mutating func draw(_ text: PlacedText, in content: inout PDFContent, _ objects: inout PDFObjects)
        throws
    {
        guard !text.spans.isEmpty else { return }
        try engine.eachStretch(of: text.spans, rightToLeft: text.isRightToLeft, palette: palette) { stretch in
            guard let key = stretch.font, let face = engine.faces[key] else { return }
            let font = fonts.font(face, &objects)
            let style = text.spans[stretch.span].style
            guard font.kind != .pictures else {
                return try draw(pictures: stretch, style, at: text.origin, in: &content, &objects)
            }
            content.use(fill: style.ink)
            var writer = PDFTextWriter(stretch, font: font, style: style)
            writer.write(at: text.origin, in: &content, structure: &structure)
        }
    }

    /// Draws glyphs that are pictures; their text is told by a space that is not seen.
    private mutating func draw(
        pictures stretch: GlyphStretch, _ style: TextStyle, at origin: Point, in content: inout PDFContent,
        _ objects: inout PDFObjects
    ) throws {
        guard let key = stretch.font else { return }
        for glyph in stretch.glyphs {
            guard let picture = try pictures.glyph(glyph.index, of: key, &objects) else { continue }
            content.draw(picture, movedBy: origin.moved(by: glyph.x, glyph.y))
        }
        guard let space = engine.words(of: style).word(" ")?.runs.first, let first = stretch.glyphs.first,
            let face = engine.faces[space.font]
        else { return }
        var words = GlyphStretch()
        words.begin(space.font, span: stretch.span)
        words.text = stretch.text
        words.glyphs = [cairo_glyph_t(index: space.glyphs[0].index, x: first.x, y: first.y)]
        words.clusters = [cairo_text_cluster_t(num_bytes: Int32(stretch.text.count), num_glyphs: 1)]
        var writer = PDFTextWriter(words, font: fonts.font(face, &objects), style: style)
        writer.write(at: origin, in: &content, structure: &structure)
    }

    /// Writes what pages share: their tree, fonts and pictures, and the structure. Gives the numbers of the trees of
    /// pages and of structure.
    mutating func finish(_ objects: inout PDFObjects) throws -> (pages: Int, structure: Int) {
        try structure.finish(&objects)
        let fonts = try fonts.write(to: &objects)
        try objects.write(
            resources, PDFBytes("<</Font<<\(fonts)>>/XObject<<\(pictures.entries)>>>>"))
        var object = PDFBytes("<</Type/Pages/Count \(written.count)/Kids[")
        for (_, page) in written.sorted(by: { $0.key < $1.key }) {
            object.put(reference: page.object)
            object.put(" ")
        }
        object.put("]>>")
        // How many pages there are can be read without unpacking anything.
        try objects.writePlain(tree, object)
        return (tree, structure.root)
    }
}
