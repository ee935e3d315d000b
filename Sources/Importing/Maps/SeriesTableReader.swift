import Model
import Reading

/// The table of a part whose rows are figures by year: outputs or users.
struct SeriesTableReader {
    /// The rows, in order.
    private(set) var drafts: [SeriesDraft] = []
    /// The notes under the table.
    private(set) var notes: [NoteEntry] = []

    /// The years of the header, in its order.
    var years: [Int] { header.years.map(\.year) }

    private let block: MapSectionBlock
    private let place: MapPlace
    private let fallbackYears: [[Int]]

    private var header = SeriesHeader()
    private var waiting: MapRow?
    private var isWithoutYears = false
    /// The rows of the tables of other years above this header, by name.
    private var earlier: [MatchKey: Int] = [:]
    private var fallen: [MapRow] = []
    private var fullRows = 0
    private var narrow: [(row: MapRow, name: String)] = []

    /// A table that is not read yet. `fallbackYears` are those of other tables, the nearest first, for a table whose
    /// header is lost.
    init(_ block: MapSectionBlock, at place: MapPlace, fallbackYears: [[Int]]) {
        self.block = block
        self.place = place
        self.fallbackYears = fallbackYears
    }

    /// Reads the rows.
    mutating func read(_ reading: inout Reading) {
        for row in block.rows where !row.filled.isEmpty {
            if takeHeader(row, &reading) || takeNote(row, &reading) { continue }
            if header.isFallen, row.filled.count == 1 {
                takeFallen(row, &reading)
            } else if row.saysNone {
                reading.ledger.bind(row.line.number, as: .emptyLabel)
            } else if row.filled.count == 1, !CellShape(row.filled[0].text).isFigure {
                settleWaiting(beforeRow: true, &reading)
                waiting = row
            } else if row.followsGap, row.width == 1, PageNumber.isBare(row.line.text) {
                reading.ledger.bind(row.line.number, as: .pageFooter)
            } else {
                takeFigures(row, &reading)
            }
        }
        settleFallen(&reading)
        settleWaiting(beforeRow: false, &reading)
        tellNarrow(&reading)
        readValues(&reading)
        SeriesGroups.assign(&drafts)
    }

    private mutating func takeHeader(_ row: MapRow, _ reading: inout Reading) -> Bool {
        let found = HeaderRow(cells: row.cells)
        guard found.isWhole || (found.isPartial && !header.hasYears) else { return false }
        let isAlone = row.filled.count == 1
        if isAlone, found.years.isEmpty, header.isFallen || header.hasYears { return false }
        if !found.years.isEmpty { settleFallen(&reading) }
        let isRepeated = header.repeats(found)
        if !isRepeated {
            if !found.years.isEmpty, !isAlone { noteEarlier() }
            header.take(found, isAlone: isAlone)
            if header.isShifted {
                place.tell(.rowRepaired, .info, row.line, &reading, evidence: ["lostCells": "1"])
            }
        }
        place.bindHeader(found, row.line, isRepeated: isRepeated, &reading)
        return true
    }

    private mutating func takeNote(_ row: MapRow, _ reading: inout Reading) -> Bool {
        guard let note = row.footnote else { return false }
        addNote(note.mark, note.text, row, &reading)
        return true
    }

    private mutating func addNote(_ mark: String, _ text: String, _ row: MapRow, _ reading: inout Reading) {
        notes.append(NoteEntry(mark: mark, text: text, line: row.line))
        reading.ledger.bind(row.line.number, to: "service.footnotes")
    }

    // MARK: - Rows

    private mutating func takeFigures(_ row: MapRow, _ reading: inout Reading) {
        assumeYears(row, &reading)
        guard header.hasYears else {
            if !isWithoutYears { place.tell(.valueUnreadable, .warning, row.line, &reading) }
            isWithoutYears = true
            return
        }
        guard let placement = SeriesPlacement.find(row, header) else {
            takeNameless(row, &reading)
            return
        }
        let opening = openName(before: row)
        settleWaiting(beforeRow: true, &reading)
        if row.width > header.last { fullRows += 1 } else { narrow.append((row, placement.name)) }
        var draft = SeriesDraft(name: placement.name, line: row.line)
        if let opening {
            draft.name = TextJoin.join(opening.line.text, placement.name)
            place.bind(opening.line, &reading)
            place.tell(.textJoined, .info, row.line, &reading, name: draft.name, expected: draft.name)
        }
        draft.take(placement.cells, row.line)
        if let unit = header.unit, row.cells.indices.contains(unit), placement.repair == .none {
            draft.unit = row.cells[unit]
        }
        tell(placement, row, &reading)
        add(draft, &reading)
        keepOthers(row, placement, &reading)
    }

    /// A row that continues one of the table's earlier years is put to it.
    private mutating func add(_ draft: SeriesDraft, _ reading: inout Reading) {
        place.bind(draft.line, &reading)
        if let same = earlier.isEmpty ? nil : earlier[MatchKey(draft.name)],
            Set(drafts[same].cells.keys).isDisjoint(with: draft.cells.keys)
        {
            drafts[same].take(draft.cells, draft.line)
        } else {
            drafts.append(draft)
        }
    }

    /// The line above, where it is the first half of this row's name: it ends with a word that joins two others.
    private mutating func openName(before row: MapRow) -> MapRow? {
        guard let title = waiting, !row.followsGap, title.line.trailingEmptyCells == 0,
            let last = MatchKey(title.line.text).words.last, Self.joiningWords.contains(last),
            !SeriesGroups.opensGroup(title.line.text)
        else { return nil }
        waiting = nil
        return title
    }

    private static let joiningWords: Set<Substring> = [
        "a", "ad", "ai", "al", "alla", "alle", "allo", "con", "da", "dai", "dal", "dalla", "dalle", "dei",
        "degli",
        "del", "dell", "della", "delle", "di", "e", "ed", "gli", "i", "il", "in", "la", "le", "lo", "nei",
        "nel", "nella", "nelle", "o", "per", "su",
        "sui", "sul", "sulla", "tra", "un", "una",
    ]

    private mutating func noteEarlier() {
        earlier = Dictionary(
            drafts.enumerated().map { (MatchKey($1.name), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Figures without a name: the name is the line above, or it is lost and the row stays unread.
    private mutating func takeNameless(_ row: MapRow, _ reading: inout Reading) {
        let figures = row.filled.map(\.text)
        guard let title = waiting, figures.count == header.years.count else {
            place.tell(.valueUnreadable, .warning, row.line, &reading)
            return
        }
        waiting = nil
        var draft = SeriesDraft(name: title.line.text, line: title.line)
        let cells = Dictionary(
            zip(header.years.map(\.year), figures), uniquingKeysWith: { first, _ in first })
        draft.take(cells, row.line)
        place.tell(.rowRepaired, .info, row.line, &reading, name: draft.name, expected: draft.name)
        place.bind(row.line, &reading)
        add(draft, &reading)
    }

    /// A name alone: the title of a group, a row whose cells are all empty, or a remark under the table.
    private mutating func settleWaiting(beforeRow: Bool, _ reading: inout Reading) {
        guard let row = waiting else { return }
        waiting = nil
        let text = row.line.text
        let isTitle = SeriesGroups.isTitle(text)
        let isEmptyRow = !isTitle && row.line.trailingEmptyCells > 0 && header.hasYears
        guard isTitle || isEmptyRow || (beforeRow && text.utf8.count <= 120) else {
            addNote("", text, row, &reading)
            return
        }
        var draft = SeriesDraft(name: text, line: row.line)
        if isEmptyRow {
            let none = Dictionary(header.years.map { ($0.year, "") }, uniquingKeysWith: { first, _ in first })
            draft.take(none, row.line)
        } else {
            draft.isHeading = true
            if !isTitle { place.tell(.headingAssumed, .info, row.line, &reading, name: text) }
        }
        place.bind(row.line, &reading)
        drafts.append(draft)
    }

    /// Texts in columns beside the years are kept as notes.
    private mutating func keepOthers(_ row: MapRow, _ placement: SeriesPlacement, _ reading: inout Reading) {
        guard placement.repair == .none else { return }
        for column in header.others where row.cells.indices.contains(column.position) {
            let text = row.cells[column.position]
            guard !text.isEmpty else { continue }
            notes.append(
                NoteEntry(mark: "", text: "\(placement.name) – \(column.text): \(text)", line: row.line))
        }
    }

    private mutating func assumeYears(_ row: MapRow, _ reading: inout Reading) {
        guard !header.hasYears, let years = fallbackYears.first(where: { row.filled.count == $0.count + 1 })
        else {
            return
        }
        header.assume(years)
        place.tell(
            .headingAssumed, .warning, row.line, &reading,
            expected: years.map(String.init).joined(separator: " | "))
    }
}

// MARK: - What is told

extension SeriesTableReader {
    private func tell(_ placement: SeriesPlacement, _ row: MapRow, _ reading: inout Reading) {
        let years = header.years.map(\.year)
        let line = ([placement.name] + years.map { placement.cells[$0] ?? "" }).joined(separator: " | ")
        switch placement.repair {
        case .none:
            guard !placement.leftover.isEmpty else { return }
            place.tell(
                .valueUnreadable, .warning, row.line, &reading, name: placement.name,
                written: placement.leftover.joined(separator: " | "))
        case .lostLabelCell:
            guard row.followsGap else { return }
            place.tell(
                .rowRepaired, .info, row.line, &reading, name: placement.name, evidence: ["lostCells": "1"])
        case .slid(let count):
            let empty = years.filter { placement.cells[$0]?.isEmpty ?? true }.map(String.init)
            place.tell(
                .cellShifted, .warning, row.line, &reading, name: placement.name, expected: line,
                evidence: ["moved": String(count), "empty": empty.joined(separator: " ")])
        case .joinedName, .emptyCell:
            place.tell(.rowRepaired, .warning, row.line, &reading, name: placement.name, expected: line)
        }
    }

    /// A row with fewer cells than the others has lost some, and nothing says which.
    private func tellNarrow(_ reading: inout Reading) {
        guard fullRows > narrow.count else { return }
        for (row, name) in narrow {
            place.tell(
                .seriesShifted, .warning, row.line, &reading, name: name,
                evidence: ["moved": "0", "cells": String(row.width), "columns": String(header.last + 1)])
        }
    }

    private mutating func readValues(_ reading: inout Reading) {
        let notation = ColumnNotation(drafts.flatMap { draft in draft.cells.values.sorted() })
        for index in drafts.indices { drafts[index].read(notation) }
        guard notation.style == .point, let first = drafts.first else { return }
        place.tell(
            .columnNotation, .info, first.line, &reading, written: notation.evidence ?? "",
            expected: notation.style.rawValue)
    }
}

// MARK: - Fallen tables

extension SeriesTableReader {
    /// A table each of whose cells is a line: a name, then a figure for each year.
    private mutating func takeFallen(_ row: MapRow, _ reading: inout Reading) {
        if !CellShape(row.filled[0].text).isFigure { settleFallen(&reading) }
        fallen.append(row)
    }

    private mutating func settleFallen(_ reading: inout Reading) {
        defer { fallen = [] }
        guard let first = fallen.first, !CellShape(first.line.text).isFigure else {
            if let first = fallen.first { place.tell(.valueUnreadable, .warning, first.line, &reading) }
            return
        }
        guard fallen.count == header.years.count + 1 else {
            if fallen.count == 1 {
                waiting = first
                settleWaiting(beforeRow: true, &reading)
            } else {
                place.tell(.valueUnreadable, .warning, first.line, &reading, name: first.line.text)
            }
            return
        }
        var draft = SeriesDraft(name: first.line.text, line: first.line)
        for (row, column) in zip(fallen.dropFirst(), header.years) {
            draft.take([column.year: row.line.text], row.line)
            place.bind(row.line, &reading)
        }
        place.tell(
            .rowRepaired, .info, first.line, &reading, name: draft.name,
            evidence: ["lines": String(fallen.count)])
        add(draft, &reading)
    }
}
