import ArgumentParser
import Exporting
import Foundation
import Localization
import Model
import Spreadsheets
import UserMessages

/// Spreadsheets that offices fill in and send back, and who has answered.
struct TemplateCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "template",
            abstract: tr(
                "Makes spreadsheets that offices fill in and send back, and tells who has answered. import reads them again."
            ),
            subcommands: [Actuals.self, SeriesOfServices.self, Status.self])
    }

    /// What the indicators reached.
    struct Actuals: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "actuals",
                abstract: tr(
                    "A spreadsheet for what the indicators reached: targets locked, actuals and notes open."))
        }

        @OptionGroup var arguments: TemplateArguments
        @OptionGroup var common: CommonOptions

        func run() throws {
            let content = try common.reading().content
            let plan = try content.plan(year: arguments.year)
            guard arguments.service == nil else {
                throw ToolFailure(.usage, tr("A service has series, and no indicators: use template series."))
            }
            try arguments.write(
                content, offices: plan.objectives.map { ($0.sector, $0.head) },
                name: "consuntivi-\(plan.year)"
            ) { ActualsTemplate.workbook(plan, of: content.municipality, scope: $0) }
        }
    }

    /// The series of services.
    struct SeriesOfServices: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "series",
                abstract: tr(
                    "A spreadsheet for the services' figures of a year, with the former years to look at."))
        }

        @OptionGroup var arguments: TemplateArguments
        @OptionGroup var common: CommonOptions

        func run() throws {
            let content = try common.reading().content
            guard let year = arguments.year else {
                throw ToolFailure(.usage, tr("The year is missing: choose one with --year."))
            }
            try arguments.write(
                content, offices: content.services.services.map { ($0.sector, $0.head) }, name: "dati-\(year)"
            ) { SeriesTemplate.workbook(content.services, year: year, of: content.municipality, scope: $0) }
        }
    }

    /// Who has answered.
    struct Status: ParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "status",
                abstract: tr("Tells which offices have reported a year, and what is missing."))
        }

        @Option(help: ArgumentHelp(tr("The plan's year."), valueName: "y"))
        var year: Int?

        @Flag(help: ArgumentHelp(tr("The result as JSON.")))
        var json = false

        @OptionGroup var common: CommonOptions

        func run() throws {
            let answers = Answers(try common.reading().content.plan(year: year))
            if json { return try Console.say(JSONText.bytes(of: answers)) }
            for office in answers.offices {
                let name = [office.sector, office.head].filter { !$0.isEmpty }.joined(separator: ", ")
                try Console.say(
                    tr(
                        "{reported} of {all}  {office}",
                        [
                            "reported": "\(office.reported)", "all": "\(office.indicators)",
                            "office": name.isEmpty ? "—" : name,
                        ]))
                for indicator in office.missing { try Console.say("        " + indicator) }
            }
        }
    }
}

/// For whom a template is, and where it goes.
struct TemplateArguments: ParsableArguments {
    @Option(help: ArgumentHelp(tr("The year."), valueName: "y"))
    var year: Int?

    @Option(help: ArgumentHelp(tr("Only for this sector."), valueName: "name"))
    var sector: String?

    @Option(help: ArgumentHelp(tr("Only for this head."), valueName: "name"))
    var head: String?

    @Option(help: ArgumentHelp(tr("Only for this service."), valueName: "name"))
    var service: String?

    @Option(
        help: ArgumentHelp(
            tr("One for each sector or head, in the folder that -o names: sector, head."), valueName: "what"))
    var each: Each?

    @Option(
        name: .short,
        help: ArgumentHelp(
            tr("The file to write, .xlsx or .ods; with --each a folder."), valueName: "path"))
    var output: String

    /// For whom there is one each.
    enum Each: String, ExpressibleByArgument, CaseIterable {
        case sector, head
    }

    func validate() throws {
        if [sector, head, service].compactMap({ $0 }).count > 1 {
            throw ValidationError(tr("Choose one of --sector, --head and --service."))
        }
        if each != nil, sector != nil || head != nil || service != nil {
            throw ValidationError(
                tr("--each makes one for everybody: leave out --sector, --head and --service."))
        }
    }

    /// Writes the template, or one for each office.
    func write(
        _ content: ArchiveContent, offices: [(sector: String, head: String)], name: String,
        _ make: (TemplateScope) -> Workbook
    ) throws {
        guard let each else {
            let workbook = make(try scope(in: content, heads: offices.map(\.head)))
            try refuseEmpty(workbook)
            return try TableOutput(path: output).write(workbook, as: TableOutput.format(of: output))
        }
        let folder = OutputFolder(path: output)
        try folder.make()
        var seen: Set<String> = []
        for office in offices {
            let owner = each == .sector ? office.sector : office.head
            guard !owner.isEmpty, seen.insert(owner.comparisonKey).inserted else { continue }
            let workbook = make(each == .sector ? .sector(owner) : .head(owner))
            let file = name + "-" + OutputFolder.fileName(owner) + ".xlsx"
            let path = URL(filePath: output).appending(path: file).path(percentEncoded: false)
            try TableOutput(path: path).write(workbook, as: .xlsx)
            try Console.say(file)
        }
    }

    private func scope(in content: ArchiveContent, heads: [String]) throws -> TemplateScope {
        if let sector {
            try requireSector(sector, in: content)
            return .sector(sector)
        }
        if let service { return .service(try content.service(named: service).id) }
        guard let head else { return .all }
        var seen: Set<String> = []
        let names = heads.filter { !$0.isEmpty && seen.insert($0.comparisonKey).inserted }
        return .head(
            try Chosen.one(
                of: names, named: head, name: { $0 },
                none: { tr("There is no head «{name}»; there are: {known}.", $0) },
                several: { tr("Several heads are called «{name}»: {known}.", $0) }))
    }

    private func refuseEmpty(_ workbook: Workbook) throws(ToolFailure) {
        guard workbook.tables.allSatisfy(\.rows.isEmpty) else { return }
        throw ToolFailure(.usage, tr("There is nothing to ask: nothing of the archive belongs to it."))
    }
}
