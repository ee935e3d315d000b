import ArgumentParser
import DocumentStore
import Exporting
import Foundation
import Localization
import Model
import UserMessages

/// Writes the archive's values for other programs, or a part of it for a colleague.
struct ExportCommand: ParsableCommand {
    /// What can be written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, bundle
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: tr("Writes the archive's values for other programs, or a part of it for a colleague."))
    }

    @Argument(help: ArgumentHelp(tr("The format: json, bundle.")))
    var format: Format

    @Option(
        help: ArgumentHelp(tr("Only what belongs to this sector; can be given again."), valueName: "name"))
    var sector: [String] = []

    @Option(help: ArgumentHelp(tr("Only this service; can be given again."), valueName: "name"))
    var service: [String] = []

    @Option(help: ArgumentHelp(tr("Only the plan and the projects of this year."), valueName: "y"))
    var year: Int?

    @Option(
        name: .short, help: ArgumentHelp(tr("The file to write; - is standard output."), valueName: "path"))
    var output: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let store = try common.reading()
        let content = store.content
        if let year { try content.require(year: year) }
        for name in sector { try requireSector(name, in: content) }
        let services = try service.map { try content.service(named: $0).id }
        switch format {
        case .json:
            let selection = PartSelection(of: content, sectors: sector, services: services, year: year)
            try OutputFile(path: output).write(JSONText.bytes(of: content.part(selection)))
        case .bundle:
            let scope = BundleScope(sectors: sector, services: services, year: year)
            try OutputFile(path: output).write(Data(bundle(scope, of: store)))
        }
    }

    private func bundle(_ scope: BundleScope, of store: ArchiveStore) throws(ToolFailure) -> [UInt8] {
        let isWorking = store.workingScope != nil
        guard !isWorking || scope == BundleScope() else {
            throw ToolFailure(
                .usage,
                tr("A working archive goes back whole: leave out --sector, --service and --year."))
        }
        // A working archive remembers what it sent.
        let source = try isWorking ? common.writing() : store
        defer { source.close() }
        return try BundleFile(path: output).refusing { () throws(BundleError) in
            try source.exportBundle(scope, author: Author.current, at: Date())
        }
    }
}
