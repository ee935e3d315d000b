import Model
import Reading

extension ObjectiveAssembly {
    /// Takes a row of a table: its line, head, sector and objective first, then its indicator.
    mutating func take(_ raw: ObjectiveRow) {
        var row = raw
        row.cells = withoutDitto(raw.cells)
        if let title = row.cells[.objective], title.first == "(" || title.lowercased().hasPrefix("segue:") {
            row.cells[.objective] = Self.withoutContinued(title)
        }
        if row.cells[.number] == nil, row.cells[.key] == nil,
            let numbered = row.cells[.objective].flatMap({ NumberedTitle($0) })
        {
            (row.cells[.number], row.cells[.objective]) = (numbered.number, numbered.title)
        }
        previous.merge(row.cells) { $1 }
        // It says again what cards have told: it stays unread.
        guard !isSummary(row) else { return }
        for line in row.lines { reading.ledger.bind(line.number, to: "indicator") }
        enterLine(of: row)
        carry(row)
        if row.cells[.objective] != nil { isOfRow = true }
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

    /// True for a row of a summary: it names an objective that was read with its indicators by its code and title, and
    /// has nothing that is measured.
    private func isSummary(_ row: ObjectiveRow) -> Bool {
        guard row.cells[.target] == nil, row.cells[.actual] == nil, row.targetsByYear.isEmpty,
            let title = row.cells[.objective], let code = row.cells[.number],
            row.cells[.indicator].map({ $0.comparisonKey == title.comparisonKey }) ?? true
        else { return false }
        return told.contains([code, title])
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

    /// Enters the line that a row names.
    mutating func enterLine(of row: ObjectiveRow) {
        guard let title = row.cells[.line] else { return }
        let parts = StrategicTitle(title, rest: title)
        guard parts.title.comparisonKey != plan.line?.title.comparisonKey else { return }
        plan.enterLine(parts.title, code: parts.code, source: reading.source(row.line))
    }

    /// Carries the head and the sector of a row down.
    mutating func carry(_ row: ObjectiveRow) {
        let source = reading.source(row.line)
        if let text = row.cells[.head] {
            // A new head in a new row does not answer for the sector of the one before.
            if text.comparisonKey != head.text.comparisonKey, row.cells[.sector] == nil, !isSectorOfSection {
                sector = Carried()
            }
            head = Carried(text: text, source: source, isOfColumn: row.columns != nil)
        }
        if let text = row.cells[.sector] {
            // Who was named on the line of another office answers for that one.
            if row.cells[.head] == nil, let line = head.source?.line, line == sector.source?.line,
                text.comparisonKey != sector.text.comparisonKey
            {
                head = Carried()
            }
            sector = Carried(
                text: Self.withoutContinued(text), source: source, isOfColumn: row.columns != nil)
        }
    }

    /// `Segue: Personale` on the next page is the same office.
    private static func withoutContinued(_ text: String) -> String {
        guard let first = MatchKey(text).words.first, first == "segue",
            let end = text.firstIndex(where: { ": ".contains($0) })
        else { return text }
        return String(text[end...].drop { ": -–".contains($0) })
    }

    /// Begins the objective that a row is of, where it is another one.
    mutating func placeObjective(_ row: ObjectiveRow) {
        if let code = row.objectiveCode {
            if code != plan.objective?.code { plan.reopenObjective(coded: code) }
            return
        }
        if let title = row.cells[.objective] {
            let isSame =
                title.comparisonKey == plan.objective?.title.comparisonKey && !isOfOtherOffice
                && !hasOtherCode(row)
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

    /// True where the row has a code of several parts, and the open objective another one: `1.2` after `1.1`. Whole
    /// numbers may count the rows.
    private func hasOtherCode(_ row: ObjectiveRow) -> Bool {
        guard let code = row.cells[.number], let own = plan.objective?.code, !own.isEmpty else {
            return false
        }
        return code != own && code.contains(".") && own.contains(".") && row.cells[.indicator] != nil
    }

    /// True where a row named the open objective, and another office stands over the rows that come.
    private var isOfOtherOffice: Bool {
        guard isSectorOfSection, let own = plan.objective?.sector, !sector.text.isEmpty else { return false }
        return own.comparisonKey != sector.text.comparisonKey
    }

    /// True where fields of another objective than the open one were met, and no title.
    private var isInUntitledCard: Bool {
        guard plan.objective?.indicators.isEmpty == false else { return false }
        let own = Set(early.map(\.term)).intersection([.head, .sector, .objectiveWeight, .number])
        return own.count > 1 || isInNewCard && !own.isEmpty
    }

    /// Begins an objective, with what was carried and what its card told before its title.
    mutating func startObjective(_ title: String, _ row: ObjectiveRow) {
        let source = reading.source(row.line)
        if plan.lineIndex == nil {
            plan.enterLine("", source: nil)
            reading.tell(.headingAssumed, .warning, line: row.line.number, at: .line, path: [""])
        }
        plan.startObjective(title, source: source)
        isInNewCard = false
        let (head, sector) = (head.held(.head, by: row), sector.held(.sector, by: row))
        plan.set(\.head, "head", head.text, head.source)
        plan.set(\.sector, "sector", sector.text, sector.source)
        takeEarly()
        setStrategicObjective(row, source)
        if let code = row.cells[.number] { plan.updateObjective { $0.code = code } }
        if let weight = row.cells[.objectiveWeight] { setWeight(weight, source) }
        for term in [FieldTerm.tags, .dupReferences, .otherSectors] {
            if let text = row.cells[term] { setMarks(term, text, source) }
        }
        if isAfterCut, row.cells[.head] == nil, row.cells[.sector] == nil, !head.text.isEmpty {
            reading.tell(
                .headingAssumed, .warning, line: row.line.number, at: .objective, path: plan.path(),
                field: "head", expected: head.text)
        }
    }

    /// The weight of the current objective; a text that is no figure is told.
    mutating func setWeight(_ text: String, _ source: Source) {
        let figure = WeightText.figure(text)
        let value = notations[.objectiveWeight]?.value(figure) ?? ReportedValue(reading: figure)
        guard let number = value.number else {
            guard !value.isMissing else { return }
            reading.tell(
                .valueUnreadable, .warning, line: source.line, at: .objective, path: plan.path(),
                field: "weight", written: text)
            return
        }
        plan.set(\.weight, "weight", number, source)
    }

    /// Marks of the current objective, its references to the DUP, or the sectors that take part.
    mutating func setMarks(_ term: FieldTerm, _ text: String, _ source: Source) {
        let references = DupReference.find(inColumn: text)
        if term == .dupReferences, references.isEmpty {
            reading.tell(
                .valueUnreadable, .warning, line: source.line, at: .objective, path: plan.path(),
                field: term.rawValue, written: text)
            return
        }
        switch term {
        case .tags: plan.set(\.tags, term.rawValue, PlanTags.listed(text), source)
        case .otherSectors: plan.set(\.otherSectors, term.rawValue, Self.offices(in: text), source)
        default: plan.set(\.dupReferences, term.rawValue, references, source)
        }
    }

    /// The offices that a text names, a semicolon or a new line between them: a name may have commas in it.
    private static func offices(in text: String) -> [String] {
        text.split { $0 == ";" || $0.isNewline }.map { String($0).trimmingWhitespace() }.filter {
            $0.contains(where: \.isLetter)
        }
    }

    private mutating func setStrategicObjective(_ row: ObjectiveRow, _ source: Source) {
        guard let text = row.cells[.strategicObjective] else { return }
        let id = plan.strategicObjective(text, source: source)
        plan.updateObjective { $0.strategicObjectiveID = id }
    }

    /// The definition, and a definition that a page cut: its rest stands in the first row after the header.
    mutating func extendObjective(_ row: ObjectiveRow) {
        let source = reading.source(row.line)
        if let text = row.cells[.due] {
            plan.set(\.due, "due", ReportedValue(reading: text, as: .date), source)
        }
        guard let text = row.cells[.definition] else { return }
        let known = plan.objective?.definition ?? ""
        guard !known.isEmpty else { return plan.set(\.definition, "definition", text, source) }
        guard known.comparisonKey != text.comparisonKey else { return }
        plan.set(\.definition, "definition.continued", TextJoin.join(known, text), source)
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

    /// Adds the indicator of a row to the objective that is open.
    mutating func addIndicator(_ row: ObjectiveRow) {
        let source = reading.source(row.line)
        let name = row.cells[.indicator] ?? row.cells[.formula] ?? ""
        // A list of objectives may have the same ones for each office.
        let isMeasured = row.cells[.target] != nil || row.cells[.actual] != nil || !row.targetsByYear.isEmpty
        if isMeasured || row.cells[.objective] == nil, let code = plan.objective?.code, !code.isEmpty,
            let title = plan.objective?.title
        {
            told.insert([code, title])
        }
        let mayGoOn = mayGoOn(row)
        plan.startIndicator(name, identity: reading.keys.identity(row.cells[.key]), source: source)
        if mayGoOn {
            reading.tell(
                .textMisplaced, .warning, line: row.line.number, at: .indicator,
                path: plan.path(indicator: true), field: "name", written: name)
        }
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

    /// A name alone below an indicator with its values may be one of its own, or the rest of the name above: a person is
    /// told.
    private func mayGoOn(_ row: ObjectiveRow) -> Bool {
        guard row.cells.count == 1, row.cells[.indicator] != nil, row.targetsByYear.isEmpty,
            row.columns != nil,
            let above = plan.objective?.indicators.last
        else { return false }
        return !above.target.isMissing && !above.weight.isMissing
    }
}
