import Model

/// The part that says how many people run a service.
struct StaffTable {
    /// A figure with its label.
    struct Entry: Sendable {
        /// Whom it counts.
        let name: String
        /// How many, as written.
        let value: String
        /// Its line.
        let line: SourceLine
    }

    /// The figures, in order.
    private(set) var entries: [Entry] = []
    /// The notes under the table.
    private(set) var notes: [NoteEntry] = []

    private let place: MapPlace
    private var waiting: MapRow?
    private var years: [(position: Int, year: Int)] = []

    /// A table that is not read yet.
    init(at place: MapPlace) { self.place = place }

    /// Reads the rows.
    mutating func read(_ rows: [MapRow], _ reading: inout Reading) {
        for row in rows where !row.filled.isEmpty {
            let header = HeaderRow(cells: row.cells)
            if header.isWhole, header.columns.count + header.years.count > 1 {
                years = header.years
                place.bindHeader(header, row.line, isRepeated: false, &reading)
            } else if let note = row.footnote {
                notes.append(NoteEntry(mark: note.mark, text: note.text, line: row.line))
                reading.ledger.bind(row.line.number, to: "service.footnotes")
            } else if row.saysNone {
                reading.ledger.bind(row.line.number, as: .emptyLabel)
            } else {
                take(row, &reading)
            }
        }
        guard let label = waiting else { return }
        reading.ledger.bind(label.line.number, as: .emptyLabel)
    }

    private mutating func take(_ row: MapRow, _ reading: inout Reading) {
        let filled = row.filled
        guard let first = filled.first else { return }
        if filled.count == 1 { return takeSingle(first, row, &reading) }
        place.bind(row.line, &reading)
        guard years.isEmpty else {
            for cell in filled.dropFirst() {
                let year = years.last { $0.position <= cell.position }.map { " \($0.year)" } ?? ""
                entries.append(Entry(name: first.text + year, value: cell.text, line: row.line))
            }
            return
        }
        let values = filled.dropFirst().map(\.text)
        if values.count > 1 { place.tell(.rowRepaired, .info, row.line, &reading, name: first.text) }
        entries.append(Entry(name: first.text, value: values.joined(separator: " – "), line: row.line))
    }

    /// A label whose figure stands on the next line, or that figure, or a figure without a label.
    private mutating func takeSingle(_ cell: MapRow.Cell, _ row: MapRow, _ reading: inout Reading) {
        let isFigure = ReportedValue(reading: cell.text).number != nil
        if let label = waiting, isFigure {
            waiting = nil
            place.bind(label.line, &reading)
            place.bind(row.line, &reading)
            entries.append(Entry(name: label.line.text, value: cell.text, line: row.line))
        } else if isFigure || cell.position > 0 && row.holdsLabel && MapWords.columns(in: cell.text).isEmpty {
            place.bind(row.line, &reading)
            entries.append(Entry(name: "", value: cell.text, line: row.line))
        } else if row.holdsLabel, let (name, figure) = Self.labelled(cell.text) {
            place.bind(row.line, &reading)
            entries.append(Entry(name: name, value: figure, line: row.line))
        } else {
            if let label = waiting { reading.ledger.bind(label.line.number, as: .emptyLabel) }
            waiting = row
        }
    }

    /// `Personale comunale 22`: a label and its figure in one text.
    private static func labelled(_ text: String) -> (name: String, figure: String)? {
        guard let space = text.lastIndex(of: " ") else { return nil }
        let (name, figure) = (text[..<space].trimmedEnds, text[text.index(after: space)...])
        guard name.contains(where: \.isLetter), CellShape(String(figure)) == .number else { return nil }
        return (String(name), String(figure))
    }
}
