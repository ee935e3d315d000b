import Canvas
import Foundation
import Localization
import Model
import Reporting

/// Prints documents for commands.
enum PrintedDocument {
    /// Writes the PDF of a document as its pages are set. What the archive lacks for it is a message, and so is what the
    /// file lacks.
    static func writePDF(
        _ kind: PrintKind, of content: ArchiveContent, year: Int, options: PrintOptions, to file: OutputFile
    ) throws {
        try making { progress in
            let draft = try ReportDraft(kind, of: content, year: year, options: options)
            let missing = try file.write { put in
                try PDFWriter.write(draft, geometry: PageGeometry(options), to: put)
            }
            progress.clear()
            for words in missing.words { Console.tell(words) }
        }
    }

    /// The PDF of a document, as bytes.
    static func pdf(
        _ kind: PrintKind, of content: ArchiveContent, year: Int, options: PrintOptions
    ) throws -> Data {
        try making { progress in
            let written = try PDFWriter.write(
                ReportDraft(kind, of: content, year: year, options: options),
                geometry: PageGeometry(options))
            progress.clear()
            for words in written.missing.words { Console.tell(words) }
            return written.bytes
        }
    }

    /// A document as OpenDocument text, or as what LibreOffice makes of that.
    static func office(
        _ kind: PrintKind, of content: ArchiveContent, year: Int, options: PrintOptions,
        format: OfficeProgram.Format?
    ) throws -> Data {
        guard format == nil || OfficeProgram.installed != nil else {
            throw ToolFailure(
                .usage,
                tr(
                    "This format is made by LibreOffice, which is not installed. Install it, or write a .fodt, which it opens."
                ))
        }
        return try making { _ in
            let document = try ReportDocument(kind, of: content, year: year, options: options)
            let text = try OpenDocumentText.write(document, geometry: PageGeometry(options))
            guard let format, let program = OfficeProgram.installed else { return text }
            let made = try program.convert(text, to: format)
            return format == .archivalPDF ? try withText(document, made) : made
        }
    }

    /// An archival PDF with the text by which it is read back; where LibreOffice builds it in a way that is not known, it is
    /// told that it has none.
    private static func withText(_ document: ReportDocument, _ pdf: Data) throws -> Data {
        if let whole = try ArchivalUpdate.added(document, to: pdf) { return whole }
        Console.tell(
            tr(
                "This LibreOffice builds archival PDFs in a way that is not known here: the pages are whole, but reading them back may lose fields."
            ))
        return pdf
    }

    private static func making<Made>(_ body: (Progress) throws -> Made) throws -> Made {
        let progress = Progress()
        progress.show(tr("Setting the pages…"))
        defer { progress.clear() }
        do {
            return try body(progress)
        } catch  where error is PrintError || error is CanvasError {
            throw ToolFailure(.usage, PrintError.words(of: error))
        } catch is OfficeProgram.Failure {
            throw ToolFailure(
                .usage,
                tr("LibreOffice made no file of the document. Close other windows of it and try again."))
        }
    }
}
