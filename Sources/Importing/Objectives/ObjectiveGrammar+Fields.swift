import Model
import Reading

/// Fields of cards.
extension ObjectiveGrammar {
    /// A title alone in its row, over rows of indicators that no column names an objective for: it is the objective.
    mutating func takeSectionTitle(_ row: DocumentRow, before next: Piece?) -> Bool {
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
    mutating func open(_ title: String, _ rows: [DocumentRow]) {
        (objective, isSectionObjective, hasIndicator, awaitsIndicator) = (.card, true, false, false)
        events.append(.card)
        let lines = lines(rows)
        events.append(.field(.objective, title, at: lines))
        if let line = lines.first {
            reading.tell(.headingAssumed, .info, line: line.number, at: .objective, written: title)
        }
    }

    /// A label that nobody knows with a text, in a card, before a target or an actual: it names the indicator of these.
    func unnamedIndicator(_ row: DocumentRow, before next: Piece?) -> LabelledValue? {
        guard objective == .card, case .field(let field)? = next, !field.value.isEmpty,
            field.guess.term == .target
                || field.guess.term == .actual && field.value.contains(where: \.isNumber),
            let pair = CardRow.unknownPair(row), LabelReader.guess(pair.label)?.term != .objectiveType
        else { return nil }
        return LabelledValue(
            guess: TermGuess(.indicator, confidence: 50, reason: .neighbours), label: pair.label,
            value: pair.value,
            rows: [row])
    }

    /// A label that says no more than that it is about a value (`Valore finale: 353`), right after a target, in a document
    /// that names nothing that was reached.
    func unnamedActual(_ row: DocumentRow, after last: Piece?) -> LabelledValue? {
        guard !hasActuals, objective == .card, case .field(let field)? = last, field.guess.term == .target,
            let pair = CardRow.pair(row), LabelReader.isValue(pair.label)
        else { return nil }
        return LabelledValue(
            guess: TermGuess(.actual, confidence: 50, reason: .neighbours), label: pair.label,
            value: pair.value,
            rows: [row])
    }

    /// Takes a field. A weight right below a table of indicators without weights is the objective's.
    mutating func take(_ found: LabelledValue, below last: Piece? = nil) {
        var field = found
        if field.guess.term == .weight, case .table(let table)? = last, table.has(.indicator),
            !table.has(.weight)
        {
            (field.guess.term, field.isBelowList) = (.objectiveWeight, objective == .card)
        }
        let lines = lines(field.rows)
        guard !lines.isEmpty else { return }
        for text in field.unknown {
            reading.tell(.columnUnknown, .info, line: lines[0].number, at: .objective, written: text)
        }
        if field.guess.reason == .person, takeTime(field, lines) { return }
        arePhases = objective == .card && field.guess.term == .phase
        if arePhases, takePhases(field) {
            // Behind one that a person named only what is named too.
            if field.guess.reason == .person { arePhases = false }
            return
        }
        if field.guess.term == .participants, objective == .card, takePeople(field.value, lines) { return }
        guard !field.value.isEmpty else { return takeEmpty(field) }
        if isInLine, field.guess.term == .achievement {
            for line in lines { reading.ledger.bind(line.number, to: "line.printedAchievement.label") }
            events.append(.lineAchievement(field.value, at: lines[lines.count - 1]))
            return
        }
        isInLine = field.guess.term == .line
        openOwnIndicator(before: field)
        guard let term = term(of: field) else {
            // On a line of its own it stays unread; beside others its line is read.
            if field.rows[0].filled.count > 2, let line = field.rows.first?.number {
                reading.tell(.columnUnknown, .info, line: line, written: field.label)
            }
            return
        }
        switch term {
        case .strategicObjective where field.isHeading:
            strategicSection = (field.value, lines)
            events.append(.field(term, field.value, at: lines))
        case .line:
            takeLine(field, lines)
        case .objective:
            (objective, isSectionObjective) = (.card, false)
            takeTitle(field, lines)
        case .indicator:
            hasIndicator = true
            awaitsIndicator = false
            events.append(.field(.indicator, field.value, at: lines))
        case _ where isBelow(field, term):
            events.append(.fieldBelow(term, field.value, at: lines))
        case .definition:
            isOpenCard = false
            events.append(.field(.definition, field.value, at: lines))
        case .criticalFactors:
            openText = .factors
            events.append(.field(term, field.value, at: lines))
        default:
            if spans.above.contains(term) { events.append(.card) }
            let own = field.guess.year ?? field.guess.yearOfPlan.map { year + $0 - 1 }
            let (value, start) = startInBrackets(field.value, term)
            for (year, value) in Self.values(of: value, term, own) {
                events.append(.field(term, value, at: lines, year: year))
            }
            if let start { events.append(.field(.baseline, start, at: lines)) }
        }
        if term == .objective { (hasIndicator, awaitsIndicator) = (false, false) }
    }

    /// What a field says of each year: `5; 2027: 7; 2028: 9` as the target of 2026 says it of three.
    private static func values(of text: String, _ term: FieldTerm, _ year: Int?) -> [(Int?, String)] {
        let first = year.map { "\($0): " } ?? ""
        guard term == .target, let values = YearlyValues.read(first + text), values.count > 1 else {
            return [(year, text)]
        }
        return values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// `70 (2025: 20)` as the target of 2026: what the year starts from stands in brackets.
    private func startInBrackets(_ text: String, _ term: FieldTerm) -> (value: String, start: String?) {
        guard term == .target, text.last == ")", let open = text.lastIndex(of: "("),
            let start = YearlyValues.inBrackets(text[open...]), start.year == year - 1,
            case let value = text[..<open].trimmedEnds, !value.isEmpty
        else { return (text, nil) }
        return (String(value), start.value)
    }

    /// Takes the phases that a cell or a line tells, each with its sign; false where it tells none.
    private mutating func takePhases(_ field: LabelledValue) -> Bool {
        guard !field.value.isEmpty else { return false }
        let cell = field.rows.lazy.flatMap(\.cellLines).first {
            $0.value.joined(separator: " ") == field.value
        }
        let items =
            cell.flatMap { NumberedItems.items(of: $0.value) ?? NumberedItems.marked($0.value) }
            ?? NumberedItems.inLine(field.value) ?? NumberedItems.parted(field.value) ?? []
        // `Fase 2 | Collaudo`
        let isCounted = field.label.contains(where: \.isNumber) || field.guess.reason == .person
        guard items.count > 1 else { return takePhase(field.value, field.rows, isItem: isCounted) }
        return items.count { takePhase($0, field.rows, isItem: true) } > 0
    }

    /// When the phase that was named last begins or ends, as a person named it; false where there is none.
    private mutating func takeTime(_ field: LabelledValue, _ lines: [SourceLine]) -> Bool {
        guard [.phaseStart, .phaseEnd, .due].contains(field.guess.term), case .phase(var phase)? = events.last
        else { return false }
        let words = [phase.timing?.words, field.value].compactMap(\.self).joined(separator: " - ")
        phase.timing = PhaseTable.timing(words, year: year)
        phase.lines += lines
        events[events.count - 1] = .phase(phase)
        return true
    }

    /// Begins a line; a card whose title stands above the label of its line belongs to it.
    private mutating func takeLine(_ field: LabelledValue, _ lines: [SourceLine]) {
        strategicSection = nil
        for line in lines { reading.ledger.bind(line.number, to: "line.title") }
        let isPair = field.rows[0].filled.count > 1
        let isOverValue = field.rows.count > 1 && field.rows[0].text == field.label
        let isWhole = isPair || isOverValue || field.label.contains(":") || field.rows[0].text.contains(":")
        let title = StrategicTitle(isWhole ? field.value : field.rows[0].text, rest: field.value)
        let event = ObjectiveEvent.line(title: title.title, code: title.code, at: lines[0])
        if isPair || goesOnWithCard, objective == .card, !hasIndicator, let start = startOfCard {
            isInLine = false
            events.insert(event, at: start)
            return
        }
        events.append(event)
        objective = .none
        openText = .line
    }

    /// Where the fields begin that were taken last, where the title of an objective is among them.
    private var startOfCard: Int? {
        var start = events.count
        var hasTitle = false
        while start > 0, case .field(let term, _, _, _) = events[start - 1] {
            hasTitle = hasTitle || term == .objective
            start -= 1
        }
        return hasTitle ? start : nil
    }

    /// True for a field below the indicators of the card that is open which is that card's own.
    private func isBelow(_ field: LabelledValue, _ term: FieldTerm) -> Bool {
        field.isBelowList
            || objective == .card && hasIndicator && !field.isHeading && spans.own.contains(term)
    }

    /// The title of an objective. A heading carries more in it: `Obiettivo n. 1 – Verde pubblico (peso 40%)`.
    mutating func takeTitle(_ field: LabelledValue, _ lines: [SourceLine]) {
        if let section = strategicSection {
            events.append(.card)
            events.append(.field(.strategicObjective, section.text, at: section.lines))
        }
        takeCode(field, lines)
        var title = field.value
        if field.isHeading, !field.label.contains(":"), ItemCode(leading: title) != nil {
            let parts = StrategicTitle(title, rest: title)
            if !parts.code.isEmpty {
                title = parts.title
                number(parts.code, lines)
            }
        } else if !field.label.contains(where: \.isNumber), let numbered = NumberedTitle(title) {
            title = numbered.title
            number(numbered.number, lines)
        }
        if !field.isHeading, !field.label.contains(where: \.isNumber), let coded = ItemCode.titled(title) {
            title = coded.title
            number(coded.code, lines)
        }
        if let first = title.split(separator: " ").first, first.last == ".", let roman = ItemCode.roman(first)
        {
            title = String(title.dropFirst(first.count).drop { " -–—".contains($0) })
            number(roman, lines)
        }
        let weighted = WeightText.parted(title)
        if let weighted { title = weighted.title }
        events.append(.field(.objective, title, at: lines))
        ownIndicator = hasIndicators ? nil : (title, lines)
        if let weighted { events.append(.field(.objectiveWeight, weighted.weight, at: lines)) }
    }

    /// A number begins a card.
    private mutating func number(_ code: String, _ lines: [SourceLine]) {
        events += [.card, .field(.number, code, at: lines)]
    }

    /// The number that a word is, `n.3` and `3)` among them; empty for any other, as `2024/03`.
    private static func digits(_ word: Substring) -> String {
        let body = word.drop { "nN.°º".contains($0) }
        return body.allSatisfy { $0.isNumber || ".)°º".contains($0) }
            ? body.filter { $0.isNumber || $0 == "." } : ""
    }

    /// `Obiettivo n. 3: …` carries a code in its label.
    private mutating func takeCode(_ field: LabelledValue, _ lines: [SourceLine]) {
        let words = field.label.split(separator: " ").filter { !["-", "–", "—"].contains($0) }
        if let last = words.last, let coded = ItemCode(leading: last.uppercased()), coded.hasLetters,
            coded.length == last.count
        {
            number(String(last.prefix(coded.text.count)), lines)
            return
        }
        if let last = words.last?.drop(while: { $0 == "." }), let roman = ItemCode.roman(last) {
            number(roman, lines)
            return
        }
        let first = words.first.flatMap { $0.last.map { ".)".contains($0) } ?? false ? $0.dropLast() : nil }
        let places = [words.last { $0.contains(where: \.isNumber) }, first].compactMap { $0.map(Self.digits) }
        let found = places.first { !$0.isEmpty } ?? ""
        let code = found.last == "." ? String(found.dropLast()) : found
        guard !code.isEmpty, code.utf8.count <= 16, code.contains(where: \.isNumber), PeriodHead(code) == nil
        else { return }
        number(code, lines)
    }

    /// What is to be reached or was, in a card of a document that names no indicators, is told of one with the
    /// objective's name.
    private mutating func openOwnIndicator(before field: LabelledValue) {
        guard let own = ownIndicator, objective == .card, !hasIndicator,
            [.target, .actual].contains(field.guess.term), field.value.utf8.count <= 160,
            field.rows.first.map({ $0.filled.count == 2 || $0.text.contains(field.label + ":") }) ?? false,
            hasActuals || field.value.contains(where: \.isNumber)
        else { return }
        events.append(.field(.indicator, own.title, at: own.lines))
        hasIndicator = true
        ownIndicator = nil
        guard let line = field.rows.first?.number else { return }
        reading.tell(.headingAssumed, .info, line: line, at: .indicator, field: "name", expected: own.title)
    }

    private mutating func takeEmpty(_ field: LabelledValue) {
        for row in field.rows { bind(row, as: .emptyLabel) }
        if field.guess.term == .criticalFactors, objective == .card { openText = .factors }
        if field.guess.term == .indicator { awaitsIndicator = true }
    }

    static func isDescription(_ field: LabelledValue) -> Bool {
        MatchKey(field.label).text.hasPrefix("descrizion")
    }

    /// `Settore Ambiente`: an office answers, and no person is named.
    private func namesOffice(_ value: String) -> Bool {
        value.contains(" ") && LabelReader.guessByFirstWord(value)?.term == .sector
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
        // What an objective is for describes it.
        case .purpose where !hasIndicator && objective == .card && field.value.contains(" "):
            return .definition
        case .head where !hasSectors && namesOffice(field.value): return .sector
        case .weight where spans.weightsAreAbove: return .objectiveWeight
        case .weight where hasIndicator || awaitsIndicator: return .weight
        case .weight: return MatchKey(field.label).text.contains("indicator") ? nil : .objectiveWeight
        case .delegate: return objective == .none ? .delegate : nil
        case .programme, .dataSource, .objectiveType, .participants, .phase, .phaseStart, .phaseEnd, .period,
            .month, .total, .computed, .unit, .key, .project, .grade, .ownResources,
            .ownGross, .thirdPartyResources, .thirdPartyGross, .funder:
            return nil
        case .formula, .purpose, .dimension, .target, .actual, .baseline, .deviation, .achievement,
            .barometer:
            return hasIndicator ? field.guess.term : nil
        default: return field.guess.term
        }
    }
}
