/// Changes the rows of whole tables before they are scanned: a way of laying a table out is made the usual one.
protocol BlockReshaping {
    /// The rows of a table in the usual way; nil where they are not laid out in this one. `block`: the first number that
    /// no block of the document has.
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]?
}

extension BlockReshaping {
    /// The rows of a table in blocks of their own, one for each run of rows of cards and of others.
    static func parted(_ pieces: [(isCard: Bool, rows: [DocumentRow])], from block: Int) -> [DocumentRow] {
        var next = block - 1, wasCard: Bool?
        return pieces.flatMap { piece in
            if piece.isCard != wasCard { next += 1 }
            wasCard = piece.isCard
            return piece.rows.map { $0.moved(to: next) }
        }
    }
}

extension [DocumentRow] {
    /// The rows with the tables that stand side by side, lie on their side or have a row a year in the usual way, and with
    /// lists that say what tables do as such.
    func reshaped() -> [DocumentRow] {
        NumberedLabels.labelled(OneRowCards.labelled(SeriesItems.tabled(TimedItems.asText(self))))
            .reshapedTables()
    }

    private func reshapedTables() -> [DocumentRow] {
        var result: [DocumentRow] = []
        var block = (self.map(\.block).max() ?? 0) + 1
        var index = 0
        while index < count {
            let table = self[index...].prefix { $0.kind == .cells && $0.block == self[index].block }
            guard table.count > 1 else {
                let row = self[index]
                result +=
                    row.kind == .cells
                    ? TitleLines.reshaped([row], from: block)
                        ?? LabelOverValue.reshaped([row], from: block)
                        ?? LabelledColumns.reshaped([row], from: block) ?? [row] : [row]
                block = Swift.max(block, (result.last?.block ?? 0) + 1)
                index += 1
                continue
            }
            var rows = [DocumentRow](table)
            for way in [
                ColonCells.self, CutDates.self, SeriesHalves.self, PairedValues.self, LineCards.self,
                FieldLines.self,
                YearBlocks.self, LabelRows.self, LabelOverValue.self, SideLabels.self, GluedHeads.self,
                StackedCards.self, TitleLines.self, LabelledColumns.self,
                LevelColumn.self,
                GroupColumn.self,
                OfficeColumn.self, LabelledCells.self, MergedLabels.self,
                MonthRows.self, MonthLetters.self, QuarterColumns.self, CountedNames.self,
                CombinedColumns.self,
                ComparatorColumns.self,
                SideBySideCards.self,
                SheetYears.self, ActualYears.self,
                RepeatedGroups.self,
                SideBySideTables.self,
                TransposedTables.self,
                MeasureRows.self, YearRows.self, NamedYears.self, StackedFigures.self,
            ]
                as [any BlockReshaping.Type]
            {
                guard let found = way.reshaped(rows, from: block) else { continue }
                rows = found
                block = Swift.max(block, (found.map(\.block).max() ?? 0) + 1)
            }
            result += rows
            index += table.count
        }
        return result
    }
}

extension DocumentRow {
    /// A row of other cells with the lines of this one.
    func with(cells: [String], block: Int, lines: Range<Int>? = nil, spans: [Int: Int] = [:]) -> DocumentRow {
        var made = DocumentRow(
            number: number, lines: lines ?? self.lines, kind: .cells, cells: cells, spans: spans, covered: [],
            block: block, page: page, sheetCell: sheetCell, isMarkedHead: isMarkedHead)
        made.cellLines = [:]
        return made
    }

    /// The row with two cells for one of its cells.
    func divided(at column: Int, into first: String, _ second: String) -> DocumentRow {
        var cells = cells
        cells[column] = first
        cells.insert(second, at: column + 1)
        let spans = spans.map { ($0.key > column ? $0.key + 1 : $0.key, $0.value) }
        var made = with(
            cells: cells, block: block, lines: lines,
            spans: Dictionary(spans, uniquingKeysWith: { first, _ in first }))
        for (index, lines) in cellLines where index != column {
            made.cellLines[index > column ? index + 1 : index] = lines
        }
        return made
    }

    /// A line of text of this row.
    func asText(_ text: String, block: Int) -> DocumentRow {
        DocumentRow(
            number: number, lines: lines, kind: .text, cells: [text], spans: [:], covered: [], block: block,
            page: page, sheetCell: sheetCell, isMarkedHead: false)
    }

    /// The row in another block.
    func moved(to block: Int) -> DocumentRow {
        var made = with(cells: cells, block: block, spans: spans)
        made.cellLines = cellLines
        return made
    }

    /// The row without its first cell.
    func withoutFirstCell(block: Int) -> DocumentRow {
        func shifted<Value>(_ values: [Int: Value]) -> [Int: Value] {
            Dictionary(
                uniqueKeysWithValues: values.compactMap { $0.key > 0 ? ($0.key - 1, $0.value) : nil })
        }
        var made = with(
            cells: Array(cells.dropFirst()), block: block, lines: lines, spans: shifted(spans))
        made.cellLines = shifted(cellLines)
        return made
    }
}
