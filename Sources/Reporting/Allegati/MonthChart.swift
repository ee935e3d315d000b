import Localization
import Model

/// Phases over the months of a year, as a table with bars.
struct MonthChart {
    private let phases: [Phase]
    private let year: Int
    private let title: (String) -> String

    /// The chart of phases in a year; `title` sets what is written in capitals as a reader reads it.
    init(_ phases: [Phase], year: Int, title: @escaping (String) -> String) {
        self.phases = phases
        self.year = year
        self.title = title
    }

    /// The table: a row a phase, a column a month. The months are said in words too.
    var table: ReportTable {
        var table = ReportTable(
            title: tr("Timetable"),
            columns: [TableColumn(.share(1, min: 150))]
                + Array(repeating: TableColumn(.fixed(21), .center), count: 12),
            head: [ReportTable.head([tr("Phase")] + (1...12).map(Words.shortMonth))], rows: phases.map(row))
        table.aside = trc("phases", "Times")
        return table
    }

    private func row(of phase: Phase) -> TableRow {
        var name = RichText(title(phase.title))
        let timing = phase.timing.trimmingWhitespace()
        let words = timing.isEmpty ? phase.spans.map(\.words).joined(separator: ", ") : timing
        if !words.isEmpty, !phase.title.contains(words) { name += RichText("\n" + title(words), .dim) }
        let months = Set((1...12).filter { number in phase.spans.contains { $0.contains(year, number) } })
        let cells = (1...12).map { number in
            guard months.contains(number) else { return TableCell.empty }
            return TableCell(
                "",
                bar: .through(begins: !months.contains(number - 1), ends: !months.contains(number + 1)))
        }
        return TableRow([TableCell(name, isHeader: true)] + cells)
    }
}

extension MonthSpan {
    /// The month is within the span.
    func contains(_ year: Int, _ number: Int) -> Bool {
        let month = Month(year: year, number: number)
        return from <= month && month <= to
    }

    /// `gennaio–marzo 2024`; with both years where the span has two.
    var words: String {
        let last = Words.monthOfYear(year: to.year, month: to.number)
        if from == to { return last }
        let first =
            from.year == to.year
            ? Words.month(from.number) : Words.monthOfYear(year: from.year, month: from.number)
        return first + "–" + last
    }
}
