import Reading

/// Rows of cells that are the title of a card or of its parts, with what stands beside it.
extension PieceScanner {
    /// `1.1 | Riqualificazione della piazza` as the first row of a table, over labels with their values: the card of an
    /// objective.
    mutating func takeCodedTitle(_ row: DocumentRow) -> Bool {
        guard row.filled == [0, 1], index == 0 || rows[index - 1].block != row.block,
            case let (code, title) = (row.cells[0], row.cells[1]), let known = ItemCode(leading: code),
            known.length == code.count,
            code.contains(".") || code.first == "0", title.count(where: \.isLetter) >= 12,
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
    mutating func takeTitleBar(_ row: DocumentRow) -> Bool {
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
    mutating func takeCodedCard(_ row: DocumentRow) -> Bool {
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
    mutating func takeRemark(_ row: DocumentRow) -> Bool {
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
    mutating func takeTitlesOfHalves(_ row: DocumentRow) -> Bool {
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
    mutating func takeWeightedTitle(_ row: DocumentRow) -> Bool {
        if takeTitleBehindCode(row) { return true }
        let cells = row.filled.map { row.cells[$0] }
        guard cells.count == 3, row.filled[0] == 0, cells[0].contains(where: \.isNumber),
            let guess = CardLine.label(cells[0]) ?? longCode(cells[0]), guess.term == .objective,
            guess.year == nil,
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

    /// `2026.01.002` before a title and its weight: the code of an objective.
    private func longCode(_ text: String) -> TermGuess? {
        guard let code = ItemCode(leading: text), code.length == text.count, text.count >= 3,
            text.contains(where: { "._/-".contains($0) })
        else { return nil }
        return TermGuess(.objective, confidence: 60, reason: .neighbours)
    }

    /// `Obiettivo | 1.1 | Verde urbano` over the labels of a card, `Obiettivo n. | 1 | Verde urbano | Peso | 35`.
    private mutating func takeTitleBehindCode(_ row: DocumentRow) -> Bool {
        let filled = row.filled
        guard filled.count > 2, filled.count.isMultiple(of: 2) == false, filled[0] == 0,
            let guess = CardLine.label(row.cells[0]), guess.term == .objective,
            guess.year == nil, case let code = row.cells[filled[1]],
            ItemCode(leading: code)?.length == code.count,
            case let title = row.cells[filled[2]], title.count(where: \.isLetter) >= 4,
            CardLine.label(title) == nil,
            index + 1 < rows.count, rows[index + 1].block == row.block,
            filled.count > 3 || CardLine.label(rows[index + 1].cells[0]) != nil
        else { return false }
        var rest = row
        for column in filled.prefix(3) { rest.cells[column] = "" }
        guard let others = filled.count == 3 ? [] : CardRow.pairs(rest) else { return false }
        closeTable()
        append(.card(row.with(code)))
        append(.field(LabelledValue(guess: guess, label: row.cells[0], value: title, rows: [row])))
        for field in others {
            var field = field
            if field.guess.term == .weight { field.guess.term = .objectiveWeight }
            append(field.isPlausible ? .field(field) : .row(rest))
        }
        interrupted = nil
        return true
    }

    /// `Scheda n. | 1 | Denominazione | Rete dei sentieri`: the number of a card, and labels with their values behind it.
    private mutating func takeCountedCard(_ row: DocumentRow) -> Bool {
        let filled = row.filled
        guard CardLine.opensCard(row.cells[filled[0]]), CardLine.isCode(row.cells[filled[1]]) else {
            return false
        }
        var rest = row
        for column in filled.prefix(2) { rest.cells[column] = "" }
        guard let pairs = CardRow.pairs(rest) else { return false }
        append(.card(row.with(row.cells[filled[0]] + " " + row.cells[filled[1]])))
        for pair in pairs { append(pair.isPlausible ? .field(pair) : .row(rest)) }
        interrupted = nil
        return true
    }

    /// `Scheda n. 1 | Riqualificazione del municipio`: the title of a card, and that of its objective.
    mutating func takeCardTitle(_ row: DocumentRow) -> Bool {
        let filled = row.filled
        // `Scheda | 2`
        if filled.count == 2, filled[0] == 0, CardLine.opensCard(row.cells[0]),
            CardLine.isCode(row.cells[filled[1]])
        {
            append(.card(row.with(row.cells[0] + " " + row.cells[filled[1]])))
            interrupted = nil
            return true
        }
        if filled.count > 3, takeCountedCard(row) { return true }
        guard filled.count == 2, filled[0] == 0, CardLine.opensCard(row.cells[0]),
            row.cells[0].contains(where: \.isNumber), row.cells[filled[1]].contains(where: \.isLetter),
            CardLine.label(row.cells[filled[1]]) == nil
        else { return false }
        append(.card(row.with(row.cells[0])))
        append(.field(.heading(row.with(row.cells[filled[1]]))))
        interrupted = nil
        return true
    }
}
