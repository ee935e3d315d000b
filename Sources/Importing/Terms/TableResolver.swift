import Model

/// Decides what the columns of a table are, by their heads, what stands in them and what stands beside them.
struct TableResolver {
    var table: TableDraft
    let isInCard: Bool

    /// The table with its columns decided. `isInCard`: a card over it names its objective. `year`: the plan's, where it
    /// is known.
    static func resolved(_ table: TableDraft, isInCard: Bool, layouts: [Layout], year: Int? = nil)
        -> TableDraft
    {
        var resolver = TableResolver(table: table, isInCard: isInCard)
        if let layout = layouts.first(where: { $0.fits(table.heads) }) {
            resolver.apply(layout)
            return resolver.table
        }
        resolver.settleDoubleHeads()
        resolver.settleReprogrammed()
        resolver.settleVerdicts()
        resolver.settleYearsOfValues()
        resolver.confirmByContent()
        resolver.settleYearSlips()
        resolver.settlePartsOfYear()
        resolver.settleActualYears(of: year)
        resolver.settleLaterYears(of: year)
        resolver.settleBaselineYears()
        resolver.settleDuplicates()
        resolver.settleNumbers()
        resolver.settleDimension()
        resolver.settleYears(of: year)
        resolver.settleDefinition()
        resolver.settleLine()
        resolver.settleObjective()
        resolver.settleIndicator()
        resolver.settleMonths()
        resolver.settleDays()
        resolver.settleActual()
        resolver.settleFinalValue()
        resolver.settlePercent()
        resolver.settleWeights()
        resolver.settleUnnamedWeight()
        return resolver.table
    }

    private mutating func apply(_ layout: Layout) {
        for (index, head) in table.heads.enumerated() {
            table.guesses[index] = layout.guess(at: index, head: head)
            table.periods[index] = layout.period(at: index, head: head)
        }
    }

    mutating func set(_ index: Int, _ term: FieldTerm?, _ reason: TermGuess.Reason) {
        guard let term else {
            table.guesses[index] = nil
            return
        }
        let known = table.guesses[index]
        table.guesses[index] = TermGuess(
            term, confidence: min(known?.confidence ?? 60, 80), reason: reason, year: known?.year,
            yearOfPlan: known?.yearOfPlan)
    }

    /// `Raggiunto | Parzialmente raggiunto | Non raggiunto` over crosses: verdicts, and nothing that was measured.
    private mutating func settleVerdicts() {
        func has(_ index: Int, _ stems: [String]) -> Bool {
            MatchKey(table.heads[index]).words.contains { word in stems.contains { word.hasPrefix($0) } }
        }
        let verdicts = table.heads.indices.filter {
            has($0, ["raggiunt", "conseguit", "realizzat", "attuat"]) && areCrosses($0)
        }
        let isNegated = verdicts.contains { has($0, ["non", "parzial"]) }
        guard verdicts.count > 1, isNegated else { return }
        for index in verdicts { set(index, nil, .neighbours) }
    }

    private func areCrosses(_ index: Int) -> Bool {
        table.column(index).allSatisfy { ["", "x", "✓", "✔", "☒", "☑"].contains($0.lowercased()) }
    }

    /// `Obiettivo 2026`, `Obiettivo da raggiungere` behind the indicators, over values and no titles.
    private func isTargetOfIndicators(_ index: Int) -> Bool {
        let isAhead = MatchKey(table.heads[index]).words.contains {
            ["raggiungere", "conseguire"].contains($0)
        }
        guard table.guesses[index]?.year != nil || isAhead, let indicator = table.columns(.indicator).first,
            indicator < index
        else { return false }
        return table.column(index).allSatisfy { $0.contains(where: \.isNumber) || $0.utf8.count <= 12 }
    }

    /// Heads that what stands below them belies.
    private mutating func confirmByContent() {
        for index in table.guesses.indices {
            guard let term = table.guesses[index]?.term else { continue }
            let content = ColumnContent(table.column(index))
            if term == .head, !table.has(.sector), nameOffices(index) { set(index, .sector, .content) }
            switch term {
            case .head, .sector, .line, .indicator, .definition, .strategicObjective, .formula, .purpose,
                .participants:
                if content.areFigures(6) { set(index, nil, .content) }
            case .objective:
                // `Obiettivo 2023` over figures, or beside indicators over days and marks, is what is to be reached.
                if isTargetOfIndicators(index) {
                    set(index, .target, .content)
                } else if table.columns(.objective).count > 1, !table.has(.number), areCodes(index) {
                    // `Ob. n.` beside `Obiettivo` is over their codes.
                    set(index, .number, .content)
                } else if content.areFigures(6) {
                    set(index, table.guesses[index]?.year == nil ? .number : .target, .content)
                }
            case .number where !table.has(.objective) && table.areCodedTitles(index):
                // `N. Obiettivo` over codes with their titles.
                set(index, .objective, .content)
            case .weight, .objectiveWeight:
                // `20/100` is a figure here.
                let content = ColumnContent(table.column(index).map(WeightText.figure))
                let marks = table.column(index).count { $0.uppercased() == "X" }
                if content.areTexts(6), (content.texts - marks) * 10 >= content.filled * 6 {
                    set(index, nil, .content)
                }
            case .achievement:
                if content.areLongTexts(5) { set(index, table.has(.note) ? nil : .note, .content) }
            case .actual:
                if content.areLongTexts(6), table.columns(.actual).count > 1 { set(index, nil, .content) }
                // `Stato` in words beside objectives: how far they are, and nothing that was measured.
                if content.areTexts(9), ![.indicator, .target].contains(where: table.has),
                    table.has(.achievement)
                {
                    set(index, table.has(.note) ? nil : .note, .content)
                }
            case .barometer:
                // `Esito` over figures is what was reached, `Esito %` its share.
                guard content.areValues(6) else { continue }
                if table.heads[index].contains("%"), !table.has(.achievement) {
                    set(index, .achievement, .content)
                } else if !table.has(.actual) {
                    set(index, .actual, .content)
                }
            case .target:
                if content.areLongTexts(6), table.columns(.target).count > 1 { set(index, nil, .content) }
            default: continue
            }
        }
    }

    private func areCodes(_ index: Int) -> Bool {
        let cells = table.column(index).filter { !$0.isEmpty }
        return !cells.isEmpty && cells.allSatisfy { ItemCode(leading: $0)?.length == $0.count }
    }

    /// `Resp.` over `Servizio Tributi`, `Area tecnica`: offices, and no persons.
    private func nameOffices(_ index: Int) -> Bool {
        let cells = table.column(index).filter { !$0.isEmpty }
        let offices = cells.count { cell in
            cell.contains(" ") && LabelReader.guessByFirstWord(cell)?.term == .sector
        }
        return !cells.isEmpty && offices * 10 >= cells.count * 8
    }

    /// `Servizio / Obiettivo` names the objectives where nothing else does: the office stands over them.
    private mutating func settleDoubleHeads() {
        guard !table.has(.objective) else { return }
        let index = table.heads.firstIndex { head in
            DoubleHead(head).map { $0.upper == .objective || $0.lower == .objective } ?? false
        }
        // In the rows below the title of an outline's objective the column is that of its indicators.
        if let index, table.guesses[index]?.term != .indicator { set(index, .objective, .neighbours) }
    }

    /// `Target iniziale` beside `Target rimodulato`: what holds is the later one, and the first where nothing changed.
    private mutating func settleReprogrammed() {
        let targets = table.columns(.target)
        func column(_ stems: [String]) -> Int? {
            let found = targets.filter { index in
                LabelWords(table.heads[index]).words.contains { word in
                    stems.contains { word.hasPrefix($0) }
                }
            }
            return found.count == 1 ? found[0] : nil
        }
        guard let first = column(["inizial", "originari", "approvat"]),
            let last = column(["rimodulat", "aggiornat", "variat", "rideterminat", "modificat"]),
            first != last
        else { return }
        for index in table.rows.indices where table.rows[index].cell(last).isEmpty {
            guard table.rows[index].cells.indices.contains(last) else { continue }
            table.rows[index].cells[last] = table.rows[index].cell(first)
        }
        set(first, nil, .neighbours)
    }

    /// Two columns of one term: the one that names it best keeps it.
    private mutating func settleDuplicates() {
        settleObjectives()
        for term in FieldTerm.allCases
        where ![.weight, .objectiveWeight, .objective, .period, .note].contains(term) {
            let found = table.columns(term).filter {
                table.guesses[$0]?.year == nil && table.guesses[$0]?.yearOfPlan == nil
            }
            guard found.count > 1 else { continue }
            let isFigure = term.profile.content == .figure
            // Codes under the head of objectives are theirs; beside them `N.` counts the rows.
            let codes = term == .number ? found.filter { table.guesses[$0]?.reason == .content } : []
            let best =
                codes.last ?? (term == .number ? nearestBeforeObjective(found) : nil)
                ?? found.max { left, right in
                    rank(left, isFigure) < rank(right, isFigure)
                        || rank(left, isFigure) == rank(right, isFigure) && left > right
                }
            for index in found where index != best {
                set(index, otherTerm(of: index, than: term), .neighbours)
            }
        }
    }

    /// Whole numbers or codes without a head right before the objectives are theirs.
    private mutating func settleNumbers() {
        guard !table.has(.number), let objective = table.columns(.objective).first, objective > 0,
            table.heads[objective - 1].isEmpty
        else { return }
        let cells = table.column(objective - 1).filter { !$0.isEmpty }
        guard cells.count > 1, Set(cells).count == cells.count, areCodes(objective - 1) else { return }
        table.guesses[objective - 1] = TermGuess(.number, confidence: 60, reason: .content)
    }

    /// `Tipo` over `Efficacia`, `Output`: what the indicators measure.
    private mutating func settleDimension() {
        guard table.has(.indicator) || table.has(.definition), !table.has(.dimension) else { return }
        let found = table.guesses.indices.first { index in
            let cells = table.column(index).filter { !$0.isEmpty }
            return [nil, .objectiveType].contains(table.guesses[index]?.term) && table.periods[index] == nil
                && !cells.isEmpty
                && cells.count { $0.utf8.count <= 24 && IndicatorDimension(italian: $0) != nil } * 10
                    >= cells.count * 8
        }
        if let found { table.guesses[found] = TermGuess(.dimension, confidence: 60, reason: .content) }
    }

    /// Of several columns of codes the one that stands nearest before the objectives: `Prog.`, `N.`, `Obiettivo`.
    private func nearestBeforeObjective(_ columns: [Int]) -> Int? {
        guard let objective = table.columns(.objective).first else { return nil }
        return columns.last { $0 < objective && !table.column($0).allSatisfy(\.isEmpty) }
    }

    /// What a column is whose term another column has: beside the indicators `Misura` is their unit, another name of
    /// theirs how they are measured.
    private func otherTerm(of index: Int, than term: FieldTerm) -> FieldTerm? {
        guard term == .indicator else { return nil }
        if !table.has(.unit), LabelWords(table.heads[index]).words == ["misura"] { return .unit }
        return table.has(.formula) ? nil : .formula
    }

    private func rank(_ index: Int, _ isFigure: Bool) -> Int {
        let content = ColumnContent(table.column(index))
        guard content.filled > 0 else { return 0 }
        let share = (isFigure ? content.figures : content.texts) * 10 / content.filled
        return 2 + 3 * share + standing(table.heads[index])
    }

    /// What the evaluators confirmed goes before what those who answer proposed: `validata dal NdV`, `proposta`.
    private func standing(_ head: String) -> Int {
        let words = LabelWords(head).words
        func has(_ stems: [String]) -> Bool {
            words.contains { word in stems.contains(where: word.hasPrefix) }
        }
        if has(["validat", "ndv", "oiv", "nucleo", "definitiv", "accertat"]) { return 1 }
        return has(["propost", "autovalutaz", "presunt", "dichiarat"]) ? -1 : 0
    }

    private mutating func settleObjectives() {
        let found = table.columns(.objective)
        guard found.count > 1 else { return }
        let described = found.filter { MatchKey(table.heads[$0]).text.hasPrefix("descrizion") }
        let named = found.filter { !described.contains($0) }
        let best = named.first ?? found[0]
        for index in found where index != best {
            set(index, table.has(.definition) ? nil : .definition, .neighbours)
        }
    }

    /// A form by which somebody's behaviour is judged: its rows are no objectives.
    private var isOfBehaviours: Bool { table.heads.contains(where: LabelReader.isOfBehaviour) }

    /// A description is the objective where nothing else is, and the indicator where only that is missing.
    private mutating func settleDefinition() {
        guard let index = table.columns(.definition).first, !table.has(.objective), !isOfBehaviours else {
            return
        }
        let hasValues = table.has(.target) || table.has(.actual)
        if isInCard {
            if !table.has(.indicator), hasValues { set(index, .indicator, .neighbours) }
        } else if hasValues || [.weight, .achievement, .indicator].contains(where: table.has) {
            set(index, .objective, .neighbours)
        }
    }

    /// `Linea` before the objectives names the strategic lines.
    private mutating func settleLine() {
        guard !table.has(.line), let objective = table.columns(.objective).first else { return }
        let found = (0..<objective).first { index in
            table.guesses[index] == nil && ["linea", "linee"].contains(MatchKey(table.heads[index]).text)
                && ColumnContent(table.column(index)).areTexts(8)
        }
        if let found { table.guesses[found] = TermGuess(.line, confidence: 60, reason: .neighbours) }
    }

    /// Where nothing names the objectives, the only column of texts before the indicator whose head says nothing else.
    private mutating func settleObjective() {
        guard !isInCard, !table.has(.objective), let indicator = table.columns(.indicator).first,
            table.has(.target) || table.has(.actual)
        else { return }
        let free = (0..<indicator).filter { index in
            table.guesses[index] == nil && table.periods[index] == nil && !table.heads[index].isEmpty
                && ColumnContent(table.column(index)).areTexts(8)
        }
        guard free.count == 1 else { return }
        table.guesses[free[0]] = TermGuess(.objective, confidence: 50, reason: .neighbours)
    }

    /// Where nothing names the indicators, the last column of texts before the targets whose head says nothing else: in
    /// half the rows it has another text than the one above.
    private mutating func settleIndicator() {
        guard !table.has(.indicator), isInCard || table.has(.objective) else { return }
        // How it is measured, where nothing else says what is measured.
        if let index = table.columns(.formula).first, ColumnContent(table.column(index)).areTexts(8) {
            return set(index, .indicator, .neighbours)
        }
        guard let value = table.guesses.firstIndex(where: { $0?.term == .target || $0?.term == .actual })
        else { return }
        let free = (0..<value).filter { index in
            guard table.guesses[index] == nil, table.periods[index] == nil, !table.heads[index].isEmpty else {
                return false
            }
            let column = table.column(index)
            let changes = zip(column, column.dropFirst()).count { $0 != $1 && !$1.isEmpty }
            return ColumnContent(column).areTexts(8) && changes * 10 >= max(0, column.count - 1) * 5
        }
        guard let index = free.last else { return }
        table.guesses[index] = TermGuess(.indicator, confidence: 50, reason: .neighbours)
    }

    /// The total of a year's months, or of its other parts, is what was reached in it; beside it words are its state.
    private mutating func settleMonths() {
        let months = table.periods.filter { if case .month? = $0 { true } else { false } }
        let parts = table.heads.filter { LabelWords($0).isPartOfYear }
        let totals = table.columns(.total).filter { ColumnContent(table.column($0)).areFigures(8) }
        let states = table.columns(.actual)
        guard months.count == 12 || parts.count > 1, totals.count == 1, table.has(.target),
            states.allSatisfy({ !ColumnContent(table.column($0)).areFigures(2) })
        else { return }
        for index in states { set(index, table.has(.barometer) ? nil : .barometer, .neighbours) }
        set(totals[0], .actual, .neighbours)
    }

    /// Where nothing names what was reached, the only column of figures after the targets whose head says no more than
    /// that it holds a value: `Valore finale`.
    private mutating func settleActual() {
        guard !table.has(.actual), table.has(.indicator), let target = table.columns(.target).last else {
            return
        }
        let free = freeValues.filter { $0 > target && !LabelWords(table.heads[$0]).isPartOfYear }
        guard free.count == 1 else { return }
        table.guesses[free[0]] = TermGuess(.actual, confidence: 50, reason: .neighbours)
    }

    /// Where nothing names a target nor what was reached, `Valore finale` beside `Valore intermedio` is what is to be
    /// reached in the end.
    private mutating func settleFinalValue() {
        guard table.has(.indicator), ![.target, .actual].contains(where: table.has) else { return }
        func says(_ index: Int, _ stem: String) -> Bool {
            MatchKey(table.heads[index]).words.contains { $0.hasPrefix(stem) }
        }
        let free = freeValues
        let final = free.filter { says($0, "final") }
        guard final.count == 1, free.contains(where: { says($0, "intermed") }) else { return }
        table.guesses[final[0]] = TermGuess(.target, confidence: 50, reason: .neighbours)
    }

    /// The columns of values that are nothing yet, whose heads say no more than that they hold a value.
    private var freeValues: [Int] {
        table.guesses.indices.filter { index in
            table.guesses[index] == nil && table.periods[index] == nil
                && LabelReader.isValue(table.heads[index])
                && ColumnContent(table.column(index)).areValues(5)
        }
    }

    /// `%` right behind what was reached is the share of it.
    private mutating func settlePercent() {
        guard !table.has(.achievement), let actual = table.columns(.actual).last, table.has(.target),
            table.heads.indices.contains(actual + 1), table.guesses[actual + 1] == nil,
            MatchKey(table.heads[actual + 1]).text == "%"
        else { return }
        table.guesses[actual + 1] = TermGuess(.achievement, confidence: 60, reason: .neighbours)
    }
}

extension TableDraft {
    /// True for a column of codes with a title behind them, in most cells.
    func areCodedTitles(_ index: Int) -> Bool {
        let cells = column(index).filter { !$0.isEmpty }
        let titled = cells.count { cell in
            ItemCode(leading: cell).map { $0.rest(of: cell).count(where: \.isLetter) >= 5 } ?? false
        }
        return !cells.isEmpty && titled * 10 >= cells.count * 6
    }

    /// True for a table with a column of objectives, under a head that says so or one of their numbers.
    var namesObjectives: Bool { has(.objective) || columns(.number).contains(where: areCodedTitles) }
}
