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
            tell(missing)
            return bytes
        } catch let error as PrintError {
            throw ToolFailure(.usage, error.words)
        } catch is CanvasError {
            throw ToolFailure(
                .usage,
                tr(
                    "The pages cannot be drawn: memory or fonts are missing. Close other programs and try again."
                ))
        }
    }

    /// Tells each character that no installed font has, with the first place where it stands.
    private static func tell(_ missing: [MissingCharacter]) {
        var seen: Set<Unicode.Scalar> = []
        let firsts = missing.filter { seen.insert($0.scalar).inserted }
        for one in firsts.prefix(mostTold) {
            let code = String(one.scalar.value, radix: 16, uppercase: true)
            Console.tell(
                tr(
                    "Page {page}, «{text}»: no installed font has the character «{character}» (U+{code}). A box is printed in its place, and copied text keeps it. Install a font that has it, or write it in another way.",
                    [
                        "page": "\(one.page)", "text": one.text, "character": String(one.scalar),
                        "code": String(repeating: "0", count: max(0, 4 - code.count)) + code,
                    ]))
        }
        guard firsts.count > mostTold else { return }
        Console.tell(
            trn(
                "{count} more character has no font.", "{count} more characters have no font.",
                firsts.count - mostTold))
    }

    /// How many characters are told one by one.
    private static let mostTold = 20
}
