import Model

/// What kind of document the pieces make, by the terms that were found and how they hang together.
struct DocumentKind: Hashable, Sendable {
    /// How many tables and cards speak for objectives, and for series.
    private(set) var objectives = 0
    private(set) var series = 0
    /// How many rows and cards of performance projects there are.
    private(set) var projects = 0
    /// How many cards begin with the number of a project.
    private var projectCards = 0
    /// How many fields name a project, and how many anything: `Titolo del progetto`, `Titolo`.
    private var projectTitles = 0
    private var titles = 0
    /// How many tables give the sums of one project.
    private var sums = 0
    /// A title speaks of projects.
    private var speaksOfProjects = false
    /// How many fields tell of resources without saying whose.
    private var resources = 0
    /// True where values that were reached stand in it.
    private(set) var hasActuals = false
    /// The terms that its labels were taken for.
    private var terms: Set<FieldTerm> = []

    /// Weighs pieces.
    init(_ pieces: [Piece]) {
        var unsure = 0
        for piece in pieces {
            terms.formUnion(piece.terms)
            switch piece {
            case .table(let table) where SeriesGrammar.isSeries(table): series += max(1, table.rows.count)
            case .table(let table) where ProjectGrammar.isProjects(table):
                projects += max(1, table.rows.count)
            case .table(let table):
                if ProjectGrammar.isProjects(table, amongProjects: true) {
                    projectTitles += 1
                    sums += 1
                }
                if ProjectGrammar.isOfSums(table) { sums += 1 }
                guard Self.isOfObjectives(table), !table.isOfMoney, !table.isOfOtherThings else { continue }
                objectives += max(1, table.rows.count)
                if table.columns(.actual).contains(where: { ColumnContent(table.column($0)).filled > 0 }) {
                    hasActuals = true
                }
            case .field(let field):
                if [.ownResources, .thirdPartyResources].contains(field.guess.term) { projects += 1 }
                weighTitle(field)
                if field.guess.term == .resources { resources += 1 }
                if ProjectGrammar.number(opening: field) != nil { projectCards += 1 }
                if field.guess.term == .objective || field.guess.term == .indicator {
                    if LabelReader.isOfAnything(field.label) { unsure += 1 } else { objectives += 1 }
                }
                if field.guess.term == .actual, !field.value.isEmpty { hasActuals = true }
            case .text(let row), .row(let row), .card(let row):
                if ProjectGrammar.number(opening: row.text) != nil { projectCards += 1 }
                if Self.speaksOfProjects(row) { speaksOfProjects = true }
            }
        }
        if !terms.isDisjoint(with: Self.ofCards) { objectives += unsure }
        // Beside objectives figures by years under no service tell of the context.
        if objectives > 0, !pieces.contains(where: Self.namesService) { series = 0 }
    }

    /// `Progetto n. | 1` numbers a card, `Titolo del progetto | …` names one.
    private mutating func weighTitle(_ field: LabelledValue) {
        if field.guess.term == .project, ProjectGrammar.isNumber(field) { projectCards += 1 }
        guard field.value.contains(where: \.isLetter) else { return }
        if field.guess.term == .project { projectTitles += 1 }
        if LabelReader.isOfAnything(field.label) { titles += 1 }
    }

    /// `Progetti di miglioramento – Anno 2026`, `Schede progetto`, `Fondo risorse decentrate 2026`: a title, and no sentence.
    private static func speaksOfProjects(_ row: DocumentRow) -> Bool {
        guard row.filled.count == 1, row.text.utf8.count <= 120, row.text.last != "." else { return false }
        let words = MatchKey(row.text).words
        return words.contains { ["progetto", "progetti", "produttivita", "decentrate"].contains($0) }
    }

    /// `Servizio: Anagrafe`, `Servizio Anagrafe`, a column of services beside figures of years.
    private static func namesService(_ piece: Piece) -> Bool {
        switch piece {
        case .field(let field):
            field.guess.term == .sector && MatchKey(field.label).text.contains("serviz")
        case .table(let table):
            SeriesGrammar.isSeries(table)
                && table.columns(.sector).contains { MatchKey(table.heads[$0]).text.contains("serviz") }
        case .text(let row): MatchKey(row.text).words.first == "servizio"
        case .card, .row: false
        }
    }

    /// A table whose heads say that its rows are objectives or indicators: `Oggetto` and `Descrizione` are over anything, and
    /// say it only beside what is measured or weighed.
    private static func isOfObjectives(_ table: TableDraft) -> Bool {
        if table.has(.indicator)
            || table.columns(.objective).contains(where: { !LabelReader.isOfAnything(table.heads[$0]) })
        {
            return true
        }
        return (table.has(.objective) || table.has(.definition))
            && [.target, .actual, .weight, .objectiveWeight, .achievement].contains { table.has($0) }
    }

    /// What the card of an objective tells beside its title.
    private static let ofCards: Set<FieldTerm> = [
        .indicator, .target, .weight, .objectiveWeight, .phase,
    ]

    /// Cards that name projects, each with its money, under a title that speaks of projects.
    private var areNamedProjects: Bool {
        let isPlain = terms.isDisjoint(with: [.weight, .objectiveWeight])
        let named = projectTitles > 0 ? projectTitles : isPlain ? titles : 0
        let money = max(projects + sums, isPlain && !terms.contains(.indicator) ? resources : 0)
        return speaksOfProjects && named > 0 && money >= named && money > series
    }

    /// The kind that most speaks for; nil where nothing does.
    var kind: ImportKind? {
        guard objectives + series + projects + min(projectCards + projectTitles, resources) > 0 else {
            return nil
        }
        // Numbered projects, each with its money: what they aim at is no objective of a plan.
        if projectCards > 0, projects >= projectCards, projects > series { return .progetti }
        if areNamedProjects { return .progetti }
        // Several of them may say what they are measured by; what is weighed is an objective.
        if projectCards > 0, resources >= projectCards, terms.isDisjoint(with: [.weight, .objectiveWeight]),
            projectCards > 1 || !terms.contains(.indicator)
        {
            return .progetti
        }
        if projects > 0, projects >= objectives, projects > series, !terms.contains(.indicator) {
            return .progetti
        }
        if series > objectives { return .mappe }
        return hasActuals ? .relazione : .piano
    }
}
