/// Rows of a table of blanks whose figures stand on the first line of each, beside texts that go on in the lines below.
/// Texts at the left go over several such rows, and their lines stand beside those of the rows:
///
///     1.1   Riqualificazione della    30   Alberi piantati             40
///           piazza e delle vie che         lungo le vie
///           portano ad essa                Panchine nuove              12
///     1.2   Apertura del museo        20   Visitatori                  900
struct AnchoredLines {
    /// A row: its first line, and the texts of its cells.
    struct Row {
        /// The first of its lines.
        var line: Int
        /// The text of each cell, empty where it has none.
        var texts: [String]
    }

    private let lines: [WrappedLine]
    private let widths: [Int]
    /// Columns of figures and of codes.
    private let figures: [Bool]
    /// The lines on which rows begin.
    private let anchors: Set<Int>
    /// The column of text that has a cell in each row; those before it may go over several.
    private let named: Int
    /// The columns of figures or codes before it.
    private let keys: [Int]
    /// The first line of the rows.
    let start: Int

    /// Nil where the figures do not stand on the first lines of rows.
    init?(_ lines: [WrappedLine], figures: [Bool], widths: [Int]) {
        self.lines = lines
        self.widths = widths
        let columns = figures.indices
        var isFigure = columns.map { figures[$0] || Self.areCodes(lines, $0) }
        var texts = columns.filter { !isFigure[$0] }
        guard
            let start = lines.firstIndex(where: { line in
                !line.spans.contains { $0 > 1 } && texts.contains { !line.texts[$0].isEmpty }
                    && columns.contains { isFigure[$0] && Self.isValue(line.texts[$0]) }
                    && (!isFigure[0] || !line.texts[0].isEmpty)
            })
        else { return nil }
        self.start = start
        // The lines of the head are none of the column's.
        isFigure = columns.map { Self.areValues(lines[start...], $0) ?? isFigure[$0] }
        texts = columns.filter { !isFigure[$0] }
        self.figures = isFigure
        let anchors = lines.indices.filter { index in
            index == start
                || index > start && columns.contains { isFigure[$0] && Self.begins(lines, index, $0) }
        }
        let named = texts.filter { text in
            anchors.allSatisfy { !lines[$0].texts[text].isEmpty }
                && columns.contains { $0 > text && isFigure[$0] }
        }
        // Beside what is named a state may stand in each row: `in corso`.
        let isWrapped = named.last { text in
            lines[start...].contains { $0.texts[text].count >= Self.longState }
                || lines.indices.contains {
                    $0 > start && !anchors.contains($0) && !lines[$0].texts[text].isEmpty
                }
        }
        guard !anchors.isEmpty, anchors.count < lines.count - start, let named = isWrapped ?? named.last
        else { return nil }
        let small = anchors.count { lines[$0].texts[named].first?.isLowercase ?? false }
        guard small * 8 <= anchors.count else { return nil }
        self.anchors = Set(anchors)
        self.named = named
        keys = columns.filter { $0 < named && isFigure[$0] }
    }

    /// A state has fewer letters than this.
    private static let longState = 20

    /// Most cells are codes: `1.1`, `OB2`, `a)`.
    private static func areCodes(_ lines: [WrappedLine], _ column: Int) -> Bool {
        let cells = lines.map { $0.texts[column] }.filter { !$0.isEmpty }
        return cells.count { isCode($0) } * 10 >= cells.count * 6
    }

    /// Half of the cells are figures or codes; nil where there are none.
    private static func areValues(_ lines: ArraySlice<WrappedLine>, _ column: Int) -> Bool? {
        let cells = lines.map { $0.texts[column] }.filter { !$0.isEmpty }
        return cells.isEmpty ? nil : cells.count { isValue($0) } * 2 >= cells.count
    }

    private static func isCode(_ text: String) -> Bool {
        text.utf8.count <= 8 && !text.contains(" ")
            && (text.contains(where: \.isNumber) || text.utf8.count == 2 && text.last == ")")
    }

    private static func isValue(_ text: String) -> Bool { WrappedRows.isFigure(text) || isCode(text) }

    /// Whether a value begins in a cell; one whose words wait for a figure goes on: `entro il`, `almeno`.
    private static func begins(_ lines: [WrappedLine], _ index: Int, _ column: Int) -> Bool {
        let text = lines[index].texts[column]
        guard !text.isEmpty else { return false }
        guard index > 0, case let above = lines[index - 1].texts[column], !above.isEmpty else {
            return true
        }
        guard let first = text.split(separator: " ").first else { return false }
        if TextJoin.isCount(text) { return true }
        return above.contains(where: \.isNumber)
            ? first.first?.isLowercase != true || openers.contains(first) : first.first?.isUppercase == true
    }

    /// Words that a value begins with: `entro il`, `non oltre`, `in corso`.
    private static let openers: Set<Substring> = [
        "entro", "non", "almeno", "massimo", "minimo", "oltre", "fino", "pari", "meno", "maggiore", "minore",
        "superiore", "inferiore", "si", "sì", "no", "in",
    ]

    /// The rows, and the line behind them: up to a blank line where a text below it stands in a place that no row explains;
    /// nil where there is no such line.
    func rows() -> (rows: [Row], end: Int)? {
        var last = start
        if let rows = rows(before: lines.count, last: &last) { return (rows, lines.count) }
        guard last > start,
            let end = ((start + 1)...last).last(where: { lines[$0].group != lines[$0 - 1].group }),
            let rows = rows(before: end, last: &last)
        else { return nil }
        return (rows, end)
    }

    /// The rows of the lines before one; `last`: the last line that was looked at.
    private func rows(before end: Int, last: inout Int) -> [Row]? {
        var rows: [Row] = []
        /// The row that the last text of each column belongs to.
        var open = [Int?](repeating: nil, count: figures.count)
        var joins = 0, doubtful = 0
        for index in start..<end {
            last = index
            let line = lines[index]
            let isNext = index > start && line.group == lines[index - 1].group
            if line.spans.contains(where: { $0 > 1 }) {
                guard line.filled.count == 1 else { return nil }
                rows.append(Row(line: index, texts: line.texts))
                open = open.map { _ in nil }
                continue
            }
            let begins = anchors.contains(index)
            let isWhole = begins && (keys.contains { !line.texts[$0].isEmpty } || keys.isEmpty && !isNext)
            if begins {
                rows.append(Row(line: index, texts: Array(repeating: "", count: figures.count)))
            }
            for column in line.filled {
                let text = line.texts[column]
                let above = index > 0 ? lines[index - 1].texts[column] : ""
                if begins, isWhole || column >= named && !goesOn(index, column) {
                    rows[rows.count - 1].texts[column] = text
                    open[column] = rows.count - 1
                    continue
                }
                if begins, keys.isEmpty, column < named {
                    // A text of its own, or the rest of the one above.
                    guard let isRest = isRest(text, after: above, column) else { return nil }
                    if !isRest {
                        rows[rows.count - 1].texts[column] = text
                        open[column] = rows.count - 1
                        continue
                    }
                }
                // The rest of a row of the page before.
                if rows.count == 1, open[column] == nil, begins {
                    rows[0].texts[column] = text
                    open[column] = 0
                    continue
                }
                guard isNext, !above.isEmpty, let row = open[column] else { return nil }
                joins += 1
                if !fits(text, after: above, column) { doubtful += 1 }
                TextJoin.append(text, to: &rows[row].texts[column])
            }
        }
        guard doubtful * 8 <= joins else { return nil }
        return rows
    }

    /// A value that waits for its figure.
    private func goesOn(_ index: Int, _ column: Int) -> Bool {
        figures[column] && index > start && !lines[index - 1].texts[column].isEmpty
            && !Self.begins(lines, index, column)
    }

    /// Whether a text on the first line of a row is the rest of the one above; nil where it may be either.
    private func isRest(_ text: String, after above: String, _ column: Int) -> Bool? {
        guard !above.isEmpty else { return false }
        if TextJoin.beginsSmall(text) { return true }
        return fits(text, after: above, column) ? nil : false
    }

    /// Whether a text may go on with the one above: it begins as no text does, or its first word had no room there.
    private func fits(_ text: String, after above: String, _ column: Int) -> Bool {
        guard let first = text.first else { return true }
        if TextJoin.beginsSmall(text) || !first.isLetter && !first.isNumber { return true }
        let word = text.prefix { $0 != " " }
        return (above.unicodeScalars.count + 1 + word.unicodeScalars.count) * 10 > widths[column] * 9
    }
}
