import Model
import Reading

/// Reads one indicator of a card: its dimension, its name, the choices of how it is measured, its target and what else
/// is labelled.
struct IndicatorReader {
    /// A value with the lines of its label and its own.
    struct Value: Hashable, Sendable {
        var text: String
        var lines: [Int]
    }

    /// A label that waits for its value.
    private struct Pending {
        var label: FormLabel
        var lines: [Int]
    }

    private(set) var name = FormPassage()
    private(set) var dimension: IndicatorDimension?
    private(set) var dimensionLines: [Int]
    private(set) var labelMeasure: Measure?
    private(set) var marked: [(measure: Measure, lines: [Int])] = []
    private(set) var values: [(label: FormLabel, value: Value)] = []
    private(set) var loose: [Value] = []
    private(set) var emptyLabels: [[Int]] = []
    private(set) var formLines: [Int] = []
    private(set) var hasForm = false
    private var pending: Pending?

    /// An indicator that begins at its label.
    init(_ item: FormItem, _ label: FormLabel) {
        dimension = label.dimension
        dimensionLines = item.lines
        guard !label.rest.isEmpty else { return }
        name.add(label.rest, lines: item.lines, gapBefore: false)
    }

    /// An indicator whose label is lost.
    init() {
        dimensionLines = []
    }

    /// True where there is nothing but a label.
    var isEmpty: Bool {
        name.isEmpty && marked.isEmpty && values.isEmpty && loose.isEmpty && !hasForm && dimension == nil
    }

    /// True for the labels that belong to an indicator.
    static func takes(_ term: FormTerm) -> Bool {
        switch term {
        case .target, .arrival: true
        case .field(let field):
            [
                .dimension, .formula, .purpose, .unit, .baseline, .actual, .deviation, .note, .weight,
                .achievement,
                .barometer,
            ].contains(field)
        default: false
        }
    }

    /// Takes a choice of the form.
    mutating func take(_ measure: Measure, isMarked: Bool?, _ item: FormItem) {
        hasForm = true
        if isMarked == true {
            marked.append((measure, item.lines))
        } else {
            formLines += item.lines
        }
    }

    /// Takes a label with or without its value.
    mutating func take(_ label: FormLabel, _ item: FormItem) {
        closePending()
        if case .target(let measure?) = label.term { labelMeasure = labelMeasure ?? measure }
        guard label.rest.isEmpty else {
            values.append((label, Value(text: label.rest, lines: item.lines)))
            return
        }
        pending = Pending(label: label, lines: item.lines)
    }

    /// Takes a text; false where it belongs to nothing here.
    mutating func take(_ item: FormItem) -> Bool {
        let text = item.text
        if let waiting = pending {
            guard accepts(text, for: waiting.label) else { return false }
            values.append((waiting.label, Value(text: text, lines: waiting.lines + item.lines)))
            pending = nil
            return true
        }
        if dimension == nil, name.isEmpty, let match = FormTerm.dimensions.match(text) {
            dimension = match.term
            dimensionLines += item.lines
            return true
        }
        if !hasForm, values.isEmpty {
            name.add(item)
            return true
        }
        guard isValue(text) else { return !hasForm && goOn(item) }
        loose.append(Value(text: text, lines: item.lines))
        return true
    }

    /// A text behind a value goes on with it, or with the name where the value is a figure.
    private mutating func goOn(_ item: FormItem) -> Bool {
        guard let last = values.last else { return false }
        switch last.label.term {
        case .field(.formula), .field(.purpose), .field(.note):
            values[values.count - 1].value.text = TextJoin.join(last.value.text, item.text)
            values[values.count - 1].value.lines += item.lines
        case .arrival, .field(.baseline): name.add(item)
        default: return false
        }
        return true
    }

    /// Takes a paragraph that stood before the form as the name.
    mutating func take(name part: FormPassage.Part) {
        name.add(part.text, lines: part.lines, gapBefore: false)
    }

    /// Ends the indicator: a label that still waits is empty, and takes the one figure that stands before it.
    mutating func finish() {
        closePending()
        let markedLines = Set(marked.flatMap(\.lines))
        formLines.removeAll(where: markedLines.contains)
    }

    private mutating func closePending() {
        guard let waiting = pending else { return }
        pending = nil
        emptyLabels.append(waiting.lines)
        if case .target = waiting.label.term { emptyTarget = waiting.label }
    }

    /// A label of a target that no value follows.
    private(set) var emptyTarget: FormLabel?

    private func accepts(_ text: String, for label: FormLabel) -> Bool {
        switch label.term {
        case .target(let measure?) where measure != .timeliness: isValue(text) || text.utf8.count <= 60
        case .target, .arrival: text.utf8.count <= 300
        default: true
        }
    }

    /// A figure, a date, or a sign that there is none.
    private func isValue(_ text: String) -> Bool {
        guard text.utf8.count <= 120 else { return false }
        let value = ReportedValue(reading: text)
        if case .text = value.content { return false }
        return true
    }
}
