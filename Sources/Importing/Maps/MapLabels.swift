import Model
import Reading

/// A title with its value: `SERVIZIO: ANAGRAFE`, `RESPONSABILE COGNOME`, `Servizio` in one cell and its name in the next.
struct TitleLabel {
    /// Which title.
    let title: MapTitle
    /// What it says; empty where the label stands alone.
    let value: String
    /// True where a colon or a cell of its own parts the label from its value, or the label stands alone.
    let isSure: Bool
    /// True where the label is in capital letters.
    let isCapital: Bool

    /// The title that a line is; nil for any other line.
    init?(_ line: SourceLine) {
        guard line.firstFilled == 0, line.filledCells <= 2, line.cells[0].utf8.count <= 200 else {
            return nil
        }
        let cell = line.cells[0]
        if line.isTabular {
            guard let match = MapWords.titles.match(cell), match.slips == 0,
                let value = line.cells.dropFirst().first(where: { !$0.isEmpty })
            else { return nil }
            self.init(match.term, value, isSure: true, cell)
        } else if let colon = cell.firstIndex(of: ":"), let match = Self.numbered(cell[..<colon]) {
            self.init(match, String(cell[cell.index(after: colon)...].trimmedEnds), isSure: true, cell)
        } else if !MapWords.openTitles.contains(MatchKey(cell.prefix(20)).words.first ?? "") {
            return nil
        } else if let match = MapWords.titles.match(cell) {
            guard match.slips == 0 || match.term == .banner else { return nil }
            self.init(match.term, "", isSure: match.term != .service || cell.hasSuffix(":"), cell)
        } else if let match = MapWords.titles.matchStart(cell) {
            self.init(match.term, match.rest, isSure: false, cell)
        } else {
            return nil
        }
    }

    private init(_ title: MapTitle, _ value: String, isSure: Bool, _ cell: String) {
        self.title = title
        self.value = value
        self.isSure = isSure
        isCapital = cell.prefix { $0.isLetter } == cell.prefix { $0.isLetter }.uppercased()
    }

    /// The title before a colon; a number after the word is left out (`SERVIZIO N. 12:`).
    private static func numbered(_ label: Substring) -> MapTitle? {
        if let match = MapWords.titles.match(String(label)) { return match.term }
        let words = MatchKey(label).words
        let kept = words.filter { !["n", "nr", "num", "numero"].contains($0) && Int($0) == nil }
        guard kept.count < words.count else { return nil }
        guard let match = MapWords.titles.match(kept.joined(separator: " ")), match.slips == 0 else {
            return nil
        }
        return match.term
    }
}

/// The title of a part, with what stands on its line.
struct SectionLabel {
    /// Which part.
    let section: MapSection
    /// The title as written.
    let text: String
    /// The phrase that it was taken for.
    let phrase: String
    /// Slips between the two.
    let slips: Int
    /// What follows a colon in the title's cell.
    let value: String
    /// The other cells of the line that are not empty.
    private let rest: [String]
    private let isAtStart: Bool

    /// Longer than any title of a part, in bytes.
    private static let longest = 80

    /// The title that a line is; nil for any other line.
    init?(_ line: SourceLine) {
        guard let first = line.firstFilled, line.cells[first].utf8.count <= ImportLimits.maximumLabelBytes,
            first == 0 || (first == 1 && line.filledCells == 1)
        else { return nil }
        let cell = line.cells[first]
        guard let found = Self.match(MapWords.bare(cell), whole: cell) else { return nil }
        (section, phrase, slips) = (found.match.term, found.match.phrase, found.match.slips)
        (text, value) = (found.text, found.value)
        rest = line.cells.dropFirst(first + 1).filter { !$0.isEmpty }
        isAtStart = first == 0
        guard isPlausible else { return nil }
    }

    /// The part that a cell names, the words that name it and what follows their colon.
    private static func match(
        _ bare: String, whole: String
    ) -> (match: Vocabulary<MapSection>.Match, text: String, value: String)? {
        if let colon = bare.prefix(longest).firstIndex(of: ":") {
            let label = MapWords.bare(String(bare[..<colon]))
            let value = String(bare[bare.index(after: colon)...].trimmedEnds)
            return MapWords.sections.match(label).map { ($0, label, value) }
        }
        guard bare.utf8.count <= longest else { return nil }
        let match =
            MapWords.sections.match(bare) ?? (bare == whole ? nil : MapWords.sections.match(whole))
            ?? glued(bare)
        return match.map { ($0, bare, "") }
    }

    /// The part whose title a page has set over the head of its first column: `Utenti seguiti Segmento di utenza`.
    private static func glued(_ text: String) -> Vocabulary<MapSection>.Match? {
        guard let found = MapWords.sections.matchStart(text), found.slips == 0, !found.rest.isEmpty,
            let column = MapWords.columns(in: found.rest).first, column.slips == 0,
            found.term.nameColumns.contains(column.term)
        else { return nil }
        return found
    }

    /// True where the other cells are figures: the row of a series that is named like the title.
    var isRowOfFigures: Bool {
        !rest.isEmpty && rest.allSatisfy { CellShape($0).isFigure } && section.isSeries
    }

    /// True where the line holds nothing else, or only header words.
    var isBareOrHeader: Bool {
        value.isEmpty && rest.allSatisfy { !MapWords.columns(in: $0).isEmpty || HeaderRow.year($0) != nil }
    }

    /// True where the title itself stands over the names of the table: the other header words name no column of names.
    var isHeaderOfNames: Bool {
        let terms = rest.flatMap(MapWords.columns(in:)).map(\.term)
        return !rest.isEmpty && isBareOrHeader
            && !terms.contains { section.nameColumns.prefix(1).contains($0) }
    }

    /// True where the title is a header word as well and nothing else stands on the line: the header of the names alone.
    var isHeaderAlone: Bool { rest.isEmpty && value.isEmpty && !MapWords.columns(in: text).isEmpty }

    /// True where the title is the header of such a column.
    func names(_ column: MapColumn) -> Bool { MapWords.columns(in: text).contains { $0.term == column } }

    /// True where the title is a header word written without a slip.
    var isHeaderWord: Bool { MapWords.columns(in: text).contains { $0.slips == 0 } }

    /// Within a table of the same words (`Segmenti di utenza` over its columns) an indented cell is its header.
    func accepts(in current: MapSection) -> Bool {
        if current == section || isAtStart { return true }
        return false
    }

    /// A title in a row with other texts is only one where it is written without a slip or its part takes values.
    private var isPlausible: Bool {
        if rest.isEmpty || isBareOrHeader { return true }
        if section == .management || section == .staff { return true }
        return slips == 0 && phrase.utf8.count >= 12
    }
}

/// The number of a page at its foot.
enum PageNumber {
    /// True for a number of up to four digits and nothing else.
    static func isBare(_ text: String) -> Bool {
        (1...4).contains(text.utf8.count) && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    /// True for `Pag. 3 di 90`, `pagina 3`, `3/90`; a bare number may be a cell and is none.
    static func isOne(_ text: String) -> Bool {
        guard text.utf8.count <= 24 else { return false }
        let words = MatchKey(text).words
        guard let first = words.first, words.contains(where: { Int($0) != nil }) else { return false }
        let isNamed = ["pag", "pagina", "page"].contains(first)
        let rest = isNamed ? words.dropFirst() : words[...]
        guard rest.allSatisfy({ Int($0) != nil || $0 == "di" || $0 == "n" }) else { return false }
        return isNamed || (rest.count == 3 && rest.contains("di"))
    }
}

/// A row that can only stand in the form of management or in the table of staff.
enum FormRow {
    /// The part of a row such as `Diretta X` or `Personale 5`; nil for any other row.
    static func section(of line: SourceLine) -> MapSection? {
        let cells = line.cells.filter { !$0.isEmpty }
        guard cells.count == 2 else { return nil }
        if CellShape(cells[1]) == .mark, MapWords.management.match(cells[0])?.slips == 0 {
            return .management
        }
        let isPerson = MapWords.columns(in: cells[0]).contains { $0.term == .person && $0.slips == 0 }
        return isPerson && CellShape(cells[1]) == .number ? .staff : nil
    }
}
