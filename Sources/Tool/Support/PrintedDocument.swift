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
            return try PDFWriter.write(ReportDocument(kind, of: content, year: year, options: options))
        } catch let error as PrintError {
            throw ToolFailure(.usage, error.words)
        }
    }
}
