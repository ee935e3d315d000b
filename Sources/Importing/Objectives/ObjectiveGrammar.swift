import Model
import Reading

/// Pieces of a document of objectives → events for the assembly.
struct ObjectiveGrammar {
    /// What was found, in order.
    private(set) var events: [ObjectiveEvent] = []
    /// The document, its account filled.
    private(set) var reading: Reading
    /// Tables that belong to no objective.
    private(set) var others: [TableDraft] = []
    /// The tables as they were understood.
    private(set) var tables: [TableDraft] = []

    private let year: Int
    private let layouts: [Layout]
    /// What stands in the columns of the tables, by their heads.
    private let contents: [[String]: TableContents]
    /// Labels that name objectives stand in the document: a description of one is none.
    private let hasTitles: Bool
    /// Labels that name indicators stand in the document, and labels of what was reached.
    private let hasIndicators: Bool
    private let hasActuals: Bool
    /// Tables give values of indicators.
    private let hasValues: Bool
    private var objective = Owner.none
    private var hasIndicator = false
    /// A label of an indicator without a name: the next title is its name.
    private var awaitsIndicator = false
    private var isInLine = false
    /// The label of phases was met: the items below it are phases.
    private var arePhases = false
    /// The texts of a chapter follow.
    private var isInChapter = false
    private let headings: CardHeadings
    /// A title over the rows of a table of indicators named the objective that is open.
    private var isSectionObjective = false
    /// An untitled card has begun, and nothing has described its objective yet.
    private var isOpenCard = false

    /// What named the objective that is open.
    private enum Owner { case none, card, table }

    /// Reads the pieces.
    init(_ reading: Reading, pieces: [Piece], year: Int, layouts: [Layout]) {
        self.reading = reading
        self.year = year
        self.layouts = layouts
        contents = TableContents.all(pieces)
        headings = CardHeadings(pieces)
        hasTitles = pieces.contains { piece in
            guard case .field(let field) = piece, field.guess.term == .objective else { return false }
            return !Self.isDescription(field) && !field.isTargetOfAYear
        }
        let terms = Set(pieces.lazy.flatMap(\.terms))
        hasValues = pieces.contains { piece in
            guard case .table(let table) = piece else { return false }
            return table.has(.indicator) && (table.has(.target) || table.has(.actual))
        }
        (hasIndicators, hasActuals) = (terms.contains(.indicator), terms.contains(.actual))
        for (index, piece) in pieces.enumerated() {
            if case .text = piece {} else { isInChapter = false }
            if case .table = piece { isOpenCard = false }
            switch piece {
            case .text(let row) where arePhases && takePhase(row, before: pieces[(index + 1)...].first):
                continue
            case .text(let row), .row(let row):
                arePhases = false
                let next = pieces[(index + 1)...].first
                if takeSectionTitle(row, before: next) { continue }
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
                (hasIndicator, awaitsIndicator) = (false, false)
            case .field(let field): take(named(field, before: pieces[(index + 1)...].first))
            case .table(let table): take(table)
            }
        }
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

    private mutating func bind(_ row: DocumentRow, as reason: LayoutReason) {
        for line in row.lines { reading.ledger.bind(line, as: reason) }
    }

    private func lines(_ rows: [DocumentRow]) -> [SourceLine] {
        rows.flatMap { row in row.lines.compactMap { reading.text.line($0) }.filter { !$0.isBlank } }
    }
}

// MARK: - Texts

extension ObjectiveGrammar {
    private mutating func takeText(_ row: DocumentRow, at index: Int, before next: Piece?) {
        let lines = lines([row])
        guard let line = lines.first, !takeTitleRest(line), !takeLineHeading(row, line, at: index)
        else { return }
        if headings.titles.contains(index) {
            isInChapter = false
            (objective, hasIndicator, awaitsIndicator, isOpenCard) = (.card, false, false, true)
            events.append(.card)
            events.append(.field(.objective, row.text, at: lines))
            reading.tell(.headingAssumed, .info, line: line.number, at: .objective, written: row.text)
        } else if objective == .card, CardLine.label(row.text)?.term == .phase {
            arePhases = true
            bind(row, as: .sectionTitle)
        } else if isOpenCard, row.kind != .heading, Self.isProse(row.text) {
            events.append(.field(.definition, row.text, at: lines))
            isOpenCard = false
        } else if ChapterHeading.isHeading(row, line, before: next, isInChapter: isInChapter) {
            isInChapter = true
            events.append(.chapter(title: row.text, at: line))
        } else if isInChapter {
            for line in lines { events.append(.paragraph(line)) }
        }
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
        let title = StrategicTitle(row.text, rest: row.text)
        events.append(.line(title: title.title, code: title.code, at: line))
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

    /// A text of several words that ends as sentences do.
    private static func isProse(_ text: String) -> Bool {
        text.hasSuffix(".") && text.split(separator: " ").count >= 6
    }

    private static func isCapital(_ text: String) -> Bool {
        text == text.uppercased() && text != text.lowercased()
    }
}

// MARK: - Cards

extension ObjectiveGrammar {
    /// A title alone in its row, over rows of indicators that no column names an objective for: it is the objective.
    private mutating func takeSectionTitle(_ row: DocumentRow, before next: Piece?) -> Bool {
        guard row.kind == .cells, row.filled.count == 1, case .table(let table)? = next,
            table.rows.first?.block == row.block, objective != .card || isSectionObjective,
            [.objective, .number].allSatisfy({ !table.has($0) }),
            table.has(.indicator) || table.has(.definition), table.has(.target) || table.has(.actual),
            !LabelWords(row.text).words.allSatisfy({ TermRules.knows($0) }), !TotalRow.isTotal(row)
        else { return false }
        open(row.text, [row])
        return true
    }

    /// Opens an objective that stands over the rows of its indicators.
    private mutating func open(_ title: String, _ rows: [DocumentRow]) {
        (objective, isSectionObjective, hasIndicator, awaitsIndicator) = (.card, true, false, false)
        events.append(.card)
        events.append(.field(.objective, title, at: lines(rows)))
    }

    /// A label that nobody knows with a text, in a card, before a target or an actual: it names the indicator of these.
    private func unnamedIndicator(_ row: DocumentRow, before next: Piece?) -> LabelledValue? {
        guard objective == .card, case .field(let field)? = next,
            [.target, .actual].contains(field.guess.term),
            let pair = CardRow.unknownPair(row)
        else { return nil }
        return LabelledValue(
            guess: TermGuess(.indicator, confidence: 50, reason: .neighbours), label: pair.label,
            value: pair.value,
            rows: [row])
    }

    /// A label that says no more than that it is about a value (`Valore finale: 353`), right after a target, in a document
    /// that names nothing that was reached.
    private func unnamedActual(_ row: DocumentRow, after last: Piece?) -> LabelledValue? {
        guard !hasActuals, objective == .card, case .field(let field)? = last, field.guess.term == .target,
            let pair = CardRow.pair(row), LabelReader.isValue(pair.label)
        else { return nil }
        return LabelledValue(
            guess: TermGuess(.actual, confidence: 50, reason: .neighbours), label: pair.label,
            value: pair.value,
            rows: [row])
    }

    private mutating func take(_ field: LabelledValue) {
        let lines = lines(field.rows)
        guard !lines.isEmpty else { return }
        arePhases = objective == .card && field.guess.term == .phase
        if arePhases, !field.value.isEmpty, takePhase(field.value, field.rows) { return }
        guard !field.value.isEmpty else { return takeEmpty(field) }
        if isInLine, field.guess.term == .achievement {
            for line in lines { reading.ledger.bind(line.number, to: "line.printedAchievement.label") }
            events.append(.lineAchievement(field.value, at: lines[lines.count - 1]))
            return
        }
        isInLine = field.guess.term == .line
        guard let term = term(of: field) else {
            // On a line of its own it stays unread; beside others its line is read.
            if field.rows[0].filled.count > 2, let line = field.rows.first?.number {
                reading.tell(.columnUnknown, .info, line: line, written: field.label)
            }
            return
        }
        switch term {
        case .line:
            let whole = field.label.contains(":") || field.rows[0].text.contains(":")
            let title = StrategicTitle(whole ? field.value : field.rows[0].text, rest: field.value)
            events.append(.line(title: title.title, code: title.code, at: lines[0]))
            objective = .none
            for line in lines { reading.ledger.bind(line.number, to: "line.title") }
        case .objective:
            (objective, isSectionObjective) = (.card, false)
            takeTitle(field, lines)
        case .indicator:
            hasIndicator = true
            awaitsIndicator = false
            events.append(.field(.indicator, field.value, at: lines))
        case .definition:
            isOpenCard = false
            events.append(.field(.definition, field.value, at: lines))
        default:
            let offset = field.guess.yearOfPlan.map { year + $0 - 1 }
            events.append(.field(term, field.value, at: lines, year: field.guess.year ?? offset))
        }
        if term == .objective { (hasIndicator, awaitsIndicator) = (false, false) }
    }

    /// The title of an objective. A heading carries more in it: `Obiettivo n. 1 – Verde pubblico (peso 40%)`.
    private mutating func takeTitle(_ field: LabelledValue, _ lines: [SourceLine]) {
        takeCode(field, lines)
        var title = field.value
        if field.isHeading, !field.label.contains(":"), title.first?.isNumber == true {
            let parts = StrategicTitle(title, rest: title)
            if !parts.code.isEmpty {
                title = parts.title
                events.append(.card)
                events.append(.field(.number, parts.code, at: lines))
            }
        }
        var weight: LabelledValue?
        if title.hasSuffix(")"), let open = title.lastIndex(of: "("),
            let found = CardLine.labelWithFigure(
                String(title[title.index(after: open)...].dropLast()), field.rows[0]),
            [.weight, .objectiveWeight].contains(found.guess.term)
        {
            weight = found
            title = String(title[..<open]).trimmingWhitespace()
        }
        events.append(.field(.objective, title, at: lines))
        if let weight { events.append(.field(.objectiveWeight, weight.value, at: lines)) }
    }

    /// `Obiettivo n. 3: …` carries a code in its label.
    private mutating func takeCode(_ field: LabelledValue, _ lines: [SourceLine]) {
        let code = field.label.split(separator: " ").last.map { $0.filter { $0.isNumber || $0 == "." } } ?? ""
        guard !code.isEmpty, code.utf8.count <= 8, code.contains(where: \.isNumber), PeriodHead(code) == nil
        else { return }
        events.append(.card)
        events.append(.field(.number, code, at: lines))
    }

    private mutating func takeEmpty(_ field: LabelledValue) {
        for row in field.rows { bind(row, as: .emptyLabel) }
        if field.guess.term == .indicator { awaitsIndicator = true }
    }

    private static func isDescription(_ field: LabelledValue) -> Bool {
        MatchKey(field.label).text.hasPrefix("descrizion")
    }

    /// The term of a field where it stands; nil where no field of the archive is for it.
    private func term(of field: LabelledValue) -> FieldTerm? {
        switch field.guess.term {
        // `Obiettivo 2023: 345` in the card of an objective is what is to be reached.
        case .objective where field.isTargetOfAYear: return hasIndicator ? .target : nil
        case .objective, .definition:
            let isTitle = field.guess.term == .definition || !MatchKey(field.label).text.contains("obiettiv")
            if awaitsIndicator, isTitle { return .indicator }
            return hasTitles && Self.isDescription(field) ? .definition : field.guess.term
        case .weight where hasIndicator || awaitsIndicator: return .weight
        case .weight: return MatchKey(field.label).text.contains("indicator") ? nil : .objectiveWeight
        case .programme, .dataSource, .objectiveType, .participants, .phase, .phaseStart, .phaseEnd,
            .delegate, .period, .month, .total, .computed, .unit, .key, .project, .grade, .ownResources,
            .ownGross, .thirdPartyResources, .thirdPartyGross, .funder:
            return nil
        case .formula, .purpose, .dimension, .target, .actual, .baseline, .deviation, .achievement,
            .barometer:
            return hasIndicator ? field.guess.term : nil
        default: return field.guess.term
        }
    }
}

// MARK: - Tables

extension ObjectiveGrammar {
    private mutating func take(_ raw: TableDraft) {
        if objective != .card || isSectionObjective, !layouts.contains(where: { $0.fits(raw.heads) }),
            let outline = OutlineTable(raw)
        {
            return take(outline)
        }
        let table = TableResolver.resolved(raw, isInCard: objective == .card, layouts: layouts)
        arePhases = false
        guard belongs(table) else {
            if objective == .card, let phases = PhaseTable(table) {
                take(phases, of: table)
            } else if objective == .card, let people = ParticipantTable(table) {
                take(people, of: table)
            } else {
                others.append(table)
            }
            return
        }
        isInLine = false
        tables.append(table)
        for (order, row) in table.headRows.enumerated() {
            bind(row, as: order == 0 ? .tableHeader : .repeatedHeader)
        }
        reading.tellUnknown(table)
        var rows = TableRows(table, year: year, contents: contents[table.heads] ?? TableContents([table]))
        for row in rows.read() where !row.row.cells.isEmpty || !row.row.targetsByYear.isEmpty {
            if row.isAfterCut { events.append(.pageCut) }
            for repair in row.repairs { reading.tell(repair, table) }
            var made = row.row
            made.lines = lines(row.rows)
            guard !made.lines.isEmpty else { continue }
            events.append(.row(made))
        }
        if table.has(.objective) { objective = .table }
        if table.has(.indicator) { hasIndicator = true }
    }

    /// Each objective of an outline begins like a card.
    private mutating func take(_ outline: OutlineTable) {
        for part in outline.parts {
            open(part.title.cell(outline.name), [part.title])
            if let weight = outline.weight(of: part) {
                events.append(.field(.objectiveWeight, weight, at: lines([part.title])))
            }
            take(part.table)
        }
    }

    private mutating func take(_ phases: PhaseTable, of table: TableDraft) {
        tables.append(table)
        for (order, row) in table.headRows.enumerated() {
            bind(row, as: order == 0 ? .tableHeader : .repeatedHeader)
        }
        for row in table.rows {
            guard let phase = phases.phase(row, year: year, lines: lines([row])) else { continue }
            events.append(.phase(phase))
        }
    }

    private mutating func take(_ people: ParticipantTable, of table: TableDraft) {
        tables.append(table)
        for (order, row) in table.headRows.enumerated() {
            bind(row, as: order == 0 ? .tableHeader : .repeatedHeader)
        }
        for row in table.rows {
            guard let person = people.person(row, lines: lines([row])) else { continue }
            events.append(.participant(person))
        }
    }

    /// Takes a line as a phase, whose time may stand on the line below; false where it is none.
    private mutating func takePhase(_ row: DocumentRow, before next: Piece?) -> Bool {
        if let time = PhaseTiming.whole(row.text, year: year), case .phase(var phase)? = events.last,
            phase.timing == nil
        {
            phase.timing = time
            phase.lines += lines([row])
            events[events.count - 1] = .phase(phase)
            return true
        }
        if case .text(let below)? = next, PhaseTiming.whole(below.text, year: year) != nil {
            let lines = lines([row])
            guard !lines.isEmpty else { return false }
            events.append(.phase(ReadPhase(title: row.text, timing: nil, lines: lines)))
            return true
        }
        return takePhase(row.text, [row])
    }

    /// Takes a line as a phase; false where it is none.
    private mutating func takePhase(_ text: String, _ rows: [DocumentRow]) -> Bool {
        guard let phase = PhaseItem.phase(text, lines: lines(rows), year: year), !phase.lines.isEmpty else {
            return false
        }
        events.append(.phase(phase))
        return true
    }

    /// True for a list of what other tables tell whole: indicators with a reason, objectives with what they reached.
    private func isListAgain(_ table: TableDraft) -> Bool {
        ![.target, .actual, .weight, .objectiveWeight, .definition, .head, .sector].contains { table.has($0) }
            && (table.has(.indicator) ? !table.has(.achievement) : table.has(.achievement))
    }

    /// True for a table of objectives or of the open objective's indicators.
    private func belongs(_ table: TableDraft) -> Bool {
        let hasValue = [.target, .actual, .weight, .objectiveWeight, .achievement].contains { table.has($0) }
        if table.has(.objective) {
            // What a person named is taken, however little it is.
            if table.guesses.contains(where: { $0?.reason == .layout }) { return true }
            if hasValues, isListAgain(table) { return false }
            return hasValue || table.has(.indicator) || table.has(.head)
                || table.has(.number) && table.has(.definition)
        }
        guard table.has(.indicator), hasValue else { return false }
        return objective == .card
    }
}

extension FieldTerm {
    /// The terms of which a field of an objective or indicator is kept.
    static let ofObjectives = Set(allCases.filter(\.hasField))

    /// True where a column of this term reaches a field of an objective or indicator.
    var hasField: Bool {
        ![
            .programme, .dataSource, .objectiveType, .participants, .phase, .phaseStart, .phaseEnd, .delegate,
            .period,
            .month, .total, .computed, .project, .grade, .ownResources, .ownGross,
            .thirdPartyResources, .thirdPartyGross, .funder,
        ].contains(self)
    }
}
