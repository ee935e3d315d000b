/// Texts that a person named column by column, as a page leaves them whose columns were lost: all names first, then all
/// values. The first value is of the first name.
enum NamedOrder {
    /// The pieces with each named value behind the name that it is of. A value of which there are not as many as names
    /// stays behind the one before it.
    static func paired(_ pieces: [Piece]) -> [Piece] {
        var result: [Piece] = []
        var run: [Piece] = []
        for piece in pieces {
            switch piece {
            case .text, .row: run.isEmpty ? result.append(piece) : run.append(piece)
            case .field(let field) where field.guess.reason == .person:
                if valuesByName[field.guess.term] != nil, !run.isEmpty, !goesOn(run, field.guess.term) {
                    result += ordered(run)
                    run = []
                }
                run.append(piece)
            case .field, .card, .table:
                result += ordered(run) + [piece]
                run = []
            }
        }
        return result + ordered(run)
    }

    /// What belongs to a name.
    private static let valuesByName: [FieldTerm: Set<FieldTerm>] = [
        .indicator: [
            .baseline, .target, .actual, .deviation, .weight, .achievement, .formula, .dimension, .purpose,
            .note,
        ],
        .phase: [.phaseStart, .phaseEnd, .due],
        .objective: [.objectiveWeight, .definition, .due],
    ]

    /// True where nothing but names of this term stands in a run so far.
    private static func goesOn(_ run: [Piece], _ term: FieldTerm) -> Bool {
        run.compactMap(\.field).allSatisfy { $0.guess.term == term }
    }

    private static func ordered(_ run: [Piece]) -> [Piece] {
        let fields = run.compactMap(\.field)
        guard let name = fields.first?.guess.term, let values = valuesByName[name],
            case let names = fields.prefix(while: { $0.guess.term == name }), names.count > 1
        else { return run }
        let told = fields.dropFirst(names.count).prefix { values.contains($0.guess.term) }
        let counts = Dictionary(grouping: told, by: \.guess.term).mapValues(\.count)
        guard counts.values.contains(names.count) else { return run }
        var groups = names.map { [$0] }
        var used: [FieldTerm: Int] = [:]
        var last = names.count - 1
        for field in told {
            let term = field.guess.term
            if counts[term] == names.count {
                last = used[term, default: 0]
                used[term] = last + 1
            }
            groups[last].append(field)
        }
        let others = run.filter { $0.field == nil }
        let rest = fields.dropFirst(names.count + told.count)
        return groups.joined().map { .field($0) } + others + rest.map { .field($0) }
    }
}
