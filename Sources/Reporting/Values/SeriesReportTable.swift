import Localization
import Model

/// Figures over the years as a table: a row a series, a column a year.
struct SeriesReportTable {
    private let series: [Series]
    private let title: String
    private let nameHead: String
    private let footnotes: [Footnote]

    /// The table of a service's series; of its footnotes those are printed that this table calls.
    init(_ series: [Series], title: String, nameHead: String, footnotes: [Footnote]) {
        self.series = series
        self.title = title
        self.nameHead = nameHead
        self.footnotes = footnotes
    }

    /// The table; with trends its last column draws each series.
    func table(hasTrends: Bool) -> ReportTable {
        let years = Set(series.flatMap(\.years)).sorted()
        let isDrawn = series.contains { $0.values.values.count { $0.number != nil } > 1 }
        let hasTrends = hasTrends && years.count > 2 && isDrawn
        var notes = NoteBook()
        for footnote in footnotes where isCalled(footnote) {
            notes.add(mark: footnote.mark, text: footnote.text)
        }
        let rows = series.map { row(of: $0, years: years, hasTrends: hasTrends, notes: &notes) }
        let yearColumn = TableColumn(.fit(min: 42, max: 66), .decimal, uniform: true)
        return ReportTable(
            title: title,
            columns: [TableColumn(.share(1, min: 96))] + years.map { _ in yearColumn }
                + (hasTrends ? [TableColumn(.fixed(60))] : []),
            head: [
                TableRow(
                    [TableCell(RichText(nameHead))]
                        + years.map { TableCell(RichText(String($0)), alignment: .trailing) }
                        + (hasTrends ? [TableCell(RichText(tr("Trend")))] : []))
            ], rows: rows, notes: notes.notes)
    }

    private func row(of series: Series, years: [Int], hasTrends: Bool, notes: inout NoteBook) -> TableRow {
        let hasFigures = !series.isHeading || !series.values.isEmpty
        guard hasFigures else {
            return TableRow([TableCell(RichText(series.name), span: years.count + 2)], kind: .group)
        }
        var cells = years.map { TableCell(notes.text(of: series.values[$0] ?? .notEntered)) }
        if hasTrends { cells.append(TableCell("", trend: ChartSeries(series, years: years))) }
        return TableRow([TableCell(RichText(series.name), isHeader: true)] + cells, indent: depth(of: series))
    }

    /// How many series stand above this one, at most 3; a circle of parents ends there too.
    private func depth(of series: Series) -> Int {
        var depth = 0
        var parent = series.parentID
        while let id = parent, depth < 3, let above = self.series.first(where: { $0.id == id }) {
            depth += 1
            parent = above.parentID
        }
        return depth
    }

    /// Whether a figure or a name of the table ends with the note's mark.
    func isCalled(_ footnote: Footnote) -> Bool {
        let values = series.flatMap(\.values.values)
        return values.contains { $0.mark == footnote.mark || $0.raw.hasMark(footnote.mark) }
            || series.contains { $0.name.hasMark(footnote.mark) }
    }
}

extension String {
    /// The text bears this mark, and not a longer one of the same sign (`**` is not `*`).
    func hasMark(_ mark: String) -> Bool {
        guard let sign = mark.first, mark.allSatisfy({ $0 == sign }) else {
            return !mark.isEmpty && contains(mark)
        }
        var run = 0
        for character in self + " " {
            if character == sign {
                run += 1
            } else {
                if run == mark.count { return true }
                run = 0
            }
        }
        return false
    }
}
