import Model

/// The months that a run of tokens means.
struct TimingGrammar {
    /// The months, in the order of the text.
    private(set) var spans: [MonthSpan] = []
    /// Something else could be meant.
    private(set) var isAssumed = false
    /// Something cannot be read.
    private(set) var isUnreadable = false

    private enum Separator: Int { case nothing, list, slash, range }

    /// A stretch of the calendar and what stands before it.
    private struct Atom {
        var from: Month
        var to: Month
        var hasYear: Bool
        var separator: Separator
        var isStart: Bool
    }

    private var atoms: [Atom] = []
    private var separator = Separator.nothing
    private var isStart = false
    private var ordinals: [(Int, Separator)] = []
    private let year: Int

    /// Reads a run of tokens; months without a year are of `year`.
    static func read(_ tokens: [TimingToken], year: Int) -> TimingGrammar {
        var grammar = TimingGrammar(year: year)
        for token in tokens { grammar.take(token.kind) }
        grammar.combine()
        if grammar.isUnreadable { grammar.spans = [] }
        return grammar
    }

    private init(year: Int) {
        self.year = year
    }

    private mutating func take(_ kind: TimingToken.Kind) {
        switch kind {
        case .month(let number): add(Month(year: year, number: number), hasYear: false)
        case .date(let day): add(Month(year: day.year, number: day.month), hasYear: true)
        case .monthOfYear(let month): add(month, hasYear: true)
        case .yearEnd: add(Month(year: year, number: 12), hasYear: false)
        case .wholeYear:
            add(Month(year: year, number: 1), to: Month(year: year, number: 12), hasYear: false)
        case .badDate: isUnreadable = true
        case .year(let value): date(with: value)
        case .ordinal(let value):
            ordinals.append((value, separator))
            separator = .nothing
        case .period(let length): addParts(of: length)
        case .dash, .until: separator = .range
        case .slash: if separator != .range { separator = .slash }
        case .list: if separator == .nothing { separator = .list }
        case .from: isStart = true
        case .filler, .other: break
        }
    }

    private mutating func add(_ month: Month, to end: Month? = nil, hasYear: Bool) {
        if let day = ordinals.first, separator == .nothing { separator = day.1 }
        ordinals = []
        atoms.append(
            Atom(from: month, to: end ?? month, hasYear: hasYear, separator: separator, isStart: isStart))
        separator = .nothing
        isStart = false
    }

    /// `gennaio 2025`: the year of the month before it, and of what that month ends.
    private mutating func date(with value: Int) {
        guard let last = atoms.last, !last.hasYear, separator == .nothing else { return }
        atoms[atoms.count - 1].from.year = value
        atoms[atoms.count - 1].to.year = value
        atoms[atoms.count - 1].hasYear = true
    }

    /// `I e II quadrimestre`.
    private mutating func addParts(of length: Int) {
        guard !ordinals.isEmpty else {
            isUnreadable = true
            return
        }
        let parts = ordinals
        ordinals = []
        for (number, before) in parts {
            guard number >= 1, number * length <= 12 else {
                isUnreadable = true
                return
            }
            separator = before
            let first = Month(year: year, number: (number - 1) * length + 1)
            add(first, to: Month(year: year, number: number * length), hasYear: false)
        }
    }

    private mutating func combine() {
        let hasRange = atoms.dropFirst().contains { $0.separator == .range }
        var group: [Atom] = []
        for atom in atoms {
            let parts = atom.separator == .list || (hasRange && atom.separator == .slash)
            if parts, !group.isEmpty {
                close(group)
                group = []
            }
            group.append(atom)
        }
        close(group)
    }

    private mutating func close(_ group: [Atom]) {
        guard let first = group.first else { return }
        if group.count == 1 {
            if first.isStart { isUnreadable = true }
            spans.append(MonthSpan(from: first.from, to: first.to))
        } else if group.count == 2 {
            spans.append(span(first, group[1]))
        } else {
            if group.contains(where: { $0.separator == .range }) { isAssumed = true }
            spans += group.map { MonthSpan(from: $0.from, to: $0.to) }
        }
    }

    /// From the first to the second. Where the second comes earlier in the year, the run goes over the turn of the year.
    private mutating func span(_ first: Atom, _ second: Atom) -> MonthSpan {
        var from = first.from
        var to = second.to
        if !first.hasYear, second.hasYear { from.year = to.year }
        if second.separator != .range, from.number + 1 != to.number { isAssumed = true }
        if from > to {
            isAssumed = true
            if second.hasYear, !first.hasYear {
                from.year -= 1
            } else if !second.hasYear {
                to.year = from.year + 1
            }
        }
        return MonthSpan(from: from, to: to)
    }
}
