/// A figure with the note that a printed page calls by a letter and tells below its table, in one cell again:
/// `7.000 ⟨al lordo⟩`, and `294 ⟪sanzioni⟫` where the note had been written behind the figure.
///
/// Round brackets would be read as what an office wrote itself, and stay in the note.
public struct CalledNote {
    /// The figure, as it was written.
    public let figure: String
    /// The note, without brackets.
    public let note: String
    /// The note had been written in the cell, and not beside it.
    public let isWritten: Bool

    /// A figure and its note.
    public init(figure: String, note: String, isWritten: Bool) {
        self.figure = figure
        self.note = note
        self.isWritten = isWritten
    }

    /// Both in one cell.
    public var text: String { "\(figure) \(brackets)" }

    /// The note alone as it stands in the cell.
    public var brackets: String { isWritten ? "⟪\(note)⟫" : "⟨\(note)⟩" }

    /// A cell taken apart; nil where it has no such note at its end.
    init?(_ cell: String) {
        // Most cells end otherwise, which their last byte tells.
        guard let byte = cell.utf8.last, byte == 0xA9 || byte == 0xAB, let last = cell.last,
            last == "⟩" || last == "⟫"
        else { return nil }
        isWritten = last == "⟫"
        guard let open = cell.firstIndex(of: isWritten ? "⟪" : "⟨") else { return nil }
        figure = String(cell[..<open]).trimmingWhitespace()
        note = String(cell[cell.index(after: open)...].dropLast())
    }
}
