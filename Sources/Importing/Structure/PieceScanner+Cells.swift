import Reading

/// Rows of cells: heads, rows of tables, labels with their values, titles between them.
extension PieceScanner {
    /// Takes a row of several cells, or as many as are its table's head.
    mutating func takeCells(_ row: DocumentRow) {
        // A head has three rows at most, and is told by the one below it.
        let block = rows[index..<min(index + 5, rows.count)].prefix { $0.block == row.block }
        if let known = layouts.first(where: { $0.fits(row.cells) }) {
            takeHead(HeadFinder.Found(row, known), [row])
            table?.leftOut = Set(known.terms.indices.filter { known.terms[$0] == nil })
            index += 1
        } else if table == nil, let fields = CardLine.fields(row.filled.map { row.cells[$0] }, row) {
            for field in fields { append(.field(field)) }
            index += 1
        } else if table == nil, let fields = CardRow.mixed(row) {
            for field in fields { append(field.isPlausible ? .field(field) : .row(row)) }
            index += 1
        } else if takeGridRow(row) || takeInstructions(row) || takeValuedLines(row) || takeCodedCard(row)
            || takeCodedTitle(row) || takeTitleBar(row) || takeParallelLines(row)
        {
            return
        } else if table == nil, row.filled.count > 1, let fields = CardLine.section(row) {
            for field in fields { append(.field(field)) }
            index += 1
        } else if table != nil, let fields = CardLine.section(row) {
            appendSection(fields.map { .field($0) }, at: row)
            index += 1
        } else if table == nil || !TotalRow.isTotal(row),
            let pairs = CardRow.pairs(row, before: block.dropFirst().first),
            table == nil || CardRow.isStrong(row, in: table)
                || pairs.count > 1 && (!isRow(row, of: table) || pairs.allSatisfy(\.isSure))
        {
            let isBelowIndicators =
                table.map { $0.has(.indicator) && !$0.has(.objective) && !$0.has(.weight) } ?? false
            for var pair in pairs {
                // A weight below the indicators of a card is the objective's.
                if isBelowIndicators, pair.guess.term == .weight { pair.guess.term = .objectiveWeight }
                append(pair.isPlausible ? .field(pair) : .row(row))
            }
            // The card of another objective: the heads of a table above it hold no more.
            if pairs.contains(where: { $0.guess.term == .objective }) { interrupted = nil }
            index += 1
        } else if takeRemark(row) || takeTitlesOfHalves(row) {
            index += 1
        } else if takeWeightedTitle(row) || takeCardTitle(row) || goesOnBelow(row) {
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

    /// `Campo | Come si compila`: what to write in a form, and no form.
    private mutating func takeInstructions(_ row: DocumentRow) -> Bool {
        guard row.filled.count == 2,
            ["campo", "campi", "voce"].contains(MatchKey(row.cells[row.filled[0]]).text),
            MatchKey(row.cells[row.filled[1]]).words.contains(where: { word in
                ["compil", "istruzion", "indicazion"].contains { word.hasPrefix($0) }
            })
        else { return false }
        closeTable()
        index += rows[index...].prefix { $0.block == row.block }.count
        return true
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
            isBelowValue(row.cells[only], only, of: field, above),
            field.value.utf8.count < ImportLimits.maximumJoinedBytes,
            field.guess.term.profile.content != .figure
        else { return false }
        field.value = TextJoin.join(field.value, row.cells[only])
        field.rows.append(row)
        pieces[pieces.count - 1] = .field(field)
        return true
    }

    /// True for a text in the column of a field's value; the rest of a sentence may begin in another one.
    private func isBelowValue(
        _ text: String, _ column: Int, of field: LabelledValue, _ above: DocumentRow
    ) -> Bool {
        if field.rows[0].cell(column) != "" {
            return above.cell(column) == field.value || field.rows.count > 1
        }
        return text.first?.isLowercase ?? false && above.cell(above.filled.last) == field.value
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
    var lastTable: TableDraft? {
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
        // The rest of a cell that the end of a page cut.
        if let last = table?.rows.last, last.page != row.page, text.first?.isLowercase ?? false {
            return false
        }
        let isSection = row.spans[only] ?? 1 > 1 || isOverSameHead(row) || isOfficeOverRows(row, only)
        if table == nil, case let fields = CardLine.fields(text, row), fields.count > 1 {
            for field in fields { append(field.isPlausible ? .field(field) : .row(row)) }
            return true
        }
        if let office = officeOverHeadRow(row) {
            appendSection([.field(office)], at: row)
            return true
        }
        if let both = CardLine.officeWithPerson(text, row) ?? CardLine.officeWithHead(text, row) {
            appendSection(both.map { .field($0) }, at: row)
            return true
        }
        if !CardLine.opensCard(text),
            let field = CardLine.field(text, row, isHeading: true)
                ?? CardLine.headed(text, row, isSection: isSection || isOverTable(row)),
            table == nil || field.guess.term.opensSection
        {
            appendSection(CardLine.section(field).map { .field($0) }, at: row)
            return true
        }
        if CardLine.opensCard(text) || CardLine.isCodeAlone(text) && isOverTitle(row) {
            append(.card(row))
            return true
        }
        guard only == 0 || row.spans[only] ?? 1 > 1 else { return false }
        if let table, !table.has(.objective), let term = CardLine.label(text)?.term,
            [.phase, .participants].contains(term), !table.has(term),
            // `Attività erogata` within figures of years says whose they are.
            table.periods.allSatisfy({ $0 == nil }) || SeriesSide(naming: text) == nil
        {
            // `Cronoprogramma` over phases, `Personale coinvolto` over people: no indicator is called so.
            append(.text(row))
            return true
        }
        if let table {
            // In a table of figures a name without figures is a title of the rows below, for the assembly to tell.
            guard
                table.periods.allSatisfy({ $0 == nil }) && (row.spans[only] ?? 1 > 1 || isTitle(text))
                    || isOverPeriods(row, of: table)
            else { return false }
        }
        title = text
        appendSection([.text(row)])
        return true
    }

    /// `Settore Tecnico` alone at the left of a table whose cells no format merges: right below the head, in the column of
    /// numbers, or where such a row stood over the rows above. Elsewhere it may be the rest of a wrapped name.
    private func isOfficeOverRows(_ row: DocumentRow, _ column: Int) -> Bool {
        guard let table, column == 0, row.text.utf8.count <= 80, index + 1 < rows.count,
            case let next = rows[index + 1], next.block == row.block, next.filled.count >= 3,
            CardLine.headed(row.text, row, isSection: true)?.guess.term == .sector
        else { return false }
        if table.rows.isEmpty || table.guesses.first??.term == .number { return true }
        return pieces.contains { piece in
            guard case .field(let field) = piece, field.guess.term == .sector else { return false }
            return field.isHeading && field.rows.first?.block == row.block
        }
    }

    /// `2. Relazioni con il Cittadino` alone in a row over `Responsabile: …` alone in one: an office.
    private func officeOverHeadRow(_ row: DocumentRow) -> LabelledValue? {
        guard index + 1 < rows.count, case let next = rows[index + 1], next.block == row.block,
            next.filled.count == 1, CardLine.fields(next.text, next).first?.guess.term == .head,
            case let name = ItemCode(leading: row.text)?.rest(of: row.text) ?? row.text,
            name.first?.isUppercase ?? false, name.utf8.count <= 80,
            !name.contains(where: { $0.isNumber || $0 == ":" }),
            CardLine.headed(name, row, isSection: true) == nil
        else { return nil }
        return .office(name, row)
    }

    /// True where a head of several columns that is of another table stands right below a row, or the person who answers.
    private func isOverTable(_ row: DocumentRow) -> Bool {
        guard table == nil, row.text.utf8.count <= 60, index + 1 < rows.count,
            case let next = rows[index + 1],
            next.kind == .cells
        else { return false }
        return next.filled.count > 2 || CardLine.fields(next.text, next).first?.guess.term == .head
    }

    /// True where the head of the open table comes again right below a row.
    private func isOverSameHead(_ row: DocumentRow) -> Bool {
        guard let table, index + 1 < rows.count else { return false }
        // The person who answers, and the title of the table, may stand between.
        let below = rows[(index + 1)...].prefix(6).prefix { $0.block == row.block }.drop {
            $0.filled.count == 1
        }
        guard let found = HeadFinder.find(below) else { return false }
        return table.hasSameHeads(as: found.heads)
            || found.periods == table.periods && found.periods.contains { $0 != nil }
    }

    /// `OBIETTIVO N. 1` over `Titolo | …` in the same table.
    private func isOverTitle(_ row: DocumentRow) -> Bool {
        for next in rows[(index + 1)...].prefix(4) {
            guard next.block == row.block, let pair = CardRow.pairs(next)?.first else { return false }
            if pair.guess.term == .objective { return true }
        }
        return false
    }

    /// True where another head with the periods of the table comes right below a row: what it says holds for those rows.
    private func isOverPeriods(_ row: DocumentRow, of table: TableDraft) -> Bool {
        guard table.periods.contains(where: { $0 != nil }), index + 1 < rows.count else { return false }
        let below = rows[(index + 1)...].prefix(4).prefix { $0.block == row.block }
        return HeadFinder.find(below).map { $0.periods == table.periods } ?? false
    }

    private func isTitle(_ text: String) -> Bool {
        text == text.uppercased() && text.contains(where: \.isLetter)
    }

    private mutating func takeBodyRow(_ row: DocumentRow) {
        if table == nil, let (heads, block) = interrupted, row.block == block, fits(row, heads) {
            table = heads
        }
        interrupted = nil
        if table == nil, let known = lastTable, hasWidth(row, of: known),
            known.rows.last.map({ $0.block != row.block && $0.sheet == row.sheet }) ?? true
        {
            reopen(known)
            if let last = known.rows.last { table?.cuts.insert(last.number) }
        }
        guard var known = table, fits(row, known) else {
            append(.row(row))
            return
        }
        table = nil
        if let last = known.rows.last, last.block != row.block, last.page != row.page {
            known.cuts.insert(last.number)
        }
        known.rows.append(row)
        table = known
    }
}

extension PieceScanner {
    /// True for a row as wide as a table; in a text it may lack its last cells, which were empty.
    private func hasWidth(_ row: DocumentRow, of table: TableDraft) -> Bool {
        let isText = row.page == nil && row.sheetCell == nil
        return row.cells.count == table.width
            || isText && row.cells.count > 2 && (table.width - 2..<table.width).contains(row.cells.count)
    }

    /// A row goes on with the open table where it is of its block, or has its columns.
    private func fits(_ row: DocumentRow, _ table: TableDraft) -> Bool {
        let last = table.rows.last ?? table.headRows.last
        guard last?.block == row.block || hasWidth(row, of: table) else { return false }
        return row.filled.last.map { $0 < table.width + 4 } ?? false
    }
}
