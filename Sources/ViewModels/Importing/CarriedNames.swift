import Importing

/// The names that the columns of a table had before one of them was divided, or two were put together again: the others
/// keep them.
struct CarriedNames: Hashable, Sendable {
    /// The heads of the table as it is read then, reduced to what is compared.
    let signature: [String]
    /// What each column is taken for; nil for one that is new, which is guessed.
    let terms: [Name?]

    /// What a column was taken for; no term for one that is not used.
    struct Name: Hashable, Sendable {
        let term: FieldTerm?
    }

    /// The names of a table beside a column that is divided; nil where nobody named them.
    init?(dividing split: ColumnSplit, of table: TableNaming) {
        guard table.isNamedByHand, table.columns.indices.contains(split.column) else { return nil }
        signature = split.result
        var terms: [Name?] = table.columns.map { Name(term: $0.term) }
        terms.replaceSubrange(split.column...split.column, with: [nil, nil])
        self.terms = terms
    }

    /// The names of a divided table beside the two parts of the column; nil where nobody named them.
    init?(joining split: ColumnSplit, in table: TableNaming) {
        guard table.isNamedByHand, table.columns.indices.contains(split.column + 1) else { return nil }
        signature = split.signature
        var terms: [Name?] = table.columns.map { Name(term: $0.term) }
        terms.replaceSubrange(split.column...(split.column + 1), with: [nil])
        self.terms = terms
    }

    /// The terms of the table as it was read, with the names; a guess gives way to the same term beside it. A table that is
    /// not found without them has no guesses.
    func terms(of table: TableNaming?) -> [FieldTerm?] {
        guard let table else { return terms.map { $0?.term } }
        let named = Set(terms.compactMap { $0?.term })
        return zip(terms, table.columns).map { name, column in
            if let name { return name.term }
            return column.term.flatMap { named.contains($0) && $0 != .period ? nil : $0 }
        }
    }
}

extension ImportDraft {
    /// What would be decided with the names taken over that columns had before; nil where none are.
    var takingNamesOver: ImportDecision? {
        guard !decision.carried.isEmpty else { return nil }
        var decision = decision
        decision.carried = []
        for names in self.decision.carried {
            let subject = Layout.Subject(heads: names.signature, areLabels: false)
            let table = tables.first { $0.id == subject }
            let layout = Layout(
                name: name(of: subject), heads: names.signature, terms: names.terms(of: table))
            decision.named.removeAll { $0.subject == subject }
            decision.named.append(kept(layout, of: subject))
        }
        return decision
    }
}
