import Localization
import Model
import Scoring

/// The tables of a plan's state: results by line, the objectives with their indicators, what is left out.
struct PlanState {
    let plan: Plan
    let score: PlanScore
    let session: PrintContext
    let past: PastResults

    /// The tables of a plan.
    init(_ plan: Plan, score: PlanScore, session: PrintContext) {
        self.plan = plan
        self.score = score
        self.session = session
        past = PastResults(session)
    }

    /// The results of the municipality, by line, by sector and by head.
    func summary(title: String) -> ReportSection {
        var blocks: [Block] = [.heading(Heading(1, title, aside: score.municipality.text(session.profile)))]
        if let note = session.extractNote { blocks.append(note) }
        var size = Paragraph(RichText(sizeWords))
        size.isAboutDocument = true
        blocks += [.paragraph(size), .table(byLine)] + bands
        guard !session.options.isExtract else {
            if let sector = session.options.sector, session.options.tag == nil {
                let own = score.sectors.filter { group in
                    if case .sector(let name) = group.scope { return name.names(sector) }
                    return false
                }
                blocks += groups(own, title: tr("Results by sector"), head: tr("Sector"))
            }
            return ReportSection(title, orientation: .portrait, blocks: blocks)
        }
        blocks += groups(score.sectors, title: tr("Results by sector"), head: tr("Sector"))
        blocks += groups(score.heads, title: tr("Results by head"), head: tr("Head"))
        return ReportSection(title, orientation: .portrait, blocks: blocks)
    }

    /// A section a line.
    var lines: [SectionMaker] { plan.lines.map { line in SectionMaker { section(of: line) } } }

    private func section(of line: StrategicLine) -> ReportSection {
        let lineScore = score.line(line.id)
        let title = session.title(line.codedTitle)
        var blocks: [Block] = [
            .heading(session.heading(1, line.codedTitle, aside: lineScore?.group.text(session.profile) ?? ""))
        ]
        if let group = lineScore?.group, group.isPartial, let without = group.leftOut.words {
            blocks.append(.note(tr("The figure is partial: {without}.", ["without": without])))
        }
        blocks += Paragraph.paragraphs(of: line.definition).map(Block.paragraph)
        blocks += LineCharts(line, in: self).blocks
        for objective in line.objectives {
            let part = ObjectiveState(
                objective, score: score.objective(objective.id), line: line, session: session)
            blocks += part.blocks
        }
        return ReportSection(title, sharesPage: true, blocks: blocks)
    }

    /// The columns of an achievement: the figure, its bar, its barometer.
    static func figureColumns(hasBar: Bool) -> [TableColumn] {
        [TableColumn(.fit(min: 54, max: 78), .decimal)] + (hasBar ? [TableColumn(.fixed(114))] : [])
            + [TableColumn(.fit(min: 90, max: 140))]
    }

    static func figureHeads(hasBar: Bool) -> [String] {
        [tr("% reached")] + (hasBar ? [""] : []) + [tr("Barometer")]
    }

    /// The cells of an achievement; where there is none, words instead of it.
    static func figures(
        _ figure: ExactDecimal?, band: BarometerBand?, places: Int, instead: RichText?, hasBar: Bool
    ) -> [TableCell] {
        guard let figure else {
            return [TableCell(RichText("–", .dim))] + (hasBar ? [TableCell.empty] : [])
                + [TableCell(instead ?? "")]
        }
        let share = Double(figure.description).map { $0 / 100 } ?? 0
        let bar = TableCell("", meter: TableCell.Meter(share: share, colour: band?.colour))
        return [TableCell(RichText(ItalianNumber.write(figure, places: places) + "%"))]
            + (hasBar ? [bar] : [])
            + [TableCell(.barometer(band))]
    }

    private var sizeWords: String {
        let objectives = plan.objectives
        let indicators = objectives.flatMap(\.indicators).count
        let values = [
            "year": String(plan.year),
            "lines": trn("{count} strategic line", "{count} strategic lines", plan.lines.count),
            "objectives": trn("{count} objective", "{count} objectives", objectives.count),
            "indicators": trn("{count} indicator", "{count} indicators", indicators),
        ]
        return session.options.isExtract
            ? tr("The extract of the plan of {year} has {lines}, {objectives} and {indicators}.", values)
            : tr("The plan of {year} has {lines}, {objectives} and {indicators}.", values)
    }

    /// The results by line; where the archive knows those of the years before, with them and their trend instead of
    /// the bar.
    private var byLine: ReportTable {
        let years = past.years.suffix(PlanState.pastColumns)
        let rows = plan.lines.map { line in
            resultRow(session.titleText(line.codedTitle).plain, score.line(line.id)?.group, past: years) {
                past.figure(of: line, in: $0)
            }
        }
        let total = resultRow(
            tr("Municipality"), score.municipality, kind: .total, past: years, figure: past.municipality)
        return resultTable(
            title: tr("Results by strategic line"), head: tr("Strategic line"), past: years,
            rows: rows + [total])
    }

    /// So many years before the printed one have a column.
    private static let pastColumns = 2

    private func groups(_ groups: [GroupScore], title: String, head: String) -> [Block] {
        let named = groups.filter { !name(of: $0).isEmpty }
        guard !named.isEmpty else { return [] }
        let table = resultTable(
            title: title, head: head, rows: named.map { resultRow(name(of: $0), $0) })
        return [.heading(Heading(2, title)), .table(table)]
    }

    private func resultTable(
        title: String, head: String, past years: ArraySlice<Int> = [], rows: [TableRow]
    ) -> ReportTable {
        let hasBar = session.options.hasCharts && years.isEmpty
        let hasTrend = session.options.hasCharts && !years.isEmpty
        let pastColumn = TableColumn(.fit(min: 42, max: 60), .decimal)
        return ReportTable(
            title: title,
            columns: [
                TableColumn(.share(1, min: years.isEmpty ? 150 : 120)),
                TableColumn(.fit(min: 54, max: 72), .decimal),
            ] + years.map { _ in pastColumn } + (hasTrend ? [TableColumn(.fixed(60))] : [])
                + PlanState.figureColumns(hasBar: hasBar),
            head: [
                ReportTable.head(
                    [head, tr("Objectives")] + years.map { tr("% in {year}", ["year": "\($0)"]) }
                        + (hasTrend ? [tr("Trend")] : []) + PlanState.figureHeads(hasBar: hasBar))
            ], rows: rows)
    }

    private func resultRow(
        _ name: String, _ group: GroupScore?, kind: TableRow.Kind = .body, past years: ArraySlice<Int> = [],
        figure: (Int) -> ExactDecimal? = { _ in nil }
    ) -> TableRow {
        let counted = group?.countedCount ?? 0
        let all = group?.members.count ?? 0
        let count =
            counted == all ? "\(all)" : tr("{counted} of {all}", ["counted": "\(counted)", "all": "\(all)"])
        return TableRow(
            [TableCell(RichText(name) + without(group), isHeader: true), TableCell(RichText(count))]
                + pastCells(name, years, now: group?.displayed, figure: figure)
                + PlanState.figures(
                    group?.displayed, band: group?.barometerBand(session.profile), places: 2, instead: nil,
                    hasBar: session.options.hasCharts && years.isEmpty), kind: kind)
    }

    /// The figures of the years before, and their trend with this year's.
    private func pastCells(
        _ name: String, _ years: ArraySlice<Int>, now: ExactDecimal?, figure: (Int) -> ExactDecimal?
    ) -> [TableCell] {
        guard !years.isEmpty else { return [] }
        let cells = years.map { year in
            TableCell(
                figure(year).map { RichText(ItalianNumber.write($0, places: 2) + "%") } ?? RichText("–", .dim)
            )
        }
        guard session.options.hasCharts else { return cells }
        let trend = past.series(name, last: PlanState.pastColumns, now: now, figure: figure)
        return cells + [TableCell("", trend: trend)]
    }

    /// What the figure of a group leaves out, below its name.
    private func without(_ group: GroupScore?) -> RichText {
        guard let group, group.isPartial, let words = group.leftOut.words else { return "" }
        return RichText("\n" + words, .dim)
    }

    /// The name of a sector or of a head, or the head's pseudonym.
    private func name(of group: GroupScore) -> String {
        switch group.scope {
        case .sector(let name): session.title(name)
        case .head(let name): name.isEmpty ? "" : session.name(name)
        case .line, .strategicObjective, .municipality: ""
        }
    }
}
