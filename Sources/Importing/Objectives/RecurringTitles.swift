/// Titles of objectives that no label tells: texts that each stand over the same first field of a card, in a document
/// whose labels name no objective.
///
///     Verde urbano                 Scuola
///     Responsabile: …              Responsabile: …
///     Indicatore: alberi           Indicatore: iscritti
enum RecurringTitles {
    /// The positions of the texts among the pieces; empty where they do not come again and again.
    static func positions(in pieces: [Piece]) -> Set<Int> {
        guard !pieces.contains(where: namesObjective) else { return [] }
        let openings = FieldTerm.openings.lazy.map { term in pieces.indices.filter { opens(pieces, $0, term) }
        }
        guard let cards = openings.max(by: { $0.count < $1.count }), cards.count > 1,
            case .field(let field) = pieces[cards[0]], areAll(field.guess.term, pieces, over: cards)
        else { return [] }
        let runs = cards.map { withHeading(withoutProse(run(of: pieces, before: $0), pieces), pieces) }
        // The first card stands below the cover: its texts are as many as those of the others.
        let most = runs.dropFirst().lazy.map(\.count).max() ?? 1
        // Where each has a numbered line, or a heading, that is the title, and what stands below it describes the card.
        let marked = [isNumbered, isHeading].lazy.map { isTitle in
            runs.compactMap { run in run.last { isTitle(pieces[$0]) } }
        }
        let titles =
            marked.first { $0.count == runs.count }
            ?? runs.map { max($0.lowerBound, $0.upperBound - most) }
        let texts = titles.map { pieces[$0].text }
        guard texts.allSatisfy(isTitle), Set(texts).count == texts.count else { return [] }
        return Set(titles)
    }

    /// The positions of numbered titles that each stand right over a table of indicators, in a document that names no
    /// objective, or of headings where one stands over each such table; empty where there is but one.
    static func overTables(in pieces: [Piece]) -> Set<Int> {
        guard !pieces.contains(where: namesObjective) else { return [] }
        let found = pieces.indices.dropLast().filter { index in
            guard case .text(let row) = pieces[index], isTitle(row.text) else { return false }
            let below = pieces[(index + 1)...].prefix(12).drop {
                isDescription($0) || row.kind == .heading && isText($0)
            }
            return below.first.map(isOfIndicators) ?? false
        }
        let numbered = found.filter { !StrategicTitle(pieces[$0].text, rest: pieces[$0].text).code.isEmpty }
        if numbered.count > 1 { return Set(numbered) }
        let headings = found.filter { isHeading(pieces[$0]) && pieces[$0].text.contains(" ") }
        return headings.count > 1 && headings.count == pieces.count(where: isOfIndicators)
            && Set(headings.map { pieces[$0].text }).count == headings.count ? Set(headings) : []
    }

    /// True for a table of indicators with what is to be reached or was, and no office beside them.
    private static func isOfIndicators(_ piece: Piece) -> Bool {
        guard let table = piece.table else { return false }
        return table.has(.indicator) && (table.has(.target) || table.has(.actual)) && !table.has(.sector)
    }

    /// The texts with the heading or the numbered line right above them, where a blank line parts them from it.
    private static func withHeading(_ run: Range<Int>, _ pieces: [Piece]) -> Range<Int> {
        guard run.lowerBound > 0, run.count <= 2, case let above = pieces[run.lowerBound - 1] else {
            return run
        }
        let isTitle = [isNumbered, isHeading].contains { isMarked in
            isMarked(above) && !run.contains { isMarked(pieces[$0]) }
        }
        return isTitle ? run.lowerBound - 1..<run.upperBound : run
    }

    private static func isHeading(_ piece: Piece) -> Bool {
        if case .text(let row) = piece { row.kind == .heading } else { false }
    }

    /// True for a text with a number of two levels or more before it: `1.2 Dopo di noi`.
    static func isNumbered(_ piece: Piece) -> Bool {
        guard case .text(let row) = piece, let code = ItemCode(leading: row.text), code.text.contains(".")
        else { return false }
        return code.rest(of: row.text).first?.isUppercase == true
    }

    private static func namesObjective(_ piece: Piece) -> Bool {
        switch piece {
        case .card: true
        case .field(let field): field.guess.term == .objective && !field.isTargetOfAYear
        case .table(let table):
            // A summary of weights and shares names them again.
            table.has(.objective) && [.indicator, .target, .actual, .definition].contains(where: table.has)
        case .text, .row: false
        }
    }

    /// True for a field of this term right below a text.
    private static func opens(_ pieces: [Piece], _ index: Int, _ term: FieldTerm) -> Bool {
        guard index > 0, case .field(let field) = pieces[index], field.guess.term == term,
            !field.isHeading || field.rows.first?.text.contains(field.label + ":") ?? false,
            case .text = pieces[index - 1]
        else { return false }
        return true
    }

    /// Whether each field of the term opens a card. A card may have many indicators, of which the first one does.
    private static func areAll(_ term: FieldTerm, _ pieces: [Piece], over cards: [Int]) -> Bool {
        let others = pieces.indices.filter { index in
            guard case .field(let field) = pieces[index], field.guess.term == term else { return false }
            return !cards.contains(index)
        }
        guard ![.indicator, .weight].contains(term) else { return others.allSatisfy { $0 > cards[0] } }
        return others.isEmpty
    }

    /// The texts that stand together right over a position, without a blank line between them.
    private static func run(of pieces: [Piece], before index: Int) -> Range<Int> {
        var first = index - 1
        while first > 0, case .text(let below) = pieces[first], case .text(let above) = pieces[first - 1],
            above.number + 1 == below.number
        {
            first -= 1
        }
        return first..<index
    }

    /// The texts behind the last sentences of the card above; sentences that stand last describe the card.
    private static func withoutProse(_ run: Range<Int>, _ pieces: [Piece]) -> Range<Int> {
        let end = run.last { !isProse(pieces[$0].text) } ?? run.upperBound - 1
        let start = run.last { $0 < end && isProse(pieces[$0].text) }
        return (start.map { $0 + 1 } ?? run.lowerBound)..<end + 1
    }

    private static func isProse(_ text: String) -> Bool {
        text.last == "." && text.split(separator: " ").count >= 5
    }

    private static func isText(_ piece: Piece) -> Bool {
        if case .text(let row) = piece { row.kind != .heading } else { false }
    }

    /// A sentence below a title, or one that leads to a table: `… con gli indicatori che seguono:`
    private static func isDescription(_ piece: Piece) -> Bool {
        switch piece {
        case .text(let row):
            row.kind != .heading && row.text.last.map { ".:".contains($0) } ?? false
                && row.text.split(separator: " ").count >= 4
        case .field(let field):
            [.weight, .objectiveWeight, .actual, .note, .definition].contains(field.guess.term)
                || field.value.isEmpty && field.label.split(separator: " ").count >= 4
        case .card, .row, .table: false
        }
    }

    private static func isTitle(_ text: String) -> Bool {
        text.utf8.count <= ImportLimits.maximumLabelBytes && text.last != ":" && !HeadingResult.isResult(text)
            && text.count(where: \.isLetter) >= 5
            && !LabelWords(text).words.allSatisfy { TermRules.knows($0) }
    }
}

extension FieldTerm {
    /// What the first field below the title of an objective is.
    fileprivate static let openings: [FieldTerm] = [
        .head, .sector, .objectiveWeight, .weight, .definition, .purpose, .indicator, .due,
    ]
}

extension Piece {
    /// The text of a line that is no label; empty for any other piece.
    fileprivate var text: String {
        guard case .text(let row) = self else { return "" }
        return row.text
    }
}
