/// Where something stands in a file. What a format does not have is nil: text has lines, a PDF has pages, a workbook
/// has sheets with cells.
public struct Place: Hashable, Codable, Sendable, Comparable {
    /// The page, from 1.
    public var page: Int?
    /// The name of the sheet.
    public var sheet: String?
    /// The line in the file, or on the page where there is one, from 1.
    public var line: Int?
    /// The cell as spreadsheets name it (`B7`); in a table of another format, counted within that table.
    public var cell: String?
    /// How many blocks of the file stand before the one that this is in: the order of reading.
    public var block: Int

    /// A place; what the format does not have is left out.
    public init(
        page: Int? = nil, sheet: String? = nil, line: Int? = nil, cell: String? = nil, block: Int = 0
    ) {
        self.page = page
        self.sheet = sheet
        self.line = line
        self.cell = cell
        self.block = block
    }

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

    /// In the order of reading.
    public static func < (left: Place, right: Place) -> Bool {
        (left.block, left.page ?? 0, left.line ?? 0) < (right.block, right.page ?? 0, right.line ?? 0)
    }
}
