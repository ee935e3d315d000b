import ArgumentParser
import Exporting
import Foundation
import Localization
import Model

/// Computes the scores of a plan.
struct ScoreCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "score",
            abstract: tr("Computes the scores of a plan, and says why they are what they are."))
    }

    @Option(help: ArgumentHelp(tr("The plan's year."), valueName: "y"))
    var year: Int?

    @Flag(help: ArgumentHelp(tr("The result as JSON.")))
    var json = false

    @Option(
        help: ArgumentHelp(
            tr("Each step of an indicator's score, by its name or identity."), valueName: "indicator"))
    var explain: String?

    @OptionGroup var common: CommonOptions

    func run() throws {
        let content = try common.reading().content
        let plan = try content.plan(year: year)
        if let explain {
            let found = try IndicatorFinder(plan: plan).find(explain)
            let explained = ExplainedIndicator(found, in: plan, of: content)
            if json {
                try Console.say(JSONText.bytes(of: explained.record))
            } else {
                try Console.say(explained.words)
            }
        } else if json {
            try Console.say(JSONText.bytes(of: ScoreReport(plan, profile: content.profile(of: plan.year))))
        } else {
            try Console.say(ScoreTable(plan, in: content).text)
        }
    }
}
