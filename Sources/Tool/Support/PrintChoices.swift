import ArgumentParser
import DocumentStore
import Foundation
import Localization
import Model
import Reporting
import UserMessages

/// What is chosen before printing, as options of a command.
struct PrintChoices: ParsableArguments {
    @Flag(help: ArgumentHelp(tr("Gives each person a pseudonym instead of the name.")))
    var anonymous = false

    @Flag(help: ArgumentHelp(tr("Tells how each achievement comes about.")))
    var explanations = false

    @Flag(help: ArgumentHelp(tr("Tells what the checks found, below what it is about.")))
    var findings = false

    @Flag(name: .customLong("no-charts"), help: ArgumentHelp(tr("Leaves out trends and bars.")))
    var leavesOutCharts = false

    @Option(help: ArgumentHelp(tr("Only what is of this sector."), valueName: "name"))
    var sector: String?

    @Option(help: ArgumentHelp(tr("Only the objectives with this mark."), valueName: "name"))
    var tag: String?

    @Option(
        help: ArgumentHelp(
            tr(
                "Only these parts, with commas between: {parts}.",
                ["parts": PrintPart.allCases.map(\.rawValue).joined(separator: ", ")]), valueName: "name"))
    var parts: String?

    @Option(help: ArgumentHelp(tr("The paper: A4 or A3."), valueName: "format"))
    var paper: PrintOptions.Paper?

    @Option(
        name: .customLong("type"),
        help: ArgumentHelp(tr("The size of type: piccolo, normale or grande."), valueName: "format"))
    var typeScale: PrintOptions.TypeScale?

    func validate() throws {
        let unknown = names.filter { PrintPart(rawValue: $0) == nil }
        guard !unknown.isEmpty else { return }
        throw ValidationError(
            tr(
                "There is no part «{part}»; choose among: {known}.",
                [
                    "part": unknown.joined(separator: ", "),
                    "known": PrintPart.allCases.map(\.rawValue).joined(separator: ", "),
                ]))
    }

    private var names: [String] {
        (parts ?? "").split(separator: ",").map { String($0).trimmingWhitespace().lowercased() }
    }

    /// The choices, dated today, with the coat of arms of an archive.
    func options(archive: URL) -> PrintOptions {
        var options = PrintOptions()
        options.isAnonymous = anonymous
        options.hasExplanations = explanations
        options.hasFindings = findings
        options.hasCharts = !leavesOutCharts
        options.sector = sector
        options.tag = tag
        if parts != nil { options.parts = Set(names.compactMap(PrintPart.init)) }
        options.paper = paper ?? .a4
        options.typeScale = typeScale ?? .normal
        options.date = CalendarDate.today
        do throws(Emblem.Refusal) {
            options.emblem = try Emblem.image(in: archive)
        } catch {
            Console.tell(
                tr("The coat of arms is not printed: {reason}", ["reason": error.words(file: "stemma.png")]))
        }
        return options
    }
}

extension PrintOptions.Paper: ExpressibleByArgument {
    /// The paper of this name, in capitals or not.
    public init?(argument: String) { self.init(rawValue: argument.uppercased()) }
}

extension PrintOptions.TypeScale: ExpressibleByArgument {}
