import Model

/// Headings that no label tells: titles of cards that have none of their own, and titles of lines.
struct CardHeadings {
    /// The positions of the pieces that are titles of objectives.
    private(set) var titles: Set<Int> = []
    /// The positions of those that are titles of lines: coded headings over such cards.
    private(set) var lineTitles: Set<Int> = []
    private var lines: [KnownLine] = []

    /// A row of a table of lines.
    struct KnownLine {
        /// The title as it stands there, perhaps with a remark behind it.
        let title: String
        /// True where the title's cell has several lines, the last of which may be a remark.
        let hasSeveralLines: Bool
        /// The share that is printed for the line.
        let achievement: String?
        /// Where it stands.
        let row: DocumentRow
    }

    /// Finds the headings among the pieces of a document.
    init(_ pieces: [Piece]) {
        var coded: Int?
        // Before anything is told, a heading with a year is the title of the document.
        var isOnCover = true
        let codes = Self.codes(of: pieces)
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text(let row) where row.kind == .heading && !HeadingResult.isResult(row.text):
                if isOnCover, LabelWords(row.text).year != nil { continue }
                if ChapterHeading.isUsual(row.text) {
                    continue
                } else if !Self.isOverParts(row.text, codes), Self.opensUntitledCard(pieces[(index + 1)...]) {
                    titles.insert(index)
                    if let coded { lineTitles.insert(coded) }
                    coded = nil
                } else if Self.isCoded(row.text) {
                    coded = index
                }
            case .table(let table):
                isOnCover = false
                addLines(of: table)
            case .text: continue
            case .field(let field) where field.guess.term == .sector:
                // The numbers over offices are those of chapters, and no lines.
                (isOnCover, coded) = (false, nil)
            default: isOnCover = false
            }
        }
        let recurring = RecurringTitles.positions(in: pieces)
        // Of a numbered line and a text below it the first is the title.
        let areNumbered =
            recurring.count >= titles.count && recurring.allSatisfy { RecurringTitles.isNumbered(pieces[$0]) }
        if recurring.isSuperset(of: titles) || areNumbered { titles = recurring }
        if titles.isEmpty { titles = RecurringTitles.overTables(in: pieces) }
    }

    /// The codes that headings begin with.
    private static func codes(of pieces: [Piece]) -> Set<String> {
        let rows = pieces.compactMap { piece -> DocumentRow? in
            switch piece {
            case .text(let row): row
            case .field(let field): field.rows.first
            case .card, .row, .table: nil
            }
        }
        return Set(rows.filter { $0.kind == .heading }.compactMap { ItemCode(leading: $0.text)?.text })
    }

    /// True for a heading with numbered headings of the next level: `2 Risultati` where `2.1` stands somewhere.
    private static func isOverParts(_ text: String, _ codes: Set<String>) -> Bool {
        guard let code = ItemCode(leading: text)?.text else { return false }
        return codes.contains { $0.hasPrefix(code + ".") }
    }

    /// The line that a heading is the title of; nil where no table names it.
    func line(titled heading: String) -> KnownLine? {
        let key = MatchKey(heading).words
        guard !key.isEmpty else { return nil }
        return lines.first { known in
            let words = MatchKey(known.title).words
            return words.elementsEqual(key)
                || known.hasSeveralLines && words.prefix(key.count).elementsEqual(key)
        }
    }

    /// A table of lines with their shares, without objectives of its own.
    private mutating func addLines(of table: TableDraft) {
        guard let title = table.columns(.line).first, !table.has(.indicator),
            let share = table.columns(.achievement).first,
            table.columns(.objective).allSatisfy({ ColumnContent(table.column($0)).areFigures(8) })
        else { return }
        lines += table.rows.filter { !$0.cell(title).isEmpty && !TotalRow.isTotal($0) }.map {
            KnownLine(
                title: $0.cell(title), hasSeveralLines: $0.cellLines[title] != nil,
                achievement: $0.cell(share), row: $0)
        }
    }

    /// `01. Un Comune semplice`: a number of one level, and a name that is none of a section.
    private static func isCoded(_ text: String) -> Bool {
        let parts = StrategicTitle(text, rest: text)
        guard !parts.code.isEmpty, !parts.code.contains("."), parts.title.first?.isUppercase == true else {
            return false
        }
        return !LabelWords(parts.title).words.allSatisfy { TermRules.knows($0) }
    }

    /// Fields of an objective that follow a heading, none of them its title, and then what is measured; texts may stand
    /// between, but no heading of another card.
    private static func opensUntitledCard(_ following: ArraySlice<Piece>) -> Bool {
        var fields = 0
        for (index, piece) in zip(following.indices, following).prefix(60) {
            switch piece {
            case .text(let row):
                if HeadingResult.isResult(row.text) { continue }
                if fields == 0 { return false }
                if case .field? = following[(index + 1)...].first, row.kind == .heading { return false }
            case .card: return false
            case .row: continue
            case .field(let field):
                switch field.guess.term {
                case .objective where !field.isTargetOfAYear, .line: return false
                case .number: continue
                case .indicator: return fields > 0
                case .sector, .head, .strategicObjective, .definition, .objectiveWeight, .weight: fields += 1
                default: continue
                }
            case .table(let table):
                guard table.has(.indicator), table.has(.target) || table.has(.actual) else {
                    if fields == 0 || table.has(.objective) { return false }
                    continue
                }
                return fields > 0 && !table.namesObjectives
            }
        }
        return false
    }
}
