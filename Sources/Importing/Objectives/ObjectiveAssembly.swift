import Model
import Reading

/// Makes a plan out of what the scanner found: carries heads, sectors and objectives down, joins what pages cut.
struct ObjectiveAssembly {
    /// The document, its account filled.
    var reading: Reading
    /// What was made of it.
    var plan: PlanAssembler

    /// The notation of each column of figures, over the whole document.
    let notations: [FieldTerm: ColumnNotation]
    /// The head and the sector that hold for the rows that come.
    var head = Carried()
    var sector = Carried()
    /// What comes goes on after a page cut.
    var isAfterCut = false
    /// A card has begun whose objective is not named yet.
    var isInNewCard = false
    /// True where the sector stands over the rows, so that a new head does not end it.
    var isSectorOfSection = false
    /// The last indicator stood in a table: what a label below it says is of the objective.
    var isAfterTable = false
    /// A row of a table named the objective that is open: what stands over the next table is not its own.
    var isOfRow = false
    /// The last cell of each column, which `idem` stands for.
    var previous: [FieldTerm: String] = [:]
    /// The objectives whose indicators are measured, each as its code and its title.
    var told: Set<[String]> = []
    /// Fields of a card that came before its objective.
    var early: [(term: FieldTerm, value: String, source: Source)] = []

    /// A cell that holds for the rows below until another one replaces it.
    struct Carried {
        var text = ""
        var source: Source?
        /// It stood in a column, whose table alone it holds for.
        var isOfColumn = false

        /// What holds for a row: of a column only where its table has that column.
        func held(_ term: FieldTerm, by row: ObjectiveRow) -> Carried {
            isOfColumn && row.columns?.contains(term) == false ? Carried() : self
        }
    }

    init(_ reading: Reading, year: Int, events: [ObjectiveEvent]) {
        self.reading = reading
        plan = PlanAssembler(year: year, identifiers: reading.identifiers)
        notations = Self.notations(events)
        tellNotations(events)
        for event in events { take(event) }
        for line in plan.removeEmpty() { self.reading.ledger.release(line) }
        // What a table of ours says by its keys is what the archive says.
        if !Self.haveKeys(events) { plan.settle() }
    }

    /// Goes on with a plan: what the events tell is added where it stands.
    init(_ reading: Reading, events: [ObjectiveEvent], goingOn plan: PlanAssembler) {
        self.reading = reading
        self.plan = plan
        notations = Self.notations(events)
        for event in events { take(event) }
    }

    private static func haveKeys(_ events: [ObjectiveEvent]) -> Bool {
        events.contains { if case .row(let row) = $0 { row.cells[.key] != nil } else { false } }
    }

    private mutating func take(_ event: ObjectiveEvent) {
        switch event {
        case .line(let title, let code, let line):
            plan.enterLine(title, code: code, source: reading.source(line))
            reading.ledger.bind(line.number, to: "line.title")
            isAfterCut = false
        case .lineAchievement(let text, let line):
            let source = reading.source(line)
            plan.updateLine { strategicLine in
                strategicLine.printedAchievement = ReportedValue(reading: text, as: .percentage)
                strategicLine.sources["printedAchievement"] = source
            }
            reading.ledger.bind(line.number, to: "line.printedAchievement")
        case .lineText(let text, let lines): describeLine(text, lines)
        case .pageCut:
            isAfterCut = true
        case .row(let row):
            take(row)
            isAfterCut = false
        case .chapter(let title, let line):
            plan.startChapter(title, source: reading.source(line))
            reading.ledger.bind(line.number, to: "chapter.title")
        case .paragraph(let line):
            plan.extendChapter(line.text)
            reading.ledger.bind(line.number, to: "chapter.text")
        case .field(let term, let value, let lines, let year):
            takeField(term, value, lines, year: year)
        case .fieldBelow(let term, let value, let lines):
            takeBelow(term, value, lines)
        case .phase(let phase): take(phase)
        case .participant(let person): take(person)
        case .card: isInNewCard = true
        }
    }
}
