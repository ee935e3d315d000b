import Model
import Reading

/// Lists under a label: `Indicatori di efficacia:` over `- anziani visitati: 250`, `Azioni:` over `a) avviso pubblico`.
extension PieceScanner {
    /// The fields of a list below a label, with how many rows it has; empty where no list of such fields follows.
    ///
    /// - Parameter rows: what follows the label.
    static func listed(under label: LabelledValue, _ rows: [DocumentRow]) -> (
        items: [[LabelledValue]], rows: Int
    ) {
        let areIndicators = DoubleHead(label.label)?.upper == .indicator
        guard label.value.isEmpty, areIndicators || [.indicator, .phase, .target].contains(label.guess.term)
        else {
            return ([], 0)
        }
        var items: [[LabelledValue]] = []
        var sign: Bool?
        var index = 0
        while index < rows.count {
            let row = rows[index]
            guard row.cells.count == 1, let text = item(row, order: items.count),
                // `3. Patrimonio` goes on with no list of `a)`, `b)`.
                sign == nil || sign == beginsWithNumber(row.text),
                let fields = fields(of: text, row, label, areNamed: areIndicators),
                fields.allSatisfy(\.isPlausible)
            else { break }
            sign = beginsWithNumber(row.text)
            index += 1
            let below = fields.count == 1 ? rows[index...].first.flatMap(values) ?? [] : []
            if !below.isEmpty { index += 1 }
            items.append(fields + below)
        }
        // `Risultati attesi:` over `- Pratiche definite: 150`; over other items it says in words what is to be reached.
        let areValued =
            areIndicators || label.guess.term != .target
            || items.allSatisfy { $0.contains { $0.guess.term == .target } }
        return areValued ? (items, index) : ([], 0)
    }

    /// The values of the indicator that stands above, each with its label, among them what is to be reached or was; nil
    /// for any other line.
    static func values(_ row: DocumentRow) -> [LabelledValue]? {
        guard row.cells.count == 1 else { return nil }
        let text = ListMark.removed(from: row.text)
        let fields = labelledValues(text, row)
        guard fields.contains(where: { [.target, .actual].contains($0.guess.term) }),
            fields.allSatisfy({ !$0.value.isEmpty && valueTerms.contains($0.guess.term) })
        else { return nil }
        return fields
    }

    private static let valueTerms: Set<FieldTerm> = [
        .baseline, .target, .actual, .achievement, .deviation, .weight, .unit, .formula, .dataSource,
    ]

    /// `Valore atteso 2026: 5; 2027: 7` is one label; in `Baseline: 2; Target: 5` each part has its own.
    private static func labelledValues(_ text: String, _ row: DocumentRow) -> [LabelledValue] {
        guard let field = CardLine.field(text, row, isHeading: false), field.guess.term == .target,
            let year = field.guess.year, YearlyValues.read("\(year): " + field.value) != nil
        else { return CardLine.fields(text, row) }
        return [field]
    }

    private static func beginsWithNumber(_ text: String) -> Bool { text.first?.isNumber ?? false }

    /// The text of an item: what follows a mark, or the number or letter that is its turn; nil for any other line.
    private static func item(_ row: DocumentRow, order: Int) -> String? {
        let body = ListMark.removed(from: row.text)
        if body != row.text { return body.isEmpty ? nil : body }
        return NumberedItems.item(row.text, order: order) ?? (row.isItem ? row.text : nil)
    }

    /// - Parameters:
    ///   - areNamed: each item is an indicator with its value, though its name may be a label.
    ///   - isWeighted: this one has a weight, as only an indicator has.
    private static func fields(
        of text: String, _ row: DocumentRow, _ label: LabelledValue, areNamed: Bool,
        isWeighted: Bool = false
    ) -> [LabelledValue]? {
        func field(_ term: FieldTerm, _ value: String) -> LabelledValue {
            LabelledValue(
                guess: TermGuess(term, confidence: 60, reason: .neighbours), label: label.label, value: value,
                rows: [row])
        }
        guard label.guess.term != .phase else { return [field(.phase, text)] }
        if let weighted = WeightText.parted(text),
            let others = fields(of: weighted.title, row, label, areNamed: areNamed, isWeighted: true)
        {
            return others + [field(.weight, weighted.weight)]
        }
        let (whole, start) = CardItem.withoutStart(text)
        if !start.isEmpty,
            let fields = fields(of: whole, row, label, areNamed: areNamed, isWeighted: isWeighted),
            let target = fields.firstIndex(where: { $0.guess.term == .target })
        {
            var result = fields
            result[target].value += start
            return result
        }
        if let parted = parted(text, row, field) { return parted }
        if let known = CardItem.fields(text, row) { return known }
        if let colon = text.firstIndex(of: ":"), CardLine.label(String(text[..<colon])) != nil,
            !isWeighted, !areNamed || !text[..<colon].contains(" ")
        {
            return nil
        }
        guard let colon = text.lastIndex(of: ":"),
            !text[..<colon].contains("(") || text[..<colon].contains(")"),
            case let value = text[text.index(after: colon)...].trimmedEnds, isTarget(String(value))
        else { return [field(.indicator, text)] }
        return [field(.indicator, String(text[..<colon].trimmedEnds)), field(.target, String(value))]
    }

    /// `Gradimento - Target: 8 - Peso: 40`: the name, and fields of it.
    private static func parted(
        _ text: String, _ row: DocumentRow, _ field: (FieldTerm, String) -> LabelledValue
    ) -> [LabelledValue]? {
        let parts = text.partsAtDashes
        let values = parts.dropFirst().compactMap {
            CardLine.field($0, row, isHeading: false) ?? CardLine.labelWithFigure($0, row)
        }
        guard !values.isEmpty, values.count == parts.count - 1, values.allSatisfy({ !$0.value.isEmpty }),
            Set(values.map(\.guess.term)).count == values.count
        else { return nil }
        return [field(.indicator, parts[0])] + values
    }

    /// What may stand behind the name of an indicator as what is to be reached: a figure, a day, `max 35 euro`, `sì`.
    private static func isTarget(_ text: String) -> Bool {
        text.utf8.count <= 40 && text.split(separator: " ").count <= 6
            && (text.contains(where: \.isNumber) || CellShape(text).isFigure
                || ReportedValue(reading: text, as: .onOff).doneInWords != nil)
    }
}
