import ArgumentParser
import DocumentStore
import Exporting
import Foundation
import Localization
import Model
import Reporting
import Spreadsheets
import UserMessages

/// Writes the archive's values for other programs, its tables for spreadsheets, or a part of it for a colleague.
struct ExportCommand: ParsableCommand {
    /// What can be written.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, bundle, xlsx, ods, csv, html
        case openData = "open-data"
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "export",
            abstract: tr(
                "Writes the archive's values for other programs, its tables for spreadsheets, or a part of it for a colleague."
            ))
    }

    @Argument(help: ArgumentHelp(tr("The format: json, bundle, xlsx, ods, csv, html, open-data.")))
    var format: Format

    @Option(
        help: ArgumentHelp(tr("Only what belongs to this sector; can be given again."), valueName: "name"))
    var sector: [String] = []

    @Option(help: ArgumentHelp(tr("Only this service; can be given again."), valueName: "name"))
    var service: [String] = []

    @Option(help: ArgumentHelp(tr("Only the plan and the projects of this year."), valueName: "y"))
    var year: Int?

    @Option(
        help: ArgumentHelp(
            tr(
                "Only this table: indicators, objectives, phases, projects, series, people, years or findings; can be given again."
            ), valueName: "name"))
    var table: [String] = []

    @OptionGroup(title: "open-data") var open: OpenDataArguments

    @Option(
        name: .short,
        help: ArgumentHelp(
            tr(
                "The file to write; a folder for open-data and for several tables as csv; - is standard output."
            ),
            valueName: "path"))
    var output: String

    @OptionGroup var common: CommonOptions

    func run() throws {
        let store = try common.reading()
        let content = store.content
        if let year { try content.require(year: year) }
        for name in sector { try requireSector(name, in: content) }
        let services = try service.map { try content.service(named: $0).id }
        let part = {
            content.part(PartSelection(of: content, sectors: sector, services: services, year: year))
        }
        switch format {
        case .json: try OutputFile(path: output).write(JSONText.bytes(of: part()))
        case .bundle:
            let scope = BundleScope(sectors: sector, services: services, year: year)
            try OutputFile(path: output).write(Data(bundle(scope, of: store)))
        case .xlsx: try write(.xlsx, part(), of: content)
        case .ods: try write(.ods, part(), of: content)
        case .csv: try write(.csv, part(), of: content)
        case .html: try write(.html, part(), of: content)
        case .openData: try open.write(part(), of: content, year: year, to: output)
        }
    }

    private func write(_ format: TableFormat, _ part: ArchiveContent, of whole: ArchiveContent) throws {
        let workbook = ArchiveTables.workbook(of: part, try subjects, year: year, partOf: whole)
        let output = TableOutput(path: output)
        if format.holdsSeveral || workbook.tables.count == 1 {
            try output.write(workbook, as: format)
        } else {
            try output.writeEach(of: workbook, as: format)
        }
    }

    private var subjects: [ArchiveTables.Subject] {
        get throws(ToolFailure) {
            guard !table.isEmpty else { return ArchiveTables.Subject.allCases }
            var chosen: [ArchiveTables.Subject] = []
            for name in table {
                guard let subject = ArchiveTables.Subject(rawValue: name) else {
                    let known = ArchiveTables.Subject.allCases.map(\.rawValue)
                    throw ToolFailure(
                        .usage,
                        tr(
                            "There is no table «{name}»; there are: {known}.",
                            ["name": name, "known": Words.list(known)]))
                }
                chosen.append(subject)
            }
            return chosen
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

/// What is told of open data.
struct OpenDataArguments: ParsableArguments {
    @Option(
        help: ArgumentHelp(tr("The municipality's code of six digits (ISTAT)."), valueName: "code"))
    var istat: String?

    @Option(help: ArgumentHelp(tr("The licence: CC-BY-4.0 or CC0-1.0."), valueName: "name"))
    var licence: String = OpenDataPackage.Licence.attribution.name

    @Flag(help: ArgumentHelp(tr("With the names of people; without it none is told.")))
    var names = false

    func validate() throws {
        if let istat, istat.count != 6 || !istat.allSatisfy({ $0.isASCII && $0.isNumber }) {
            throw ValidationError(tr("--istat takes the six digits of the municipality's code."))
        }
        guard !OpenDataPackage.Licence.all.contains(where: { $0.name == licence }) else { return }
        throw ValidationError(
            tr(
                "There is no licence «{name}»; there are: {known}.",
                ["name": licence, "known": Words.list(OpenDataPackage.Licence.all.map(\.name))]))
    }

    /// Writes the package of an archive into a folder.
    func write(_ content: ArchiveContent, of whole: ArchiveContent, year: Int?, to folder: String) throws {
        guard let today = CalendarDate.today else { return }
        var options = OpenDataOptions()
        options.istatCode = istat ?? ""
        options.hasNames = names
        options.year = year
        let chosen = OpenDataPackage.Licence.all.first { $0.name == licence } ?? .attribution
        let package = OpenDataPackage(
            content, options, licence: chosen, day: today, partOf: whole)
        let target = OutputFolder(path: folder)
        try target.make()
        for file in try package.files() { try target.write(file.bytes, as: file.name) }
    }
}
