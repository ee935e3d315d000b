import Reading

/// Workbooks of Excel and its like → blocks, sheet by sheet.
enum XLSXReader {
    /// Reads a workbook whose main part is known.
    ///
    /// - Throws: `ReadingError` where it is broken, or more than the budget allows.
    static func read(
        _ container: Container, main: String, budget: ReadingBudget
    ) throws(ReadingError) -> SourceDocument {
        let workbook = WorkbookPart()
        guard try XMLParser.parse(main, of: container, format: .xlsx, workbook) else {
            throw .damaged(format: .xlsx, detail: main)
        }
        let relationships = try Relationships.read(of: main, in: container, format: .xlsx)
        let styles = WorkbookStyles()
        let stylesPart = relationships.target("styles") ?? "xl/styles.xml"
        _ = try XMLParser.parse(stylesPart, of: container, format: .xlsx, styles)
        let strings = SharedStrings(budget)
        let stringsPart = relationships.target("sharedStrings") ?? "xl/sharedStrings.xml"
        _ = try XMLParser.parse(stringsPart, of: container, format: .xlsx, strings)
        var builder = DocumentBuilder(format: .xlsx, budget: budget)
        for sheet in workbook.sheets {
            let item = relationships.items[sheet.relationship]
            guard let item, item.kind == "worksheet", container.has(item.target) else {
                // A sheet that is a chart has no cells; one whose part is missing cannot be read.
                let code: ReadingFinding.Code = item?.kind == "chartsheet" ? .objectLeftOut : .partUnreadable
                builder.tell(code, at: Place(sheet: sheet.name), detail: sheet.name)
                continue
            }
            let part = SheetPart(
                sheet: sheet.name, strings: strings.strings, styles: styles, is1904: workbook.is1904,
                builder: builder)
            _ = try XMLParser.parse(item.target, of: container, format: .xlsx, part)
            try part.finish(sheet.isHidden)
            builder = part.builder
        }
        return try builder.finish()
    }
}
