import ArgumentParser
import DocumentStore
import Exporting
import Foundation
import Localization
import Model
import Scoring

/// Indicators over the plans of several years.
struct FollowCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "follow",
            abstract: tr(
                "Follows indicators over the plans of several years, and decides which go on with which."),
            subcommands: [FollowShowCommand.self, FollowProposeCommand.self, FollowDecideCommand.self],
            defaultSubcommand: FollowShowCommand.self)
    }
}

/// Shows the indicators that are followed.
struct FollowShowCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "show", abstract: tr("Shows target, actual and achievement of each year."))
    }

    @Option(help: ArgumentHelp(tr("Only the indicators of the plan of this year."), valueName: "y"))
    var year: Int?

    @Flag(help: ArgumentHelp(tr("The result as JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let content = try common.reading().content
        if let year { _ = try content.plan(year: year) }
        let followed = IndicatorLinks(content).chains
            .filter { chain in year == nil || chain.contains { $0.year == year } }
            .map { FollowedIndicator($0, in: content) }
        if json { return try Console.say(JSONText.bytes(of: ["indicators": followed.map(\.record)])) }
        for one in followed { try Console.say(one.words) }
        Console.tell(
            trn(
                "{count} indicator goes on over several years.",
                "{count} indicators go on over several years.", followed.count))
    }
}

/// Shows which indicators may go on with which, or takes that as decided.
struct FollowProposeCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "propose",
            abstract: tr(
                "Shows which indicators of a year may go on with which of the plan before, and how much speaks for it."
            ))
    }

    @Option(help: ArgumentHelp(tr("The plan's year."), valueName: "y"))
    var year: Int?

    @Option(help: ArgumentHelp(tr("Only those for which at least so much speaks, 0–100."), valueName: "n"))
    var least = IndicatorMatch.least

    @Flag(help: ArgumentHelp(tr("Decides that they go on: only after the list was read.")))
    var confirm = false

    @Flag(help: ArgumentHelp(tr("The result as JSON.")))
    var json = false

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard !(0...100).contains(least) else { return }
        throw ValidationError(tr("--least is a number from 0 to 100."))
    }

    func run() throws {
        let store = try confirm ? common.writing() : common.reading()
        defer { store.close() }
        var content = store.content
        let plan = try content.plan(year: year)
        let proposals = IndicatorMatch.proposals(year: plan.year, in: content, least: least)
        let names = Dictionary(
            plan.objectives.flatMap(\.indicators).map { ($0.id, $0.name) },
            uniquingKeysWith: { first, _ in first })
        let records = proposals.map { Proposal(id: $0.id, name: names[$0.id] ?? "", $0.match) }
        if json {
            try Console.say(JSONText.bytes(of: ["proposals": records]))
        } else {
            for record in records { try Console.say(record.words) }
        }
        guard confirm else { return }
        guard !proposals.isEmpty else { return Console.tell(tr("Nothing to decide: nothing was changed.")) }
        content.decide(IndicatorMatch.decisions(proposals), year: plan.year)
        try store.change(
            to: content,
            trn(
                "{count} indicator of {year} goes on with one of an earlier year",
                "{count} indicators of {year} go on with those of an earlier year", proposals.count,
                ["year": "\(plan.year)"]))
    }

    /// A proposal in the shape of `--json`.
    private struct Proposal: Encodable {
        let id: UUID
        let name: String
        let formerID: UUID
        let formerName: String
        let formerYear: Int
        let score: Int

        init(id: UUID, name: String, _ match: IndicatorMatch) {
            self.id = id
            self.name = name
            formerID = match.former.indicator.id
            formerName = match.former.indicator.name
            formerYear = match.former.year
            score = match.score
        }

        var words: String {
            tr(
                "{score}  {name} — {year}: {former}",
                ["score": "\(score)", "name": name, "year": "\(formerYear)", "former": formerName])
        }
    }
}

/// Decides what an indicator goes on with.
struct FollowDecideCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "decide", abstract: tr("Decides what an indicator goes on with."))
    }

    @OptionGroup var own: IndicatorChange

    @Option(
        help: ArgumentHelp(
            tr("The indicator of an earlier plan, by its name or identity."), valueName: "indicator"))
    var former: String?

    @Option(help: ArgumentHelp(tr("The year of that plan; the nearest one before."), valueName: "y"))
    var formerYear: Int?

    @Flag(help: ArgumentHelp(tr("It goes on with none.")))
    var new = false

    @Flag(help: ArgumentHelp(tr("Takes the decision back.")))
    var undecided = false

    func validate() throws {
        guard [former != nil, new, undecided].count(where: { $0 }) != 1 else { return }
        throw ValidationError(tr("Give one of --former, --new and --undecided."))
    }

    func run() throws {
        _ = try own.commit({ tr("Decided what «{name}» of {year} goes on with", $0) }) { content, own, plan in
            content.decide(try decision(plan, in: content), of: own.id, year: plan.year)
        }
    }

    private func decision(_ plan: Plan, in content: ArchiveContent) throws -> Continuity? {
        guard let former else { return new ? Continuity(indicatorID: nil) : nil }
        let nearest = content.plans.keys.filter { $0 < plan.year }.max()
        guard let wanted = formerYear ?? nearest, wanted < plan.year else {
            throw ToolFailure(
                .usage, tr("There is no plan before that of {year}.", ["year": "\(plan.year)"]))
        }
        let found = try IndicatorFinder(plan: try content.plan(year: wanted)).find(former)
        return Continuity(indicatorID: found.indicator.id)
    }
}
