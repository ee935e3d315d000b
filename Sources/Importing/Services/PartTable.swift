import Model
import Reading

/// The table of a part whose rows are a name and what is said about it: elements, segments, roles, facilities, and
/// criteria, which have a name only.
struct PartTable {
    /// The entries, in order.
    private(set) var entries: [ServiceEntry] = []
    /// The notes under the table.
    private(set) var notes: [ServiceEntry] = []

    private let block: PartBlock
    private let place: ServicePlace
    /// Names that other tables of the same map have, which tell a name from a description.
    private let known: Vocabulary<Int>

    private var layout: PartLayout
    private var isCut = false
    private var hasHead = false

    /// A table that is not read yet.
    init(_ block: PartBlock, at place: ServicePlace, known: [String]) {
        self.block = block
        self.place = place
        self.known = Vocabulary(known.enumerated().map { ($0, [$1]) })
        layout = PartLayout(block.part, titleNamesColumn: block.titleNamesColumn)
    }

    /// Reads the rows.
    mutating func read(_ reading: inout Reading) {
        var data: [ServiceRow] = []
        for row in block.rows where !row.filled.isEmpty {
            if takeHead(row, &reading) || place.takeAside(row, &notes, &reading) { continue }
            data.append(row)
        }
        if !layout.hasColumns, takeList(data, &reading) { return }
        layout.settle(data)
        if layout.isFallen(data) {
            readFallen(data, &reading)
        } else {
            for row in data { take(row, &reading) }
        }
    }

    private mutating func takeHead(_ row: ServiceRow, _ reading: inout Reading) -> Bool {
        let head = row.head
        guard head.isWhole || (head.isPartial && !hasHead), head.years.isEmpty, layout.fits(head) else {
            return false
        }
        let isRepeated = layout.hasColumns && layout.contains(head)
        if !isRepeated { layout.add(head) }
        hasHead = true
        place.bind(head, row, isRepeated: isRepeated || block.isHeadTold, &reading)
        return true
    }

    // MARK: - Rows

    /// Items of a list, or a value that lists them behind the part's label; false for rows of a table.
    private mutating func takeList(_ data: [ServiceRow], _ reading: inout Reading) -> Bool {
        guard data.allSatisfy({ $0.filled.count == 1 && ($0.holdsLabel || $0.isItem) }) else { return false }
        for row in data {
            place.bind(row, &reading)
            for text in items(of: row) {
                var entry = ServiceEntry(name: text, row: row)
                if block.part != .criteria, let colon = text.firstRange(of: ": "),
                    text[..<colon.lowerBound].utf8.count <= 60
                {
                    entry.name = String(text[..<colon.lowerBound])
                    entry.detail = String(text[colon.upperBound...].trimmedEnds)
                }
                entries.append(entry)
            }
        }
        return true
    }

    private func items(of row: ServiceRow) -> [String] {
        let text = row.filled[0].text
        guard row.holdsLabel else { return [text] }
        if let lines = row.parts[row.filled[0].position] { return lines.map(ListMark.removed) }
        let isOfNames = block.part == .segments || block.part == .criteria
        let sign: Character = text.contains(";") || !isOfNames ? ";" : ","
        return text.split(separator: sign).map { String($0.trimmedEnds) }.filter { !$0.isEmpty }
    }

    private mutating func take(_ row: ServiceRow, _ reading: inout Reading) {
        place.bind(row, &reading)
        guard let first = row.filled.first else { return }
        noteCut(row, first.position, &reading)
        if layout.columns.count == 1 {
            takeName(row, &reading)
        } else if row.filled.count == 1 {
            takeSingle(row, first, &reading)
        } else {
            entries.append(entry(row, &reading))
        }
    }

    /// In a table whose first column is the part's label, a row that begins in it has lost its empty first cell.
    private mutating func noteCut(_ row: ServiceRow, _ position: Int, _ reading: inout Reading) {
        guard layout.hasLabelColumn else { return }
        if position == 0, !isCut {
            isCut = true
            place.tell(.rowRepaired, .info, row, &reading, evidence: ["lostCells": "1"])
        } else if position >= layout.firstPosition, row.filled.count >= layout.columns.count {
            isCut = false
        }
    }

    /// A table with one column: the lines of a cell are rows where the first of them is the head.
    private mutating func takeName(_ row: ServiceRow, _ reading: inout Reading) {
        if let lines = row.parts.values.first, row.filled.count == 1, let head = lines.first,
            !ServiceWords.columns(in: head).isEmpty
        {
            place.tell(.rowRepaired, .info, row, &reading, evidence: ["paragraphs": String(lines.count)])
            entries += lines.dropFirst().map { ServiceEntry(name: $0, row: row) }
            return
        }
        let text = row.filled.map(\.text).joined(separator: " – ")
        if row.filled.count > 1 { place.tell(.rowRepaired, .info, row, &reading, expected: text) }
        entries.append(ServiceEntry(name: ListMark.removed(from: text), row: row))
    }

    /// A row with one cell: a name without description, more of the description above, or a name in the wrong column.
    private mutating func takeSingle(_ row: ServiceRow, _ cell: ServiceRow.Cell, _ reading: inout Reading) {
        if let last = entries.last, !last.detail.isEmpty, TextJoin.isCut(last.detail, before: cell.text),
            known.match(cell.text) == nil, row.followsGap
        {
            return add(TextJoin.join(last.detail, cell.text), row, .textJoined, &reading)
        }
        guard layout.isDetail(cell.position + (isCut ? 1 : 0)) else {
            entries.append(ServiceEntry(name: cell.text, row: row))
            return
        }
        if known.match(cell.text)?.slips == 0 {
            place.tell(.cellShifted, .warning, row, &reading, name: cell.text, expected: cell.text)
            entries.append(ServiceEntry(name: cell.text, row: row))
        } else if let last = entries.last {
            let text = last.detail.isEmpty ? cell.text : last.detail + "; " + cell.text
            // A place may have notes on several lines; elsewhere a row without a name is one that has lost it.
            add(text, row, block.part == .facilities ? nil : .textJoined, &reading)
        } else {
            place.tell(.valueUnreadable, .warning, row, &reading)
            entries.append(ServiceEntry(name: "", detail: cell.text, row: row))
        }
    }

    private mutating func add(
        _ detail: String, _ row: ServiceRow, _ code: FindingCode?, _ reading: inout Reading
    ) {
        guard let last = entries.indices.last else { return }
        entries[last].detail = detail
        entries[last].detailRows.append(row)
        guard let code else { return }
        place.tell(code, .info, row, &reading, name: entries[last].name, expected: detail)
    }

    private func entry(_ row: ServiceRow, _ reading: inout Reading) -> ServiceEntry {
        let width = layout.columns.count
        var parts = [String](repeating: "", count: width)
        for (offset, cell) in row.filled.enumerated() {
            let column =
                row.filled.count == width ? offset : layout.column(at: cell.position + (isCut ? 1 : 0))
            parts[column] = parts[column].isEmpty ? cell.text : parts[column] + " " + cell.text
        }
        if row.filled.count > width {
            place.tell(.rowRepaired, .warning, row, &reading, expected: parts.joined(separator: " | "))
        }
        let details = layout.columns.indices.filter { $0 != layout.nameIndex && !parts[$0].isEmpty }.map {
            layout.columns[$0].prefix + parts[$0]
        }
        return ServiceEntry(name: parts[layout.nameIndex], detail: details.joined(separator: "; "), row: row)
    }
}

// MARK: - Fallen tables

extension PartTable {
    /// Rows of a table whose cells have fallen into lines of their own, or whose row is one cell.
    ///
    /// Where the lines begin with names that the map's other tables have, each line is a row whose cells are glued; else
    /// the cells follow each other, a row every so many lines as the head has columns. What no name confirms is told
    /// as a warning, and lines that do not divide into rows are not paired at all.
    private mutating func readFallen(_ data: [ServiceRow], _ reading: inout Reading) {
        let texts = data.map(\.text)
        let isName = texts.map { known.match($0)?.slips == 0 }
        let glued = texts.map { text in known.matchStart(text).flatMap { $0.rest.isEmpty ? nil : $0.rest } }
        for row in data { place.bind(row, &reading) }
        let isGlued = !isName.contains(true) && glued.contains { $0 != nil }
        let width = isGlued || data.count % layout.columns.count != 0 ? 1 : layout.columns.count
        let isSure =
            isGlued || isName.contains(true) && isName.indices.allSatisfy { !isName[$0] || $0 % width == 0 }
        place.tell(
            .rowRepaired, isSure && (isGlued || width > 1) ? .info : .warning, data[0], &reading,
            evidence: ["lines": String(data.count)])
        for start in stride(from: 0, to: data.count, by: width) {
            var entry = ServiceEntry(name: texts[start], row: data[start])
            if isGlued, let rest = glued[start] {
                entry.name = String(texts[start].dropLast(rest.count).trimmedEnds)
                entry.detail = rest
            } else {
                entry.detail = texts[start..<start + width].dropFirst().joined(separator: "; ")
                entry.detailRows = Array(data[start..<start + width].dropFirst())
            }
            entries.append(entry)
        }
    }
}
