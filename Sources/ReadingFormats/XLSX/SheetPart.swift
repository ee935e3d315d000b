import Reading

/// The cells of one sheet of a workbook.
final class SheetPart: XMLHandler {
    /// The rows that were read.
    var rows: SheetRows
    /// The document, for what there is to tell.
    var builder: DocumentBuilder

    let names = [
        "x:row", "x:c", "x:v", "x:t", "x:f", "x:rPh", "x:mergeCell", "x:drawing", "x:col", "x:is",
    ]

    private let strings: [FoldedText]
    private let styles: WorkbookStyles
    private let is1904: Bool
    private let sheet: String
    private var buffer: TextBuffer
    private var row = -1
    private var column = -1
    private var cellType = ReferenceType.number
    private var style = 0
    private var hasFormula = false
    private var hasValue = false
    private var isCollecting = false
    private var isInPhonetic = false
    private var hiddenRows = 0
    private var hiddenColumns = 0

    /// What the attribute `t` of a cell says of its value.
    private enum ReferenceType {
        case number, shared, text, inline, boolean, error, date
    }

    init(
        sheet: String, strings: [FoldedText], styles: WorkbookStyles, is1904: Bool, builder: DocumentBuilder
    ) {
        self.sheet = sheet
        self.strings = strings
        self.styles = styles
        self.is1904 = is1904
        self.builder = builder
        buffer = TextBuffer(builder.budget)
        rows = SheetRows(sheet: sheet, budget: builder.budget)
    }

    func start(_ element: Int, _ attributes: XMLAttributes) throws(ReadingError) {
        switch element {
        case 0: startRow(attributes)
        case 1: try startCell(attributes)
        case 2: isCollecting = cellType != .inline
        case 3: isCollecting = !isInPhonetic
        case 4: hasFormula = true
        case 5: isInPhonetic = true
        case 6: merge(attributes)
        case 7: builder.tell(.objectLeftOut, at: Place(sheet: sheet))
        case 8: if attributes.isTrue("hidden") { hiddenColumns += 1 }
        case 9: cellType = .inline
        default: break
        }
    }

    func end(_ element: Int) throws(ReadingError) {
        switch element {
        case 1: try endCell()
        case 2:
            hasValue = hasValue || isCollecting
            isCollecting = false
        case 3:
            hasValue = hasValue || isCollecting
            isCollecting = false
        case 5: isInPhonetic = false
        default: break
        }
    }

    func text(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingError) {
        if isCollecting { try buffer.append(bytes) }
    }

    /// Tells what the sheet hides and gives its rows to an assembler.
    func finish(_ isHidden: Bool) throws(ReadingError) {
        if isHidden { builder.tell(.hiddenRead, at: Place(sheet: sheet), detail: sheet) }
        if hiddenRows > 0 {
            builder.tell(.hiddenRead, at: Place(sheet: sheet), detail: "rows: \(hiddenRows)")
        }
        if hiddenColumns > 0 {
            builder.tell(.hiddenRead, at: Place(sheet: sheet), detail: "columns: \(hiddenColumns)")
        }
        var assembler = SheetAssembler(builder)
        try rows.move(to: &assembler)
        builder = assembler.builder
    }

    private func startRow(_ attributes: XMLAttributes) {
        row = attributes.number("r").map { $0 - 1 } ?? row + 1
        column = -1
        if attributes.isTrue("hidden") { hiddenRows += 1 }
    }

    private func startCell(_ attributes: XMLAttributes) throws(ReadingError) {
        buffer.clear()
        hasFormula = false
        hasValue = false
        style = attributes.number("s") ?? 0
        cellType = Self.type(attributes)
        column += 1
        if let name = attributes.bytes("r") { readName(name) }
        guard column < SheetRows.mostColumns, (0..<SheetRows.mostRows).contains(row) else {
            throw .damaged(format: .xlsx, detail: Place.cellName(row: max(row, 0), column: column))
        }
    }

    /// The position of a cell by its name (`B7`); a name that is none changes nothing.
    private func readName(_ name: UnsafeBufferPointer<UInt8>) {
        var newColumn = 0
        var newRow = 0
        for byte in name {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where newRow == 0 && newColumn < 100_000:
                newColumn = newColumn * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9") where newRow < 100_000_000:
                newRow = newRow * 10 + Int(byte - UInt8(ascii: "0"))
            default: return
            }
        }
        guard newColumn > 0, newRow > 0 else { return }
        column = newColumn - 1
        row = newRow - 1
    }

    private static func type(_ attributes: XMLAttributes) -> ReferenceType {
        guard let bytes = attributes.bytes("t"), let first = bytes.first else { return .number }
        switch first {
        case UInt8(ascii: "s"): return bytes.count == 1 ? .shared : .text
        case UInt8(ascii: "i"): return .inline
        case UInt8(ascii: "b"): return .boolean
        case UInt8(ascii: "e"): return .error
        case UInt8(ascii: "d"): return .date
        default: return .number
        }
    }

    private func endCell() throws(ReadingError) {
        let place = rows.place(row: row, column: column)
        if hasFormula, !hasValue || buffer.isEmpty && cellType == .number {
            builder.tell(.formulaWithoutValue, at: place)
        }
        guard !buffer.isEmpty else { return }
        let content = typed(at: place)
        guard !content.text.isEmpty else { return }
        try rows.append(Cell(content.text, type: content.type, place: place), row: row, column: column)
    }

    private func typed(at place: Place) -> TypedText {
        switch cellType {
        case .number:
            return buffer.withBytes { TypedText(number: $0, kind: styles.kind(style), is1904: is1904) }
        case .shared:
            guard let index = Int(buffer.text.filter { !$0.isWhitespace }), strings.indices.contains(index)
            else {
                builder.tell(.partUnreadable, at: place, detail: "sharedStrings \(buffer.text)")
                return TypedText("")
            }
            return TypedText(builder.use(strings[index], at: place))
        case .text, .inline:
            return TypedText(builder.folded(EscapedText.decoded(buffer.text), at: place))
        case .boolean: return TypedText(boolean: buffer.text == "1" || buffer.text == "true")
        case .error:
            builder.tell(.formulaError, at: place, detail: buffer.text)
            return TypedText(buffer.text, .error)
        case .date:
            return DayTime(iso: buffer.text).map { TypedText(day: $0, NumberKind.DateShape()) }
                ?? TypedText(buffer.text)
        }
    }

    private func merge(_ attributes: XMLAttributes) {
        guard let reference = attributes.value("ref") else { return }
        let corners = reference.split(separator: ":").compactMap { Place.position($0) }
        guard corners.count == 2, corners[1].row >= corners[0].row, corners[1].column >= corners[0].column
        else {
            return
        }
        rows.merge(
            row: corners[0].row, column: corners[0].column, rows: corners[1].row - corners[0].row + 1,
            columns: corners[1].column - corners[0].column + 1)
    }
}
