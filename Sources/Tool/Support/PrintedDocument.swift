import Canvas
import Foundation
import Localization
import Model
import Reporting

/// Prints documents for commands.
enum PrintedDocument {
    /// The PDF of a document, dated today. What the archive lacks for it is a message.
    static func pdf(
        _ kind: PrintKind, of content: ArchiveContent, year: Int, isAnonymous: Bool
    ) throws -> Data {
        var options = PrintOptions()
        options.isAnonymous = isAnonymous
        options.date = CalendarDate.today
        let progress = Progress()
        progress.show(tr("Setting the pages…"))
        defer { progress.clear() }
        do {
            let layout = try PageLayout(ReportDocument(kind, of: content, year: year, options: options))
            let (bytes, missing) = try PDFWriter.writeTellingMissing(layout)
            progress.clear()
            for words in missing.words { Console.tell(words) }
            return bytes
        } catch  where error is PrintError || error is CanvasError {
            throw ToolFailure(.usage, PrintError.words(of: error))
        }
    }
}
