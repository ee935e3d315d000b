import Foundation

/// Titles of objectives that a number or fields of theirs tell, on one line or in one row.
extension CardLine {
    /// `Ob. 3.1`, `Manutenzione delle strade`, `Peso 30%`: the number of an objective and its title side by side, with
    /// fields of it.
    static func codedTitle(_ parts: [String], _ row: DocumentRow) -> LabelledValue? {
        guard parts.count > 2, let guess = label(parts[0]), guess.term == .objective, guess.year == nil,
            isCode(String(parts[0].split(separator: " ").last ?? "")), parts[1].first?.isUppercase == true,
            parts[1].count(where: \.isLetter) >= 3, label(parts[1]) == nil
        else { return nil }
        return LabelledValue(guess: guess, label: parts[0], value: parts[1], rows: [row])
    }

    /// `1. Verde urbano (peso 40)`: the numbered title of an objective with its weight; `overList`: over a list of
    /// indicators it needs no number.
    static func weighted(_ text: String, _ row: DocumentRow, overList: Bool = false) -> LabelledValue? {
        guard text.utf8.count <= ImportLimits.maximumTitleBytes, overList || text.first?.isNumber == true,
            text.last == ")", let open = text.lastIndex(of: "("),
            let weight = labelWithFigure(String(text[text.index(after: open)...].dropLast()), row),
            [.weight, .objectiveWeight].contains(weight.guess.term)
        else { return nil }
        let name = text[..<open].drop { $0.isNumber || ".) ".contains($0) }
        guard name.first?.isUppercase == true, name.utf8.count >= 8 else { return nil }
        return LabelledValue(
            guess: TermGuess(.objective, confidence: 70, reason: .neighbours), label: "", value: text,
            rows: [row], isHeading: true)
    }

    /// `OBIETTIVO N. 1`, `Obiettivo trasversale OT1`: the label of objectives with a code and no title.
    static func isCodeAlone(_ text: String) -> Bool {
        var words = text.split(separator: " ")
        guard (2...5).contains(words.count), let last = words.popLast(),
            ItemCode(leading: last)?.length == last.count
        else { return false }
        if words.last.map(ItemCode.isSign) ?? false { words.removeLast() }
        return label(words.joined(separator: " "))?.term == .objective
    }

    /// `Punti 25/60`, `Punteggio massimo 30`: the weight of the objective of a card, as a share of its points.
    static func points(_ text: String, _ row: DocumentRow) -> LabelledValue? {
        let words = text.split { " :".contains($0) }.map(String.init)
        guard (2...4).contains(words.count), let last = words.last, let label = words.dropLast().first,
            ["punti", "punteggio"].contains(label.lowercased()),
            words.dropLast().dropFirst().allSatisfy({ of in
                ["massim", "max", "attribuibil", "assegna", "attribuit"].contains {
                    of.lowercased().hasPrefix($0)
                }
            }), let figure = last.split(separator: "/").first,
            figure.allSatisfy({ $0.isNumber || $0 == "," }),
            last.split(separator: "/").count <= 2
        else { return nil }
        return LabelledValue(
            guess: TermGuess(.objectiveWeight, confidence: 70, reason: .neighbours), label: label,
            value: String(figure), rows: [row])
    }

    /// `1. Verde urbano. Indicatore: alberi; target: 80.`: the title and the fields behind it; nil for any other line.
    private static func sentences(_ text: String) -> [String]? {
        let parts = text.split(separator: ";").map { String($0.trimmedEnds) }
        guard parts.count > 1, text.first?.isNumber == true, let first = parts.first,
            let gap = first.ranges(of: ". ").last, first[gap.upperBound...].contains(":")
        else { return nil }
        var result = [String(first[..<gap.lowerBound]), String(first[gap.upperBound...])]
        result.append(contentsOf: parts.dropFirst())
        if let last = result.last, last.last == "." { result[result.count - 1] = String(last.dropLast()) }
        return result
    }

    /// `1. Verde urbano - indicatore: alberi - target: 80`: the number and title of an objective, and its fields.
    static func listItem(_ text: String, _ row: DocumentRow) -> [LabelledValue]? {
        let parts = sentences(text) ?? text.partsAtDashes
        guard parts.count > 1, let first = parts[0].split(separator: " ", maxSplits: 1).first,
            let sign = first.last, ".)".contains(sign), first.dropLast().allSatisfy(\.isNumber),
            first.count > 1
        else { return nil }
        let title = String(parts[0].dropFirst(first.count).drop { $0 == " " })
        let rest = parts.dropFirst().map {
            field($0, row, isHeading: false) ?? labelWithFigure($0, row) ?? points($0, row)
        }
        var fields = rest.compactMap { $0 }
        if fields.count == 1, fields[0].guess.term == .weight { fields[0].guess.term = .objectiveWeight }
        guard fields.count == rest.count, title.first?.isUppercase == true,
            fields.contains(where: { $0.guess.term == .indicator })
                || fields.count == 1 && fields[0].guess.term == .objectiveWeight,
            fields.allSatisfy({ !$0.value.isEmpty }), Set(fields.map(\.guess.term)).count == fields.count
        else { return nil }
        let objective = LabelledValue(
            guess: TermGuess(.objective, confidence: 70, reason: .neighbours), label: String(first),
            value: title, rows: [row])
        return [objective] + fields
    }
}
