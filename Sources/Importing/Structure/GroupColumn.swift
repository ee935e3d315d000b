/// Forms whose first column names the parts of the form, each merged over its rows, with the labels beside it:
///
///     ANAGRAFICA  | Settore    | Cultura  |
///                 | Obiettivo  | Rassegna |
///     MISURAZIONE | Indicatore | Target   | Peso
///                 | Spettatori | 1.400    | 100
///
/// The column says nothing of the objective and goes.
enum GroupColumn: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        let named = rows.filter { !$0.cell(0).isEmpty }
        guard rows.count > 2, named.count > 1, named.count < rows.count, isName(named[0].cell(0)),
            named.count(where: { isName($0.cell(0)) }) == named.count
        else { return nil }
        let labels = rows.count { CardLine.label($0.cell(1)) != nil }
        // Few labels over many rows of tables are enough where each part begins with one.
        let areHeaded = named.allSatisfy { CardLine.label($0.cell(1)) != nil }
        guard labels >= 3, labels * 2 > rows.count || areHeaded && labels * 5 > rows.count,
            rows.allSatisfy({ !$0.cell(1).isEmpty })
        else { return nil }
        var next = block - 1
        return rows.map { row in
            if !row.cell(0).isEmpty { next += 1 }
            return row.withoutFirstCell(block: max(next, block))
        }
    }

    /// The name of a part: a few words without figures; what is a label elsewhere stands in capitals here.
    private static func isName(_ text: String) -> Bool {
        text.split(separator: " ").count <= 5 && !text.contains(where: \.isNumber) && !text.contains(":")
            && (CardLine.label(text) == nil || !text.contains(where: \.isLowercase))
    }
}
