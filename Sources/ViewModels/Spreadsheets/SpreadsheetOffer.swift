import Exporting
import Foundation
import Localization
import Model
import Spreadsheets

/// A spreadsheet that the window makes of what is shown.
public enum SpreadsheetOffer: String, CaseIterable, Sendable {
    /// All tables of the year.
    case tables
    /// What the indicators reached, to be filled in.
    case actuals
    /// The services' figures of the year, to be filled in.
    case series

    /// What it is called in the menu.
    public var title: String {
        switch self {
        case .tables: tr("Export the tables…")
        case .actuals: tr("Template for the actuals…")
        case .series: tr("Template for the services' figures…")
        }
    }

    /// The name that is proposed for its file.
    @MainActor public func fileName(_ session: ArchiveSession) -> String {
        let name =
            switch self {
            case .tables: tr("tables")
            case .actuals: tr("actuals")
            case .series: tr("services")
            }
        return FileNames.safe(name + " \(session.year)") + ".xlsx"
    }

    /// Writes it; the end of the name says the format, XLSX where there is none.
    ///
    /// - Returns: how many figures stand as texts, because a spreadsheet would round them.
    /// - Throws: `SpreadsheetProblem` where it cannot be written.
    @discardableResult @MainActor
    public func write(_ session: ArchiveSession, to url: URL) throws(SpreadsheetProblem) -> Int {
        let suffix = url.pathExtension.lowercased()
        guard let format = TableFormat(rawValue: suffix.isEmpty ? "xlsx" : suffix), format.holdsSeveral else {
            throw SpreadsheetProblem(
                words: tr(
                    "A spreadsheet is written as XLSX or ODS, and «{file}» ends otherwise.",
                    ["file": url.lastPathComponent]))
        }
        let place = suffix.isEmpty ? url.appendingPathExtension("xlsx") : url
        let workbook = try workbook(session)
        let bytes: Data
        do throws(WritingError) {
            bytes = try format.bytes(of: workbook)
        } catch {
            throw SpreadsheetProblem(words: error.words)
        }
        do {
            try FileOutput.write(bytes, to: place)
        } catch {
            throw SpreadsheetProblem(words: FileOutput.words(of: error, file: place.lastPathComponent))
        }
        return workbook.tables.reduce(0) { $0 + $1.inexactFigures.count }
    }

    @MainActor private func workbook(_ session: ArchiveSession) throws(SpreadsheetProblem) -> Workbook {
        let content = session.content
        let workbook: Workbook
        switch self {
        case .tables: return ArchiveTables.workbook(of: content, year: session.year)
        case .actuals:
            workbook =
                content.plans[session.year].map { ActualsTemplate.workbook($0, of: content.municipality) }
                ?? Workbook(title: "", sheets: [])
        case .series:
            workbook = SeriesTemplate.workbook(
                content.services, year: session.year, of: content.municipality)
        }
        guard workbook.tables.contains(where: { !$0.rows.isEmpty }) else {
            throw SpreadsheetProblem(
                words: tr("There is nothing to ask: nothing of the archive belongs to it."))
        }
        return workbook
    }
}

/// Why a spreadsheet was not written.
public struct SpreadsheetProblem: Error, Hashable, Sendable {
    /// In words.
    public let words: String
}
