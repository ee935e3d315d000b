/// Joins the lines of cells that were wrapped to the width of their column.
///
/// A line continues the row above it only where every sign allows it: it adds to cells that the line above filled; its
/// first word did not fit there any more; it adds nothing to a figure; it does not fill all columns. Where a sign is
/// missing, the line stays a row of its own, and who knows the trade may join it still: a row that was split can be
/// told, two rows in one cannot.
struct WrappedRows {
    private let lines: [WrappedLine]
    private let widths: [Int]
    private let figures: [Bool]
    private let groupsAreRows: Bool
    private let areCounted: Bool
    /// A line goes on with another only where one of its texts begins small.
    private let beginsSmall: Bool
    /// The columns of figures that each row fills on its first line.
    private let anchors: [Int]

    /// The lines of a table, and where its columns stand; `isDrawn`: bars stand between the columns, so that a line may
    /// well be a row whatever its texts fill.
    init(_ lines: [WrappedLine], cores: [Range<Int>], isDrawn: Bool = false) {
        self.lines = lines
        beginsSmall = isDrawn
        widths = Self.widths(lines, cores)
        figures = cores.indices.map { column in
            let filled = lines.filter { !$0.texts[column].isEmpty }
            return filled.count { Self.isFigure($0.texts[column]) } * 2 >= filled.count
        }
        groupsAreRows = WrappedGroups.areRows(lines.map(\.texts), lines.map(\.group))
        areCounted = Self.areCounted(lines, figures)
        anchors = Self.anchors(lines, figures)
    }

    /// The columns of figures, two at least, where every line from the first that fills them fills all of them or none,
    /// and some lines do neither; empty for any other table.
    private static func anchors(_ lines: [WrappedLine], _ figures: [Bool]) -> [Int] {
        let columns = figures.indices.filter { figures[$0] }
        func count(_ line: WrappedLine) -> Int { columns.count { !line.texts[$0].isEmpty } }
        guard columns.count > 1,
            let first = lines.firstIndex(where: { line in columns.allSatisfy { isFigure(line.texts[$0]) } })
        else {
            return []
        }
        let counts = lines[first...].map(count)
        let rows = counts.count { $0 == columns.count }
        return rows > 0 && rows < counts.count && counts.allSatisfy { $0 == 0 || $0 == columns.count }
            ? columns : []
    }

    /// True for a line that begins no row by its number or its figures, below one that does.
    private func isPart(_ index: Int, ofRowFrom start: Int) -> Bool {
        if areCounted, Int(lines[start].texts[0]) != nil, lines[index].texts[0].isEmpty { return true }
        return !anchors.isEmpty
            && anchors.allSatisfy { !lines[start].texts[$0].isEmpty && lines[index].texts[$0].isEmpty }
    }

    /// True where the first column counts the rows, two at least, and no line without a number has a figure of its own.
    private static func areCounted(_ lines: [WrappedLine], _ figures: [Bool]) -> Bool {
        let numbers = lines.compactMap { Int($0.texts.first ?? "") }
        guard numbers.count > 1, zip(numbers, numbers.dropFirst()).allSatisfy({ $1 == $0 + 1 }),
            let first = lines.firstIndex(where: { Int($0.texts.first ?? "") != nil })
        else { return false }
        return lines[first...].allSatisfy { line in
            Int(line.texts[0]) != nil
                || line.texts[0].isEmpty
                    && line.filled.allSatisfy { !(figures[$0] && isFigure(line.texts[$0])) }
        }
    }

    /// The table. A line drawn under the first lines makes heads of the rows above it.
    func table(headLines: Int) -> Table {
        var rows: [[Cell]] = []
        var starts: [Int] = []
        let anchored = groupsAreRows ? nil : AnchoredLines(lines, figures: figures, widths: widths)
        let found = anchored.flatMap { body in body.rows().map { (body.start, $0.rows, $0.end) } }
        let (first, body, end) = found ?? (lines.count, [], lines.count)
        for index in lines.indices where index < first || index >= end {
            if index == end {
                rows += zip(body, rows.count...).map { cells($0.texts, lines[$0.line], row: $1) }
                starts += body.map(\.line)
            }
            let isNew = index == end && !body.isEmpty
            if index < first, found != nil, let above = rows.last, isRestOfHead(index, below: above) {
                for column in lines[index].filled {
                    appendHead(lines[index].texts[column], to: &rows[rows.count - 1][column].text)
                }
            } else if !isNew, let start = starts.last,
                continues(index, rowFrom: start, isInHead: index < headLines)
            {
                for column in lines[index].filled {
                    TextJoin.append(lines[index].texts[column], to: &rows[rows.count - 1][column].text)
                }
            } else {
                starts.append(index)
                rows.append(cells(lines[index].texts, lines[index], row: rows.count))
            }
        }
        if end == lines.count {
            rows += zip(body, rows.count...).map { cells($0.texts, lines[$0.line], row: $1) }
            starts += body.map(\.line)
        }
        let heads = starts.count { $0 < headLines }
        return Table(rows: rows, headRows: heads <= 3 && heads < rows.count ? heads : 0)
    }

    /// A line right over the first row whose texts stand below those of the head: `Risultato al` and `31/12/2025`.
    private func isRestOfHead(_ index: Int, below above: [Cell]) -> Bool {
        let line = lines[index]
        let filled = line.filled
        return index > 0 && line.group == lines[index - 1].group && filled != [0]
            && above.count { !$0.text.isEmpty } >= max(3, 2 * filled.count)
            && !line.spans.contains { $0 > 1 } && filled.allSatisfy { line.texts[$0].count <= 20 }
            && filled.allSatisfy { !above[$0].text.isEmpty && !Self.isFigure(above[$0].text) }
    }

    /// Joins the rest of a head. A few small letters that are no word are those that its column had no room for.
    private func appendHead(_ rest: String, to head: inout String) {
        let isWord = [
            "di", "a", "al", "da", "in", "e", "su", "per", "con", "ai", "dei", "del", "le", "la", "il",
        ]
        .contains(rest)
        if rest.count <= 4, !isWord, rest.allSatisfy(\.isLowercase), head.last?.isLowercase ?? false {
            head += rest
        } else {
            TextJoin.append(rest, to: &head)
        }
    }

    private func cells(_ texts: [String], _ line: WrappedLine, row: Int) -> [Cell] {
        var cells: [Cell] = []
        while cells.count < texts.count {
            let column = cells.count
            // A text that stands where another one ends keeps its column.
            let free = texts[(column + 1)...].prefix { $0.isEmpty }.count + 1
            let span = min(line.spans[column], free)
            for offset in 0..<span {
                let place = line.place.cell(row: row, column: column + offset)
                cells.append(
                    Cell(
                        offset == 0 ? texts[column] : "", place: place,
                        columnSpan: offset == 0 ? span : 1, isCovered: offset > 0))
            }
        }
        return cells
    }

    private func continues(_ index: Int, rowFrom start: Int, isInHead: Bool) -> Bool {
        let line = lines[index]
        let above = lines[index - 1]
        guard line.group == above.group, !line.spans.contains(where: { $0 > 1 }),
            !above.spans.contains(where: { $0 > 1 })
        else { return false }
        if groupsAreRows { return true }
        let filled = line.filled
        if beginsSmall, !filled.contains(where: { line.texts[$0].first?.isLowercase ?? false }) {
            return false
        }
        if isInHead { return filled.count < line.texts.count }
        if isPart(index, ofRowFrom: start) {
            let signs = filled.count { goesOn(line.texts[$0], after: above.texts[$0], column: $0) }
            let areUnder = filled.allSatisfy { column in
                lines[start..<index].contains { !$0.texts[column].isEmpty }
            }
            // `Peso obiettivo | 25%`: a text beside a figure is a row.
            let hasFigure = filled.count > 1 && filled.contains { Self.isFigure(line.texts[$0]) }
            if areUnder, !hasFigure, signs * 2 >= filled.count { return true }
        }
        return filled.count < line.texts.count
            && filled.allSatisfy {
                isContinued(line.texts[$0], after: above.texts[$0], column: $0, start == 0)
            }
    }

    private func isContinued(_ text: String, after above: String, column: Int, _ isFirstRow: Bool) -> Bool {
        // The sign of a currency stands before a figure.
        if above == "€" { return Self.isFigure(text) && !text.contains("%") }
        guard !above.isEmpty, !Self.isFigure(above), !(figures[column] && Self.isFigure(text)),
            !Self.isLabelled(text), !TextJoin.isCount(text)
        else { return false }
        guard fills(above, before: text, column) else { return false }
        if widths[column] >= Self.narrow { return true }
        return TextJoin.beginsSmall(text) || text.first.map { "(%".contains($0) } ?? false
    }

    /// `Indicatore: km asfaltati`: a text with a label of its own goes on with nothing.
    private static func isLabelled(_ text: String) -> Bool {
        guard text.first?.isUppercase == true, let colon = text.firstIndex(of: ":") else { return false }
        let label = text[..<colon]
        return label.utf8.count <= 30 && label.split(separator: " ").count <= 3
            && text[colon...].dropFirst().first == " "
    }

    /// True where the first word of a text did not fit behind the one above.
    private func fills(_ above: String, before text: String, _ column: Int) -> Bool {
        let word = text.prefix { $0 != " " }
        return above.unicodeScalars.count + 1 + word.unicodeScalars.count > widths[column]
    }

    /// A sign that a text goes on with the one above: it did not fit there, or begins as no text does.
    private func goesOn(_ text: String, after above: String, column: Int) -> Bool {
        guard !above.isEmpty, !Self.isFigure(above), let first = text.first else { return false }
        return TextJoin.beginsSmall(text) || !first.isLetter && !first.isNumber
            || !TextJoin.isCount(text) && fills(above, before: text, column)
    }

    /// Columns narrower than this hardly wrap anything but their head.
    private static let narrow = 14

    /// The width that each column was wrapped to: up to the next one but for the narrowest gap, two blanks at least; for the last one its
    /// longest line.
    private static func widths(_ lines: [WrappedLine], _ cores: [Range<Int>]) -> [Int] {
        let gap =
            zip(cores, cores.dropFirst()).map { $1.lowerBound - $0.upperBound }.filter { $0 > 1 }.min() ?? 2
        return cores.indices.map { column in
            let longest = lines.map { $0.texts[column].unicodeScalars.count }.max() ?? 0
            guard column + 1 < cores.count else { return longest }
            return max(longest, cores[column + 1].lowerBound - cores[column].lowerBound - gap)
        }
    }

    /// Digits with the signs of numbers, and no letter.
    static func isFigure(_ text: String) -> Bool {
        var hasDigit = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": hasDigit = true
            case ".", ",", "%", "€", "+", "-", "/", "'", " ", "\u{2212}", "(", ")", "<", ">", "=", "≤", "≥":
                continue
            default: return false
            }
        }
        return hasDigit
    }
}

/// Tells whether the lines between two drawn or blank lines are one row.
enum WrappedGroups {
    /// True for three groups or more, some of several lines, none with two figures below one another in a column, and
    /// no cell that begins again after an empty line of its own, no head that is repeated.
    static func areRows(_ lines: [[String]], _ groups: [Int]) -> Bool {
        var parts: [[[String]]] = []
        for (index, line) in lines.enumerated() {
            if index > 0, groups[index] == groups[index - 1] {
                parts[parts.count - 1].append(line)
            } else {
                parts.append([line])
            }
        }
        guard parts.count >= 3, parts.contains(where: { $0.count > 1 }), !repeatLines(parts) else {
            return false
        }
        return parts.allSatisfy { lines in
            (0..<(lines.map(\.count).max() ?? 0)).allSatisfy { isOneCell(lines, column: $0) }
        }
    }

    /// True where a line of several cells stands in more than one group: the head over the rows of each.
    private static func repeatLines(_ groups: [[[String]]]) -> Bool {
        var known: Set<[String]> = []
        for group in groups where group.count > 1 {
            for line in group where line.count(where: { !$0.isEmpty }) > 2 {
                if !known.insert(line).inserted { return true }
            }
        }
        return false
    }

    private static func isOneCell(_ lines: [[String]], column: Int) -> Bool {
        let texts = lines.map { column < $0.count ? $0[column] : "" }
        let filled = texts.indices.filter { !texts[$0].isEmpty }
        guard let first = filled.first, let last = filled.last else { return true }
        return last - first + 1 == filled.count && texts.count(where: WrappedRows.isFigure) <= 1
    }
}
