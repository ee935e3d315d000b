/// Where something stands in a file. What a format does not have is nil: text has lines, a PDF has pages, a workbook
/// has sheets with cells.
///
/// Numbers are kept in 32 bits, for a sheet has a million cells and each has its place; larger ones are cut to that.
public struct Place: Hashable, Sendable, Comparable {
    /// The name of the sheet.
    public var sheet: String?

    private var storedPage: Int32
    private var storedLine: Int32
    private var storedBlock: Int32
    private var cellRow: Int32
    private var cellColumn: Int32

    /// The page, from 1.
    public var page: Int? {
        get { storedPage > 0 ? Int(storedPage) : nil }
        set { storedPage = Int32(clamping: newValue ?? 0) }
    }

    /// The line in the file, on the page of a PDF, or the row of a sheet, from 1.
    public var line: Int? {
        get { storedLine > 0 ? Int(storedLine) : nil }
        set { storedLine = Int32(clamping: newValue ?? 0) }
    }

    /// The cell as spreadsheets name it (`B7`); in a table of another format, counted within that table.
    public var cell: String? {
        get { row.map { Place.cellName(row: $0, column: Int(cellColumn)) } }
        set { setCell(newValue.flatMap(Place.position)) }
    }

    /// How many blocks of the file stand before the one that this is in: the order of reading.
    public var block: Int {
        get { Int(storedBlock) }
        set { storedBlock = Int32(clamping: newValue) }
    }

    /// The row of the cell, from 0.
    public var row: Int? { cellRow >= 0 ? Int(cellRow) : nil }
    /// The column of the cell, from 0.
    public var column: Int? { cellRow >= 0 ? Int(cellColumn) : nil }

    /// A place; what the format does not have is left out.
    public init(
        page: Int? = nil, sheet: String? = nil, line: Int? = nil, cell: String? = nil, block: Int = 0
    ) {
        self.init(page: page, sheet: sheet, line: line, block: block)
        if let cell { setCell(Place.position(cell)) }
    }

    /// The place of a cell by row and column, both from 0.
    public init(
        page: Int? = nil, sheet: String? = nil, line: Int? = nil, row: Int, column: Int, block: Int = 0
    ) {
        self.init(page: page, sheet: sheet, line: line, block: block)
        setCell((row, column))
    }

    private init(page: Int?, sheet: String?, line: Int?, block: Int) {
        self.sheet = sheet
        storedPage = Int32(clamping: page ?? 0)
        storedLine = Int32(clamping: line ?? 0)
        storedBlock = Int32(clamping: block)
        cellRow = -1
        cellColumn = -1
    }

    /// The place of a cell here, by row and column, both from 0.
    public func cell(row: Int, column: Int) -> Place {
        var place = self
        place.setCell((row, column))
        return place
    }

    private mutating func setCell(_ position: (row: Int, column: Int)?) {
        cellRow = Int32(clamping: position?.row ?? -1)
        cellColumn = Int32(clamping: position?.column ?? -1)
    }

    /// In the order of reading.
    public static func < (left: Place, right: Place) -> Bool {
        (left.storedBlock, left.storedPage, left.storedLine)
            < (right.storedBlock, right.storedPage, right.storedLine)
    }
}

extension Place {
    /// The name of a cell as spreadsheets write it: `B7` for row 6, column 1, both from 0.
    public static func cellName(row: Int, column: Int) -> String {
        var letters: [UInt8] = []
        var rest = column
        repeat {
            letters.append(UInt8(ascii: "A") + UInt8(rest % 26))
            rest = rest / 26 - 1
        } while rest >= 0
        return String(decoding: letters.reversed(), as: UTF8.self) + String(row + 1)
    }

    /// The row and the column of a cell's name, both from 0; nil where it is none.
    public static func position(_ name: some StringProtocol) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        var digits = 0
        for byte in name.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where digits == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
            case UInt8(ascii: "a")...UInt8(ascii: "z") where digits == 0:
                column = column * 26 + Int(byte - UInt8(ascii: "a")) + 1
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                row = row * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
            default: return nil
            }
            guard column <= 1 << 20, row <= 1 << 30 else { return nil }
        }
        return column > 0 && row > 0 ? (row - 1, column - 1) : nil
    }
}

extension Place: Codable {
    private enum CodingKeys: CodingKey {
        case page, sheet, line, cell, block
    }

    /// A place from its parts, those that are nil left out.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            page: try values.decodeIfPresent(Int.self, forKey: .page),
            sheet: try values.decodeIfPresent(String.self, forKey: .sheet),
            line: try values.decodeIfPresent(Int.self, forKey: .line),
            cell: try values.decodeIfPresent(String.self, forKey: .cell),
            block: try values.decodeIfPresent(Int.self, forKey: .block) ?? 0)
    }

    /// The parts of a place, those that are nil left out.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encodeIfPresent(page, forKey: .page)
        try values.encodeIfPresent(sheet, forKey: .sheet)
        try values.encodeIfPresent(line, forKey: .line)
        try values.encodeIfPresent(cell, forKey: .cell)
        try values.encode(block, forKey: .block)
    }
}
