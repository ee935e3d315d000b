/// The words and signs in a cell that say how a target is to be met: `non inferiore a`, `al massimo`, `>=`.
///
/// Order, articles, accents and case do not matter; a phrase that says two things, or the contrary of itself, is
/// none, and the cell that holds it stays a text.
struct ComparisonPhrase {
    /// What a word or a sign says.
    enum Part: Hashable {
        case not, equal, or, and
        /// `superiore`, `>`.
        case more
        /// `inferiore`, `<`.
        case less
        /// `più`, which asks for `di`.
        case moreThan
        /// `meno`, which asks for `di`: `meno 10` is a negative figure in words.
        case lessThan
        /// `oltre`, `sopra`; `oltre a` adds rather than compares.
        case beyond
        /// `sotto`.
        case under
        /// `almeno`, `minimo`.
        case least
        /// `massimo`.
        case most
        /// `fino a`.
        case upTo
        /// `entro`.
        case by
        /// `prima del`, of a day.
        case before
        /// `di`, `del`.
        case of
        /// `a`, `al`.
        case to
        case article
        /// `valore`, `soglia`: names the figure and says nothing about it.
        case noun
        /// `data`, `giorno`: names a day.
        case dayNoun
    }

    /// What the comparison compares with.
    enum Subject {
        case figure, day
    }

    /// The parts, in order.
    let parts: [Part]

    /// The parts that open `text`, and what follows them.
    static func opening(_ text: Substring) -> (ComparisonPhrase, rest: Substring) {
        var parts: [Part] = []
        var rest = text.drop(while: \.isWhitespace)
        while let (found, after) = ComparisonPhrase.part(rest) {
            parts += found
            rest = after.drop(while: \.isWhitespace)
        }
        return (ComparisonPhrase(parts: parts), rest)
    }

    /// The comparison of a phrase before its subject: `.some(nil)` where it only names the subject (`pari a`), nil
    /// where it is no phrase.
    func comparison(before subject: Subject) -> ReportedValue.Comparison?? {
        guard isJoined else { return nil }
        let core = parts.filter { !ComparisonPhrase.isLink($0) }
        if core.isEmpty {
            let isPlain = parts.allSatisfy { $0 == .article || (subject == .day && $0 != .noun) }
            return isPlain ? .some(nil) : nil
        }
        if core == [.equal] { return .some(nil) }
        if subject == .day {
            if core == [.before] { return .below }
            if core == [.upTo] { return .by }
        } else if parts.contains(.dayNoun) {
            return nil
        }
        guard let comparison = ComparisonPhrase.comparison(of: core) else { return nil }
        // A day is reached by it: one that must not be reached before it is another kind of target.
        return subject == .day && [.atLeast, .above].contains(comparison) ? nil : comparison
    }

    /// The comparison of a phrase after its figure: `o più`, `max`, `al massimo`; nil where it is none.
    var comparisonAfterFigure: ReportedValue.Comparison? {
        let core = parts.filter { !ComparisonPhrase.isLink($0) }
        switch core {
        case [.least]: return .atLeast
        case [.most]: return .atMost
        case [.or, .more], [.or, .moreThan], [.or, .beyond], [.and, .beyond], [.and, .moreThan]:
            return .atLeast
        case [.or, .less], [.or, .lessThan], [.and, .lessThan]: return .atMost
        default: return nil
        }
    }

    /// `più` and `meno` have their `di`, and `oltre` has no `a`.
    private var isJoined: Bool {
        for (index, part) in parts.enumerated() {
            let next = index + 1 < parts.count ? parts[index + 1] : nil
            if [.moreThan, .lessThan].contains(part), next != .of { return false }
            if part == .beyond, next == .to { return false }
        }
        return true
    }

    private static func isLink(_ part: Part) -> Bool {
        [.of, .to, .article, .noun, .dayNoun].contains(part)
    }

    private static func comparison(of core: [Part]) -> ReportedValue.Comparison? {
        switch core {
        case [.least], [.least, .equal], [.not, .less], [.not, .lessThan], [.not, .under]: return .atLeast
        case [.most], [.most, .equal], [.upTo], [.upTo, .most], [.by, .most]: return .atMost
        case [.not, .more], [.not, .moreThan], [.not, .beyond]: return .atMost
        case [.more], [.moreThan], [.beyond]: return .above
        case [.less], [.lessThan], [.under]: return .below
        case [.by], [.by, .not, .beyond], [.by, .and, .not, .beyond]: return .by
        default: break
        }
        let sides = Set(core).subtracting([.or])
        let orCount = core.count { $0 == .or }
        guard core.count - orCount == 2, orCount <= 1, core.first != .or, core.last != .or else {
            return repeated(core)
        }
        if sides == [.more, .equal] { return .atLeast }
        if sides == [.less, .equal] { return .atMost }
        return repeated(core)
    }

    /// `almeno >= 80` says one thing twice.
    private static func repeated(_ core: [Part]) -> ReportedValue.Comparison? {
        guard let first = core.first, core.count > 1 else { return nil }
        let rest = comparison(of: Array(core.dropFirst()))
        switch first {
        case .least: return rest == .atLeast ? rest : nil
        case .most: return rest == .atMost ? rest : nil
        default: return nil
        }
    }
}

extension ComparisonPhrase {
    /// The word or sign that opens `text`, and what follows it.
    private static func part(_ text: Substring) -> ([Part], Substring)? {
        guard let first = text.first else { return nil }
        if let sign = signs[first] { return (sign, text.dropFirst()) }
        let word = text.prefix(while: \.isLetter)
        let key = String(word).comparisonKey
        guard !word.isEmpty, let part = words[key] else { return nil }
        var rest = text.dropFirst(word.count)
        if key == "au" {
            // `au moins`, `au plus`: together they say something else than each.
            let next = rest.drop(while: \.isWhitespace)
            let second = next.prefix(while: \.isLetter)
            if let most = ["moins": Part.least, "plus": .most][second.lowercased()] {
                return ([most], next.dropFirst(second.count))
            }
        }
        if let mark = rest.first, "'’`´".contains(mark) { rest = rest.dropFirst() }
        if rest.first == ".", [.least, .most].contains(part) { rest = rest.dropFirst() }
        return ([part], rest)
    }

    /// True for a word that a phrase may begin with, in small letters without accents.
    static func opens(with word: String) -> Bool { words[word] != nil }

    private static let signs: [Character: [Part]] = [
        ">": [.more], "<": [.less], "=": [.equal], "≥": [.more, .equal], "≤": [.less, .equal],
        "⩾": [.more, .equal], "⩽": [.less, .equal], "≧": [.more, .equal], "≦": [.less, .equal], "/": [.or],
    ]

    private static let words: [String: Part] = {
        let lists: [(Part, String)] = [
            (.not, "non"), (.equal, "uguale uguali eguale eguali pari"), (.or, "o od oppure"), (.and, "e ed"),
            (.more, "superiore superiori maggiore maggiori"), (.less, "inferiore inferiori minore minori"),
            (.moreThan, "piu"), (.lessThan, "meno"), (.beyond, "oltre sopra"), (.under, "sotto"),
            (.least, "almeno minimo minima minimi minime min quantomeno perlomeno"),
            (.most, "massimo massima massimi massime max"), (.upTo, "fino sino"), (.by, "entro prevista"),
            (.before, "prima"), (.of, "di del dello della dei degli delle dell d"),
            (.to, "a ad al allo alla ai agli alle all"), (.article, "il lo la i gli le l un uno una"),
            (.noun, "valore valori soglia limite livello target come"), (.dayNoun, "data giorno termine in"),
            // As offices in Bolzano and Aosta write them.
            (.not, "nicht pas"), (.equal, "gleich egal egale"), (.or, "oder ou"), (.and, "und et"),
            (.more, "grosser hoher superieur superieure superieurs superieures"),
            (.less, "kleiner niedriger inferieur inferieure inferieurs inferieures"),
            (.moreThan, "mehr plus"), (.lessThan, "weniger moins"), (.beyond, "uber"), (.under, "unter"),
            (.least, "mindestens wenigstens minimum"), (.most, "hochstens maximal maximum"),
            (.upTo, "bis jusqu"), (.by, "spatestens innerhalb"), (.before, "vor avant"), (.of, "als de des"),
            (.to, "zum zu au aux"), (.article, "der die das den dem le les"), (.dayNoun, "datum am date"),
        ]
        var words: [String: Part] = [:]
        for (part, list) in lists {
            for word in list.split(separator: " ") { words[String(word)] = part }
        }
        return words
    }()
}
