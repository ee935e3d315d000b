import Model

/// Turns the lines of a plan into items, without knowing yet in which part of the plan they stand.
struct FormLexer {
    /// The items, in order.
    private(set) var items: [FormItem] = []
    private let lines: [SourceLine]
    private let tables: [Int: TableDraft]
    private let areParagraphs: Bool
    private var previous = -1
    private var known: [String: FormLabel?] = [:]
    private var knownWhole: [String: FormLabel?] = [:]

    /// How many texts are remembered with the label that they are: forms repeat theirs on every card.
    private static let memory = 4_000

    /// Longest label that a page cut breaks over lines, in lines and in bytes a line.
    private static let joinReach = 4
    private static let joinBytes = 48

    /// The items of a document, with its tables by the lines that they begin at. `areParagraphs`: each line is one.
    static func items(
        of lines: [SourceLine], tables: [Int: TableDraft], areParagraphs: Bool = false
    ) -> [FormItem] {
        var lexer = FormLexer(
            lines: lines.filter { !$0.cells.isEmpty }, tables: tables, areParagraphs: areParagraphs)
        lexer.run()
        return RecurringHeadings.marked(lexer.items)
    }

    private init(lines: [SourceLine], tables: [Int: TableDraft], areParagraphs: Bool) {
        self.lines = lines
        self.tables = tables
        self.areParagraphs = areParagraphs
    }

    private mutating func run() {
        var index = 0
        while index < lines.count {
            let line = lines[index]
            let gap = line.number != previous + 1 || areParagraphs && !isInList(line)
            let used =
                table(at: index, gap: gap) ?? joinedLabel(at: index, gap: gap) ?? single(line, gap: gap)
            index += used
            previous = lines[index - 1].number
        }
    }

    /// True for rows of cells and items of lists, which follow one another.
    private func isInList(_ line: SourceLine) -> Bool {
        line.isTabular || PlanText.bullet(line.text) != nil
    }

    /// A table that begins at a line; the lines taken.
    private mutating func table(at index: Int, gap: Bool) -> Int? {
        guard let table = tables[lines[index].number],
            let end = (table.headRows + table.rows).map(\.lines.upperBound).max()
        else { return nil }
        append(.table(table), [lines[index].number], lines[index].text, lines[index].cells, gap)
        return lines[index...].prefix { $0.number < end }.count
    }

    /// A label broken over adjacent lines (`n. obiettivi` / `strategici`), the longest that fits; the lines taken.
    private mutating func joinedLabel(at index: Int, gap: Bool) -> Int? {
        guard isShort(lines[index]), Self.mayBeginLabel(lines[index].cells[0]) else { return nil }
        for count in (2...Self.joinReach).reversed() where index + count <= lines.count {
            let group = lines[index..<index + count]
            guard group.allSatisfy(isShort), areAdjacent(group) else { continue }
            let text = group.map(\.text).joined(separator: " ")
            guard let label = wholeLabel(text) else { continue }
            append(.label(label), group.map(\.number), text, [text], gap)
            return count
        }
        return nil
    }

    /// The label that a joined text is exactly.
    private mutating func wholeLabel(_ text: String) -> FormLabel? {
        if let found = knownWhole[text] { return found }
        let label = FormLabel.whole(text).flatMap { $0.misspelt == nil ? $0 : nil }
        if knownWhole.count < Self.memory { knownWhole[text] = .some(label) }
        return label
    }

    /// True where some label begins with the first word of the text.
    private static func mayBeginLabel(_ text: String) -> Bool {
        guard let first = MatchKey(text.prefix(40)).words.first else { return false }
        return TermRules.knows(String(first)) || FormTerm.rules.knows(first)
    }

    private func isShort(_ line: SourceLine) -> Bool {
        line.cells.count == 1 && line.cells[0].utf8.count <= Self.joinBytes
    }

    private func areAdjacent(_ group: ArraySlice<SourceLine>) -> Bool {
        guard let first = group.first, let last = group.last else { return false }
        return last.number - first.number == group.count - 1
    }

    private mutating func single(_ line: SourceLine, gap: Bool) -> Int {
        guard line.filledCells > 1 else {
            lone(line.text, line, gap)
            return 1
        }
        if let first = line.firstFilled, !StructureReader.isTenureHeader(line.cells),
            !ParticipantReader.isHeader(line.cells), opensPairs(line.cells[first])
        {
            pairs(line, gap)
        } else {
            append(.row, [line.number], line.text, line.cells, gap)
        }
        return 1
    }

    private mutating func opensPairs(_ cell: String) -> Bool {
        Self.choice(cell) != nil || label(cell) != nil
    }

    private mutating func label(_ text: String) -> FormLabel? {
        guard text.utf8.count <= ImportLimits.maximumLabelBytes else { return FormLabel.find(in: text) }
        if let found = known[text] { return found }
        let label = FormLabel.find(in: text)
        if known.count < Self.memory { known[text] = .some(label) }
        return label
    }

    /// A row of labels and choices, each with its value in the next cell.
    private mutating func pairs(_ line: SourceLine, _ gap: Bool) {
        var isFirst = true
        for cell in line.cells where !cell.isEmpty {
            let isGap = gap && isFirst
            if !isFirst, var last = items.last, case .label(var label) = last.content, label.rest.isEmpty,
                Self.choice(cell) == nil, self.label(cell) == nil
            {
                label.rest = cell
                last.content = .label(label)
                items[items.count - 1] = last
            } else {
                lone(cell, line, isGap)
            }
            isFirst = false
        }
    }

    private mutating func lone(_ text: String, _ line: SourceLine, _ gap: Bool) {
        if let (measure, isMarked) = Self.choice(text) {
            append(.choice(measure, isMarked: isMarked), [line.number], text, [text], gap)
        } else if let label = label(text) {
            append(.label(label), [line.number], text, [text], gap)
        } else {
            append(.text, [line.number], text, [text], gap)
        }
    }

    private mutating func append(
        _ content: FormItem.Content, _ numbers: [Int], _ text: String, _ cells: [String], _ gap: Bool
    ) {
        items.append(
            FormItem(content: content, lines: numbers, text: text, cells: cells, gapBefore: gap))
    }

    /// A choice of a form and its mark: a filled or crossed sign is marked, an empty one is not, a dash says nothing.
    static func choice(_ text: String) -> (Measure, Bool?)? {
        guard text.utf8.count <= 40, let first = text.first else { return nil }
        var body = Substring(text)
        var isMarked: Bool?
        if "●☑☒✓✔◉".contains(first) || body.lowercased().hasPrefix("[x]")
            || body.lowercased().hasPrefix("(x)")
        {
            isMarked = true
        } else if "○☐□◯".contains(first) || body.hasPrefix("[ ]") || body.hasPrefix("( )") {
            isMarked = false
        }
        if isMarked != nil { body = body.dropFirst("[(".contains(first) ? 3 : 1) }
        let isItem = ["- ", "– ", "• ", "* "].contains { body.hasPrefix($0) }
        if isItem { body = body.dropFirst(2) }
        guard let measure = Measure(unit: String(body)),
            isMarked != nil || isItem || FormLabel.find(in: text) == nil
        else { return nil }
        return (measure, isMarked)
    }
}
