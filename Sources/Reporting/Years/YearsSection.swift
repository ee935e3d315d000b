import Foundation
import Localization
import Model
import Scoring

/// The indicators of a plan that are followed over several years, for the report: target, actual and achievement of each
/// year beside each other (D.Lgs. 150/2009 art. 5: comparability over time).
struct YearsSection {
    /// How many years stand beside each other at most.
    private static let most = 6

    private let plan: Plan
    private let session: PrintContext
    private let links: IndicatorLinks

    /// The indicators of what is printed of a plan.
    init(_ plan: Plan, session: PrintContext) {
        self.plan = plan
        self.session = session
        links = IndicatorLinks(session.content)
    }

    /// The section; none where no indicator goes on with one of an earlier year.
    var sections: [SectionMaker] {
        let title = tr("Indicators over the years")
        let tables = plan.lines.flatMap(blocks)
        guard !tables.isEmpty else { return [] }
        let note = Block.note(
            tr("Indicators of this plan that go on with those of earlier plans; each year by its own rules."))
        return [
            SectionMaker {
                ReportSection(
                    title, orientation: .portrait, sharesPage: true,
                    blocks: [.heading(Heading(1, title)), note] + tables)
            }
        ]
    }

    private func blocks(of line: StrategicLine) -> [Block] {
        let followed = line.objectives.flatMap(\.indicators).map { indicator in
            let chain = links.chain(of: indicator.id, year: plan.year).filter { $0.year <= plan.year }
            return IndicatorYear.series(of: chain, in: session.content)
        }.filter { $0.count > 1 }
        guard !followed.isEmpty else { return [] }
        let title = session.title(line.codedTitle)
        return [.heading(Heading(2, title)), .table(table(followed, of: title))]
    }

    private func table(_ followed: [[IndicatorYear]], of line: String) -> ReportTable {
        let years = Array(Set(followed.flatMap { $0.map(\.year) }).sorted().suffix(YearsSection.most))
        var notes = NoteBook()
        var rows: [TableRow] = []
        for series in followed {
            let own = Dictionary(series.map { ($0.year, $0) }, uniquingKeysWith: { first, _ in first })
            let hasTrend = hasTrend(over: years)
            let name = series.last?.indicator.name ?? ""
            rows.append(
                TableRow([TableCell(RichText(name), span: years.count + (hasTrend ? 2 : 1))], kind: .group))
            rows.append(
                row(tr("Target"), years, hasTrend: hasTrend, trend: nil) { year in
                    own[year].map { notes.text(of: $0.target) } ?? YearsSection.nothing
                })
            rows.append(
                row(tr("Actual"), years, hasTrend: hasTrend, trend: series.chart(title: name)?.series.last) {
                    year in
                    guard let found = own[year] else { return YearsSection.nothing }
                    let text = notes.text(of: found.actual)
                    return found.changes.isEmpty ? text : text + notes.call(found.changeWords)
                })
            rows.append(
                row(tr("% reached"), years, hasTrend: hasTrend, trend: series.achievements) { year in
                    guard let found = own[year] else { return YearsSection.nothing }
                    return found.achievement.map { RichText(ItalianNumber.write($0) + "%") }
                        ?? RichText(found.score.state.title, .dim)
                })
        }
        return table(rows, years, of: line, notes: notes)
    }

    private func table(_ rows: [TableRow], _ years: [Int], of line: String, notes: NoteBook) -> ReportTable {
        let yearColumn = TableColumn(.fit(min: 42, max: 66), .decimal, uniform: true)
        let hasTrend = hasTrend(over: years)
        return ReportTable(
            title: tr("Indicators of {line} over the years", ["line": line]),
            columns: [TableColumn(.share(1, min: 84))] + years.map { _ in yearColumn }
                + (hasTrend ? [TableColumn(.fixed(60))] : []),
            head: [
                TableRow(
                    [TableCell("")]
                        + years.map { TableCell(RichText(String($0)), alignment: .trailing) }
                        + (hasTrend ? [TableCell(RichText(tr("Trend")))] : []))
            ], rows: rows, notes: notes.notes)
    }

    /// Two years make no trend.
    private func hasTrend(over years: [Int]) -> Bool { session.options.hasCharts && years.count > 2 }

    private func row(
        _ name: String, _ years: [Int], hasTrend: Bool, trend: ChartSeries?, _ text: (Int) -> RichText
    ) -> TableRow {
        var cells = [TableCell(RichText(name), isHeader: true)] + years.map { TableCell(text($0)) }
        if hasTrend {
            let isDrawn = trend.map { $0.known.count > 2 } ?? false
            cells.append(isDrawn ? TableCell("", trend: trend) : .empty)
        }
        return TableRow(cells, indent: 1)
    }

    /// The indicator was in no plan of the year.
    private static var nothing: RichText { RichText("–", .dim) }
}
