import Model

/// The content of a workbook as OpenDocument writes it.
struct ODSContent {
    /// What a cell looks like.
    private struct Style: Hashable {
        var number = NumberFormat.general
        var isLocked = true
        var isBold = false
        var isWrapped = false
        var isShaded = false
    }

    private let workbook: Workbook
    private var styles: [Style: String] = [:]
    private var styleOrder: [Style] = []
    private var widths: [Int: String] = [:]
    private var rules: [String] = []
    private var ruleNames: [String: String] = [:]

    /// The content of a workbook.
    init(_ workbook: Workbook) { self.workbook = workbook }

    /// The part `content.xml`.
    mutating func text() -> String {
        var sheets = ""
        for (sheet, name) in zip(workbook.sheets, workbook.sheetNames) {
            switch sheet {
            case .table(let table): sheets += self.sheet(table, name: name)
            case .paragraphs(_, let texts): sheets += self.sheet(texts, name: name)
            }
        }
        let validations =
            rules.isEmpty
            ? ""
            : "<table:content-validations>" + rules.joined() + "</table:content-validations>"
        return ODSWriter.opening("document-content") + "<office:automatic-styles>" + styleText
            + "</office:automatic-styles><office:body><office:spreadsheet>" + validations + sheets
            + databaseRanges + "</office:spreadsheet></office:body></office:document-content>\n"
    }

    // MARK: Sheets

    private mutating func sheet(_ texts: [String], name: String) -> String {
        var text = "<table:table table:name=\"\(XMLText.escaped(name))\" table:style-name=\"ta\">"
        text += "<table:table-column table:style-name=\"\(width(100))\"/>"
        for (row, paragraph) in texts.enumerated() {
            let style = style(Style(isBold: row == 0, isWrapped: true))
            text += "<table:table-row>" + stringCell(paragraph, style: style) + "</table:table-row>"
        }
        return text + "</table:table>"
    }

    private mutating func sheet(_ table: DataTable, name: String) -> String {
        var text = "<table:table table:name=\"\(XMLText.escaped(name))\" table:style-name=\"ta\""
        text += table.isProtected ? " table:protected=\"true\">" : ">"
        if table.isProtected {
            text += "<loext:table-protection loext:select-protected-cells=\"true\""
            text += " loext:select-unprotected-cells=\"true\" loext:insert-rows=\"true\""
            text += " loext:insert-columns=\"true\" loext:delete-rows=\"true\" loext:autofilter=\"true\"/>"
        }
        for column in table.columns {
            text += "<table:table-column table:style-name=\"\(width(column.width))\""
            text += column.isHidden ? " table:visibility=\"collapse\"/>" : "/>"
        }
        text += lead(table)
        text += "<table:table-header-rows><table:table-row>"
        let head = style(Style(isBold: true, isWrapped: true, isShaded: true))
        for column in table.columns { text += stringCell(column.head, style: head) }
        text += "</table:table-row></table:table-header-rows>"
        for row in table.rows.indices { text += self.row(row, of: table) }
        if table.isProtected { text += freeRows(of: table) }
        return text + "</table:table>"
    }

    private mutating func lead(_ table: DataTable) -> String {
        guard !table.lead.isEmpty else { return "" }
        let first = table.columns.firstIndex { !$0.isHidden } ?? 0
        let gap = String(repeating: "<table:table-cell/>", count: first)
        var text = ""
        for (row, line) in table.lead.enumerated() {
            let style = style(Style(isBold: row == 0))
            text += "<table:table-row>" + gap + stringCell(line, style: style) + "</table:table-row>"
        }
        return text + "<table:table-row><table:table-cell/></table:table-row>"
    }

    private mutating func freeRows(of table: DataTable) -> String {
        let style = style(Style(isLocked: false))
        let cells = table.columns.map { column -> String in
            let rule = attribute(of: rule(column.rule, prompt: column.prompt))
            return column.isHidden
                ? "<table:table-cell/>" : "<table:table-cell table:style-name=\"\(style)\"\(rule)/>"
        }
        return "<table:table-row table:number-rows-repeated=\"\(SpreadsheetLimits.freeRows)\">"
            + cells.joined() + "</table:table-row>"
    }

    private mutating func row(_ index: Int, of table: DataTable) -> String {
        var text = "<table:table-row>"
        for (position, cell) in table.rows[index].enumerated() {
            let column = table.columns[position]
            var style = Style(number: NumberFormat(cell, in: column), isLocked: column.isLocked)
            style.isWrapped = column.wrapsTexts
            let own = table.ruleByCell[DataTable.CellIndex(row: index, column: position)] ?? column.rule
            let rule = attribute(of: rule(own, prompt: column.prompt))
            text += self.cell(cell, style, rule)
        }
        return text + "</table:table-row>"
    }

    // MARK: Cells

    private mutating func cell(_ cell: DataCell, _ look: Style, _ rule: String) -> String {
        if cell.inexactFigure != nil {
            var look = look
            look.number = .text
            let note = XMLText.escaped(workbook.remarkOnInexact)
            let remark = note.isEmpty ? "" : "<office:annotation><text:p>\(note)</text:p></office:annotation>"
            return stringCell(cell.italian, style: style(look), rule: rule, remark: remark)
        }
        let name = style(look)
        switch cell {
        case .empty: return "<table:table-cell table:style-name=\"\(name)\"\(rule)/>"
        case .text(let text): return stringCell(text, style: name, rule: rule)
        case .number(let figure):
            return valueCell("float", "value", figure.description, cell, name, rule)
        case .percent(let share):
            return valueCell("percentage", "value", share.hundredth.description, cell, name, rule)
        case .date(let date): return valueCell("date", "date-value", date.iso, cell, name, rule)
        case .month(let month):
            guard let day = month.firstDay else { return stringCell(cell.italian, style: name, rule: rule) }
            return valueCell("date", "date-value", day.iso, cell, name, rule)
        }
    }

    private func valueCell(
        _ type: String, _ attribute: String, _ value: String, _ cell: DataCell, _ style: String,
        _ rule: String
    ) -> String {
        "<table:table-cell table:style-name=\"\(style)\"\(rule) office:value-type=\"\(type)\""
            + " office:\(attribute)=\"\(value)\"><text:p>\(XMLText.escaped(cell.italian))</text:p></table:table-cell>"
    }

    private func stringCell(
        _ text: String, style: String, rule: String = "", remark: String = ""
    ) -> String {
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .map { "<text:p>\(ODSContent.spaced(XMLText.escaped(String($0))))</text:p>" }
        return "<table:table-cell table:style-name=\"\(style)\"\(rule) office:value-type=\"string\">"
            + remark + lines.joined() + "</table:table-cell>"
    }

    /// Blanks and tabs, of which OpenDocument would make one blank.
    private static func spaced(_ text: String) -> String {
        guard text.contains("  ") || text.contains("\t") || text.first == " " || text.last == " " else {
            return text
        }
        var result = ""
        var isAfterBlank = true
        for (index, character) in text.enumerated() {
            if character == "\t" {
                result += "<text:tab/>"
            } else if character == " ", isAfterBlank || index == text.count - 1 {
                result += "<text:s/>"
            } else {
                result.append(character)
            }
            isAfterBlank = character == " "
        }
        return result
    }

    /// Heads with arrows to sort and filter by.
    private var databaseRanges: String {
        var ranges = ""
        for (number, pair) in zip(workbook.sheets, workbook.sheetNames).enumerated() {
            guard case .table(let table) = pair.0, let last = table.columns.indices.last else { continue }
            let sheet = "'" + pair.1 + "'"
            let corner = ODSContent.columnName(last) + "\(table.headRow + table.rows.count + 1)"
            ranges += "<table:database-range table:name=\"__Anonymous_Sheet_DB__\(number)\""
            ranges += " table:target-range-address=\"\(XMLText.escaped(sheet)).A\(table.headRow + 1):"
            ranges += "\(XMLText.escaped(sheet)).\(corner)\" table:display-filter-buttons=\"true\"/>"
        }
        return ranges.isEmpty ? "" : "<table:database-ranges>" + ranges + "</table:database-ranges>"
    }

    /// `A` for 0, `AA` for 26.
    private static func columnName(_ index: Int) -> String {
        var name = ""
        var rest = index + 1
        while rest > 0 {
            let letter = UInt8((rest - 1) % 26)
            name = String(UnicodeScalar(UInt8(ascii: "A") + letter)) + name
            rest = (rest - 1) / 26
        }
        return name
    }
}

// MARK: - Styles

extension ODSContent {
    private mutating func style(_ style: Style) -> String {
        if let known = styles[style] { return known }
        let name = "ce\(styles.count + 1)"
        styles[style] = name
        styleOrder.append(style)
        return name
    }

    private mutating func width(_ characters: Int) -> String {
        if let known = widths[characters] { return known }
        let name = "co\(widths.count + 1)"
        widths[characters] = name
        return name
    }

    private var styleText: String {
        var text =
            "<style:style style:name=\"ta\" style:family=\"table\" style:master-page-name=\"Default\">"
            + "<style:table-properties table:display=\"true\"/></style:style>"
        for (characters, name) in widths.sorted(by: { $0.key < $1.key }) {
            text += "<style:style style:name=\"\(name)\" style:family=\"table-column\">"
            text +=
                "<style:table-column-properties style:column-width=\"\(characters * 2)mm\"/></style:style>"
        }
        for style in styleOrder { text += self.text(of: style) }
        return text
    }

    private func text(of style: Style) -> String {
        let name = styles[style] ?? ""
        let number = numberStyle(style.number, name: "n" + name)
        var text = number
        text += "<style:style style:name=\"\(name)\" style:family=\"table-cell\""
        text += number.isEmpty ? ">" : " style:data-style-name=\"n\(name)\">"
        text += "<style:table-cell-properties style:vertical-align=\"top\""
        text += " style:cell-protect=\"\(style.isLocked ? "protected" : "none")\""
        if style.isWrapped { text += " fo:wrap-option=\"wrap\"" }
        if style.isShaded { text += " fo:background-color=\"#dce6f1\"" }
        text += "/>"
        if style.isBold { text += "<style:text-properties fo:font-weight=\"bold\"/>" }
        return text + "</style:style>"
    }

    private func numberStyle(_ format: NumberFormat, name: String) -> String {
        switch format {
        case .general: return ""
        case .text:
            return "<number:text-style style:name=\"\(name)\"><number:text-content/></number:text-style>"
        case .number(let decimals, let isGrouped):
            return
                "<number:number-style style:name=\"\(name)\"><number:number number:decimal-places=\"\(decimals)\""
                + " number:min-decimal-places=\"\(decimals)\" number:min-integer-digits=\"1\""
                + (isGrouped ? " number:grouping=\"true\"" : "") + "/></number:number-style>"
        case .percent(let decimals):
            return
                "<number:percentage-style style:name=\"\(name)\"><number:number number:decimal-places=\"\(decimals)\""
                + " number:min-decimal-places=\"\(decimals)\" number:min-integer-digits=\"1\"/>"
                + "<number:text>%</number:text></number:percentage-style>"
        case .date:
            return
                "<number:date-style style:name=\"\(name)\"><number:day number:style=\"long\"/><number:text>/</number:text>"
                + "<number:month number:style=\"long\"/><number:text>/</number:text><number:year number:style=\"long\"/></number:date-style>"
        case .month:
            return
                "<number:date-style style:name=\"\(name)\"><number:month number:style=\"long\"/><number:text>/</number:text>"
                + "<number:year number:style=\"long\"/></number:date-style>"
        }
    }
}

// MARK: - Rules

extension ODSContent {
    private func attribute(of rule: String?) -> String {
        rule.map { " table:content-validation-name=\"\($0)\"" } ?? ""
    }

    /// The name of the rule; what is not foreseen is asked back, never refused.
    private mutating func rule(_ rule: DataColumn.Rule?, prompt: String) -> String? {
        guard rule != nil || !prompt.isEmpty else { return nil }
        let condition: String
        switch rule {
        case .oneOf(let choices):
            let list = choices.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ";")
            condition = "of:cell-content-is-in-list(\(list))"
        case .number(let from, let to):
            condition = "of:cell-content-is-decimal-number() and cell-content-is-between(\(from),\(to))"
        case .atMost(let characters): condition = "of:cell-content-text-length()<=\(characters)"
        case nil: condition = ""
        }
        let key = condition + "\u{0}" + prompt
        if let known = ruleNames[key] { return known }
        let name = "val\(ruleNames.count + 1)"
        ruleNames[key] = name
        var text = "<table:content-validation table:name=\"\(name)\""
        if !condition.isEmpty { text += " table:condition=\"\(XMLText.escaped(condition))\"" }
        text += " table:allow-empty-cell=\"true\" table:display-list=\"unsorted\">"
        if !prompt.isEmpty {
            text +=
                "<table:help-message table:display=\"true\"><text:p>\(XMLText.escaped(prompt))</text:p></table:help-message>"
        }
        text += "<table:error-message table:display=\"true\" table:message-type=\"warning\"/>"
        rules.append(text + "</table:content-validation>")
        return name
    }
}
