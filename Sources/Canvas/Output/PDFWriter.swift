import CPango
import Foundation
import Reporting

/// Writes documents as PDF: text that can be searched, bookmarks, links, structure.
public enum PDFWriter {
    /// The PDF of a document. Equal documents with a date give equal bytes.
    public static func write(_ document: ReportDocument, geometry: PageGeometry = .a4) throws -> Data {
        try write(PageLayout(document, geometry: geometry))
    }

    /// The PDF of pages.
    public static func write(_ layout: PageLayout) throws -> Data {
        try writeTellingMissing(layout).bytes
    }

    /// The PDF of pages, with the characters that no installed font has: a box is drawn for each, and text that is
    /// searched or copied keeps the character.
    public static func writeTellingMissing(
        _ layout: PageLayout
    ) throws -> (bytes: Data, missing: [MissingCharacter]) {
        let painter = try Painter()
        let buffer = ByteBuffer()
        let stream = ByteStream(buffer.append)
        let opened = try withExtendedLifetime(stream) {
            let paper = layout.pages.first?.paper ?? PageGeometry.a4.paper(landscape: false)
            let surface = try DrawingSurface(
                cairo_pdf_surface_create_for_stream(
                    ByteStream.function, stream.closure, paper.width, paper.height))
            describe(layout.metadata, on: surface.pointer)
            let opened = try draw(layout, with: painter, on: surface)
            addOutline(layout, to: surface.pointer)
            try surface.finish(stream)
            return opened
        }
        return (amended(buffer.data, layout, opened: opened), painter.missing)
    }

    /// What Cairo does not write: language, words of figures, what header cells head.
    private static func amended(_ file: Data, _ layout: PageLayout, opened: [Int]) -> Data {
        guard var amendment = PDFAmendment(file) else { return file }
        let nodes = opened.map { layout.structure[$0] }
        amendment.describe(language: layout.language)
        amendment.add(
            nodes.filter { $0.role == .figure }.map { node in
                node.alternative.map { "/Alt \(PDFAmendment.string($0))" } ?? ""
            }, to: .figure)
        amendment.add(
            nodes.filter { $0.role == .headerCell }.map { node in
                "/A << /O /Table /Scope /\(node.headsRow ? "Row" : "Column") >>"
            }, to: .headerCell)
        return amendment.result()
    }

    /// Draws the pages and gives the parts in the order in which they were opened.
    private static func draw(
        _ layout: PageLayout, with painter: Painter, on surface: DrawingSurface
    ) throws -> [Int] {
        var tags = TagWriter(structure: layout.structure, cairo: surface.cairo)
        for page in layout.pages {
            cairo_pdf_surface_set_size(surface.pointer, page.paper.width, page.paper.height)
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
