import ArgumentParser
import DocumentStore
import Foundation
import Localization
import Model
import Scoring

/// Chooses a service's series as the actual of an indicator, or takes its figure.
struct ActualCommand: ParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "actual",
            abstract: tr(
                "Chooses the series of a service whose figure of the year is the actual of an indicator."),
            discussion: tr(
                "The choice holds for the years that go on with it. An empty actual takes the figure; one that was typed stays, and check tells where the two differ."
            ))
    }

    @OptionGroup var own: IndicatorChange

    @Option(help: ArgumentHelp(tr("The service's name."), valueName: "name"))
    var service: String?

    @Option(help: ArgumentHelp(tr("The series of the service."), valueName: "name"))
    var series: String?

    @Flag(help: ArgumentHelp(tr("The actual is typed again.")))
    var typed = false

    @Flag(help: ArgumentHelp(tr("The figure of the series replaces the actual that stands there.")))
    var replace = false

    func validate() throws {
        guard (service == nil) == (series == nil), typed != (series != nil) || (replace && !typed) else {
            throw ValidationError(tr("Give --service and --series, or --typed, or --replace alone."))
        }
    }

    func run() throws {
        let changed = try own.commit({ tr("Series of the actual of «{name}» of {year}", $0) }, change)
        guard let changed,
            let now = changed.content.plans[changed.year]?.objectives.flatMap(\.indicators)
                .first(where: { $0.id == changed.id }),
            let figure = changed.content.seriesFigure(for: now, year: changed.year), !figure.isBlank,
            !figure.agrees(with: now)
        else { return }
        Console.tell(
            tr(
                "The actual «{written}» stays; the series says «{figure}». With --replace its figure is taken.",
                ["written": now.actual.raw, "figure": figure.value.raw]))
    }

    private func change(_ content: inout ArchiveContent, _ own: Indicator, _ plan: Plan) throws {
        if let service, let series {
            let map = try content.service(named: service)
            let chosen = try Chosen.one(
                of: map.series.filter { !$0.isHeading }, named: series, name: \.name,
                none: { tr("There is no series «{name}»; there are: {known}.", $0) },
                several: { tr("Several series are called «{name}»: {known}.", $0) })
            content.choose(series: chosen.id, forActualOf: own.id, year: plan.year)
        } else if typed {
            content.choose(series: nil, forActualOf: own.id, year: plan.year)
        }
        if replace { content.takeSeriesFigure(for: own.id, year: plan.year, replaces: true) }
    }
}
