import Model
import Reading

/// Pieces of a document of objectives → events for the assembly.
struct ObjectiveGrammar {
    /// What was found, in order.
    var events: [ObjectiveEvent] = []
    /// The document, its account filled.
    var reading: Reading
    /// Tables that belong to no objective.
    var others: [TableDraft] = []
    /// The tables as they were understood.
    var tables: [TableDraft] = []

    let year: Int
    let layouts: [Layout]
    /// What stands in the columns of the tables, by their heads.
    let contents: [[String]: TableContents]
    let sharedHeads: SharedHeads
    /// Labels that name objectives stand in the document: a description of one is none.
    let hasTitles: Bool
    /// The table above is of one objective, whose indicators may stand in the one below.
    var isBelowSole = false
    /// The codes of the objectives that rows of tables have named.
    var codes: Set<String> = []
    /// Labels that name sectors stand in the document: a head that is an office is none of these.
    let hasSectors: Bool
    /// Where nothing in the document names objectives, the office over the next table.
    var sectionTitle: (text: String, row: DocumentRow)?
    let namesObjectives: Bool
    /// A head over a table says so itself: `Obiettivo`, and not `Titolo`.
    let namesObjectivesSurely: Bool
    /// The title of the objective of a card whose document names no indicators: its values are those of one.
    var ownIndicator: (title: String, lines: [SourceLine])?
    /// Labels that name indicators stand in the document, and labels of what was reached.
    let hasIndicators: Bool
    let hasActuals: Bool
    /// Tables give values of indicators.
    let hasValues: Bool
    /// Heads name targets of the plan's year.
    let hasOwnTargets: Bool
    var objective = Owner.none
    var hasIndicator = false
    /// A label of an indicator without a name: the next title is its name.
    var awaitsIndicator = false
    var isInLine = false
    /// The label of phases was met: the items below it are phases.
    var arePhases = false
    /// The texts of a chapter follow.
    var isInChapter = false
    /// The numbers of the last heading of a chapter.
    var chapter: [Int]?
    /// The numbers of the last heading that is the title of an objective.
    var titleNumbers: [Int]?
    /// What the paragraphs that follow are of.
    var openText: OpenText?
    let headings: CardHeadings
    let spans: CardSpans
    /// A title over the rows of a table of indicators named the objective that is open.
    var isSectionObjective = false
    /// The strategic objective whose heading stands over the objectives that follow.
    var strategicSection: (text: String, lines: [SourceLine])?
    /// The last cell of a column of strategic objectives, and the heads of its table: a blank below it means the same.
    var strategicCell: (text: String, heads: [String])?
    /// What comes next is of the card that is open: a line that is named now is that of its objective.
    var goesOnWithCard = false
    /// An untitled card has begun, and nothing has described its objective yet.
    var isOpenCard = false

    /// What named the objective that is open.
    enum Owner { case none, card, table }

    /// Reads the pieces.
    ///
    /// - Parameter owner: what the objective stands in that is open before them, and whether it has indicators.
    init(
        _ reading: Reading, pieces: [Piece], year: Int, layouts: [Layout],
        below owner: (objective: Owner, hasIndicator: Bool) = (.none, false)
    ) {
        let titles = CardHeadings(pieces).titles
        let titled = titles.isEmpty ? StrategicCards.asObjectives(pieces) : pieces
        let pieces = SharedWeights.settled(
            SectorHeadings.named(UnknownTitles.named(titled, titles: titles)))
        self.reading = reading
        self.year = year
        self.layouts = layouts
        contents = TableContents.all(pieces)
        sharedHeads = SharedHeads(pieces, layouts: layouts, year: year > 0 ? year : nil)
        headings = CardHeadings(pieces)
        spans = CardSpans(pieces, titles: headings.titles)
        hasTitles = pieces.compactMap(\.field).contains {
            $0.guess.term == .objective && !Self.isDescription($0) && !$0.isTargetOfAYear
        }
        let terms = Set(pieces.lazy.flatMap(\.terms))
        let tables = pieces.compactMap(\.table)
        hasValues = tables.contains { $0.has(.indicator) && ($0.has(.target) || $0.has(.actual)) }
        (hasIndicators, hasActuals) = (terms.contains(.indicator), terms.contains(.actual))
        hasOwnTargets = tables.contains { table in
            table.guesses.contains { $0?.term == .target && $0?.year == year }
        }
        hasSectors = terms.contains(.sector)
        namesObjectives = terms.contains(.objective) || tables.contains(where: \.namesObjectives)
        namesObjectivesSurely = tables.contains { table in
            table.has(.indicator)
                && table.columns(.objective).contains { !LabelReader.isOfAnything(table.heads[$0]) }
        }
        (objective, hasIndicator) = owner
        for index in pieces.indices { take(pieces, at: index) }
    }

    /// Takes a piece, with what stands before and behind it in mind.
    private mutating func take(_ pieces: [Piece], at index: Int) {
        let piece = pieces[index]
        if case .field(let field) = piece, takeOpenText(field) { return }
        if case .text = piece {} else if !isOfLine(piece) { (isInChapter, openText) = (false, nil) }
        if case .table = piece { isOpenCard = false } else if case .field = piece { isBelowSole = false }
        if !namesObjectives { sectionTitle = Self.sectionTitle(piece) ?? sectionTitle }
        switch piece {
        case .text(let row) where takeOpenText(row, isTitle: headings.titles.contains(index)): return
        case .text(let row)
        where arePhases && row.kind != .heading && !headings.titles.contains(index)
            && takePhase(row, before: pieces[(index + 1)...].first):
            return
        case .text(let row), .row(let row):
            arePhases = false
            let next = pieces[(index + 1)...].first
            if takeSectionTitle(row, before: next) { return }
            if let field = unnamedIndicator(row, before: next)
                ?? unnamedActual(row, after: pieces[..<index].last)
            {
                take(field)
            } else if case .text = piece {
                takeText(row, at: index, before: next)
            }
        case .card(let row):
            arePhases = false
            bind(row, as: .sectionTitle)
            events.append(.card)
            if let code = Self.codeOfCard(row.text) {
                events.append(.field(.number, code.text, at: lines([row])))
            }
            (hasIndicator, awaitsIndicator) = (false, false)
        case .field(let field):
            if field.guess.term == .sector, let row = field.rows.first, row.kind == .heading {
                chapter = Self.chapterNumbers(row.text) ?? chapter
            }
            if field.guess.term == .number, hasIndicator, Self.opensNext(pieces[(index + 1)...]) {
                events.append(.card)
                (hasIndicator, awaitsIndicator) = (false, false)
            }
            goesOnWithCard = field.guess.term == .line && isWithinCard(pieces, at: index)
            var own = named(field, before: pieces[(index + 1)...].first)
            own.isBelowList = own.isBelowList || isNamedBelow(field, before: pieces[(index + 1)...])
            take(own, below: index > 0 ? pieces[index - 1] : nil)
        case .table(let table): take(table, below: index > 0 ? pieces[index - 1] : nil)
        }
    }

    /// True for a field of an objective that a person named below the indicators of the open one: the next objective does
    /// not follow.
    private func isNamedBelow(_ field: LabelledValue, before following: ArraySlice<Piece>) -> Bool {
        guard field.guess.reason == .person, objective == .card, hasIndicator,
            NamedAddition.ofObjective.contains(field.guess.term), field.guess.term != .line
        else { return false }
        let next = following.lazy.compactMap(\.field).first {
            !NamedAddition.ofObjective.contains($0.guess.term)
        }
        return next?.guess.term != .objective
    }

    /// Who of the Giunta answers for a line, right below its title: what the line is about may follow.
    private func isOfLine(_ piece: Piece) -> Bool {
        guard case .field(let field) = piece, openText == .line else { return false }
        return field.guess.term == .delegate
    }

    /// True where fields of the next objective follow a code, its title among them; titles of parts may stand between.
    private static func opensNext(_ following: ArraySlice<Piece>) -> Bool {
        for piece in following.prefix(5) {
            switch piece {
            case .text(let row), .row(let row): if row.kind == .heading { return false }
            case .card, .table: return false
            case .field: break
            }
            guard case .field(let field) = piece else { continue }
            if field.guess.term == .objective { return true }
            if [.indicator, .target, .actual].contains(field.guess.term) { return false }
        }
        return false
    }

    /// True where indicators or phases follow before the title of another card.
    private func isWithinCard(_ pieces: [Piece], at index: Int) -> Bool {
        for next in pieces.indices[(index + 1)...].prefix(8) {
            switch pieces[next] {
            case .card: return false
            case .text(let row), .row(let row):
                if headings.titles.contains(next) || row.kind == .heading { return false }
            case .table(let table): return !table.has(.objective)
            case .field(let field):
                if field.isHeading || [.objective, .line, .number].contains(field.guess.term) {
                    return false
                }
                if [.indicator, .target, .phase].contains(field.guess.term) { return true }
            }
        }
        return false
    }

    private static func sectionTitle(_ piece: Piece) -> (text: String, row: DocumentRow)? {
        // `1.1 Rete dei sentieri` below an office.
        if case .text(let row) = piece, row.kind == .heading, (chapterNumbers(row.text)?.count ?? 0) > 1 {
            return (row.text, row)
        }
        guard case .field(let field) = piece, field.guess.term == .sector, !field.value.isEmpty else {
            return nil
        }
        return field.rows.first.map { (field.value, $0) }
    }

    /// How something is measured, in a card whose document names no indicator, before a target: the indicator.
    private func named(_ field: LabelledValue, before next: Piece?) -> LabelledValue {
        guard !hasIndicators, objective == .card, field.guess.term == .formula,
            case .field(let value)? = next,
            [.target, .actual].contains(value.guess.term)
        else { return field }
        var named = field
        named.guess = TermGuess(.indicator, confidence: 50, reason: .neighbours)
        return named
    }

    /// The code at the end of the line over a card: `Scheda obiettivo n. 3`, `Scheda obiettivo n. 3 – Anno 2026`.
    private static func codeOfCard(_ text: String) -> ItemCode? {
        var words = text.split(separator: " ")[...]
        if words.count > 2, let last = words.last, PeriodHead.year(of: last) != nil {
            words = words.dropLast()
            while let last = words.last, MatchKey(last).text == "anno" || !last.contains(where: \.isLetter),
                !last.contains(where: \.isNumber)
            {
                words = words.dropLast()
            }
        }
        return words.last.flatMap { ItemCode(leading: $0) }
    }

    mutating func bind(_ row: DocumentRow, as reason: LayoutReason) {
        for line in row.lines { reading.ledger.bind(line, as: reason) }
    }

    func lines(_ rows: [DocumentRow]) -> [SourceLine] {
        rows.flatMap(reading.filledLines)
    }
}

// MARK: - Texts

extension ObjectiveGrammar {
    private mutating func takeText(_ row: DocumentRow, at index: Int, before next: Piece?) {
        let lines = lines([row])
        guard let line = lines.first, !takeTitleRest(line), !takeHeadingRest(row, lines),
            !takeLineHeading(row, line, at: index)
        else { return }
        let isTitle = headings.titles.contains(index) || goesOnWithTitles(row)
        if !isTitle { endCard(at: row) }
        if isTitle {
            isInChapter = false
            titleNumbers = Self.chapterNumbers(row.text)
            chapter = titleNumbers ?? chapter
            (objective, hasIndicator, awaitsIndicator, isOpenCard) = (.card, false, false, true)
            events.append(.card)
            takeTitle(.heading(row), lines)
            reading.tell(.headingAssumed, .info, line: line.number, at: .objective, written: row.text)
        } else if isOpenCard, row.text.first?.isLowercase ?? false,
            case .field(.objective, let title, let first, let year)? = events.last
        {
            events[events.count - 1] = .field(
                .objective, TextJoin.join(title, row.text), at: first + lines, year: year)
        } else if objective == .card, let term = CardLine.label(row.text)?.term,
            term == .phase || term == .criticalFactors
        {
            if term == .phase { arePhases = true } else { openText = .factors }
            bind(row, as: .sectionTitle)
        } else if isOpenCard, row.kind != .heading, Self.isProse(row.text) {
            events.append(.field(.definition, row.text, at: lines))
            (isOpenCard, openText) = (false, .definition)
        } else if ChapterHeading.isHeading(row, line, before: next, isInChapter: isInChapter) {
            isInChapter = true
            events.append(.chapter(title: row.text, at: line))
        } else if isInChapter, !HeadingResult.isResult(row.text) {
            for line in lines { events.append(.paragraph(line)) }
        }
    }

    /// `2.2 Unità cinofila` below the title `2.1 Presidio dei parchi` of an objective.
    private func goesOnWithTitles(_ row: DocumentRow) -> Bool {
        guard row.kind == .heading, let last = titleNumbers, last.count > 1, objective == .card,
            !isSectionObjective,
            let numbers = Self.chapterNumbers(row.text), numbers.count == last.count,
            numbers.dropLast().elementsEqual(last.dropLast()),
            numbers[numbers.count - 1] == last[last.count - 1] + 1,
            let code = ItemCode(leading: row.text), !HeadingResult.isResult(row.text),
            !ChapterHeading.isUsual(row.text)
        else { return false }
        return CardLine.label(code.rest(of: row.text)) == nil
    }

    /// A heading whose number goes on with those above the open objective (`2.3` below `2.2`, `4.` below `3.1`) ends it:
    /// the tables that follow are none of its.
    private mutating func endCard(at row: DocumentRow) {
        guard row.kind == .heading, let numbers = Self.chapterNumbers(row.text) else { return }
        let goesOn = chapter.map { Self.goesOn(numbers, after: $0) } ?? false
        let label = CardLine.label(ItemCode(leading: row.text)?.rest(of: row.text) ?? "")?.term
        // `2. Fasi`: a part of the card.
        guard objective == .none || goesOn && (label == nil || label == .objective) else { return }
        chapter = numbers
        guard goesOn, objective != .none else { return }
        (objective, hasIndicator, awaitsIndicator, isOpenCard) = (.none, false, false, false)
        events.append(.card)
    }

    /// `4. Obiettivi individuali` → 4, `2.3 Rischi` → 2, 3; nil for any other text.
    static func chapterNumbers(_ text: String) -> [Int]? {
        guard let code = ItemCode(leading: text), !code.hasLetters,
            code.rest(of: text).first?.isUppercase ?? false
        else { return nil }
        let numbers = code.text.split(separator: ".").map { Int($0) }
        guard (1...4).contains(numbers.count) else { return nil }
        return numbers.contains(nil) ? nil : numbers.compactMap { $0 }
    }

    private static func goesOn(_ numbers: [Int], after known: [Int]) -> Bool {
        guard numbers.count <= known.count, let last = numbers.last else { return false }
        return numbers.dropLast().elementsEqual(known.prefix(numbers.count - 1))
            && last > known[numbers.count - 1]
    }

    /// A heading that is the title of a line: by a table of the lines, with the share that stands there, or over cards
    /// without titles of their own.
    private mutating func takeLineHeading(_ row: DocumentRow, _ line: SourceLine, at index: Int) -> Bool {
        let known = headings.line(titled: row.text)
        guard row.kind == .heading, !HeadingResult.isResult(row.text),
            known != nil || headings.lineTitles.contains(index)
        else { return false }
        isInChapter = false
        objective = .none
        strategicSection = nil
        let title = StrategicTitle(row.text, rest: row.text)
        events.append(.line(title: title.title, code: title.code, at: line))
        openText = .line
        if known == nil {
            reading.tell(.headingAssumed, .info, line: line.number, at: .line, written: row.text)
        }
        if let share = known?.achievement, let place = known.flatMap({ lines([$0.row]).first }) {
            events.append(.lineAchievement(share, at: place))
        }
        return true
    }

    /// The rest of a line's title that fills two lines: capitals under capitals.
    private mutating func takeTitleRest(_ line: SourceLine) -> Bool {
        guard case .line(let title, let code, let first)? = events.last, first.number == line.number - 1,
            line.text.utf8.count <= 80, Self.isCapital(line.text), Self.isCapital(first.text)
        else { return false }
        events[events.count - 1] = .line(title: TextJoin.join(title, line.text), code: code, at: first)
        reading.ledger.bind(line.number, to: "line.title")
        return true
    }

    /// The second line of the heading of an objective, where a colon within it parts the two: `Obiettivo n. 3: Passaggio
    /// alla contabilità` and `Accrual: inventario`.
    private mutating func takeHeadingRest(_ row: DocumentRow, _ lines: [SourceLine]) -> Bool {
        guard row.kind == .heading, row.page != nil, row.text.contains(":"),
            CardLine.field(row.text, row, isHeading: true) == nil,
            case .field(.objective, let title, let first, let year)? = events.last,
            let above = first.last, above.isHeading, above.number + 1 == lines.first?.number,
            above.text.utf8.count >= 50, above.text.utf8.count > title.utf8.count
        else { return false }
        events[events.count - 1] = .field(
            .objective, TextJoin.join(title, row.text), at: first + lines, year: year)
        return true
    }

    /// A text of several words that ends as sentences do, or leads to a list.
    static func isProse(_ text: String) -> Bool {
        (text.hasSuffix(".") || text.hasSuffix(":")) && text.split(separator: " ").count >= 6
    }

    private static func isCapital(_ text: String) -> Bool {
        text == text.uppercased() && text != text.lowercased()
    }
}
