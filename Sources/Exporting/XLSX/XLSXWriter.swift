import CXlsxWriter
import Foundation
import Model

/// Workbooks as XLSX, by libxlsxwriter.
public enum XLSXWriter {
    /// The bytes of a workbook.
    ///
    /// - Throws: `WritingError` where a sheet holds more than a spreadsheet can, or the disk has no room.
    public static func bytes(of workbook: Workbook) throws(WritingError) -> Data {
        for table in workbook.tables { try SpreadsheetLimits.check(table) }
        let file = FileManager.default.temporaryDirectory
            .appending(path: "barometro-\(UUID().uuidString).xlsx").path(percentEncoded: false)
        defer { try? FileManager.default.removeItem(atPath: file) }
        try write(workbook, to: file)
        let written: Data
        do {
            written = try Data(contentsOf: URL(filePath: file))
        } catch {
            throw .failed(reason: error.localizedDescription)
        }
        return try XLSXDigits.exact(written)
    }

    private static func write(_ workbook: Workbook, to file: String) throws(WritingError) {
        guard let book = workbook_new(file) else { throw .failed(reason: "workbook_new") }
        setTitle(workbook.title, of: book)
        let formats = XLSXFormats(book)
        var problem: WritingError?
        for (sheet, name) in zip(workbook.sheets, workbook.sheetNames) {
            guard let page = workbook_add_worksheet(book, name) else {
                problem = .failed(reason: name)
                break
            }
            switch sheet {
            case .table(let table): XLSXSheet(page, formats, remark: workbook.remarkOnInexact).write(table)
            case .paragraphs(_, let texts): XLSXSheet(page, formats, remark: "").write(texts)
            }
        }
        // Closing gives everything back, whatever went wrong.
        let code = workbook_close(book)
        if let problem { throw problem }
        guard code == LXW_NO_ERROR else { throw .failed(reason: String(cString: lxw_strerror(code))) }
    }

    private static func setTitle(_ title: String, of book: UnsafeMutablePointer<lxw_workbook>) {
        guard let copy = strdup(title), let program = strdup("Barometro") else { return }
        defer {
            free(copy)
            free(program)
        }
        var properties = lxw_doc_properties()
        properties.title = copy
        properties.company = program
        workbook_set_properties(book, &properties)
    }
}

/// The formats of a workbook, each made once.
final class XLSXFormats {
    /// What a cell looks like.
    struct Style: Hashable {
        var number = NumberFormat.general
        var isLocked = true
        var isBold = false
        var isWrapped = false
        var isShaded = false
    }

    private let book: UnsafeMutablePointer<lxw_workbook>
    private var made: [Style: UnsafeMutablePointer<lxw_format>] = [:]

    /// The formats of a workbook in the making.
    init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

    /// The format of a style.
    func callAsFunction(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
        if let known = made[style] { return known }
        guard let format = workbook_add_format(book) else { return nil }
        if style.number != .general { format_set_num_format(format, style.number.code) }
        if !style.isLocked { format_set_unlocked(format) }
        if style.isBold { format_set_bold(format) }
        if style.isWrapped { format_set_text_wrap(format) }
        if style.isShaded { format_set_bg_color(format, lxw_color_t(0xDCE6F1)) }
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        made[style] = format
        return format
    }
}

/// Writes a sheet.
struct XLSXSheet {
    private let sheet: UnsafeMutablePointer<lxw_worksheet>
    private let formats: XLSXFormats
    private let remark: String

    /// A sheet of a workbook in the making; `remark` is noted at figures that stand as texts.
    init(_ sheet: UnsafeMutablePointer<lxw_worksheet>, _ formats: XLSXFormats, remark: String) {
        self.sheet = sheet
        self.formats = formats
        self.remark = remark
    }

    /// Writes paragraphs.
    func write(_ texts: [String]) {
        worksheet_set_column(sheet, 0, 0, 100, nil)
        for (row, text) in texts.enumerated() {
            let style = XLSXFormats.Style(isBold: row == 0, isWrapped: true)
            worksheet_write_string(sheet, lxw_row_t(row), 0, text, formats(style))
        }
        setPaper(isWide: false)
    }

    /// Writes a table.
    func write(_ table: DataTable) {
        let head = table.lead.isEmpty ? 0 : table.lead.count + 1
        let firstShown = table.columns.firstIndex { !$0.isHidden } ?? 0
        for (row, text) in table.lead.enumerated() {
            worksheet_write_string(
                sheet, lxw_row_t(row), lxw_col_t(firstShown), text, formats(.init(isBold: row == 0)))
        }
        for (index, column) in table.columns.enumerated() { setUp(column, at: index) }
        for (index, column) in table.columns.enumerated() {
            worksheet_write_string(
                sheet, lxw_row_t(head), lxw_col_t(index), column.head,
                formats(.init(isBold: true, isWrapped: true, isShaded: true)))
        }
        for (index, cells) in table.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                write(cell, in: table.columns[column], row: head + 1 + index, column: column)
            }
        }
        if table.isProtected { protect(table, below: head + 1 + table.rows.count) }
        addRules(table, head: head)
        finish(table, head: head)
    }

    private func setUp(_ column: DataColumn, at index: Int) {
        var options = lxw_row_col_options()
        options.hidden = column.isHidden ? 1 : 0
        worksheet_set_column_opt(
            sheet, lxw_col_t(index), lxw_col_t(index), Double(column.width), nil, &options)
    }

    private func write(_ cell: DataCell, in column: DataColumn, row: Int, column index: Int) {
        let (row, position) = (lxw_row_t(row), lxw_col_t(index))
        var style = XLSXFormats.Style(number: NumberFormat(cell, in: column), isLocked: column.isLocked)
        style.isWrapped = column.wrapsTexts
        switch cell {
        case .empty:
            if !column.isLocked { worksheet_write_blank(sheet, row, position, formats(style)) }
        case .text(let text): worksheet_write_string(sheet, row, position, text, formats(style))
        case .number(let figure):
            write(SpreadsheetNumber.exact(figure), else: cell, style, row, position)
        case .percent(let share):
            write(SpreadsheetNumber.exact(share.hundredth), else: cell, style, row, position)
        case .date(let date): write(date, else: cell, style, row, position)
        case .month(let month): write(month.firstDay, else: cell, style, row, position)
        }
    }

    /// A figure, or where it would be rounded its text and why.
    private func write(
        _ number: Double?, else cell: DataCell, _ style: XLSXFormats.Style, _ row: lxw_row_t,
        _ column: lxw_col_t
    ) {
        if let number {
            worksheet_write_number(sheet, row, column, number, formats(style))
        } else {
            writeText(of: cell, style, row, column)
            if !remark.isEmpty { worksheet_write_comment(sheet, row, column, remark) }
        }
    }

    private func write(
        _ date: CalendarDate?, else cell: DataCell, _ style: XLSXFormats.Style, _ row: lxw_row_t,
        _ column: lxw_col_t
    ) {
        // Workbooks count a day that was not, 29 February 1900.
        guard let date, (date.year, date.month) >= (1900, 3) else {
            return writeText(of: cell, style, row, column)
        }
        var day = lxw_datetime()
        (day.year, day.month, day.day) = (Int32(date.year), Int32(date.month), Int32(date.day))
        worksheet_write_datetime(sheet, row, column, &day, formats(style))
    }

    private func writeText(
        of cell: DataCell, _ style: XLSXFormats.Style, _ row: lxw_row_t, _ column: lxw_col_t
    ) {
        var style = style
        style.number = .text
        worksheet_write_string(sheet, row, column, cell.italian, formats(style))
    }

    /// Locks what is locked; below the rows something may be added.
    private func protect(_ table: DataTable, below first: Int) {
        for row in first..<(first + SpreadsheetLimits.freeRows) {
            for column in table.columns.indices where !table.columns[column].isHidden {
                worksheet_write_blank(
                    sheet, lxw_row_t(row), lxw_col_t(column), formats(.init(isLocked: false)))
            }
        }
        var options = lxw_protection()
        (options.format_cells, options.format_columns, options.format_rows) = (1, 1, 1)
        (options.insert_rows, options.delete_rows, options.sort, options.autofilter) = (1, 1, 1, 1)
        (options.insert_columns, options.insert_hyperlinks) = (1, 1)
        worksheet_protect(sheet, nil, &options)
    }

    private func addRules(_ table: DataTable, head: Int) {
        let last = head + table.rows.count + (table.isProtected ? SpreadsheetLimits.freeRows : 0)
        guard last > head else { return }
        for (index, column) in table.columns.enumerated() {
            let own = table.ruleByCell.filter { $0.key.column == index }
            if own.isEmpty {
                add(column.rule, column.prompt, rows: (head + 1)...last, column: index)
                continue
            }
            for row in table.rows.indices {
                let rule = own[DataTable.CellIndex(row: row, column: index)] ?? column.rule
                let place = head + 1 + row
                add(rule, column.prompt, rows: place...place, column: index)
            }
        }
    }

    private func add(_ rule: DataColumn.Rule?, _ prompt: String, rows: ClosedRange<Int>, column: Int) {
        guard rule != nil || !prompt.isEmpty else { return }
        let validation = XLSXValidation(rule, prompt: prompt)
        validation.withValue { value in
            _ = worksheet_data_validation_range(
                sheet, lxw_row_t(rows.lowerBound), lxw_col_t(column), lxw_row_t(rows.upperBound),
                lxw_col_t(column), value)
        }
    }

    private func finish(_ table: DataTable, head: Int) {
        worksheet_freeze_panes(sheet, lxw_row_t(head + 1), 0)
        worksheet_repeat_rows(sheet, lxw_row_t(head), lxw_row_t(head))
        if let last = table.columns.indices.last {
            worksheet_autofilter(
                sheet, lxw_row_t(head), 0, lxw_row_t(head + table.rows.count), lxw_col_t(last))
        }
        setPaper(isWide: true)
    }

    private func setPaper(isWide: Bool) {
        worksheet_set_paper(sheet, 9)
        if isWide { worksheet_set_landscape(sheet) }
        worksheet_fit_to_pages(sheet, 1, 0)
        worksheet_set_footer(sheet, "&C&A – &P/&N")
    }
}
