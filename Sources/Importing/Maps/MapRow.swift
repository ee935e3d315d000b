import Model
import Reading

/// A line of a part of a map, with its cells as the part's table sees them.
struct MapRow: Sendable {
    /// A cell that is not empty.
    struct Cell: Hashable, Sendable {
        /// Its column, from 0.
        let position: Int
        /// Its text, cleaned.
        let text: String
    }

    /// The line.
    let line: SourceLine
    /// The cells; the label of the part that stood in the first one is left out.
    let cells: [String]
    /// True where a blank line stands before it.
    let followsGap: Bool
    /// True where the part's label stood in the first cell.
    let holdsLabel: Bool

    /// A row.
    init(_ line: SourceLine, followsGap: Bool) {
        self.line = line
        cells = line.cells
        self.followsGap = followsGap
        holdsLabel = false
    }

    /// The rest of a row whose first cell is the label of the part. A value behind the label's colon takes its cell.
    init(labelled line: SourceLine, value: String, followsGap: Bool) {
        self.line = line
        cells = value.isEmpty ? [""] + line.cells.dropFirst() : ["", value] + line.cells.dropFirst()
        self.followsGap = followsGap
        holdsLabel = true
    }

    /// The cells that are not empty, in order.
    var filled: [Cell] {
        cells.enumerated().compactMap { $1.isEmpty ? nil : Cell(position: $0, text: $1) }
    }

    /// Cells as written, the empty ones at the end among them.
    var width: Int { cells.count + line.trailingEmptyCells }

    /// True for a row that only says that there is nothing: `/`, `/ /`.
    var saysNone: Bool {
        let filled = filled
        return !filled.isEmpty && filled.allSatisfy { CellShape($0.text) == .missing }
    }

    /// True for a row of dashes, which parts head and body of a table.
    static func isRule(_ line: SourceLine) -> Bool {
        !line.cells.isEmpty
            && line.cells.allSatisfy {
                $0.isEmpty || ($0.utf8.count > 1 && $0.allSatisfy { "-–—_=:".contains($0) })
            }
    }

    /// The footnote that the row is: `* dal 2022 …`, `(1) …`, `Nota: …`; nil for any other row.
    var footnote: (mark: String, text: String)? {
        let filled = filled
        guard let first = filled.first, first.position == 0, filled.count == 1 else { return nil }
        return Self.footnote(first.text)
    }

    private static func footnote(_ text: String) -> (mark: String, text: String)? {
        let stars = text.prefix { $0 == "*" }
        if !stars.isEmpty {
            let rest = text.dropFirst(stars.count).drop { ") ".contains($0) }
            return rest.isEmpty ? nil : (String(stars), String(rest))
        }
        if text.hasPrefix("("), let close = text.prefix(6).firstIndex(of: ")") {
            let mark = text[text.index(after: text.startIndex)..<close]
            let rest = text[text.index(after: close)...].trimmedEnds
            guard mark.count <= 4, !rest.isEmpty,
                mark.allSatisfy({ $0.isNumber || $0 == "*" }) || mark.count == 1
            else { return nil }
            return (String(text[...close]), String(rest))
        }
        for opening in ["nota:", "note:", "n.b.", "nb:"] where text.lowercased().hasPrefix(opening) {
            let rest = text.dropFirst(opening.count).drop { ": ".contains($0) }
            return rest.isEmpty ? nil : ("", String(rest))
        }
        return nil
    }
}

/// A part of a map: its rows, not yet understood.
struct MapSectionBlock: Sendable {
    /// Which part.
    let section: MapSection
    /// The line of its title or header, from 1.
    let line: Int
    /// Its rows.
    var rows: [MapRow] = []
    /// True where the title's cell is the header of the first column (`Utenti seguiti` over the names).
    var titleNamesColumn = false
}

/// The map of a service: its titles and its parts, not yet understood.
struct MapBlock: Sendable {
    /// A title with the line that it comes from.
    struct Title: Sendable {
        /// The text.
        var text: String
        /// The line, from 1.
        var line: Int
    }

    /// The name of the service; empty text where its title is lost.
    var name: Title
    /// Who answers for it.
    var head: Title?
    /// The sector.
    var sector: Title?
    /// Texts without a field of their own.
    var remarks: [Title] = []
    /// The parts, in the order of the document.
    var sections: [MapSectionBlock] = []

    /// True where a part beyond the content has begun.
    var isPastContent: Bool { sections.contains { !$0.section.isContent } }
    /// True where the content has begun.
    var hasContent: Bool { sections.contains { $0.section.isContent } }
}
