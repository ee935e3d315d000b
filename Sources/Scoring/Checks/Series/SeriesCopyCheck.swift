import Foundation
import Model

/// `series-copied`: the same figures under another name.
///
/// Small or constant figures are alike by chance, so a series must carry enough figures to tell. What is alike
/// may rightly be one fact: an output and its users, one fact under two names in a service (invoices, payments), or
/// in two services under names that share a telling word; that is told as an info with the reason. Three and more series alike in the same order are a pasted block: one error, at its first row.
struct SeriesCopyCheck {
    /// Why two series are alike.
    enum Reason: String {
        /// An output of a service and the users of it.
        case outputAndUsers = "output-and-users"
        /// Names in two services that share a telling word.
        case sameName = "same-name"
        /// Two names in one table of a service.
        case twoNames = "two-names"
        /// A run of rows taken from another table.
        case block
        /// Nothing explains it.
        case unexplained
    }

    /// A series that has the figures of an earlier one.
    struct Copy {
        let position: Position
        let row: ComparedSeries.Row
        let table: ComparedSeries
        let original: ComparedSeries.Row
        let originalTable: ComparedSeries
        let reason: Reason
    }

    /// The series that are alike, by the later one's place.
    let copies: [Copy]

    init(_ tables: [ComparedSeries]) {
        let pairs = SeriesCopyCheck.pairs(in: tables)
        let blocks = SeriesCopyCheck.blocks(in: pairs, tables)
        copies = pairs.compactMap { pair in
            let table = tables[pair.later.table]
            let row = table.rows[pair.later.row]
            let originalTable = tables[pair.earlier.table]
            let original = originalTable.rows[pair.earlier.row]
            let isBlock = blocks.contains(pair.later)
            guard isBlock || row.isTelling else { return nil }
            let reason = SeriesCopyCheck.reason(row, table, original, originalTable)
            return Copy(
                position: pair.later, row: row, table: table, original: original,
                originalTable: originalTable,
                reason: isBlock && reason != .outputAndUsers ? .block : reason)
        }
    }

    /// The series of pasted blocks.
    var pasted: Set<UUID> { Set(copies.filter { $0.reason == .block }.map(\.row.series.id)) }

    var findings: [Finding] {
        let blocks = copies.filter { $0.reason == .block }
        return copies.compactMap { copy in
            guard copy.reason == .block else { return finding(copy, rows: [copy]) }
            let before = copy.position.moved(by: -1)
            guard !blocks.contains(where: { $0.position == before }) else { return nil }
            var rows = [copy]
            for next in blocks where next.position == rows.last?.position.moved(by: 1) { rows.append(next) }
            return finding(copy, rows: rows)
        }
    }

    private func finding(_ copy: Copy, rows: [Copy]) -> Finding {
        let severity: Severity =
            switch copy.reason {
            case .block: .error
            case .unexplained: .warning
            case .outputAndUsers, .sameName, .twoNames: .info
            }
        let original = copy.original.series
        var evidence = [
            "reason": copy.reason.rawValue, "original": original.name,
            "service": copy.originalTable.service.name,
        ]
        if let line = (original.sources[.values] ?? original.sources[.name])?.line {
            evidence["line"] = "\(line)"
        }
        if copy.reason == .block, let last = rows.last {
            evidence["rows"] = "\(rows.count)"
            evidence["last"] = last.row.series.name
            evidence["lastOriginal"] = last.original.series.name
        }
        return Finding(
            .seriesCopied, severity, at: copy.table.place(copy.row), written: copy.row.written,
            evidence: evidence)
    }

    private static func reason(
        _ row: ComparedSeries.Row, _ table: ComparedSeries, _ original: ComparedSeries.Row,
        _ originalTable: ComparedSeries
    ) -> Reason {
        let isOneService = table.service.id == originalTable.service.id
        if isOneService { return table.kind == originalTable.kind ? .twoNames : .outputAndUsers }
        return row.series.sharesWord(with: original.series) ? .sameName : .unexplained
    }
}

extension SeriesCopyCheck {
    /// A row of a table.
    struct Position: Hashable {
        let table: Int
        let row: Int

        /// The row so many rows further down.
        func moved(by rows: Int) -> Position { Position(table: table, row: row + rows) }
    }

    /// Two rows with the same figures.
    private struct Pair: Hashable {
        let earlier: Position
        let later: Position
    }

    /// Each row that has the figures of an earlier one, with the first such row.
    private static func pairs(in tables: [ComparedSeries]) -> [Pair] {
        var firsts: [SeriesFigures: Position] = [:]
        var pairs: [Pair] = []
        for (tableIndex, table) in tables.enumerated() {
            for rowIndex in table.rows.indices {
                let figures = table.rows[rowIndex].figures
                guard figures.byYear.count >= 3 else { continue }
                let position = Position(table: tableIndex, row: rowIndex)
                if let first = firsts[figures] {
                    pairs.append(Pair(earlier: first, later: position))
                } else {
                    firsts[figures] = position
                }
            }
        }
        return pairs
    }

    /// The later rows of runs of pairs, three or more of which are telling and not explained by their names.
    private static func blocks(in pairs: [Pair], _ tables: [ComparedSeries]) -> Set<Position> {
        let known = Set(pairs)
        var blocks: Set<Position> = []
        for pair in pairs {
            let before = Pair(earlier: pair.earlier.moved(by: -1), later: pair.later.moved(by: -1))
            guard pair.earlier.table != pair.later.table, !known.contains(before) else { continue }
            var run = [pair]
            while let last = run.last {
                let next = Pair(earlier: last.earlier.moved(by: 1), later: last.later.moved(by: 1))
                guard known.contains(next) else { break }
                run.append(next)
            }
            let unexplained = run.filter { pair in
                let row = tables[pair.later.table].rows[pair.later.row]
                let original = tables[pair.earlier.table].rows[pair.earlier.row]
                return row.isTelling && !row.series.sharesName(with: original.series)
            }
            if unexplained.count >= 3 { blocks.formUnion(run.map(\.later)) }
        }
        return blocks
    }
}

extension ComparedSeries.Row {
    /// The figures are enough to tell a copy from chance: three different ones with six digits together.
    fileprivate var isTelling: Bool {
        let different = Set(figures.byYear.values)
        let digits = different.reduce(0) { $0 + $1.digitCount }
        return different.count >= 3 && digits >= 6
    }

    /// The row as it was written, cell by cell.
    var written: String {
        series.years.compactMap { series.values[$0]?.written }.joined(separator: " | ")
    }
}

extension Series {
    /// The figures by year.
    var figures: [Int: ExactDecimal] { values.compactMapValues(\.number) }

    /// The names share their telling words: all of the shorter one's, or two.
    func sharesName(with other: Series) -> Bool {
        let own = tellingWords
        let others = other.tellingWords
        let common = own.intersection(others).count
        return common >= 2 || (common >= 1 && common == min(own.count, others.count))
    }

    /// The names share a telling word.
    func sharesWord(with other: Series) -> Bool { !tellingWords.isDisjoint(with: other.tellingWords) }

    private var tellingWords: Set<String> {
        // Six letters leave gender, number and most endings out: richiesta, richiesti.
        Set(name.comparisonKey.split(separator: " ").filter { $0.count > 3 }.map { String($0.prefix(6)) })
            .subtracting(["numero", "totale", "utenti", "anno", "della", "dalla", "nella", "degli", "delle"])
    }
}
