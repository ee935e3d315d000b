import ArgumentParser
import Exporting
import Foundation
import Localization

/// Writes the archive's values for other programs.
struct ExportCommand: ParsableCommand {
    /// What can be written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export", abstract: tr("Writes the archive's values for other programs."))
    }

    @Argument(help: ArgumentHelp(tr("The format: json.")))
    var format: Format

    @Option(help: ArgumentHelp(tr("Only what belongs to this sector."), valueName: "name"))
    var sector: String?

    @Option(help: ArgumentHelp(tr("Only the plan and the projects of this year."), valueName: "y"))
    var year: Int?

    @Option(
        name: .short, help: ArgumentHelp(tr("The file to write; - is standard output."), valueName: "path"))
    var output: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let content = try common.reading().content
        if let year { try content.require(year: year) }
        if let sector { try requireSector(sector, in: content) }
        let bytes = try JSONText.bytes(of: content.part(year: year, sector: sector))
        try OutputFile(path: output).write(bytes)
    }
}
