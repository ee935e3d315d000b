/// What the names of a workbook's sheets say of the rows in them: the office, where there is a sheet for each, or the year.
struct SheetNames {
    /// The offices that sheets are named after; empty where the rows name offices themselves.
    private let offices: Set<String>

    /// The sheets that explain others.
    private let legends: Set<String>

    /// Looks at the names of all sheets.
    init(_ rows: [DocumentRow]) {
        let all = Set(rows.compactMap(\.sheet))
        let explaining = all.filter {
            Self.legendWords.contains(MatchKey($0).words.first.map(String.init) ?? "")
        }
        legends = explaining.count < all.count ? explaining : []
        let names = Set(rows.compactMap(\.sheet)).filter { Self.isName($0) && !Self.isTold($0, in: rows) }
        guard names.count > 1 else {
            offices = []
            return
        }
        let areNamed = rows.contains { row in
            row.cells.contains { CardLine.label($0).map { [.sector, .key].contains($0.term) } ?? false }
                || row.filled.count == 1
                    && CardLine.headed(row.text, row, isSection: true)?.guess.term == .sector
        }
        offices = areNamed ? [] : names
    }

    /// The office of a row that is the first of its sheet; nil where its sheet names none.
    func office(of row: DocumentRow, after last: DocumentRow?) -> LabelledValue? {
        guard let sheet = row.sheet, sheet != last?.sheet, offices.contains(sheet) else { return nil }
        return LabelledValue(
            guess: TermGuess(.sector, confidence: 50, reason: .neighbours), label: "", value: sheet,
            rows: [row], isHeading: true)
    }

    /// True for a row of a sheet that explains the others, and has no figures of its own.
    func isLegend(_ row: DocumentRow) -> Bool { row.sheet.map(legends.contains) ?? false }

    private static let legendWords: Set<String> = ["legenda", "istruzioni", "leggimi", "glossario", "guida"]

    /// A cell says what the sheet is named after: an objective, of which programs cut long names.
    private static func isTold(_ sheet: String, in rows: [DocumentRow]) -> Bool {
        let name = sheet.comparisonKey
        return rows.contains { row in
            row.sheet == sheet && row.cells.contains { $0.comparisonKey.hasPrefix(name) }
        }
    }

    /// A name of letters that is no word of labels and none that programs give.
    private static func isName(_ sheet: String) -> Bool {
        let words = LabelWords(sheet).words
        let first = MatchKey(sheet).words.first.map(String.init) ?? ""
        return !words.isEmpty && !sheet.contains(where: \.isNumber) && !words.allSatisfy(TermRules.knows)
            && ![
                "foglio", "sheet", "tabella", "tabelle", "istruzioni", "legenda", "copertina", "elenco",
                "dati",
            ]
            .contains(first)
    }
}

/// Figures of one year in a sheet that is named after the year: the column of the values is that of the year.
enum SheetYears: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard let sheet = rows.first?.sheet, PeriodHead.year(of: sheet) != nil else { return nil }
        for (index, head) in rows.enumerated().prefix(8) where head.filled.count > 1 {
            let values = head.filled.filter { isValue(head.cells[$0]) }
            guard values.count == 1, !head.cells.contains(where: { CardLine.label($0)?.term == .target }),
                !head.cells.contains(where: { PeriodHead($0) != nil })
            else { continue }
            let below = rows[(index + 1)...].map { $0.cell(values[0]) }.filter { !$0.isEmpty }
            guard !below.isEmpty, below.allSatisfy({ CellShape($0).isFigure }) else { continue }
            var result = rows
            result[index].cells[values[0]] = sheet
            return result
        }
        return nil
    }

    private static func isValue(_ head: String) -> Bool {
        LabelReader.isValue(head)
            || ["quantita", "numero", "n", "totale", "totale anno"].contains(MatchKey(head).text)
    }
}

extension DocumentRow {
    /// The name of its sheet; nil in a document without sheets.
    var sheet: String? { sheetCell.map { String($0.prefix { $0 != "!" }) } }
}
