/// Headings of offices that no word tells from other headings: `Ragioneria`. Where one that a word tells, as `Settore
/// Cultura` or `Servizi Sociali`, stands right over a table of objectives, the others over such tables are offices, too;
/// else the objectives below them would be its own.
enum SectorHeadings {
    /// The pieces of a document, such headings as fields of sectors.
    static func named(_ pieces: [Piece]) -> [Piece] {
        guard pieces.indices.contains(where: { isOffice(pieces[$0]) && isOverObjectives(pieces, $0) }) else {
            return pieces
        }
        var result = pieces
        for (index, piece) in pieces.enumerated() {
            guard case .text(let row) = piece, row.kind != .cells, isName(row.text),
                isOverObjectives(pieces, index)
            else { continue }
            result[index] = .field(
                LabelledValue(
                    guess: TermGuess(.sector, confidence: 50, reason: .neighbours), label: "",
                    value: row.text,
                    rows: [row], isHeading: true))
        }
        return result
    }

    private static func isOffice(_ piece: Piece) -> Bool {
        guard case .field(let field) = piece else { return false }
        return field.guess.term == .sector && field.isHeading
    }

    private static func isOverObjectives(_ pieces: [Piece], _ index: Int) -> Bool {
        guard index + 1 < pieces.count, case .table(let table) = pieces[index + 1] else { return false }
        return table.has(.objective) && !table.has(.sector) && (table.has(.indicator) || table.has(.target))
    }

    private static func isName(_ text: String) -> Bool {
        text.utf8.count <= 60 && !text.contains(where: \.isNumber) && text.first?.isUppercase == true
            && text.last?.isLetter == true && !LabelWords(text).words.allSatisfy { TermRules.knows($0) }
    }
}
