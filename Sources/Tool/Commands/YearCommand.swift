import ArgumentParser
import DocumentStore
import Foundation
import Localization
import Model
import Scoring

/// Locks a year, unlocks it, or begins the next one.
struct YearCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "year", abstract: tr("Locks a year, unlocks it, or begins a new one."),
            subcommands: [YearLockCommand.self, YearUnlockCommand.self, YearNewCommand.self])
    }
}

/// A year and why it is locked or unlocked.
struct YearChange: ParsableArguments {
    @Argument(help: ArgumentHelp(tr("The year.")))
    var year: Int

    @Option(help: ArgumentHelp(tr("Why; it is kept with the change."), valueName: "text"))
    var reason: String

    func validate() throws {
        guard reason.allSatisfy(\.isWhitespace) else { return }
        throw ValidationError(tr("Write the reason: it is kept with the change."))
    }
}

/// Locks a year.
struct YearLockCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "lock", abstract: tr("Lets no more change of a year's figures through."))
    }

    @OptionGroup var change: YearChange

    @OptionGroup var common: CommonOptions

    func run() throws {
        let store = try common.writing()
        defer { store.close() }
        try store.content.require(year: change.year)
        guard store.content.lock(of: change.year) == nil else {
            throw ToolFailure(.usage, tr("The year {year} is locked already.", ["year": "\(change.year)"]))
        }
        guard let today = CalendarDate.today else { return }
        try store.lock(year: change.year, reason: change.reason, on: today)
    }
}

/// Unlocks a year.
struct YearUnlockCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "unlock", abstract: tr("Lets a locked year change again."))
    }

    @OptionGroup var change: YearChange

    @OptionGroup var common: CommonOptions

    func run() throws {
        let store = try common.writing()
        defer { store.close() }
        var content = store.content
        guard content.lock(of: change.year) != nil else {
            throw ToolFailure(.usage, tr("The year {year} is not locked.", ["year": "\(change.year)"]))
        }
        content.municipality.locks.removeAll { $0.year == change.year }
        try store.change(
            to: content,
            tr("Year {year} unlocked: {reason}", ["year": "\(change.year)", "reason": change.reason]))
    }
}

/// Makes the plan of a new year from the last one.
struct YearNewCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "new", abstract: tr("Makes the plan of a new year from the last one."))
    }

    @Argument(help: ArgumentHelp(tr("The new year.")))
    var year: Int

    @Option(help: ArgumentHelp(tr("The year to start from; the last one before."), valueName: "y"))
    var from: Int?

    @Flag(help: ArgumentHelp(tr("Figures that were reached become the targets.")))
    var targetsFromActuals = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        guard (1900...2199).contains(year) else {
            throw ToolFailure(.usage, tr("{year} is no year of a plan (1900–2199).", ["year": "\(year)"]))
        }
        let store = try common.writing()
        defer { store.close() }
        var content = store.content
        guard content.plans[year] == nil else {
            throw ToolFailure(
                .usage, tr("There is a plan of {year} already. Nothing was changed.", ["year": "\(year)"]))
        }
        guard let start = from ?? content.plans.keys.filter({ $0 < year }).max() else {
            throw ToolFailure(
                .usage,
                tr("There is no plan before {year}: choose one with --from.", ["year": "\(year)"]))
        }
        let former = try content.plan(year: start)
        content.plans[year] = former.next(year: year, targetsFromActuals: targetsFromActuals)
        content.takeSeriesFigures(year: year)
        let values = ["year": "\(year)", "former": "\(former.year)"]
        try store.change(to: content, tr("Plan of {year} from that of {former}", values))
    }
}

extension ArchiveStore {
    /// Locks a year from a day on, scored as it is now.
    func lock(year: Int, reason: String, on day: CalendarDate) throws(ToolFailure) {
        var content = content
        content.municipality.locks.append(
            YearLock(
                id: UUID(), year: year, reason: reason, author: Author.current, date: day,
                profile: content.municipality.profile))
        try change(to: content, tr("Year {year} locked: {reason}", ["year": "\(year)", "reason": reason]))
    }

    /// Commits a content by whoever uses the program, now, and says so.
    func change(to content: ArchiveContent, _ summary: String) throws(ToolFailure) {
        try ToolFailure.refusing { () throws(ArchiveError) in
            _ = try commit(content, summary: summary, author: Author.current, at: Date())
        }
        Console.tell(summary)
        for failure in checkpoint() { Console.tell(failure.words) }
    }
}
