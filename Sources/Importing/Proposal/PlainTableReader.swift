import Model

/// Reads any document as plain tables: runs of lines with more than one cell, whose columns the user names.
public enum PlainTableReader {
    /// Finds the tables. Their rows stay unread, as all that reaches no field.
    public static func read(_ reading: Reading, year: Int?) -> ImportParts {
        var parts = ImportParts()
        parts.year = year
        var title: SourceLine?
        var run: [SourceLine] = []
        var blanks = 0
        func close() {
            if let table = table(run, title: title?.text ?? "") {
                parts.tables.append(table)
            }
            run = []
        }
        for line in reading.lines {
            if line.isTabular {
                run.append(line)
                blanks = 0
            } else if line.isBlank {
                blanks += 1
                if blanks > 1 { close() }
            } else {
                close()
                title = line
            }
        }
        close()
        return parts
    }

    /// A table needs two rows; a first row of labels only, over a row with a figure, is its header.
    private static func table(_ run: [SourceLine], title: String) -> PlainTable? {
        guard let first = run.first, run.count > 1 else { return nil }
        let width = run.map(\.cells.count).max() ?? 0
        let rows = run.map { line in
            PlainRow(
                line: line.number, cells: line.cells + Array(repeating: "", count: width - line.cells.count))
        }
        guard looksLikeHeader(first.cells) else {
            return PlainTable(title: title, firstLine: first.number, header: [], rows: rows)
        }
        return PlainTable(
            title: title, firstLine: first.number, header: rows[0].cells, rows: Array(rows.dropFirst()))
    }

    private static func looksLikeHeader(_ cells: [String]) -> Bool {
        cells.allSatisfy { cell in
            cell.isEmpty || (cell.utf8.count <= ImportLimits.maximumLabelBytes && !CellShape(cell).isFigure)
        }
    }
}
