import Canvas
import Foundation
import Localization
import Model
import Reporting

/// Prints documents for commands.
enum PrintedDocument {
    /// The PDF of a document. What the archive lacks for it is a message, and so is what the file lacks.
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
            return try program.convert(text, to: format)
        }
    }

    private static func making(_ body: (Progress) throws -> Data) throws -> Data {
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
