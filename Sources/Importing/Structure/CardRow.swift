import Model

/// Labels and values in cells side by side.
enum CardRow {
    /// The fields of a row: a label and its value, or several such pairs; nil where it is none.
    ///
    /// - Parameter next: the row below it in its table.
    static func pairs(_ row: DocumentRow, before next: DocumentRow? = nil) -> [LabelledValue]? {
        let filled = row.filled
        guard !isOverYears(row, next) || namesCounted(row), !areHeads(row), !isOverFigures(row, next),
            !filled.dropFirst(2).contains(where: { LabelReader.isOfBehaviour(row.cells[$0]) }),
            filled.count >= 2, filled.count.isMultiple(of: 2), filled.count <= 8,
            filled.count == 2 || filled.contains(where: { CardLine.label(row.cells[$0]) == nil })
        else { return nil }
        var result: [LabelledValue] = []
        for index in stride(from: 0, to: filled.count, by: 2) {
            let (label, value) = (row.cells[filled[index]], row.cells[filled[index + 1]])
            guard
                let guess = CardLine.label(label) ?? colonLabel(label) ?? unknownLabel(label, after: result)
                    ?? (index == 0 ? countedOffice(label, value) ?? unknownLabel(label, before: row) : nil),
                !isHeadLike(value) || isVerdict(value, of: guess) || filled.count == 2 && isPair(next)
                    || isUnit(value) && MatchKey(label).words.contains(where: { $0.hasPrefix("unit") }),
                label.contains(where: \.isNumber) || !areHeads(guess, value),
                !(isMoney(guess) && CardLine.label(value).map(isMoney) ?? false)
            else { return nil }
            guard PeriodHead(value) == nil || ![.phase, .objective, .indicator].contains(guess.term)
            else { return nil }
            var field = LabelledValue(guess: guess, label: label, value: value, rows: [row])
            // `Codice e denominazione | C1 – Rete dei parchi`
            if guess.term == .number, ItemCode.titled(value) != nil { field.guess.term = .objective }
            // `Obiettivo n. | 7`
            if guess.term == .objective, ItemCode(leading: value)?.length == value.count,
                MatchKey(label).words.contains(where: {
                    ["n", "nr", "num", "numero", "codice", "cod"].contains($0)
                })
            {
                field.guess.term = .number
            }
            result.append(field)
        }
        // Two labels beside one another are heads of columns, unless the second one is what the first one names.
        return result.map(withoutWords)
    }

    /// `Importanza | Alta` weighs nothing.
    private static func withoutWords(_ field: LabelledValue) -> LabelledValue {
        guard [.weight, .objectiveWeight].contains(field.guess.term), !field.value.contains(where: \.isNumber)
        else { return field }
        var field = field
        field.guess = TermGuess(.objectiveType, confidence: 0, reason: .neighbours)
        return field
    }

    /// `Obiettivo | Rete dei sentieri | Peso: 40`: pairs of cells beside cells that hold a label and its value; nil for any
    /// other row.
    static func mixed(_ row: DocumentRow) -> [LabelledValue]? {
        var result: [LabelledValue] = []
        var cells = row.filled.map { row.cells[$0] }[...]
        var whole = 0
        while let cell = cells.popFirst() {
            if let field = CardLine.field(cell, row, isHeading: false), field.isSure, !field.value.isEmpty {
                result.append(field)
                whole += 1
            } else if let guess = CardLine.label(cell), let value = cells.popFirst(),
                // `Indicatore 2 | Importo accertato`: the name may have the words of labels.
                CardLine.label(value) == nil
                    || guess.term == .indicator && cell.last?.isNumber ?? false && value.contains(" "),
                PeriodHead(value) == nil, CardLine.field(value, row, isHeading: false)?.isSure != true
            {
                result.append(LabelledValue(guess: guess, label: cell, value: value, rows: [row]))
            } else {
                return nil
            }
        }
        return whole > 0 && whole < result.count ? result : nil
    }

    /// A label that may be any and a text: two cells, or a short beginning with a colon; nil for anything else.
    static func unknownPair(_ row: DocumentRow) -> (label: String, value: String)? {
        pair(row).flatMap { $0.value.contains(where: \.isLetter) && !CellShape($0.value).isFigure ? $0 : nil }
    }

    /// Two pairs or more whose values are words of labels, too: heads of columns, as `Progetto | Dipendente | Area | Quota`.
    private static func areHeads(_ row: DocumentRow) -> Bool {
        let values = row.filled.enumerated().filter { !$0.offset.isMultiple(of: 2) }.map {
            row.cells[$0.element]
        }
        return values.count > 1 && values.allSatisfy(isOfLabels)
    }

    /// `Area | Dipendenti` over names with figures: the head of a table, though a name may stand behind a word of offices
    /// or people. Over another label, as `Riferimenti al DUP | 4.6.1`, it is a field of its card.
    private static func isOverFigures(_ row: DocumentRow, _ next: DocumentRow?) -> Bool {
        let names: [FieldTerm] = [.sector, .line, .head, .grade]
        guard let next, row.filled.count == 2, next.filled == row.filled, let last = row.filled.last,
            let term = CardLine.label(row.cells[row.filled[0]])?.term, [.sector, .line].contains(term),
            CardLine.label(next.cells[row.filled[0]]).map({ names.contains($0.term) }) ?? true
        else { return false }
        return [.number, .percent].contains(CellShape(next.cells[last]))
    }

    /// `Attività | Anno` over nothing but years: the head of a table in two rows.
    private static func isOverYears(_ row: DocumentRow, _ next: DocumentRow?) -> Bool {
        guard let next, next.cells.count == row.cells.count, next.filled.count > 1 else { return false }
        return next.filled.allSatisfy { PeriodHead(next.cells[$0]) != nil }
    }

    /// A label and a value that may be any: two cells, or a short beginning with a colon; nil for anything else.
    static func pair(_ row: DocumentRow) -> (label: String, value: String)? {
        let filled = row.filled
        var label = "", value = ""
        if filled.count == 2 {
            (label, value) = (row.cells[filled[0]], row.cells[filled[1]])
        } else if filled.count == 1, CardLine.looksLabelled(row.text),
            let colon = row.text.firstIndex(of: ":")
        {
            label = String(row.text[..<colon])
            value = String(row.text[row.text.index(after: colon)...].trimmedEnds)
        }
        return label.isEmpty || label.utf8.count > 40 || value.isEmpty ? nil : (label, value)
    }

    /// True where a pair cannot be a row of the open table: it has more columns, or the label is none of its names.
    static func isStrong(_ row: DocumentRow, in table: TableDraft?) -> Bool {
        if let table, table.width > 2, row.filled.count == 4,
            let label = CardLine.label(row.cells[row.filled[2]]),
            label.term == .objectiveWeight, CellShape(row.cells[row.filled[3]]).isFigure
        {
            return true
        }
        guard let table, row.filled.first == 0,
            let guess = CardLine.label(row.cells[0])
                ?? (row.filled.count == 2 ? countedOffice(row.cells[0], row.cells[row.filled[1]]) : nil)
        else { return false }
        let isOfTwo =
            table.width <= 2 || table.columns(.phase) == [0] && table.rows.allSatisfy { $0.filled.count <= 2 }
        if isOfTwo { return opensCard(guess.term, row, below: table) }
        if opensNext(guess.term, row, below: table) { return true }
        return table.rows.prefix(50).contains { $0.filled.count > 2 } && guess.term != .total
            && guess.term != .month
    }

    /// The title of an objective below a table of two columns, or any field of a card below its block: no indicator is
    /// called so.
    private static func opensCard(_ term: FieldTerm, _ row: DocumentRow, below table: TableDraft) -> Bool {
        guard table.columns(.indicator) == [0] || table.columns(.phase) == [0], row.filled.count == 2,
            let last = table.rows.last
        else {
            return opensNext(term, row, below: table) && !table.has(.indicator)
        }
        if term == .number, last.block != row.block, CardLine.isCode(row.cells[1]) { return true }
        if isLabelOfCard(term, row, below: table) { return true }
        guard row.cells[1].contains(where: \.isLetter) else { return false }
        return term == .objective && MatchKey(row.cells[0]).words.first != "obiettivi"
            || last.block != row.block
                && [.number, .sector, .head, .strategicObjective, .line].contains(term)
    }

    /// `Peso % | 45`, `Referente | A. Bianchi` below indicators with their values: no indicator is called so, and none has
    /// a name as its value.
    private static func isLabelOfCard(
        _ term: FieldTerm, _ row: DocumentRow, below table: TableDraft
    ) -> Bool {
        guard let guess = CardLine.label(row.cells[0]), guess.confidence == 100 else { return false }
        let value = row.cells[1]
        switch term {
        case .weight, .objectiveWeight:
            return !table.has(.weight) && value.contains(where: \.isNumber) && CellShape(value).isFigure
        case .sector, .head:
            let values = table.column(1).filter { !$0.isEmpty }
            return !value.contains(where: \.isNumber) && value.count(where: \.isLetter) >= 3
                && values.allSatisfy { $0.contains(where: \.isNumber) }
        default: return false
        }
    }

    /// `Obiettivo 1.2 | Protocollo unico` at the begin of a table below one of indicators: the card of the next objective.
    private static func opensNext(_ term: FieldTerm, _ row: DocumentRow, below table: TableDraft) -> Bool {
        guard let last = table.rows.last, last.block != row.block, row.filled.count == 2,
            !table.has(.objective), row.cell(row.filled[1]).contains(where: \.isLetter)
        else { return false }
        return [.objective, .strategicObjective, .sector, .head, .line].contains(term)
    }

    /// `SERVIZIO 3 | Biblioteca civica` and nothing else.
    private static func namesCounted(_ row: DocumentRow) -> Bool {
        row.filled.count == 2 && countedOffice(row.cells[row.filled[0]], row.cells[row.filled[1]]) != nil
    }

    /// `SERVIZIO 3 | Biblioteca civica`, `Area n. 2 | Tecnica`: the word of an office with its number, beside the name.
    private static func countedOffice(_ text: String, _ name: String) -> TermGuess? {
        let words = text.split(separator: " ")
        guard (2...3).contains(words.count), let last = words.last, Int(last) != nil, last.count <= 2,
            name.first?.isUppercase ?? false, name.utf8.count <= 100, name.last != ".",
            let guess = CardLine.label(words.dropLast().joined(separator: " ")), guess.term == .sector
        else { return nil }
        return guess
    }

    /// A short name without figures beside a label that is surely one: a label too, of what no field is kept for.
    private static func unknownLabel(_ text: String, after pairs: [LabelledValue]) -> TermGuess? {
        guard let first = pairs.first, first.guess.confidence == 100,
            !pairs.contains(where: { isOfLabels($0.value) }), text.first?.isUppercase == true,
            text.utf8.count <= 40, text.split(separator: " ").count <= 4,
            !text.contains(where: \.isNumber), CellShape(text) != .mark
        else { return nil }
        return TermGuess(.objectiveType, confidence: 0, reason: .neighbours)
    }

    /// `Tipologia | Sviluppo | Peso | 60`, `Tipologia | Nuovo | Risorse proprie | 4.850`: the label of the first pair, of what
    /// no other field is kept for, beside one that is surely the weight of an objective or the money of a project.
    private static func unknownLabel(_ text: String, before row: DocumentRow) -> TermGuess? {
        let cells = row.filled.map { row.cells[$0] }
        guard cells.count == 4, let guess = CardLine.label(cells[2]), guess.confidence == 100,
            [.weight, .objectiveWeight, .ownResources, .thirdPartyResources].contains(guess.term),
            CellShape(cells[3]).isFigure, CardLine.label(cells[1]) == nil, text.first?.isUppercase == true,
            text.utf8.count <= 40,
            text.split(separator: " ").count <= 4,
            !cells[0...1].contains(where: { $0.contains(where: \.isNumber) })
        else { return nil }
        return TermGuess(.objectiveType, confidence: 0, reason: .neighbours)
    }

    /// True for a value all of whose words belong to labels: the row is the head of a table.
    private static func isOfLabels(_ value: String) -> Bool {
        guard LabelReader.mayBeLabel(value) else { return false }
        let words = LabelWords(value).words
        // `n. 60`, `15 %`: a figure that is no year is a value.
        let figures = value.split(separator: " ").filter { $0.contains(where: \.isNumber) }
        return !words.isEmpty && words.allSatisfy { TermRules.knows($0) }
            && figures.allSatisfy { PeriodHead(String($0)) != nil }
    }

    private static func colonLabel(_ text: String) -> TermGuess? {
        guard text.hasSuffix(":"), let guess = LabelReader.guess(text), guess.confidence >= 60 else {
            return nil
        }
        return guess
    }

    /// A label and its value: below a head stand names.
    private static func isPair(_ row: DocumentRow?) -> Bool {
        guard let row, row.filled.count == 2, row.filled[0] == 0, let guess = CardLine.label(row.cells[0])
        else {
            return false
        }
        return guess.confidence == 100 && CardLine.label(row.cells[1]) == nil
    }

    /// `Unità` beside `numero`, `giorni`: a value, though labels have such words.
    private static func isUnit(_ value: String) -> Bool {
        Measure(unit: value) != nil || MeasureUnit(word: value) != nil
    }

    /// Two kinds of money side by side are heads.
    private static func isMoney(_ guess: TermGuess) -> Bool {
        [.ownResources, .ownGross, .thirdPartyResources, .thirdPartyGross].contains(guess.term)
    }

    /// `Relazione finale | Obiettivo raggiunto`: how it ended, in the words of a label.
    private static func isVerdict(_ value: String, of label: TermGuess) -> Bool {
        let words = MatchKey(value).words
        guard [.note, .barometer, .achievement].contains(label.term), (1...4).contains(words.count),
            let last = words.last
        else { return false }
        return ["raggiunt", "conseguit", "realizzat", "complet"].contains { last.hasPrefix($0) }
    }

    /// True for a value that is a label wholly, of several words or of a term that no value is.
    /// `Indicatore | Target`: what is measured beside a value of it, whatever the names below them.
    private static func areHeads(_ guess: TermGuess, _ value: String) -> Bool {
        guard let other = CardLine.label(value) else { return false }
        if guess.term == .project {
            return [.ownResources, .thirdPartyResources, .resources].contains(other.term)
        }
        guard [.indicator, .objective, .formula].contains(guess.term),
            value.split(separator: " ").count(where: { PeriodHead(String($0)) == nil }) == 1
                || value.components(separatedBy: " / ").contains(where: {
                    FieldTerm.vocabulary.match($0)?.slips == 0
                })
        else { return false }
        return [.target, .actual, .weight, .objectiveWeight, .achievement, .baseline].contains(other.term)
    }

    private static func isHeadLike(_ value: String) -> Bool {
        guard let guess = CardLine.label(value), !CellShape(value).isFigure,
            // `n. 60`
            guess.term != .number || !value.contains(where: \.isNumber)
        else { return false }
        return [
            .objective, .number, .indicator, .target, .actual, .weight, .objectiveWeight, .achievement, .note,
            .baseline, .deviation, .due, .phaseStart, .phaseEnd,
            .unit, .formula, .grade,
        ].contains(guess.term) && value.utf8.count > 3
    }
}
