import Localization
import Model
import Scoring

/// The charts of a strategic line, with which its part of a document begins: what its objectives reached, of which
/// indicators that is made up, and how it went over the years.
///
/// They stand together on one page where it can hold them. With years to show they nearly fill it; without, a table with
/// bars is all, which a page of its own would leave white: so they stand wherever the part begins, right above the
/// objectives of which they tell.
struct LineCharts {
    private let line: StrategicLine
    private let state: PlanState

    /// The charts of a line of a plan.
    init(_ line: StrategicLine, in state: PlanState) {
        self.line = line
        self.state = state
    }

    private var session: PrintContext { state.session }

    /// The charts; nothing where they are not asked for.
    var blocks: [Block] {
        guard session.options.hasCharts else { return [] }
        let trends = trends
        return outcome + overview(keepsWithNext: !trends.isEmpty) + trends
    }

    // MARK: The year

    /// How many indicators are in which band, in words with their signs.
    private var outcome: [Block] {
        let bands = state.bands(of: line.objectives)
        guard bands.all > 1, !bands.words.isEmpty else { return [] }
        return [.paragraph(Paragraph(bands.words, keepsWithNext: true))]
    }

    /// The achievements of the objectives as bars, and the indicators of each as stretches of another one, as wide as
    /// they weigh; nothing for one objective alone.
    private func overview(keepsWithNext: Bool) -> [Block] {
        guard line.objectives.count > 1 else { return [] }
        let rows = line.objectives.map { objective in
            let score = state.score.objective(objective.id)
            return TableRow(
                [TableCell(session.titleText(objective.codedTitle), isHeader: true)]
                    + PlanState.figures(
                        score?.displayed, band: score?.barometerBand(session.profile), places: 0,
                        instead: score?.text(session.profile), hasBar: true)
                    + [TableCell("", meter: parts(of: objective))], keepsWithNext: true)
        }
        var table = ReportTable(
            title: tr("Achievements of {line}", ["line": session.title(line.codedTitle)]),
            columns: [TableColumn(.share(1, min: 132))] + PlanState.figureColumns(hasBar: true)
                + [TableColumn(.fixed(90))],
            head: [
                ReportTable.head([tr("Objective")] + PlanState.figureHeads(hasBar: true) + [tr("Made up of")])
            ], rows: rows,
            notes: [
                TableNote(
                    mark: "",
                    text: tr(
                        "The bars go from 0 to 100%. Made up of: each indicator as wide as it weighs, in the colour of its barometer."
                    ))
            ])
        table.keepsWithNext = keepsWithNext
        return [.table(table)]
    }

    private func members(of objective: Objective) -> [ObjectiveScore.Member] {
        state.score.objective(objective.id)?.members ?? []
    }

    /// The indicators that count, by their weights; nil where none does.
    private func parts(of objective: Objective) -> TableCell.Meter? {
        let parts = members(of: objective).compactMap { member -> TableCell.Meter.Part? in
            guard let share = member.share, let number = Double(share.rounded(places: 3).description) else {
                return nil
            }
            return TableCell.Meter.Part(
                share: number / 100, colour: member.score.barometerBand(session.profile)?.colour)
        }
        return parts.isEmpty ? nil : TableCell.Meter(parts)
    }

    // MARK: The years

    /// What the line reached over the years as a chart, and its objectives as small ones side by side; nothing for fewer
    /// than three years with a figure.
    private var trends: [Block] {
        let past = state.past
        let own = past.series(
            session.title(line.codedTitle), now: state.score.line(line.id)?.group.displayed
        ) { past.figure(of: line, in: $0) }
        let others = line.objectives.map { objective in
            past.series(
                session.title(objective.codedTitle), now: state.score.objective(objective.id)?.displayed
            ) { past.figure(of: objective, in: $0) }
        }
        let large = own.known.count > 2 ? [TrendChart(title: own.name, series: [own])] : []
        let small = TrendChart.smallMultiples(others)
        guard !large.isEmpty || !small.isEmpty else { return [] }
        return [.paragraph(Paragraph(RichText(tr("Results over the years, in per cent")), .label))]
            + (large.isEmpty ? [] : [.charts(large, perRow: 1)])
            + (small.isEmpty ? [] : [.charts(small, perRow: 3)])
    }
}
