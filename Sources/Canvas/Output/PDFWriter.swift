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
        let buffer = ByteBuffer()
        try write(layout, to: buffer.append)
        return buffer.data
    }

    /// Writes the PDF of pages piece by piece.
    /// - Parameter output: takes each piece; what it throws ends the writing and is thrown.
    public static func write(
        _ layout: PageLayout, to output: @escaping (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        let stream = ByteStream(output)
        try withExtendedLifetime(stream) {
            let paper = layout.pages.first?.paper ?? PageGeometry.a4.paper(landscape: false)
            let surface = try DrawingSurface(
                cairo_pdf_surface_create_for_stream(
                    ByteStream.function, stream.closure, paper.width, paper.height))
            describe(layout.metadata, on: surface.pointer)
            try draw(layout, on: surface, stream)
            addOutline(layout, to: surface.pointer)
            try surface.finish(stream)
        }
    }

    private static func draw(_ layout: PageLayout, on surface: DrawingSurface, _ stream: ByteStream) throws {
        let painter = try Painter(tagged: true)
        for page in layout.pages {
            cairo_pdf_surface_set_size(surface.pointer, page.paper.width, page.paper.height)
            do {
                try painter.draw(page, structure: layout.structure, on: surface.cairo)
            } catch {
                throw stream.failure ?? error
            }
            cairo_show_page(surface.cairo)
        }
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
