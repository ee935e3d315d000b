import Model

/// Columns of years, of parts of a year, and of what was reached or is to be in several years.
extension TableResolver {
    /// `Target 2025`, `Target 206`, `Target 2027`: the year of a head that is no year, by those of its neighbours.
    mutating func settleYearSlips() {
        let targets = table.columns(.target)
        for (order, index) in targets.enumerated() where table.guesses[index]?.year == nil {
            let figures = MatchKey(table.heads[index]).words.last ?? ""
            guard (3...5).contains(figures.utf8.count), figures.allSatisfy(\.isNumber) else { continue }
            let before = order > 0 ? table.guesses[targets[order - 1]]?.year : nil
            let after = order + 1 < targets.count ? table.guesses[targets[order + 1]]?.year : nil
            guard before == nil || after == nil || before.map({ $0 + 2 }) == after,
                let year = before.map({ $0 + 1 }) ?? after.map({ $0 - 1 })
            else { continue }
            table.guesses[index] = TermGuess(.target, confidence: 60, reason: .neighbours, year: year)
        }
    }

    /// Of several columns of what was reached or is to be, those of a part of the year (`Stato al 30/06`, `I semestre`)
    /// are not the year's, and of several years the last is.
    mutating func settlePartsOfYear() {
        for term in [FieldTerm.actual, .target, .achievement] {
            let parts = table.columns(term).filter { LabelWords(table.heads[$0]).isPartOfYear }
            if parts.count < table.columns(term).count {
                for index in parts { set(index, nil, .neighbours) }
            } else if parts.count > 1 {
                // Where values go on from part to part the last is the year's; else none is.
                let ofYear = [2, 4].contains(parts.count) && areCumulative(parts) ? parts.last : nil
                for index in parts where index != ofYear { set(index, nil, .neighbours) }
            }
        }
        let hasReached = table.columns(.actual).contains { ColumnContent(table.column($0)).areValues(6) }
        if hasReached || table.heads.indices.contains(where: isPartWithFigures) { settleStates() }
    }

    /// The figures of columns grow in each row from left to right, or shrink in it: `250 | 500 | 750 | 1.000`.
    private func areCumulative(_ columns: [Int]) -> Bool {
        let rows = table.rows.map { row in
            columns.compactMap { column in
                let figure = row.cell(column).filter { !"<>≤≥=% ".contains($0) }
                return ItalianNumber.read(figure) ?? ReportedValue(reading: figure).number
            }
        }.filter { !$0.isEmpty }
        return !rows.isEmpty
            && rows.allSatisfy { values in
                let pairs = zip(values, values.dropFirst())
                return values.count == columns.count
                    && (pairs.allSatisfy { $0 <= $1 } || pairs.allSatisfy { $0 >= $1 })
            }
    }

    /// Of several columns of what was reached in years that of the last is the year's, unless that is before the plan's:
    /// then the plan has none yet. What was reached the year before is where the year starts from.
    mutating func settleActualYears(of year: Int?) {
        let actuals = table.columns(.actual)
        guard let last = actuals.compactMap({ table.guesses[$0]?.year }).max() else { return }
        let isPast = year.map { last < $0 && hasTarget(of: $0) } ?? false
        // What was reached in years behind the plan's is of their plans.
        let hasOwn =
            year.map { own in
                targetYears.contains(own) && actuals.contains { table.guesses[$0]?.year == own }
            } ?? false
        let current = isPast || hasOwn ? year ?? last : last
        for index in actuals where (table.guesses[index]?.year).map({ $0 > current }) ?? false {
            set(index, nil, .neighbours)
        }
        let earlier = actuals.filter { (table.guesses[$0]?.year).map { $0 < current } ?? false }
        let nearest = earlier.max { (table.guesses[$0]?.year ?? 0) < (table.guesses[$1]?.year ?? 0) }
        for index in earlier {
            let isBaseline =
                index == nearest && !table.has(.baseline)
                && (table.guesses[index]?.year).map { $0 >= current - (isPast ? 3 : 1) } ?? false
            set(index, isBaseline ? .baseline : nil, .neighbours)
        }
    }

    /// Of a history of several years the last is where the year starts from.
    mutating func settleBaselineYears() {
        let found = table.columns(.baseline)
        guard found.count > 1, let last = found.compactMap({ table.guesses[$0]?.year }).max(),
            found.allSatisfy({ table.guesses[$0]?.year != nil })
        else { return }
        for index in found where table.guesses[index]?.year != last { set(index, nil, .neighbours) }
    }

    /// `Target atteso`, `2026`, `2027`: bare years behind the target of the plan's year are the targets of those years.
    mutating func settleLaterYears(of year: Int?) {
        let targets = table.columns(.target)
        guard let year, table.has(.indicator), !table.has(.actual), targets.count == 1,
            table.guesses[targets[0]]?.year == nil
        else { return }
        let later = table.periods.indices.filter { index in
            if case .year(let own)? = table.periods[index] { own > year && index > targets[0] } else { false }
        }
        guard !later.isEmpty, later.count == table.periods.count(where: { $0 != nil }) else { return }
        table.guesses[targets[0]]?.year = year
        for index in later {
            guard case .year(let own)? = table.periods[index] else { continue }
            table.guesses[index] = TermGuess(.target, confidence: 70, reason: .neighbours, year: own)
            table.periods[index] = nil
        }
    }

    /// `Monitoraggio` by the days of a year, where nothing else says what was reached: the year's last day does.
    mutating func settleDays() {
        guard table.has(.indicator), table.has(.target) else { return }
        let days = table.heads.indices.filter { index in
            table.guesses[index] == nil && day(of: index) != nil
        }
        let states = table.columns(.actual)
        guard days.count > 1, let last = days.last, day(of: last)?.month == 12,
            table.column(last).contains(where: { !$0.isEmpty }),
            states.isEmpty || ColumnContent(table.column(last)).areValues(6),
            // Words beside them tell how far it is.
            states.allSatisfy({ !ColumnContent(table.column($0)).areValues(1) })
        else { return }
        for index in states { set(index, table.has(.barometer) ? nil : .barometer, .neighbours) }
        table.guesses[last] = TermGuess(.actual, confidence: 60, reason: .neighbours)
    }

    /// `Al 31/12`, `II SAL (31/12)`.
    private func day(of index: Int) -> DayOfYear? {
        table.heads[index].split(separator: " ").last.flatMap { word in
            let day = word.first == "(" && word.last == ")" ? word.dropFirst().dropLast() : word
            // `31/12/2024` may be of another year.
            return day.utf8.count <= 5 ? DayOfYear(day) : nil
        }
    }

    /// `Target: Valore | Anno`: the years are those of the values beside them. Where they differ from row to row nobody can
    /// say of one year what the column holds.
    mutating func settleYearsOfValues() {
        for term in [FieldTerm.target, .baseline, .actual] {
            for index in table.columns(term) where isYearOfValues(index) {
                let years = Set(table.column(index).compactMap { Int($0) })
                set(index, nil, .content)
                let values = table.columns(term).filter {
                    abs($0 - index) == 1 && table.guesses[$0]?.year == nil
                }
                guard values.count == 1 else { continue }
                if years.count > 1, term == .target {
                    set(values[0], nil, .neighbours)
                } else if years.count == 1 {
                    table.guesses[values[0]]?.year = years.first
                }
            }
        }
    }

    private func isYearOfValues(_ index: Int) -> Bool {
        let words = MatchKey(table.heads[index]).words
        let cells = table.column(index).filter { !$0.isEmpty }
        return words.count > 1 && ["anno", "anni"].contains(words[words.count - 1]) && !cells.isEmpty
            && cells.allSatisfy { cell in
                cell.utf8.count == 4 && Int(cell).map { (1990...2099).contains($0) } ?? false
            }
    }

    private func hasTarget(of year: Int) -> Bool {
        table.columns(.target).contains { table.guesses[$0]?.year == year }
    }

    private func isPartWithFigures(_ index: Int) -> Bool {
        LabelWords(table.heads[index]).isPartOfYear && ColumnContent(table.column(index)).areFigures(6)
    }

    /// Beside figures of a part of the year words tell the state (`In corso`), and not what the year reached.
    mutating func settleStates() {
        for index in table.columns(.actual)
        where ColumnContent(table.column(index)).figures == 0
            && LabelWords(table.heads[index]).words.contains(where: { $0.hasPrefix("stat") })
        {
            set(index, table.has(.barometer) ? nil : .barometer, .neighbours)
        }
    }

    /// Columns of bare years in a table of objectives are targets of these years; beside targets a column of what is
    /// said of one day (`Dato al 31/12/2023`) is what was reached.
    mutating func settleYears(of plan: Int?) {
        let years = table.periods.indices.filter { table.periods[$0] != nil }
        let whole = years.filter { !LabelWords(table.heads[$0]).isPartOfYear }
        if table.has(.target), whole.count == 1, ColumnContent(table.column(whole[0])).areFigures(6) {
            settleStates()
        }
        if table.has(.target), !table.has(.actual), table.has(.objective) || isInCard, whole.count == 1,
            case .year(let year)? = table.periods[whole[0]], MatchKey(table.heads[whole[0]]).words.count > 1,
            targetYears.allSatisfy({ year >= $0 })
        {
            table.guesses[whole[0]] = TermGuess(.actual, confidence: 60, reason: .neighbours, year: year)
            table.periods[whole[0]] = nil
            return
        }
        if table.has(.target), !table.has(.baseline), table.has(.indicator) || isInCard {
            settleYearBefore(whole, of: plan)
        }
        guard !years.isEmpty, table.has(.objective) || table.has(.weight), !table.has(.target),
            !table.has(.actual)
        else {
            return
        }
        for index in years {
            guard case .year(let year)? = table.periods[index] else { continue }
            table.guesses[index] = TermGuess(.target, confidence: 70, reason: .neighbours, year: year)
            table.periods[index] = nil
        }
    }

    /// The years that heads of targets name.
    private var targetYears: [Int] { table.columns(.target).compactMap { table.guesses[$0]?.year } }

    /// Beside the target of a year a column of the year before is where the indicator starts from; else that of the last of
    /// three years.
    private mutating func settleYearBefore(_ years: [Int], of plan: Int?) {
        guard let first = targetYears.min() ?? plan else { return }
        let before = years.compactMap { index -> (index: Int, year: Int)? in
            guard case .year(let year)? = table.periods[index], (first - 3..<first).contains(year) else {
                return nil
            }
            return (index, year)
        }
        guard let last = before.max(by: { $0.year < $1.year }) else { return }
        table.guesses[last.index] = TermGuess(
            .baseline, confidence: 60, reason: .neighbours, year: last.year)
        table.periods[last.index] = nil
    }
}
