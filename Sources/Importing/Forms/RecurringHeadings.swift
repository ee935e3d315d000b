import Model

/// Headings of a form that no vocabulary has: a short line that stands alone and comes back, word for word, on card after
/// card. What stands below one is no phase and no indicator of the part above it.
enum RecurringHeadings {
    /// The items with those headings as labels.
    static func marked(_ items: [FormItem]) -> [FormItem] {
        let cards = items.count { $0.term == .objective }
        guard cards >= least else { return items }
        var counts: [String: Int] = [:]
        let positions = items.indices.filter { mayBe(items, $0) }
        for position in positions { counts[items[position].text, default: 0] += 1 }
        var result = items
        for position in positions where counts[items[position].text, default: 0] >= max(least, cards / 2) {
            result[position].content = .label(FormLabel(term: .unknownPart))
        }
        return result
    }

    /// How often a line has to come back.
    private static let least = 3
    private static let longest = 40

    /// A line that begins large and goes on small, between blank lines, which is no value of the label above it, no name
    /// of a person or of an indicator over its choices, no mark and no item of a list.
    private static func mayBe(_ items: [FormItem], _ position: Int) -> Bool {
        let item = items[position]
        guard case .text = item.content, item.gapBefore, item.text.utf8.count <= longest,
            items.indices.contains(position + 1), items[position + 1].gapBefore,
            !items[position + 1].isChoice, position > 0, case .text = items[position - 1].content,
            let first = item.text.first, first.isUppercase, let last = item.text.last, last.isLetter,
            item.text.contains(where: \.isLowercase), !item.text.contains(where: \.isNumber)
        else { return false }
        return !ParticipantReader.isName(item.text) && !CardReader.isAside(item.text)
    }
}
