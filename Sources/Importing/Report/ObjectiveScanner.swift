import Model
import Reading

/// Goes through the lines of a report or plan of objectives and tells apart titles, tables, cards and layout.
struct ObjectiveScanner {
    private(set) var reading: Reading
    private(set) var events: [ObjectiveEvent] = []
    private(set) var table: ObjectiveTable?

    private let coverKeys: Set<MatchKey>
    private var lineKey: MatchKey?
    private var half: Half?
    private var wait = AchievementWait.none
    private var label: OpenLabel?
    private var toldHeaders: Set<String> = []
    /// The line of a header that a second row may complete.
    private var freshHeader: Int?
    /// The rows of the table's header as they were written, and the first of them read.
    private var headerRaw: String?
    private var secondRaw: String?
    private var baseHeader: TableHeader<FieldTerm>?
    /// A page cut that follows the half row which is still open.
    private var isCutAfterHalf = false
    /// The line of a title that the next one may complete.
    private var freshTitle: Int?
    private var isInChapter = false

    /// How surely a lone figure is the achievement of the line.
    private enum AchievementWait {
        case none
        /// A title went before: only a percentage is one.
        case percentage
        /// Its label went before: a bare figure is one too.
        case figure
    }

    /// A text-only row that the next line may complete.
    private struct Half {
        var cells: [String]
        var lines: [SourceLine]
    }

    /// A label of a card that waits for its value, or whose value may go on.
    private struct OpenLabel {
        let term: FieldTerm
        var lines: [SourceLine]
        var value: String
    }

    init(_ reading: Reading, cover: [SourceLine]) {
        self.reading = reading
        coverKeys = Set(cover.map { MatchKey($0.text) })
    }

    /// Scans from this line, from 1, to the end.
    mutating func scan(from first: Int) {
        for line in reading.lines.dropFirst(max(0, first - 1)) {
            if line.isBlank {
                passBlank()
            } else if line.isTabular {
                takeTabular(line)
            } else {
                takePlain(line)
            }
        }
        closeHalf()
        closeLabel()
    }

    private mutating func passBlank() {
        // Only a value that has begun ends with its paragraph; a label still waits across blank lines.
        if let label, !label.value.isEmpty, label.term != .definition { closeLabel() }
    }
}

// MARK: - Lines with cells

extension ObjectiveScanner {
    private mutating func takeTabular(_ line: SourceLine) {
        wait = .none
        isInChapter = false
        if line.raw == headerRaw {
            repeatHeader(line)
        } else if completeHeader(line) {
            return
        } else if let header = ObjectiveTable.header(line) {
            closeLabel()
            take(header, at: line)
        } else if takeLabelled(line) {
            return
        } else if let table {
            closeLabel()
            takeRow(line, of: table)
        }
    }

    /// A page cut repeats the header; a row that it broke may go on after it.
    private mutating func repeatHeader(_ line: SourceLine) {
        closeLabel()
        reading.ledger.bind(line.number, as: .repeatedHeader)
        freshHeader = line.number
        if half == nil { events.append(.pageCut) } else { isCutAfterHalf = true }
    }

    /// The second row of a header that a page or an exporter divided.
    private mutating func completeHeader(_ line: SourceLine) -> Bool {
        guard let known = table, freshHeader == line.number - 1 else { return false }
        if line.raw == secondRaw {
            reading.ledger.bind(line.number, as: .repeatedHeader)
            return true
        }
        guard half == nil, let header = known.header.extended(by: line, FieldTerm.vocabulary)
        else { return false }
        freshHeader = nil
        secondRaw = line.raw
        table = ObjectiveTable(header)
        reading.ledger.bind(line.number, as: .tableHeader)
        return true
    }

    private mutating func take(_ header: TableHeader<FieldTerm>, at line: SourceLine) {
        if table != nil, let baseHeader, baseHeader.hasSameColumns(as: header) {
            // A repeated header may have more or fewer empty cells at its end; the columns are the same.
            if secondRaw == nil { table = ObjectiveTable(header) }
            repeatHeader(line)
            return
        }
        freshHeader = line.number
        (headerRaw, secondRaw, baseHeader) = (line.raw, nil, header)
        closeHalf()
        reading.ledger.bind(line.number, as: .tableHeader)
        table = ObjectiveTable(header)
        for column in header.columns where !column.text.isEmpty && toldHeaders.insert(column.text).inserted {
            if column.term == nil {
                reading.tell(.columnUnknown, .warning, line: line.number, written: column.text)
            } else if column.slips > 0, let match = FieldTerm.vocabulary.match(column.text) {
                reading.tell(
                    .headerMisspelt, .info, line: line.number, written: column.text, expected: match.phrase)
            }
        }
    }

    private mutating func takeRow(_ line: SourceLine, of table: ObjectiveTable) {
        if let known = half, let cells = table.merged(known.cells, line.cells) {
            let lines = known.lines + [line]
            half = nil
            reading.tell(
                .rowRepaired, .info, line: lines[0].number, written: line.cells[0],
                evidence: ["lines": lines.map { String($0.number) }.joined(separator: ", ")])
            emit(table.align(cells), lines: lines, of: table)
            tellCutAfterHalf()
            return
        }
        closeHalf()
        let aligned = table.align(line.cells)
        if table.isHalf(aligned) {
            half = Half(cells: line.cells, lines: [line])
        } else {
            emit(aligned, lines: [line], of: table)
        }
    }

    private mutating func closeHalf() {
        guard let known = half, let table else { return }
        half = nil
        emit(table.align(known.cells), lines: known.lines, of: table)
        tellCutAfterHalf()
    }

    private mutating func tellCutAfterHalf() {
        if isCutAfterHalf { events.append(.pageCut) }
        isCutAfterHalf = false
    }

    private mutating func emit(_ aligned: AlignedRow, lines: [SourceLine], of table: ObjectiveTable) {
        if let move = aligned.moves.first {
            let column = table.header.columns[move.to].text
            reading.tell(
                .cellShifted, .info, line: lines[0].number, written: aligned.cells[move.to], expected: column,
                evidence: ["cells": String(aligned.moves.count), "slide": String(move.to - move.from)])
        }
        if !aligned.leftover.isEmpty {
            reading.tell(
                .rowRepaired, .warning, line: lines[0].number,
                written: aligned.leftover.joined(separator: " | "))
        }
        events.append(.row(table.row(aligned, lines: lines)))
    }

    /// Labels and values side by side: `Peso ⇥ 30 ⇥ Target ⇥ 80`. In a table only a row of two cells is one.
    private mutating func takeLabelled(_ line: SourceLine) -> Bool {
        let cells = line.cells.filter { !$0.isEmpty }
        guard cells.count.isMultiple(of: 2), table == nil || cells.count == 2, !line.cell(0).isEmpty else {
            return false
        }
        let labels = stride(from: 0, to: cells.count, by: 2).map { FieldTerm.vocabulary.match(cells[$0]) }
        guard labels.allSatisfy({ $0 != nil }) else { return false }
        closeLabel()
        closeHalf()
        (table, headerRaw, secondRaw, baseHeader) = (nil, nil, nil, nil)
        for (index, match) in labels.enumerated() {
            guard let match else { continue }
            events.append(.field(match.term, cells[index * 2 + 1], at: [line]))
        }
        return true
    }
}

// MARK: - Lines of text

extension ObjectiveScanner {
    private mutating func takePlain(_ line: SourceLine) {
        let continuesTitle = freshTitle == line.number - 1
        freshTitle = nil
        if takeLineTitle(line) || takeAchievement(line) || takeLabel(line) || takeRepeatedTitle(line)
            || continuesTitle && takeTitleRest(line) || takeChapter(line)
        {
            return
        }
        if var known = half, known.lines.last?.number == line.number - 1, let last = known.cells.last {
            known.cells[known.cells.count - 1] = TextJoin.join(last, line.text)
            known.lines.append(line)
            half = known
            return
        }
        continueLabel(line)
    }

    private mutating func takeLineTitle(_ line: SourceLine) -> Bool {
        guard let match = FieldTerm.vocabulary.matchStart(line.text), match.term == .line,
            !match.rest.isEmpty
        else { return false }
        closeLabel()
        closeHalf()
        let title = StrategicTitle(line.text, rest: match.rest)
        let key = MatchKey(title.title)
        guard key != lineKey else {
            reading.ledger.bind(line.number, as: .pageHeader)
            return true
        }
        lineKey = key
        wait = .percentage
        isInChapter = false
        freshTitle = line.number
        events.append(.line(title: title.title, code: title.code, at: line))
        return true
    }

    /// The rest of a title that fills two lines: capitals under capitals.
    private mutating func takeTitleRest(_ line: SourceLine) -> Bool {
        guard case .line(let title, let code, let first)? = events.last, line.text.utf8.count <= 80,
            line.text == line.text.uppercased(), line.text != line.text.lowercased(),
            first.text == first.text.uppercased()
        else { return false }
        let whole = TextJoin.join(title, line.text)
        events[events.count - 1] = .line(title: whole, code: code, at: first)
        lineKey = MatchKey(whole)
        reading.ledger.bind(line.number, to: "line.title")
        return true
    }

    /// Headings and paragraphs of the report's texts, outside tables and cards.
    private mutating func takeChapter(_ line: SourceLine) -> Bool {
        guard half == nil, label == nil else { return false }
        if ChapterHeading.isHeading(line) {
            isInChapter = true
            events.append(.chapter(title: line.text, at: line))
            return true
        }
        guard isInChapter else { return false }
        events.append(.paragraph(line))
        return true
    }

    /// `% Raggiungimento obiettivi per area strategica`, with the figure on the line or on one below.
    private mutating func takeAchievement(_ line: SourceLine) -> Bool {
        let shape = CellShape(line.text)
        if wait != .none && shape == .percent || wait == .figure && shape == .number {
            events.append(.lineAchievement(line.text, at: line))
            wait = .none
            return true
        }
        let words = MatchKey(line.text).words
        guard words.count <= 12, words.contains("raggiungimento"), lineKey != nil,
            words.contains(where: { ["obiettivi", "linea", "area", "indirizzo"].contains($0) })
        else { return false }
        closeLabel()
        guard let figure = line.text.split(separator: " ").last.map(String.init),
            CellShape(figure) == .percent
        else {
            reading.ledger.bind(line.number, to: "line.printedAchievement.label")
            wait = .figure
            return true
        }
        events.append(.lineAchievement(figure, at: line))
        wait = .none
        return true
    }

    private mutating func takeLabel(_ line: SourceLine) -> Bool {
        guard let match = FieldTerm.vocabulary.matchStart(line.text),
            match.rest.isEmpty || line.text.contains(":")
        else { return false }
        // Without a colon only the label alone is one: `Area Tecnica` is a name, not a label with a value.
        closeLabel()
        closeHalf()
        label = OpenLabel(term: match.term, lines: [line], value: match.rest)
        reading.ledger.bind(line.number, as: .sectionTitle)
        return true
    }

    private mutating func takeRepeatedTitle(_ line: SourceLine) -> Bool {
        guard coverKeys.contains(MatchKey(line.text)) || DocumentCover.municipality(line.text) != nil else {
            return false
        }
        reading.ledger.bind(line.number, as: .pageHeader)
        return true
    }

    private mutating func continueLabel(_ line: SourceLine) {
        guard var open = label else { return }
        let isNear = (open.lines.last?.number ?? 0) == line.number - 1
        guard open.value.isEmpty || isNear || (open.term == .definition && line.text.utf8.count > 40) else {
            return
        }
        open.value = TextJoin.join(open.value, line.text)
        open.lines.append(line)
        label = open
    }

    private mutating func closeLabel() {
        guard let open = label else { return }
        label = nil
        guard !open.value.isEmpty else {
            reading.ledger.bind(open.lines[0].number, as: .emptyLabel)
            return
        }
        events.append(.field(open.term, open.value, at: open.lines))
    }
}

/// The title of a strategic line with its code apart.
struct StrategicTitle {
    let code: String
    let title: String

    /// After a colon or a dash the label is no part of the title; glued to it (`LINEA STRATEGICA SULL'…`) it is.
    init(_ text: String, rest: String) {
        let isParted = text.contains(":") || rest.first?.isNumber == true || text.hasSuffix("- " + rest)
        let body = isParted ? rest : text
        let digits = body.prefix { $0.isNumber || $0 == "." }
        let after = body.dropFirst(digits.count).drop { " .-–:)".contains($0) }
        guard digits.contains(where: \.isNumber), !after.isEmpty, digits.count <= 6 else {
            code = ""
            title = body
            return
        }
        code = String(digits.reversed().drop { $0 == "." }.reversed())
        title = String(after)
    }
}
