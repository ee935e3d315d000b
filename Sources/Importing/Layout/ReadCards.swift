import Reading

/// The cards of a document in the making, as a table: a column a label, a row a card.
struct ReadCards {
    /// The labels, in the order in which they come.
    private(set) var heads: [String] = []
    /// What each was taken for; nil for one that nobody knows.
    private(set) var guesses: [TermGuess?] = []
    /// A card: its first line, and its values by the places of their labels.
    private(set) var rows: [(line: Int, values: [Int: String])] = []
    /// The places of labels, by how they are compared.
    private var places: [String: Int] = [:]

    /// The line of the first card, from 1.
    var line: Int { rows.first?.line ?? 1 }

    /// A label with what stands beside or below it.
    private typealias Entry = (label: String, value: String, guess: TermGuess?, row: DocumentRow)

    /// The cards of a document, with the labels that nobody knows and those that a person left out.
    init(_ pieces: [Piece], leftOut: [LeftOutLabel]) {
        var entries = pieces.compactMap(Self.entry)
        entries += leftOut.map { ($0.label, $0.value, nil, $0.row) }
        let ordered = entries.enumerated().sorted {
            ($0.element.row.number, $0.offset) < ($1.element.row.number, $1.offset)
        }
        for (_, entry) in ordered { take(entry) }
    }

    private static func entry(_ piece: Piece) -> Entry? {
        switch piece {
        case .field(let field):
            // A text that a person named has no label.
            guard !field.isHeading, let row = field.rows.first, row.named.isEmpty else { return nil }
            return (field.label, field.value, field.guess, row)
        case .row(let row):
            return CardRow.unknownPair(row).map { ($0.label, $0.value, nil, row) }
        case .text(let row):
            guard row.kind != .heading, let pair = pair(row.text) else { return nil }
            return (pair.label, pair.value, nil, row)
        case .card, .table: return nil
        }
    }

    /// A label that comes again begins another card.
    private mutating func take(_ entry: Entry) {
        let key = Layout.signature([entry.label])[0]
        guard !key.isEmpty, entry.label.utf8.count <= ImportLimits.maximumLabelBytes else { return }
        let place = places[key] ?? heads.count
        if place == heads.count {
            places[key] = place
            heads.append(entry.label)
            guesses.append(entry.guess)
        }
        if rows.last.map({ $0.values[place] != nil }) ?? true { rows.append((entry.row.number, [:])) }
        rows[rows.count - 1].values[place] = entry.value
    }

    /// `Chi verifica: il Nucleo`: up to six words before a colon.
    private static func pair(_ text: String) -> (label: String, value: String)? {
        guard let colon = text.firstIndex(of: ":"), case let label = text[..<colon],
            label.split(separator: " ").count <= 6, label.first?.isLetter ?? false,
            case let value = text[text.index(after: colon)...].trimmedEnds, !value.isEmpty
        else { return nil }
        return (String(label), String(value))
    }
}
