import Model
import Reading

extension ObjectiveAssembly {
    /// Takes a label of a card with its value.
    mutating func takeField(
        _ term: FieldTerm, _ value: String, _ lines: [SourceLine], year: Int?
    ) {
        for line in lines { reading.ledger.bind(line.number, to: term.rawValue) }
        var row = ObjectiveRow(lines: lines, cells: [term: value])
        switch term {
        case .line: enterLine(of: row)
        case .head, .sector, .strategicObjective, .number, .objectiveWeight, .resources, .tags,
            .dupReferences, .otherSectors:
            takeObjectiveField(term, value, row)
        case .objective where isOpenAgain(value): (isInNewCard, early) = (false, [])
        case .objective:
            isOfRow = false
            // A head or an office in a column above is of its table.
            row.columns = []
            startObjective(value, row)
        case .criticalFactors, .sustainableGoals: takeText(term, value, reading.source(row.line))
        case .delegate: setDelegates(value, row.line)
        case .note where plan.objective?.indicators.isEmpty == true:
            takeObjectiveField(term, value, row)
        case .note where isAfterTable:
            let note = TextJoin.join(plan.objective?.note ?? "", value)
            plan.set(\.note, "note", note, reading.source(row.line))
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

    /// True for the title of the objective that is open, over another card of the same person and office: the card of its
    /// next indicator.
    private func isOpenAgain(_ title: String) -> Bool {
        guard let objective = plan.objective, !objective.indicators.isEmpty,
            title.comparisonKey == objective.title.comparisonKey
        else { return false }
        return early.allSatisfy { field in
            switch field.term {
            case .head: field.value == objective.head
            case .sector: field.value == objective.sector
            case .number: field.value == objective.code
            default: false
            }
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
            if isWithinSector(row) {
                for line in row.lines { reading.ledger.release(line.number) }
                return
            }
        }
        early.append((term, value, reading.source(row.line)))
        carry(row)
        guard !isInNewCard, let objective = plan.objective, objective.indicators.isEmpty,
            !Self.isFilled(term, of: objective), !isOfRow || !Self.isCarried(term, by: objective),
            !isOfRow || !early.contains(where: { Self.isFilled($0.term, of: objective) })
        else { return }
        takeEarly()
    }

    /// True for `Servizio Verde` below `Settore Tecnico`: a part of the sector that holds.
    private func isWithinSector(_ row: ObjectiveRow) -> Bool {
        guard let above = sector.source?.text, ["servizio", "ufficio"].contains(Self.unit(row.line.text))
        else {
            return false
        }
        return ["settore", "area", "direzione", "ripartizione", "dipartimento"].contains(Self.unit(above))
    }

    private static func unit(_ text: String) -> Substring { MatchKey(text).words.first ?? "" }

    /// A field that stands below the indicators of the objective that is open; one that it has already stays unread.
    mutating func takeBelow(_ term: FieldTerm, _ value: String, _ lines: [SourceLine]) {
        guard let objective = plan.objective, let line = lines.first, !Self.isFilled(term, of: objective)
        else {
            return
        }
        let held = early
        early = [(term, value, reading.source(line))]
        takeEarly()
        early = held
        for line in lines { reading.ledger.bind(line.number, to: term.rawValue) }
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
        case .otherSectors: !objective.otherSectors.isEmpty
        default: false
        }
    }

    /// True for an office or a head that stood over the table of the objective: another one below it is of what follows.
    private static func isCarried(_ term: FieldTerm, by objective: Objective) -> Bool {
        term == .head && !objective.head.isEmpty || term == .sector && !objective.sector.isEmpty
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
            term == .note || !IndicatorFiller.isFilled(term, of: indicator), !isOfObjective(term),
            !isInNextHead
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

    /// True behind the number or the weight of the next objective, whose title is still to come: what stands there says
    /// nothing of the indicators above.
    private var isInNextHead: Bool { early.contains { [.number, .objectiveWeight].contains($0.term) } }

    /// What was reached in per cent, below several indicators of which those above have none: it is the objective's.
    private func isOfObjective(_ term: FieldTerm) -> Bool {
        guard term == .achievement, let above = plan.objective?.indicators.dropLast() else { return false }
        return above.contains { $0.printed.achievement == nil && !$0.actual.isMissing }
    }

    /// Who was named on the line of the office that held before does not answer for another one.
    private mutating func leaveHead(ofOfficeBefore office: String) {
        guard let objective = plan.objective, objective.sector.comparisonKey != office.comparisonKey,
            let line = objective.sources.byField["head"]?.line,
            line == objective.sources.byField["sector"]?.line
        else { return }
        plan.updateObjective { objective in
            (objective.head, objective.sources["head"]) = ("", nil)
        }
    }

    /// Gives the objective what its card told before its title.
    mutating func takeEarly() {
        for field in early {
            switch field.term {
            case .head: plan.set(\.head, "head", field.value, field.source)
            case .sector:
                leaveHead(ofOfficeBefore: field.value)
                plan.set(\.sector, "sector", field.value, field.source)
            case .number: plan.updateObjective { $0.code = field.value }
            case .objectiveWeight: setWeight(field.value, field.source)
            case .resources: plan.updateObjective { $0.resources = field.value }
            case .criticalFactors, .sustainableGoals: setText(field.term, field.value, field.source)
            case .tags, .dupReferences, .otherSectors: setMarks(field.term, field.value, field.source)
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
