import Importing
import Localization

/// What a person decides about the tables of a document.
extension ImportDraft {
    /// What would be decided with a column of a table named as a term, nil for a column that is not used.
    public func naming(_ term: FieldTerm?, column: Int, of table: TableNaming) -> ImportDecision {
        var decision = decision
        // A document has one layout of its labels, which grows.
        decision.named.removeAll { $0.subject == table.id || $0.isOfCards && table.areCards }
        decision.named.append(kept(table.naming(column, term, name: name(of: table.id)), of: table.id))
        return decision
    }

    /// What would be decided with a column of a table divided in two at a separator; nil where that cannot be done.
    public func dividing(_ column: Int, at separator: String, of table: TableNaming) -> ImportDecision? {
        guard !table.areCards, let split = table.split(column, at: separator) else { return nil }
        var decision = decision
        decision.named.removeAll { !$0.isOfCards && [table.id.heads, split.result].contains($0.signature) }
        decision.undivided.remove(split.result)
        decision.edits.splits.removeAll { $0.signature == split.signature }
        decision.edits.splits.append(split)
        CarriedNames(dividing: split, of: table).map { decision.carried.append($0) }
        return decision
    }

    /// What would be decided with the last division of a table taken back.
    public func joining(_ table: TableNaming) -> ImportDecision {
        var decision = decision
        splits.first { $0.result == table.id.heads }.flatMap { CarriedNames(joining: $0, in: table) }.map {
            decision.carried.append($0)
        }
        decision.edits.splits.removeAll { $0.result == table.id.heads }
        decision.named.removeAll { $0.subject == table.id }
        decision.undivided.insert(table.id.heads)
        return decision
    }

    /// Whether a table was read with a column divided.
    public func isDivided(_ table: TableNaming) -> Bool {
        !table.areCards && splits.contains { $0.result == table.id.heads }
    }

    /// What would be decided with rows of a table left out.
    public func leavingOut(_ rows: Set<Int>) -> ImportDecision {
        var decision = decision
        decision.edits.leftOut.formUnion(rows)
        return decision
    }

    /// What would be decided with every row read again.
    public var readingAllRows: ImportDecision {
        var decision = decision
        decision.edits.leftOut = []
        return decision
    }

    /// How many rows a person left out.
    public var leftOutCount: Int { decision.edits.leftOut.count }

    /// What is to be kept with the archive when it is taken: the columns and labels that were named, the columns that were
    /// divided, and the texts that were named where they stand.
    public var layoutsToKeep: [Layout] {
        let named = Set(decision.named.map(\.subject))
        let divided = tables.filter { table in
            !named.contains(table.id) && !table.areCards
                && decision.edits.splits.contains { $0.result == table.id.heads }
        }
        return decision.named + divided.map { kept($0.layout(name: name(of: $0.id)), of: $0.id) }
            + [layoutOfTexts].compactMap(\.self)
    }

    /// The layout with the divisions that lead to the table of these heads.
    func kept(_ layout: Layout, of table: Layout.Subject) -> Layout {
        guard !table.areLabels else { return layout }
        var layout = layout
        var chain: [ColumnSplit] = []
        var heads = table.heads
        while let split = splits.first(where: { $0.result == heads }), chain.count < splits.count {
            chain.insert(split, at: 0)
            heads = split.signature
        }
        layout.splits = chain.isEmpty ? nil : chain
        return layout
    }

    /// What the layout of the table of these heads, or of these labels, is called.
    func name(of table: Layout.Subject) -> String {
        guard !table.areLabels else {
            return formerCards.first?.name ?? tr("{file}: cards", ["file": baseName])
        }
        let of = tables.filter { !$0.areCards }
        let position = of.firstIndex { $0.id == table } ?? 0
        return baseName + (of.count > 1 ? " (\(position + 1))" : "")
    }

    /// The name of the file without its ending.
    var baseName: String {
        let base = id.split(separator: ".").dropLast().joined(separator: ".")
        return base.isEmpty ? id : base
    }
}
