import Model

/// Divides a text into tokens of a timetable.
struct TimingTokens {
    private let text: String
    /// Pairs of figures (`01/06`) are days: one of them can be nothing else, or several are the ends of a stretch.
    private let areDays: Bool
    private var tokens: [TimingToken] = []
    private var index: String.Index

    /// The tokens of a text, in order; white space is none.
    static func read(_ text: String) -> [TimingToken] {
        var scanner = TimingTokens(text)
        while scanner.index < text.endIndex { scanner.step() }
        return joined(scanner.tokens, in: text)
    }

    private init(_ text: String) {
        self.text = text
        index = text.startIndex
        let pairs = text.split { !$0.isNumber && $0 != "/" }.compactMap(Self.pair)
        areDays = pairs.contains { $0.day > 12 } || pairs.count == 2
    }

    /// `28/02`: what can be a day and a month, of two figures each.
    private static func pair(_ text: Substring) -> (day: Int, month: Int)? {
        let groups = text.split(separator: "/", omittingEmptySubsequences: false)
        guard groups.count == 2, groups.allSatisfy({ $0.utf8.count == 2 }), let day = Int(groups[0]),
            let month = Int(groups[1]), (1...31).contains(day), (1...12).contains(month)
        else { return nil }
        return (day, month)
    }

    private mutating func step() {
        let character = text[index]
        if character.isWhitespace {
            index = text.index(after: index)
        } else if character.isLetter {
            let end = run { $0.isLetter }
            append(MonthWords.kind(of: String(text[index..<end])), to: end)
        } else if character.isNumber {
            number()
        } else {
            append(Self.sign(character), to: text.index(after: index))
        }
    }

    private static func sign(_ character: Character) -> TimingToken.Kind {
        switch character {
        case "-", "–", "—": .dash
        case "/": .slash
        case ",", ";": .list
        case "(", ")", "[", "]", ".", "'", "’", "*", "°", "º", "^": .filler
        default: .other
        }
    }

    private func run(_ isPart: (Character) -> Bool) -> String.Index {
        var end = index
        while end < text.endIndex, isPart(text[end]) { end = text.index(after: end) }
        return end
    }

    private mutating func append(_ kind: TimingToken.Kind, to end: String.Index) {
        tokens.append(TimingToken(kind: kind, range: index..<end))
        index = end
    }

    /// A day, with its year or, where only a day can be meant, without; a month of a year, a year, or a bare number.
    private mutating func number() {
        var end = run { $0.isNumber || "/.-".contains($0) }
        while let last = text[index..<end].last, !last.isNumber { end = text.index(before: end) }
        let whole = text[index..<end]
        let groups = whole.split(omittingEmptySubsequences: false) { "/.-".contains($0) }
        let numbers = groups.compactMap { $0.utf8.count <= 4 ? Int($0) : nil }
        let separators = Set(whole.filter { !$0.isNumber })
        if numbers.count == groups.count, separators.count == 1 {
            if numbers.count == 3, let kind = Self.day(numbers, groups[2].count) {
                return append(kind, to: end)
            }
            if areDays, let pair = Self.pair(whole) { return append(.month(pair.month), to: end) }
            if numbers.count == 2, separators == ["/"], (1...12).contains(numbers[0]), Self.isYear(numbers[1])
            {
                return append(.monthOfYear(Month(year: numbers[1], number: numbers[0])), to: end)
            }
        }
        let digits = run { $0.isNumber }
        guard let value = Int(text[index..<digits]) else { return append(.other, to: digits) }
        append(
            Self.isYear(value) ? .year(value) : (1...31).contains(value) ? .ordinal(value) : .other,
            to: digits)
    }

    private static func isYear(_ value: Int) -> Bool { (1990...2099).contains(value) }

    private static func day(_ numbers: [Int], _ yearDigits: Int) -> TimingToken.Kind? {
        guard yearDigits == 2 || yearDigits == 4, (1...31).contains(numbers[0]), (1...12).contains(numbers[1])
        else { return nil }
        let year = yearDigits == 2 ? 2000 + numbers[2] : numbers[2]
        return CalendarDate(year: year, month: numbers[1], day: numbers[0]).map { .date($0) } ?? .badDate
    }

    /// `tutto l'anno`, `intero anno`, `fine anno` as one token each.
    private static func joined(_ tokens: [TimingToken], in text: String) -> [TimingToken] {
        var result: [TimingToken] = []
        for token in tokens {
            let word = text[token.range].lowercased()
            guard word == "anno" || word == "annualità" || word == "annuale" else {
                result.append(token)
                continue
            }
            let before = result.suffix(3).map { text[$0.range].lowercased() }
            if let start = before.firstIndex(where: { wholes.contains($0) }) {
                let first = result.count - before.count + start
                let range = result[first].range.lowerBound..<token.range.upperBound
                result.removeSubrange(first...)
                result.append(TimingToken(kind: .wholeYear, range: range))
            } else if before.last == "fine", let last = result.popLast() {
                let range = last.range.lowerBound..<token.range.upperBound
                result.append(TimingToken(kind: .yearEnd, range: range))
            } else {
                result.append(token)
            }
        }
        return result
    }

    private static let wholes: Set<String> = ["tutto", "intero", "intera", "durante", "tutta"]
}
