import ViewModels

/// What a person wants of the tables and texts of a document.
enum TableChoice {
    /// A column taken for a term; nil for one that is not used.
    case name(TableNaming, column: Int, FieldTerm?)
    /// A column divided in two.
    case divide(TableNaming, column: Int, separator: String)
    /// The last division taken back.
    case join(TableNaming)
    /// Rows that are not read.
    case leaveOut(Set<Int>)
    /// Every row read again.
    case readAllRows
    /// Texts that are named where they stand.
    case nameTexts([NamedText])
    /// Texts whose names are taken back.
    case takeBack([NamedText])

    /// What is decided by it about a document; nil where it cannot be done.
    func decision(on draft: ImportDraft) -> ImportDecision? {
        switch self {
        case .name(let table, let column, let term): draft.naming(term, column: column, of: table)
        case .divide(let table, let column, let separator):
            draft.dividing(column, at: separator, of: table)
        case .join(let table): draft.joining(table)
        case .leaveOut(let rows): draft.leavingOut(rows)
        case .readAllRows: draft.readingAllRows
        case .nameTexts(let texts): draft.naming(texts)
        case .takeBack(let texts): draft.takingBack(texts)
        }
    }
}
