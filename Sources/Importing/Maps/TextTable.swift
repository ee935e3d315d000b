import Model
import Reading

/// The table of a part whose rows are a name and what is said about it: elements, segments, roles, facilities, and
/// criteria, which have a name only.
struct TextTable {
    /// The entries, in order.
    private(set) var entries: [TextEntry] = []
    /// The notes under the table.
    private(set) var notes: [NoteEntry] = []

    private let block: MapSectionBlock
    private let place: MapPlace
    /// Names that other tables of the same map have, which tell a name from a description.
    private let known: Vocabulary<Int>

    private var layout: TextLayout
    private var isCut = false
    private var hasHeader = false

    /// A table that is not read yet.
    init(_ block: MapSectionBlock, at place: MapPlace, known: [String]) {
        self.block = block
        self.place = place
        self.known = Vocabulary(known.enumerated().map { ($0, [$1]) })
        layout = TextLayout(block.section, titleNamesColumn: block.titleNamesColumn)
    }

    /// Reads the rows.
    mutating func read(_ reading: inout Reading) {
        var data: [MapRow] = []
        for row in block.rows where !row.filled.isEmpty {
            if takeHeader(row, &reading) || takeNote(row, &reading) || takeNone(row, &reading) { continue }
            data.append(row)
        }
        layout.settle(data)
        if layout.isFallen(data) {
            readFallen(data, &reading)
        } else {
            for row in data { take(row, &reading) }
        }
    }

    private mutating func takeHeader(_ row: MapRow, _ reading: inout Reading) -> Bool {
        let header = HeaderRow(cells: row.cells)
        guard header.isWhole || (header.isPartial && !hasHeader), header.years.isEmpty, layout.fits(header)
        else {
            return false
        }
        let isRepeated = layout.hasColumns && layout.contains(header)
        if !isRepeated { layout.add(header) }
        hasHeader = true
        place.bindHeader(header, row.line, isRepeated: isRepeated, &reading)
        return true
    }

    private mutating func takeNote(_ row: MapRow, _ reading: inout Reading) -> Bool {
        guard let note = row.footnote else { return false }
        notes.append(NoteEntry(mark: note.mark, text: note.text, line: row.line))
        reading.ledger.bind(row.line.number, to: "service.footnotes")
        return true
    }

    private func takeNone(_ row: MapRow, _ reading: inout Reading) -> Bool {
        guard row.saysNone else { return false }
        reading.ledger.bind(row.line.number, as: .emptyLabel)
        return true
    }

    // MARK: - Rows

    private mutating func take(_ row: MapRow, _ reading: inout Reading) {
        place.bind(row.line, &reading)
        let filled = row.filled
        guard let first = filled.first else { return }
        noteCut(row, first.position, &reading)
        if layout.columns.count == 1 {
            takeName(row, filled, &reading)
        } else if filled.count == 1 {
            takeSingle(row, first, &reading)
        } else {
            entries.append(entry(row, filled, &reading))
        }
    }

    /// In a table whose first column is the part's label, a row that begins in it has lost its empty first cell.
    private mutating func noteCut(_ row: MapRow, _ position: Int, _ reading: inout Reading) {
        guard layout.hasLabelColumn else { return }
        if position == 0, !isCut {
            isCut = true
            place.tell(.rowRepaired, .info, row.line, &reading, evidence: ["lostCells": "1"])
        } else if position >= layout.firstPosition, row.filled.count >= layout.columns.count {
            isCut = false
        }
    }

    /// A table with one column: the paragraphs of a cell are rows where the first of them is the header.
    private mutating func takeName(_ row: MapRow, _ filled: [MapRow.Cell], _ reading: inout Reading) {
        let text = filled.map(\.text).joined(separator: " – ")
        if row.line.residues.contains(.html) {
            let parts = row.line.raw.split(separator: "\t").flatMap { HTMLRows.paragraphs($0) }
            if let first = parts.first, parts.count > 1, !MapWords.columns(in: first).isEmpty {
                place.tell(
                    .rowRepaired, .info, row.line, &reading, evidence: ["paragraphs": String(parts.count)])
                entries += parts.dropFirst().map { TextEntry(name: $0, line: row.line) }
                return
            }
        }
        if filled.count > 1 { place.tell(.rowRepaired, .info, row.line, &reading, expected: text) }
        entries.append(TextEntry(name: ListMark.removed(from: text), line: row.line))
    }

    /// A row with one cell: a name without description, more of the description above, or a name in the wrong column.
    private mutating func takeSingle(_ row: MapRow, _ cell: MapRow.Cell, _ reading: inout Reading) {
        if let last = entries.last, !last.detail.isEmpty, TextJoin.isCut(last.detail, before: cell.text),
            known.match(cell.text) == nil, row.followsGap
        {
            return add(TextJoin.join(last.detail, cell.text), row, .textJoined, &reading)
        }
        guard layout.isDetail(cell.position + (isCut ? 1 : 0)) else {
            entries.append(TextEntry(name: cell.text, line: row.line))
            return
        }
        if known.match(cell.text)?.slips == 0 {
            place.tell(.cellShifted, .warning, row.line, &reading, name: cell.text, expected: cell.text)
            entries.append(TextEntry(name: cell.text, line: row.line))
        } else if let last = entries.last {
            let text = last.detail.isEmpty ? cell.text : last.detail + "; " + cell.text
            // A place may have notes on several lines; elsewhere a row without a name is one that has lost it.
            add(text, row, block.section == .facilities ? nil : .textJoined, &reading)
        } else {
            place.tell(.valueUnreadable, .warning, row.line, &reading)
            entries.append(TextEntry(name: "", detail: cell.text, line: row.line))
        }
    }

    private mutating func add(_ detail: String, _ row: MapRow, _ code: FindingCode?, _ reading: inout Reading)
    {
        guard let last = entries.indices.last else { return }
        entries[last].detail = detail
        entries[last].detailLines.append(row.line)
        guard let code else { return }
        place.tell(code, .info, row.line, &reading, name: entries[last].name, expected: detail)
    }

    private func entry(_ row: MapRow, _ filled: [MapRow.Cell], _ reading: inout Reading) -> TextEntry {
        let width = layout.columns.count
        var parts = [String](repeating: "", count: width)
        for (offset, cell) in filled.enumerated() {
            let column = filled.count == width ? offset : layout.column(at: cell.position + (isCut ? 1 : 0))
            parts[column] = parts[column].isEmpty ? cell.text : parts[column] + " " + cell.text
        }
        if filled.count > width {
            place.tell(.rowRepaired, .warning, row.line, &reading, expected: parts.joined(separator: " | "))
        }
        let name = parts[layout.nameIndex]
        let details = layout.columns.indices.filter { $0 != layout.nameIndex && !parts[$0].isEmpty }.map {
            layout.columns[$0].prefix + parts[$0]
        }
        return TextEntry(name: name, detail: details.joined(separator: "; "), line: row.line)
    }
}

// MARK: - Fallen tables

extension TextTable {
    /// Rows of a table whose cells have fallen into lines of their own, or whose row is one cell.
    ///
    /// Where the lines begin with names that the map's other tables have, each line is a row whose cells are glued; else
    /// the cells follow each other, a row every so many lines as the header has columns. What no name confirms is told
    /// as a warning, and lines that do not divide into rows are not paired at all.
    private mutating func readFallen(_ data: [MapRow], _ reading: inout Reading) {
        guard let first = data.first else { return }
        let texts = data.map { $0.filled.first?.text ?? "" }
        let isName = texts.map { known.match($0)?.slips == 0 }
        let glued = texts.map { text in known.matchStart(text).flatMap { $0.rest.isEmpty ? nil : $0.rest } }
        for row in data { place.bind(row.line, &reading) }
        let isGlued = !isName.contains(true) && glued.contains { $0 != nil }
        let width = isGlued || data.count % layout.columns.count != 0 ? 1 : layout.columns.count
        let isSure =
            isGlued || isName.contains(true) && isName.indices.allSatisfy { !isName[$0] || $0 % width == 0 }
        place.tell(
            .rowRepaired, isSure && (isGlued || width > 1) ? .info : .warning, first.line, &reading,
            evidence: ["lines": String(data.count)])
        for start in stride(from: 0, to: data.count, by: width) {
            var entry = TextEntry(name: texts[start], line: data[start].line)
            if isGlued, let rest = glued[start] {
                entry.name = String(texts[start].dropLast(rest.count).trimmedEnds)
                entry.detail = rest
            } else {
                let details = data[start..<start + width].dropFirst()
                entry.detail = details.compactMap { $0.filled.first?.text }.joined(separator: "; ")
                entry.detailLines = details.map(\.line)
            }
            entries.append(entry)
        }
    }
}
