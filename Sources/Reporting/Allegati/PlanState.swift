import Localization
import Model
import Scoring

/// The tables of a plan's state: results by line, the objectives with their indicators, what is left out.
struct PlanState {
    let plan: Plan
    let score: PlanScore
    let session: PrintContext

    /// The tables of a plan.
    init(_ plan: Plan, score: PlanScore, session: PrintContext) {
        self.plan = plan
        self.score = score
        self.session = session
    }

    /// The results of the municipality, by line, by sector and by head.
    func summary(title: String) -> ReportSection {
        var blocks: [Block] = [.heading(Heading(1, title, aside: score.municipality.text(session.profile)))]
        blocks += [.paragraph(Paragraph(RichText(sizeWords))), .table(byLine)]
        blocks += groups(score.sectors, title: tr("Results by sector"), head: tr("Sector"))
        if !session.options.isAnonymous {
            blocks += groups(score.heads, title: tr("Results by head"), head: tr("Head"))
        }
        return ReportSection(title, orientation: .portrait, blocks: blocks)
    }

    /// A section a line.
    var lines: [ReportSection] {
        plan.lines.map { line in
            let lineScore = score.line(line.id)
            let title = line.codedTitle
            var blocks: [Block] = [
                .heading(Heading(1, title, aside: lineScore?.group.text(session.profile) ?? ""))
            ]
            if let group = lineScore?.group, group.isPartial, let without = group.leftOut.words {
                blocks.append(.note(tr("The figure is partial: {without}.", ["without": without])))
            }
            blocks += Paragraph.paragraphs(of: line.definition).map(Block.paragraph)
            for objective in line.objectives {
                let part = ObjectiveState(
                    objective, score: score.objective(objective.id), line: line, session: session)
                blocks += part.blocks
            }
            return ReportSection(title, orientation: .landscape, blocks: blocks)
        }
    }

    private var sizeWords: String {
        let objectives = plan.objectives
        let indicators = objectives.flatMap(\.indicators).count
        return tr(
            "The plan of {year} has {lines}, {objectives} and {indicators}.",
            [
                "year": String(plan.year),
                "lines": trn("{count} strategic line", "{count} strategic lines", plan.lines.count),
                "objectives": trn("{count} objective", "{count} objectives", objectives.count),
                "indicators": trn("{count} indicator", "{count} indicators", indicators),
            ])
    }

    private var byLine: ReportTable {
        let rows = plan.lines.map { line in
            let group = score.line(line.id)?.group
            let name = line.codedTitle
            return resultRow(name, group)
        }
        let total = resultRow(tr("Municipality"), score.municipality, kind: .total)
        return resultTable(
            title: tr("Results by strategic line"), head: tr("Strategic line"), rows: rows + [total])
    }

    private func groups(_ groups: [GroupScore], title: String, head: String) -> [Block] {
        let named = groups.filter { !PlanState.name(of: $0).isEmpty }
        guard !named.isEmpty else { return [] }
        let table = resultTable(
            title: title, head: head, rows: named.map { resultRow(PlanState.name(of: $0), $0) })
        return [.heading(Heading(2, title)), .table(table)]
    }

    private func resultTable(title: String, head: String, rows: [TableRow]) -> ReportTable {
        ReportTable(
            title: title,
            columns: [
                TableColumn(.share(1, min: 150)), TableColumn(.fit(min: 54, max: 72), .decimal),
                TableColumn(.fit(min: 54, max: 78), .decimal), TableColumn(.fit(min: 90, max: 140)),
            ],
            head: [ReportTable.head([head, tr("Objectives"), tr("% reached"), tr("Barometer")])], rows: rows)
    }

    private func resultRow(_ name: String, _ group: GroupScore?, kind: TableRow.Kind = .body) -> TableRow {
        let counted = group?.countedCount ?? 0
        let all = group?.members.count ?? 0
        let count =
            counted == all ? "\(all)" : tr("{counted} of {all}", ["counted": "\(counted)", "all": "\(all)"])
        let figure = group?.displayed.map { RichText(ItalianNumber.write($0, places: 2) + "%") }
        return TableRow(
            [
                TableCell(RichText(name) + without(group), isHeader: true), TableCell(RichText(count)),
                TableCell(figure ?? RichText("–", .dim)),
                TableCell(.barometer(group?.barometerBand(session.profile))),
            ], kind: kind)
    }

    /// What the figure of a group leaves out, below its name.
    private func without(_ group: GroupScore?) -> RichText {
        guard let group, group.isPartial, let words = group.leftOut.words else { return "" }
        return RichText("\n" + words, .dim)
    }

    private static func name(of group: GroupScore) -> String {
        switch group.scope {
        case .sector(let name), .head(let name): name
        case .line, .strategicObjective, .municipality: ""
        }
    }
}
