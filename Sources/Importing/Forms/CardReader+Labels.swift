import Model

extension CardReader {
    /// Takes a label that means something here; false where it is plain text.
    mutating func takeLabel(_ label: FormLabel, _ item: FormItem, _ reading: inout Reading) -> Bool {
        if let misspelt = label.misspelt, isUnderstood(label) {
            reading.tell(.headerMisspelt, .info, line: item.line, written: item.text, expected: misspelt)
        }
        switch label.term {
        case .phases: open(.phases, label, item)
        case .factors: open(.factors, label, item)
        case .reprogramming: open(.reprogramming, label, item)
        case .participants: open(.participants, label, item)
        case .resources where !isInIndicator: open(.resources, label, item)
        case .definition where !isInIndicator && block != .participants:
            hasDefinitionLabel = hasDefinitionLabel || block == .head
            open(.definition, label, item)
        case .field(.note) where !isInIndicator: open(.note, label, item)
        case .unknownPart:
            open(.note, label, item)
            add(item.asText)
        case .indicator: openIndicator(label, item)
        case let term where IndicatorReader.takes(term) && isInIndicator: indicator?.take(label, item)
        case let term where Self.isValue(term) && takesValues(label): return value(label, item)
        default: return false
        }
        return true
    }

    private func isUnderstood(_ label: FormLabel) -> Bool {
        label.term.belongsToCard || IndicatorReader.takes(label.term) && isInIndicator
    }

    private var isInIndicator: Bool { block == .indicator && indicator != nil }

    /// Labels of the card's one-line values.
    private static func isValue(_ term: FormTerm) -> Bool {
        switch term {
        case .due, .coordination, .otherSectors, .sectorList: true
        case .field(let field): [.sector, .head, .weight, .number].contains(field)
        default: false
        }
    }

    /// Beside its title a card has values; within its texts a word such as `Servizio` is only a label with a value.
    private func takesValues(_ label: FormLabel) -> Bool {
        switch block {
        case .indicator, .table, .participants, .phases, .factors: label.term == .due
        case .head, .value: true
        default: !label.rest.isEmpty || label.term == .due
        }
    }

    private mutating func value(_ label: FormLabel, _ item: FormItem) -> Bool {
        closeIndicator()
        if label.rest.isEmpty {
            block = .value(label.term)
            labelLines += item.lines
        } else {
            values.append((label, label.rest, item.lines))
        }
        return true
    }

    private mutating func open(_ next: Block, _ label: FormLabel, _ item: FormItem) {
        closeIndicator()
        block = next
        if label.rest.isEmpty {
            labelLines += item.lines
            return
        }
        switch next {
        case .phases: phases.take(label.rest, lines: item.lines, gapBefore: true)
        case .participants:
            var rest = item
            rest.content = .text
            rest.text = label.rest
            rest.cells = [label.rest]
            if !participants.take(rest) { labelLines += item.lines }
        default: texts[next, default: FormPassage()].add(label.rest, lines: item.lines, gapBefore: true)
        }
    }

    private mutating func openIndicator(_ label: FormLabel, _ item: FormItem) {
        closeIndicator()
        block = .indicator
        indicator = IndicatorReader(item, label)
    }

    /// Ends the indicator in the making; a heading over nothing is layout.
    mutating func closeIndicator() {
        guard var open = indicator else { return }
        indicator = nil
        open.finish()
        if open.isEmpty {
            labelLines += open.dimensionLines
            return
        }
        indicators.append(.form(open))
    }
}
