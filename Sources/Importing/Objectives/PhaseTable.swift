import Model
import Reading

/// A phase of an objective in a table or a list.
struct ReadPhase {
    /// What is done.
    var title: String
    /// When, as far as it is told.
    var timing: PhaseTiming?
    /// Its lines.
    var lines: [SourceLine]
    /// Its cells stood one or more columns off.
    var isShifted = false
}

/// A table of phases: what is done beside its begin and end, its months in words, or a column a month with marks.
struct PhaseTable {
    private let table: TableDraft
    private let title: Int
    private let months: MonthColumns?
    private let times: [Int]
    private let areLists: Bool

    /// The columns of a table; nil where it is no table of phases. `besideOthers`: the phases may have their columns
    /// beside those of objectives and indicators.
    init?(_ table: TableDraft, besideOthers: Bool = false) {
        let others: [FieldTerm] = [.objective, .indicator, .target, .actual, .weight, .objectiveWeight]
        guard besideOthers ? table.has(.phase) : !others.contains(where: table.has) else { return nil }
        months = MonthColumns(table.heads)
        times = [FieldTerm.phaseStart, .phaseEnd, .due].compactMap { table.columns($0).first }
        let described = months != nil || times.count > 1 ? table.columns(.definition).first : nil
        let named = table.columns(.phase).first ?? described
        // Without times a list in each cell tells that they are several: `• bandi`, `• prove`.
        areLists =
            besideOthers && months == nil && times.isEmpty
            && (named.map { column in table.rows.contains { Self.items($0, column) != nil } } ?? false)
        guard months != nil || named != nil && !times.isEmpty || areLists else { return nil }
        self.table = table
        title = named ?? 0
    }

    /// The phases of a row: those of a list in its cell, or the one that it is.
    func phases(_ row: DocumentRow, year: Int, lines: [SourceLine]) -> [ReadPhase] {
        guard areLists else { return phase(row, year: year, lines: lines).map { [$0] } ?? [] }
        guard !lines.isEmpty else { return [] }
        return (Self.items(row, title) ?? Self.soleItem(row, title)).compactMap {
            PhaseItem.phase($0, lines: lines, year: year, isItem: true)
        }
    }

    private static func items(_ row: DocumentRow, _ column: Int) -> [String]? {
        row.cellLines[column].flatMap { NumberedItems.items(of: $0) ?? NumberedItems.marked($0) }
            .flatMap { $0.count > 1 ? $0 : nil }
    }

    /// The one item of a cell, by its mark, where other cells have lists.
    private static func soleItem(_ row: DocumentRow, _ column: Int) -> [String] {
        let item = ListMark.removed(from: row.cell(column))
        return item == row.cell(column) ? [] : [item]
    }

    /// The phase of a row; nil where it names none.
    func phase(_ row: DocumentRow, year: Int, lines: [SourceLine]) -> ReadPhase? {
        let words = times.map { row.cell($0) }.filter { !$0.isEmpty }.joined(separator: " - ")
        if let found = months?.row(row.cells, year: year) {
            var timing = found.timing
            // Where words say when beside the marks, they are what was written.
            if !found.isShifted, !words.isEmpty, words != found.title { timing.words = words }
            let below = Self.timed(found.title, of: row, year: year)
            if let below { timing.words = below.words }
            // Days in months that touch are one row of marks; the words part them.
            let told = Self.spans(timing.words, year: year)
            if told.count > 1, Self.months(told) == Self.months(timing.spans) { timing.spans = told }
            return ReadPhase(
                title: below?.title ?? found.title, timing: timing, lines: lines, isShifted: found.isShifted)
        }
        if times.isEmpty, months != nil {
            if let phase = unmarked(row, lines: lines) { return phase }
            guard areShaded else { return nil }
        }
        let text = row.cell(title)
        guard text.contains(where: \.isLetter), !TotalRow.isTotal(row), !lines.isEmpty else { return nil }
        return ReadPhase(title: text, timing: Self.timing(words, year: year), lines: lines)
    }

    /// True where the months of no row have a mark: shades said when, and no format keeps them with the text.
    private var areShaded: Bool {
        table.rows.count > 1 && table.rows.allSatisfy { $0.filled == [title] }
    }

    /// A phase without a mark, whose cell says when in its last line, in words that are no time: `31/09/24`.
    private func unmarked(_ row: DocumentRow, lines: [SourceLine]) -> ReadPhase? {
        guard row.filled == [title], row.page == nil, let cell = row.cellLines[title], !lines.isEmpty,
            let when = cell.last, cell.count > 1, when.utf8.count <= 40, when.contains(where: \.isNumber)
        else { return nil }
        var timing = PhaseTiming()
        timing.words = when
        return ReadPhase(
            title: cell.dropLast().reduce("") { TextJoin.join($0, $1) }, timing: timing, lines: lines)
    }

    /// The title of a cell whose last lines say when: they stand below the title, beside the marks; nil for any other cell.
    private static func timed(_ text: String, of row: DocumentRow, year: Int) -> (
        title: String, words: String
    )? {
        guard let cell = row.cellLines.first(where: { row.cell($0.key) == text && $0.value.count > 1 })?.value
        else { return nil }
        for count in 1..<min(3, cell.count) {
            let words = cell.suffix(count).reduce("") { TextJoin.join($0, $1) }
            guard PhaseTiming.whole(words, year: year) != nil else { continue }
            return (cell.dropLast(count).reduce("") { TextJoin.join($0, $1) }, words)
        }
        return nil
    }

    /// The months that times parted by semicolons tell, each for itself; none for one time alone.
    private static func spans(_ words: String, year: Int) -> [MonthSpan] {
        guard words.contains(";") else { return [] }
        return words.split(separator: ";").reduce(into: []) { spans, part in
            for span in PhaseTiming.whole(String(part), year: year)?.spans ?? [] where !spans.contains(span) {
                spans.append(span)
            }
        }
    }

    private static func months(_ spans: [MonthSpan]) -> Set<Int> {
        Set(
            spans.flatMap { span in
                (span.from.year * 12 + span.from.number)...(span.to.year * 12 + span.to.number)
            })
    }

    /// When a phase takes place; words that tell no months are kept as they are, nil where there are none.
    static func timing(_ words: String, year: Int) -> PhaseTiming? {
        guard !words.isEmpty else { return nil }
        if let known = PhaseTiming.whole(words, year: year) { return known }
        var unknown = PhaseTiming()
        unknown.words = words
        return unknown
    }
}

/// Phases as the items of a list under their label: `1. analisi (gennaio-marzo)`.
enum PhaseItem {
    /// The phase of a line; nil where it has neither the sign of an item nor a time. `isItem`: it is one of a list whose
    /// signs were taken off.
    static func phase(
        _ text: String, lines: [SourceLine], year: Int, isItem known: Bool = false
    ) -> ReadPhase? {
        let words = text.drop { "-–•*·▪ ".contains($0) }
        let number = words.prefix { $0.isNumber }
        let after = words.dropFirst(number.count)
        let isNumbered = (1...2).contains(number.count) && after.first.map { ".)".contains($0) } ?? false
        let plain = String(isNumbered ? after.drop { ".) -–".contains($0) } : words).trimmingWhitespace()
        let isItem = known || isNumbered || words.count < text.count || isMarked(lines)
        // A line that ends with a colon is over others.
        guard plain.contains(where: \.isLetter), plain.last != ":",
            plain.utf8.count <= ImportLimits.maximumJoinedBytes
        else { return nil }
        let timing = PhaseTiming.find(in: plain, year: year)
        guard isItem || timing != nil, !MonthWords.isCalendar(plain) else { return nil }
        return ReadPhase(
            title: timing.map { $0.title.isEmpty ? plain : $0.title } ?? plain, timing: timing, lines: lines)
    }

    /// The sign of an item is kept beside its text.
    private static func isMarked(_ lines: [SourceLine]) -> Bool {
        guard let raw = lines.first?.raw.trimmingWhitespace(), let first = raw.first else { return false }
        // `2. Gara`
        let number = raw.prefix { $0.isNumber }
        if (1...2).contains(number.count), let sign = raw.dropFirst(number.count).first {
            return ".)".contains(sign)
        }
        return !first.isLetter && !first.isNumber && !"\"“«('’".contains(first)
    }
}
