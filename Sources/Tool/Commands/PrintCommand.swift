import ArgumentParser
import Canvas
import Foundation
import Localization
import Model
import Reporting

/// Prints one of the documents that are published.
struct PrintCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "print", abstract: tr("Prints a document to be published, as PDF, ODT or DOCX."))
    }

    @Argument(help: ArgumentHelp(tr("The document: allegato-b, allegato-c, piano, progetti, relazione.")))
    var document: PrintKind

    @Option(help: ArgumentHelp(tr("The year."), valueName: "y"))
    var year: Int

    @Option(
        name: .short,
        help: ArgumentHelp(
            tr("The file to write: .pdf, .odt, .docx or .fodt; - is standard output."), valueName: "file.pdf")
    )
    var output: String

    @Flag(help: ArgumentHelp(tr("Makes a PDF/A-2b that is PDF/UA-1 too, by LibreOffice.")))
    var archival = false

    @OptionGroup var choices: PrintChoices

    @OptionGroup var common: CommonOptions

    func run() throws {
        let file = OutputFile(path: output)
        let options = choices.options(archive: common.folder)
        let content = try common.reading().content
        switch (file.suffix, archival) {
        case ("fodt", false):
            try file.write(
                PrintedDocument.office(document, of: content, year: year, options: options, format: nil))
        case ("odt", false), ("docx", false), (_, true):
            let format = archival ? .archivalPDF : OfficeProgram.Format(rawValue: file.suffix)
            try file.write(
                PrintedDocument.office(document, of: content, year: year, options: options, format: format))
        default:
            try PrintedDocument.writePDF(document, of: content, year: year, options: options, to: file)
        }
    }
}

extension PrintKind: ExpressibleByArgument {}

extension CalendarDate {
    /// The day on this computer.
    static var today: CalendarDate? {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        guard let year = parts.year, let month = parts.month, let day = parts.day else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }
}
