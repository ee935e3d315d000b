/// Offices and those who head them, on one line or in one row.
extension CardLine {
    /// `AREA TECNICA - Responsabile: ing. C. D.`, `Settore Cultura - Dirigente dott. A. B.`: an office and its head.
    static func officeWithHead(_ text: String, _ row: DocumentRow) -> [LabelledValue]? {
        guard let gap = [" - ", " – ", " — "].lazy.compactMap({ text.firstRange(of: $0) }).first,
            text.utf8.count <= ImportLimits.maximumLabelBytes,
            let office = headed(String(text[..<gap.lowerBound]), row, isSection: true),
            office.guess.term == .sector
        else { return nil }
        if let head = field(String(text[gap.upperBound...]), row, isHeading: false),
            head.guess.term == .head,
            !head.value.isEmpty
        {
            return [office, head]
        }
        var whole = office
        whole.value = office.value + text[gap.lowerBound...]
        let parted = section(whole)
        return parted.count == 2 && text.split(separator: " ").count <= 14 ? parted : nil
    }

    /// The fields of a row of a table that each have their label, the first that of a section: `Settore: Cultura`,
    /// `Responsabile: dott. A. B.`; nil for any other row.
    static func section(_ row: DocumentRow) -> [LabelledValue]? {
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
            let gap = [" - ", " – ", " — "].lazy.compactMap({ field.value.firstRange(of: $0) }).first
        else { return [field] }
        let words = field.value[gap.upperBound...].split(separator: " ")
        for count in 1..<max(1, min(4, words.count)) {
            let label = field.value[gap.upperBound..<words[count - 1].endIndex]
            guard let guess = Self.label(String(label)), guess.term == .head else { continue }
            var office = field
            office.value = String(field.value[..<gap.lowerBound])
            let name = String(field.value[words[count].startIndex...])
            return [office, LabelledValue(guess: guess, label: String(label), value: name, rows: field.rows)]
        }
        return [field]
    }

    /// `Dirigente: arch. G. H. - Settore Urbanistica`: a person, and the office behind the dash.
    static func headWithOffice(_ field: LabelledValue) -> [LabelledValue] {
        guard let gap = [" - ", " – ", " — "].lazy.compactMap({ field.value.firstRange(of: $0) }).first,
            let row = field.rows.first,
            let office = headed(String(field.value[gap.upperBound...]), row, isSection: true),
            office.guess.term == .sector
        else { return [field] }
        var person = field
        person.value = String(field.value[..<gap.lowerBound])
        return [person, office]
    }

    /// `Settore Tecnico (ing. C. D.)`: an office, and the person in brackets behind it.
    static func officeWithPerson(_ text: String, _ row: DocumentRow) -> [LabelledValue]? {
        guard text.last == ")", let open = text.lastIndex(of: "("),
            let first = text[text.index(after: open)...].split(separator: " ").first,
            titles.contains(first.lowercased()),
            let office = headed(String(text[..<open].trimmedEnds), row, isSection: true),
            office.guess.term == .sector
        else { return nil }
        let person = LabelledValue(
            guess: TermGuess(.head, confidence: 70, reason: .neighbours), label: "",
            value: String(text[text.index(after: open)...].dropLast()), rows: [row])
        return [office, person]
    }

    private static let titles: Set<String> = [
        "dott.", "dott.ssa", "dr.", "ing.", "arch.", "geom.", "avv.", "rag.", "sig.", "sig.ra", "com.",
        "prof.",
    ]
}
