import Model
import Reading

/// The table of a part whose rows are figures by year: outputs or users.
struct SeriesTable {
    /// The rows, in order.
    private(set) var drafts: [SeriesDraft] = []
    /// The notes under the table.
    private(set) var notes: [ServiceEntry] = []

    /// The years of the head, in its order.
    var years: [Int] { head.years.map(\.year) }

    private let block: PartBlock
    private let place: ServicePlace
    private let fallbackYears: [[Int]]

    private var head = SeriesHead()
    private var waiting: ServiceRow?
    private var isWithoutYears = false
    /// The rows of the tables of other years above this head, by name.
    private var earlier: [MatchKey: Int] = [:]
    private var fallen: [ServiceRow] = []
    private var fullRows = 0
    private var narrow: [(row: ServiceRow, name: String)] = []

    /// A table that is not read yet. `fallbackYears` are those of other tables, the nearest first, for a table whose
    /// head is lost.
    init(_ block: PartBlock, at place: ServicePlace, fallbackYears: [[Int]]) {
        self.block = block
        self.place = place
        self.fallbackYears = fallbackYears
    }

    /// Reads the rows.
    mutating func read(_ reading: inout Reading) {
        for row in block.rows where !row.filled.isEmpty {
            if takeHead(row, &reading) { continue }
            if row.footnote == nil, head.isFallen, row.filled.count == 1 {
                takeFallen(row, &reading)
            } else if place.takeAside(row, &notes, &reading) {
                continue
            } else if row.filled.count == 1, !CellShape(row.filled[0].text).isFigure {
                settleWaiting(beforeRow: true, &reading)
                waiting = row
            } else if row.isBareNumber {
                reading.ledger.bind(row.number, as: .pageFooter)
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

    private mutating func takeHead(_ row: ServiceRow, _ reading: inout Reading) -> Bool {
        let found = row.head
        guard found.isWhole || (found.isPartial && !head.hasYears) else { return false }
        let isAlone = row.filled.count == 1
        if isAlone, found.years.isEmpty, head.isFallen || head.hasYears { return false }
        if !found.years.isEmpty { settleFallen(&reading) }
        let isRepeated = head.repeats(found)
        if !isRepeated {
            if !found.years.isEmpty, !isAlone { noteEarlier() }
            head.take(found, isAlone: isAlone)
            if head.isShifted {
                place.tell(.rowRepaired, .info, row, &reading, evidence: ["lostCells": "1"])
            }
        }
        place.bind(found, row, isRepeated: isRepeated || block.isHeadTold, &reading)
        return true
    }

    private mutating func addNote(_ mark: String, _ text: String, _ row: ServiceRow, _ reading: inout Reading)
    {
        notes.append(ServiceEntry(name: mark, detail: text, row: row))
        place.bind(row, to: "service.footnotes", &reading)
    }

    // MARK: - Rows

    private mutating func takeFigures(_ row: ServiceRow, _ reading: inout Reading) {
        assumeYears(row, &reading)
        guard head.hasYears else {
            if !isWithoutYears { place.tell(.valueUnreadable, .warning, row, &reading) }
            isWithoutYears = true
            return
        }
        guard let placement = SeriesPlacement.find(row, head) else {
            takeNameless(row, &reading)
            return
        }
        let opening = openName(before: row)
        settleWaiting(beforeRow: true, &reading)
        if row.width > head.last { fullRows += 1 } else { narrow.append((row, placement.name)) }
        var draft = SeriesDraft(name: placement.name, row: row)
        if let opening {
            draft.name = TextJoin.join(opening.text, placement.name)
            place.bind(opening, &reading)
            place.tell(.textJoined, .info, row, &reading, name: draft.name, expected: draft.name)
        }
        draft.take(placement.cells, row)
        if let unit = head.unit, row.cells.indices.contains(unit), placement.repair == .none {
            draft.unit = row.cells[unit]
        }
        tell(placement, row, &reading)
        add(draft, &reading)
        keepOthers(row, placement, &reading)
    }

    /// A row that continues one of the table's earlier years is put to it.
    private mutating func add(_ draft: SeriesDraft, _ reading: inout Reading) {
        place.bind(draft.row, &reading)
        if let same = earlier.isEmpty ? nil : earlier[MatchKey(draft.name)],
            Set(drafts[same].cells.keys).isDisjoint(with: draft.cells.keys)
        {
            drafts[same].take(draft.cells, draft.row)
        } else {
            drafts.append(draft)
        }
    }

    /// The line above, where it is the first half of this row's name: it ends with a word that joins two others.
    private mutating func openName(before row: ServiceRow) -> ServiceRow? {
        guard let title = waiting, !row.followsGap, title.trailing == 0,
            TableRows.asksForMore(title.text), !SeriesGroups.opensGroup(title.text)
        else { return nil }
        waiting = nil
        return title
    }

    private mutating func noteEarlier() {
        earlier = Dictionary(
            drafts.enumerated().map { (MatchKey($1.name), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Figures without a name: the name is the line above, or it is lost and the row stays unread.
    private mutating func takeNameless(_ row: ServiceRow, _ reading: inout Reading) {
        let figures = row.filled.map(\.text)
        guard let title = waiting, figures.count == head.years.count else {
            place.tell(.valueUnreadable, .warning, row, &reading)
            return
        }
        waiting = nil
        var draft = SeriesDraft(name: title.text, row: title)
        let cells = Dictionary(
            zip(head.years.map(\.year), figures), uniquingKeysWith: { first, _ in first })
        draft.take(cells, row)
        place.tell(.rowRepaired, .info, row, &reading, name: draft.name, expected: draft.name)
        place.bind(row, &reading)
        add(draft, &reading)
    }

    /// A name alone: the title of a group, a row whose cells are all empty, or a remark under the table.
    private mutating func settleWaiting(beforeRow: Bool, _ reading: inout Reading) {
        guard let row = waiting else { return }
        waiting = nil
        let text = row.text
        let isTitle = SeriesGroups.isTitle(text)
        let isEmptyRow = !isTitle && row.trailing > 0 && head.hasYears
        guard isTitle || isEmptyRow || (beforeRow && text.utf8.count <= 120) else {
            addNote("", text, row, &reading)
            return
        }
        var draft = SeriesDraft(name: text, row: row)
        if isEmptyRow {
            let none = Dictionary(head.years.map { ($0.year, "") }, uniquingKeysWith: { first, _ in first })
            draft.take(none, row)
        } else {
            draft.isHeading = true
            if !isTitle { place.tell(.headingAssumed, .info, row, &reading, name: text) }
        }
        place.bind(row, &reading)
        drafts.append(draft)
    }

    /// Texts in columns beside the years are kept as notes.
    private mutating func keepOthers(
        _ row: ServiceRow, _ placement: SeriesPlacement, _ reading: inout Reading
    ) {
        guard placement.repair == .none else { return }
        for column in head.others where row.cells.indices.contains(column.position) {
            let text = row.cells[column.position]
            guard !text.isEmpty else { continue }
            notes.append(
                ServiceEntry(name: "", detail: "\(placement.name) – \(column.text): \(text)", row: row))
        }
    }

    private mutating func assumeYears(_ row: ServiceRow, _ reading: inout Reading) {
        guard !head.hasYears, let years = fallbackYears.first(where: { row.filled.count == $0.count + 1 })
        else {
            return
        }
        head.assume(years)
        place.tell(
            .headingAssumed, .warning, row, &reading,
            expected: years.map(String.init).joined(separator: " | "))
    }
}

// MARK: - What is told

extension SeriesTable {
    private func tell(_ placement: SeriesPlacement, _ row: ServiceRow, _ reading: inout Reading) {
        let years = head.years.map(\.year)
        let line = ([placement.name] + years.map { placement.cells[$0] ?? "" }).joined(separator: " | ")
        switch placement.repair {
        case .none:
            guard !placement.leftover.isEmpty else { return }
            place.tell(
                .valueUnreadable, .warning, row, &reading, name: placement.name,
                written: placement.leftover.joined(separator: " | "))
        case .lostLabelCell:
            guard row.followsGap else { return }
            place.tell(
                .rowRepaired, .info, row, &reading, name: placement.name, evidence: ["lostCells": "1"])
        case .slid(let count):
            let empty = years.filter { placement.cells[$0]?.isEmpty ?? true }.map(String.init)
            place.tell(
                .cellShifted, .warning, row, &reading, name: placement.name, expected: line,
                evidence: ["moved": String(count), "empty": empty.joined(separator: " ")])
        case .joinedName, .emptyCell:
            place.tell(.rowRepaired, .warning, row, &reading, name: placement.name, expected: line)
        }
    }

    /// A row with fewer cells than the others has lost some, and nothing says which.
    private func tellNarrow(_ reading: inout Reading) {
        guard fullRows > narrow.count else { return }
        for (row, name) in narrow {
            place.tell(
                .seriesShifted, .warning, row, &reading, name: name,
                evidence: ["moved": "0", "cells": String(row.width), "columns": String(head.last + 1)])
        }
    }

    private mutating func readValues(_ reading: inout Reading) {
        let notation = ColumnNotation(drafts.flatMap { draft in draft.cells.values.sorted() })
        for index in drafts.indices { drafts[index].read(notation) }
        guard notation.style == .point, let first = drafts.first else { return }
        place.tell(
            .columnNotation, .info, first.row, &reading, written: notation.evidence ?? "",
            expected: notation.style.rawValue)
    }
}

// MARK: - Fallen tables

extension SeriesTable {
    /// A table each of whose cells is a line: a name, then a figure for each year.
    private mutating func takeFallen(_ row: ServiceRow, _ reading: inout Reading) {
        if !CellShape(row.filled[0].text).isFigure { settleFallen(&reading) }
        fallen.append(row)
    }

    private mutating func settleFallen(_ reading: inout Reading) {
        defer { fallen = [] }
        guard let first = fallen.first, !CellShape(first.text).isFigure else {
            if let first = fallen.first { place.tell(.valueUnreadable, .warning, first, &reading) }
            return
        }
        guard fallen.count == head.years.count + 1 else {
            if fallen.count == 1 {
                waiting = first
                settleWaiting(beforeRow: true, &reading)
            } else {
                place.tell(.valueUnreadable, .warning, first, &reading, name: first.text)
            }
            return
        }
        var draft = SeriesDraft(name: first.text, row: first)
        for (row, column) in zip(fallen.dropFirst(), head.years) {
            draft.take([column.year: row.text], row)
            place.bind(row, &reading)
        }
        place.tell(
            .rowRepaired, .info, first, &reading, name: draft.name,
            evidence: ["lines": String(fallen.count)])
        add(draft, &reading)
    }
}
