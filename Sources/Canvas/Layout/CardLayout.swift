import Reporting

/// Sets a card as a table with the thinnest rules: labels and values, side by side in pairs where the page is wide.
enum CardLayout {
    /// From here on two fields stand side by side, in points.
    private static let wide = 600.0
    /// A value with more characters takes the whole width.
    private static let shortValue = 90
    private static let label = TableColumn(.fixed(114))

    /// The table of a card with a field a row, for programs that read pages: values that wrap stand beside no other field.
    static func stacked(_ fields: [CardField]) -> ReportTable { table(of: fields, width: 0) }

    /// The table of a card on a page whose content is `width` points wide.
    static func table(of fields: [CardField], width: Double) -> ReportTable {
        let value = TableColumn(.share(1, min: 120))
        guard width >= wide else {
            let rows = fields.map { TableRow(cells(of: $0, span: 1)) }
            // A long label stands on one line where there is room.
            let label = TableColumn(.fit(min: 114, max: 180))
            return ReportTable(title: "", columns: [label, value], rows: rows, style: .card)
        }
        return ReportTable(
            title: "", columns: [label, value, label, value], rows: pairedRows(fields), style: .card)
    }

    private static func pairedRows(_ fields: [CardField]) -> [TableRow] {
        var rows: [TableRow] = []
        var waiting: CardField?
        for field in fields {
            let isShort = field.text.plain.count <= shortValue
            switch (waiting, isShort) {
            case (let first?, true):
                rows.append(TableRow(cells(of: first, span: 1) + cells(of: field, span: 1)))
                waiting = nil
            case (nil, true): waiting = field
            case (let first, false):
                if let first { rows.append(TableRow(cells(of: first, span: 3))) }
                rows.append(TableRow(cells(of: field, span: 3)))
                waiting = nil
            }
        }
        if let waiting { rows.append(TableRow(cells(of: waiting, span: 3))) }
        return rows
    }

    private static func cells(of field: CardField, span: Int) -> [TableCell] {
        [TableCell(RichText(field.label), isHeader: true), TableCell(field.text, span: span)]
    }
}
