import ArgumentParser
import Canvas
import Foundation
import Localization
import Model
import Reporting
import Scoring

/// Draws figures of a service over the years.
struct ChartCommand: ParsableCommand {
    /// The formats, by the end of the file's name.
    private enum Format: String {
        case svg, png, pdf
    }

    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "chart", abstract: tr("Draws figures of a service over the years."))
    }

    @Option(help: ArgumentHelp(tr("The service's name."), valueName: "name"))
    var service: String

    @Option(
        help: ArgumentHelp(tr("A series of the service; without it all of its outputs."), valueName: "name"))
    var series: [String] = []

    @Flag(
        name: .customLong("base-100"),
        help: ArgumentHelp(tr("Each series as an index: its first figure is 100.")))
    var base100 = false

    @Option(
        name: .short,
        help: ArgumentHelp(tr("The file to write: .svg, .png or .pdf."), valueName: "file"))
    var output: String

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard Format(rawValue: OutputFile(path: output).suffix) == nil else { return }
        throw ValidationError(tr("The file's name must end in .svg, .png or .pdf: {file}", ["file": output]))
    }

    func run() throws {
        let file = OutputFile(path: output)
        let content = try common.reading().content
        let map = try content.service(named: service)
        let drawn = try chosenSeries(of: map)
        let years = Set(drawn.flatMap(\.years)).sorted()
        let flagged = flaggedYears(in: content)
        let chart = TrendChart(
            title: drawn.count == 1 ? "\(map.name): \(drawn[0].name)" : map.name,
            series: drawn.map { ChartSeries($0, years: years, flagged: flagged[$0.id] ?? []) },
            base100: base100)
        guard !chart.series.isEmpty else {
            throw ToolFailure(
                .usage,
                tr(
                    "No series has a first figure above 0 from which an index could start. Leave out --base-100."
                ))
        }
        let left = drawn.map(\.name).filter { name in !chart.series.contains { $0.name == name } }
        if !left.isEmpty {
            Console.tell(
                tr(
                    "An index needs a first figure above 0. Not in the chart: {series}.",
                    ["series": Words.list(left)]))
        }
        // Each series has its name beside its end: many of them need the height.
        let image = ChartImage(chart, height: max(300, Double(60 + 26 * chart.series.count)))
        do {
            try file.write(try bytes(of: image, as: Format(rawValue: file.suffix) ?? .pdf))
            for words in try image.missingCharacters().words { Console.tell(words) }
        } catch let error as CanvasError {
            throw ToolFailure(.usage, PrintError.words(of: error))
        }
    }

    private func chosenSeries(of map: ServiceMap) throws(ToolFailure) -> [Series] {
        let candidates = map.series.filter { !$0.isHeading && $0.values.values.contains { $0.number != nil } }
        var chosen: [Series] = []
        for name in series {
            chosen.append(
                try Chosen.one(
                    of: candidates, named: name, name: \.name,
                    none: { tr("There is no series «{name}» with figures; there are: {known}.", $0) },
                    several: { tr("Several series are called «{name}»: {known}.", $0) }))
        }
        if series.isEmpty { chosen = candidates.filter { one in map.outputs.contains { $0.id == one.id } } }
        guard !chosen.isEmpty else {
            throw ToolFailure(
                .usage, tr("The service «{name}» has no figures to draw.", ["name": map.name]))
        }
        return chosen
    }

    /// The years of each series about which a check has something to say.
    private func flaggedYears(in content: ArchiveContent) -> [UUID: Set<Int>] {
        var years: [UUID: Set<Int>] = [:]
        let findings = Checks.open(Checks.run(content: content), dismissals: content.dismissals)
        for finding in findings where finding.place.kind == .series {
            guard let id = finding.place.entity, let year = finding.place.year else { continue }
            years[id, default: []].insert(year)
        }
        return years
    }

    private func bytes(of image: ChartImage, as format: Format) throws -> Data {
        switch format {
        case .svg: try image.svg()
        case .png: try image.png()
        case .pdf: try image.pdf()
        }
    }
}
