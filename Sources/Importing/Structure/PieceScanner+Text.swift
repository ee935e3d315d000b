import Reading

/// Lines of text: labels with their values, titles of cards, offices, and what is none of these.
extension PieceScanner {
    /// Takes a line, with the lines that go on with it.
    mutating func takeText(_ row: DocumentRow) {
        if row.kind == .heading, CardLine.weightWithState(row.text, row) == nil,
            let (title, result) = HeadingResult.parted(row.text)
        {
            takeText(row.with(title))
            append(.text(row.with(result)))
            return
        }
        if let whole = wrappedHeading(row) ?? wrappedTitle(row) ?? wrappedOffice(row) {
            index += 1
            return takeText(whole)
        }
        if let offices = CardLine.officeBehindBody(row) {
            append(.text(row))
            for field in offices { append(.field(field)) }
            index += 1
            return
        }
        let text = row.text
        index += 1
        if CardLine.isSubject(text) { return append(.text(row)) }
        if let office = CardLine.namedOffice(row), isOverCards(index) {
            return append(.field(office))
        }
        if CardLine.opensCard(text) || CardLine.isCodeAlone(text) && peekText().map(isTitle) ?? false {
            append(.card(row))
            return
        }
        let fields = CardLine.fields(text, row)
        keepHeads(over: row, fields)
        if fields.allSatisfy({ Self.countable.contains($0.guess.term) }),
            takeValuedItem(row) || takeItemOverValues(row)
        {
            return
        }
        if !fields.isEmpty {
            for field in fields.dropLast() where field.isPlausible { append(.field(field)) }
            if let last = fields.last { appendField(last) }
            return
        }
        // `2.2.2 Risorse umane`, though labels have these words.
        if ItemCode(leading: text)?.text.contains(".") ?? false, let office = officeOverHead(row) {
            return append(.field(office))
        }
        index -= 1
        if takeLabelAlone(row) { return }
        index += 1
        if let field = CardLine.headed(text, row) ?? officeOverTable(row) ?? officeOverHead(row)
            ?? achievement(text, row) ?? CardLine.weightWithState(text, row)
            ?? CardLine.weighted(text, row, overList: isOverItems) ?? CardLine.points(text, row)
            ?? codedObjective(row),
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

    /// True where an item with a value stands next.
    private var isOverItems: Bool { peekText().map { valuedItem($0) != nil } ?? false }

    /// `- Sfalci effettuati: 12` in the card of an objective: an indicator, and its target.
    private mutating func takeValuedItem(_ row: DocumentRow) -> Bool {
        guard table == nil, case .field(let above)? = pieces.last,
            [.objective, .objectiveWeight, .weight, .target].contains(above.guess.term),
            let fields = valuedItem(row)
        else { return false }
        for field in fields { append(.field(field)) }
        return true
    }

    /// `- Sfalci effettuati` over `Valore di partenza: 2 Target: 5` in the card of an objective: an indicator, and its values.
    private mutating func takeItemOverValues(_ row: DocumentRow) -> Bool {
        let name = ListMark.removed(from: row.text)
        guard table == nil, row.isItem || name != row.text, !name.contains(":"), CardLine.label(name) == nil,
            name.count(where: \.isLetter) >= 4, case .field? = pieces.last, let below = peekText(),
            let values = Self.values(below)
        else { return false }
        append(
            .field(
                LabelledValue(
                    guess: TermGuess(.indicator, confidence: 60, reason: .neighbours), label: "", value: name,
                    rows: [row])))
        for field in values { append(.field(field)) }
        index += 1
        return true
    }

    /// What may be counted, though its word is that of a label: `Servizi attivati`, `Dipendenti formati`.
    private static let countable: Set<FieldTerm> = [
        .sector, .head, .participants, .project, .line, .programme, .resources,
    ]

    /// The name and the value of an item of a list; nil for any other line.
    private func valuedItem(_ row: DocumentRow) -> [LabelledValue]? {
        let text = ListMark.removed(from: row.text)
        guard row.isItem || text != row.text, let gap = text.ranges(of: ": ").last,
            case let name = String(text[..<gap.lowerBound]), name.count(where: \.isLetter) >= 4,
            name.utf8.count <= ImportLimits.maximumTitleBytes, !name.contains(":"),
            CardLine.label(name) == nil,
            LabelReader.guessByFirstWord(name).map({ $0.confidence < 60 || Self.countable.contains($0.term) })
                ?? true,
            case let value = String(text[gap.upperBound...].trimmedEnds), value.contains(where: \.isNumber),
            value.split(separator: " ").count <= 4, value.utf8.count <= 30
        else { return nil }
        return [
            LabelledValue(
                guess: TermGuess(.indicator, confidence: 60, reason: .neighbours), label: "", value: name,
                rows: [row]),
            LabelledValue(
                guess: TermGuess(.target, confidence: 60, reason: .neighbours), label: "", value: value,
                rows: [row]),
        ]
    }

    /// A heading of two lines, the second of which begins small, as one; nil for any other line.
    private func wrappedHeading(_ row: DocumentRow) -> DocumentRow? {
        guard row.kind == .heading, rows.indices.contains(index + 1), case let below = rows[index + 1],
            below.kind == .heading, below.number == row.number + 1, below.page == row.page,
            below.text.first?.isLowercase ?? false, !row.text.contains(":"), !below.text.contains(":")
        else { return nil }
        return joined(row, below)
    }

    /// The numbered title of an objective that fills its line and goes on small on the next one; nil for any other line.
    private func wrappedTitle(_ row: DocumentRow) -> DocumentRow? {
        guard row.kind != .cells, row.text.utf8.count >= 60, CardLine.isNumberedTitle(row.text),
            rows.indices.contains(index + 1), case let below = rows[index + 1], below.cells.count == 1,
            below.number == row.lines.upperBound, below.page == row.page,
            below.text.first?.isLowercase ?? false, below.text.utf8.count <= row.text.utf8.count,
            below.text.last != ":", CardLine.fields(below.text, below).isEmpty,
            CardLine.label(below.text) == nil
        else { return nil }
        return joined(row, below)
    }

    func joined(_ row: DocumentRow, _ below: DocumentRow) -> DocumentRow {
        DocumentRow(
            number: row.number, lines: row.lines.lowerBound..<below.lines.upperBound, kind: .heading,
            cells: [TextJoin.join(row.text, below.text)], spans: [:], covered: [], block: row.block,
            page: row.page, sheetCell: row.sheetCell, isMarkedHead: false)
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
        if field.guess.term == .objective, CardLine.isCode(field.value), let row = peekText(),
            var title = CardLine.fields(row.text, row).first, title.guess.term == .definition,
            title.value.contains(where: \.isLetter)
        {
            // `OBIETTIVO N.: 101` over `DESCRIZIONE: …`, the title.
            var code = field
            code.guess.term = .number
            append(.field(code))
            title.guess.term = .objective
            title.label = ""
            field = title
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
        for part in field.guess.term == .sector ? CardLine.section(field) : [field] { append(.field(part)) }
    }

    /// `INDICATORI` over `1. presenze – Target: 40`, `2. …`: a label without a colon over a list that counts.
    private mutating func takeNumberedList(under row: DocumentRow, _ guess: TermGuess) -> Bool {
        guard [.indicator, .phase].contains(guess.term), let first = next(), let second = next(2),
            NumberedItems.item(first.text, order: 0) != nil, NumberedItems.item(second.text, order: 1) != nil
        else { return false }
        index += 1
        if takeList(under: LabelledValue(guess: guess, label: row.text, value: "", rows: [row])) {
            return true
        }
        index -= 1
        return false
    }

    /// The items of the list below a label. What weight follows such lists is the objective's.
    private mutating func takeList(under label: LabelledValue) -> Bool {
        let (items, count) = Self.listed(
            under: label,
            Array(rows[index...].prefix(ImportLimits.maximumListRows).prefix { !furniture.holds($0) }))
        guard !items.isEmpty else { return false }
        append(.field(label))
        for field in items.joined() { append(.field(field)) }
        index += count
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
            row.number == last.lines.upperBound, !CardLine.isNumberedTitle(row.text),
            field.guess.term.profile.content != .figure
        else { return false }
        return row.text.first?.isLowercase == true
            || [.definition, .note].contains(field.guess.term) && field.value.utf8.count >= 60
    }

    /// A label that fills its line, its value on the next one. Only where such lines follow one another, for a title
    /// may have the words of a label.
    private mutating func takeLabelAlone(_ row: DocumentRow) -> Bool {
        guard var guess = CardLine.label(row.text), !row.text.dropLast().contains(":"),
            !CardLine.isCodedTitle(row), !CardLine.isNumberedOffice(row.text), !CardLine.isChapter(row.text),
            // `Il Responsabile ________` is where somebody signs.
            !row.text.contains("___"), !row.text.contains("....."),
            // `2. I risultati raggiunti` over `2.1 …` is a chapter.
            !(ItemCode(leading: row.text).map(isOverParts) ?? false),
            !CardLine.isTitle(row.text, guess) || isAfterField && isBeforeLabel(2)
        else { return false }
        if takeNumberedList(under: row, guess) { return true }
        var label = row.text
        var lines = [row]
        if let second = next(), second.cells.count == 1,
            CardLine.isPartOfLabel(second.text, after: row.text, followed: next(2)),
            let longer = CardLine.label(label + " " + second.text)
        {
            (label, guess) = (label + " " + second.text, longer)
            lines.append(second)
        }
        guard let value = next(lines.count), value.cells.count == 1, !CardLine.opensCard(value.text),
            guess.term != .indicator || !ObjectiveGrammar.isProse(value.text),
            row.kind == .heading && !TotalRow.isTotal(row.text) || value.kind != .heading
                || !isHead(next(lines.count + 1))
        else { return false }
        let isOverFields = !CardLine.fields(value.text, value).isEmpty
        let isNumbered =
            guess.term == .objective && CardLine.isCode(String(label.split(separator: " ").last ?? ""))
        guard
            isOverFields || isNumbered || isInCard(after: lines.count)
                || guess.term == .objective && isOverGrid(next(lines.count + 1))
        else { return false }
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

    /// True for a row of labels alone, over a row of their values: the first one stands over them as a line of text.
    private func isOverGrid(_ row: DocumentRow?) -> Bool {
        guard let row, row.kind == .cells, row.filled.count > 1 else { return false }
        let terms = Set(row.filled.map { CardLine.label(row.cells[$0])?.term })
        return !terms.contains(nil) && terms.isDisjoint(with: [.indicator, .objective])
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
