import Model
import Reading

/// A column of tables with these heads that a person divides in two: what stands before a separator, and what stands
/// after it.
public struct ColumnSplit: Hashable, Codable, Sendable {
    /// The heads of the tables as they are divided, reduced to what is compared.
    public var signature: [String]
    /// The position of the column.
    public var column: Int
    /// What stands between the parts; the first one in a cell counts.
    public var separator: String
    /// The heads of the divided tables, reduced to what is compared.
    public private(set) var result: [String]

    /// The division of a column of a table with these heads; nil where there is no such column, or no separator.
    public init?(heads: [String], column: Int, separator: String) {
        guard heads.indices.contains(column), !separator.isEmpty else { return nil }
        signature = Layout.signature(heads)
        self.column = column
        self.separator = separator
        result = []
        result = Layout.signature(divided(heads: heads))
    }

    /// The division that a layout keeps.
    init(_ kept: LayoutSplit) {
        signature = kept.heads
        column = kept.column
        separator = kept.separator
        result = kept.divided
    }

    /// The division as a layout keeps it.
    var kept: LayoutSplit {
        LayoutSplit(heads: signature, column: column, separator: separator, divided: result)
    }

    /// As many heads as it needs, and one more when it is done.
    public var isConsistent: Bool {
        signature.indices.contains(column) && !separator.isEmpty && result.count == signature.count + 1
    }

    /// The separator that most of the texts of a column have; nil where none does.
    public static func separator(in texts: [String]) -> String? {
        let filled = texts.filter { !$0.isEmpty }
        return candidates.first { candidate in
            let found = filled.count { $0.dropFirst().contains(candidate) }
            return found > 0 && found * 2 >= filled.count
        }
    }

    private static let candidates = [" - ", " – ", " — ", ": ", "; ", " / ", " | ", "/", ", ", " "]

    /// What stands before the first separator of a text and what after it; all before it where there is none.
    func parts(of text: String) -> [String] {
        guard let place = text.firstRange(of: separator) else { return [text, ""] }
        return [text[..<place.lowerBound], text[place.upperBound...]].map { String($0).trimmingWhitespace() }
    }

    /// The heads when it is done: a head that has the separator itself is divided too, else the second part gets a
    /// number.
    func divided(heads: [String]) -> [String] {
        var heads = heads
        var new = parts(of: heads[column])
        if new.contains("") { new = [heads[column], heads[column] + " (2)"] }
        heads.replaceSubrange(column...column, with: new)
        return heads
    }
}

extension SourceDocument {
    /// The document with its tables divided, those of a page that has no heads of its own as those before them.
    func divided(by splits: [ColumnSplit]) -> SourceDocument {
        guard !splits.isEmpty else { return self }
        var document = self
        var before: (width: Int, splits: [ColumnSplit])?
        for index in blocks.indices {
            guard var table = blocks[index].table else { continue }
            let goesOn =
                table.headRows == 0 ? before.flatMap { $0.width == table.width ? $0.splits : nil } : nil
            let width = table.width
            var made = table.divide(by: splits)
            if made.isEmpty, let goesOn {
                for split in goesOn { table.divide(split, head: nil) }
                made = goesOn
            }
            before = made.isEmpty ? nil : (width, made)
            document.blocks[index].content = .table(table)
        }
        return document
    }
}

extension Table {
    /// Divides its columns as far as one of the splits fits its heads; gives those that did.
    fileprivate mutating func divide(by splits: [ColumnSplit]) -> [ColumnSplit] {
        var made: [ColumnSplit] = []
        while let split = splits.first(where: { !made.contains($0) && head(of: $0) != nil }) {
            divide(split, head: head(of: split))
            made.append(split)
        }
        return made
    }

    /// The row whose cells are the heads that a split is made for.
    private func head(of split: ColumnSplit) -> Int? {
        guard split.isConsistent, split.signature.count == width else { return nil }
        return rows.indices.first { row in
            Layout.signature(rows[row].map { CellText.plain($0.text) }) == split.signature
        }
    }

    /// Divides one column; the row of the heads by their own rule.
    fileprivate mutating func divide(_ split: ColumnSplit, head: Int?) {
        for row in rows.indices {
            let cell = rows[row][split.column]
            var second = cell
            second.columnSpan = 1
            if row == head {
                let heads = split.divided(heads: rows[row].map { CellText.plain($0.text) })
                rows[row][split.column].text = heads[split.column]
                second.text = heads[split.column + 1]
            } else if cell.isCovered || cell.columnSpan > 1 {
                // A cell over several columns is no value of this one.
                second.text = ""
                second.isCovered = true
                if cell.columnSpan > 1 { rows[row][split.column].columnSpan += 1 }
            } else {
                let parts = split.parts(of: CellText.plain(cell.text))
                rows[row][split.column].text = parts[0]
                second.text = parts[1]
                rows[row][split.column].type = .text
            }
            second.type = .text
            rows[row].insert(second, at: split.column + 1)
        }
    }
}
