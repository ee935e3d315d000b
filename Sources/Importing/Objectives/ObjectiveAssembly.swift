import Model
import Reading

/// Makes a plan out of what the scanner found: carries heads, sectors and objectives down, joins what pages cut.
struct ObjectiveAssembly {
    private(set) var reading: Reading
    private(set) var plan: PlanAssembler

    private let notations: [FieldTerm: ColumnNotation]
    private var head = Carried()
    private var sector = Carried()
    private var isAfterCut = false
    /// A card has begun whose objective is not named yet.
    private var isInNewCard = false
    /// True where the sector stands over the rows, so that a new head does not end it.
    private var isSectorOfSection = false
    /// The last indicator stood in a table: what a label below it says is of the objective.
    private var isAfterTable = false
    private var previous: [FieldTerm: String] = [:]
    /// Fields of a card that came before its objective.
    private var early: [(term: FieldTerm, value: String, source: Source)] = []

    /// A cell that holds for the rows below until another one replaces it.
    struct Carried {
        var text = ""
        var source: Source?
    }

    init(_ reading: Reading, year: Int, events: [ObjectiveEvent]) {
        self.reading = reading
        plan = PlanAssembler(year: year, identifiers: reading.identifiers)
        notations = Self.notations(events)
        tellNotations(events)
        for event in events { take(event) }
        for line in plan.removeEmpty() { self.reading.ledger.release(line) }
        // What a table of ours says by its keys is what the archive says.
        if !Self.haveKeys(events) { plan.settle() }
    }

    private static func haveKeys(_ events: [ObjectiveEvent]) -> Bool {
        events.contains { if case .row(let row) = $0 { row.cells[.key] != nil } else { false } }
    }

    private mutating func take(_ event: ObjectiveEvent) {
        switch event {
        case .line(let title, let code, let line):
            plan.enterLine(title, code: code, source: reading.source(line))
            reading.ledger.bind(line.number, to: "line.title")
            isAfterCut = false
        case .lineAchievement(let text, let line):
            let source = reading.source(line)
            plan.updateLine { strategicLine in
                strategicLine.printedAchievement = ReportedValue(reading: text, as: .percentage)
                strategicLine.sources["printedAchievement"] = source
            }
            reading.ledger.bind(line.number, to: "line.printedAchievement")
        case .pageCut:
            isAfterCut = true
        case .row(let row):
            take(row)
            isAfterCut = false
        case .chapter(let title, let line):
            plan.startChapter(title, source: reading.source(line))
            reading.ledger.bind(line.number, to: "chapter.title")
        case .paragraph(let line):
            plan.extendChapter(line.text)
            reading.ledger.bind(line.number, to: "chapter.text")
        case .field(let term, let value, let lines, let year):
            takeField(term, value, lines, year: year)
        case .weightBelow(let value, let lines):
            guard plan.objective?.weight == nil, plan.hasObjective, let line = lines.first else { return }
            setWeight(value, reading.source(line))
            for line in lines { reading.ledger.bind(line.number, to: FieldTerm.objectiveWeight.rawValue) }
        case .phase(let phase): take(phase)
        case .participant(let person): take(person)
        case .card: isInNewCard = true
        }
    }

    private mutating func take(_ read: ReadParticipant) {
        guard plan.hasObjective, let line = read.lines.first else { return }
        let source = reading.source(line)
        plan.updateObjective(addingParticipant: read.name) { person in
            person.grade = read.grade
            person.sources["name"] = source
            if !read.grade.isEmpty { person.sources["grade"] = source }
            guard !read.share.isEmpty else { return }
            person.share = ReportedValue(reading: read.share)
            person.sources["share"] = source
        }
        for line in read.lines { reading.ledger.bind(line.number, to: "participant.name") }
    }

    private mutating func take(_ read: ReadPhase) {
        guard plan.hasObjective, let line = read.lines.first else { return }
        let source = reading.source(line)
        plan.updateObjective(addingPhase: read.title) { phase in
            phase.spans = read.timing?.spans ?? []
            phase.timing = read.timing?.words ?? ""
            phase.sources["title"] = source
            if read.timing != nil { phase.sources["timing"] = source }
        }
        for line in read.lines { reading.ledger.bind(line.number, to: "phase.title") }
        guard read.timing?.spans.isEmpty ?? true else { return }
        reading.tell(
            read.timing == nil ? .phaseTimingMissing : .valueUnreadable,
            read.timing == nil ? .info : .warning,
            line: line.number, at: .phase, path: plan.path() + [read.title], field: "timing",
            written: read.timing?.words ?? "")
    }

    /// The notation of each column of figures, over the whole document.
    static func notations(_ events: [ObjectiveEvent]) -> [FieldTerm: ColumnNotation] {
        var cells: [FieldTerm: [String]] = [:]
        for event in events {
            switch event {
            case .row(let row):
                for (term, cell) in row.cells where term.profile.content == .figure {
                    cells[term, default: []].append(cell)
                }
                cells[.target, default: []].append(contentsOf: row.targetsByYear.values.sorted())
            case .field(let term, let value, _, _) where term.profile.content == .figure:
                cells[term, default: []].append(value)
            default: continue
            }
        }
        // `3.1` is a code.
        cells[.number] = nil
        return cells.mapValues { ColumnNotation($0) }
    }

    /// Shows how a column was read where some of its cells could mean two figures, or where it is not Italian.
    private mutating func tellNotations(_ events: [ObjectiveEvent]) {
        for term in FieldTerm.allCases {
            guard let notation = notations[term], notation.style == .point || !notation.ambiguous.isEmpty
            else { continue }
            let line = events.lazy.compactMap { event -> Int? in
                guard case .row(let row) = event, let cell = row.cells[term] else { return nil }
                return notation.ambiguous.contains(cell) || notation.style == .point ? row.line.number : nil
            }.first
            reading.tell(
                .columnNotation, notation.evidence == nil ? .warning : .info, line: line ?? 1,
                written: notation.ambiguous.first ?? notation.evidence ?? "",
                expected: notation.style.rawValue,
                evidence: ["column": term.rawValue, "because": notation.evidence ?? ""])
        }
    }
}

// MARK: - Rows

extension ObjectiveAssembly {
    private mutating func take(_ raw: ObjectiveRow) {
        var row = raw
        row.cells = withoutDitto(raw.cells)
        if row.cells[.number] == nil, row.cells[.key] == nil,
            let numbered = row.cells[.objective].flatMap({ NumberedTitle($0) })
        {
            (row.cells[.number], row.cells[.objective]) = (numbered.number, numbered.title)
        }
        previous.merge(row.cells) { $1 }
        for line in row.lines { reading.ledger.bind(line.number, to: "indicator") }
        enterLine(of: row)
        carry(row)
        placeObjective(row)
        guard plan.hasObjective else { return }
        extendObjective(row)
        if row.isTextOnly, continuesIndicator(row) {
            extendIndicator(row)
        } else if row.cells[.indicator] != nil || !row.isTextOnly {
            addIndicator(row)
            isAfterTable = true
        }
    }

    /// `idem` stands for the cell above it.
    private func withoutDitto(_ cells: [FieldTerm: String]) -> [FieldTerm: String] {
        var result = cells
        for (term, cell) in cells
        where ["idem", "id", "idem c s", "c s", "come sopra"].contains(MatchKey(cell).text) {
            result[term] = previous[term] ?? cell
        }
        return result
    }

    private mutating func enterLine(of row: ObjectiveRow) {
        guard let title = row.cells[.line] else { return }
        let parts = StrategicTitle(title, rest: title)
        guard parts.title.comparisonKey != plan.line?.title.comparisonKey else { return }
        plan.enterLine(parts.title, code: parts.code, source: reading.source(row.line))
    }

    private mutating func carry(_ row: ObjectiveRow) {
        let source = reading.source(row.line)
        if let text = row.cells[.head] {
            // A new head in a new row does not answer for the sector of the one before.
            if text.comparisonKey != head.text.comparisonKey, row.cells[.sector] == nil, !isSectorOfSection {
                sector = Carried()
            }
            head = Carried(text: text, source: source)
        }
        if let text = row.cells[.sector] { sector = Carried(text: text, source: source) }
    }

    private mutating func placeObjective(_ row: ObjectiveRow) {
        if let title = row.cells[.objective] {
            let isSame = title.comparisonKey == plan.objective?.title.comparisonKey
            if isSame,
                row.cells[.head] == nil
                    || row.cells[.head]?.comparisonKey == plan.objective?.head.comparisonKey
            {
                return
            }
            startObjective(title, row)
        } else if !plan.hasObjective || isInUntitledCard, row.cells[.indicator] != nil || !row.isTextOnly {
            // The document begins in the middle of an objective whose title is on a page that is not there, or the
            // title of a card was not found: its indicators are not those of the card before.
            startObjective("", row)
            reading.tell(.headingAssumed, .warning, line: row.line.number, at: .objective, path: plan.path())
        }
    }

    /// True where fields of another objective than the open one were met, and no title.
    private var isInUntitledCard: Bool {
        guard plan.objective?.indicators.isEmpty == false else { return false }
        let own = Set(early.map(\.term)).intersection([.head, .sector, .objectiveWeight, .number])
        return own.count > 1 || isInNewCard && !own.isEmpty
    }

    private mutating func startObjective(_ title: String, _ row: ObjectiveRow) {
        let source = reading.source(row.line)
        if plan.lineIndex == nil {
            plan.enterLine("", source: nil)
            reading.tell(.headingAssumed, .warning, line: row.line.number, at: .line, path: [""])
        }
        plan.startObjective(title, source: source)
        isInNewCard = false
        let (head, sector) = (head, sector)
        plan.updateObjective { objective in
            objective.head = head.text
            objective.sector = sector.text
            objective.sources["head"] = head.source
            objective.sources["sector"] = sector.source
        }
        takeEarly()
        setStrategicObjective(row, source)
        if let code = row.cells[.number] { plan.updateObjective { $0.code = code } }
        if let weight = row.cells[.objectiveWeight] { setWeight(weight, source) }
        for term in [FieldTerm.tags, .dupReferences] {
            if let text = row.cells[term] { setMarks(term, text, source) }
        }
        if isAfterCut, row.cells[.head] == nil, row.cells[.sector] == nil, !head.text.isEmpty {
            reading.tell(
                .headingAssumed, .warning, line: row.line.number, at: .objective, path: plan.path(),
                field: "head", expected: head.text)
        }
    }

    /// The weight of the current objective; a text that is no figure is told.
    private mutating func setWeight(_ text: String, _ source: Source) {
        let figure = WeightText.figure(text)
        let value = notations[.objectiveWeight]?.value(figure) ?? ReportedValue(reading: figure)
        guard let number = value.number else {
            guard !value.isMissing else { return }
            reading.tell(
                .valueUnreadable, .warning, line: source.line, at: .objective, path: plan.path(),
                field: "weight", written: text)
            return
        }
        plan.updateObjective { objective in
            objective.weight = number
            objective.sources["weight"] = source
        }
    }

    /// Marks of the current objective, or its references to the DUP.
    private mutating func setMarks(_ term: FieldTerm, _ text: String, _ source: Source) {
        plan.updateObjective { objective in
            if term == .tags {
                objective.tags = PlanTags.listed(text)
                objective.sources["tags"] = source
            } else {
                objective.dupReferences = DupReference.find(in: text)
                objective.sources["dupReferences"] = source
            }
        }
    }

    private mutating func setStrategicObjective(_ row: ObjectiveRow, _ source: Source) {
        guard let text = row.cells[.strategicObjective] else { return }
        let id = plan.strategicObjective(text, source: source)
        plan.updateObjective { $0.strategicObjectiveID = id }
    }

    /// The definition, and a definition that a page cut: its rest stands in the first row after the header.
    private mutating func extendObjective(_ row: ObjectiveRow) {
        let source = reading.source(row.line)
        if let text = row.cells[.due] {
            plan.updateObjective { objective in
                objective.due = ReportedValue(reading: text, as: .date)
                objective.sources["due"] = source
            }
        }
        guard let text = row.cells[.definition] else { return }
        let known = plan.objective?.definition ?? ""
        guard !known.isEmpty else {
            plan.updateObjective { objective in
                objective.definition = text
                objective.sources["definition"] = source
            }
            return
        }
        guard known.comparisonKey != text.comparisonKey else { return }
        plan.updateObjective { objective in
            objective.definition = TextJoin.join(known, text)
            objective.sources["definition.continued"] = source
        }
        reading.tell(
            .textJoined, .info, line: row.line.number, at: .objective, path: plan.path(),
            field: "definition", written: text)
    }

    /// Words without figures go on with the indicator above: no new name, or a name whose sentence was cut.
    private func continuesIndicator(_ row: ObjectiveRow) -> Bool {
        guard row.cells[.objective] == nil, let last = plan.objective?.indicators.last else { return false }
        guard let name = row.cells[.indicator] else {
            return [.formula, .purpose, .note].contains { row.cells[$0] != nil }
        }
        return isAfterCut && TextJoin.isCut(last.name, before: name)
    }

    private mutating func extendIndicator(_ row: ObjectiveRow) {
        plan.updateIndicator { indicator in
            if let text = row.cells[.indicator] { indicator.name = TextJoin.join(indicator.name, text) }
            if let text = row.cells[.formula] { indicator.formula = TextJoin.join(indicator.formula, text) }
            if let text = row.cells[.purpose] { indicator.purpose = TextJoin.join(indicator.purpose, text) }
            if let text = row.cells[.note] { indicator.note = TextJoin.join(indicator.note, text) }
        }
        reading.tell(
            .textJoined, .info, line: row.line.number, at: .indicator, path: plan.path(indicator: true),
            written: row.cells.values.sorted().first ?? "")
    }

    private mutating func addIndicator(_ row: ObjectiveRow) {
        let source = reading.source(row.line)
        let name = row.cells[.indicator] ?? row.cells[.formula] ?? ""
        plan.startIndicator(name, identity: reading.keys.identity(row.cells[.key]), source: source)
        if row.cells[.indicator] == nil {
            reading.tell(
                .headingAssumed, .warning, line: row.line.number, at: .indicator,
                path: plan.path(indicator: true), field: "name", expected: name)
        }
        let filler = IndicatorFiller(row: row, notations: notations, year: plan.plan.year, source: source)
        plan.updateIndicator { filler.fill(&$0) }
        let path = plan.path(indicator: true)
        for note in filler.notes(plan.objective?.indicators.last) {
            reading.tell(
                note.code, note.severity, line: row.line.number, at: .indicator, path: path,
                field: note.field, written: note.written, expected: note.expected)
        }
    }
}

// MARK: - Cards

extension ObjectiveAssembly {
    private mutating func takeField(
        _ term: FieldTerm, _ value: String, _ lines: [SourceLine], year: Int?
    ) {
        for line in lines { reading.ledger.bind(line.number, to: term.rawValue) }
        var row = ObjectiveRow(lines: lines, cells: [term: value])
        switch term {
        case .line: enterLine(of: row)
        case .head, .sector, .strategicObjective, .number, .objectiveWeight, .resources, .tags,
            .dupReferences:
            takeObjectiveField(term, value, row)
        case .objective: startObjective(value, row)
        case .note where plan.objective?.indicators.isEmpty == true:
            takeObjectiveField(term, value, row)
        case .note where isAfterTable:
            let source = reading.source(row.line)
            plan.updateObjective { objective in
                objective.note = TextJoin.join(objective.note, value)
                objective.sources["note"] = source
            }
        case .target where year.map { $0 > plan.plan.year } ?? false:
            takeLaterTarget(value, year ?? 0, row)
        case .definition where plan.objective?.indicators.isEmpty ?? true, .due:
            plan.hasObjective ? extendObjective(row) : early.append((term, value, reading.source(lines[0])))
        case .indicator:
            row.cells[.indicator] = value
            placeObjective(row)
            addIndicator(row)
            isAfterTable = false
        default: fillIndicator(row)
        }
    }

    /// A field of an objective: of the one that is open, unless that has it already, has indicators or is of another card.
    private mutating func takeObjectiveField(_ term: FieldTerm, _ value: String, _ row: ObjectiveRow) {
        if term == .sector {
            isSectorOfSection = true
            // `Settore | Patrimonio | Servizio | Inventario`: the first one holds the other.
            if let last = early.last(where: { $0.term == .sector }), last.source.line == row.line.number {
                return
            }
        }
        early.append((term, value, reading.source(row.line)))
        carry(row)
        guard !isInNewCard, let objective = plan.objective, objective.indicators.isEmpty,
            !Self.isFilled(term, of: objective)
        else { return }
        takeEarly()
    }

    private static func isFilled(_ term: FieldTerm, of objective: Objective) -> Bool {
        switch term {
        case .head: hasOwn("head", objective)
        case .sector: hasOwn("sector", objective)
        case .objectiveWeight: objective.weight != nil
        case .number: !objective.code.isEmpty
        case .strategicObjective: objective.strategicObjectiveID != nil
        case .tags: !objective.tags.isEmpty
        case .dupReferences: !objective.dupReferences.isEmpty
        default: false
        }
    }

    /// True where the objective's own card gave the field, and not what was carried from above its title.
    private static func hasOwn(_ field: String, _ objective: Objective) -> Bool {
        guard let source = objective.sources.byField[field] else { return false }
        return source.line >= objective.sources.byField["title"]?.line ?? 0
    }

    private mutating func takeLaterTarget(_ value: String, _ year: Int, _ row: ObjectiveRow) {
        guard plan.objective?.indicators.last != nil else {
            for line in row.lines { reading.ledger.release(line.number) }
            return
        }
        let source = reading.source(row.line)
        plan.updateIndicator { indicator in
            indicator.laterTargets[year] = ReportedValue(reading: value)
            indicator.sources["laterTargets.\(year)"] = source
        }
    }

    /// A field of the last indicator. One that the indicator already has says nothing about it: the line stays unread,
    /// unless it is a note, which goes on.
    private mutating func fillIndicator(_ row: ObjectiveRow) {
        guard let indicator = plan.objective?.indicators.last, let term = row.cells.keys.first,
            term == .note || !IndicatorFiller.isFilled(term, of: indicator), !isOfObjective(term)
        else {
            for line in row.lines { reading.ledger.release(line.number) }
            return
        }
        var row = row
        if term == .note, let text = row.cells[.note] {
            row.cells[.note] = TextJoin.join(indicator.note, text)
        }
        let filler = IndicatorFiller(
            row: row, notations: notations, year: plan.plan.year, source: reading.source(row.line))
        plan.updateIndicator { filler.fill(&$0) }
    }

    /// What was reached in per cent, below several indicators of which those above have none: it is the objective's.
    private func isOfObjective(_ term: FieldTerm) -> Bool {
        guard term == .achievement, let above = plan.objective?.indicators.dropLast() else { return false }
        return above.contains { $0.printed.achievement == nil && !$0.actual.isMissing }
    }

    /// Gives the objective what its card told before its title.
    private mutating func takeEarly() {
        for field in early {
            switch field.term {
            case .head:
                plan.updateObjective { objective in
                    objective.head = field.value
                    objective.sources["head"] = field.source
                }
            case .sector:
                plan.updateObjective { objective in
                    objective.sector = field.value
                    objective.sources["sector"] = field.source
                }
            case .number: plan.updateObjective { $0.code = field.value }
            case .objectiveWeight: setWeight(field.value, field.source)
            case .resources: plan.updateObjective { $0.resources = field.value }
            case .tags, .dupReferences: setMarks(field.term, field.value, field.source)
            case .note: plan.updateObjective { $0.note = TextJoin.join($0.note, field.value) }
            case .definition:
                plan.updateObjective { objective in
                    objective.definition = [objective.definition, field.value].filter { !$0.isEmpty }
                        .joined(separator: "\n")
                }
            case .strategicObjective:
                let id = plan.strategicObjective(field.value, source: field.source)
                plan.updateObjective { $0.strategicObjectiveID = id }
            default: continue
            }
        }
        early = []
    }
}
