import Foundation
import Model

extension Layout {
    /// The layout as an archive keeps it.
    public var kept: KeptLayout {
        let columns = signature.indices.map { column in
            LayoutColumn(head: signature[column], term: terms[column]?.rawValue, year: years[column])
        }
        return KeptLayout(
            name: name, columns: columns, kind: kind?.rawValue, year: year, splits: splits?.map(\.kept),
            cards: cards,
            namedLines: namedLines?.map {
                LayoutLine(line: $0.line, text: $0.text, term: $0.term.rawValue, year: $0.year)
            })
    }

    /// The layout that an archive keeps; nil where it has a word for a column or a document that is not known here.
    public init?(_ kept: KeptLayout) {
        var terms: [FieldTerm?] = []
        for column in kept.columns {
            let term = column.term.flatMap(FieldTerm.init)
            guard (term == nil) == (column.term == nil) else { return nil }
            terms.append(term)
        }
        let lines = kept.namedLines?.compactMap { line in
            FieldTerm(rawValue: line.term).map {
                NamedText(line: line.line, text: line.text, term: $0, year: line.year)
            }
        }
        guard lines?.count == kept.namedLines?.count else { return nil }
        let kind = kept.kind.flatMap(ImportKind.init)
        guard (kind == nil) == (kept.kind == nil) else { return nil }
        name = kept.name
        signature = kept.columns.map(\.head)
        self.terms = terms
        years = kept.columns.map(\.year)
        self.kind = kind
        year = kept.year
        splits = kept.splits?.map(ColumnSplit.init)
        cards = kept.cards
        namedLines = lines
    }
}

extension LayoutCatalogue {
    /// The name that a layout can get: what is written, without blanks around it; nil where nothing is, or another layout
    /// has that name.
    public func newName(_ written: String, of id: UUID) -> String? {
        let name = written.trimmingWhitespace()
        return name.isEmpty || layouts.contains { $0.id != id && $0.name == name } ? nil : name
    }

    /// The layouts that can be applied, by name, and the names of those that only a later program understands.
    public var understood: (layouts: [Layout], others: [String]) {
        var understood: [Layout] = []
        var others: [String] = []
        for kept in layouts.sorted(by: { $0.name < $1.name }) {
            if let layout = Layout(kept) { understood.append(layout) } else { others.append(kept.name) }
        }
        return (understood, others)
    }
}
