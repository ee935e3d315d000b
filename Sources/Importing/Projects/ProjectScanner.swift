import Model
import Reading

/// Goes through a list of projects and tells apart its table or cards, its totals and its titles.
struct ProjectScanner {
    private(set) var reading: Reading
    private(set) var rows: [ProjectRow] = []
    private(set) var totals: [ProjectTotal] = []
    /// The line where the list begins, from 1.
    private(set) var firstContent: Int

    private var header: TableHeader<ProjectTerm>?
    private var aligner = RowAligner([])
    private var openLabel: ProjectTerm?

    init(_ reading: Reading) {
        self.reading = reading
        firstContent = reading.lines.count + 1
    }

    /// Scans the whole document.
    mutating func scan() {
        for line in reading.lines where !line.isBlank {
            if line.isTabular {
                takeTabular(line)
            } else if isInContent || ProjectTerm.vocabulary.match(line.text.prefixBeforeColon)?.term != nil {
                takePlain(line)
            }
        }
    }

    private var isInContent: Bool { firstContent <= reading.lines.count }

    private mutating func takeTabular(_ line: SourceLine) {
        openLabel = nil
        if let found = TableHeader(line, ProjectTerm.vocabulary, minimum: 3), found.index(of: .title) != nil {
            take(found, at: line)
        } else if takeTotal(line) || takeLabelled(line) {
            firstContent = min(firstContent, line.number)
        } else if let header {
            takeRow(line, header)
        }
    }

    private mutating func take(_ found: TableHeader<ProjectTerm>, at line: SourceLine) {
        firstContent = min(firstContent, line.number)
        let isRepeated = header?.hasSameColumns(as: found) == true
        reading.ledger.bind(line.number, as: isRepeated ? .repeatedHeader : .tableHeader)
        // The first column of such lists is the number and often has no header.
        let profiles = found.columns.enumerated().map { index, column in
            column.term?.profile ?? (index == 0 ? ProjectTerm.number.profile : ColumnProfile(.any))
        }
        header = found
        aligner = RowAligner(profiles)
        guard !isRepeated else { return }
        for column in found.columns where !column.text.isEmpty {
            if column.term == nil {
                reading.tell(.columnUnknown, .warning, line: line.number, written: column.text)
            } else if column.slips > 0, let match = ProjectTerm.vocabulary.match(column.text) {
                reading.tell(
                    .headerMisspelt, .info, line: line.number, written: column.text, expected: match.phrase)
            }
        }
    }

    private mutating func takeRow(_ line: SourceLine, _ header: TableHeader<ProjectTerm>) {
        let aligned = aligner.align(line.cells)
        if let move = aligned.moves.first {
            reading.tell(
                .cellShifted, .info, line: line.number, written: aligned.cells[move.to],
                expected: header.columns[move.to].text, evidence: ["cells": String(aligned.moves.count)])
        }
        if !aligned.leftover.isEmpty {
            reading.tell(
                .rowRepaired, .warning, line: line.number, written: aligned.leftover.joined(separator: " | "))
        }
        var cells: [ProjectTerm: String] = [:]
        for (index, column) in header.columns.enumerated() where !aligned.cells[index].isEmpty {
            guard let term = column.term ?? (index == 0 && column.text.isEmpty ? .number : nil) else {
                continue
            }
            if cells[term] == nil { cells[term] = aligned.cells[index] }
        }
        reading.ledger.bind(line.number, to: "project")
        guard cells[.title] != nil || cells[.number] != nil else {
            continueRow(cells, line)
            return
        }
        let position = line.cells.firstIndex { $0 == cells[.title] }
        let raw = position.flatMap { line.rawCells.count > $0 ? line.rawCells[$0] : nil }
        rows.append(ProjectRow(lines: [line], cells: cells, rawTitle: raw ?? cells[.title] ?? ""))
    }

    /// A row without number and title goes on with the row above.
    private mutating func continueRow(_ cells: [ProjectTerm: String], _ line: SourceLine) {
        guard !rows.isEmpty else {
            reading.ledger.release(line.number)
            return
        }
        let last = rows.count - 1
        for (term, text) in cells {
            rows[last].cells[term] = rows[last].cells[term].map { TextJoin.join($0, text) } ?? text
        }
        rows[last].lines.append(line)
        reading.tell(
            .textJoined, .info, line: line.number, at: .project, path: [rows[last].cells[.title] ?? ""],
            written: line.text)
    }

    /// `Totale ⇥ … ⇥ 74.000,00 ⇥ 85.653,00`.
    private mutating func takeTotal(_ line: SourceLine) -> Bool {
        guard let label = line.cells.first(where: { !$0.isEmpty }), label.isTotalLabel else { return false }
        let figures = line.cells.filter { CellShape($0) == .number }
        guard !figures.isEmpty else { return false }
        var total = ProjectTotal(line: line)
        let aligned = aligner.align(line.cells)
        total.own = filled(aligned, .own)
        total.thirdParty = filled(aligned, .thirdParty)
        if total.own == nil, total.thirdParty == nil {
            total.own = figures[0]
            total.thirdParty = figures.count > 1 ? figures[1] : nil
        }
        totals.append(total)
        reading.ledger.bind(line.number, to: "projects.printedTotals")
        return true
    }

    private func filled(_ row: AlignedRow, _ term: ProjectTerm) -> String? {
        let cell = row.cell(header?.index(of: term))
        return CellShape(cell) == .number ? cell : nil
    }

    private mutating func takePlain(_ line: SourceLine) {
        if CellShape(line.text) == .number, !rows.isEmpty, openLabel == nil {
            totals.append(ProjectTotal(line: line, bare: line.text))
            reading.ledger.bind(line.number, to: "projects.printedTotals")
        } else if let match = ProjectTerm.vocabulary.matchStart(line.text),
            match.rest.isEmpty || line.text.contains(":") || match.term == .number
        {
            takeField(match.term, match.rest, line)
        } else if let total = total(line.text) {
            totals.append(
                ProjectTotal(line: line, own: total.own, thirdParty: total.thirdParty, bare: total.bare))
            reading.ledger.bind(line.number, to: "projects.printedTotals")
        } else if let openLabel {
            takeField(openLabel, line.text, line)
            if openLabel != .description && openLabel != .result { self.openLabel = nil }
        } else if let last = rows.last?.lines.last, last.number == line.number - 1, header != nil {
            // A cell with a line break: the rest of the row's last cell.
            continueLastCell(line)
        }
    }

    private mutating func continueLastCell(_ line: SourceLine) {
        guard let header, let index = header.columns.lastIndex(where: { $0.term != nil }),
            let term = header.columns[index].term
        else { return }
        reading.ledger.bind(line.number, to: "project")
        continueRow([term: line.text], line)
    }

    /// `Totale risorse di terzi: 85.653,00`.
    private func total(_ text: String) -> (own: String?, thirdParty: String?, bare: String?)? {
        guard text.isTotalLabel, let figure = text.split(separator: " ").last.map(String.init),
            CellShape(figure) == .number
        else { return nil }
        let words = MatchKey(text).words
        if words.contains("terzi") { return (nil, figure, nil) }
        return words.contains("proprie") ? (figure, nil, nil) : (nil, nil, figure)
    }

    private mutating func takeLabelled(_ line: SourceLine) -> Bool {
        let cells = line.cells.filter { !$0.isEmpty }
        guard cells.count == 2, let match = ProjectTerm.vocabulary.match(cells[0]) else { return false }
        takeField(match.term, cells[1], line)
        return true
    }

    /// A label of a card. A title or a number that the last project already has begins the next one.
    private mutating func takeField(_ term: ProjectTerm, _ value: String, _ line: SourceLine) {
        firstContent = min(firstContent, line.number)
        header = nil
        let begins = term == .title || term == .number
        reading.ledger.bind(line.number, to: "project." + term.rawValue)
        openLabel = value.isEmpty ? term : term == .description || term == .result ? term : nil
        guard !value.isEmpty else { return }
        if rows.isEmpty || begins && rows[rows.count - 1].cells[term] != nil
            || begins && rows[rows.count - 1].cells[.description] != nil
        {
            guard begins else {
                reading.ledger.release(line.number)
                return
            }
            rows.append(ProjectRow(lines: [line], cells: [:], rawTitle: ""))
        }
        let last = rows.count - 1
        rows[last].cells[term] = rows[last].cells[term].map { TextJoin.join($0, value) } ?? value
        if term == .title { rows[last].rawTitle = value }
        if rows[last].lines.last?.number != line.number { rows[last].lines.append(line) }
    }
}

extension String {
    /// `Totale`, `TOTALI`, `Totale complessivo …` at the start of a label.
    var isTotalLabel: Bool {
        guard utf8.count <= ImportLimits.maximumLabelBytes, let first = MatchKey(self).words.first else {
            return false
        }
        return ["totale", "totali", "tot"].contains(first)
    }

    fileprivate var prefixBeforeColon: String { firstIndex(of: ":").map { String(self[..<$0]) } ?? self }
}
