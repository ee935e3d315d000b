import Exporting
import Foundation
import Importing
import Model
import Reading
import ReadingFormats
import Sample
import Spreadsheets
import Testing

/// Tables for spreadsheets, as the readers of workbooks and separated values see them.
@Suite struct SpreadsheetTests {
    /// The figures that a spreadsheet keeps, and some that it would round.
    private static let figures = [
        "0", "12.5", "-22.12", "97.5", "123456789012345", "0.000001", "0.1", "1234567.89",
        "100000000000000000000",
        "1234567890123456", "3.1415926535897932", "0.987654321098765",
    ].compactMap { ExactDecimal(plain: $0) }

    private func table() -> DataTable {
        var list = DataColumn("state", "Stato", .list(["sì", "no"]))
        list.isLocked = false
        return DataTable(
            "Prova",
            columns: [
                DataColumn("name", "Nome"), DataColumn("value", "Valore", .number(decimals: 0)),
                DataColumn("share", "Quota", .percent), DataColumn("day", "Giorno", .date),
                DataColumn("month", "Mese", .month), list,
            ],
            rows: SpreadsheetTests.figures.enumerated().map { index, figure in
                [
                    .text("Voce \(index) «à» <&>\"'"), .number(figure),
                    .percent(ExactDecimal(mantissa: 725, scale: 1)),
                    CalendarDate(year: 2024, month: 2, day: 29).map { .date($0) } ?? .empty,
                    .month(Month(year: 2024, number: 3)), index == 0 ? .empty : .text("sì"),
                ]
            })
    }

    private func cells(_ document: SourceDocument) throws -> [[Cell]] {
        try #require(
            document.blocks.lazy.compactMap { block -> [[Cell]]? in
                guard case .table(let table) = block.content else { return nil }
                return table.rows
            }.first)
    }

    @Test(arguments: [TableFormat.xlsx, .ods]) func workbooksKeepEachTypeAndEachDigit(_ format: TableFormat)
        throws
    {
        let bytes = try format.bytes(of: Workbook(title: "Prova", tables: [table()]))
        let rows = try cells(FormatReader.read(Array(bytes), budget: .standard))
        #expect(rows[0].map(\.text) == ["Nome", "Valore", "Quota", "Giorno", "Mese", "Stato"])
        for (figure, row) in zip(SpreadsheetTests.figures, rows.dropFirst()) {
            #expect(ItalianNumber.read(row[1].text) == figure)
            #expect(row[2].type == .percent("72.5"))
            #expect(row[3].type == .date("2024-02-29"))
            #expect(row[4].text.contains("2024"))
        }
        #expect(rows[1][0].text == "Voce 0 «à» <&>\"'")
    }

    @Test func onlyAFigureOfMoreDigitsThanASpreadsheetKeepsIsAText() throws {
        let inexact = Set(table().inexactFigures.values.map(\.description))
        #expect(inexact.contains("1234567890123456"))
        #expect(inexact.contains("3.1415926535897932"))
        #expect(!inexact.contains("123456789012345"))
        #expect(!inexact.contains("1234567.89"))
        #expect(!inexact.contains("100000000000000000000"))
        let bytes = try XLSXWriter.bytes(of: Workbook(title: "", tables: [table()]))
        let rows = try cells(FormatReader.read(Array(bytes), budget: .standard))
        for row in rows.dropFirst() {
            let figure = try #require(ItalianNumber.read(row[1].text))
            #expect((row[1].type == .text) == inexact.contains(figure.description), "\(figure)")
        }
    }

    @Test(arguments: [
        "=1+1", "+39 06", "-voce", "@nome", "'=1+1", "''-x", "a;b", "a\"b", "due\nrighe", "'citato'",
        "- voce",
    ]) func aTextOfACSVIsNoFormulaAndComesBackAsItWas(_ text: String) throws {
        var table = DataTable("Prova", columns: [DataColumn("a", "Nome"), DataColumn("b", "Valore")])
        table.rows = (0..<4).map { [.text(text), .number(ExactDecimal($0))] }
        let bytes = Array(CSVText.italian(table))
        let written = String(decoding: bytes.dropFirst(3), as: UTF8.self)
        for line in written.split(separator: "\r\n").dropFirst() {
            #expect(!"=+-@".contains(line.first { $0 != "\"" } ?? " "))
        }
        let rows = try cells(TextReader.read(bytes, budget: .standard))
        #expect(rows.count == 5)
        for row in rows.dropFirst() { #expect(row[0].text == text) }
    }

    @Test func aCSVWithAnotherSeparatorDeclaresIt() throws {
        let table = DataTable(
            "Prova", columns: [DataColumn("a", "Nome"), DataColumn("b", "Valore")],
            rows: [[.text("a"), .number(ExactDecimal(mantissa: 15, scale: 1))]])
        let bytes = Array(CSVText.italian(table, separator: ","))
        #expect(String(decoding: bytes, as: UTF8.self).contains("sep=,\r\n"))
        let rows = try cells(TextReader.read(bytes, budget: .standard))
        #expect(rows[1].map(\.text) == ["a", "1,5"])
    }

    @Test func theClipboardsTableIsReadAsATable() throws {
        let html = HTMLTable.document(table())
        let rows = try cells(FormatReader.read(Array(html.utf8), budget: .standard))
        #expect(rows.count == SpreadsheetTests.figures.count + 1)
        #expect(rows[1][0].text == "Voce 0 «à» <&>\"'")
        #expect(rows[2][1].text == "12,5")
    }

    @Test func anArchiveHasATableOfEachSubjectWithARowForEachThing() {
        var content = SampleArchive.content()
        let plan = content.plans[SampleArchive.year]
        let year = SampleArchive.year + 1
        content.plans[year] = plan?.next(year: year)
        let all = ArchiveTables.tables(of: content)
        let tables = ArchiveTables.tables(of: content, year: SampleArchive.year)
        #expect(all.count == 8)
        let years = all[6]
        #expect(years.rows.count == plan?.indicatorCount)
        #expect(years.columns.map(\.name).contains("actual\(year)"))
        // A part of the archive is followed beyond it.
        let part = content.part(PartSelection(of: content, year: year))
        #expect(ArchiveTables.tables(of: part, [.years], year: year, partOf: content) == [years])
        for table in tables {
            #expect(!table.rows.isEmpty, "\(table.name)")
            for row in table.rows { #expect(row.count == table.columns.count) }
        }
        #expect(tables[0].rows.count == plan?.indicatorCount)
        #expect(tables[1].rows.count == plan?.objectiveCount)
        #expect(tables[3].rows.count == content.projects.values.first?.projects.count)
    }
}
