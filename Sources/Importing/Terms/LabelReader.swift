import Synchronization

/// Tells what a label stands for, by its words.
enum LabelReader {
    /// The guess for a label of at most eight words that tell something; nil where no rule fits.
    ///
    /// The confidence is the share of its words that belong to labels: `Peso dell'obiettivo` is wholly one,
    /// `pratiche evase rispetto al target` is a sentence.
    static func guess(_ text: String) -> TermGuess? {
        let whole = read(text)?.guess
        return whole?.confidence == 100 ? whole : inOneLanguage(text) ?? whole
    }

    /// `Ziel / Obiettivo`: the guess for the part in a known language, where the other one says nothing.
    private static func inOneLanguage(_ text: String) -> TermGuess? {
        guard text.utf8.contains(UInt8(ascii: "/")) else { return nil }
        let parts = text.components(separatedBy: " / ")
        guard parts.count == 2 else { return nil }
        let known = parts.compactMap { read($0)?.guess }.filter { $0.confidence == 100 }
        let isOther = parts.contains { part in !LabelWords(part).words.contains(where: TermRules.knows) }
        guard let first = known.first, known.allSatisfy({ $0.term == first.term }),
            known.count == 2 || isOther, ofColumns.contains(first.term)
        else { return nil }
        return first
    }

    /// What heads of columns are translated for. Other words of labels stand in ratios: `pratiche / totale`.
    private static let ofColumns: Set<FieldTerm> = [
        .objective, .indicator, .target, .actual, .weight, .objectiveWeight, .sector, .head, .baseline, .unit,
        .line, .strategicObjective, .number, .note, .achievement, .formula, .due, .definition,
    ]

    /// The guess for a label whose first word tells it, however many of its other words are known.
    static func guessByFirstWord(_ text: String) -> TermGuess? {
        guard let read = read(text), read.isLed else { return nil }
        return read.guess
    }

    /// True for a label of objectives that names anything: `Oggetto`, `Titolo`.
    static func isOfAnything(_ text: String) -> Bool {
        guard let guess = guess(text), guess.term == .objective else { return false }
        return !MatchKey(text).words.contains { $0.hasPrefix("ob") && $0 != "oggetto" }
    }

    /// True for a label that says no more than that it is about a value: `Valore finale`, `Dato`.
    static func isValue(_ text: String) -> Bool {
        guard text.utf8.count <= 40, let first = LabelWords(text).words.first else { return false }
        return TermRules.isValue(first) && LabelWords(text).words.allSatisfy(TermRules.knows)
    }

    /// True for a head or label of how somebody behaves or what somebody can do, by which persons are judged.
    static func isOfBehaviour(_ text: String) -> Bool {
        MatchKey(text).words.contains { word in
            ["comportament", "competenz", "capacita"].contains { word.hasPrefix($0) }
        }
    }

    /// Heads of columns that are prepositions.
    private static let ofDates: [String: FieldTerm] = [
        "dal": .phaseStart, "al": .phaseEnd, "dal mese": .phaseStart, "al mese": .phaseEnd,
        "dal mese di": .phaseStart, "al mese di": .phaseEnd, "da mese": .phaseStart, "a mese": .phaseEnd,
        "dalla data": .phaseStart, "alla data": .phaseEnd,
    ]

    /// A guess, and whether the first word of the label tells it.
    private struct Read: Sendable {
        var guess: TermGuess
        var isLed: Bool
    }

    /// What the texts that were asked for last say: each way of laying a table out asks for the same ones again.
    private static let remembered = Mutex(Remembered())

    /// What texts say, and the many that say nothing, of which no more is kept than that.
    private struct Remembered: Sendable {
        var labels: [String: Read] = [:]
        var others: Set<String> = []
    }

    /// How many labels are remembered, and how many texts that are none.
    private static let capacity = (labels: 65_536, others: 262_144)

    /// Forgets the texts of a large document, which no other one has.
    static func forgetLargeDocument() {
        remembered.withLock { known in
            if known.others.count + known.labels.count > 16_384 { known = Remembered() }
        }
    }

    private static func read(_ text: String) -> Read? {
        guard text.utf8.count <= ImportLimits.maximumLabelBytes, mayBeLabel(text) else { return nil }
        let known: Read?? = remembered.withLock { known in
            if known.others.contains(text) { return .some(nil) }
            guard let label = known.labels[text] else { return nil }
            return .some(label)
        }
        if let known { return known }
        let found = readAnew(text)
        remembered.withLock { known in
            if let found {
                if known.labels.count >= capacity.labels { known.labels.removeAll(keepingCapacity: true) }
                known.labels[text] = found
            } else {
                if known.others.count >= capacity.others { known.others.removeAll(keepingCapacity: true) }
                known.others.insert(text)
            }
        }
        return found
    }

    /// False for a text without a letter or a percent sign.
    static func mayBeLabel(_ text: String) -> Bool {
        var isForeign = false
        for byte in text.utf8 {
            if (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "%") { return true }
            if byte >= 0x80 { isForeign = true }
        }
        return isForeign && text.contains(where: \.isLetter)
    }

    private static func readAnew(_ text: String) -> Read? {
        let label = LabelWords(text)
        if let term = ofDates[MatchKey(text).text] ?? ForeignLabels.term(text) {
            let guess = TermGuess(
                term, confidence: 100, reason: .words([text]), year: label.year, yearOfPlan: label.yearOfPlan)
            return Read(guess: guess, isLed: true)
        }
        guard !label.words.isEmpty, label.words.count <= 8 else { return nil }
        let exact = best(label, slips: false)
        if exact?.guess.confidence == 100 { return exact }
        // `Descrizione obitetivo`: with its slips put right a label may say more.
        let slipped = best(label, slips: true)
        if let slipped, slipped.guess.confidence > exact?.guess.confidence ?? 0 { return slipped }
        return exact ?? byPhrase(text, label) ?? unbroken(text)
    }

    /// `PES O`: a word whose last letters had no room in a narrow column.
    private static func unbroken(_ text: String) -> Read? {
        let words = text.split(separator: " ")
        guard words.count == 2, words[1].count <= 2, words[1].allSatisfy(\.isLetter),
            words[0].last?.isLetter ?? false,
            let read = best(LabelWords(words.joined()), slips: false), read.guess.confidence == 100
        else { return nil }
        return read
    }

    /// The guess for a label that is a usual one but for a slip in a short word: `risorse propie`.
    private static func byPhrase(_ text: String, _ label: LabelWords) -> Read? {
        guard let match = FieldTerm.vocabulary.match(text) else { return nil }
        let guess = TermGuess(
            match.term, confidence: 90, reason: .words([match.phrase]), year: label.year,
            yearOfPlan: label.yearOfPlan)
        return Read(guess: guess, isLed: true)
    }

    private static func best(_ label: LabelWords, slips: Bool) -> Read? {
        guard let best = TermRules.lexicon.best(label.words, slips: slips) else { return nil }
        let known = label.words.indices.count {
            best.taken.contains($0) || TermRules.knows(label.words[$0])
        }
        let share = known * 100 / label.words.count
        let guess = TermGuess(
            best.rule.term, confidence: slips ? share * 9 / 10 : share,
            reason: .words(best.taken.sorted().map { label.words[$0] }), year: label.year,
            yearOfPlan: label.yearOfPlan)
        return Read(guess: guess, isLed: best.taken.contains(0))
    }
}

/// The words of a label that tell something, and the year in it.
struct LabelWords {
    /// The words, without articles, prepositions and figures.
    private(set) var words: [String] = []
    /// The last year that stands alone or in a date.
    private(set) var year: Int?
    /// `1° anno`, `II anno`.
    private(set) var yearOfPlan: Int?
    /// True for a day within the year or a part of it: `30/06`, `I semestre`, `intermedio`.
    private(set) var isPartOfYear = false

    init(_ text: String) {
        let all = Self.withInitials(
            MatchKey(Self.withoutPoints(text).withoutDegrees).words.map(String.init))
        isPartOfYear = Self.tellPartOfYear(all)
        for (index, word) in all.enumerated() {
            if word.utf8.count == 4, let value = Int(word), (1990...2099).contains(value) {
                year = value
            } else if word == "anno", let order = index > 0 ? Self.order(all[index - 1]) : nil {
                yearOfPlan = order
                if let last = words.last, Self.order(last) != nil { words.removeLast() }
            } else if word.allSatisfy(\.isNumber) || TermRules.stopWords.contains(word) {
                continue
            } else {
                words.append(word)
            }
        }
        if words.isEmpty, all.contains("anno") { words = ["anno"] }
    }

    /// `Target (100 punti)`: without how many points it gives.
    private static func withoutPoints(_ text: String) -> String {
        guard text.last == ")", let open = text.lastIndex(of: "("), open > text.startIndex,
            case let inner = text[text.index(after: open)...].dropLast(), inner.first?.isNumber ?? false,
            ["punti", "punto", "pt", "p"].contains(MatchKey(inner).words.last ?? "")
        else { return text }
        return String(text[..<open].trimmedEnds)
    }

    private static func tellPartOfYear(_ words: [String]) -> Bool {
        let isDay = zip(words, words.dropFirst()).contains { day, month in
            ["30", "31"].contains(day)
                && [
                    "03", "3", "04", "4", "06", "6", "07", "7", "08", "8", "09", "9", "10", "marzo", "giugno",
                    "luglio", "settembre",
                ]
                .contains(month)
        }
        return isDay
            || words.contains { word in
                ["semestr", "trimestr", "quadrimestr", "intermedi", "infrannual"].contains {
                    word.hasPrefix($0)
                } || ["trim", "sem", "quadr"].contains(word)
            }
    }

    /// The words with `P.O.`, `E.Q.`, `U.M.` as one.
    private static func withInitials(_ words: [String]) -> [String] {
        var result: [String] = []
        var isOpen = false
        for word in words {
            let isInitial = word.utf8.count == 1 && !word.allSatisfy(\.isNumber) && word != "%"
            if isInitial, isOpen {
                result[result.count - 1] += word
            } else {
                result.append(word)
            }
            isOpen = isInitial && (isOpen || word != "n")
        }
        return result
    }

    private static func order(_ word: String) -> Int? {
        ["1": 1, "2": 2, "3": 3, "i": 1, "ii": 2, "iii": 3, "primo": 1, "secondo": 2, "terzo": 3][word]
    }
}

extension String {
    /// The text with a blank for each sign of degrees or of ordinal numbers.
    var withoutDegrees: String {
        utf8.contains(0xC2) ? replacing("°", with: " ").replacing("º", with: " ") : self
    }
}
