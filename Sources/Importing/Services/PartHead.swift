import Model

/// A row that may be the head of one of the tables of a map: which head words and years stand in which column.
struct PartHead: Sendable {
    /// A head in its column.
    struct Column: Hashable, Sendable {
        /// Its column, from 0.
        let position: Int
        /// What it holds.
        let term: ServiceColumn
        /// The head as written.
        let text: String
        /// The head with its slips put right; nil where it has none.
        let corrected: String?
    }

    /// The heads that are known.
    private(set) var columns: [Column] = []
    /// The years, by column.
    private(set) var years: [(position: Int, year: Int)] = []
    /// The first of them that begins in one year and ends in the next, as written.
    private(set) var season: String?
    /// Cells that are neither.
    private(set) var unknown: [ServiceRow.Cell] = []

    /// Weighs a row. Beyond five cells that are no heads it is surely none, and the rest is not looked at.
    init(_ cells: [ServiceRow.Cell]) {
        for cell in cells {
            guard unknown.count <= 5 else { return }
            if let year = Self.year(cell.text) {
                years.append((cell.position, year))
                if season == nil, Self.season(cell.text) != nil { season = cell.text }
                continue
            }
            let matches = ServiceWords.columns(in: cell.text)
            if matches.isEmpty { unknown.append(cell) }
            for (offset, match) in matches.enumerated() {
                columns.append(
                    Column(
                        position: cell.position + offset, term: match.term, text: cell.text,
                        corrected: match.corrected))
            }
        }
    }

    /// True where every cell that is not empty is a head or a year.
    var isWhole: Bool { unknown.isEmpty && isInOrder && !(columns.isEmpty && years.isEmpty) }

    /// True where most cells are heads or years and the others may be heads that the program does not know.
    var isPartial: Bool {
        let isLikely =
            years.count > 1
            ? unknown.count <= years.count : columns.count > 1 && unknown.count < columns.count
        guard isLikely, !isWhole, isInOrder else { return false }
        return unknown.allSatisfy { !CellShape($0.text).isFigure && $0.text.utf8.count <= 60 }
    }

    /// Years go up or down, none twice; else they are figures that look like years.
    private var isInOrder: Bool {
        let steps = zip(years, years.dropFirst())
        return steps.allSatisfy { $0.year < $1.year } || steps.allSatisfy { $0.year > $1.year }
    }

    /// The terms of the columns.
    var terms: Set<ServiceColumn> { Set(columns.map(\.term)) }

    /// The part whose table has such a head; the current one where any table could have it, nil where the row is none.
    func part(within current: ServicePart?) -> ServicePart? {
        guard isWhole || (isPartial && !columns.isEmpty) else { return nil }
        let terms = terms
        if !years.isEmpty || terms.contains(.quantity), !(terms.count == 1 && years.isEmpty) {
            return series(within: current)
        }
        if terms.contains(.role) { return .roles }
        if terms.contains(.facility), terms.count > 1 { return .facilities }
        if terms.contains(.accessory), terms.count > 1 { return .accessories }
        if terms.contains(.element), terms.count > 1 {
            // `Denominazione | Indirizzo` is over the names of anything: of what the title says.
            if current == .facilities, namesAnything { return current }
            return current == .accessories ? .accessories : .elements
        }
        if terms.contains(.segment), terms.count > 1 { return current == .roles ? .roles : .segments }
        if terms == [.criterion], current != .segments { return .criteria }
        return current
    }

    private var namesAnything: Bool {
        columns.allSatisfy { $0.term != .element || MatchKey($0.text).text == "denominazione" }
    }

    private func series(within current: ServicePart?) -> ServicePart? {
        if let current, current.isSeries || current == .staff { return current }
        if years.count < 2, !terms.contains(.quantity) { return nil }
        if terms.contains(.segment) { return .users }
        switch current {
        case nil, .content, .elements, .accessories: return .outputs
        case .audience, .criteria, .segments: return .users
        default: return nil
        }
    }

    /// The year that a head names: `31/12/2019`, `31/12/19`, `2019`, `Anno 2019`, `Dato al 31.12.2019`; of a school year
    /// or a season (`a.s. 2019/2020`) the one in which it begins; nil for a cell that says more.
    static func year(_ cell: String) -> Int? {
        guard (4...40).contains(cell.utf8.count), cell.utf8.contains(where: { $0 == 0x31 || $0 == 0x32 })
        else { return nil }
        let isFigure = cell.utf8.allSatisfy { $0 == 0x2C || $0 == 0x2E || ($0 >= 0x30 && $0 <= 0x39) }
        if isFigure, cell.utf8.count != 4, cell.utf8.count(where: { $0 == 0x2E }) != 2 { return nil }
        if let date = CalendarDate(italian: cell) ?? shortDate(cell) { return date.year }
        if let season = season(cell) { return season }
        guard !cell.contains(","), let (year, rest) = HeaderYear.find(in: cell) else { return nil }
        let words = rest.split(separator: " ").filter { Int($0) == nil || $0.utf8.count > 2 }
        return words.allSatisfy { yearWords.contains($0) } ? year : nil
    }

    /// `31/12/19`: a day of this century.
    private static func shortDate(_ cell: String) -> CalendarDate? {
        guard cell.utf8.count <= 8 else { return nil }
        let parts = cell.split { "/.-".contains($0) }
        guard parts.count == 3, parts[2].utf8.count == 2, parts.allSatisfy({ Int($0) != nil }) else {
            return nil
        }
        return CalendarDate(italian: "\(parts[0])/\(parts[1])/20\(parts[2])")
    }

    /// The first year of two that follow each other: `2019/2020`, `a.s. 2019-20`.
    static func season(_ cell: String) -> Int? {
        guard cell.utf8.contains(where: { $0 == 0x2F || $0 == 0x2D || $0 >= 0x80 }) else { return nil }
        let words = MatchKey(cell).words
        let numbers = words.compactMap { Int($0) }
        guard numbers.count == 2, (1990...2098).contains(numbers[0]),
            numbers[1] == numbers[0] + 1 || (numbers[1] < 100 && numbers[1] == (numbers[0] + 1) % 100)
        else { return nil }
        return words.allSatisfy { Int($0) != nil || seasonWords.contains($0) } ? numbers[0] : nil
    }

    private static let seasonWords: Set<Substring> = [
        "a", "s", "as", "aa", "anno", "scolastico", "accademico", "stagione", "sportivo",
    ]

    private static let yearWords: Set<Substring> = [
        "al", "dato", "dati", "valore", "quantita", "consuntivo", "n", "nr", "esercizio", "cons", "dicembre",
        "numero", "totale",
    ]
}
