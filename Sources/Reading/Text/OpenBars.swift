/// Whether the bars of a table close its rows (`| a | b |`) or only part its cells (`a | b`). In an open table a bar at
/// the beginning of a row says that its first cell is empty.
struct OpenBars {
    /// Most rows of the text with bars have none at their beginning.
    private let areUsual: Bool

    /// Looks at all rows of a text that have bars.
    init(_ rows: some Sequence<String>) {
        let ends = rows.map(Ends.init)
        areUsual = ends.count { !$0.opens } > ends.count { $0.opens && $0.closes }
    }

    /// True for a table of these rows that is open.
    func part(_ rows: some Sequence<String>) -> Bool {
        let ends = rows.map(Ends.init)
        let marked = ends.filter(\.opens)
        guard let most = marked.map(\.bars).max() else { return true }
        // A closed row has two bars more than an open one of as many cells.
        guard let plain = ends.lazy.filter({ !$0.opens }).map(\.bars).max() else {
            return areUsual && !marked.allSatisfy(\.closes)
        }
        return most <= plain
    }

    private struct Ends {
        let opens: Bool
        let closes: Bool
        let bars: Int

        init(_ row: String) {
            let text = BarRow.unified(row).trimmedEnds
            opens = text.utf8.first == BarRow.bar
            closes = text.utf8.last == BarRow.bar
            bars = text.utf8.count { $0 == BarRow.bar }
        }
    }
}
