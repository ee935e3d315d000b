import Localization
import Model
import Scoring

/// How many indicators stand in which band of the barometer.
struct IndicatorBands {
    /// The bands, the best first, with how many indicators stand in each.
    let counts: [(band: BarometerBand, count: Int)]
    /// How many have no score.
    let without: Int

    /// Counts the scores of indicators by the bands of a profile.
    init(_ scores: [IndicatorScore], profile: ScoringProfile) {
        let found = scores.map { $0.barometerBand(profile) }
        counts = profile.barometer.sorted { $0.from > $1.from }.map { band in
            (band, found.count { $0 == band })
        }
        without = found.count { $0 == nil }
    }

    /// How many there are.
    var all: Int { counts.reduce(without) { $0 + $1.count } }

    /// The counts in words with their signs; nothing where no indicator has a score.
    var words: RichText {
        let told = counts.filter { $0.count > 0 }
        guard !told.isEmpty else { return "" }
        // No colon: read again it would make a label of the words before it.
        var text = RichText(trn("{count} indicator", "{count} indicators", all))
        for entry in told { text += RichText("  ·  \(entry.count) ") + .barometer(entry.band) }
        guard without > 0 else { return text }
        return text + RichText("  ·  " + tr("{count} without a score", ["count": "\(without)"]), .dim)
    }

    /// The shares of the bands as a bar; nil for no indicator.
    var meter: TableCell.Meter? {
        guard all > 0 else { return nil }
        return TableCell.Meter(
            counts.filter { $0.count > 0 }.map { entry in
                TableCell.Meter.Part(share: Double(entry.count) / Double(all), colour: entry.band.colour)
            })
    }
}

extension PlanState {
    /// The indicators of each line by the bands in which they stand; nothing for one line alone.
    var bands: [Block] {
        guard plan.lines.count > 1 else { return [] }
        let title = tr("Indicators by barometer")
        let lines = plan.lines.map { line in
            (session.titleText(line.codedTitle).plain, bands(of: line.objectives))
        }
        let total = (tr("Municipality"), bands(of: plan.objectives))
        guard total.1.without < total.1.all else { return [] }
        let hasBar = session.options.hasCharts
        let figure = TableColumn(.fit(min: 42, max: 60), .decimal)
        let columns =
            [TableColumn(.share(1, min: 120)), figure]
            + total.1.counts.map { _ in TableColumn(.fit(min: 52, max: 84), .decimal) } + [figure]
        let heads =
            [RichText(tr("Strategic line")), RichText(tr("Total"))]
            + total.1.counts.map { .barometer($0.band) } + [RichText(tr("No score"))]
        let rows =
            lines.map { row($0.0, $0.1, hasBar: hasBar) }
            + [row(total.0, total.1, hasBar: hasBar, kind: .total)]
        let table = ReportTable(
            title: title, columns: columns + (hasBar ? [TableColumn(.fixed(54))] : []),
            head: [TableRow((heads + (hasBar ? [RichText(tr("Shares"))] : [])).map { TableCell($0) })],
            rows: rows)
        return [.heading(Heading(2, title)), .table(table)]
    }

    /// The indicators of objectives by their bands.
    func bands(of objectives: [Objective]) -> IndicatorBands {
        IndicatorBands(
            objectives.flatMap { score.objective($0.id)?.members ?? [] }.map(\.score),
            profile: session.profile)
    }

    private func row(
        _ name: String, _ bands: IndicatorBands, hasBar: Bool, kind: TableRow.Kind = .body
    ) -> TableRow {
        let figures = [bands.all] + bands.counts.map(\.count) + [bands.without]
        let cells = figures.map { TableCell(RichText("\($0)", $0 == 0 ? .dim : .regular)) }
        return TableRow(
            [TableCell(RichText(name), isHeader: true)] + cells
                + (hasBar ? [TableCell("", meter: bands.meter)] : []), kind: kind)
    }
}
