import Model

/// Collects the notes of a table and gives each its mark.
///
/// Marks that stand in the cells already (`876*`) stay; notes beside a figure get letters: a, b, … z, aa, ab, ….
struct NoteBook {
    private(set) var notes: [TableNote] = []
    private var letters = 0

    /// The text of a cell: the figure as it was written, what is missing dimmed, its note called by a letter.
    mutating func text(of value: ReportedValue) -> RichText {
        let raw = value.raw.trimmingWhitespace()
        if let kind = value.missingKind { return RichText(NoteBook.words(of: kind, raw: raw), .dim) }
        guard let note = value.note, !note.isEmpty else { return RichText(raw) }
        let isInCell = raw.hasSuffix(note)
        let figure = isInCell ? String(raw.dropLast(note.count)).trimmingWhitespace() : raw
        guard !figure.isEmpty, isInCell || !raw.contains(note) else { return RichText(raw) }
        let isRead = ReportedValue(reading: figure + " " + note).number == value.number
        let beside = isRead ? note : CalledNote(figure: figure, note: note, isWritten: isInCell).brackets
        return RichText(figure) + RichText(mark(for: note, besideFigure: beside), .mark)
    }

    /// The raised letter that calls a note, which is printed below the table.
    mutating func call(_ note: String) -> RichText {
        RichText(mark(for: note, besideFigure: nil), .mark)
    }

    /// Adds a note that has its mark already, or none.
    mutating func add(mark: String, text: String) {
        notes.append(TableNote(mark: mark, text: text))
    }

    /// The letter of a note; the same note is printed once.
    private mutating func mark(for note: String, besideFigure: String?) -> String {
        if let known = notes.first(where: {
            $0.text == note && !$0.mark.isEmpty && $0.besideFigure == besideFigure
        }) {
            return known.mark
        }
        let mark = NoteBook.letters(letters)
        letters += 1
        notes.append(TableNote(mark: mark, text: note, besideFigure: besideFigure))
        return mark
    }

    /// What stands for a missing value: as it was written; for an empty cell a dash that no figure looks like.
    private static func words(of kind: ReportedValue.MissingKind, raw: String) -> String {
        raw.isEmpty ? "·" : raw
    }

    /// 0 → a, 25 → z, 26 → aa.
    static func letters(_ index: Int) -> String {
        let letter = String(UnicodeScalar(UInt8(97 + index % 26)))
        return index < 26 ? letter : letters(index / 26 - 1) + letter
    }
}
