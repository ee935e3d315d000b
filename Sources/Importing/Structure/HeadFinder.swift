import Reading

/// Finds the head of a table: one to three rows of labels over the columns.
struct HeadFinder {
    /// A head that was found.
    struct Found {
        /// How many rows it has.
        let count: Int
        /// The text of each column's head.
        let heads: [String]
        /// What each was taken for.
        let guesses: [TermGuess?]
        /// The period that each is.
        let periods: [PeriodHead?]

        /// True for a name and one year: too little to end an open table.
        var isWeak: Bool { Set(guesses.compactMap { $0?.term }).count < 2 && periods.count { $0 != nil } < 2 }

        /// Columns that say what they are.
        var known: Int { guesses.indices.count { guesses[$0] != nil || periods[$0] != nil } }
    }

    /// The head that begins with the first of some rows; nil where that row is none. `next`: the row after these, where
    /// they are all of a block.
    static func find(_ rows: ArraySlice<DocumentRow>, next: DocumentRow? = nil) -> Found? {
        guard let first = rows.first, !first.cells.contains(where: isPlainFigure) else { return nil }
        guard let start = head([first]), qualifies(start, below: rows.dropFirst().first)
        else { return twoRows(rows) }
        var best = start
        for count in 2...3 where rows.count >= count {
            let part = Array(rows.prefix(count))
            let isOverRows = rows.count > count || next.map { $0.cells.count == first.cells.count } ?? false
            guard let last = part.last, isOverRows || goesOnWords(last),
                continues(last, under: best), let longer = head(part),
                longer.known >= best.known
            else { break }
            best = longer
        }
        return best
    }

    /// Figures that are no year: what most rows have and no head does.
    private static func isPlainFigure(_ cell: String) -> Bool {
        guard let first = cell.utf8.first, (0x30...0x39).contains(first) || first == UInt8(ascii: "-") else {
            return false
        }
        return !cell.contains(where: \.isLetter) && cell.contains(where: \.isNumber)
            && PeriodHead(cell) == nil
    }

    /// A head whose first row alone is none: groups over the labels.
    private static func twoRows(_ rows: ArraySlice<DocumentRow>) -> Found? {
        guard rows.count > 2, let first = rows.first, first.filled.count > 1,
            first.filled.count(where: { isLabel(first.cells[$0]) }) * 3 >= first.filled.count * 2,
            let second = rows.dropFirst().first, isAllLabels(second),
            // A name over a label is a row above the head.
            first.cells[0].isEmpty || second.cell(0).isEmpty || isLabel(first.cells[0]),
            let both = head(Array(rows.prefix(2))), qualifies(both, below: rows.dropFirst(2).first)
        else { return nil }
        return both
    }

    /// True where every cell of a row is a label, so that the row goes on with the head above it.
    private static func continues(_ row: DocumentRow, under head: Found) -> Bool {
        let filled = row.filled
        if areDays(row, under: head) { return true }
        // `Gennaio` under `Inizio` is when a phase begins.
        let times: [FieldTerm?] = [.phaseStart, .phaseEnd, .due]
        if filled.contains(where: { column in
            guard column < head.guesses.count, times.contains(head.guesses[column]?.term) else {
                return false
            }
            if case .month? = PeriodHead(row.cells[column]) { return true }
            return false
        }) {
            return false
        }
        let others = filled.filter {
            !isLabel(row.cells[$0]) && !closesBracket(row.cells[$0], of: head, at: $0)
                && !namesDay(row.cells[$0], of: head, at: $0)
                // `Scosta-` and `mento`
                && !($0 < head.heads.count && head.heads[$0].hasSuffix("-"))
        }
        guard others.isEmpty || areBelowGroups(row, under: head, unknown: others) else { return false }
        guard filled.count == 1, let only = filled.first else { return true }
        let isFree = only < head.heads.count && head.heads[only].isEmpty
        return isFree || PeriodHead(row.cells[only]) != nil || goesOnWords(row)
            || namesDay(row.cells[only], of: head, at: only)
    }

    /// True for a row of many labels below few groups, one of which nobody knows: `Note del Nucleo`.
    private static func areBelowGroups(_ row: DocumentRow, under head: Found, unknown: [Int]) -> Bool {
        unknown.count * 5 <= row.filled.count
            && row.filled.count >= head.heads.count(where: { !$0.isEmpty }) * 2
            && unknown.allSatisfy { column in
                let cell = row.cells[column]
                return cell.utf8.count <= 40 && cell.first?.isUppercase == true
                    && !cell.contains(where: \.isNumber)
            }
    }

    /// `Monitoraggio` over `31/03`, `30/06`, `30/09`: days of a year, one after the other, under one group.
    private static func areDays(_ row: DocumentRow, under head: Found) -> Bool {
        let months = row.filled.compactMap { DayOfYear($0 < head.heads.count ? row.cells[$0] : "")?.month }
        return months.count > 1 && months.count == row.filled.count
            && zip(months, months.dropFirst()).allSatisfy(<)
            && row.filled.count { !head.heads[$0].isEmpty } <= 1
    }

    /// `Valore al` and `30/06`: the day that the cell above leads to.
    private static func namesDay(_ cell: String, of head: Found, at column: Int) -> Bool {
        guard column < head.heads.count, cell.first?.isNumber ?? false, cell.utf8.count <= 10,
            let last = head.heads[column].split(separator: " ").last?.lowercased()
        else { return false }
        return ["al", "del", "dal", "entro"].contains(last)
            && cell.allSatisfy { $0.isNumber || "/.".contains($0) }
    }

    /// `Peso (su` and `100)`: a cell that closes what the one above it opened.
    private static func closesBracket(_ cell: String, of head: Found, at column: Int) -> Bool {
        guard cell.hasSuffix(")"), !cell.contains("("), column < head.heads.count else { return false }
        return head.heads[column].contains("(") && !head.heads[column].contains(")")
    }

    /// True for a row whose cells go on with words above them: small letters, a lone percent sign.
    private static func goesOnWords(_ row: DocumentRow) -> Bool {
        row.filled.allSatisfy {
            row.cells[$0].first?.isLowercase == true || MatchKey(row.cells[$0]).text == "%"
        }
    }

    /// True where most cells of a row are labels by all their words: in rows of a table with a head single cells may be.
    static func isOfLabels(_ row: DocumentRow) -> Bool {
        row.filled.count { isLabel(row.cells[$0]) } * 2 > row.filled.count
    }

    private static func isAllLabels(_ row: DocumentRow) -> Bool {
        let filled = row.filled
        return !filled.isEmpty && filled.allSatisfy { isLabel(row.cells[$0]) }
    }

    private static func isLabel(_ cell: String) -> Bool {
        // `entro il 30/05/2026` is what is to be reached.
        if cell.lowercased().hasPrefix("entro "), cell.count(where: { "/.".contains($0) }) > 1 {
            return false
        }
        if PeriodHead(cell) != nil || MatchKey(cell).text == "%" { return true }
        guard cell.utf8.count <= 60, !CellShape(cell).isFigure else { return false }
        if ["dal", "al"].contains(MatchKey(cell).text) { return true }
        let words = LabelWords(cell)
        // `anno 2025`; a day is a value.
        if words.year != nil, words.words.isEmpty { return cell.count(where: { "/.".contains($0) }) < 2 }
        return !words.words.isEmpty && words.words.allSatisfy { TermRules.knows($0) }
    }

    /// The columns of rows taken together.
    private static func head(_ rows: [DocumentRow]) -> Found? {
        let width = rows[0].cells.count
        guard width > 1 else { return nil }
        var heads: [String] = []
        for column in 0..<width {
            var parts: [String] = []
            for (order, row) in rows.enumerated() {
                let text = spread(row, column, below: rows[(order + 1)...])
                if !text.isEmpty, parts.last.map({ MatchKey($0) }) != MatchKey(text) { parts.append(text) }
            }
            if let own = ownLabel(parts) { parts = [own] }
            heads.append(parts.reduce("") { $0.isEmpty ? $1 : TextJoin.join($0, $1) })
        }
        let periods = heads.map { PeriodHead($0) }
        let guesses = heads.enumerated().map { index, head -> TermGuess? in
            guard periods[index] == nil, let guess = LabelReader.guess(head), guess.confidence >= 60 else {
                return nil
            }
            return guess
        }
        return Found(
            count: rows.count, heads: heads, guesses: besideOthers(heads, guesses, periods), periods: periods)
    }

    /// `Area`, `Resp.` below the group `Obiettivo`: they say what they are, and no title.
    private static func ownLabel(_ parts: [String]) -> String? {
        guard parts.count == 2 else { return nil }
        // `Note del Nucleo` below `Valutazione`
        if MatchKey(parts[1]).words.first == "note" { return parts[1] }
        guard CardLine.label(parts[0])?.term == .objective,
            let guess = LabelReader.guess(parts[1]),
            guess.confidence == 100,
            [.sector, .head, .line, .note, .otherSectors, .participants].contains(guess.term)
        else { return nil }
        return parts[1]
    }

    /// Beside two heads that are known by all their words, one is known by its first word alone: `Note del Nucleo`.
    private static func besideOthers(
        _ heads: [String], _ guesses: [TermGuess?], _ periods: [PeriodHead?]
    ) -> [TermGuess?] {
        guard Set(guesses.compactMap { $0?.term }).count > 1 else { return guesses }
        return guesses.enumerated().map { index, guess in
            guard guess == nil, periods[index] == nil, let led = LabelReader.guessByFirstWord(heads[index]),
                led.confidence >= 25, !guesses.contains(where: { $0?.term == led.term })
            else { return guess }
            return led
        }
    }

    /// The text over a column: its own, or that of the group to its left that goes over it.
    private static func spread(_ row: DocumentRow, _ column: Int, below: ArraySlice<DocumentRow>) -> String {
        if !row.cell(column).isEmpty { return row.cells[column] }
        guard !below.isEmpty else { return "" }
        if let (start, _) = row.spans.first(where: { $0.key < column && column < $0.key + $0.value }) {
            return row.cell(start)
        }
        guard row.spans.isEmpty, let next = below.first, !next.cell(column).isEmpty,
            let left = row.cells[..<column].lastIndex(where: { !$0.isEmpty }),
            (left...column).allSatisfy({ !next.cell($0).isEmpty }),
            !goesOn(row.cells[left], in: next.cell(left))
        else { return "" }
        return row.cells[left]
    }

    /// `N.` over `ob.`, `Scosta-` over `mento`: one head on two lines, and no group over several.
    private static func goesOn(_ upper: String, in lower: String) -> Bool {
        upper.hasSuffix("-") || lower.first?.isLowercase ?? false && PeriodHead(lower) == nil
    }

    private static func qualifies(_ head: Found, below: DocumentRow?) -> Bool {
        let filled = head.heads.indices.filter { !head.heads[$0].isEmpty }
        guard filled.count > 1 || filled.count == 1 && head.heads.count > 1,
            !filled.contains(where: { head.heads[$0].utf8.count > ImportLimits.maximumLabelBytes })
        else { return false }
        let figures = filled.contains { index in
            guard head.periods[index] == nil, head.guesses[index] == nil else { return false }
            return [.number, .percent, .date].contains(CellShape(head.heads[index]))
        }
        guard !figures, head.known * 2 >= filled.count else { return false }
        let terms = Set(head.guesses.compactMap { $0?.term })
        if terms.count > 1 { return true }
        let years = head.periods.count { $0 != nil }
        if years > 1 {
            // Two months beside a name are when something begins and ends.
            let months = head.periods.count { if case .month? = $0 { true } else { false } }
            return months != 2 && head.periods[0] == nil && Set(head.periods.compactMap { $0 }).count == years
        }
        guard years == 1, head.periods[0] == nil, let below,
            let column = head.periods.firstIndex(where: { $0 != nil })
        else { return false }
        let isCard =
            filled.count == 2
            && head.guesses[0].map {
                [.objective, .head, .sector, .line, .target, .actual].contains($0.term)
            }
                ?? false
        return !isCard && MatchKey(head.heads[0]).text != "anno" && !below.cell(0).isEmpty
            && CellShape(below.cell(column)).isFigure
    }
}

extension HeadFinder.Found {
    /// The head that a layout was made for. A year that the head itself names wins: the layout was made for any year.
    init(_ row: DocumentRow, _ layout: Layout) {
        self.init(
            count: 1, heads: row.cells,
            guesses: row.cells.enumerated().map { layout.guess(at: $0, head: $1) },
            periods: row.cells.enumerated().map { layout.period(at: $0, head: $1) })
    }
}

extension Layout {
    /// What a column is taken for; the year that its head names wins over the one of the layout.
    func guess(at index: Int, head: String) -> TermGuess? {
        let words = LabelWords(head)
        return terms[index].map {
            TermGuess(
                $0, confidence: 100, reason: .layout, year: words.year ?? years[index],
                yearOfPlan: words.yearOfPlan)
        }
    }

    /// The period of a column of figures of one; nil for any other column.
    func period(at index: Int, head: String) -> PeriodHead? {
        guard terms[index] == .period else { return nil }
        return PeriodHead(head) ?? (LabelWords(head).year ?? years[index]).map { .year($0) }
    }
}
