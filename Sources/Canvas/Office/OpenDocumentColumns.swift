import Reporting

/// The columns of a table in an OpenDocument text.
enum OpenDocumentColumns {
    /// The columns that say something: those of trends and bars alone are left out.
    static func kept(of table: ReportTable) -> [Int] {
        table.columns.indices.filter { column in
            let cells = table.rows.compactMap { cell(at: column, of: $0) }
            let isDrawn = cells.contains { $0.trend != nil || $0.meter != nil }
            return !isDrawn || cells.contains { !$0.text.isEmpty }
        }
    }

    /// The cell of a row that begins in a column.
    private static func cell(at column: Int, of row: TableRow) -> TableCell? {
        var start = 0
        for cell in row.cells {
            if start == column { return cell }
            start += cell.span
        }
        return nil
    }

    /// The styles of a table and of its columns, with widths as shares of the whole.
    static func styles(of table: ReportTable, kept: [Int], name: String) -> String {
        let wishes = kept.map { wish(of: $0, in: table) }
        let sum = max(1, wishes.reduce(0, +))
        var styles =
            "<style:style style:name=\"\(name)\" style:family=\"table\"><style:table-properties "
            + "style:rel-width=\"100%\" table:align=\"margins\" style:may-break-between-rows=\"true\"/></style:style>"
        for (index, wish) in wishes.enumerated() {
            let share = Int((wish / sum * 65535).rounded())
            styles +=
                "<style:style style:name=\"\(name).\(index)\" style:family=\"table-column\">"
                + "<style:table-column-properties style:rel-column-width=\"\(share)*\"/></style:style>"
        }
        return styles
    }

    /// About how wide a column wants to be, in points: by its rule, and by the length of its longest text.
    private static func wish(of column: Int, in table: ReportTable) -> Double {
        let texts = (table.head + table.rows).compactMap { row in
            cell(at: column, of: row).flatMap { $0.span == 1 ? $0.text.plain : nil }
        }
        let longest = Double(texts.map(\.count).max() ?? 0) * 4.4 + 8
        switch table.columns[column].width {
        case .fixed(let width): return width
        case .fit(let least, let most): return max(least, min(most, longest))
        case .share(let weight, let least): return max(least, min(weight * 90, max(longest, weight * 45)))
        }
    }
}
