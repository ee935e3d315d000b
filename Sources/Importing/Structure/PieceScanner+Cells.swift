import Reading

/// Rows of cells: heads, rows of tables, labels with their values, titles between them.
extension PieceScanner {
    /// Takes a row of several cells, or as many as are its table's head.
    mutating func takeCells(_ row: DocumentRow) {
        // A head has three rows at most, and is told by the one below it.
        let block = rows[index..<min(index + 5, rows.count)].prefix { $0.block == row.block }
        if let known = layouts.first(where: { $0.fits(row.cells) }) {
            takeHead(HeadFinder.Found(row, known), [row])
            index += 1
        } else if table == nil, let fields = CardLine.fields(row.filled.map { row.cells[$0] }, row) {
            for field in fields { append(.field(field)) }
            index += 1
        } else if takeGridRow(row) || takeInstructions(row) || takeValuedLines(row) || takeCodedCard(row)
            || takeCodedTitle(row) || takeTitleBar(row) || takeParallelLines(row)
        {
            return
        } else if table == nil, row.filled.count > 2, let fields = CardLine.section(row) {
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

    /// `1.1 | Riqualificazione della piazza` as the first row of a table, over labels with their values: the card of an
    /// objective.
    private mutating func takeCodedTitle(_ row: DocumentRow) -> Bool {
        guard row.filled == [0, 1], index == 0 || rows[index - 1].block != row.block,
            case let (code, title) = (row.cells[0], row.cells[1]), let known = ItemCode(leading: code),
            known.length == code.count, code.contains("."), title.count(where: \.isLetter) >= 12,
            CardLine.label(title) == nil, index + 1 < rows.count, case let next = rows[index + 1],
            next.block == row.block,
            let first = CardRow.pairs(next, before: rows[(index + 1)...].dropFirst().first)?.first,
            first.isSure,
            [.sector, .head, .definition, .weight, .objectiveWeight, .line].contains(first.guess.term)
        else { return false }
        closeTable()
        append(.card(row.with(code)))
        append(.field(.heading(row.with(code + " " + title))))
        interrupted = nil
        index += 1
        return true
    }

    /// `2025_0101 - Riqualificazione della piazza` over the whole of a card's first row, whose labels name no title.
    private mutating func takeTitleBar(_ row: DocumentRow) -> Bool {
        guard row.filled == [0], index + 1 < rows.count, rows[index + 1].block == row.block,
            case let text = row.cells[0], let code = ItemCode(leading: text), code.text.count >= 3,
            case let title = code.rest(of: text), title.count(where: \.isLetter) >= 8,
            title.first?.isUppercase ?? false, CardLine.label(text) == nil,
            CardLine.headed(title, row, isSection: true) == nil
        else { return false }
        let labels = rows[(index + 1)...].prefix(8).prefix { CardLine.label($0.cells[0]) != nil }
        let terms = labels.compactMap { CardLine.label($0.cells[0])?.term }
        guard terms.count > 1, !terms.contains(.objective),
            terms.contains(.definition) || terms.contains(.indicator),
            terms.contains(where: { [.head, .sector, .strategicObjective, .weight, .line].contains($0) })
        else { return false }
        closeTable()
        append(.card(row.with(code.text)))
        let guess = TermGuess(.objective, confidence: 70, reason: .neighbours)
        append(.field(LabelledValue(guess: guess, label: "", value: title, rows: [row])))
        interrupted = nil
        index += 1
        return true
    }

    /// `OBIETTIVO TRASVERSALE T1 | Peso 30%` over a row with nothing but its title.
    private mutating func takeCodedCard(_ row: DocumentRow) -> Bool {
        let cells = row.filled.map { row.cells[$0] }
        guard cells.count == 2, row.filled[0] == 0, CardLine.isCodeAlone(cells[0]),
            let guess = CardLine.label(cells[0]),
            var weight = CardLine.field(cells[1], row, isHeading: false)
                ?? CardLine.labelWithFigure(cells[1], row),
            [.weight, .objectiveWeight].contains(weight.guess.term),
            index + 1 < rows.count, case let next = rows[index + 1], next.block == row.block,
            next.filled == [0], next.cells[0].count(where: \.isLetter) >= 4,
            CardLine.label(next.cells[0]) == nil
        else { return false }
        closeTable()
        let title = LabelledValue(guess: guess, label: cells[0], value: next.cells[0], rows: [row, next])
        append(.field(title))
        weight.guess.term = .objectiveWeight
        append(.field(weight))
        interrupted = nil
        index += 2
        return true
    }

    /// `CRITICITÀ RISCONTRATE | …` below the rows of a table, its text over the columns of the figures: of the card, and
    /// no row.
    private mutating func takeRemark(_ row: DocumentRow) -> Bool {
        guard let table, table.width >= 4, row.filled == [0, 1],
            table.rows.contains(where: { $0.filled.count > 2 })
        else { return false }
        let known = LabelReader.guessByFirstWord(row.cells[0])
        let terms: [FieldTerm] = [.note, .criticalFactors, .definition]
        let isRemark = known.map { terms.contains($0.term) } ?? false
        let isWide = row.spans[1].map { $0 >= table.width - 2 } ?? false
        let isMisplaced =
            table.guesses[1]?.term.profile.content == .figure
            && row.cells[1].contains(where: \.isLetter) && !CellShape(row.cells[1]).isFigure
        guard isWide && !CellShape(row.cells[1]).isFigure || isRemark && isMisplaced else { return false }
        guard let known, terms.contains(known.term) else {
            append(.row(row))
            return true
        }
        append(.field(LabelledValue(guess: known, label: row.cells[0], value: row.cells[1], rows: [row])))
        return true
    }

    /// `PROGRAMMAZIONE | CONSUNTIVO` over labels with their values: what the halves of a card are for, and no head.
    private mutating func takeTitlesOfHalves(_ row: DocumentRow) -> Bool {
        guard row.filled.count == 2, row.filled[0] == 0, row.cells.count > 3, index + 1 < rows.count,
            rows[index + 1].block == row.block, row.cells.allSatisfy({ !$0.contains(where: \.isNumber) }),
            let pairs = CardRow.pairs(rows[index + 1]), pairs.count > 1, pairs[0].isSure,
            [.sector, .head, .objective, .number].contains(pairs[0].guess.term),
            HeadFinder.find([row]) != nil || CardRow.pairs(row) == nil
        else { return false }
        append(.row(row))
        return true
    }

    /// `Ob. 1.2 | Verde urbano | Peso 25%`: the objective of the rows below, whatever stands above.
    private mutating func takeWeightedTitle(_ row: DocumentRow) -> Bool {
        if takeTitleBehindCode(row) { return true }
        let cells = row.filled.map { row.cells[$0] }
        guard cells.count == 3, row.filled[0] == 0, cells[0].contains(where: \.isNumber),
            let guess = CardLine.label(cells[0]), guess.term == .objective, guess.year == nil,
            cells[1].contains(where: \.isLetter), CardLine.label(cells[1]) == nil,
            let weight = CardLine.field(cells[2], row, isHeading: false)
                ?? CardLine.labelWithFigure(cells[2], row),
            [.weight, .objectiveWeight].contains(weight.guess.term)
        else { return false }
        append(.field(LabelledValue(guess: guess, label: cells[0], value: cells[1], rows: [row])))
        var own = weight
        own.guess.term = .objectiveWeight
        append(.field(own))
        interrupted = nil
        return true
    }

    /// `Obiettivo | 1.1 | Verde urbano` over the labels of a card.
    private mutating func takeTitleBehindCode(_ row: DocumentRow) -> Bool {
        guard row.filled == [0, 1, 2], let guess = CardLine.label(row.cells[0]), guess.term == .objective,
            guess.year == nil, case let code = row.cells[1], ItemCode(leading: code)?.length == code.count,
            row.cells[2].count(where: \.isLetter) >= 4, CardLine.label(row.cells[2]) == nil,
            index + 1 < rows.count, rows[index + 1].block == row.block,
            CardLine.label(rows[index + 1].cells[0]) != nil
        else { return false }
        closeTable()
        append(.card(row.with(code)))
        append(.field(LabelledValue(guess: guess, label: row.cells[0], value: row.cells[2], rows: [row])))
        interrupted = nil
        return true
    }

    /// `Scheda n. 1 | Riqualificazione del municipio`: the title of a card, and that of its objective.
    private mutating func takeCardTitle(_ row: DocumentRow) -> Bool {
        let filled = row.filled
        guard filled.count == 2, filled[0] == 0, CardLine.opensCard(row.cells[0]),
            row.cells[0].contains(where: \.isNumber), row.cells[filled[1]].contains(where: \.isLetter),
            CardLine.label(row.cells[filled[1]]) == nil
        else { return false }
        append(.card(row.with(row.cells[0])))
        append(.field(.heading(row.with(row.cells[filled[1]]))))
        interrupted = nil
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
        let isSection = row.spans[only] ?? 1 > 1 || isOverSameHead(row)
        if table == nil, case let fields = CardLine.fields(text, row), fields.count > 1 {
            for field in fields { append(field.isPlausible ? .field(field) : .row(row)) }
            return true
        }
        if let office = officeOverHeadRow(row) {
            appendSection([.field(office)], at: row)
            return true
        }
        if let both = CardLine.officeWithPerson(text, row) {
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
            [.phase, .participants].contains(term), !table.has(term)
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
