import Model
import Reading

/// One thing that a plan says, in the order of the page: a label, a choice of a form, a table row, a line of text.
struct FormItem: Hashable, Sendable {
    /// What it is.
    enum Content: Hashable, Sendable {
        /// A label, alone or with its value behind it.
        case label(FormLabel)
        /// A choice of how to measure; `isMarked` is nil where the form lost its marks.
        case choice(Measure, isMarked: Bool?)
        /// A table of indicators, objectives, phases or people.
        case table(TableDraft)
        /// A row of several cells.
        case row
        /// A line of text.
        case text
    }

    /// What it is.
    var content: Content
    /// The lines that it was written on, from 1.
    var lines: [Int]
    /// The text, marks of markup removed.
    var text: String
    /// The cells; one for a line of text.
    var cells: [String]
    /// True where a blank line, or nothing, stands before it.
    var gapBefore: Bool

    /// The label, if it is one.
    var label: FormLabel? {
        guard case .label(let label) = content else { return nil }
        return label
    }

    /// What the label stands for, if it is one.
    var term: FormTerm? { label?.term }

    /// True for a choice of how to measure.
    var isChoice: Bool { if case .choice = content { true } else { false } }

    /// The same item as the text that it was written as, for places where a label means nothing.
    var asText: FormItem {
        var item = self
        item.content = cells.count > 1 ? .row : .text
        return item
    }

    /// Its first line.
    var line: Int { lines.first ?? 0 }
}

/// A text with the lines that it was put together from.
struct FormPassage: Hashable, Sendable {
    /// One line of it.
    struct Part: Hashable, Sendable {
        let lines: [Int]
        let text: String
        let gapBefore: Bool
    }

    /// Its lines, in order.
    private(set) var parts: [Part] = []

    /// True where it holds nothing.
    var isEmpty: Bool { parts.isEmpty }
    /// The line numbers.
    var lines: [Int] { parts.flatMap(\.lines) }

    /// Adds a line; an empty text only lends its number.
    mutating func add(_ text: String, lines: [Int], gapBefore: Bool) {
        parts.append(Part(lines: lines, text: text, gapBefore: gapBefore))
    }

    /// Adds an item's text. What stands between it and the line before is a gap, too.
    mutating func add(_ item: FormItem) {
        let isApart = parts.last?.lines.last.map { $0 + 1 != item.line } ?? true
        add(item.text, lines: item.lines, gapBefore: item.gapBefore || isApart)
    }

    /// Takes the last line back.
    mutating func popLast() -> Part? { parts.popLast() }

    /// The lines that go on, after a gap, with a sentence that was cut before it.
    var cutLines: [Int] {
        zip(parts, parts.dropFirst()).filter { Self.isCut($0, before: $1) && $1.gapBefore }.map {
            $1.lines.first ?? 0
        }
    }

    private static func isCut(_ part: Part, before next: Part) -> Bool {
        TextJoin.isCut(part.text, before: next.text) && PlanText.bullet(next.text) == nil
    }

    /// The text as paragraphs: an empty line parts them, a cut line is put together, a list keeps its lines.
    var paragraphs: String {
        var result = ""
        var previous: Part?
        for part in parts where !part.text.isEmpty {
            if let previous, Self.isCut(previous, before: part) {
                TextJoin.append(part.text, to: &result)
            } else {
                if previous != nil { result += part.gapBefore ? "\n\n" : "\n" }
                result += part.text
            }
            previous = part
        }
        return result
    }

    /// The text on one line; a semicolon parts paragraphs that nothing else parts.
    var oneLine: String {
        var result = ""
        for part in parts where !part.text.isEmpty {
            let isParted = result.last.map { ".:;,-–(".contains($0) } ?? true
            if part.gapBefore, !isParted, !part.text.hasPrefix("("),
                !TextJoin.isCut(result, before: part.text)
            {
                result += ";"
            }
            TextJoin.append(part.text, to: &result)
        }
        return result
    }
}

extension Reading {
    /// The provenance of a field that several lines gave: the first one's number, the text of all.
    func source(_ numbers: [Int]) -> Source {
        let texts = numbers.map { text.line($0)?.raw ?? "" }.filter { !$0.isEmpty }
        return Source(file: file, line: numbers.first ?? 0, text: texts.joined(separator: "\n"))
    }

    /// The provenance of the field, its lines bound to it.
    mutating func bound(_ numbers: [Int], to field: String) -> Source {
        for number in numbers { ledger.bind(number, to: field) }
        return source(numbers)
    }

    /// Binds lines that carry no value.
    mutating func layout(_ numbers: [Int], _ reason: LayoutReason) {
        for number in numbers { ledger.bind(number, as: reason) }
    }
}
