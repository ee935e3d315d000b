import ArgumentParser
import DocumentStore
import Foundation
import Localization
import Model

/// The indicator that a command changes, by its name or identity, and the year of its plan.
struct IndicatorChange: ParsableArguments {
    @Argument(help: ArgumentHelp(tr("The indicator, by its name or identity.")))
    var indicator: String

    @Option(help: ArgumentHelp(tr("The plan's year."), valueName: "y"))
    var year: Int?

    @OptionGroup var common: CommonOptions

    /// Changes the archive's content and commits it as one step; tells where nothing was different.
    /// - Parameters:
    ///   - title: what was done, for the history, from the indicator's name and its year.
    ///   - change: makes the change, given the indicator and its plan.
    /// - Returns: the content, the indicator and its year; nil where nothing was different.
    func commit(
        _ title: ([String: String]) -> String,
        _ change: (inout ArchiveContent, Indicator, Plan) throws -> Void
    ) throws -> (content: ArchiveContent, id: UUID, year: Int)? {
        let store = try common.writing()
        defer { store.close() }
        var content = store.content
        let plan = try content.plan(year: year)
        let own = try IndicatorFinder(plan: plan).find(indicator).indicator
        try change(&content, own, plan)
        guard content != store.content else {
            Console.tell(tr("It is so already: nothing was changed."))
            return nil
        }
        try store.change(to: content, title(["name": own.name, "year": "\(plan.year)"]))
        return (content, own.id, plan.year)
    }
}
