import ArgumentParser
import Canvas
import Foundation
import Localization
import Model
import Reporting

/// Prints one of the documents that are published.
struct PrintCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "print", abstract: tr("Prints a document to be published, as PDF."))
    }

    @Argument(help: ArgumentHelp(tr("The document: allegato-b, allegato-c, piano, progetti, relazione.")))
    var document: PrintKind

    @Option(help: ArgumentHelp(tr("The year."), valueName: "y"))
    var year: Int

    @Option(
        name: .short,
        help: ArgumentHelp(tr("The file to write; - is standard output."), valueName: "file.pdf"))
    var output: String

    @Flag(help: ArgumentHelp(tr("Leaves out the names of people.")))
    var anonymous = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let content = try common.reading().content
        let bytes = try PrintedDocument.pdf(document, of: content, year: year, isAnonymous: anonymous)
        try OutputFile(path: output).write(bytes)
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
