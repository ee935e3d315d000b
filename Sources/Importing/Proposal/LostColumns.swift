import Model

/// Text that was copied of a page without its columns: each cell is a line, those of a column one below another, so
/// that nothing tells which figure is of which indicator. A value in a wrong field is worse than one that is not read:
/// of such a text nothing is taken.
enum LostColumns {
    /// True where more lines of nothing but a figure were left over than indicators were found.
    static func areLost(in proposal: ImportProposal, of rows: DocumentRows) -> Bool {
        guard rows.isOfLines, proposal.recognised.indicators > 0 else { return false }
        let figures = proposal.unread.count { isFigureAlone($0.text) }
        return figures >= 4 && figures > proposal.recognised.indicators
    }

    /// The proposal of such a text: every line left over, and the remedy told.
    static func proposal(_ rows: DocumentRows, file: String, kind: ImportKind?) -> ImportProposal {
        var reading = Reading(file: file, text: rows.text)
        reading.tell(.columnsLost, .warning, line: 1)
        return ImportProposal(reading, kind: kind ?? .tabella, parts: ImportParts())
    }

    private static func isFigureAlone(_ text: String) -> Bool {
        guard text.utf8.count <= 40, !text.contains("\t") else { return false }
        let text = text.trimmingWhitespace()
        switch CellShape(text) {
        case .number, .percent, .date: return true
        default:
            // `≤ 2,5%`
            guard let sign = text.first, "≤≥<>=±~".contains(sign) else { return false }
            let figure = text.drop { "≤≥<>=±~ ".contains($0) }
            return [.number, .percent].contains(CellShape(String(figure)))
        }
    }
}
