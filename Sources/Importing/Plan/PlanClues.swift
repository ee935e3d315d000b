/// Whether a document is a plan of cards with phases and people, by phrases that stand in such plans, weighed against
/// those of reports.
struct PlanClues: Sendable {
    private let points: Int
    /// The points of phrases that stand in no document of another layout.
    private let ownPoints: Int
    private let reportPoints: Int

    /// True where plans speak more than reports.
    var isPlan: Bool { points >= 6 && points >= reportPoints }
    /// True where reports speak more than plans: what else stands in one, such as maps of services, is no document's kind.
    var isReport: Bool { reportPoints >= 6 && reportPoints > points }
    /// True where enough stands in it that no other layout has.
    var isSure: Bool { ownPoints >= 6 }

    /// Weighs the lines of a document. Each phrase counts once, however often it occurs.
    init(_ text: SourceText) {
        var found: Set<Int> = []
        var seen: Set<String> = []
        for line in text.lines where !line.isBlank {
            // A line that came before has nothing new to say.
            guard seen.count > 20_000 || seen.insert(line.raw).inserted else { continue }
            Self.find(in: line, &found)
        }
        let clues = found.map { Self.all[$0] }
        points = clues.lazy.filter { !$0.isOfReport }.reduce(0) { $0 + $1.points }
        ownPoints = clues.lazy.filter { !$0.isOfReport && !$0.isCommon }.reduce(0) { $0 + $1.points }
        reportPoints = clues.lazy.filter(\.isOfReport).reduce(0) { $0 + $1.points }
    }

    /// The clues of a line: cells that are a label of one, titles that hold one, and the head of a table of indicators.
    private static func find(in line: SourceLine, _ found: inout Set<Int>) {
        if line.isTabular, !found.contains(tableOfIndicators), isTableOfIndicators(line) {
            found.insert(tableOfIndicators)
        }
        for cell in line.cells.prefix(40)
        where !cell.isEmpty && cell.utf8.count <= ImportLimits.maximumLabelBytes {
            if let match = labels.matchStart(cell) { found.insert(match.term) }
            guard line.cells.count == 1 || cell.utf8.count < 60 else { continue }
            let key = MatchKey(cell)
            for title in titles where !found.contains(title) && key.contains(all[title].key) {
                found.insert(title)
            }
        }
    }

    /// A head with an indicator and its target or actual, in whatever words.
    private static func isTableOfIndicators(_ line: SourceLine) -> Bool {
        guard let head = TableHeader(line, FieldTerm.vocabulary), head.index(of: .indicator) != nil else {
            return false
        }
        return head.index(of: .target) != nil || head.index(of: .actual) != nil
    }

    /// A phrase that speaks for a plan or a report.
    private struct Clue: Sendable {
        let phrase: String
        let key: MatchKey
        let points: Int
        var isOfReport = false
        /// The phrase may stand anywhere in a title; else it is a label of its own.
        var isTitle = false
        /// It stands in plans of any layout.
        var isCommon = false

        init(_ points: Int, _ phrase: String) {
            self.phrase = phrase
            key = MatchKey(phrase)
            self.points = points
        }

        func with(_ change: (inout Clue) -> Void) -> Clue {
            var clue = self
            change(&clue)
            return clue
        }
    }

    private static func clues(_ points: Int, _ phrases: String...) -> [Clue] {
        phrases.map { Clue(points, $0) }
    }

    private static let ofPlans =
        clues(2, "Dimensione attesa", "% prevista", "Performance dei settori", "Struttura organizzativa")
        + clues(3, "Fattori critici", "Indicatore di efficienza", "Fasi e tempi")
        + (clues(3, "indicatore di efficacia", "dipendenti che partecipano") + clues(2, "cronoprogramma"))
        .map { $0.with { $0.isTitle = true } }
        + clues(
            2, "Obiettivo operativo", "Obiettivo strategico", "Indirizzo strategico", "Obiettivi operativi",
            "Fasi", "Personale coinvolto"
        ).map { $0.with { $0.isCommon = true } }
        + (clues(3, "piano della performance", "piano degli obiettivi", "scheda obiettivo")
        + clues(2, "schede obiettivo"))
        .map { $0.with { ($0.isTitle, $0.isCommon) = (true, true) } }

    private static let ofReports =
        (clues(5, "relazione sulla performance") + clues(2, "stato di attuazione", "raggiungimento obiettivi"))
        .map { $0.with { $0.isTitle = true } } + clues(4, "Target consuntivo")
        + clues(
            3, "Target atteso", "Scostamento", "% Ragg", "% raggiungimento", "Valore conseguito",
            "Performance realizzata", "Valore raggiunto")
        + clues(2, "Grado di raggiungimento", "Barometro", "Consuntivo")
        // What is expected stands in plans, too, so it counts for little.
        + clues(1, "Valore atteso", "Performance attesa", "Valore obiettivo", "Target", "Indicatore", "Peso")
        + clues(6, "indicatore + target")

    private static let all = ofPlans + ofReports.map { $0.with { $0.isOfReport = true } }
    /// The clue that no phrase gives: the head of a table of indicators.
    private static let tableOfIndicators = all.count - 1
    private static let titles = all.indices.filter { all[$0].isTitle }
    private static let labels = Vocabulary(
        all.indices.filter { !all[$0].isTitle }.map { ($0, [all[$0].phrase]) })
}
