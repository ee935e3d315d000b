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
                guard Self.isOfObjectives(table), !table.isOfMoney, !table.isOfOtherThings else { continue }
                objectives += max(1, table.rows.count)
                if table.columns(.actual).contains(where: { ColumnContent(table.column($0)).filled > 0 }) {
                    hasActuals = true
                }
            case .field(let field):
                if [.ownResources, .thirdPartyResources].contains(field.guess.term) { projects += 1 }
                if field.guess.term == .resources { resources += 1 }
                if ProjectGrammar.number(opening: field) != nil { projectCards += 1 }
                if field.guess.term == .objective || field.guess.term == .indicator {
                    if LabelReader.isOfAnything(field.label) { unsure += 1 } else { objectives += 1 }
                }
                if field.guess.term == .actual, !field.value.isEmpty { hasActuals = true }
            case .text(let row): if ProjectGrammar.number(opening: row.text) != nil { projectCards += 1 }
            case .card, .row: continue
            }
        }
        if !terms.isDisjoint(with: Self.ofCards) { objectives += unsure }
        // Beside objectives figures by years under no service tell of the context.
        if objectives > 0, !pieces.contains(where: Self.namesService) { series = 0 }
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

    /// The kind that most speaks for; nil where nothing does.
    var kind: ImportKind? {
        guard objectives + series + projects + min(projectCards, resources) > 0 else { return nil }
        // Numbered projects, each with its money: what they aim at is no objective of a plan.
        if projectCards > 0, projects >= projectCards, projects > series { return .progetti }
        if projectCards > 0, resources >= projectCards, terms.isDisjoint(with: [.indicator, .weight]) {
            return .progetti
        }
        if projects > 0, projects >= objectives, projects > series, !terms.contains(.indicator) {
            return .progetti
        }
        if series > objectives { return .mappe }
        return hasActuals ? .relazione : .piano
    }
}
