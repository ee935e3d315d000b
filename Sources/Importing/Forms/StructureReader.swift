import Model

/// Reads the sectors, what they do and who heads them.
struct StructureReader {
    private var current: Int?
    private var duties = FormPassage()

    /// Takes an item of the organisation; false where it belongs to no sector. `next` is what follows.
    mutating func take(_ item: FormItem, _ outline: inout PlanOutline, _ reading: inout Reading) -> Bool {
        if Self.isTenureHeader(item.cells) {
            reading.layout(item.lines, .tableHeader)
            return true
        }
        if let heading = Self.heading(item) {
            finish(&outline, &reading)
            current = outline.sector(heading, at: item.lines, &reading)
            for number in item.lines { reading.ledger.bind(number, to: "sector.name") }
            return true
        }
        guard let current else { return false }
        if let tenure = TenureReader.read(item, sector: outline.sectors[current].name, &reading) {
            outline.sectors[current].tenures.append(tenure)
            return true
        }
        duties.add(item)
        return true
    }

    /// Ends the sector in the making.
    mutating func finish(_ outline: inout PlanOutline, _ reading: inout Reading) {
        defer {
            current = nil
            duties = FormPassage()
        }
        guard let current, !duties.isEmpty else { return }
        if !outline.sectors[current].duties.isEmpty { outline.sectors[current].duties += "\n\n" }
        outline.sectors[current].duties += duties.paragraphs
        outline.sectors[current].sources["duties"] = reading.bound(duties.lines, to: "sector.duties")
    }

    /// True for nothing but words of the head of a table of tenures.
    static func isTenureHeader(_ cells: [String]) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        return !filled.isEmpty
            && filled.allSatisfy { cell in
                cell.utf8.count <= 30
                    && (tenureWords.contains(MatchKey(cell).text)
                        || filled.count > 1 && LabelReader.guess(cell)?.term == .head)
            }
    }

    private static let tenureWords: Set<String> = [
        "dal", "al", "dal al", "periodo", "nominativo", "incarico", "ruolo",
    ]

    /// `05. SERVIZI`, `Settore 3 - Servizi`, `SETTORE TECNICO`; no list item and no sentence. A heading without a number must stand alone, which
    /// `isAlone` may tell better than the blank line before it.
    static func heading(_ item: FormItem, isAlone: Bool? = nil) -> CodedHeading? {
        guard item.cells.count == 1, item.text.utf8.count <= 120, let last = item.text.last,
            !".;:,".contains(last)
        else { return nil }
        if let heading = CodedHeading.read(item.text), heading.levels == 1 {
            let isUnit = CodedHeading.unitWords.contains(heading.word)
            return isUnit || (heading.word.isEmpty && PlanText.isUppercase(heading.title)) ? heading : nil
        }
        let words = MatchKey(item.text).words
        guard let first = words.first, words.count >= 2, words.count <= 10,
            CodedHeading.unitWords.contains(String(first)), item.text.first?.isUppercase == true,
            isAlone ?? item.gapBefore
        else { return nil }
        return CodedHeading(title: item.text)
    }
}
