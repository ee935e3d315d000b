import Reading

/// A row of a printed plain text, with the places where the print does not show whether a tab stands: blanks that end at
/// a stop, and ends of lines with room for one more.
struct PrintedRow {
    /// What a column holds.
    enum Kind { case blank, figure, text }

    private var text: String

    /// The row, marks among its characters.
    init(_ text: String) { self.text = text }

    /// What most of the rows hold in each column, from those with all columns, else from those that lack one; none where
    /// fewer than three rows tell it.
    static func kinds(of rows: ArraySlice<String>, columns: Int) -> [Kind] {
        guard columns > 0 else { return [] }
        let plain = rows.map { PrintedRow($0).plain }
        for missing in 0...1 {
            let complete = plain.filter { columns - $0.tabCount <= missing }
            guard complete.count >= 3 else { continue }
            let found = complete.map { cells(of: $0, columns: columns) }
            return (0...columns).map { column in commonest(found.map { $0[column] }) }
        }
        return []
    }

    private static func commonest(_ kinds: [Kind]) -> Kind {
        [.figure, .text, .blank].max { first, second in
            kinds.count { $0 == first } < kinds.count { $0 == second }
        } ?? .blank
    }

    /// The row without marks: tabs where one is missing and the cells are more like those of the rows around with it, ends
    /// of lines before blanks; before figures that end a row that is short, always.
    func settled(columns: Int, _ kinds: [Kind]) -> String {
        var row = self
        row.settleBeforeFigures(columns)
        while row.missing(columns) > 0, !kinds.isEmpty {
            let plain = row.likeness(to: kinds)
            let tried = row.marks.map { ($0, row.withTab(at: $0).likeness(to: kinds)) }
            guard let best = tried.map(\.1).max(), best > plain else { break }
            let places = tried.filter { $0.1 == best }.map(\.0)
            let ends = places.filter { row.text[$0] == PrintedGrid.room }
            guard let place = places.count == 1 ? places.first : ends.count == 1 ? ends.first : nil else {
                break
            }
            row = row.withTab(at: place)
        }
        return row.plain
    }

    private mutating func settleBeforeFigures(_ columns: Int) {
        guard missing(columns) > 0, let last = text.lastIndex(of: PrintedGrid.unsure),
            text[text.index(after: last)...].split(separator: "\t").allSatisfy(PrintedLine.isFigure)
        else { return }
        text.replaceSubrange(last...last, with: "\t")
    }

    /// The first of the places that may hold a tab; more are no row.
    private var marks: ArraySlice<String.Index> {
        text.indices.filter { text[$0] == PrintedGrid.room || text[$0] == PrintedGrid.unsure }.prefix(12)
    }

    private var plain: String {
        text.replacing(String(PrintedGrid.room), with: "").replacing(String(PrintedGrid.unsure), with: " ")
    }

    private func withTab(at mark: String.Index) -> PrintedRow {
        var row = self
        row.text.replaceSubrange(mark...mark, with: "\t")
        return row
    }

    private func missing(_ columns: Int) -> Int { columns - text.tabCount }

    /// How many cells are what their columns hold.
    private func likeness(to kinds: [Kind]) -> Int {
        zip(Self.cells(of: plain, columns: kinds.count - 1), kinds).count { $0 == $1 }
    }

    private static func cells(of row: String, columns: Int) -> [Kind] {
        let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map { cell -> Kind in
            cell.allSatisfy { $0 == " " } ? .blank : PrintedLine.isFigure(cell) ? .figure : .text
        }
        return cells + Array(repeating: .blank, count: max(0, columns + 1 - cells.count))
    }
}
