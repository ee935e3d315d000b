import Model
import Reading

extension ObjectiveGrammar {
    /// Takes a table of objectives or of the open objective's indicators, its phases or its people.
    ///
    /// - Parameter above: what stands right above it.
    mutating func take(_ raw: TableDraft, below above: Piece? = nil) {
        if objective != .card || isSectionObjective, !layouts.contains(where: { $0.fits(raw.heads) }),
            let outline = OutlineTable(raw)
        {
            return take(outline)
        }
        openSection(over: raw)
        let table = sharedHeads.completed(
            TableResolver.resolved(
                raw, isInCard: objective == .card || isBelowSole, layouts: layouts, year: knownYear
            )
            .withBaseline(before: year))
        arePhases = false
        placeNamed(table, below: above)
        defer { isBelowSole = Self.isOfSole(table) }
        guard belongs(table), !isOfAnotherYear(table), !isOfAnythingElse(raw),
            !raw.isOfOtherThings
        else {
            let found = objective == .card ? events(of: table) : nil
            guard let found else { return others.append(table) }
            tables.append(table)
            reading.bindHeads(of: table)
            events += found
            return
        }
        isInLine = false
        tables.append(table)
        reading.bindHeads(of: table)
        let phases = PhaseTable(table, besideOthers: true)
        let ofPhases: Set<FieldTerm> = phases == nil ? [] : [.phase, .phaseStart, .phaseEnd]
        reading.tellUnknown(table, named: FieldTerm.ofObjectives.union(ofPhases))
        tellPastTargets(of: table)
        var rows = TableRows(
            table, year: year, contents: contents[table.filledHeads] ?? TableContents([table]))
        for row in rows.read() { take(row, of: table, phases) }
        if table.has(.objective) { objective = .table }
        if table.has(.indicator) { hasIndicator = true }
    }

    /// Indicators that a person named, without a column for their objective, are of the text right above them; where there
    /// is none it is told how they get one.
    private mutating func placeNamed(_ table: TableDraft, below above: Piece?) {
        guard isNamed(table), table.has(.indicator), !table.has(.objective), !belongs(table),
            let line = table.headRows.first?.number ?? table.rows.first?.number
        else { return }
        if case .text(let row)? = above { return open(row.text, [row]) }
        reading.tell(
            .columnUnknown, .warning, line: line, written: table.filledHeads.joined(separator: " | "),
            evidence: ["objective": "missing"])
    }

    /// True where a person named columns of a table.
    private func isNamed(_ table: TableDraft) -> Bool {
        table.guesses.contains { $0?.reason == .layout }
    }

    /// A table of targets of years before the plan's only, where others have those of the plan: last year's, kept beside it.
    private func isOfAnotherYear(_ table: TableDraft) -> Bool {
        let years = table.columns(.target).compactMap { table.guesses[$0]?.year }
        return hasOwnTargets && years.count == table.columns(.target).count
            && (years.max().map { $0 < year } ?? false)
    }

    /// `Titolo | Accertato`: a table of anything, in a document that says of others that they are of objectives.
    private func isOfAnythingElse(_ table: TableDraft) -> Bool {
        namesObjectivesSurely && !table.has(.indicator) && table.has(.objective)
            && table.columns(.objective).allSatisfy { LabelReader.isOfAnything(table.heads[$0]) }
    }

    /// Targets of years before the plan's reach no field.
    private mutating func tellPastTargets(of table: TableDraft) {
        let years = table.columns(.target).compactMap { table.guesses[$0]?.year }
        guard let line = table.headRows.first?.number, years.contains(where: { $0 >= year }) else { return }
        for index in table.columns(.target) {
            guard let own = table.guesses[index]?.year, own < year else { continue }
            reading.tell(.columnUnknown, .info, line: line, written: table.heads[index])
        }
    }

    private var knownYear: Int? { year > 0 ? year : nil }

    private mutating func take(_ read: TableRows.Read, of table: TableDraft, _ phases: PhaseTable?) {
        var row = read.row
        row.lines = lines(read.rows)
        row.columns = table.has(.head) || table.has(.sector) ? [.head, .sector] : []
        // Indicators of offices, where nothing names objectives: each office's are under it.
        if isOfOffices(table), let office = row.cells[.sector] {
            row.cells[.objective] = office
        }
        carryStrategicObjective(to: &row, of: table)
        if isOfCodes(table) {
            (row.objectiveCode, row.cells[.number]) = (row.cells[.number], nil)
        } else if table.has(.objective), let code = row.cells[.number] {
            codes.insert(code)
        }
        let found = read.rows.flatMap { phases?.phases($0, year: year, lines: lines([$0])) ?? [] }
        // Beside a phase the time is the phase's.
        if !found.isEmpty { row.cells[.due] = nil }
        guard !row.lines.isEmpty else { return }
        if !row.cells.isEmpty || !row.targetsByYear.isEmpty {
            if read.isAfterCut { events.append(.pageCut) }
            for repair in read.repairs { reading.tell(repair, table) }
            events.append(.row(row))
        }
        events += found.map { .phase($0) }
    }

    /// The title over a table of indicators that nothing names an objective for is the objective.
    private mutating func openSection(over raw: TableDraft) {
        guard let title = sectionTitle, headings.titles.isEmpty, objective != .card || isSectionObjective
        else {
            return
        }
        let table = TableResolver.resolved(raw, isInCard: true, layouts: layouts, year: knownYear)
        guard table.has(.indicator), table.has(.target) || table.has(.actual), !describesObjectives(raw)
        else { return }
        if let code = ItemCode(leading: title.text), Self.chapterNumbers(title.text) != nil {
            open(code.rest(of: title.text), [title.row])
            events.append(.field(.number, code.text, at: lines([title.row])))
        } else {
            open(title.text, [title.row])
        }
        sectionTitle = nil
    }

    /// `N. | Descrizione | Indicatore`: numbered rows each with a text of its own, which is the title of their objective.
    private func describesObjectives(_ raw: TableDraft) -> Bool {
        let table = TableResolver.resolved(raw, isInCard: false, layouts: layouts, year: knownYear)
        guard let title = table.columns(.objective).first, table.has(.number) else { return false }
        let texts = table.column(title).filter { !$0.isEmpty }
        return texts.count > 1 && Set(texts).count == texts.count
    }

    /// A blank cell below a strategic objective means the same one; without a column the heading above the table does.
    private mutating func carryStrategicObjective(to row: inout ObjectiveRow, of table: TableDraft) {
        guard row.cells[.objective] != nil, row.cells[.key] == nil else { return }
        guard table.has(.strategicObjective) else {
            row.cells[.strategicObjective] = strategicSection?.text
            return
        }
        if let own = row.cells[.strategicObjective] {
            strategicCell = (own, table.heads)
        } else if let above = strategicCell, above.heads == table.heads {
            row.cells[.strategicObjective] = above.text
        }
    }

    /// Each objective of an outline begins like a card.
    private mutating func take(_ outline: OutlineTable) {
        sectionTitle = nil
        for part in outline.parts {
            open(part.title.cell(outline.name), [part.title])
            if let number = outline.number(of: part) {
                events.append(.field(.number, number, at: lines([part.title])))
            }
            if let weight = outline.weight(of: part) {
                events.append(.field(.objectiveWeight, weight, at: lines([part.title])))
            }
            take(part.table)
        }
    }

    /// The phases or the people of a card's table; nil for any other.
    private func events(of table: TableDraft) -> [ObjectiveEvent]? {
        if let phases = PhaseTable(table) {
            return table.rows.compactMap { row in
                phases.phase(row, year: year, lines: lines([row])).map { .phase($0) }
            }
        }
        return ParticipantTable(table).map { people in
            table.rows.compactMap { row in
                people.person(row, lines: lines([row])).map { .participant($0) }
            }
        }
    }

    /// Takes the names of those who take part; false where the text names anything else, as offices or how many they are.
    mutating func takePeople(_ text: String, _ lines: [SourceLine]) -> Bool {
        guard let people = ParticipantReader.people(in: text),
            !people.contains(where: { LabelReader.guessByFirstWord($0.name) != nil })
        else { return false }
        events += people.map { .participant(ReadParticipant(name: $0.name, grade: $0.grade, lines: lines)) }
        return true
    }

    /// Takes a line as a phase, whose time may stand on the line below; false where it is none.
    mutating func takePhase(_ row: DocumentRow, before next: Piece?) -> Bool {
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
            // A day over a day: the columns of a table are lost.
            guard !lines.isEmpty, row.text.contains(where: \.isLetter) else { return false }
            events.append(.phase(ReadPhase(title: row.text, timing: nil, lines: lines)))
            return true
        }
        return takePhase(row.text, [row])
    }

    /// Takes a line as a phase; false where it is none.
    mutating func takePhase(_ text: String, _ rows: [DocumentRow], isItem: Bool = false) -> Bool {
        guard let phase = PhaseItem.phase(text, lines: lines(rows), year: year, isItem: isItem),
            !phase.lines.isEmpty
        else {
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

    /// True for what objectives told above reached, once more by their titles: `Riepilogo` behind the cards.
    private func isSummary(_ table: TableDraft) -> Bool {
        guard let column = table.columns(.objective).first, table.has(.achievement),
            ![.indicator, .target, .actual].contains(where: { table.has($0) })
        else { return false }
        let known = Set(
            events.compactMap { event in
                if case .field(.objective, let title, _, _) = event { MatchKey(title).text } else { nil }
            })
        let titles = table.column(column).filter { !$0.isEmpty }.map { MatchKey($0).text }
        return titles.count > 1 && titles.count { known.contains($0) } * 10 >= titles.count * 8
    }

    /// True for a table of objectives or of the open objective's indicators.
    /// Indicators beside the offices whose they are, in a document that names no objectives.
    private func isOfOffices(_ table: TableDraft) -> Bool {
        !namesObjectives && objective == .none && !table.has(.objective) && table.has(.sector)
            && table.has(.target)
    }

    /// `Denominazione | Quota | Risultato`: things by their names, of which nothing says that they are to be reached.
    private func isOfAnyNames(_ table: TableDraft) -> Bool {
        table.columns(.objective).allSatisfy { LabelReader.isOfAnything(table.heads[$0]) }
            && ![.indicator, .target, .weight, .objectiveWeight, .achievement, .number].contains(
                where: table.has)
            && !(table.has(.head) && table.has(.definition))
    }

    private func belongs(_ table: TableDraft) -> Bool {
        if table.isOfMoney { return false }
        let hasValue = [.target, .actual, .weight, .objectiveWeight, .achievement].contains { table.has($0) }
        if table.has(.objective) {
            // What a person named is taken, however little it is.
            if isNamed(table) { return true }
            if hasValues, isListAgain(table) || isSummary(table) { return false }
            if isOfAnyNames(table) { return false }
            return hasValue || table.has(.indicator) || table.has(.head)
                || table.has(.number) && table.has(.definition) || isOfPhases(table)
        }
        guard table.has(.indicator), hasValue else { return false }
        return objective == .card || isBelowSole || isOfOffices(table) || isOfCodes(table)
    }

    /// `Obiettivo | Attività | Scadenza`: objectives with their phases, and when each is, in a document that tells nothing
    /// more of them.
    private func isOfPhases(_ table: TableDraft) -> Bool {
        !hasValues && objective != .card
            && table.columns(.objective).contains { !LabelReader.isOfAnything(table.heads[$0]) }
            && PhaseTable(table, besideOthers: true) != nil
    }

    /// A table of one objective and nothing that is measured: the indicators in the table right below are its own.
    private static func isOfSole(_ table: TableDraft) -> Bool {
        guard let title = table.columns(.objective).first, !table.has(.indicator) else { return false }
        return table.rows.count { !$0.cell(title).isEmpty } == 1
    }

    /// Indicators beside the codes of objectives that tables above have named: `Cod. ob. | Indicatore | Target`.
    private func isOfCodes(_ table: TableDraft) -> Bool {
        guard !codes.isEmpty, !table.has(.objective), table.has(.indicator),
            let column = table.columns(.number).first,
            MatchKey(table.heads[column]).words.contains(where: { $0 == "ob" || $0.hasPrefix("obiettiv") })
        else { return false }
        let written = table.column(column).filter { !$0.isEmpty }
        return !written.isEmpty && codes.isSuperset(of: written)
    }
}

extension TableDraft {
    /// The table with what was reached the year before the document's as where its targets start from.
    fileprivate func withBaseline(before year: Int) -> TableDraft {
        let actuals = columns(.actual)
        guard year > 0, let last = actuals.first, actuals.count == 1, guesses[last]?.year == year - 1,
            has(.target),
            !has(.baseline), !columns(.target).contains(where: { guesses[$0]?.year == year - 1 }),
            guesses[last]?.reason != .layout
        else { return self }
        var table = self
        table.guesses[last]?.term = .baseline
        return table
    }
}
