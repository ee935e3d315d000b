import Model

/// Somebody who takes part in an objective, in a row of a table.
struct ReadParticipant {
    /// Surname and name.
    var name: String
    /// The grade of the contract.
    var grade = ""
    /// The share of time as written.
    var share = ""
    /// The lines.
    var lines: [SourceLine]
}

/// A table of those who take part in an objective: a name a row, perhaps with a grade and a share of time.
struct ParticipantTable {
    private let name: Int
    private let grade: Int?
    private let share: Int?

    /// The columns of a table; nil where it is no table of people.
    init?(_ table: TableDraft) {
        let others: [FieldTerm] = [.objective, .indicator, .target, .actual, .weight, .phase]
        guard !others.contains(where: table.has), table.periods.allSatisfy({ $0 == nil }) else { return nil }
        let heads = table.heads.map { MatchKey($0).words }
        let known = heads.indices.filter { index in
            table.guesses[index]?.term == .participants
                || heads[index].contains { Self.names.contains(String($0)) }
        }
        guard let name = known.first, ColumnContent(table.column(name)).areTexts(9) else { return nil }
        let rest = heads.indices.filter { $0 != name }
        self.name = name
        grade =
            rest.first { table.guesses[$0]?.term == .grade }
            ?? rest.first { heads[$0].contains { Self.grades.contains(String($0)) } }
        let hasGrade = grade != nil
        share = rest.first { index in
            heads[index].contains { Self.shares.contains(String($0)) }
                && (hasGrade || !ColumnContent(table.column(index)).areTexts(5))
        }
        guard grade != nil || share != nil || table.guesses[name]?.term == .participants else { return nil }
    }

    private static let names: Set<String> = [
        "nominativo", "nominativi", "cognome", "dipendente", "dipendenti", "partecipante", "partecipanti",
    ]
    private static let grades: Set<String> = [
        "categoria", "cat", "inquadramento", "qualifica", "profilo", "area",
    ]
    private static let shares: Set<String> = [
        "%", "partecipazione", "impegno", "percentuale", "quota", "tempo",
    ]

    /// The person of a row; nil where it names none.
    func person(_ row: DocumentRow, lines: [SourceLine]) -> ReadParticipant? {
        let text = row.cell(name)
        guard text.contains(where: \.isLetter), !TotalRow.isTotal(row), !lines.isEmpty,
            [grade, share].contains(where: { !row.cell($0).isEmpty })
                || row.filled.count > 1 && grade == nil && share == nil || ParticipantReader.isName(text)
        else { return nil }
        return ReadParticipant(
            name: text, grade: grade.map { row.cell($0) } ?? "", share: share.map { row.cell($0) } ?? "",
            lines: lines)
    }
}
