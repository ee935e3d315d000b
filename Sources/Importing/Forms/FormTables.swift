/// The tables that stand among the lines of forms: of indicators or objectives, of phases, of people.
enum FormTables {
    /// The tables by the line that they begin at. Each run of rows is scanned for itself: lines of text part tables.
    static func find(_ rows: [DocumentRow]) -> [Int: TableDraft] {
        var result: [Int: TableDraft] = [:]
        var index = 0
        while index < rows.count {
            let run = rows[index...].prefix { $0.kind == .cells && $0.cells.count > 1 }
            index += max(1, run.count)
            guard run.count > 1 else { continue }
            for case .table(let table) in PieceScanner(Array(run)).pieces where isKnown(table) {
                guard let first = (table.headRows + table.rows).first else { continue }
                result[first.number] = table
            }
        }
        return result
    }

    private static func isKnown(_ table: TableDraft) -> Bool {
        guard !table.isOfOtherThings else { return false }
        let table = TableResolver.resolved(table, isInCard: true, layouts: [])
        return table.has(.indicator) || table.has(.objective) || PhaseTable(table) != nil
            || ParticipantTable(table) != nil
    }
}

extension CardReader {
    /// Takes a table of the card's indicators, phases or people; false for any other.
    mutating func take(_ raw: TableDraft, _ reading: inout Reading) -> Bool {
        let table = TableResolver.resolved(raw, isInCard: true, layouts: [])
        if table.has(.indicator) {
            takeIndicators(table, &reading)
        } else if let people = ParticipantTable(table) {
            open(.participants, over: table, &reading)
            for row in table.rows {
                let lines = reading.filledLines(row)
                if let person = people.person(row, lines: lines) {
                    participants.take(person)
                } else {
                    _ = participants.take(FormItem(row, lines: lines.map(\.number)))
                }
            }
        } else if let phases = PhaseTable(table) {
            open(.phases, over: table, &reading)
            for row in table.rows {
                let lines = reading.filledLines(row)
                if let phase = phases.phase(row, year: year, lines: lines) {
                    self.phases.take(phase)
                } else {
                    self.phases.take(FormItem(row, lines: lines.map(\.number)))
                }
            }
        } else {
            return false
        }
        return true
    }

    private mutating func open(_ block: Block, over table: TableDraft, _ reading: inout Reading) {
        closeIndicator()
        self.block = block
        reading.bindHeads(of: table)
    }

    private mutating func takeIndicators(_ table: TableDraft, _ reading: inout Reading) {
        open(.table, over: table, &reading)
        reading.tellUnknown(table)
        var rows = TableRows(table, year: year, contents: TableContents([table]))
        for read in rows.read() {
            for repair in read.repairs { reading.tell(repair, table) }
            var row = read.row
            row.lines = read.rows.flatMap { reading.filledLines($0) }
            guard !row.lines.isEmpty, row.cells[.indicator] != nil else { continue }
            indicators.append(.row(row))
        }
    }
}

extension Reading {
    /// The lines of a row that hold something.
    func filledLines(_ row: DocumentRow) -> [SourceLine] {
        row.lines.compactMap { text.line($0) }.filter { !$0.isBlank }
    }
}

extension FormItem {
    /// A row of a table as it stands.
    init(_ row: DocumentRow, lines: [Int]) {
        self.init(content: .row, lines: lines, text: row.text, cells: row.cells, gapBefore: false)
    }
}
