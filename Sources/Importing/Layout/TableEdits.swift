/// What a person changes of a document, its tables and texts, before it is understood.
public struct TableEdits: Hashable, Sendable {
    /// Columns that are divided in two.
    public var splits: [ColumnSplit] = []
    /// Rows that are not read, by their first line in the account.
    public var leftOut: Set<Int> = []
    /// What texts of it are.
    public var names: [NamedText] = []

    /// Nothing changed.
    public init() {}

    /// True where nothing is changed.
    public var isEmpty: Bool { splits.isEmpty && leftOut.isEmpty && names.isEmpty }
}

extension DocumentRows {
    /// The rows without those that a person leaves out; their lines count as blank.
    func leavingOut(_ numbers: Set<Int>) -> DocumentRows {
        guard !numbers.isEmpty else { return self }
        let gone = Set(rows.lazy.filter { numbers.contains($0.number) }.flatMap(\.lines))
        return DocumentRows(
            rows: rows.filter { !numbers.contains($0.number) }, text: text.blanking { gone.contains($0) })
    }
}
