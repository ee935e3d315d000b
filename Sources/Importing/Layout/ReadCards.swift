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

    /// Takes the labels of a piece, those among them that nobody knows.
    mutating func take(_ piece: Piece) {
        switch piece {
        case .field(let field):
            guard !field.isHeading, let row = field.rows.first else { return }
            take(field.label, field.value, field.guess, row)
        case .row(let row):
            guard let pair = CardRow.unknownPair(row) else { return }
            take(pair.label, pair.value, nil, row)
        case .text(let row):
            guard row.kind != .heading, let pair = Self.pair(row.text) else { return }
            take(pair.label, pair.value, nil, row)
        case .card, .table: return
        }
    }

    /// A label that comes again begins another card.
    private mutating func take(_ label: String, _ value: String, _ guess: TermGuess?, _ row: DocumentRow) {
        let key = Layout.signature([label])[0]
        guard !key.isEmpty, label.utf8.count <= ImportLimits.maximumLabelBytes else { return }
        let place = places[key] ?? heads.count
        if place == heads.count {
            places[key] = place
            heads.append(label)
            guesses.append(guess)
        }
        if rows.last.map({ $0.values[place] != nil }) ?? true { rows.append((row.number, [:])) }
        rows[rows.count - 1].values[place] = value
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
