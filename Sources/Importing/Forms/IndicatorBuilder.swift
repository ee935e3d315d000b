import Model
import Reading

/// Makes an indicator of what was read, and tells what was assumed.
struct IndicatorBuilder {
    private let draft: IndicatorReader
    private let year: Int
    private let path: [String]
    private var indicator: Indicator
    private var measureFromLabel = false

    /// The indicator of a finished reading; `path` leads to its objective.
    static func build(
        _ draft: IndicatorReader, path: PlanPath, _ reading: inout Reading
    ) -> (indicator: Indicator, measureFromLabel: Bool) {
        var builder = IndicatorBuilder(draft, path, &reading)
        builder.dimension(&reading)
        builder.measure(&reading)
        builder.values(&reading)
        builder.looseTarget(&reading)
        builder.arrival(&reading)
        builder.nameTarget(&reading)
        for lines in draft.emptyLabels { reading.layout(lines, .emptyLabel) }
        return (builder.indicator, builder.measureFromLabel)
    }

    private init(_ draft: IndicatorReader, _ path: PlanPath, _ reading: inout Reading) {
        self.draft = draft
        year = path.year
        let name = draft.name.oneLine
        self.path = path.names + [name]
        indicator = Indicator(
            id: reading.identifiers.identity(path: path.identity + ["indicator", name]), name: name)
        guard !draft.name.isEmpty else { return }
        indicator.sources["name"] = reading.bound(draft.name.lines, to: "indicator.name")
    }

    private mutating func dimension(_ reading: inout Reading) {
        guard let dimension = draft.dimension else {
            reading.layout(draft.dimensionLines, .emptyLabel)
            return
        }
        indicator.dimension = dimension
        indicator.sources["dimension"] = reading.bound(draft.dimensionLines, to: "indicator.dimension")
    }

    /// The marked choice, or what the label over the target or the name (`Piano approvato (sì/no)`) tells; more than one
    /// mark is no choice.
    private mutating func measure(_ reading: inout Reading) {
        reading.layout(draft.formLines, .formChoices)
        for (_, lines) in draft.marked { _ = reading.bound(lines, to: "indicator.measure") }
        let choices = Set(draft.marked.map(\.measure))
        if choices.count == 1, let first = draft.marked.first {
            indicator.measure = first.measure
            indicator.sources["measure"] = reading.source(first.lines)
            if let label = draft.labelMeasure, label != first.measure {
                tell(
                    .valueAmbiguous, .info, first.lines, "measure", first.measure.rawValue, label.rawValue,
                    &reading)
            }
        } else if choices.count > 1, let first = draft.marked.first {
            let written = draft.marked.map(\.measure.rawValue).joined(separator: ", ")
            tell(.valueAmbiguous, .warning, first.lines, "measure", written, "", &reading)
        } else if let told = draft.labelMeasure ?? (IndicatorFiller.isOnOff(indicator.name) ? .onOff : nil) {
            indicator.measure = told
            measureFromLabel = true
        }
    }

    private mutating func values(_ reading: inout Reading) {
        for (label, value) in draft.values {
            switch label.term {
            case .target: target(label, value, &reading)
            case .arrival: continue
            case .field(.baseline): baseline(label, value, &reading)
            case .field(let field) where !IndicatorFiller.isFilled(field, of: indicator):
                self.field(field, value, &reading)
            case .field: misplaced(value, "", &reading)
            default: continue
            }
        }
    }

    private mutating func target(_ label: FormLabel, _ value: IndicatorReader.Value, _ reading: inout Reading)
    {
        let target = ReportedValue(reading: value.text, as: measure(for: label))
        if let year = label.year, year != self.year {
            guard year > self.year, indicator.laterTargets[year] == nil else {
                return misplaced(value, "target", &reading)
            }
            indicator.laterTargets[year] = target
            indicator.sources["laterTargets.\(year)"] = reading.bound(
                value.lines, to: "indicator.laterTargets")
            return
        }
        guard indicator.sources.byField["target"] == nil else { return misplaced(value, "target", &reading) }
        indicator.target = target
        indicator.sources["target"] = reading.bound(value.lines, to: "indicator.target")
        let expectsFigure = [.percentage, .quantity, .date].contains(draft.labelMeasure)
        if expectsFigure, case .text = target.content {
            tell(.valueUnreadable, .warning, value.lines, "target", value.text, "", &reading)
        }
    }

    private func measure(for label: FormLabel) -> Measure? {
        if case .target(let measure?) = label.term { return measure }
        return indicator.measure
    }

    /// The figure to start from, with the year that its label names as its note.
    private mutating func baseline(
        _ label: FormLabel, _ value: IndicatorReader.Value, _ reading: inout Reading
    ) {
        guard indicator.baseline == nil else { return misplaced(value, "baseline", &reading) }
        var figure = Self.figure(value.text)
        if let year = label.year, figure.note == nil { figure.note = String(year) }
        indicator.baseline = figure
        indicator.sources["baseline"] = reading.bound(value.lines, to: "indicator.baseline")
    }

    private mutating func field(
        _ field: FieldTerm, _ value: IndicatorReader.Value, _ reading: inout Reading
    ) {
        let source = reading.bound(value.lines, to: "indicator." + field.rawValue)
        switch field {
        case .unit where Measure(unit: value.text) != nil:
            indicator.measure = Measure(unit: value.text)
            indicator.sources["measure"] = source
        case .note, .unit:
            indicator.note = TextJoin.join(indicator.note, value.text)
            indicator.sources["note"] = source
        default:
            let row = ObjectiveRow(lines: [], cells: [field: value.text])
            IndicatorFiller(row: row, notations: [:], year: year, source: source).fill(&indicator)
        }
    }

    /// A figure that stands alone, after the form or before its label, is the target of an indicator that has none.
    private mutating func looseTarget(_ reading: inout Reading) {
        guard !draft.loose.isEmpty else { return }
        guard indicator.sources.byField["target"] == nil, draft.loose.count == 1,
            let value = draft.loose.first
        else {
            for value in draft.loose { misplaced(value, "target", &reading) }
            return
        }
        let label = draft.emptyTarget ?? FormLabel(term: .target(nil))
        target(label, value, &reading)
        tell(.rowRepaired, .info, value.lines, "target", value.text, "", &reading)
    }

    /// `Dato di arrivo: 309 sanzioni` is the target where the cell for it is empty, and else explains it.
    private mutating func arrival(_ reading: inout Reading) {
        for (label, value) in draft.values where label.term == .arrival {
            let arrival = Self.figure(value.text)
            if indicator.sources.byField["target"] == nil {
                indicator.target = arrival
                indicator.sources["target"] = reading.bound(value.lines, to: "indicator.target")
                tell(.targetFromText, .info, value.lines, "target", value.text, "", &reading)
                continue
            }
            _ = reading.bound(value.lines, to: "indicator.target")
            if let told = arrival.number, let target = indicator.target.number, told != target {
                tell(
                    .valueAmbiguous, .warning, value.lines, "target", value.text, indicator.target.raw,
                    &reading)
            }
            let explanation = arrival.number == indicator.target.number ? arrival.note : value.text
            indicator.target.note = indicator.target.note ?? explanation
        }
    }

    /// A target told in the name stays there: it is shown, because the cell for it is empty.
    private mutating func nameTarget(_ reading: inout Reading) {
        guard indicator.sources.byField["target"] == nil else { return }
        for part in draft.name.parts {
            let key = MatchKey(part.text)
            let words = key.words
            let told = words.indices.dropLast().contains { index in
                words[index] == "target" && words[index + 1].first?.isNumber == true
            }
            if told { tell(.targetFromText, .info, part.lines, "target", part.text, "", &reading) }
        }
    }

    private mutating func misplaced(
        _ value: IndicatorReader.Value, _ field: String, _ reading: inout Reading
    ) {
        tell(.textMisplaced, .warning, value.lines, field, value.text, "", &reading)
    }

    /// A figure with what is counted behind it (`309 sanzioni`): the words are its note.
    static func figure(_ text: String) -> ReportedValue {
        let whole = ReportedValue(reading: text)
        guard case .text = whole.content, let space = text.firstIndex(of: " ") else { return whole }
        var head = ReportedValue(reading: String(text[..<space]))
        guard head.number != nil else { return whole }
        head.raw = text
        head.note = text[space...].trimmedEnds.description
        return head
    }

    private func tell(
        _ code: FindingCode, _ severity: Severity, _ lines: [Int], _ field: String, _ written: String,
        _ expected: String, _ reading: inout Reading
    ) {
        reading.tell(
            code, severity, line: lines.last ?? 0, at: .indicator, path: path, field: field, written: written,
            expected: expected)
    }
}
