import Reading

/// Labels in lines of text.
enum CardLine {
    /// The term that a whole text is the label of; nil where it is none.
    static func label(_ text: String) -> TermGuess? {
        guard text.utf8.count <= 70, LabelReader.mayBeLabel(text),
            text.utf8.last != 0x2E || endsWithAbbreviation(text),
            PeriodHead(text) == nil, let guess = LabelReader.guess(text),
            guess.confidence == 100 || isOfCoded(text, guess)
        else { return nil }
        // `Resp. Area 1` names one of several, `Settore 2 "Economico` too: values.
        if guess.term == .head || guess.term == .sector,
            text.contains(where: { $0.isNumber || "\"“”«»".contains($0) })
        {
            return nil
        }
        // `OB_02`, `n. 1` are codes.
        if guess.year == nil, let code = text.split(separator: " ").last.flatMap({ ItemCode(leading: $0) }),
            guess.term == .number || code.length == text.count && code.hasLetters
        {
            return nil
        }
        // `entro 30 giugno` is a day, `DUP 4.2` a place in a document.
        if [.due, .dupReferences].contains(guess.term) || guess.term == .programme && guess.year == nil,
            text.contains(where: \.isNumber)
        {
            return nil
        }
        return guess
    }

    /// `Obiettivo V.01`: the label of an objective with a code, whose letters are no word.
    private static func isOfCoded(_ text: String, _ guess: TermGuess) -> Bool {
        let words = text.split(separator: " ")
        guard guess.term == .objective, (2...4).contains(words.count), let code = words.last,
            let found = ItemCode(leading: code), found.hasLetters, found.length == code.count,
            code.contains(where: \.isNumber)
        else { return false }
        return LabelReader.guess(words.dropLast().joined(separator: " "))?.confidence == 100
    }

    /// `N.`, `Resp.`, `P.O.`: the point is of the abbreviation.
    private static func endsWithAbbreviation(_ text: String) -> Bool {
        MatchKey(text).words.last.map {
            $0.utf8.count == 1 || $0.utf8.count <= 5 && TermRules.knows(String($0))
        } ?? false
    }

    /// The second line of a label: its words belong to labels, and it begins small, or a value that is no label follows.
    static func isPartOfLabel(_ text: String, after first: String, followed value: DocumentRow?) -> Bool {
        let words = LabelWords(text).words
        guard !words.isEmpty, text.utf8.count <= 40, !text.contains(":"),
            words.allSatisfy({ TermRules.knows($0) })
        else {
            return false
        }
        // `entro 30 giugno` is a value.
        if text.first?.isLowercase == true {
            return !text.contains(where: \.isNumber) || LabelWords(text).year != nil
        }
        guard let value, value.cells.count == 1, label(value.text) == nil, let alone = label(text),
            let own = label(first)
        else { return false }
        return own.term != alone.term && label(first + " " + text).map { $0.term == alone.term } ?? false
            && MatchKey(first).words.count == 1
    }

    /// A code: figures with letters or points, no blank.
    static func isCode(_ text: String) -> Bool {
        text.utf8.count <= 12 && text.contains(where: \.isNumber) && !text.contains(" ")
            && PeriodHead(text) == nil
    }

    /// True for a line that has a label of its own, though no known one: `Data di approvazione: …`.
    static func looksLabelled(_ text: String) -> Bool {
        guard let colon = text.firstIndex(of: ":"), text.first?.isUppercase == true else { return false }
        let label = text[..<colon]
        return label.utf8.count <= 40 && label.split(separator: " ").count <= 5
    }

    /// True for the words of a label that are those of a title: `Obiettivi gestionali 2022`, `Obiettivi e indicatori`.
    static func isTitle(_ text: String, _ guess: TermGuess) -> Bool {
        guard [.objective, .indicator, .note, .project].contains(guess.term) else { return false }
        let words = MatchKey(text).words
        return guess.year != nil || words.first == "obiettivi" || words.first == "progetti"
            || guess.term == .objective && words.dropFirst().contains("per")
            || ["obiettiv", "indicator"].allSatisfy { stem in words.contains { $0.hasPrefix(stem) } }
                && words.contains("e")
    }

    /// The fields of a line: `label: value`, or several such pairs.
    static func fields(_ text: String, _ row: DocumentRow) -> [LabelledValue] {
        for sign in [";", " · ", " • ", " | "] where sign == ";" || text.contains(sign) {
            // A line without a semicolon is one part, with or without brackets at its end.
            let parts = sign != ";" || text.utf8.contains(0x3B) ? text.components(separatedBy: sign) : [text]
            if let parted = fields(parts, row) { return parted }
        }
        if let found = officeWithHead(text, row) ?? officeWithPerson(text, row) ?? listItem(text, row) {
            return found
        }
        // `Ob. 1 - Verde urbano - peso 50%`
        if case let parts = text.partsAtDashes, parts.count > 2, let parted = fields(parts, row) {
            return parted
        }
        guard let first = field(text, row, isHeading: row.kind == .heading) ?? withPoint(text, row) else {
            return CardItem.fields(text, row) ?? amongUnknown(text, row).map { [$0] } ?? []
        }
        // `Servizi svolti: atteso 5, realizzato 4` names no office.
        if [.sector, .line].contains(first.guess.term), let item = CardItem.fields(text, row) { return item }
        let result = several(first, row)
        if result.count == 1 { return section(first) }
        return result.count > 2 ? result.map(withoutPoint) : result
    }

    /// `Tipologia: sviluppo Peso: 30% Durata: annuale`: the weight among labels that nobody knows.
    private static func amongUnknown(_ text: String, _ row: DocumentRow) -> LabelledValue? {
        guard row.kind != .heading, text.utf8.count <= 120, looksLabelled(text),
            let colon = text.firstIndex(of: ":"),
            let (before, rest) = split(String(text[text.index(after: colon)...])),
            before.utf8.count <= 40, var field = field(rest, row, isHeading: false),
            [.weight, .objectiveWeight].contains(field.guess.term),
            let figure = field.value.split(whereSeparator: { " ;–".contains($0) }).first,
            CellShape(String(figure)).isFigure
        else { return nil }
        let behind = field.value[figure.endIndex...].drop { " ;–-".contains($0) }
        guard behind.isEmpty || looksLabelled(String(behind)) else { return nil }
        field.value = String(figure)
        field.unknown = [text[...colon] + " " + before, String(behind)].filter { !$0.isEmpty }
        return field
    }

    /// `Risultato atteso. Intervento entro un'ora.`: a point behind the label of a text, and sentences.
    private static func withPoint(_ text: String, _ row: DocumentRow) -> LabelledValue? {
        let texts: [FieldTerm] = [.definition, .target, .actual, .note, .purpose, .formula]
        guard row.kind == .text, text.last == ".", let point = text.firstRange(of: ". "),
            case let label = String(text[..<point.lowerBound]), label.utf8.count <= 40,
            let guess = label.split(separator: " ").count > 1 ? Self.label(label) : nil,
            texts.contains(guess.term),
            case let value = String(text[point.upperBound...]), value.split(separator: " ").count > 2
        else { return nil }
        return LabelledValue(guess: guess, label: label, value: value, rows: [row])
    }

    /// A field, and those whose labels stand in its value.
    static func several(_ first: LabelledValue, _ row: DocumentRow) -> [LabelledValue] {
        var result = [first]
        while let (value, rest) = split(result[result.count - 1].value),
            let next = field(rest, row, isHeading: false)
        {
            result[result.count - 1].value = value
            result.append(next)
        }
        // `Indicatore 1: alberi - target 45`
        if result.count == 1, first.guess.term == .indicator,
            let (name, values) = CardItem.valued(first.value, row)
        {
            result[0].value = name
            result += values
        }
        return result
    }

    /// `Indicatore: giorni medi. Target: 45.`: the point ends what is said of a field, and is not of its value.
    private static func withoutPoint(_ field: LabelledValue) -> LabelledValue {
        var field = field
        if field.value.last == ".", !endsWithAbbreviation(field.value) { field.value.removeLast() }
        return field
    }

    /// `Indicatore: alberi`, `target: 10`, `peso 60%`: the parts of a line, each a field; nil for any other line.
    static func fields(_ parts: [String], _ row: DocumentRow) -> [LabelledValue]? {
        if let bracketed = CardItem.bracketed(parts.joined(separator: ";"), row) { return bracketed }
        let parts = parts.map { String($0.drop { " -–•·".contains($0) }).trimmingWhitespace() }.filter {
            !$0.isEmpty
        }
        guard parts.count > 1, parts.count <= 8 else { return nil }
        if let item = listItem(parts.joined(separator: "; "), row) { return item }
        var result = codedTitle(parts, row).map { [$0] } ?? []
        for part in parts.dropFirst(result.isEmpty ? 0 : 2) {
            guard let field = field(part, row, isHeading: false) ?? labelWithFigure(part, row),
                !field.value.isEmpty
            else { return nil }
            result += several(field, row)
        }
        return Set(result.map(\.guess.term)).count == result.count ? result.map(withoutPoint) : nil
    }

    /// `peso 60%`, `atteso <= 30`, `speso € 120,50`: a label and a figure, with the signs before it.
    static func labelWithFigure(_ text: String, _ row: DocumentRow) -> LabelledValue? {
        let words = text.split(separator: " ")
        guard let last = words.last, CellShape(String(last)).isFigure, last.contains(where: \.isNumber),
            let end = words.dropLast().last(where: { $0.contains(where: \.isLetter) })?.endIndex,
            let guess = label(String(text[..<end]))
        else { return nil }
        let value = String(text[end...].trimmedEnds)
        return LabelledValue(guess: guess, label: String(text[..<end]), value: value, rows: [row])
    }

    /// `Peso 60% raggiunto`: a weight, and the state that the objective is in.
    static func weightWithState(_ text: String, _ row: DocumentRow) -> LabelledValue? {
        guard text.utf8.count <= 60 else { return nil }
        let words = text.split(separator: " ")
        guard let place = words.firstIndex(where: { CellShape(String($0)).isFigure }),
            place > 0, place + 1 < words.count, HeadingResult.areJudgements(words[(place + 1)...]),
            let field = labelWithFigure(words[...place].joined(separator: " "), row),
            [.weight, .objectiveWeight].contains(field.guess.term)
        else { return nil }
        return field
    }

    /// The field that a line with a colon is; nil where what stands before the colon is no label.
    static func field(_ text: String, _ row: DocumentRow, isHeading: Bool) -> LabelledValue? {
        guard let colon = text.firstIndex(of: ":"), text.utf8.distance(from: text.startIndex, to: colon) <= 80
        else {
            return nil
        }
        // `Peso.....: 60`: dots lead to the colon.
        let written = text[..<colon]
        let label = written.hasSuffix("..") ? String(written.prefix { $0 != "." }) : String(written)
        guard let guess = guess(label), !isInTitle(label, of: text), !isOfLetter(label, text),
            guess.term != .objective || !isAdverbial(label) && !isChapter(label) && !isBehindTitle(label)
        else { return nil }
        var value = String(text[text.index(after: colon)...].drop { $0 == ":" }.trimmedEnds)
        if guess.term == .head { value = person(in: value) }
        if guess.term == .sector, let name = centre(label[...], value[...]) { value = name }
        // A figure is the value of a field, however its line looks.
        let isHeading = isHeading && !CellShape(value).isFigure
        return LabelledValue(guess: guess, label: label, value: value, rows: [row], isHeading: isHeading)
    }

    /// `A. Bianchi.`, `Anna Bianchi. Nel corso dell'anno …`: the name, without the point and the sentences behind it.
    private static func person(in text: String) -> String {
        let words = text.split(separator: " ")
        guard
            let end = words.indices.first(where: { index in
                words[index].last == "."
                    && (index == words.count - 1 ? words[index].count > 4 : words[index].count > 5)
            }), end == words.count - 1 || end < 6 && words.count - end > 5
        else { return text }
        return String(text[..<words[end].endIndex].dropLast())
    }

    /// True for the line that says what a letter or a mail is about: `Oggetto: I: R: obiettivi 2026`.
    static func isSubject(_ text: String) -> Bool {
        text.firstIndex(of: ":").map { isOfLetter(String(text[..<$0]), text) } ?? false
    }

    private static func isOfLetter(_ label: String, _ text: String) -> Bool {
        // Answered, sent on.
        let ways: Set<Substring> = ["i", "r", "fw", "fwd", "re", "rif", "inoltro"]
        let words = MatchKey(text).words.dropFirst().filter { !ways.contains($0) }
        guard MatchKey(label).text == "oggetto", let first = words.first else { return false }
        let deeds = [
            "assegnazion", "trasmission", "invio", "comunicazion", "richiest", "individuazion", "definizion",
            "valutazion", "approvazion", "adozion", "liquidazion", "rendicontazion", "verific", "validazion",
            "pesatur", "proposta", "accertament",
        ]
        return DocumentCover.isTitle([first])
            || deeds.contains(where: first.hasPrefix)
                && words.dropFirst().contains { DocumentCover.isTitle([$0]) }
    }

    /// `Obiettivo 2 – Biblioteca: patto per la lettura`: the label is over at the dash, the colon is of the title.
    private static func isInTitle(_ label: String, of text: String) -> Bool {
        // `Obiettivo 4.1 Piano di zona: presa in carico`
        if label.firstDash == nil, isNumberedTitle(label) { return true }
        guard let dash = label.firstDash, isNumberedTitle(text) else { return false }
        return Self.guess(String(label[dash.upperBound...])) == nil
    }

    /// `3. Obiettivi: risultati raggiunti`: a chapter about all of them.
    static func isChapter(_ label: String) -> Bool {
        guard let code = ItemCode(leading: label) else { return false }
        return MatchKey(code.rest(of: label)).words.first == "obiettivi"
    }

    /// `PEG 2026 – Obiettivi di gestione: avanzamento`: the title of a document, and what it tells of all objectives.
    private static func isBehindTitle(_ label: String) -> Bool {
        guard let dash = label.firstDash else { return false }
        return DocumentCover.isTitle(MatchKey(label[..<dash.lowerBound]).words)
            && MatchKey(label[dash.upperBound...]).words.first == "obiettivi"
    }

    /// `Per raggiungere l'obiettivo sono previste le fasi:` leads to what follows and names no objective.
    private static func isAdverbial(_ label: String) -> Bool {
        let first = MatchKey(label).words.first.map(String.init) ?? ""
        return ["per", "con", "al", "ai", "nel", "nell", "nella", "dal", "dall", "dalla"].contains(first)
    }

    /// The guess for what stands before a colon. A name may begin with the word of an office (`Area verde`) or of an
    /// activity: these need nearly all their words known, others half of them.
    private static func guess(_ label: String) -> TermGuess? {
        // `Indicatori di risultato (valore atteso a fine anno)`: the brackets are about their values.
        if label.last == ")", let open = label.firstIndex(of: "("),
            let own = LabelReader.guess(String(label[..<open])), own.confidence == 100, own.term == .indicator
        {
            return own
        }
        if let guess = LabelReader.guess(label), guess.confidence >= 60 { return guess }
        let isName: Set<FieldTerm> = [.sector, .line, .number, .definition, .phase, .total, .due, .programme]
        guard let guess = LabelReader.guessByFirstWord(label), guess.confidence >= 50,
            !isName.contains(guess.term)
        else { return nil }
        return guess
    }

    /// A value with another label in it, as the value and the rest.
    private static func split(_ value: String) -> (value: String, rest: String)? {
        guard let colon = value.firstIndex(of: ":") else { return nil }
        let words = value[..<colon].split(separator: " ")
        for count in stride(from: min(4, words.count - 1), to: 0, by: -1) {
            let start = words[words.count - count].startIndex
            guard words[words.count - count].first?.isUppercase == true,
                label(String(value[start..<colon])) != nil
            else { continue }
            // `alberi - Target: 10`: the dash parts the two.
            var kept = value[..<start].trimmedEnds
            if let last = kept.last, "-–—,;|".contains(last) { kept = kept.dropLast().trimmedEnds }
            // `Settore Economico Finanziario Peso: 30`: the word of an office alone names none.
            if count > 1, let own = label(String(kept)), own.term == .sector { continue }
            return (String(kept), String(value[start...]))
        }
        return nil
    }

    /// `Obiettivo strategico 1.1 Risorse finanziarie`: a label with a code and a name, though labels have all its words.
    static func isCodedTitle(_ row: DocumentRow) -> Bool {
        guard let field = headed(row.text, row), field.guess.term.opensSection,
            let code = ItemCode(leading: field.value), code.text.contains(where: \.isNumber)
        else { return false }
        return field.value.dropFirst(code.length).contains(where: \.isLetter)
    }

    /// `SCHEDA OBIETTIVO N. 2`, `Scheda n. 4`: the title of a card.
    static func opensCard(_ text: String) -> Bool {
        guard text.utf8.count <= 60 else { return false }
        let words = MatchKey(text).words
        // `Schede obiettivo 2025`: the title of a document.
        let years = words.count { PeriodHead(String($0)) != nil }
        guard years == 0 || words.count(where: { $0.contains(where: \.isNumber) }) > years else {
            return false
        }
        return words.first.map { ["scheda", "schede"].contains($0) } ?? false
            && words.dropFirst().allSatisfy {
                TermRules.knows(String($0)) || $0.allSatisfy(\.isNumber)
                    || TermRules.stopWords.contains(String($0)) || $0.utf8.count < 3
                    || $0.contains(where: \.isNumber) && $0.utf8.count <= 10
            }
    }
}

extension FieldTerm {
    /// True where a row of one cell with this label opens a section of a table.
    var opensSection: Bool { [.line, .sector, .head, .objective, .strategicObjective].contains(self) }
}
