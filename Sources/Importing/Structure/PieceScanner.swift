import Reading

/// Divides a document into fields of cards, tables and texts.
struct PieceScanner {
    /// What was found, in order.
    private(set) var pieces: [Piece] = []
    /// Rows that carry nothing, with the reason.
    private(set) var layout: [(row: DocumentRow, reason: LayoutReason)] = []

    private let rows: [DocumentRow]
    private let furniture: PageFurniture
    private let layouts: [Layout]
    private var index = 0
    /// The table that rows go to.
    private var table: TableDraft?
    private var title = ""
    /// The table that a section interrupted: its heads hold for the rows below.
    private var interrupted: (heads: TableDraft, block: Int)?

    /// Scans all rows. Rows that a layout was made for are heads, whatever their words.
    init(_ rows: [DocumentRow], layouts: [Layout] = []) {
        let flattened = FlattenedTables.rebuilt(rows.reshaped())
        let rows = UnpartedTables.rebuilt(FieldsWithoutColon.completed(flattened))
        self.rows = rows
        self.layouts = layouts
        furniture = PageFurniture(rows)
        let sheets = SheetNames(rows)
        while index < rows.count {
            let row = rows[index]
            // Another sheet has its own head.
            if index > 0, rows[index - 1].sheet != row.sheet { closeTable() }
            if let office = sheets.office(of: row, after: index > 0 ? rows[index - 1] : nil) {
                append(.field(office))
            }
            if sheets.isLegend(row) {
                index += 1
            } else if furniture.holds(row) {
                if row.kind != .cells { layout.append((row, .pageFooter)) }
                index += 1
            } else if row.kind == .cells, row.cells.count > 1 {
                takeCells(row)
            } else {
                takeText(row)
            }
        }
        closeTable()
    }

    private mutating func closeTable() {
        guard let known = table else { return }
        table = nil
        pieces.append(.table(known))
    }

    private mutating func append(_ piece: Piece) {
        closeTable()
        pieces.append(piece)
    }

    /// A section within a table: the heads of the table hold for the rows below it.
    private mutating func appendSection(_ section: [Piece]) {
        var heads = table ?? interrupted?.heads
        let block = (table?.rows.last ?? table?.headRows.last)?.block ?? interrupted?.block
        // Heads without a row yet are those of the first section.
        if table?.rows.isEmpty ?? true { table = nil } else { heads?.headRows = [] }
        for piece in section { append(piece) }
        guard var heads, let block else { return }
        heads.rows = []
        interrupted = (heads, block)
    }

    private func next(_ offset: Int = 1) -> DocumentRow? {
        var left = offset
        var position = index
        while left > 0 {
            position += 1
            guard position < rows.count else { return nil }
            if !furniture.holds(rows[position]) { left -= 1 }
        }
        return rows[position]
    }
}

// MARK: - Rows of cells

extension PieceScanner {
    private mutating func takeCells(_ row: DocumentRow) {
        // A head has three rows at most, and is told by the one below it.
        let block = rows[index..<min(index + 5, rows.count)].prefix { $0.block == row.block }
        if let known = layouts.first(where: { $0.fits(row.cells) }) {
            takeHead(HeadFinder.Found(row, known), [row])
            index += 1
        } else if table == nil, let fields = CardLine.fields(row.filled.map { row.cells[$0] }, row) {
            for field in fields { append(.field(field)) }
            index += 1
        } else if table != nil, let fields = CardLine.section(row) {
            appendSection(fields.map { .field($0) })
            index += 1
        } else if table == nil || !TotalRow.isTotal(row),
            let pairs = CardRow.pairs(row, before: block.dropFirst().first),
            table == nil || CardRow.isStrong(row, in: table)
                || pairs.count > 1 && (!isRow(row, of: table) || pairs.allSatisfy(\.isSure))
        {
            for pair in pairs { append(pair.isPlausible ? .field(pair) : .row(row)) }
            // The card of another objective: the heads of a table above it hold no more.
            if pairs.contains(where: { $0.guess.term == .objective }) { interrupted = nil }
            index += 1
        } else if goesOnBelow(row) {
            index += 1
        } else if let found = HeadFinder.find(block, next: after(block)),
            table == nil || MonthLetters.isHead(row)
                || !found.isWeak && (!isRow(row, of: table) || HeadFinder.isOfLabels(row))
        {
            takeHead(found, Array(block.prefix(found.count)))
            index += found.count
        } else if row.filled.count == 1, takeSoleCell(row) {
            index += 1
        } else {
            takeBodyRow(row)
            index += 1
        }
    }

    /// True for a row of the block of an open table, with its columns.
    private func isRow(_ row: DocumentRow, of table: TableDraft?) -> Bool {
        guard let table, let last = table.rows.last ?? table.headRows.last else { return false }
        return last.block == row.block && row.cells.count == table.width
    }

    /// A row with nothing but a text below the value of the field above it, in the same table of labels and values: the
    /// value goes on.
    private mutating func goesOnBelow(_ row: DocumentRow) -> Bool {
        guard table == nil, row.filled.count == 1, let only = row.filled.first, only > 0,
            case .field(var field)? = pieces.last, let above = field.rows.last, above.block == row.block,
            above.cell(only) == field.value || field.rows.count > 1, field.rows[0].cell(only) != "",
            field.value.utf8.count < ImportLimits.maximumJoinedBytes,
            field.guess.term.profile.content != .figure
        else { return false }
        field.value = TextJoin.join(field.value, row.cells[only])
        field.rows.append(row)
        pieces[pieces.count - 1] = .field(field)
        return true
    }

    /// The row below a block; nil where the block was cut short.
    private func after(_ block: ArraySlice<DocumentRow>) -> DocumentRow? {
        block.endIndex < rows.count && rows[block.endIndex].block != block.first?.block
            ? rows[block.endIndex] : nil
    }

    private mutating func takeHead(_ found: HeadFinder.Found, _ head: [DocumentRow]) {
        if (table ?? lastTable)?.hasSameHeads(as: found.heads) ?? false {
            if let known = lastTable { reopen(known) }
            table?.headRows += head
            if let last = table?.rows.last { table?.cuts.insert(last.number) }
            return
        }
        closeTable()
        interrupted = nil
        table = TableDraft(
            headRows: head, heads: found.heads, guesses: found.guesses, periods: found.periods, title: title)
        title = ""
    }

    /// The table that the last piece is.
    private var lastTable: TableDraft? {
        guard case .table(let known)? = pieces.last else { return nil }
        return known
    }

    private mutating func reopen(_ known: TableDraft) {
        guard table == nil else { return }
        pieces.removeLast()
        table = known
    }

    /// A row with one filled cell: a title over the rows below, or a label. False where it is a row of the table.
    private mutating func takeSoleCell(_ row: DocumentRow) -> Bool {
        guard let only = row.filled.first else { return false }
        let text = row.cells[only]
        let isSection = row.spans[only] ?? 1 > 1 || isOverSameHead(row)
        if table == nil, case let fields = CardLine.fields(text, row), fields.count > 1 {
            for field in fields { append(field.isPlausible ? .field(field) : .row(row)) }
            return true
        }
        if let field = CardLine.field(text, row, isHeading: true)
            ?? CardLine.headed(text, row, isSection: isSection),
            table == nil || field.guess.term.opensSection
        {
            appendSection(CardLine.section(field).map { .field($0) })
            return true
        }
        if CardLine.opensCard(text) {
            append(.card(row))
            return true
        }
        guard only == 0 || row.spans[only] ?? 1 > 1 else { return false }
        if let table {
            // In a table of figures a name without figures is a title of the rows below, for the assembly to tell.
            guard table.periods.allSatisfy({ $0 == nil }), row.spans[only] ?? 1 > 1 || isTitle(text) else {
                return false
            }
        }
        title = text
        appendSection([.text(row)])
        return true
    }

    /// True where the head of the open table comes again right below a row.
    private func isOverSameHead(_ row: DocumentRow) -> Bool {
        guard let table, index + 1 < rows.count else { return false }
        let below = rows[(index + 1)...].prefix(4).prefix { $0.block == row.block }
        return HeadFinder.find(below).map { table.hasSameHeads(as: $0.heads) } ?? false
    }

    private func isTitle(_ text: String) -> Bool {
        text == text.uppercased() && text.contains(where: \.isLetter)
    }

    private mutating func takeBodyRow(_ row: DocumentRow) {
        if table == nil, let (heads, block) = interrupted, row.block == block, fits(row, heads) {
            table = heads
        }
        interrupted = nil
        // A row may lack its last cells, which were empty.
        if table == nil, let known = lastTable,
            (max(3, known.width - 2)...max(3, known.width)).contains(row.cells.count),
            known.rows.last.map({ $0.block != row.block }) ?? true
        {
            reopen(known)
            if let last = known.rows.last { table?.cuts.insert(last.number) }
        }
        guard var known = table, fits(row, known) else {
            append(.row(row))
            return
        }
        table = nil
        known.rows.append(row)
        table = known
    }
}

extension PieceScanner {
    /// A row goes on with the open table where it is of its block, or has its columns.
    private func fits(_ row: DocumentRow, _ table: TableDraft) -> Bool {
        let last = table.rows.last ?? table.headRows.last
        guard last?.block == row.block || row.cells.count == table.width else { return false }
        return row.filled.last.map { $0 < table.width + 4 } ?? false
    }
}

// MARK: - Lines of text

extension PieceScanner {
    private mutating func takeText(_ row: DocumentRow) {
        if row.kind == .heading, let (title, result) = HeadingResult.parted(row.text) {
            takeText(row.with(title))
            append(.text(row.with(result)))
            return
        }
        if let office = CardLine.officeBehindBody(row) {
            append(.text(row))
            append(.field(office))
            index += 1
            return
        }
        let text = row.text
        index += 1
        if CardLine.opensCard(text) || CardLine.isCodeAlone(text) && peekText().map(isTitle) ?? false {
            append(.card(row))
            return
        }
        let fields = CardLine.fields(text, row)
        if !fields.isEmpty {
            for field in fields.dropLast() where field.isPlausible { append(.field(field)) }
            if let last = fields.last { appendField(last) }
            return
        }
        index -= 1
        if takeLabelAlone(row) { return }
        index += 1
        if let field = CardLine.headed(text, row) ?? officeOverTable(row) ?? achievement(text, row)
            ?? CardLine.weighted(text, row) ?? CardLine.points(text, row) ?? codedObjective(row),
            field.isPlausible
        {
            // `OBIETTIVO D1.1`: the code of the card that follows.
            if field.guess.term == .objective, ItemCode(leading: field.value)?.length == field.value.count {
                return append(.card(row))
            }
            for part in CardLine.section(field) { append(.field(part)) }
        } else {
            title = text
            append(.text(row))
        }
    }

    /// True for a line that labels the title of an objective: `Titolo: …`.
    private func isTitle(_ row: DocumentRow) -> Bool {
        CardLine.fields(row.text, row).first.map { $0.guess.term == .objective && !$0.value.isEmpty } ?? false
    }

    /// `AMB.1 Isola ecologica` over what cards of objectives tell, or over a table of indicators.
    private func codedObjective(_ row: DocumentRow) -> LabelledValue? {
        guard row.kind == .heading, let coded = ItemCode.titled(row.text), coded.title.utf8.count >= 8,
            rows.indices.contains(index)
        else { return nil }
        let next = rows[index]
        let terms: Set<FieldTerm>
        if next.cells.count == 1 {
            terms = Set(CardLine.fields(next.text, next).map(\.guess.term))
        } else {
            terms = Set(next.cells.compactMap { CardLine.label($0)?.term })
        }
        guard !terms.isDisjoint(with: [.weight, .objectiveWeight, .indicator]) else { return nil }
        return .heading(row)
    }

    /// `Settore I - Segreteria` right over a table: the office that the table is of.
    private func officeOverTable(_ row: DocumentRow) -> LabelledValue? {
        guard row.text.utf8.count <= 60, let last = row.text.last, last.isLetter || last == ")",
            rows.indices.contains(index), rows[index].kind == .cells, rows[index].filled.count > 2,
            let field = CardLine.headed(row.text, row, isSection: true), field.guess.term == .sector
        else { return nil }
        return field
    }

    /// `% Raggiungimento obiettivi per area strategica 99,00%`: a label with its share, without a colon.
    private func achievement(_ text: String, _ row: DocumentRow) -> LabelledValue? {
        CardLine.labelWithFigure(text, row).flatMap { $0.guess.term == .achievement ? $0 : nil }
    }

    /// A field whose value may go on in the lines below.
    private mutating func appendField(_ field: LabelledValue) {
        if takeList(under: field) { return }
        var field = field
        if field.guess.term == .objective, CardLine.isCode(field.value), let row = peekText(),
            CardLine.fields(row.text, row).isEmpty, CardLine.label(row.text) == nil
        {
            // `OBIETTIVO N.`, its code, and its title on the next line.
            var code = field
            code.guess.term = .number
            append(.field(code))
            field = LabelledValue(guess: field.guess, label: "", value: row.text, rows: [row])
            index += 1
        }
        if field.value.isEmpty, let row = peekText(), isValue(row) {
            field.value = row.text
            field.rows.append(row)
            index += 1
        }
        while !field.value.isEmpty, let row = peekText(), goesOn(row, field) {
            field.value = TextJoin.join(field.value, row.text)
            field.rows.append(row)
            index += 1
        }
        guard field.isPlausible else {
            for row in field.rows { append(.text(row)) }
            return
        }
        if field.guess.term == .phase, let phases = NumberedItems.inLine(field.value) {
            for phase in phases {
                var one = field
                one.value = phase
                append(.field(one))
            }
            return
        }
        append(.field(field))
    }

    /// The items of the list below a label. What weight follows such lists is the objective's.
    private mutating func takeList(under label: LabelledValue) -> Bool {
        let items = Self.listed(under: label, rows[index...].prefix { !furniture.holds($0) })
        guard !items.isEmpty else { return false }
        append(.field(label))
        for field in items.joined() { append(.field(field)) }
        index += items.count
        if let row = peekText(), var weight = CardLine.field(row.text, row, isHeading: false),
            [.weight, .objectiveWeight].contains(weight.guess.term),
            !items.joined().contains(where: { $0.guess.term == .weight })
        {
            weight.guess.term = .objectiveWeight
            weight.isBelowList = true
            append(.field(weight))
            index += 1
        }
        return true
    }

    /// The row at the index, where it is text.
    private func peekText() -> DocumentRow? {
        guard index < rows.count, rows[index].cells.count == 1, !furniture.holds(rows[index]) else {
            return nil
        }
        return rows[index]
    }

    private func isValue(_ row: DocumentRow) -> Bool {
        CardLine.fields(row.text, row).isEmpty && !CardLine.opensCard(row.text)
            && CardLine.label(row.text) == nil
            && !CardLine.looksLabelled(row.text)
    }

    private func goesOn(_ row: DocumentRow, _ field: LabelledValue) -> Bool {
        guard let last = field.rows.last, row.kind != .heading,
            field.value.utf8.count < ImportLimits.maximumJoinedBytes, isValue(row),
            row.number == last.lines.upperBound,
            field.guess.term.profile.content != .figure
        else { return false }
        return row.text.first?.isLowercase == true
            || [.definition, .note].contains(field.guess.term) && field.value.utf8.count >= 60
    }

    /// A label that fills its line, its value on the next one. Only where such lines follow one another, for a title
    /// may have the words of a label.
    private mutating func takeLabelAlone(_ row: DocumentRow) -> Bool {
        guard var guess = CardLine.label(row.text), !row.text.dropLast().contains(":"),
            !CardLine.isTitle(row.text, guess) || isAfterField && isBeforeLabel(2)
        else { return false }
        var label = row.text
        var lines = [row]
        if let second = next(), second.cells.count == 1,
            CardLine.isPartOfLabel(second.text, after: row.text, followed: next(2)),
            let longer = CardLine.label(label + " " + second.text)
        {
            (label, guess) = (label + " " + second.text, longer)
            lines.append(second)
        }
        guard let value = next(lines.count), value.cells.count == 1, !CardLine.opensCard(value.text) else {
            return false
        }
        let isOverFields = !CardLine.fields(value.text, value).isEmpty
        let isNumbered =
            guess.term == .objective && CardLine.isCode(String(label.split(separator: " ").last ?? ""))
        guard isOverFields || isNumbered || isInCard(after: lines.count) else { return false }
        guard !isOverFields else {
            // A label over others: what follows is about that.
            append(.field(LabelledValue(guess: guess, label: label, value: "", rows: lines)))
            index += lines.count
            return true
        }
        let last = lines[lines.count - 1].number
        while index < rows.count, rows[index].number <= last { index += 1 }
        if let other = CardLine.label(value.text), let after = next(), after.cells.count == 1,
            isValue(after) || other.term != guess.term || guess.term == .definition
        {
            // Two labels in a row: the first one has no value.
            append(.field(LabelledValue(guess: guess, label: label, value: "", rows: lines)))
            return true
        }
        while index < rows.count, rows[index].number <= value.number { index += 1 }
        appendField(LabelledValue(guess: guess, label: label, value: value.text, rows: lines + [value]))
        return true
    }

    /// True where the piece above is a field or the title of a card.
    private var isAfterField: Bool {
        guard table == nil else { return false }
        switch pieces.last {
        case .field, .card: return true
        default: return false
        }
    }

    /// True where a label alone follows a field, or another label follows its value.
    private func isInCard(after count: Int) -> Bool {
        if count > 1 { return true }
        if case .field? = pieces.last, table == nil { return true }
        return isBeforeLabel(count + 1)
    }

    /// True where another label stands so many rows below.
    private func isBeforeLabel(_ offset: Int) -> Bool {
        guard let after = next(offset), after.cells.count == 1 else { return false }
        return CardLine.label(after.text) != nil || !CardLine.fields(after.text, after).isEmpty
    }
}
