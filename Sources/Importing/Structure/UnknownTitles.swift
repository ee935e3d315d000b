/// Titles of objectives whose label nobody knows: `Che cosa miglioriamo | Orari dello sportello`. Where no label of a
/// document names objectives, one that comes once a card, before what is measured in it, and says something else in each
/// is that of the titles.
enum UnknownTitles {
    /// The pieces of a document, such labels with their texts as fields of objectives.
    ///
    /// - Parameter titles: the positions of the titles that no label tells, as they stand over their cards.
    static func named(_ pieces: [Piece], titles: Set<Int>) -> [Piece] {
        guard !pieces.contains(where: namesObjective) else { return pieces }
        var places: [MatchKey: [Int]] = [:]
        for (index, piece) in pieces.enumerated() {
            if let pair = pair(piece) { places[MatchKey(pair.label), default: []].append(index) }
        }
        let found = places.values.filter { areTitles($0, in: pieces) }.min { $0[0] < $1[0] } ?? []
        guard titles.isEmpty || titles.isSuperset(of: found) else { return pieces }
        var result = pieces
        for index in found {
            guard let pair = pair(pieces[index]), let row = row(of: pieces[index]) else { continue }
            let guess = TermGuess(.objective, confidence: 50, reason: .neighbours)
            result[index] = .field(
                LabelledValue(guess: guess, label: pair.label, value: pair.value, rows: [row]))
        }
        return result
    }

    private static func namesObjective(_ piece: Piece) -> Bool {
        if case .table(let table) = piece { return table.namesObjectives || table.has(.objective) }
        return piece.terms.contains(.objective)
    }

    /// A label that nobody knows, one of projects or of descriptions, and its text; nil for any other piece.
    private static func pair(_ piece: Piece) -> (label: String, value: String)? {
        switch piece {
        case .row(let row): CardRow.unknownPair(row)
        case .text(let row) where row.kind != .heading: CardRow.unknownPair(row)
        case .field(let field)
        where [.project, .definition].contains(field.guess.term) && !field.isHeading:
            (field.label, field.value)
        default: nil
        }
    }

    private static func row(of piece: Piece) -> DocumentRow? {
        switch piece {
        case .row(let row), .text(let row): row
        case .field(let field): field.rows.first
        case .card, .table: nil
        }
    }

    /// True for two places or more, each before something that is measured, with texts as titles are.
    private static func areTitles(_ places: [Int], in pieces: [Piece]) -> Bool {
        let texts = places.compactMap { pair(pieces[$0])?.value }
        guard places.count > 1, Set(texts).count == texts.count, texts.allSatisfy(isTitle) else {
            return false
        }
        let ends = places.dropFirst() + [pieces.count]
        return !pieces[..<places[0]].contains(where: isMeasured)
            && zip(places, ends).allSatisfy { start, end in
                pieces[start..<end].contains(where: isMeasured)
            }
    }

    private static func isMeasured(_ piece: Piece) -> Bool {
        if case .table(let table) = piece {
            return table.has(.indicator) && (table.has(.target) || table.has(.actual))
        }
        return piece.terms.contains(.indicator)
    }

    private static func isTitle(_ text: String) -> Bool {
        text.utf8.count <= ImportLimits.maximumTitleBytes && text.split(separator: " ").count >= 2
            && text.count(where: \.isLetter) >= 8 && ![".", ";"].contains(text.last) && !text.contains(":")
            && !PersonName.isTitled(text) && !PersonName.isPerson(text)
            && LabelReader.guessByFirstWord(text)?.term != .sector
    }
}
