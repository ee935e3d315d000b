import Reading

/// The sheets of a workbook of OpenDocument.
final class ODSContent: OpenDocumentHandler, XMLHandler {
    /// The document in the making.
    private(set) var builder: DocumentBuilder

    private var rows: SheetRows
    private var sheet = ""
    private var tableDepth = 0
    private var hiddenStyles: Set<String> = []
    private var styleName = ""
    private var row = 0
    private var rowRepeat = 1
    private var rowCells: [(column: Int, count: Int, cell: Cell)] = []
    private var hiddenRows = 0
    private var column = 0
    private var cell = CellDraft()

    /// What the attributes of a cell say.
    private struct CellDraft {
        var type = ""
        var currency = ""
        var value = ""
        var columns = 1
        var isError = false
        var hasFormula = false
        var lines: [String] = []
    }

    init(_ builder: DocumentBuilder) {
        self.builder = builder
        rows = SheetRows(sheet: "", budget: builder.budget)
        super.init(budget: builder.budget)
    }

    func start(_ index: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        guard let element = opening(index), try !appendBlank(element, attributes) else { return }
        switch element {
        case .style: styleName = attributes.value("name") ?? ""
        case .tableProperties: if attributes.value("display") == "false" { hiddenStyles.insert(styleName) }
        case .table:
            tableDepth += 1
            if tableDepth == 1 { beginSheet(attributes) }
        case .object, .image, .shapes: builder.tell(.objectLeftOut, at: Place(sheet: sheet))
        case .row where tableDepth == 1: beginRow(attributes)
        case .cell, .coveredCell:
            if tableDepth == 1 { beginCell(attributes) }
        case .paragraph: beginText()
        default: break
        }
    }

    func end(_ index: Int) throws(ReadingError) {
        guard let element = closing(index) else { return }
        switch element {
        case .table:
            tableDepth -= 1
            if tableDepth == 0 { try endSheet() }
        case .row where tableDepth == 1: try endRow()
        case .cell, .coveredCell:
            if tableDepth == 1 { try endCell() }
        case .paragraph: cell.lines.append(endText())
        default: break
        }
    }

    private func beginSheet(_ attributes: XMLAttributes) {
        sheet = attributes.value("name") ?? ""
        rows = SheetRows(sheet: sheet, budget: builder.budget)
        row = 0
        hiddenRows = 0
        if let style = attributes.value("style-name"), hiddenStyles.contains(style) {
            builder.tell(.hiddenRead, at: Place(sheet: sheet), detail: sheet)
        }
    }

    private func endSheet() throws(ReadingError) {
        if hiddenRows > 0 {
            builder.tell(.hiddenRead, at: Place(sheet: sheet), detail: "rows: \(hiddenRows)")
        }
        var assembler = SheetAssembler(builder)
        try rows.move(to: &assembler)
        builder = assembler.builder
    }

    private func beginRow(_ attributes: XMLAttributes) {
        rowRepeat = max(1, attributes.number("number-rows-repeated") ?? 1)
        rowCells.removeAll(keepingCapacity: true)
        column = 0
        if let visibility = attributes.value("visibility"), visibility != "visible" {
            hiddenRows += min(rowRepeat, SheetRows.mostRows)
        }
    }

    private func endRow() throws(ReadingError) {
        defer { row += rowRepeat }
        guard !rowCells.isEmpty else { return }
        for offset in 0..<rowRepeat {
            guard row + offset < SheetRows.mostRows else {
                throw .tooLarge(what: "rows", limit: SheetRows.mostRows)
            }
            for item in rowCells {
                for next in item.column..<(item.column + item.count) {
                    var copy = item.cell
                    copy.place = rows.place(row: row + offset, column: next)
                    try rows.append(copy, row: row + offset, column: next)
                }
            }
        }
    }

    private func beginCell(_ attributes: XMLAttributes) {
        cell = CellDraft()
        cell.columns = max(1, attributes.number("number-columns-repeated") ?? 1)
        cell.type = attributes.value("value-type") ?? ""
        cell.currency = attributes.value("currency") ?? ""
        cell.isError = attributes.value("value-type", prefix: "calcext") == "error"
        cell.hasFormula = attributes.bytes("formula") != nil
        cell.value =
            attributes.value("value") ?? attributes.value("date-value") ?? attributes.value("time-value")
            ?? attributes.value("boolean-value") ?? attributes.value("string-value") ?? ""
        let columns = attributes.number("number-columns-spanned") ?? 1
        let height = attributes.number("number-rows-spanned") ?? 1
        rows.merge(row: row, column: column, rows: height, columns: columns)
    }

    private func endCell() throws(ReadingError) {
        defer { column += cell.columns }
        let place = rows.place(row: row, column: column)
        let content = typed(at: place)
        guard !content.text.isEmpty else {
            if cell.hasFormula, cell.type.isEmpty { builder.tell(.formulaWithoutValue, at: place) }
            return
        }
        guard column + cell.columns <= SheetRows.mostColumns else {
            throw .tooLarge(what: "columns", limit: SheetRows.mostColumns)
        }
        rowCells.append((column, cell.columns, Cell(content.text, type: content.type, place: place)))
    }

    private func typed(at place: Place) -> TypedText {
        let shown = builder.folded(cell.lines.joined(separator: "\n"), at: place)
        if cell.isError || cell.type == "string" && cell.hasFormula && Self.isError(shown) {
            builder.tell(.formulaError, at: place, detail: shown)
            return TypedText(shown, .error)
        }
        switch cell.type {
        case "float": return number(.number)
        case "currency": return number(cell.currency == "EUR" ? .euro : .number)
        case "percentage": return number(.percent(decimals: Self.decimals(shown)))
        case "date": return DayTime(iso: cell.value).map { TypedText(day: $0, .init()) } ?? TypedText(shown)
        case "time":
            return Duration(cell.value).map { TypedText(DayTime.clock($0.seconds)) } ?? TypedText(shown)
        case "boolean": return TypedText(boolean: cell.value == "true")
        default:
            return TypedText(shown.isEmpty ? builder.folded(cell.value, at: place) : shown)
        }
    }

    /// How many decimals a number shows; at most 15.
    private static func decimals(_ shown: String) -> Int {
        guard let comma = shown.lastIndex(where: { ",.".contains($0) }) else { return 0 }
        return min(15, shown[comma...].dropFirst().prefix(while: \.isNumber).count)
    }

    private func number(_ kind: NumberKind) -> TypedText {
        TypedText(number: Array(cell.value.utf8), kind: kind, is1904: false)
    }

    private static func isError(_ text: String) -> Bool {
        text.hasPrefix("Err:") || text.hasPrefix("#") && text.hasSuffix("!")
    }

    /// A duration as ISO 8601 writes it (`PT10H30M00S`).
    private struct Duration {
        let seconds: Int

        init?(_ text: String) {
            guard text.hasPrefix("PT") else { return nil }
            var total = 0
            var number = 0
            for sign in text.dropFirst(2) {
                if let digit = sign.wholeNumberValue {
                    guard number < 100_000_000 else { return nil }
                    number = number * 10 + digit
                } else {
                    guard sign == "H" || sign == "M" || sign == "S" || sign == "." || sign == "," else {
                        return nil
                    }
                    total += number * (sign == "H" ? 3600 : sign == "M" ? 60 : 1)
                    if sign == "." || sign == "," { break }
                    number = 0
                }
            }
            seconds = total
        }
    }
}
