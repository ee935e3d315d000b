/// Cards whose labels have no colon, as text copied from a table of labels and values has them:
///
///     Obiettivo Verde urbano
///     Settore Lavori pubblici
///     Target 80
///
/// One such line may be a sentence. Three in a row with different labels, one of them with a figure, are a card.
enum FieldsWithoutColon {
    /// The rows, such lines with the colon that they lack.
    static func completed(_ rows: [DocumentRow]) -> [DocumentRow] {
        var result = rows
        var card: [Line] = []
        var value: Int?
        for index in rows.indices where index != value {
            if let line = labelAlone(rows, index) {
                card.append(line)
                value = index + 1
            } else if let line = line(rows, index) {
                card.append(line)
            } else if card.isEmpty || !goesOn(rows, index) {
                complete(card, in: &result)
                card = []
            }
        }
        complete(card, in: &result)
        return result
    }

    /// A line of a card.
    private struct Line {
        let index: Int
        let term: FieldTerm
        let hasFigure: Bool
        /// The line with a colon; nil where it has one.
        let text: String?
    }

    /// `Settore` over `Tributi`: a label that has its value on the line below.
    private static func labelAlone(_ rows: [DocumentRow], _ index: Int) -> Line? {
        guard index + 1 < rows.count, rows[index].cells.count == 1, rows[index + 1].cells.count == 1,
            let guess = CardLine.label(rows[index].text), guess.confidence == 100,
            [.objective, .sector, .head].contains(guess.term), CardLine.label(rows[index + 1].text) == nil,
            line(rows, index + 1) == nil
        else { return nil }
        return Line(index: index, term: guess.term, hasFigure: false, text: nil)
    }

    private static func complete(_ card: [Line], in rows: inout [DocumentRow]) {
        guard Set(card.map(\.term)).count >= 3, card.contains(where: \.hasFigure) else { return }
        for line in card {
            if let text = line.text { rows[line.index] = rows[line.index].with(text) }
        }
    }

    private static func line(_ rows: [DocumentRow], _ index: Int) -> Line? {
        let row = rows[index]
        guard row.cells.count == 1, row.text.utf8.count <= 400,
            row.text.last != "." || row.text.utf8.count <= 60, !CardLine.opensCard(row.text)
        else { return nil }
        let own = CardLine.fields(row.text, row)
        if let field = own.first {
            guard own.count == 1 else { return nil }
            return Line(
                index: index, term: field.guess.term, hasFigure: CellShape(field.value).isFigure, text: nil)
        }
        return parted(row, index)
    }

    /// The longest label that a line begins with whose value may be the rest.
    private static func parted(_ row: DocumentRow, _ index: Int) -> Line? {
        // Points lead from a label to its value.
        let words: [Substring] = row.text.split(separator: " ").filter {
            $0.count < 3 || !$0.allSatisfy { ".…".contains($0) }
        }
        guard words.count > 1, words[0].first?.isUppercase == true, UnpartedHead(row.text) == nil,
            CardLine.officeOfPerson(row.text, row, isSection: true) == nil
        else { return nil }
        if let (label, name) = CardLine.officeName(row.text) {
            return Line(index: index, term: .sector, hasFigure: false, text: label + ": " + name)
        }
        if let numbered = numbered(words, row, index) { return numbered }
        for count in stride(from: min(5, words.count - 1), to: 0, by: -1) {
            let label = String(row.text[..<words[count - 1].endIndex])
            let value = String(row.text[words[count].startIndex...])
            // `Settore Servizi finanziari` names one; `Settore Responsabile` are two labels.
            let known = CardLine.label(label)?.term
            // `Struttura Servizi finanziari`: the plural begins the name.
            if count > 1, known == .sector, CardLine.isPlural(words[count - 1]) { continue }
            // `OBIETTIVO STRATEGICO 3 - …` is none whose title begins with `STRATEGICO`.
            if known == .strategicObjective || known == .line { return nil }
            guard let term = known, fits(value, term), !goesOn(label, value), !CardLine.isPlural(label[...]),
                CardLine.label(value).map({ $0.term == term && term == .sector }) ?? true
            else { continue }
            return Line(
                index: index, term: term, hasFigure: CellShape(value).isFigure, text: label + ": " + value)
        }
        return nil
    }

    /// `Indicatore 1 Posizioni bonificate`, `Target 2 45%`: the label ends with its number.
    private static func numbered(_ words: [Substring], _ row: DocumentRow, _ index: Int) -> Line? {
        guard words.count > 2, words[1].count == 1, words[1].first?.isNumber == true,
            let term = CardLine.label(String(words[0]))?.term,
            [.indicator, .target, .actual, .baseline, .weight].contains(term),
            case let value = String(row.text[words[2].startIndex...]), fits(value, term),
            term != .indicator || value.first?.isUppercase == true
        else { return nil }
        return Line(
            index: index, term: term, hasFigure: CellShape(value).isFigure,
            text: words[0] + " " + words[1] + ": " + value)
    }

    /// `RELAZIONE SULLA PERFORMANCE`, `Obiettivo di lungo periodo`: a preposition makes one phrase of the two.
    private static func goesOn(_ label: String, _ value: String) -> Bool {
        let last = label.split(separator: " ").last ?? ""
        let first = value.prefix { $0 != " " && $0 != "'" && $0 != "’" }
        return TermRules.stopWords.contains(MatchKey(last).text)
            || TermRules.stopWords.contains(MatchKey(first).text)
                && first.first?.isUppercase == (label == label.uppercased())
    }

    private static func fits(_ value: String, _ term: FieldTerm) -> Bool {
        let first = value.prefix { $0 != " " }
        switch term {
        case .target, .actual, .weight, .objectiveWeight, .baseline, .deviation, .achievement, .due:
            return value.utf8.count <= 60 && value.contains(where: \.isNumber) || CellShape(value) == .missing
        case .objective, .sector, .head:
            return (first.first?.isUppercase == true || first.contains("."))
                && value.contains(where: \.isLetter) && !TermRules.isQualifier(MatchKey(first).text)
        case .indicator, .definition, .note, .unit, .formula:
            return value.contains(where: \.isLetter) && !TermRules.isQualifier(MatchKey(first).text)
        default: return false
        }
    }

    /// A line that begins small goes on with the value above it.
    private static func goesOn(_ rows: [DocumentRow], _ index: Int) -> Bool {
        rows[index].cells.count == 1 && rows[index].text.first?.isLowercase == true
    }
}
