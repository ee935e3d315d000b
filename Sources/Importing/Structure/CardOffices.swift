/// Offices and those who head them, on one line or in one row.
extension CardLine {
    /// `AREA TECNICA - Responsabile: ing. C. D.`, `Settore Cultura - Dirigente dott. A. B.`: an office and its head.
    static func officeWithHead(_ text: String, _ row: DocumentRow) -> [LabelledValue]? {
        // `SETTORE 1 – RISORSE UMANE (Responsabile: A. B.)`: the brackets are told by others.
        if text.last == ")", let both = officeWithPerson(text, row) { return both }
        guard text.utf8.count <= ImportLimits.maximumLabelBytes, let gap = text.firstDash else { return nil }
        if let both = officeBeforeLabel(text, row) { return both }
        if let both = officeWithPerson(text[..<gap.lowerBound], text[gap.upperBound...], row) { return both }
        guard
            let office = headed(String(text[..<gap.lowerBound]), row, isSection: true),
            office.guess.term == .sector
        else { return unnamedOfficeOfPerson(text, row) }
        if let head = field(String(text[gap.upperBound...]), row, isHeading: false),
            head.guess.term == .head,
            !head.value.isEmpty
        {
            return [office] + several(head, row)
        }
        var whole = office
        whole.value = office.value + text[gap.lowerBound...]
        let parted = section(whole)
        return parted.count == 2 && text.split(separator: " ").count <= 14 ? parted : nil
    }

    /// `2. Lavori pubblici – Responsabile Anna Bianchi` on a line of its own: whatever stands
    /// before the label and the name of a person is the office.
    private static func unnamedOfficeOfPerson(_ text: String, _ row: DocumentRow) -> [LabelledValue]? {
        guard row.filled.count == 1, let gap = text.ranges(of: " – ").last ?? text.ranges(of: " - ").last,
            let head = headBehindLabel(text[gap.upperBound...], row),
            PersonName.isPerson(head.value) || PersonName.isTitled(head.value)
        else { return nil }
        let name = String(text[..<gap.lowerBound])
        return unnamedOffice(ItemCode(leading: name)?.rest(of: name) ?? name, head, row)
    }

    /// `SETTORE 1 – SEGRETERIA – Responsabile: A. B.`: an office with a dash in its name, and its head behind the last one.
    private static func officeBeforeLabel(_ text: String, _ row: DocumentRow) -> [LabelledValue]? {
        let parts = text.partsAtDashes
        guard parts.count == 3, let head = headBehindLabel(parts[2][...], row),
            let office = headed(parts[0] + " – " + parts[1], row, isSection: true),
            office.guess.term == .sector
        else { return nil }
        return [office, head]
    }

    /// `Servizi alla Persona – Bianchi Anna` as a heading: an office, and a person whom the name alone tells.
    private static func officeWithPerson(
        _ office: Substring, _ person: Substring, _ row: DocumentRow
    ) -> [LabelledValue]? {
        guard row.kind == .heading, PersonName.isPerson(person) || PersonName.isTitled(person) else {
            return nil
        }
        // `Resp. ing. A. B.`
        let head = headBehindLabel(person, row) ?? .person(String(person), row)
        if let named = headed(String(office), row, isSection: true), named.guess.term == .sector {
            return [named, head]
        }
        let name = String(office)
        return unnamedOffice(ItemCode(leading: name)?.rest(of: name) ?? name, head, row)
    }

    /// `Settore Tecnico | Responsabile | A. B.`: an office and the pair of its head in cells of their own.
    private static func officeBesideHead(_ row: DocumentRow) -> [LabelledValue]? {
        let filled = row.filled
        // `AREA FINANZIARIA | Responsabile: A. B.`
        if filled.count == 2, let head = field(row.cells[filled[1]], row, isHeading: false),
            head.guess.term == .head, !head.value.isEmpty,
            let office = headed(row.cells[filled[0]], row, isSection: true), office.guess.term == .sector
        {
            return [office, head]
        }
        guard filled.count == 3, case let name = row.cells[filled[1]],
            let guess = label(name.last == ":" ? String(name.dropLast()) : name), guess.term == .head,
            case let person = row.cells[filled[2]], label(person) == nil
        else { return nil }
        let head = LabelledValue(guess: guess, label: name, value: person, rows: [row])
        if let office = headed(row.cells[filled[0]], row, isSection: true), office.guess.term == .sector {
            return [office, head]
        }
        // `TRIBUTI | Responsabile | A. B.`: a name alone, in the first row of a card.
        return PersonName.isPerson(person) || PersonName.hasTitle(person)
            ? unnamedOffice(row.cells[filled[0]], head, row) : nil
    }

    /// `Lavori Pubblici e Patrimonio - Resp. A. B.` over rows of a table: no word but the label of the head says that it is
    /// an office.
    private static func unnamedOfficeWithHead(_ text: String, _ row: DocumentRow) -> [LabelledValue]? {
        guard let gap = text.firstDash else { return nil }
        return unnamedOffice(
            String(text[..<gap.lowerBound]), headBehindLabel(text[gap.upperBound...], row), row)
    }

    /// An office that no word tells, beside the label of who heads it.
    private static func unnamedOffice(
        _ name: String, _ head: LabelledValue?, _ row: DocumentRow
    ) -> [LabelledValue]? {
        guard name.utf8.count <= 80, !name.contains(where: { $0.isNumber || $0 == ":" }),
            name.first?.isUppercase == true, label(name) == nil, let head
        else { return nil }
        let office = LabelledValue.office(name, row)
        return [office, head]
    }

    /// `Settore Economico Finanziario`, `Area Risorse Umane`: whatever stands behind the word of an office is its name, though
    /// labels have such words; nil for any other heading.
    static func namedOffice(_ row: DocumentRow) -> LabelledValue? {
        // Its number in the document may stand before it.
        guard row.kind == .heading else { return nil }
        let text = ItemCode(leading: row.text).map { $0.rest(of: row.text) } ?? row.text
        guard let (label, name) = officeName(text) else { return nil }
        return LabelledValue(
            guess: TermGuess(.sector, confidence: 80, reason: .neighbours), label: label, value: name,
            rows: [row], isHeading: true)
    }

    /// The word of an office that a text begins with, and the name behind it; nil for any other text.
    static func officeName(_ text: String) -> (label: String, name: String)? {
        guard text.utf8.count <= 80 else { return nil }
        let words = text.split(separator: " ")
        guard (2...10).contains(words.count),
            ["settore", "area", "servizio", "direzione", "ripartizione", "dipartimento"].contains(
                MatchKey(words[0]).text),
            words[1].first?.isUppercase == true, text.last?.isLetter == true,
            !text.contains(where: { $0.isNumber || ":–()".contains($0) }), !text.contains(" - ")
        else { return nil }
        let second = MatchKey(words[1]).text
        let name = words.dropFirst().joined(separator: " ")
        let others: [FieldTerm] = [
            .head, .indicator, .target, .actual, .weight, .objective, .number, .unit, .note,
        ]
        guard
            !["strategic", "tematic", "programmatic", "responsabil", "general"].contains(
                where: second.hasPrefix),
            !TermRules.isQualifier(second),
            words.count > 2 || !others.contains(where: { $0 == label(name)?.term })
        else { return nil }
        return (String(words[0]), name)
    }

    /// The fields of a row of a table that each have their label, the first that of a section: `Settore: Cultura`,
    /// `Responsabile: dott. A. B.`; nil for any other row.
    static func section(_ row: DocumentRow) -> [LabelledValue]? {
        if row.filled.count == 1, case let text = row.cells[row.filled[0]] {
            if let both = officeWithHead(text, row) ?? unnamedOfficeWithHead(text, row) { return both }
            // `Responsabile: A. B. - Settore: Verde`
            let found = fields(text, row)
            if found.count > 1,
                found.allSatisfy({ [.sector, .head].contains($0.guess.term) && !$0.value.isEmpty })
            {
                return found
            }
        }
        if let both = officeBesideHead(row) { return both }
        let fields = row.filled.map { field(row.cells[$0], row, isHeading: false) }
        let known = fields.compactMap { $0 }
        guard known.count == fields.count, known.allSatisfy({ !$0.value.isEmpty }),
            known.first?.guess.term.opensSection ?? false,
            Set(known.map(\.guess.term)).count == known.count
        else { return nil }
        return known
    }

    /// The field of a section, and the person whom it names beside an office: `SETTORE AMBIENTE - Resp. ing. C. D.`
    static func section(_ field: LabelledValue) -> [LabelledValue] {
        if field.guess.term == .head { return headWithOffice(field) }
        guard field.guess.term == .sector,
            let gap = field.value.firstDash
        else { return [field] }
        var office = field
        // `BILANCIO - ECONOMATO - Rag. A. B.`
        let parts = field.value.partsAtDashes
        if let person = parts.last, PersonName.isTitled(person), let row = field.rows.first,
            let end = field.value.ranges(of: person).last?.lowerBound
        {
            office.value = String(field.value[..<end].trimmedEnds.dropLast().trimmedEnds)
            return [office, .person(person, row)]
        }
        office.value = String(field.value[..<gap.lowerBound].trimmedEnds)
        // `VIABILITÀ - SCHEDA OBIETTIVI ANNO 2025`: the title of the document is none of the name.
        let behind = field.value[gap.upperBound...]
        if DocumentCover.isTitle(MatchKey(behind).words) { return [office] }
        guard let row = field.rows.first, var head = headBehindLabel(behind, row) else { return [field] }
        head.rows = field.rows
        return [office, head]
    }

    /// `Comune di X - Area Servizi alla persona`: the office behind the name of the body.
    static func officeBehindBody(_ row: DocumentRow) -> [LabelledValue]? {
        guard DocumentCover.municipality(row.text) != nil, let gap = row.text.firstDash else { return nil }
        let rest = String(row.text[gap.upperBound...])
        if let labelled = fields(rest, row).first, labelled.guess.term == .sector { return fields(rest, row) }
        guard let office = headed(rest, row, isSection: true), office.guess.term == .sector else {
            return nil
        }
        return Array(section(office).prefix(1))
    }

    /// `Dirigente: arch. G. H. - Settore Urbanistica`: a person, and the office behind the dash.
    static func headWithOffice(_ field: LabelledValue) -> [LabelledValue] {
        guard let row = field.rows.first else { return [field] }
        if let office = officeInLabel(field, row) { return [office, field] }
        guard let gap = field.value.firstDash else { return [field] }
        let behind = String(field.value[gap.upperBound...])
        var person = field
        person.value = String(field.value[..<gap.lowerBound])
        if let office = headed(behind, row, isSection: true), office.guess.term == .sector {
            return [person, office]
        }
        guard row.kind == .heading, PersonName.isPerson(person.value) else { return [field] }
        return unnamedOffice(behind, person, row) ?? [field]
    }

    /// `Responsabile del Servizio Affari Generali: A. B.` as a heading: the office in the label of its head.
    private static func officeInLabel(_ field: LabelledValue, _ row: DocumentRow) -> LabelledValue? {
        guard row.kind == .heading, PersonName.isPerson(field.value) || PersonName.hasTitle(field.value)
        else {
            return nil
        }
        let words = field.label.split { " '’".contains($0) }.dropFirst().drop {
            TermRules.stopWords.contains($0.lowercased())
        }
        return officeName(words.joined(separator: " ")).map { .office($0.name, row) }
    }

    /// `Settore Tecnico (ing. C. D.)`: an office, and the person in brackets behind it.
    static func officeWithPerson(_ text: String, _ row: DocumentRow) -> [LabelledValue]? {
        guard text.last == ")", let open = text.lastIndex(of: "(") else { return nil }
        let name = String(text[..<open].trimmedEnds)
        let inside = String(text[text.index(after: open)...].dropLast())
        guard let office = headed(name, row, isSection: true), office.guess.term == .sector else {
            return row.kind == .heading || inside.contains(":")
                ? unnamedOffice(name, headBehindLabel(inside[...], row), row) : nil
        }
        if let person = headBehindLabel(inside[...], row) { return [office, person] }
        guard PersonName.hasTitle(inside) || PersonName.isPerson(inside) else { return nil }
        return [office, .person(inside, row)]
    }

    /// `Resp. ing. C. D.`, `Responsabile: rag. M. N.`: a label of up to three words, and a person.
    private static func headBehindLabel(_ text: Substring, _ row: DocumentRow) -> LabelledValue? {
        let words = text.split(separator: " ")
        for count in 1..<max(1, min(4, words.count)) {
            let label = text[text.startIndex..<words[count - 1].endIndex]
            let plain = label.last == ":" ? label.dropLast() : label
            guard let guess = Self.label(String(plain)), guess.term == .head else { continue }
            return LabelledValue(
                guess: guess, label: String(plain), value: String(text[words[count].startIndex...]),
                rows: [row])
        }
        return nil
    }
}
