import Model
import Reading

/// Reads the timetable of a card: one phase a list item or paragraph, with its months beside it, in a heading above or
/// on a line below.
struct PhaseReader {
    /// A phase in the making.
    private struct Draft {
        var text: String
        var lines: [Int]
        var isMarked: Bool
        var timing: PhaseTiming?
        var timingLines: [Int]?
    }

    /// Longest text of a phase, in bytes: what goes on beyond it is no phase.
    private static let longest = 4_000

    private let year: Int
    private var drafts: [Draft] = []
    private var heading: (timing: PhaseTiming, lines: [Int], start: Int)?
    private var hasMarks = false
    private var rest = FormPassage()
    private var bindings: [(line: Int, binding: LineBinding)] = []
    private var told: [(code: FindingCode, line: Int, written: String)] = []

    /// A reader of the timetable of a plan of this year.
    init(year: Int) {
        self.year = year
    }

    /// Nothing was taken yet.
    var isEmpty: Bool { drafts.isEmpty && heading == nil && rest.isEmpty }

    /// True where the text is marked as a phase (`FASE 2: …`) and says when.
    static func isPhase(_ text: String, year: Int) -> Bool {
        guard text.utf8.count <= 2_000 else { return false }
        if withoutPhaseMark(text) != nil { return PhaseTiming.find(in: text, year: year) != nil }
        // A list item is a phase where it ends with months; days stand in sentences, too.
        guard let (_, rest) = PlanText.bullet(text), let timing = PhaseTiming.find(in: rest, year: year),
            timing.title != rest, !timing.spans.isEmpty
        else { return false }
        return TimingTokens.read(timing.words).contains(where: \.isMonthWord)
    }

    /// True for a row whose last cells say when.
    static func isTimed(_ cells: [String], year: Int) -> Bool {
        let filled = cells.filter { !$0.isEmpty }
        guard filled.count > 1, let last = filled.last, let first = filled.first else { return false }
        return PhaseTiming.whole(last, year: year) != nil && PhaseTiming.whole(first, year: year) == nil
    }

    /// Takes a line of the timetable.
    mutating func take(_ item: FormItem) {
        if item.cells.count > 1 { return takeRow(item) }
        take(item.text, lines: item.lines, gapBefore: item.gapBefore)
    }

    /// Takes a phase of a table's row.
    mutating func take(_ phase: ReadPhase) {
        let numbers = phase.lines.map(\.number)
        drafts.append(
            Draft(text: Self.unmarked(phase.title).0, lines: numbers, isMarked: true, timing: phase.timing))
        if phase.isShifted, let line = phase.lines.first {
            told.append((.cellShifted, line.number, line.text))
        }
    }

    /// Takes a text of the timetable.
    mutating func take(_ text: String, lines: [Int], gapBefore: Bool) {
        if MonthWords.isCalendar(text.split(separator: " ").suffix(6).joined(separator: " ")) {
            bindings += lines.map { ($0, .layout(.tableHeader)) }
            return
        }
        let text = Self.withoutMarks(text)
        if let timing = PhaseTiming.whole(text, year: year) { return share(timing, lines) }
        let (body, isMarked) = Self.unmarked(text)
        hasMarks = hasMarks || isMarked
        let timing = PhaseTiming.find(in: body, year: year)
        if isMarked || startsAnew(body, timing: timing, gapBefore: gapBefore) {
            drafts.append(Draft(text: body, lines: lines, isMarked: isMarked, timing: timing))
        } else if goesOn(body, gapBefore: gapBefore) {
            goOn(body, lines)
        } else {
            rest.add(text, lines: lines, gapBefore: gapBefore)
        }
    }

    /// The phases; what was no phase is given back for the objective's definition.
    mutating func close(
        _ reading: inout Reading, path: PlanPath
    ) -> (phases: [Phase], definition: FormPassage) {
        // Months over no phase are the whole objective's.
        if let heading, drafts.isEmpty, heading.timing.words.contains(where: \.isLetter) {
            var whole = heading.timing
            whole.title = whole.words
            drafts.append(Draft(text: whole.words, lines: heading.lines, isMarked: true, timing: whole))
            self.heading = nil
        }
        closeHeading()
        for (line, binding) in bindings { reading.ledger.bind(line, binding) }
        for (code, line, written) in told {
            reading.tell(code, .info, line: line, at: .phase, path: path.names, written: written)
        }
        let phases = drafts.map { phase($0, &reading, path) }
        let definition = rest
        self = PhaseReader(year: year)
        return (phases, definition)
    }

    private func phase(_ draft: Draft, _ reading: inout Reading, _ path: PlanPath) -> Phase {
        let title = draft.timing?.title ?? draft.text
        let text = title.isEmpty ? draft.text : title
        tell(draft.timing, of: draft, &reading, path.names + [text])
        return Phase(
            id: reading.identifiers.identity(path: path.identity + ["phase", text]), title: text,
            timing: draft.timing, source: reading.bound(draft.lines, to: "phase.title"),
            timingSource: reading.source(draft.timingLines ?? draft.lines))
    }

    private func tell(_ timing: PhaseTiming?, of draft: Draft, _ reading: inout Reading, _ path: [String]) {
        let line = draft.lines.first ?? 0
        guard let timing else {
            reading.tell(.phaseTimingMissing, .info, line: line, at: .phase, path: path, field: "timing")
            return
        }
        if timing.spans.isEmpty {
            reading.tell(
                .valueUnreadable, .warning, line: line, at: .phase, path: path, field: "timing",
                written: timing.words)
        } else if timing.isAssumed {
            reading.tell(
                .valueAmbiguous, .info, line: line, at: .phase, path: path, field: "timing",
                written: timing.words, expected: timing.spans.map(Self.words).joined(separator: ", "))
        }
    }

    /// `3/2024–6/2024`.
    private static func words(_ span: MonthSpan) -> String {
        let from = "\(span.from.number)/\(span.from.year)"
        return span.from == span.to ? from : "\(from)–\(span.to.number)/\(span.to.year)"
    }

    /// Months on a line of their own belong to the phases before it that have none, or else to those below.
    private mutating func share(_ timing: PhaseTiming, _ lines: [Int]) {
        guard let last = drafts.last, last.timing == nil, heading == nil else {
            closeHeading()
            heading = (timing, lines, drafts.count)
            return
        }
        let first = (drafts.lastIndex { $0.timing != nil } ?? -1) + 1
        var shared = timing
        shared.title = ""
        for index in first..<drafts.count {
            drafts[index].timing = shared
            drafts[index].timingLines = lines
        }
        bindings += lines.map { ($0, .field("phase.timing")) }
        if drafts.count - first > 1, let line = lines.first {
            told.append((.rowRepaired, line, timing.words))
        }
    }

    /// The months of a heading go to the phases under it before the next one comes.
    private mutating func closeHeading() {
        defer { heading = nil }
        guard let heading, heading.start < drafts.count else { return }
        let lines = heading.lines
        var timing = heading.timing
        timing.title = ""
        bindings += lines.map { ($0, .field("phase.timing")) }
        for index in heading.start..<drafts.count where drafts[index].timing == nil {
            drafts[index].timing = timing
            drafts[index].timingLines = lines
        }
    }

    private func startsAnew(_ text: String, timing: PhaseTiming?, gapBefore: Bool) -> Bool {
        if text.hasSuffix(":") { return false }
        if goesOn(text, gapBefore: gapBefore) { return false }
        if timing != nil { return true }
        if heading != nil { return true }
        // After phases that say when, a long paragraph that does not is prose whose heading is lost.
        return !hasMarks && text.utf8.count <= (drafts.last?.timing == nil ? 400 : 120)
    }

    /// A line right under a phase, or a cut text after a gap.
    private func goesOn(_ text: String, gapBefore: Bool) -> Bool {
        guard let last = drafts.last, last.text.utf8.count <= Self.longest else { return false }
        if TextJoin.isCut(last.text, before: text) { return last.timing == nil || !gapBefore }
        return !gapBefore && last.timing == nil && last.isMarked
    }

    private mutating func goOn(_ text: String, _ lines: [Int]) {
        guard var last = drafts.popLast() else { return }
        last.text = TextJoin.join(last.text, text)
        last.lines += lines
        // Only a line that tells when can make the whole tell it: the whole is not read again for the others.
        if TimingTokens.read(text).contains(where: \.tellsTime) {
            last.timing = PhaseTiming.find(in: last.text, year: year)
        }
        drafts.append(last)
        if let line = lines.first { told.append((.textJoined, line, text)) }
    }

    private mutating func takeRow(_ item: FormItem) {
        let filled = item.cells.filter { !$0.isEmpty }
        let texts = filled.filter {
            PhaseTiming.whole($0, year: year) == nil && !PlanText.isCode($0)
        }
        let times = filled.filter { PhaseTiming.whole($0, year: year) != nil }
        let words = times.joined(separator: times.count == 2 ? " - " : ", ")
        guard let title = texts.first, var timing = PhaseTiming.whole(words, year: year) else {
            take(item.text, lines: item.lines, gapBefore: item.gapBefore)
            return
        }
        timing.title = ""
        drafts.append(
            Draft(
                text: Self.unmarked(texts.count == 1 ? title : texts.joined(separator: " – ")).0,
                lines: item.lines, isMarked: true, timing: timing))
    }

    /// The text without the crosses behind it, of a calendar whose columns are lost: they tell no month.
    private static func withoutMarks(_ text: String) -> String {
        let words = text.split(separator: " ")
        let kept = words.count - words.reversed().prefix { CellShape(String($0)) == .mark }.count
        return kept == words.count || kept == 0 ? text : words[..<kept].joined(separator: " ")
    }

    /// The text without list marks and `FASE n`, and whether it had any.
    private static func unmarked(_ text: String) -> (String, Bool) {
        var body = text
        var isMarked = false
        for _ in 0..<3 {
            if let (_, rest) = PlanText.bullet(body), !rest.isEmpty {
                (body, isMarked) = (rest, true)
            } else if let rest = withoutPhaseMark(body), !rest.isEmpty {
                (body, isMarked) = (rest, true)
            } else {
                break
            }
        }
        return (body, isMarked)
    }

    /// What follows `FASE 1 -`, `Fase II:`; nil where the text does not begin so.
    private static func withoutPhaseMark(_ text: String) -> String? {
        let body = PlanText.bullet(text)?.rest ?? text
        let words = MatchKey(body.prefix(40)).words
        guard words.count >= 2, words[0] == "fase" || words[0] == "attivita" || words[0] == "azione",
            Int(words[1]).map({ $0 < 100 }) ?? ["i", "ii", "iii", "iv", "v", "vi"].contains(words[1])
        else { return nil }
        return PlanText.dropWords(2, from: body)
    }
}
