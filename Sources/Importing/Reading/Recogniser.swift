/// Tells what kind of document a text is, by the words of its headers and titles, and says why.
public enum Recogniser {
    /// A piece of evidence for a kind.
    public struct Evidence: Hashable, Sendable {
        /// What was looked for.
        public let phrase: String
        /// The first line that has it, from 1.
        public let line: Int
        /// How much it counts.
        public let points: Int
    }

    /// How much speaks for a kind.
    public struct Score: Hashable, Sendable {
        /// The kind.
        public let kind: ImportKind
        /// The sum of the points.
        public let points: Int
        /// What was found, in the order of the lines.
        public let evidence: [Evidence]
    }

    /// The outcome.
    public struct Recognition: Hashable, Sendable {
        /// The kind with the most evidence, or `tabella` where no kind has enough.
        public let kind: ImportKind
        /// All scores, the highest first.
        public let scores: [Score]
    }

    /// Points below which a document is of no known kind.
    public static let threshold = 6

    /// Weighs the evidence of a document. Each phrase counts once, however often it occurs.
    public static func recognise(_ text: SourceText) -> Recognition {
        var found: [Int: Int] = [:]
        var seen: Set<String> = []
        for line in text.lines where !line.isBlank {
            // A line that came before has nothing new to say.
            guard seen.count > 20_000 || seen.insert(line.raw).inserted else { continue }
            for index in clues(in: line) where found[index] == nil { found[index] = line.number }
        }
        let scores = order.map { kind in score(of: kind, found) }.sorted { $0.points > $1.points }
        guard let best = scores.first, best.points >= threshold else {
            return Recognition(kind: .tabella, scores: scores)
        }
        return Recognition(kind: best.kind, scores: scores)
    }

    private static let order: [ImportKind] = [.mappe, .piano, .progetti, .relazione]

    private static func score(of kind: ImportKind, _ found: [Int: Int]) -> Score {
        let evidence = RecogniserClue.all.enumerated().compactMap { index, clue -> Evidence? in
            guard clue.kind == kind, let line = found[index] else { return nil }
            return Evidence(phrase: clue.phrase, line: line, points: clue.points)
        }
        return Score(
            kind: kind, points: evidence.reduce(0) { $0 + $1.points },
            evidence: evidence.sorted { ($0.line, $0.phrase) < ($1.line, $1.phrase) })
    }

    /// The clues of a line: cells that are a label of one, and titles that hold one.
    private static func clues(in line: SourceLine) -> [Int] {
        var result: [Int] = []
        if let table = RecogniserClue.objectiveTable, line.isTabular, isObjectiveTable(line) {
            result.append(table)
        }
        for cell in line.cells.prefix(40)
        where !cell.isEmpty && cell.utf8.count <= ImportLimits.maximumLabelBytes {
            if let match = RecogniserClue.labels.matchStart(cell) { result.append(match.term) }
            guard line.cells.count == 1 || cell.utf8.count < 60 else { continue }
            let key = MatchKey(cell)
            result.append(
                contentsOf: RecogniserClue.titles.filter { key.contains(RecogniserClue.all[$0].key) })
        }
        return result
    }
}

extension Recogniser {
    /// A header row with an indicator and its target or actual, in whatever words.
    private static func isObjectiveTable(_ line: SourceLine) -> Bool {
        guard let header = TableHeader(line, FieldTerm.vocabulary), header.index(of: .indicator) != nil
        else { return false }
        return header.index(of: .target) != nil || header.index(of: .actual) != nil
    }
}

/// One phrase that speaks for a kind.
struct RecogniserClue: Sendable {
    let kind: ImportKind
    let phrase: String
    let points: Int
    /// True where the phrase may stand anywhere in a title; false where it is a label of its own.
    let isTitle: Bool
    let key: MatchKey

    init(_ kind: ImportKind, _ points: Int, _ phrase: String, isTitle: Bool = false) {
        self.kind = kind
        self.phrase = phrase
        self.points = points
        self.isTitle = isTitle
        key = MatchKey(phrase)
    }

    static let titles = all.indices.filter { all[$0].isTitle }
    static let labels = Vocabulary(all.indices.filter { !all[$0].isTitle }.map { ($0, [all[$0].phrase]) })

    static let all: [RecogniserClue] = mappe + piano + progetti + relazione

    private static let mappe = [
        RecogniserClue(.mappe, 4, "mappe dei servizi", isTitle: true),
        RecogniserClue(.mappe, 3, "elemento centrale", isTitle: true),
        RecogniserClue(.mappe, 3, "Elementi accessori"),
        RecogniserClue(.mappe, 3, "Output del servizio"),
        RecogniserClue(.mappe, 3, "utenza del servizio", isTitle: true),
        RecogniserClue(.mappe, 3, "Segmenti di utenza"),
        RecogniserClue(.mappe, 3, "Utenti seguiti"),
        RecogniserClue(.mappe, 3, "criteri di segmentazione", isTitle: true),
        RecogniserClue(.mappe, 3, "Forma gestionale"),
        RecogniserClue(.mappe, 3, "Strutture erogative"),
        RecogniserClue(.mappe, 2, "Risorse umane coinvolte"),
        RecogniserClue(.mappe, 3, "mappa del servizio", isTitle: true),
        RecogniserClue(.mappe, 2, "a chi lo erogo", isTitle: true),
        RecogniserClue(.mappe, 2, "come lo erogo", isTitle: true),
        RecogniserClue(.mappe, 2, "Forma di gestione"),
        RecogniserClue(.mappe, 2, "Categorie di utenti"),
        RecogniserClue(.mappe, 2, "Utenti serviti per segmento"),
        RecogniserClue(.mappe, 2, "Sedi di erogazione"),
        RecogniserClue(.mappe, 2, "Prestazioni accessorie"),
    ]
    private static let piano = [
        RecogniserClue(.piano, 2, "Obiettivo operativo"),
        RecogniserClue(.piano, 2, "Obiettivo strategico"),
        RecogniserClue(.piano, 2, "Indirizzo strategico"),
        RecogniserClue(.piano, 2, "Obiettivi operativi"),
        RecogniserClue(.piano, 3, "Fattori critici"),
        RecogniserClue(.piano, 3, "indicatore di efficacia", isTitle: true),
        RecogniserClue(.piano, 3, "Indicatore di efficienza"),
        RecogniserClue(.piano, 3, "dipendenti che partecipano", isTitle: true),
        RecogniserClue(.piano, 2, "cronoprogramma", isTitle: true),
        RecogniserClue(.piano, 2, "Dimensione attesa"),
        RecogniserClue(.piano, 2, "% prevista"),
        RecogniserClue(.piano, 2, "Performance dei settori"),
        RecogniserClue(.piano, 3, "piano della performance", isTitle: true),
        RecogniserClue(.piano, 3, "piano degli obiettivi", isTitle: true),
        RecogniserClue(.piano, 3, "scheda obiettivo", isTitle: true),
        RecogniserClue(.piano, 2, "schede obiettivo", isTitle: true),
        RecogniserClue(.piano, 3, "Fasi e tempi"),
        RecogniserClue(.piano, 2, "Fasi"),
        RecogniserClue(.piano, 2, "Personale coinvolto"),
        RecogniserClue(.piano, 2, "Struttura organizzativa"),
    ]
    private static let progetti = [
        RecogniserClue(.progetti, 4, "progetti di performance", isTitle: true),
        RecogniserClue(.progetti, 4, "Risorse proprie"),
        RecogniserClue(.progetti, 4, "Risorse di terzi"),
        RecogniserClue(.progetti, 3, "ente finanziatore", isTitle: true),
        RecogniserClue(.progetti, 2, "Descrizione sintetica"),
        RecogniserClue(.progetti, 2, "Risultato atteso"),
    ]
    /// The clue that no phrase gives: the header row of a table of indicators.
    static let objectiveTable = all.firstIndex { $0.phrase == tableOfIndicators }
    private static let tableOfIndicators = "indicatore + target"

    private static let relazione = [
        RecogniserClue(.relazione, 6, tableOfIndicators),
        RecogniserClue(.relazione, 5, "relazione sulla performance", isTitle: true),
        RecogniserClue(.relazione, 2, "stato di attuazione", isTitle: true),
        RecogniserClue(.relazione, 2, "raggiungimento obiettivi", isTitle: true),
        RecogniserClue(.relazione, 4, "Target consuntivo"),
        RecogniserClue(.relazione, 3, "Target atteso"),
        RecogniserClue(.relazione, 3, "Scostamento"),
        RecogniserClue(.relazione, 3, "% Ragg"),
        RecogniserClue(.relazione, 3, "% raggiungimento"),
        RecogniserClue(.relazione, 2, "Grado di raggiungimento"),
        RecogniserClue(.relazione, 2, "Barometro"),
        RecogniserClue(.relazione, 3, "Valore conseguito"),
        RecogniserClue(.relazione, 3, "Performance realizzata"),
        RecogniserClue(.relazione, 3, "Valore raggiunto"),
        // What is expected stands in plans, too, so it counts for little.
        RecogniserClue(.relazione, 1, "Valore atteso"),
        RecogniserClue(.relazione, 1, "Performance attesa"),
        RecogniserClue(.relazione, 1, "Valore obiettivo"),
        RecogniserClue(.relazione, 2, "Consuntivo"),
        RecogniserClue(.relazione, 1, "Target"),
        RecogniserClue(.relazione, 1, "Indicatore"),
        RecogniserClue(.relazione, 1, "Peso"),
    ]
}
