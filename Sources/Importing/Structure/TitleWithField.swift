import Reading

/// The title of an objective with one of its fields beside it on its line: `Ob. 2.1 Scuole sicure` and `Peso 35%`, or
/// `Peso` and `35%`.
struct TitleWithField {
    private let title: String
    private let field: LabelledValue

    /// What a row is; nil for any other.
    init?(_ row: DocumentRow) {
        let filled = row.filled
        guard (2...3).contains(filled.count), case let title = row.cells[filled[0]],
            Self.isCoded(title) || CardLine.isNumberedTitle(title)
        else { return nil }
        let rest = Self.unbracketed(filled.dropFirst().map { row.cells[$0] }.joined(separator: " "))
        guard let field = CardLine.field(rest, row, isHeading: false) ?? CardLine.labelWithFigure(rest, row),
            !field.value.isEmpty, Self.terms.contains(field.guess.term)
        else { return nil }
        (self.title, self.field) = (title, field)
    }

    private static func unbracketed(_ text: String) -> String {
        text.first == "(" && text.last == ")" ? String(text.dropFirst().dropLast()) : text
    }

    /// The fields that stand beside a title.
    private static let terms: Set<FieldTerm> = [.weight, .objectiveWeight, .due, .head, .sector]

    /// The title as a heading, and the field as a row of label and value.
    func rows(of row: DocumentRow, block: Int) -> [DocumentRow] {
        let heading = DocumentRow(
            number: row.number, lines: row.lines, kind: .heading, cells: [title], spans: [:], covered: [],
            block: block, page: row.page, sheetCell: row.sheetCell, isMarkedHead: false)
        return [heading, row.with(cells: [field.label, field.value], block: block)]
    }

    /// `1. Tributi`, `1.2 Sportello`, `A1 Verde`, `Scheda 3`, and no number of things.
    static func isCoded(_ text: String) -> Bool {
        if CardLine.opensCard(text) { return true }
        guard let code = ItemCode(leading: text) else { return false }
        let isCode = code.hasLetters || code.text.contains(".") || code.length > code.text.count
        return isCode && code.rest(of: text).first?.isUppercase ?? false
    }
}

/// Lines of a text laid out by blanks, of which the first is the title of an objective with one of its fields: they make no
/// table, alone or above one.
enum TitleLines: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let first = rows.first, first.isOfBlanks, TitleWithField(first) != nil else { return nil }
        let lines = rows.prefix { $0.filled.count == 1 || TitleWithField($0) != nil }
        return lines.flatMap { row in
            TitleWithField(row)?.rows(of: row, block: block) ?? [row.asText(row.text, block: block)]
        } + StackedCards.withoutEmptyColumns(rows[lines.endIndex...], block: block + 1)
    }
}
