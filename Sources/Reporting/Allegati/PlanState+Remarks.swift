import Localization
import Model
import Scoring

extension PlanState {
    /// What was left out, set by hand or changed in the year; no section where there is none of it.
    var remarks: [SectionMaker] {
        let blocks = neutralised + overrides + reprogrammings
        guard !blocks.isEmpty else { return [] }
        let title = tr("Neutralised indicators, valued achievements, changes")
        return [
            SectionMaker {
                ReportSection(title, sharesPage: true, blocks: [.heading(Heading(1, title))] + blocks)
            }
        ]
    }

    private typealias Entry = (line: StrategicLine, objective: Objective, indicator: Indicator)

    private var indicators: [Entry] {
        plan.lines.flatMap { line in
            line.objectives.flatMap { objective in objective.indicators.map { (line, objective, $0) } }
        }
    }

    private var neutralised: [Block] {
        let entries = indicators.filter { $0.indicator.isNeutralised }
        guard !entries.isEmpty else { return [] }
        let title = tr("Neutralised indicators")
        let table = ReportTable(
            title: title, columns: PlanState.columns,
            head: [ReportTable.head([tr("Objective"), tr("Indicator"), tr("Reason")])],
            rows: rows(of: entries) { entry in
                let reason = entry.indicator.neutralisationReason
                return reason.isEmpty ? RichText(tr("no reason given"), .dim) : RichText(reason)
            })
        return [.heading(Heading(2, title)), .table(table)]
    }

    private var overrides: [Block] {
        let entries = indicators.filter { $0.indicator.scoreOverride != nil }
        guard !entries.isEmpty else { return [] }
        let title = tr("Achievements set by hand")
        let table = ReportTable(
            title: title, columns: PlanState.columns,
            head: [ReportTable.head([tr("Objective"), tr("Indicator"), tr("Calculated and set")])],
            rows: rows(of: entries) { entry in RichText(bothFigures(of: entry.indicator)) })
        return [.heading(Heading(2, title)), .table(table)]
    }

    private func bothFigures(of indicator: Indicator) -> String {
        let calculated = score.indicator(indicator.id)?.score.calculated?.rounded(places: 0)
        let figure = calculated.map { ItalianNumber.write($0) + "%" } ?? "–"
        let words = indicator.scoreOverride?.words(isAnonymous: session.options.isAnonymous) ?? ""
        return tr("Calculated {figure}.", ["figure": figure]) + " " + words
    }

    private var reprogrammings: [Block] {
        let objectives = plan.objectives.filter { !$0.reprogrammings.isEmpty }
        guard !objectives.isEmpty else { return [] }
        return [.heading(Heading(2, tr("Changes made in the year")))]
            + objectives.flatMap { objective in
                [Block.paragraph(Paragraph(RichText(session.title(objective.title)), .label))]
                    + objective.reprogrammings.map { .paragraph(Paragraph($0.text, .item)) }
            }
    }

    private static let columns = [
        TableColumn(.share(2, min: 90)), TableColumn(.share(2, min: 90)), TableColumn(.share(3, min: 120)),
    ]

    /// A row an indicator, under its line as a group.
    private func rows(of entries: [Entry], text: (Entry) -> RichText) -> [TableRow] {
        var rows: [TableRow] = []
        for line in plan.lines {
            let own = entries.filter { $0.line.id == line.id }
            guard !own.isEmpty else { continue }
            rows.append(TableRow([TableCell(RichText(session.title(line.title)), span: 3)], kind: .group))
            rows += own.map { entry in
                TableRow([
                    TableCell(RichText(session.title(entry.objective.title))),
                    TableCell(RichText(entry.indicator.name)),
                    TableCell(text(entry)),
                ])
            }
        }
        return rows
    }
}
