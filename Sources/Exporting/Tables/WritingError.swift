/// Why a table could not be written.
public enum WritingError: Error, Hashable, Sendable {
    /// A text is longer than a cell of a spreadsheet holds.
    case textTooLong(sheet: String, row: Int)
    /// A sheet has more rows or columns than a spreadsheet holds.
    case sheetTooLarge(sheet: String)
    /// The library or the disk says no, in its words.
    case failed(reason: String)
}

/// What spreadsheets hold.
enum SpreadsheetLimits {
    /// Characters of a cell, as UTF-16 counts them.
    static let cell = 32_767
    /// Rows of a sheet.
    static let rows = 1_048_576
    /// Columns of a sheet.
    static let columns = 16_384
    /// Rows below a table of a protected sheet where something may be added.
    static let freeRows = 30

    /// Refuses a table that a sheet does not hold.
    static func check(_ table: DataTable) throws(WritingError) {
        guard table.rows.count + table.lead.count + freeRows + 2 < rows, table.columns.count <= columns
        else { throw .sheetTooLarge(sheet: table.name) }
        for (index, cells) in table.rows.enumerated() {
            for case .text(let text) in cells where text.utf16.count > cell {
                throw .textTooLong(sheet: table.name, row: index + 1)
            }
        }
    }
}
