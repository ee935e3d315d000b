import Model

/// `direction-doubtful`: nothing says which way is better and the words of the indicator say the contrary of the
/// usual "more is better"; or what says it contradicts itself (`almeno 80`, and less is better).
///
/// A warning where the other way gives another score, else an info.
struct DirectionCheck {
    let context: IndicatorContext
    let profile: ScoringProfile

    var findings: [Finding] {
        let indicator = context.indicator
        guard !indicator.isNeutralised, indicator.target.number != nil else { return [] }
        if let contradiction {
            return [finding(.warning, written: indicator.target.written, evidence: contradiction)]
        }
        guard context.score.rule.origin == .standard, let word = DirectionWords.word(of: indicator) else {
            return []
        }
        return [finding(severity, written: word, evidence: ["reason": "words"])]
    }

    private func finding(_ severity: Severity, written: String, evidence: [String: String]) -> Finding {
        Finding(
            .directionDoubtful, severity, at: context.place(.direction), written: written, evidence: evidence
        )
    }

    /// Whether less being better would change what is scored.
    private var severity: Severity {
        var other = context.indicator
        other.direction = .decreasing
        let score = IndicatorScore(of: other, profile: profile)
        return score.achievement == context.score.achievement ? .info : .warning
    }

    /// What the target, the indicator's direction, its rule and its baseline say, where two of them disagree.
    private var contradiction: [String: String]? {
        let indicator = context.indicator
        var said: [(name: String, direction: Direction)] = []
        if let direction = indicator.target.comparison?.direction { said.append(("target", direction)) }
        if let direction = indicator.direction { said.append(("direction", direction)) }
        if let direction = indicator.rule?.direction { said.append(("rule", direction)) }
        if indicator.rule == .fromBaseline, let start = indicator.baseline?.number,
            let target = indicator.target.number, start != target
        {
            said.append(("baseline", target < start ? .decreasing : .increasing))
        }
        guard let first = said.first, let other = said.first(where: { $0.direction != first.direction })
        else { return nil }
        return ["reason": "contradiction", "one": first.name, "other": other.name]
    }
}

extension ReportedValue.Comparison {
    /// Which way is better for a figure with this comparison.
    var direction: Direction {
        switch self {
        case .atLeast, .above: .increasing
        case .atMost, .below, .by: .decreasing
        }
    }
}

extension ScoringRule {
    /// The one way that the rule scores figures; nil for rules that serve both ways or no figures.
    fileprivate var direction: Direction? {
        switch self {
        case .increasing: .increasing
        case .decreasingComplement, .decreasingRatio, .decreasingPassFail: .decreasing
        case .fromBaseline, .onOff, .date, .dateBands, .bands: nil
        }
    }
}

/// Words in an indicator's name that say that less is better.
enum DirectionWords {
    /// The word, or the unit or measure, that says so; nil where none does, or where another word turns it round:
    /// a reduction of complaints, files closed within days, days of opening.
    static func word(of indicator: Indicator) -> String? {
        let words = indicator.name.comparisonKey.split(separator: " ").map(String.init)
        guard !words.contains(where: turnsRound) else { return nil }
        // A share of accidents or debtors is mostly a share of those that were dealt with.
        let isShare = indicator.target.unit == .percent || indicator.isPercentage
        if let word = words.first(where: { saysLess($0, isShare: isShare) }) { return word }
        if indicator.target.unit == .days || indicator.target.unit == .workingDays {
            return indicator.target.unit.rawValue
        }
        return indicator.measure == .timeliness ? indicator.name : nil
    }

    private static func saysLess(_ word: String, isShare: Bool) -> Bool {
        whole.contains(word) || (isShare ? plainStems : plainStems + stems).contains { word.hasPrefix($0) }
    }

    private static func turnsRound(_ word: String) -> Bool {
        turning.contains { word.hasPrefix($0) }
    }

    private static let whole: Set<String> = [
        "giorni", "giorno", "gg", "tempo", "tempi", "costo", "costi", "assenza", "assenze", "durata",
        "attesa",
        "attese",
    ]
    private static let plainStems = ["ritard", "reclam", "lamentel", "residu"]
    private static let stems = [
        "error", "arretrat", "disserviz", "infortun", "incident",
        "guast", "sprec", "consum", "interruzion", "assenteism", "moros", "giacenz", "tempestiv",
        "scostament",
        "disavanz", "sinistr", "perdit", "insoddisf", "contenzios", "dispersion",
    ]
    private static let turning = [
        "riduz", "ridott", "ridurre", "diminu", "abbatt", "conteni", "risparm", "recuper", "risol", "evas",
        "gestit", "definit", "chius", "conclus", "smalt", "riscoss", "rispett", "entro", "apert", "formaz",
        "anticip", "presen", "lavorat", "dedicat", "erogat", "utilizz", "pien", "liber", "real", "determinat",
        "indeterminat", "parzial", "copert", "soddisf", "puntual", "elimin", "controll", "monitor", "verific",
        "rilevaz", "analis", "aggiorn", "migliora", "corsi", "event", "manifestaz", "mostr", "attivita",
        "esaminat", "trattat", "accolt", "corrett", "ripar", "proposta", "proposte", "report", "relazion",
    ]
}
