/// What separates the cells of a text of separated values, and where its records begin.
struct CSVDialect: Hashable {
    /// `;`, `,`, a tab or what `sep=` names.
    let separator: UInt8
    /// The offset of the first record.
    let start: Int

    /// What the text declares in a first line `sep=;`, or what its records agree on; nil where it is no such text.
    init?(_ text: [UInt8]) {
        if let declared = Self.declared(text) {
            self = declared
            return
        }
        // Where two do as well, the first: a decimal comma agrees as often as the `;` beside it.
        var best: (separator: UInt8, agreement: CSVAgreement)?
        for separator in Self.separators {
            let agreement = CSVAgreement(text, separator: separator)
            guard agreement.isConvincing else { continue }
            if let found = best, !found.agreement.isWeaker(than: agreement) { continue }
            best = (separator, agreement)
        }
        guard let best else { return nil }
        separator = best.separator
        start = 0
    }

    private init(separator: UInt8, start: Int) {
        self.separator = separator
        self.start = start
    }

    private static let separators = [UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")]

    private static func declared(_ text: [UInt8]) -> CSVDialect? {
        let line = text.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D }
        let plain = line.filter { $0 != UInt8(ascii: "\"") }
        guard plain.count == 5, plain.starts(with: Array("sep=".utf8)), let separator = plain.last,
            separator < 0x80, separator == 0x09 || separator > 0x20
        else { return nil }
        var start = line.count
        if start < text.count, text[start] == 0x0D { start += 1 }
        if start < text.count, text[start] == 0x0A { start += 1 }
        return CSVDialect(separator: separator, start: start)
    }
}

/// How well the records of a text agree on a separator. Records without it have no say: they are titles and notes.
struct CSVAgreement {
    /// Records that have as many cells as the one above or below.
    private let agreeing: Int
    /// Cells that begin with a quote which does not close them: read with another separator they may be whole.
    private let openQuotes: Int
    /// True where that is no chance.
    let isConvincing: Bool

    /// Looks at the first records.
    init(_ text: [UInt8], separator: UInt8) {
        var scanner = CSVScanner(text, separator: separator)
        var sample = Sample()
        while sample.widths.count < Self.size, let record = scanner.next() { sample.add(record) }
        let widths = sample.widths
        agreeing = widths.indices.count { index in
            widths[index] > 1
                && (index > 0 && widths[index - 1] == widths[index]
                    || index + 1 < widths.count && widths[index + 1] == widths[index])
        }
        let separated = widths.count { $0 > 1 }
        let share = separated == 0 ? 0 : agreeing * 100 / separated
        openQuotes = sample.openQuotes
        switch separator {
        case UInt8(ascii: ","):
            isConvincing =
                share >= 75 && !sample.isSpaced && sample.hasCommasOfLists && sample.parted * 2 < separated
                && sample.tabbed < max(2, separated)
        case 0x09:
            // A text with tabs is read as text, which knows more kinds of lines, unless cells hold line ends.
            isConvincing = share >= 60 && sample.hasBreaks
        // Where tabs stand in as many records, or bars in more, they are what parts the cells; where a blank follows, as
        // in prose, nearly all records have to be parted.
        default:
            isConvincing =
                share >= 40 && sample.tabbed < max(2, separated) && sample.barred <= separated
                && (!sample.isSpaced || separated * 10 >= widths.count { $0 > 0 } * 8)
        }
    }

    /// True where the other leaves fewer quotes open, or as many and has more records that agree.
    func isWeaker(than other: CSVAgreement) -> Bool {
        (other.openQuotes, -other.agreeing) < (openQuotes, -agreeing)
    }

    /// Records that are looked at.
    private static let size = 2000

    /// What the first records show.
    private struct Sample {
        /// Cells of each record; 1 where nothing is separated, 0 where it is blank.
        var widths: [Int] = []
        /// Cells that begin with a quote still.
        var openQuotes = 0
        /// True where a cell holds a line end.
        var hasBreaks = false
        /// Records with a tab.
        var tabbed = 0
        /// Records with a bar.
        var barred = 0
        /// Records whose cells stand apart by blanks or bars: rows of a text, their commas decimal ones.
        var parted = 0
        private var separators = 0
        private var spaced = 0
        private var lists = 0

        /// True where blanks follow the separator as in prose.
        var isSpaced: Bool { spaced * 10 > separators * 3 }
        /// True where a tenth of the records has a comma that is not that of a decimal.
        var hasCommasOfLists: Bool { lists * 10 >= widths.count { $0 > 1 } }

        mutating func add(_ record: [String]) {
            if record.contains(where: { $0.utf8.contains(0x09) }) { tabbed += 1 }
            let isBarred = record.contains { $0.utf8.contains(UInt8(ascii: "|")) }
            if isBarred { barred += 1 }
            let filled = record.count { !$0.utf8.allSatisfy { $0 <= 0x20 } }
            // A separator at the end of a line ends the item of a list.
            let isEnded = record.count == 2 && record[1].isEmpty
            widths.append(filled == 0 ? 0 : isEnded ? 1 : record.count)
            guard record.count > 1, filled > 0, !isEnded else { return }
            separators += record.count - 1
            openQuotes += record.count { $0.utf8.first == UInt8(ascii: "\"") }
            spaced += record.dropFirst().count { $0.utf8.first == 0x20 }
            if record.contains(where: { $0.utf8.contains(0x0A) }) { hasBreaks = true }
            if isBarred || record.contains(where: { $0.trimmedEnds.contains("   ") }) { parted += 1 }
            if zip(record, record.dropFirst()).contains(where: { !Self.isDecimal($0, $1) }) { lists += 1 }
        }

        private static func isDecimal(_ left: String, _ right: String) -> Bool {
            guard let before = left.utf8.last, let after = right.utf8.first else { return false }
            let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
            return digits.contains(before) && digits.contains(after)
        }
    }
}
