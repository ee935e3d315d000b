import Model

/// Fills an indicator from the cells of its row.
struct IndicatorFiller {
    let row: ObjectiveRow
    let notations: [FieldTerm: ColumnNotation]
    /// The year of the plan, to tell its target from those of later years.
    let year: Int
    let source: Source

    /// The row names its indicator by its key.
    private var isKeyed: Bool { row.cells[.key] != nil }

    /// Something to tell about a filled indicator.
    struct Note {
        let code: FindingCode
        let severity: Severity
        var field: String?
        var written = ""
        var expected = ""
    }

    /// Sets the fields that the row has; the others stay as they are.
    func fill(_ indicator: inout Indicator) {
        fillTexts(&indicator)
        let measure = measure(indicator)
        // Of an indicator that the row names by its key the archive knows how it is measured.
        if !isKeyed { indicator.measure = measure ?? indicator.measure }
        fillValues(&indicator, measure)
        fillPrinted(&indicator)
        neutralise(&indicator)
        inferDirection(&indicator)
    }

    /// True where the indicator already has what a label of this term would give it.
    static func isFilled(_ term: FieldTerm, of indicator: Indicator) -> Bool {
        switch term {
        case .formula: !indicator.formula.isEmpty
        case .purpose: !indicator.purpose.isEmpty
        case .target: indicator.target != .notEntered
        case .actual: indicator.actual != .notEntered
        case .weight: indicator.weight != .notEntered
        case .baseline: indicator.baseline != nil
        case .deviation: indicator.printed.deviation != nil
        case .achievement: indicator.printed.achievement != nil
        case .barometer: indicator.printed.barometer != nil
        case .dimension: indicator.dimension != nil
        default: false
        }
    }

    private func fillTexts(_ indicator: inout Indicator) {
        set(.formula, &indicator.formula, "formula", &indicator.sources)
        set(.purpose, &indicator.purpose, "purpose", &indicator.sources)
        set(.note, &indicator.note, "note", &indicator.sources)
        if let text = row.cells[.dimension], let dimension = IndicatorDimension(italian: text) {
            indicator.dimension = dimension
            indicator.sources["dimension"] = source
        }
    }

    private func set(_ term: FieldTerm, _ field: inout String, _ name: String, _ sources: inout Sources) {
        guard let text = row.cells[term] else { return }
        field = text
        sources[name] = source
    }

    private func fillValues(_ indicator: inout Indicator, _ measure: Measure?) {
        if let value = row.cells[.weight].map({ read(WeightText.figure($0), .weight, nil) }) {
            (indicator.weight, indicator.sources["weight"]) = (value, source)
        }
        if let value = value(.baseline, measure) {
            (indicator.baseline, indicator.sources["baseline"]) = (value, source)
        }
        if let value = value(.actual, measure) {
            (indicator.actual, indicator.sources["actual"]) = (value, source)
        }
        guard !row.targetsByYear.isEmpty else {
            if let value = value(.target, measure) {
                (indicator.target, indicator.sources["target"]) = (value, source)
            }
            return
        }
        // A column of a later year holds no target of this one.
        let own =
            row.targetsByYear[year] == nil
            ? row.targetsByYear.keys.min().flatMap { $0 < year ? $0 : nil } : year
        for (targetYear, cell) in row.targetsByYear.sorted(by: { $0.key < $1.key }) {
            let value = read(cell, .target, measure)
            if targetYear == own {
                (indicator.target, indicator.sources["target"]) = (value, source)
            } else if targetYear > year {
                indicator.laterTargets[targetYear] = value
                indicator.sources["laterTargets.\(targetYear)"] = source
            }
        }
    }

    private func fillPrinted(_ indicator: inout Indicator) {
        // What a table of ours shows beside the values is computed from them, and no document's print.
        guard !isKeyed else { return }
        if let value = value(.deviation, nil) {
            indicator.printed.deviation = value
            indicator.sources["printed.deviation"] = source
        }
        if let value = value(.achievement, .percentage) {
            indicator.printed.achievement = value
            indicator.sources["printed.achievement"] = source
        }
        if let text = row.cells[.barometer] {
            indicator.printed.barometer = text
            indicator.sources["printed.barometer"] = source
        }
    }

    private func value(_ term: FieldTerm, _ measure: Measure?) -> ReportedValue? {
        row.cells[term].map { read($0, term, measure) }
    }

    private func read(_ cell: String, _ term: FieldTerm, _ measure: Measure?) -> ReportedValue {
        let value = notations[term]?.value(cell, as: measure) ?? ReportedValue(reading: cell, as: measure)
        guard !isAgainstAYear(value) else { return ReportedValue(.text, raw: value.raw) }
        return [.baseline, .target, .actual].contains(term) ? withUnit(value) : value
    }

    /// A figure with the unit of the row's column of units, where that says more than how it is measured.
    private func withUnit(_ value: ReportedValue) -> ReportedValue {
        guard let unit = row.cells[.unit], [nil, .timeliness].contains(Measure(unit: unit)) else {
            return value
        }
        return StatedUnit(unit).applied(to: value)
    }

    /// `>= 2022`: no less than in that year, where no other figure of the row is of that size.
    private func isAgainstAYear(_ value: ReportedValue) -> Bool {
        guard value.comparison != nil, value.unit == .none, let number = value.number,
            (year - 1...year + 3).contains(where: {
                number == ExactDecimal($0) && value.raw.hasSuffix(String($0))
            })
        else { return false }
        let others = [row.cells[.baseline], row.cells[.actual]].compactMap { $0 }
            .compactMap { ReportedValue(reading: $0).number }
        return others.allSatisfy { $0 * ExactDecimal(2) < number || $0 > number * ExactDecimal(2) }
    }

    /// How the row says that it measures: done or not done by its formula, else by the signs in its cells.
    private func measure(_ indicator: Indicator) -> Measure? {
        let cells =
            [row.cells[.target], row.cells[.actual]].compactMap { $0 } + row.targetsByYear.values.sorted()
        guard !cells.isEmpty else { return indicator.measure }
        if isOnOff(cells, indicator) { return .onOff }
        let values = cells.map { ReportedValue(reading: $0) }.filter { !$0.isMissing }
        guard !values.isEmpty else { return nil }
        if values.allSatisfy({ $0.unit == .percent }) { return .percentage }
        if values.allSatisfy({ $0.unit == .euro }) { return .euro }
        if values.allSatisfy({ $0.date != nil }) { return .date }
        return row.cells[.unit].flatMap { Self.measure(unit: $0, of: values) }
    }

    /// The measure that the column of units names, where the values can be of it.
    private static func measure(unit: String, of values: [ReportedValue]) -> Measure? {
        guard let named = Measure(unit: unit) else { return nil }
        switch named {
        case .percentage, .euro: return named
        case .quantity, .timeliness:
            return values.allSatisfy { $0.number != nil && $0.unit != .percent && $0.unit != .euro }
                ? named : nil
        case .date: return nil
        case .onOff: return values.allSatisfy { $0.doneInWords != nil || $0.number != nil } ? named : nil
        }
    }

    /// Each cell is done or not done, and the row's texts ask for that or the target can mean nothing else: `sì`.
    private func isOnOff(_ cells: [String], _ indicator: Indicator) -> Bool {
        let values = cells.map { ReportedValue(reading: $0, as: .onOff) }
        guard values.allSatisfy({ $0.isMissing || $0.doneInWords != nil }) else { return false }
        if Self.isOnOff(indicator.formula + " " + (row.cells[.unit] ?? "") + " " + indicator.name) {
            return true
        }
        return row.cells[.target].flatMap { ReportedValue(reading: $0).doneInWords } == true
    }

    /// `1 = fatto 0 = non fatto`, `fatto/non fatto`, `sì/no`, `on/off`.
    static func isOnOff(_ text: String) -> Bool {
        let key = " " + text.comparisonKey + " "
        if key.contains(" non fatto "), key.replacing(" non fatto ", with: " ").contains(" fatto ") {
            return true
        }
        return key.contains(" si no ") || key.contains(" on off ")
    }

    /// A weight of 0, or a word that says so, takes the indicator out of the score; its note is the reason.
    private func neutralise(_ indicator: inout Indicator) {
        let isNamed = [row.cells[.weight], row.cells[.note], row.cells[.achievement]].compactMap { $0 }
            .contains { $0.comparisonKey.contains("nettizzat") || $0.comparisonKey.contains("neutralizzat") }
        let isZero = indicator.weight.number?.isZero == true
        guard isNamed || !isKeyed && isZero && !indicator.note.isEmpty else { return }
        indicator.neutralisation = Neutralisation(reason: indicator.note)
    }
}

// MARK: - Direction

extension IndicatorFiller {
    /// Less is better where the printed deviation has the favourable sign (t − a) and the printed achievement is what
    /// an indicator that grows could not have: full below the target, or not full above it.
    private func inferDirection(_ indicator: inout Indicator) {
        if row.isDecreasing {
            indicator.direction = .decreasing
            indicator.sources["direction"] = source
            return
        }
        guard !isKeyed, indicator.direction == nil, let target = indicator.target.number,
            let actual = indicator.actual.number,
            target != actual, let deviation = indicator.printed.deviation?.number,
            deviation == target - actual,
            let achievement = indicator.printed.achievement?.number
        else { return }
        let isClearlyBelow = actual * ExactDecimal(200) < target * ExactDecimal(199)
        let isFullBelow = isClearlyBelow && achievement == .hundred
        let isPartAbove = actual > target && achievement < .hundred
        if isFullBelow || isPartAbove { indicator.direction = .decreasing }
    }

    /// What there is to tell about the indicator that the row gave.
    func notes(_ indicator: Indicator?) -> [Note] {
        guard let indicator else { return [] }
        var notes: [Note] = []
        let targets = [indicator.target] + indicator.laterTargets.sorted { $0.key < $1.key }.map(\.value)
        if let told = targets.first(where: { isAgainstAYear(ReportedValue(reading: $0.raw)) }) {
            notes.append(Note(code: .valueUnreadable, severity: .warning, field: "target", written: told.raw))
        }
        if indicator.direction == .decreasing {
            notes.append(
                Note(
                    code: .directionInferred, severity: .info, field: "direction",
                    written: indicator.printed.deviation?.raw ?? "", expected: Direction.decreasing.rawValue))
        }
        let figures: [(String, ReportedValue?)] = [
            ("weight", indicator.weight), ("printed.deviation", indicator.printed.deviation),
            ("printed.achievement", indicator.printed.achievement),
        ]
        for (field, value) in figures {
            guard let value, case .text = value.content, value.raw.uppercased() != "X",
                !value.raw.comparisonKey.contains("nettizzat")
            else { continue }
            notes.append(Note(code: .valueUnreadable, severity: .warning, field: field, written: value.raw))
        }
        return notes
    }
}

extension IndicatorDimension {
    /// The dimension that a word of a document names.
    init?(italian text: String) {
        let key = text.comparisonKey
        let words: [(String, IndicatorDimension)] = [
            ("efficacia", .effectiveness), ("efficienza", .efficiency), ("economicit", .economy),
            ("output", .output), ("outcome", .outcome), ("impatto", .outcome), ("attivit", .activity),
            ("processo", .activity),
        ]
        let stem = words.first { key.contains($0.0) }
        guard let found = stem?.1 ?? FormTerm.dimensions.match(text)?.term else { return nil }
        self = found
    }
}
