import Model

/// Headings that no label tells: titles of cards that have none of their own, and titles of lines.
struct CardHeadings {
    /// The positions of the pieces that are titles of objectives.
    private(set) var titles: Set<Int> = []
    private var lines: [KnownLine] = []

    /// A row of a table of lines.
    struct KnownLine {
        /// The title as it stands there, perhaps with a remark behind it.
        let title: String
        /// The share that is printed for the line.
        let achievement: String?
        /// Where it stands.
        let row: DocumentRow
    }

    /// Finds the headings among the pieces of a document.
    init(_ pieces: [Piece]) {
        for (index, piece) in pieces.enumerated() {
            switch piece {
            case .text(let row)
            where row.kind == .heading && !isResult(row.text) && opensUntitledCard(pieces[(index + 1)...]):
                titles.insert(index)
            case .table(let table): addLines(of: table)
            default: continue
            }
        }
    }

    /// The line that a heading is the title of; nil where no table names it.
    func line(titled heading: String) -> KnownLine? {
        let key = MatchKey(heading).words
        guard !key.isEmpty else { return nil }
        return lines.first { MatchKey($0.title).words.prefix(key.count).elementsEqual(key) }
    }

    /// A table of lines with their shares, without objectives of its own.
    private mutating func addLines(of table: TableDraft) {
        guard let title = table.columns(.line).first, !table.has(.indicator),
            let share = table.columns(.achievement).first,
            table.columns(.objective).allSatisfy({ ColumnContent(table.column($0)).areFigures(8) })
        else { return }
        lines += table.rows.filter { !$0.cell(title).isEmpty && !TotalRow.isTotal($0) }.map {
            KnownLine(title: $0.cell(title), achievement: $0.cell(share), row: $0)
        }
    }

    /// Fields of an objective that follow a heading, none of them its title, and then what is measured.
    private func opensUntitledCard(_ following: ArraySlice<Piece>) -> Bool {
        var fields = 0
        for piece in following.prefix(40) {
            switch piece {
            case .text(let row):
                guard fields == 0, isResult(row.text) else { return false }
            case .card: return false
            case .row: continue
            case .field(let field):
                switch field.guess.term {
                case .objective where !field.isTargetOfAYear, .line, .number: return false
                case .indicator: return fields > 0
                case .sector, .head, .strategicObjective, .definition, .objectiveWeight: fields += 1
                default: continue
                }
            case .table(let table):
                return fields > 0 && table.has(.indicator) && !table.has(.objective)
                    && (table.has(.target) || table.has(.actual))
            }
        }
        return false
    }

    /// `99% ▲ Raggiunto`: what was reached, at the edge of the title's line.
    private func isResult(_ text: String) -> Bool {
        guard let first = text.split(separator: " ").first else { return false }
        return text.utf8.count <= 60 && CellShape(String(first)) == .percent
    }
}
