/// An indicator with its values on one line: `a) Visitatori: target 5.000, consuntivo 4.810`, `Alberi (target 40)`.
enum CardItem {
    /// The fields of a line: the indicator first, then its values; nil for any other line.
    static func fields(_ text: String, _ row: DocumentRow) -> [LabelledValue]? {
        guard text.utf8.count <= 300 else { return nil }
        let body = unnumbered(text)
        return [behindColon(body), inBrackets(body)].lazy.compactMap { parts in
            parts.flatMap { fields(named: $0.name, $0.rest, row) }
        }.first
    }

    private static func fields(named name: String, _ rest: Substring, _ row: DocumentRow) -> [LabelledValue]?
    {
        guard let known = values(rest, row), name.contains(where: \.isLetter), CardLine.label(name) == nil
        else { return nil }
        let indicator = LabelledValue(
            guess: TermGuess(.indicator, confidence: 60, reason: .neighbours), label: "", value: name,
            rows: [row])
        return [indicator] + known
    }

    /// The values that a text is a list of, each with its label, a target or an actual among them; nil for any other text.
    private static func values(_ text: Substring, _ row: DocumentRow) -> [LabelledValue]? {
        let parts = parts(text)
        let known = parts.compactMap { part in
            targetWithStart(part, row) ?? CardLine.labelWithFigure(part, row) ?? labelWithBound(part, row)
                ?? CardLine.field(part, row, isHeading: false).flatMap { $0.value.isEmpty ? nil : $0 }
        }
        guard known.count == parts.count,
            known.contains(where: { [.target, .actual, .baseline].contains($0.guess.term) }),
            Set(known.map(\.guess.term)).count == known.count
        else { return nil }
        return known
    }

    /// The name of an indicator, and the values behind it: `alberi - target 45`, `alberi. Target 45, risultato 41.`
    static func valued(_ text: String, _ row: DocumentRow) -> (name: String, values: [LabelledValue])? {
        guard text.utf8.count <= 300, text.contains(where: \.isNumber) else { return nil }
        let body = text.hasSuffix(".") ? text.dropLast() : text[...]
        for sign in [" - ", " – ", ". ", "; ", ", "] {
            for gap in body.ranges(of: sign) {
                guard let values = values(body[gap.upperBound...], row) else { continue }
                return (String(body[..<gap.lowerBound].trimmedEnds), values)
            }
        }
        return nil
    }

    /// The fields of a labelled line with its values in brackets: `Indicatore: alberi (target: 40; peso: 60%)`.
    static func bracketed(_ text: String, _ row: DocumentRow) -> [LabelledValue]? {
        guard text.utf8.count <= 400, text.last == ")", let open = text.lastIndex(of: "("),
            let first = CardLine.field(String(text[..<open].trimmedEnds), row, isHeading: false),
            !first.value.isEmpty
        else { return nil }
        let parts = parts(text[text.index(after: open)...].dropLast())
        let values = parts.compactMap {
            CardLine.field($0, row, isHeading: false) ?? CardLine.labelWithFigure($0, row)
        }
        let fields = [first] + values
        guard !values.isEmpty, values.count == parts.count, values.allSatisfy({ !$0.value.isEmpty }),
            Set(fields.map(\.guess.term)).count == fields.count
        else { return nil }
        return fields
    }

    /// `atteso 95 (nel 2024: 86)`: what is to be reached, the value of a year before behind it.
    private static func targetWithStart(_ part: String, _ row: DocumentRow) -> LabelledValue? {
        let (text, start) = withoutStart(part)
        guard !start.isEmpty,
            var target = CardLine.labelWithFigure(text, row) ?? labelWithBound(text, row),
            target.guess.term == .target
        else { return nil }
        target.value += start
        return target
    }

    /// `atteso 95 (nel 2024: 86)`: a value, and the one of a year before in brackets behind it, with the blank between them.
    static func withoutStart(_ part: String) -> (value: String, start: String) {
        guard part.last == ")", let open = part.lastIndex(of: "("), open > part.startIndex,
            YearlyValues.inBrackets(part[open...]) != nil
        else { return (part, "") }
        return (String(part[..<open].trimmedEnds), " " + part[open...])
    }

    private typealias Parted = (name: String, rest: Substring)

    /// The name, and what stands in the brackets at its end.
    private static func inBrackets(_ text: Substring) -> Parted? {
        guard text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex else { return nil }
        return (String(text[..<open].trimmedEnds), text[text.index(after: open)...].dropLast())
    }

    /// The name, and what stands behind its colon.
    private static func behindColon(_ text: Substring) -> Parted? {
        text.firstIndex(of: ":").map {
            (String(text[..<$0].trimmedEnds), text[text.index(after: $0)...])
        }
    }

    /// Parts by semicolon or comma; a comma within a figure parts nothing. Per cent in brackets behind the last one are how
    /// much was reached.
    private static func parts(_ text: Substring) -> [String] {
        var parts = text.replacing(", ", with: ";").split(separator: ";").map { String($0.trimmedEnds) }
            .filter { !$0.isEmpty }
        if parts.count > 1, let last = parts.last, let open = last.lastIndex(of: "("), last.hasSuffix("%)") {
            parts[parts.count - 1] = String(last[..<open].trimmedEnds)
            parts.append("% raggiungimento " + last[last.index(after: open)...].dropLast())
        }
        return parts
    }

    /// `target >= 40`, `target almeno 3`: a label and a figure with what bounds it.
    private static func labelWithBound(_ text: String, _ row: DocumentRow) -> LabelledValue? {
        let words = text.split(separator: " ")
        guard words.count >= 3, words.count <= 6, let last = words.last, last.contains(where: \.isNumber)
        else {
            return nil
        }
        for count in 1..<words.count - 1 {
            guard let guess = CardLine.label(words[..<count].joined(separator: " ")),
                CardLine.label(words[...count].joined(separator: " ")) == nil
                    || !words[count].contains(where: \.isLetter)
            else { continue }
            let value = words[count...].joined(separator: " ")
            return LabelledValue(
                guess: guess, label: words[..<count].joined(separator: " "), value: value, rows: [row])
        }
        return nil
    }

    /// The text without `a)`, `1.`, `- ` before it.
    static func unnumbered(_ text: String) -> Substring {
        let body = ListMark.removed(from: text)[...]
        guard let mark = body.prefix(4).firstIndex(where: { ").".contains($0) }),
            body[..<mark].count <= 2, body[..<mark].allSatisfy({ $0.isLetter || $0.isNumber }),
            body[body.index(after: mark)...].first == " "
        else { return body }
        return body[body.index(after: mark)...].drop { $0 == " " }
    }
}
