import Model

/// When a phase takes place, as far as its words tell.
struct PhaseTiming: Hashable, Sendable {
    /// The months; empty where the words cannot be read.
    var spans: [MonthSpan] = []
    /// The words.
    var words = ""
    /// The text without the words, where they stood at one of its ends; else the whole text.
    var title = ""
    /// The words could mean something else: two months with a slash or nothing between them.
    var isAssumed = false
    /// The words name a day that no calendar has, or a start without an end.
    var isUnreadable = false

    /// The timing in a phase's text: at its end, at its start, or as days within it; nil where there is none.
    static func find(in text: String, year: Int) -> PhaseTiming? {
        let tokens = TimingTokens.read(text)
        let days = tokens.indices.filter { tokens[$0].isDay }
        let end = trailingRun(tokens)
        if let end, end.allSatisfy({ !tokens[$0].isMonthWord }), days.contains(where: { $0 < end.lowerBound })
        {
            return within(text, tokens, days, year)
        }
        if let end {
            let run = extended(end, tokens, in: text)
            return made(
                text, tokens[run], year, titleRange: text.startIndex..<tokens[run.lowerBound].range.lowerBound
            )
        }
        if let start = leadingRun(tokens, in: text) {
            return made(
                text, tokens[start], year,
                titleRange: tokens[start.upperBound - 1].range.upperBound..<text.endIndex)
        }
        if !days.isEmpty { return within(text, tokens, days, year) }
        return introduced(text, tokens, year)
    }

    /// The timing that the whole text is (`GENNAIO - MAGGIO`, `da giugno a luglio`); nil where it says more.
    static func whole(_ text: String, year: Int) -> PhaseTiming? {
        guard text.utf8.count <= 120 else { return nil }
        let tokens = TimingTokens.read(text)
        guard let run = trailingRun(tokens), tokens[..<run.lowerBound].allSatisfy({ $0.kind == .filler })
        else {
            return nil
        }
        return made(text, tokens[run], year, titleRange: text.startIndex..<text.startIndex)
    }

    private static func made(
        _ text: String, _ run: ArraySlice<TimingToken>, _ year: Int, titleRange: Range<String.Index>
    ) -> PhaseTiming? {
        guard let first = run.first(where: { !"([".contains(text[$0.range]) }), let last = run.last else {
            return nil
        }
        let months = TimingGrammar.read(Array(run), year: year)
        var timing = PhaseTiming()
        timing.spans = months.spans
        timing.isAssumed = months.isAssumed
        timing.isUnreadable = months.isUnreadable
        timing.words = String(text[first.range.lowerBound..<last.range.upperBound])
        timing.title = PlanText.trimmed(String(text[titleRange]))
        return timing
    }

    /// Days that stand within the text: it stays whole.
    private static func within(
        _ text: String, _ tokens: [TimingToken], _ days: [Int], _ year: Int
    ) -> PhaseTiming {
        var timing = PhaseTiming()
        for day in days {
            let months = TimingGrammar.read([tokens[day]], year: year)
            timing.isUnreadable = timing.isUnreadable || months.isUnreadable
            for span in months.spans where !timing.spans.contains(span) { timing.spans.append(span) }
        }
        timing.words = days.map { String(text[tokens[$0].range]) }.joined(separator: "; ")
        timing.title = text
        return timing
    }

    /// Months within a sentence, told by a word before them: `nei mesi di giugno e luglio`, `entro marzo`.
    private static func introduced(_ text: String, _ tokens: [TimingToken], _ year: Int) -> PhaseTiming? {
        let introductions: Set<String> = ["mese", "mesi", "entro"]
        for index in tokens.indices where introductions.contains(text[tokens[index].range].lowercased()) {
            let rest = tokens[(index + 1)...]
            let run = rest.prefix { $0.kind != .other }
            guard let start = run.firstIndex(where: { $0.kind != .filler && $0.kind != .list }),
                let last = run.lastIndex(where: { $0.isMeaningful }), start <= last
            else { continue }
            var timing = made(text, tokens[start...last], year, titleRange: text.startIndex..<text.endIndex)
            timing?.title = text
            timing?.isAssumed = true
            if timing != nil { return timing }
        }
        return nil
    }

    /// The longest run of words of a timetable at the end.
    private static func trailingRun(_ tokens: [TimingToken]) -> Range<Int>? {
        guard
            let stop = tokens.lastIndex(where: { $0.kind == .other }).map({ $0 + 1 }) ?? tokens.indices.first,
            stop < tokens.count
        else { return nil }
        return meaningful(stop..<tokens.count, tokens)
    }

    /// The run with the words that lead to it: `(tempi`, `entro il`.
    private static func extended(_ run: Range<Int>, _ tokens: [TimingToken], in text: String) -> Range<Int> {
        var lower = run.lowerBound
        while lower > 0, tokens[lower - 1].kind == .filler {
            let range = tokens[lower - 1].range
            guard let first = text[range].first, first.isLetter || "([".contains(first),
                // `dell'anno (marzo)`: what was elided before it is a part of the sentence.
                !(text[..<range.lowerBound].last.map { "'’".contains($0) } ?? false)
            else {
                break
            }
            lower -= 1
        }
        return lower..<run.upperBound
    }

    /// The run at the start, where a separator follows it.
    private static func leadingRun(_ tokens: [TimingToken], in text: String) -> Range<Int>? {
        guard let stop = tokens.firstIndex(where: { $0.kind == .other }), stop > 0 else { return nil }
        guard let run = meaningful(0..<stop, tokens) else { return nil }
        let opening = tokens[..<run.lowerBound].allSatisfy { $0.kind == .filler }
        let rest = text[tokens[run.upperBound - 1].range.upperBound...].drop(while: \.isWhitespace)
        guard let separator = rest.first, ":-–—)];".contains(separator) else { return nil }
        return opening ? run : nil
    }

    /// The part of a run that begins and ends with something that tells time, with `entro` and `tempi` before it.
    private static func meaningful(_ range: Range<Int>, _ tokens: [TimingToken]) -> Range<Int>? {
        guard range.contains(where: { tokens[$0].tellsTime }),
            let last = range.last(where: { tokens[$0].isMeaningful }),
            let first = range.first(where: { isStart($0, tokens, before: last) })
        else { return nil }
        guard (first...last).contains(where: { tokens[$0].tellsTime }) else { return nil }
        return first..<(last + 1)
    }

    private static func isStart(_ index: Int, _ tokens: [TimingToken], before last: Int) -> Bool {
        switch tokens[index].kind {
        case .month, .date, .badDate, .monthOfYear, .wholeYear, .yearEnd: return true
        case .from:
            let next = tokens[index...].dropFirst().first { $0.kind != .filler && !$0.isOrdinal }
            return next?.tellsTime ?? false
        case .ordinal:
            let next = tokens[index...].dropFirst().first {
                $0.kind != .filler && $0.kind != .list && $0.kind != .dash && $0.kind != .slash
                    && !$0.isOrdinal
            }
            return next?.isMonthWord ?? false
        default: return false
        }
    }
}

extension TimingToken {
    /// A day, valid or not.
    var isDay: Bool {
        switch kind {
        case .date, .badDate: true
        default: false
        }
    }

    /// A number or ordinal.
    var isOrdinal: Bool {
        if case .ordinal = kind { return true }
        return false
    }

    /// A month or a part of the year, in words.
    var isMonthWord: Bool {
        switch kind {
        case .month, .period, .wholeYear, .yearEnd, .monthOfYear: true
        default: false
        }
    }

    /// Tells by itself when something happens.
    var tellsTime: Bool { isDay || isMonthWord }

    /// Tells when, or dates what tells when.
    var isMeaningful: Bool {
        if case .year = kind { return true }
        return tellsTime
    }
}
