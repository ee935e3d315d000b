import Foundation

/// The formats in which tables leave the program.
public enum TableFormat: String, CaseIterable, Sendable {
    /// A workbook of Excel.
    case xlsx
    /// A workbook of OpenDocument.
    case ods
    /// Separated values.
    case csv
    /// A table of HTML.
    case html

    /// One file holds several tables.
    public var holdsSeveral: Bool { self == .xlsx || self == .ods }

    /// The bytes of a workbook in this format; of formats that hold one table, of its first one.
    public func bytes(of workbook: Workbook) throws(WritingError) -> Data {
        switch self {
        case .xlsx: return try XLSXWriter.bytes(of: workbook)
        case .ods: return try ODSWriter.bytes(of: workbook)
        case .csv: return workbook.tables.first.map { CSVText.italian($0) } ?? Data()
        case .html: return Data((workbook.tables.first.map(HTMLTable.document) ?? "").utf8)
        }
    }
}
