import ArgumentParser
import Localization

/// Merges a colleague's file.
struct MergeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "merge",
            abstract: tr("Merges the bundle that a colleague sent; what both changed is told as a conflict."))
    }

    @Argument(help: ArgumentHelp(tr("The bundle."), valueName: "bundle"))
    var bundle: String

    @Flag(help: ArgumentHelp(tr("Says what would change, and changes nothing.")))
    var dryRun = false

    @Flag(help: ArgumentHelp(tr("Conflicts are decided for the bundle's values.")))
    var theirs = false

    @Flag(help: ArgumentHelp(tr("Reviews a bundle anew that was merged already.")))
    var again = false

    @Flag(help: ArgumentHelp(tr("The result as JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        try BundleMerge(
            path: bundle, isDryRun: dryRun, isJSON: json, takesTheirs: theirs, isAgain: again
        ).run(common)
    }
}
