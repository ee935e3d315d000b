import Reading

/// Headings that begin with a label and have no colon: offices, lines and objectives by their number.
extension CardLine {
    /// A heading that begins with a label without a colon: `SERVIZIO ANAGRAFE`, `Linea strategica 2 - …`.
    ///
    /// - Parameter isSection: it stands over the rows of a table, so that it needs no capitals.
    static func headed(_ text: String, _ row: DocumentRow, isSection: Bool = false) -> LabelledValue? {
        if let office = officeOfPerson(text, row, isSection: isSection) ?? countedOffice(text, row) {
            return office
        }
        guard text.utf8.count <= ImportLimits.maximumTitleBytes else { return nil }
        let isCapital = text == text.uppercased()
        let isNumbered = isNumberedTitle(text)
        guard isNumbered || text.utf8.count <= ImportLimits.maximumLabelBytes,
            row.kind == .heading || isCapital || isSection || isNumbered || isNumberedOffice(text)
        else { return nil }
        let words = text.split(separator: " ")
        for count in 1..<max(1, min(5, words.count)) {
            let head = text[..<words[count - 1].endIndex]
            guard let guess = label(String(head)), !isTitle(String(head), guess) else { continue }
            // `SERVIZIO EROGATO …`: the adjective is of the label.
            if TermRules.isQualifier(MatchKey(words[count]).text), count + 1 < words.count { continue }
            // `AREA STRATEGICA …` is no area: one word more says another thing.
            if let longer = label(String(text[..<words[count].endIndex])), longer.term != guess.term {
                continue
            }
            let rest = Self.unquoted(
                Self.named(text[words[count].startIndex...].drop { " -–—.)|·:".contains($0) }))
            guard let first = rest.first, isHeadTerm(guess.term, rest: rest, isCapital: isCapital),
                first.isUppercase || first.isNumber, !Self.isDay(rest)
            else { continue }
            // `AREA 1 - AFFARI GENERALI`, `DIREZIONE GENERALE`: without its first word it would name nothing.
            let isWhole =
                guess.term == .sector && (first.isNumber || Self.isGeneral(rest) || Self.isPlural(head))
            return LabelledValue(
                guess: guess, label: Self.isPlural(head) ? "" : String(head),
                value: centre(head, rest) ?? (isWhole ? text : String(rest.trimmedEnds)),
                rows: [row], isHeading: true)
        }
        return nil
    }

    /// `Centro di responsabilità 2 – Tributi`: the office that the centre is, without its number.
    static func centre(_ label: Substring, _ name: Substring) -> String? {
        guard LabelWords(String(label)).words.first.map({ ["centro", "cdr", "cdc"].contains($0) }) ?? false,
            case let rest = name.drop(while: { $0.isNumber || ".".contains($0) }).drop(while: {
                " -–—:".contains($0)
            }),
            rest.first?.isUppercase == true
        else { return nil }
        return String(rest.trimmedEnds)
    }

    /// `30 settembre 2026`, `30/09/2026`: of which day something is.
    private static func isDay(_ text: Substring) -> Bool {
        let words = text.split(separator: " ")
        guard let day = words.first, day.first?.isNumber == true else { return false }
        if day.count(where: { "/.".contains($0) }) == 2 { return true }
        guard words.count > 1, day.allSatisfy(\.isNumber), day.count <= 2 else { return false }
        if case .month? = PeriodHead(String(words[1])) { return true }
        return false
    }

    /// `DIRIGENTE DEL SETTORE 2 "FINANZE"`, `Obiettivi del Settore Tecnico`: the office that a heading names by its head or
    /// its objectives.
    static func officeOfPerson(_ text: String, _ row: DocumentRow, isSection: Bool) -> LabelledValue? {
        let words = text.firstWords(4) { PeriodHead(String($0)) == nil }
        let ofObjectives = words.first?.lowercased() == "obiettivi"
        guard words.count > 3, ofObjectives || label(String(words[0]))?.term == .head,
            ["del", "della", "dello", "dei", "di"].contains(words[1].lowercased()),
            label(String(words[2]))?.term == .sector,
            var office = headed(
                String(text[words[2].startIndex...]), row, isSection: isSection || ofObjectives)
        else { return nil }
        office.isHeading = true
        return office.guess.term == .sector ? office : nil
    }

    /// `II SETTORE - LAVORI PUBBLICI`, `3° Servizio Tributi`: an office with its number before it.
    private static func countedOffice(_ text: String, _ row: DocumentRow) -> LabelledValue? {
        let words = text.firstWords(13)
        guard words.count > 2, words.count <= 12, label(String(words[1]))?.term == .sector,
            !words[0].isEmpty && words[0].allSatisfy({ "IVX".contains($0) })
                || words[0].last.map({ "°ª^".contains($0) }) ?? false
                    && words[0].dropLast().allSatisfy(\.isNumber)
        else { return nil }
        let name = text[words[2].startIndex...].drop { " -–—:.)".contains($0) }
        guard name.first.map({ $0.isUppercase || "\"“«".contains($0) }) ?? false else { return nil }
        return LabelledValue(
            guess: TermGuess(.sector, confidence: 80, reason: .neighbours), label: String(words[1]),
            value: String(unquoted(name)), rows: [row], isHeading: true)
    }

    /// `OBIETTIVO 1 - Museo aperto`, `Obiettivo n. 2 Verde urbano`, `Obiettivo A1.1 – Voucher`: a label, a code, a sign
    /// that tells a number or one that parts them, a name.
    static func isNumberedTitle(_ text: String) -> Bool {
        if isLetteredTitle(text) { return true }
        guard let digit = text.firstIndex(where: \.isNumber), !text.contains("....") else { return false }
        let start = text[..<digit].lastIndex(of: " ").map { text.index(after: $0) } ?? digit
        guard text[..<start].utf8.count <= ImportLimits.maximumTitleBytes else { return false }
        let words = text[..<start].split(separator: " ")
        let label = words.filter { !ItemCode.isSign($0) }
        guard (1...3).contains(label.count), let code = ItemCode(leading: text[start...]),
            let guess = Self.label(label.joined(separator: " ")),
            [.objective, .strategicObjective, .line].contains(guess.term)
        else { return false }
        let rest = text[start...].dropFirst(code.length)
        let name = rest.drop { " -–—:)".contains($0) }
        let isParted = rest[..<name.startIndex].contains { "-–—:)".contains($0) }
        return name.startIndex > rest.startIndex && name.first?.isUppercase == true
            && name.utf8.count >= (isParted ? 4 : 8)
            && (label.count < words.count && name.last != "." || code.hasLetters || code.text.contains(".")
                || isParted || code.length > code.text.count || label.last?.last == ".")
    }

    /// `Settore 4 – Edilizia`: a word of offices, a number and a name behind a dash, and nothing more.
    static func isNumberedOffice(_ text: String) -> Bool {
        let parts = text.partsAtDashes
        guard parts.count == 2, text.utf8.count <= 80, parts[1].first?.isUppercase == true else {
            return false
        }
        let words = parts[0].split(separator: " ")
        return words.count == 2 && label(String(words[0]))?.term == .sector
            && (words[1].allSatisfy(\.isNumber) || words[1].allSatisfy { "IVX".contains($0) })
    }

    /// `Ambito strategico A - Imprese`, `Linea II: Scuola`.
    private static func isLetteredTitle(_ text: String) -> Bool {
        let words = text.firstWords(5)
        return (1...3).contains { count in
            guard words.count > count + 1, ItemCode(lettered: text[words[count].startIndex...]) != nil,
                let guess = label(String(text[..<words[count - 1].endIndex]))
            else { return false }
            return [.objective, .strategicObjective, .line].contains(guess.term)
        }
    }

    /// `SERVIZI SOCIALI`: the word is a part of the name, for one office has one service or several.
    static func isPlural(_ label: Substring) -> Bool {
        ["servizi", "uffici", "aree", "strutture"].contains(MatchKey(label.prefix { $0 != " " }).text)
    }

    /// `GENERALE E …`: an adjective of the word before it.
    private static func isGeneral(_ text: Substring) -> Bool {
        MatchKey(text.prefix { $0 != " " }).text.hasPrefix("general")
            && !MatchKey(text).text.hasPrefix("generali")
    }

    /// `“Ragioneria e tributi”` without its quotation marks.
    private static func unquoted(_ text: Substring) -> Substring {
        guard let first = text.first, let last = text.last, "\"“«".contains(first), "\"”»".contains(last)
        else {
            return text
        }
        return text.dropFirst().dropLast()
    }

    /// A name without `N.` before it, unless a number follows.
    private static func named(_ text: Substring) -> Substring {
        let words = text.split(separator: " ", maxSplits: 1)
        guard words.count == 2, ItemCode.isSign(words[0]),
            words[1].first?.isLetter == true
        else { return text }
        return words[1]
    }

    private static func isHeadTerm(_ term: FieldTerm, rest: Substring, isCapital: Bool) -> Bool {
        switch term {
        case .line: true
        case .sector: rest.contains(where: \.isLetter)
        case .objective, .strategicObjective:
            // `OBIETTIVI 2023 DEL SERVIZIO FINANZIARIO` is the title of a document.
            (rest.first?.isNumber == true || ItemCode(leading: rest)?.hasLetters == true
                || ItemCode(lettered: rest) != nil)
                && rest.contains(where: \.isLetter)
                && PeriodHead(String(rest.prefix { $0.isNumber })) == nil
        default: false
        }
    }
}
