import Model

/// The part that says how many people run a service.
struct StaffTable {
    /// The figures, in order: the name says whom one counts, the detail how many, as written.
    private(set) var entries: [ServiceEntry] = []
    /// The notes under the table.
    private(set) var notes: [ServiceEntry] = []

    private let place: ServicePlace
    private var waiting: ServiceRow?
    private var years: [(position: Int, year: Int)] = []

    /// A table that is not read yet.
    init(at place: ServicePlace) { self.place = place }

    /// Reads the rows.
    mutating func read(_ rows: [ServiceRow], _ reading: inout Reading) {
        for row in rows where !row.filled.isEmpty {
            let head = row.head
            if head.isWhole, head.columns.count + head.years.count > 1 {
                years = head.years
                place.bind(head, row, isRepeated: false, &reading)
            } else if !place.takeAside(row, &notes, &reading) {
                take(row, &reading)
            }
        }
        settleWaiting(&reading)
    }

    /// A label whose figure never came is an empty one; any other text is kept as a text, unless it goes on from one that
    /// a page broke: nothing tells of which.
    private mutating func settleWaiting(_ reading: inout Reading) {
        guard let row = waiting else { return }
        waiting = nil
        if ServiceWords.columns(in: row.text).isEmpty {
            if row.text.first?.isLowercase != true { add("", row.text, row, &reading) }
            return
        }
        for line in row.lines { reading.ledger.bind(line, as: .emptyLabel) }
    }

    private mutating func take(_ row: ServiceRow, _ reading: inout Reading) {
        guard let first = row.filled.first else { return }
        if row.filled.count == 1 { return takeSingle(first, row, &reading) }
        let values = row.filled.dropFirst()
        guard years.isEmpty else {
            for cell in values {
                let year = years.last { $0.position <= cell.position }.map { " \($0.year)" } ?? ""
                add(first.text + year, cell.text, row, &reading)
            }
            return
        }
        if values.count > 1 { place.tell(.rowRepaired, .info, row, &reading, name: first.text) }
        add(first.text, values.map(\.text).joined(separator: " – "), row, &reading)
    }

    private mutating func add(_ name: String, _ value: String, _ row: ServiceRow, _ reading: inout Reading) {
        place.bind(row, &reading)
        entries.append(ServiceEntry(name: name, detail: value, row: row))
    }

    /// A label whose figure stands on the next line, or that figure, or a figure without a label.
    private mutating func takeSingle(_ cell: ServiceRow.Cell, _ row: ServiceRow, _ reading: inout Reading) {
        let isFigure = ReportedValue(reading: cell.text).number != nil
        if let colon = cell.text.firstIndex(of: ":"),
            case let value = String(cell.text[cell.text.index(after: colon)...].trimmedEnds),
            CellShape(value) == .number
        {
            // `Agenti: 12`
            settleWaiting(&reading)
            add(String(cell.text[..<colon]), value, row, &reading)
        } else if isFigure, let label = waiting {
            waiting = nil
            place.bind(label, &reading)
            add(label.text, cell.text, row, &reading)
        } else if row.holdsLabel, let (name, figure) = Self.labelled(cell.text) {
            add(name, figure, row, &reading)
        } else if isFigure
            || cell.position > 0 && row.holdsLabel && ServiceWords.columns(in: cell.text).isEmpty
        {
            add("", cell.text, row, &reading)
        } else {
            settleWaiting(&reading)
            waiting = row
        }
    }

    /// `Personale comunale 22`: a label and its figure in one text.
    private static func labelled(_ text: String) -> (name: String, figure: String)? {
        guard let space = text.lastIndex(of: " ") else { return nil }
        let (name, figure) = (text[..<space].trimmedEnds, text[text.index(after: space)...])
        let isPerson = ServiceWords.columns(in: String(name.prefix { $0 != " " })).contains {
            $0.term == .person
        }
        guard isPerson, CellShape(String(figure)) == .number else { return nil }
        return (String(name), String(figure))
    }
}
