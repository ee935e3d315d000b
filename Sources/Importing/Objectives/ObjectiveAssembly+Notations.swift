import Model

extension ObjectiveAssembly {
    /// The notation of each column of figures, over the whole document.
    static func notations(_ events: [ObjectiveEvent]) -> [FieldTerm: ColumnNotation] {
        var cells: [FieldTerm: [String]] = [:]
        for event in events {
            switch event {
            case .row(let row):
                for (term, cell) in row.cells where term.profile.content == .figure {
                    cells[term, default: []].append(cell)
                }
                cells[.target, default: []].append(contentsOf: row.targetsByYear.values.sorted())
            case .field(let term, let value, _, _) where term.profile.content == .figure:
                cells[term, default: []].append(value)
            default: continue
            }
        }
        // `3.1` is a code.
        cells[.number] = nil
        return cells.mapValues { ColumnNotation($0) }
    }

    /// Shows how a column was read where some of its cells could mean two figures, or where it is not Italian.
    mutating func tellNotations(_ events: [ObjectiveEvent]) {
        for term in FieldTerm.allCases {
            guard let notation = notations[term], notation.style == .point || !notation.ambiguous.isEmpty
            else { continue }
            let ambiguous = Set(notation.ambiguous)
            let line = events.lazy.compactMap { event -> Int? in
                guard case .row(let row) = event, let cell = row.cells[term] else { return nil }
                return ambiguous.contains(cell) || notation.style == .point ? row.line.number : nil
            }.first
            reading.tell(
                .columnNotation, notation.evidence == nil ? .warning : .info, line: line ?? 1,
                written: notation.ambiguous.first ?? notation.evidence ?? "",
                expected: notation.style.rawValue,
                evidence: ["column": term.rawValue, "because": notation.evidence ?? ""])
        }
    }
}
