import Model
import Reading

/// A title with its value: `SERVIZIO: ANAGRAFE`, `RESPONSABILE COGNOME`, `Servizio` in one cell and its name in the next.
struct TitleLabel {
    /// Which title.
    let title: ServiceTitle
    /// What it says; empty where the label stands alone.
    let value: String
    /// True where a colon or a cell of its own parts the label from its value, or the label stands alone.
    let isSure: Bool
    /// True where the label is in capital letters.
    let isCapital: Bool

    /// The title that a row is; nil for any other row.
    init?(_ row: ServiceRow) {
        guard (1...2).contains(row.filled.count), row.filled[0].position == 0,
            row.filled[0].text.utf8.count <= 200
        else { return nil }
        let cell = row.filled[0].text
        isCapital = cell.prefix { $0.isLetter } == cell.prefix { $0.isLetter }.uppercased()
        if row.filled.count == 2 {
            guard let match = ServiceWords.titles.match(cell), match.isExact else { return nil }
            (title, value, isSure) = (match.term, row.filled[1].text, true)
            return
        }
        let colon = cell.firstIndex(of: ":")
        if let colon, let found = Self.title(before: cell[..<colon]) {
            value = String(cell[cell.index(after: colon)...].trimmedEnds)
            (title, isSure) = (found, true)
            return
        }
        let key = MatchKey(cell)
        if let match = ServiceWords.titles.match(key) {
            guard match.isExact || match.term == .banner else { return nil }
            (title, value) = (match.term, "")
            isSure = match.term != .service || colon != nil
        } else if let start = ServiceWords.titles.start(key) {
            (title, isSure) = (start.match.term, false)
            value = cell.dropping(words: start.words)
        } else {
            return nil
        }
    }

    private static func title(before colon: Substring) -> ServiceTitle? {
        if let match = ServiceWords.titles.match(colon) { return match.term }
        let guess = LabelReader.guess(String(colon))
        return guess?.term == .head && guess?.confidence == 100 ? .head : nil
    }
}

extension String {
    /// What follows the first words of a text, without the signs between.
    fileprivate func dropping(words: Int) -> String {
        var rest = self[...]
        for _ in 0..<words {
            rest = rest.drop { !$0.isLetter && !$0.isNumber }.drop { $0.isLetter || $0.isNumber }
        }
        return String(rest.drop { " :;-–—=.,".contains($0) }.trimmedEnds)
    }
}

/// The title of a part, with what stands on its row.
struct PartLabel {
    /// Which part.
    let part: ServicePart
    /// The title as written.
    let text: String
    /// The title with its slips put right; nil where it has none.
    let corrected: String?
    /// What follows a colon in the title's cell.
    let value: String
    /// The other cells of the row that are not empty.
    private let rest: [String]
    private let isAtStart: Bool

    /// Longer than any title of a part, in bytes.
    private static let longest = 80

    /// The title that a row is; nil for any other row. `isInCard`: labels with values stand above it; `isOverFigures`: it
    /// stands alone over years, or over a row of the figures of other ones.
    init?(_ row: ServiceRow, isInCard: Bool = false, isOverFigures: Bool = false) {
        guard let first = row.filled.first, first.text.utf8.count <= ImportLimits.maximumLabelBytes,
            first.position == 0 || first.position == 1 && row.filled.count == 1,
            let found = Self.match(
                first.text,
                isHeading: first.text.first?.isUppercase == true
                    && (row.isHeading || isInCard && (row.filled.count == 2 || first.text.contains(":"))))
                ?? (isOverFigures ? Self.side(first.text) : nil)
        else { return nil }
        (part, corrected) = (found.match.term, found.match.corrected)
        (text, value) = (found.text, found.value)
        rest = row.filled.dropFirst().map(\.text)
        isAtStart = first.position == 0
        guard isInCard && rest.count == 1 || isPlausible else { return nil }
    }

    /// The part that the name of a sheet is the title of.
    init?(sheet: String) {
        guard let found = Self.match(sheet, isHeading: true), found.value.isEmpty else { return nil }
        (part, corrected, text, value) = (found.match.term, nil, found.text, "")
        (rest, isAtStart) = ([], true)
    }

    /// The part of figures that a text names.
    private static func side(
        _ text: String
    ) -> (match: LabelRules<ServicePart>.Match, text: String, value: String)? {
        SeriesSide(naming: text).map { (.init(term: $0.part, corrected: nil), text, "") }
    }

    /// The part that a cell names, the words that name it and what follows their colon.
    private static func match(
        _ cell: String, isHeading: Bool
    ) -> (match: LabelRules<ServicePart>.Match, text: String, value: String)? {
        let bare = ServiceWords.bare(cell)
        if let colon = bare.prefix(longest).firstIndex(of: ":") {
            let label = ServiceWords.bare(String(bare[..<colon]))
            let value = String(bare[bare.index(after: colon)...].trimmedEnds)
            let match =
                ServiceWords.parts.match(label) ?? (isHeading ? ServiceWords.headings.match(label) : nil)
            return match.map { ($0, label, value) }
        }
        guard bare.utf8.count <= longest else { return nil }
        let key = MatchKey(bare)
        let match =
            ServiceWords.parts.match(key) ?? (bare == cell ? nil : ServiceWords.parts.match(cell))
            ?? glued(key) ?? (isHeading ? ServiceWords.headings.match(key) : nil)
        return match.map { ($0, bare, "") }
    }

    /// The part whose title a page has set over the head of its first column: `Utenti seguiti Segmento di utenza`.
    private static func glued(_ key: MatchKey) -> LabelRules<ServicePart>.Match? {
        guard let start = ServiceWords.parts.start(key) else { return nil }
        let rest = key.words.dropFirst(start.words).joined(separator: " ")
        guard let column = ServiceWords.columns(in: rest).first, column.isExact,
            start.match.term.nameColumns.contains(column.term)
        else { return nil }
        return start.match
    }

    /// True where the other cells are figures: the row of a series that is named like the title.
    var isRowOfFigures: Bool {
        !rest.isEmpty && rest.allSatisfy { CellShape($0).isFigure } && part.isSeries
            && !(rest.count > 1 && rest.allSatisfy { PartHead.year($0) != nil })
    }

    /// True where the row holds nothing else, or only heads.
    var isBareOrHead: Bool {
        value.isEmpty && rest.allSatisfy { !ServiceWords.columns(in: $0).isEmpty || PartHead.year($0) != nil }
    }

    /// True where the title itself stands over the names of the table: the other heads name no column of names.
    var isHeadOfNames: Bool {
        guard !rest.isEmpty, isBareOrHead, let own = part.nameColumns.first else {
            return !rest.isEmpty && isBareOrHead
        }
        return !rest.flatMap(ServiceWords.columns(in:)).contains { $0.term == own }
    }

    private var columns: [LabelRules<ServiceColumn>.Match] { ServiceWords.columns(in: text) }

    /// True where the title is a head as well and nothing else stands on the row: the head of the names alone.
    var isHeadAlone: Bool { rest.isEmpty && value.isEmpty && !columns.isEmpty }

    /// True where the title is the head of the names of a part.
    func names(_ part: ServicePart) -> Bool { columns.contains { $0.term == part.nameColumns.first } }

    /// True where the title is a head written without a slip.
    var isHeadWord: Bool { columns.contains(where: \.isExact) }

    /// Within a table of the same words (`Segmenti di utenza` over its columns) an indented cell is its head.
    func accepts(in current: ServicePart) -> Bool { current == part || isAtStart }

    /// A title in a row with other texts is only one where it is written without a slip or its part takes values.
    private var isPlausible: Bool {
        // `Segmento di utenza` beside years is the head of a series.
        if !part.isSeries, rest.count(where: { PartHead.year($0) != nil }) > 1 { return false }
        if rest.isEmpty || isBareOrHead { return true }
        if part == .management || part == .staff { return true }
        return corrected == nil && text.utf8.count >= 12
    }
}
