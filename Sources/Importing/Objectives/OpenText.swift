/// What paragraphs below a title or a label are of, where no label stands before each.
enum OpenText: Hashable, Sendable {
    /// They say what a strategic line is about.
    case line
    /// They describe the objective.
    case definition
    /// They tell what may hinder the objective.
    case factors
}

extension ObjectiveGrammar {
    /// Takes a paragraph of the text that is open; false for any other row, with which that text ends. What a line is about
    /// begins with a sentence.
    mutating func takeOpenText(_ row: DocumentRow, isTitle: Bool) -> Bool {
        guard let open = openText else { return false }
        guard row.kind != .heading, !isTitle, CardLine.label(row.text) == nil,
            open != .line || isLineDescribed || Self.isProse(row.text)
        else {
            openText = nil
            return false
        }
        let text = row.writtenItem
        switch open {
        case .line: events.append(.lineText(text, at: lines([row])))
        case .definition: events.append(.field(.definition, text, at: lines([row])))
        case .factors: events.append(.field(.criticalFactors, text, at: lines([row])))
        }
        return true
    }

    /// Takes `Criticità rilevata: …` below the label of critical factors, which is one of them; false for any other field.
    mutating func takeOpenText(_ field: LabelledValue) -> Bool {
        guard openText == .factors, field.guess.term == .note, !field.isHeading, !field.value.isEmpty else {
            return false
        }
        let text = field.rows.map(\.text).joined(separator: " ")
        events.append(.field(.criticalFactors, text, at: lines(field.rows)))
        return true
    }

    /// A paragraph about the line that is open was taken just before.
    private var isLineDescribed: Bool {
        if case .lineText? = events.last { return true }
        return false
    }
}

extension DocumentRow {
    /// The text, an item with a dash before it: that of the list, or the longer one of a paragraph that begins with it.
    var writtenItem: String {
        if isItem { return "- " + text }
        return text.hasPrefix("– ") ? "- " + text.dropFirst(2) : text
    }
}
