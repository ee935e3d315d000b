import CPango
import Foundation
import Reporting

/// A PDF with what is to be told about it.
public struct WrittenPDF: Sendable {
    /// The file.
    public var bytes: Data
    /// The characters that no installed font has: a box is drawn for each, and text that is searched or copied keeps
    /// the character.
    public var missing: [MissingCharacter]
    /// The file says its language, the words of its figures and what header cells head. False where the system's Cairo
    /// builds files otherwise than those that this program knows.
    public var isAccessible: Bool
}

/// Writes documents as PDF: text that can be searched, bookmarks, links, structure.
public enum PDFWriter {
    /// The PDF of a document. Equal documents with a date give equal bytes; each word is shaped once for setting and
    /// drawing.
    public static func write(_ document: ReportDocument, geometry: PageGeometry = .a4) throws -> WrittenPDF {
        let engine = try TextEngine()
        return try write(
            PageLayout(document, geometry: geometry, engine: engine), with: Painter(engine: engine))
    }

    /// The PDF of pages.
    public static func write(_ layout: PageLayout) throws -> WrittenPDF {
        try write(layout, with: Painter())
    }

    private static func write(_ layout: PageLayout, with painter: Painter) throws -> WrittenPDF {
        let buffer = ByteBuffer()
        let stream = ByteStream(buffer.append)
        let opened = try withExtendedLifetime(stream) {
            let first = layout.pages.first
            let paper = PageGeometry.a4.paper(landscape: false)
            let surface = try DrawingSurface(
                cairo_pdf_surface_create_for_stream(
                    ByteStream.function, stream.closure, first?.width ?? paper.width,
                    first?.height ?? paper.height))
            describe(layout.metadata, on: surface.pointer)
            let opened = try draw(layout, with: painter, on: surface)
            addOutline(layout, to: surface.pointer)
            try surface.finish(stream)
            return opened
        }
        let (bytes, isAccessible) = amended(buffer.take(), layout, opened: opened)
        return WrittenPDF(bytes: bytes, missing: painter.missing, isAccessible: isAccessible)
    }

    /// What Cairo does not write: language, words of figures, what header cells head. The file as it is and false
    /// where it is not built as expected.
    private static func amended(_ file: consuming Data, _ layout: PageLayout, opened: [Int]) -> (Data, Bool) {
        guard let index = PDFIndex(copy file) else { return (file, false) }
        var amendment = PDFAmendment(file, index: index)
        let nodes = opened.map { layout.structure[$0] }
        let isWhole =
            amendment.describe(language: layout.language)
            && amendment.add(
                nodes.filter { $0.role == .figure }.map { node in
                    node.alternative.map { "/Alt \(PDFAmendment.string($0))" } ?? ""
                }, to: .figure)
            && amendment.add(
                nodes.filter { $0.role == .headerCell }.map { node in
                    "/A << /O /Table /Scope /\(node.headsRow ? "Row" : "Column") >>"
                }, to: .headerCell)
        return isWhole ? (amendment.result(), true) : (amendment.original(), false)
    }

    /// Draws the pages and gives the parts in the order in which they were opened.
    private static func draw(
        _ layout: PageLayout, with painter: Painter, on surface: DrawingSurface
    ) throws -> [Int] {
        var tags = TagWriter(structure: layout.structure, cairo: surface.cairo)
        for page in layout.pages {
            cairo_pdf_surface_set_size(surface.pointer, page.width, page.height)
            if page.number == 1 { tags.beginDocument() }
            try painter.draw(page, tags: &tags, on: surface.cairo)
            if page.number == layout.pages.count { tags.endDocument() }
            cairo_show_page(surface.cairo)
        }
        return tags.opened
    }

    private static func describe(_ metadata: DocumentMetadata, on surface: OpaquePointer) {
        let texts: [(cairo_pdf_metadata_t, String)] = [
            (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_AUTHOR, metadata.author),
            (CAIRO_PDF_METADATA_SUBJECT, metadata.subject), (CAIRO_PDF_METADATA_CREATOR, "Barometro"),
        ]
        for (kind, text) in texts where !text.isEmpty {
            cairo_pdf_surface_set_metadata(surface, kind, PrintableText.clean(text))
        }
        guard let date = metadata.date else { return }
        for kind in [CAIRO_PDF_METADATA_CREATE_DATE, CAIRO_PDF_METADATA_MOD_DATE] {
            cairo_pdf_surface_set_metadata(surface, kind, "\(date.iso)T12:00:00Z")
        }
    }

    private static func addOutline(_ layout: PageLayout, to surface: OpaquePointer) {
        var open: [(level: Int, item: Int32)] = []
        for (heading, _) in layout.outline {
            while let last = open.last, last.level >= heading.level { open.removeLast() }
            let item = cairo_pdf_surface_add_outline(
                surface, open.last?.item ?? CAIRO_PDF_OUTLINE_ROOT, heading.text,
                "dest='\(heading.destination)'",
                open.isEmpty ? CAIRO_PDF_OUTLINE_FLAG_OPEN : cairo_pdf_outline_flags_t(0))
            open.append((heading.level, item))
        }
    }
}
