import Importing
import UserMessages

/// A line of a document in its review, with what became of it.
public struct SourceRow: Identifiable, Hashable, Sendable {
    private let line: ReadLine

    init(_ line: ReadLine) {
        self.line = line
    }

    /// Its number in the document.
    public var id: Int { line.id }
    /// Where it stands: the page, the sheet and the cell, else its number.
    public var place: String { line.place ?? "\(line.id)" }
    /// Its text, as written.
    public var text: String { line.text }
    /// What became of it, in words.
    public var fate: String { line.fate }
    /// Nothing took it.
    public var isUnread: Bool { line.isUnread }
}

extension ImportDraft {
    /// The lines of the document that hold something.
    public var sourceRows: [SourceRow] { proposal.source.map(SourceRow.init) }
}
