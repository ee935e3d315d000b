import Model

/// Reads the presentation of the strategic lines: title, who answers for it, how many objectives it has, what it is about.
struct LineSectionReader {
    private var current: Int?
    private var definition = FormPassage()
    private var counters: [(counter: PlanCounter, lines: [Int])] = []
    private var isAtTop = false

    /// Takes an item; false where it belongs to no line. `next` is what follows it.
    mutating func take(
        _ item: FormItem, next: FormItem?, _ outline: inout PlanOutline, _ reading: inout Reading
    ) -> Bool {
        let counted = Self.counters(item)
        if !counted.isEmpty, current != nil {
            isAtTop = false
            counters += counted.map { ($0, item.lines) }
            return true
        }
        if let heading = heading(item, next: next) {
            open(heading, item, &outline, &reading)
            return true
        }
        guard let current else { return false }
        if take(number: item, current, &outline, &reading) { return true }
        if isAtTop, Self.isDelegates(item.text, next: next) {
            isAtTop = false
            let known = outline.lines[current].delegates
            outline.lines[current].delegates = known.isEmpty ? item.text : known
            outline.lines[current].sources["delegates"] = reading.bound(item.lines, to: "line.delegates")
            return true
        }
        isAtTop = false
        definition.add(item)
        return true
    }

    /// Begins a line at a heading that a label announced.
    mutating func open(
        _ heading: CodedHeading, _ item: FormItem, _ outline: inout PlanOutline, _ reading: inout Reading
    ) {
        finish(&outline, &reading)
        current = outline.line(heading, at: item.lines, &reading)
        isAtTop = true
        for number in item.lines { reading.ledger.bind(number, to: "line.title") }
    }

    /// Ends the line in the making.
    mutating func finish(_ outline: inout PlanOutline, _ reading: inout Reading) {
        for counter in counters { reading.layout(counter.lines, .emptyLabel) }
        if let current, !definition.isEmpty {
            if !outline.lines[current].definition.isEmpty { outline.lines[current].definition += "\n\n" }
            outline.lines[current].definition += definition.paragraphs
            outline.lines[current].sources["definition"] = reading.bound(
                definition.lines, to: "line.definition")
        }
        self = LineSectionReader()
    }

    /// A heading with its number: in capitals, or before counters or those who answer for the line.
    private func heading(_ item: FormItem, next: FormItem?) -> CodedHeading? {
        guard item.cells.count == 1, item.text.utf8.count <= 200,
            let heading = CodedHeading.read(item.text), heading.levels == 1,
            !CodedHeading.unitWords.contains(heading.word), heading.title.last != "."
        else { return nil }
        if PlanText.isUppercase(heading.title) { return heading }
        guard let next else { return nil }
        return !Self.counters(next).isEmpty || Self.namesDelegates(next.text) ? heading : nil
    }

    /// The counters that a label names, one or several on a line.
    private static func counters(_ item: FormItem) -> [PlanCounter] {
        if case .counter(let counter) = item.term, item.label?.rest.isEmpty == true { return [counter] }
        guard item.text.utf8.count <= 160 else { return [] }
        let words = MatchKey(item.text).words
        guard words.contains("obiettivi"), words.contains(where: { $0 == "n" || $0 == "numero" }),
            words.allSatisfy({
                counterWords[String($0)] != nil || fillers.contains(String($0)) || Int($0) != nil
            })
        else { return [] }
        return words.compactMap { counterWords[String($0)] }
    }

    private static let counterWords: [String: PlanCounter] = [
        "strategici": .strategic, "operativi": .operational, "trasversali": .crossSector,
    ]
    private static let fillers: Set<String> = ["n", "numero", "obiettivi"]

    /// Numbers under counters: one for the last one, or as many as there are counters in a row.
    private mutating func take(
        number item: FormItem, _ line: Int, _ outline: inout PlanOutline, _ reading: inout Reading
    ) -> Bool {
        if case .counter(let counter) = item.term, let rest = item.label?.rest, !rest.isEmpty,
            let value = Self.count(rest)
        {
            set(counter, value, item.lines, line, &outline, &reading)
            return true
        }
        let values = (item.cells.count > 1 ? item.cells : item.text.split(separator: " ").map(String.init))
            .filter { !$0.isEmpty }.compactMap(Self.count)
        guard !values.isEmpty, !counters.isEmpty, item.text.utf8.count <= 40,
            item.text.allSatisfy({ $0.isNumber || $0.isWhitespace })
        else { return false }
        if values.count == 1, let last = counters.popLast() {
            set(last.counter, values[0], last.lines + item.lines, line, &outline, &reading)
        } else if values.count == counters.count {
            for (counter, value) in zip(counters, values) {
                set(counter.counter, value, counter.lines + item.lines, line, &outline, &reading)
            }
            counters = []
        } else {
            return false
        }
        return true
    }

    private static func count(_ text: String) -> ReportedValue? {
        let value = ReportedValue(reading: text)
        return value.number == nil ? nil : value
    }

    private func set(
        _ counter: PlanCounter, _ value: ReportedValue, _ lines: [Int], _ line: Int,
        _ outline: inout PlanOutline,
        _ reading: inout Reading
    ) {
        let name: String
        switch counter {
        case .strategic: (name, outline.lines[line].printedCounts.strategic) = ("strategic", value)
        case .operational: (name, outline.lines[line].printedCounts.operational) = ("operational", value)
        case .crossSector: (name, outline.lines[line].printedCounts.crossSector) = ("crossSector", value)
        }
        outline.lines[line].sources["printedCounts." + name] = reading.bound(lines, to: "line.printedCounts")
    }

    /// The line under a title that names members of the Giunta.
    private static func isDelegates(_ text: String, next: FormItem?) -> Bool {
        guard text.utf8.count <= 200 else { return false }
        if namesDelegates(text) { return true }
        guard let next, !counters(next).isEmpty else { return false }
        return !text.hasSuffix(".")
    }

    private static func namesDelegates(_ text: String) -> Bool {
        guard text.utf8.count <= 200, let first = MatchKey(text.prefix(40)).words.first else { return false }
        return [
            "sindaco", "sindaca", "ass", "assessore", "assessora", "assessori", "vicesindaco", "vicesindaca",
            "delegato", "delegata", "consigliere", "consigliera",
        ].contains(first)
    }
}
