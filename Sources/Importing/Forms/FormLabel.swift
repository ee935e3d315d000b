import Model
import Reading

/// A label found at the start of a text.
struct FormLabel: Hashable, Sendable {
    /// What it stands for.
    let term: FormTerm
    /// What follows it on the line.
    var rest = ""
    /// The dimension that an indicator's label names.
    var dimension: IndicatorDimension?
    /// The year that it names (`Target 2025`).
    var year: Int?
    /// The number that it carries (`Obiettivo n. 3`).
    var code = ""
    /// The phrase that it was taken for, where it is misspelt.
    var misspelt: String?

    /// The label that the text is or begins with; nil for plain text. Without a colon or a cell of its own a label
    /// counts only where it is the whole text or opens lines (`FormTerm.opensLine`): sentences begin with `Obiettivo`, too.
    static func find(in text: String) -> FormLabel? {
        guard !text.isEmpty else { return nil }
        return whole(text) ?? card(text) ?? indicator(text) ?? beforeColon(text) ?? numbered(text)
            ?? opening(text) ?? figureOfYear(text)
    }

    /// The label that the whole text is, with slips, or with a year in it.
    static func whole(_ text: String) -> FormLabel? {
        guard text.utf8.count <= ImportLimits.maximumLabelBytes else { return nil }
        if let label = nearest(text) ?? told(text) { return label }
        guard let (year, rest) = HeaderYear.find(in: text), !rest.isEmpty,
            let shared = FieldTerm.vocabulary.match(rest), shared.slips == 0,
            [.target, .actual, .baseline].contains(shared.term)
        else { return nil }
        return FormLabel(term: FormTerm(shared.term), year: year)
    }

    /// `SCHEDA N. 2`: the title of a card.
    private static func card(_ text: String) -> FormLabel? {
        guard CardLine.opensCard(text), MatchKey(text).words.first == "scheda" else { return nil }
        return FormLabel(term: .objective, code: String(text.drop { !$0.isNumber }.prefix { $0.isNumber }))
    }

    /// The label of forms or of objectives that the text is, the one without a slip first. A text with a figure, or with
    /// words behind a colon, is no misspelt label.
    private static func nearest(_ text: String) -> FormLabel? {
        let own = FormTerm.rules.match(text)
        if let own, own.isExact { return FormLabel(term: own.term) }
        let shared = FieldTerm.vocabulary.match(text)
        if let shared, shared.slips == 0 { return FormLabel(term: FormTerm(shared.term)) }
        guard !hasValue(text) else { return nil }
        if let own, let corrected = own.corrected {
            return FormLabel(
                term: own.term, misspelt: corrected.prefix(1).uppercased() + corrected.dropFirst())
        }
        return shared.map { FormLabel(term: FormTerm($0.term), misspelt: $0.phrase) }
    }

    /// A label that no vocabulary has, each of whose words is one of labels: `Risorse umane assegnate`, `Programma`.
    private static func told(_ text: String) -> FormLabel? {
        guard !hasValue(text), let last = text.last, !".;,".contains(last),
            let guess = LabelReader.guess(text), guess.confidence == 100
        else { return nil }
        // One word may be the head of a column.
        let ofParts: [FieldTerm] = [.participants, .phase, .resources]
        guard guess.term == .programme || ofParts.contains(guess.term) && text.contains(" ") else {
            return nil
        }
        return FormLabel(term: FormTerm(guess.term))
    }

    private static func hasValue(_ text: String) -> Bool {
        if text.contains(where: \.isNumber) { return true }
        guard let colon = text.firstIndex(of: ":") else { return false }
        return text[colon...].contains { $0.isLetter }
    }

    /// `Indicatore di efficacia`, alone or with the name behind it.
    private static func indicator(_ text: String) -> FormLabel? {
        guard let letter = text.first(where: \.isLetter), letter == "i" || letter == "I" else { return nil }
        let words = MatchKey(text.prefix(120)).words
        guard let first = words.first, first == "indicatore" || first == "indicatori" else { return nil }
        let skipped = words.dropFirst().first == "di" ? 2 : 1
        for count in (1...2).reversed() where words.count >= skipped + count {
            let phrase = words[skipped..<skipped + count].joined(separator: " ")
            // Two words must be exact: `efficacia %` is the dimension and a name, no slip.
            guard let match = FormTerm.dimensions.match(phrase), count == 1 || match.slips == 0 else {
                continue
            }
            let rest = PlanText.dropWords(skipped + count, from: text)
            guard rest.isEmpty || skipped == 2 else { continue }
            return FormLabel(
                term: .indicator, rest: rest, dimension: match.term,
                misspelt: match.slips > 0 ? match.phrase : nil)
        }
        return nil
    }

    private static func beforeColon(_ text: String) -> FormLabel? {
        let start = text.utf8.prefix(ImportLimits.maximumLabelBytes)
        guard let colon = start.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let head = String(text[..<colon])
        guard var label = whole(head) ?? yearly(head) ?? numbered(head) ?? ofValue(head), label.rest.isEmpty
        else {
            return nil
        }
        label.rest = PlanText.value(text[text.index(after: colon)...])
        return label
    }

    /// `Servizio proponente`: a label of a card's value that no vocabulary has, before a colon.
    private static func ofValue(_ head: String) -> FormLabel? {
        guard let guess = CardLine.label(head), [.sector, .head, .due].contains(guess.term) else {
            return nil
        }
        return FormLabel(term: FormTerm(guess.term))
    }

    /// `Dato partenza 2023`: a label of this reader with a year behind it.
    private static func yearly(_ text: String) -> FormLabel? {
        guard let (year, rest) = HeaderYear.find(in: text), !rest.isEmpty,
            let own = FormTerm.rules.match(rest), own.isExact
        else { return nil }
        return FormLabel(term: own.term, year: year)
    }

    /// A label that opens a line, with its value behind it: one of forms, or one of a value before a figure.
    private static func opening(_ text: String) -> FormLabel? {
        if let own = FormTerm.rules.start(MatchKey(text.prefix(80))), own.match.term.opensLine {
            return FormLabel(term: own.match.term, rest: PlanText.dropWords(own.words, from: text))
        }
        let words = MatchKey(text.prefix(80)).words
        for count in [3, 2] where words.count > count {
            let rest = PlanText.dropWords(count, from: text)
            guard let shared = FieldTerm.vocabulary.match(words[..<count].joined(separator: " ")),
                shared.slips == 0, [.target, .actual, .weight].contains(shared.term),
                rest.contains(where: \.isNumber)
            else { continue }
            return FormLabel(term: FormTerm(shared.term), rest: rest)
        }
        return nil
    }

    /// `Target 2024 100`: a label with a year, and a figure behind it.
    private static func figureOfYear(_ text: String) -> FormLabel? {
        let words = text.prefix(60).split(separator: " ", maxSplits: 5)
        guard let order = words.firstIndex(where: { $0.utf8.count == 4 && Int($0) != nil }), order > 0,
            order + 1 < words.count, var label = whole(words[...order].joined(separator: " ")),
            label.year != nil
        else { return nil }
        label.rest = String(text[words[order].endIndex...].trimmedEnds)
        return CellShape(label.rest).isFigure ? label : nil
    }

    /// `Obiettivo n. 3`, `Indicatore 2 - Nome`: a label, its number, and a separator or nothing behind.
    private static func numbered(_ text: String) -> FormLabel? {
        guard text.utf8.prefix(80).contains(where: { $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
        let words = text.prefix(80).split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
        guard let index = words.firstIndex(where: { PlanText.isCode($0) }), index > 0 else { return nil }
        var head = words[..<index].map(String.init)
        if let last = head.last, ["n.", "n", "n°", "nr.", "nr", "num."].contains(last.lowercased()) {
            head.removeLast()
        }
        let label = head.joined(separator: " ")
        guard !label.hasSuffix(":"), !label.isEmpty, let found = whole(label), found.misspelt == nil,
            found.term.isNumbered
        else { return nil }
        let code = words[index]
        let rest = text[code.endIndex...].trimmedEnds
        let hasSeparator =
            code.hasSuffix(".") || code.hasSuffix(":") || rest.first.map { "-–:.".contains($0) } ?? true
        guard hasSeparator else { return nil }
        return FormLabel(
            term: found.term, rest: PlanText.trimmed(String(rest)), code: PlanText.trimmed(String(code)))
    }
}

extension FormTerm {
    /// Labels that documents number.
    fileprivate var isNumbered: Bool {
        switch self {
        case .objective, .strategicObjective, .line, .indicator: true
        default: false
        }
    }
}
