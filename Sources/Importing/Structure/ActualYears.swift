import Reading

/// Figures of services under the years in which they were reached: `Servizio | Output | Consuntivo 2022 | Consuntivo 2023`.
/// The years are the heads.
enum ActualYears: BlockReshaping {
    static func reshaped(_ rows: [DocumentRow], from block: Int) -> [DocumentRow]? {
        guard rows.count > 1 else { return nil }
        for (index, head) in rows.prefix(4).enumerated() where head.filled.count > 2 {
            let guesses = head.cells.map { $0.isEmpty ? nil : LabelReader.guess($0) }
            let years = head.cells.indices.filter {
                guesses[$0]?.term == .actual && guesses[$0]?.year != nil && PeriodHead(head.cells[$0]) == nil
            }
            guard years.count > 1, Set(years.map { guesses[$0]?.year }).count == years.count,
                isOfServices(head.cells, guesses)
            else { continue }
            var cells = head.cells
            for column in years { cells[column] = guesses[column]?.year.map(String.init) ?? cells[column] }
            var result = rows
            result[index] = head.with(cells: cells, block: head.block, spans: head.spans)
            return result
        }
        return nil
    }

    /// A column of services or of their outputs, and none of what objectives have.
    private static func isOfServices(_ cells: [String], _ guesses: [TermGuess?]) -> Bool {
        let ofObjectives: Set<FieldTerm> = [
            .objective, .indicator, .weight, .objectiveWeight, .strategicObjective, .achievement, .baseline,
        ]
        return !guesses.contains { $0.map { ofObjectives.contains($0.term) } ?? false }
            && cells.contains { cell in
                MatchKey(cell).words.first.map { word in
                    ["serviz", "output", "prestazion", "prodott", "attivit"].contains { word.hasPrefix($0) }
                } ?? false
            }
    }
}
