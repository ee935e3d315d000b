import Exporting
import Localization

extension WritingError {
    /// What went wrong, and what can be done, in words.
    public var words: String {
        switch self {
        case .textTooLong(let sheet, let row):
            tr(
                "A text in row {row} of «{sheet}» is longer than a cell of a spreadsheet holds. Write the tables as CSV.",
                ["row": "\(row)", "sheet": sheet])
        case .sheetTooLarge(let sheet):
            tr(
                "«{sheet}» has more rows than a spreadsheet holds. Write the tables as CSV, or choose a year.",
                ["sheet": sheet])
        case .failed(let reason): tr("The tables cannot be written: {reason}.", ["reason": reason])
        }
    }
}
