import Foundation
import Model
import Reading

/// What a person named of a document, added to what was read of it without that: each text to the objective, the
/// indicator or the service above it.
struct NamedAddition {
    /// The document with what was named.
    private(set) var parts: ImportParts
    /// Its account: only the lines that were named count.
    private(set) var reading: Reading
    private let year: Int

    /// Adds the texts that are named in some rows.
    init(_ rows: DocumentRows, to proposal: ImportProposal) {
        parts = proposal.parts
        reading = Reading(file: proposal.file, text: rows.text)
        year = parts.plan?.year ?? parts.year ?? DocumentYear.mostFrequent(reading.lines) ?? 0
        let pieces = PieceScanner(rows.rows.filter { !$0.named.isEmpty }).pieces
        var run: [Piece] = []
        var owner: Owner?
        for piece in pieces {
            let next = piece.firstLine.map { Owner(at: $0, in: parts.plan) } ?? nil
            if next?.place != owner?.place {
                take(run, of: owner)
                run = []
            }
            owner = next
            if case .table(let table) = piece {
                addSeries(table)
            } else if !isTold(piece) {
                run.append(piece)
            }
        }
        take(run, of: owner)
    }

    /// Where texts go: the objective above them, and how many of its indicators stand above them.
    private struct Owner {
        let line: Int
        let objective: Int
        let indicators: Int

        var place: [Int] { [line, objective, indicators] }

        init?(firstOf plan: Plan?) {
            guard let place = plan?.lines.firstIndex(where: { !$0.objectives.isEmpty }) else { return nil }
            (line, objective, indicators) = (place, 0, 0)
        }

        init?(at number: Int, in plan: Plan?) {
            var found: (line: Int, objective: Int, number: Int)?
            for (index, line) in (plan?.lines ?? []).enumerated() {
                for (place, objective) in line.objectives.enumerated() {
                    guard let start = objective.firstLine, start <= number, start >= found?.number ?? 0
                    else { continue }
                    found = (index, place, start)
                }
            }
            guard let found, let plan else { return nil }
            (line, objective) = (found.line, found.objective)
            indicators =
                plan.lines[line].objectives[objective].indicators.prefix {
                    $0.sources.byField["name"]?.line ?? 0 <= number
                }.count
        }
    }

    /// Takes texts that stand below one objective. Those right before a new one are of that.
    private mutating func take(_ run: [Piece], of owner: Owner?) {
        let first = run.firstIndex { $0.field?.guess.term == .objective } ?? run.endIndex
        var start = first
        while first < run.endIndex, start > run.startIndex,
            run[start - 1].field.map({ Self.ofObjective.contains($0.guess.term) }) ?? false
        {
            start -= 1
        }
        let before = run[..<start]
        if let owner {
            take(before, below: owner)
        } else if let next = Owner(firstOf: parts.plan) {
            // Above all objectives: an office or a mark is of the first one.
            take(
                before.filter { $0.field.map { Self.ofObjective.contains($0.guess.term) } ?? false }[...],
                below: next)
        }
        take(run[start...], below: owner?.line)
    }

    /// True for the name of something that was read there already.
    private func isTold(_ piece: Piece) -> Bool {
        guard let field = piece.field, let row = field.rows.first else { return false }
        let above = parts.named(field.guess.term).last { $0.line < row.lines.upperBound }
        return above?.name.comparisonKey == field.value.comparisonKey
    }

    /// Fields of an objective that stand beside its title or above it.
    static let ofObjective: Set<FieldTerm> = [
        .line, .strategicObjective, .number, .head, .sector, .otherSectors, .objectiveWeight, .tags,
        .dupReferences, .definition,
    ]

    /// Adds fields to the objective and the last indicator above them; what these have already stays unread.
    private mutating func take(_ run: ArraySlice<Piece>, below owner: Owner) {
        guard !run.isEmpty, var plan = parts.plan else { return }
        let definition = plan.lines[owner.line].objectives[owner.objective].definition
        let pieces = run.compactMap { piece -> Piece? in
            guard case .field(var field) = piece, Self.ofObjective.contains(field.guess.term) else {
                return piece
            }
            if field.guess.term == .definition, definition.contains(field.value) { return nil }
            field.isBelowList = true
            return .field(field)
        }
        let below = plan.lines[owner.line].objectives[owner.objective].indicators[owner.indicators...]
        plan.lines[owner.line].objectives[owner.objective].indicators.removeLast(below.count)
        let grammar = ObjectiveGrammar(
            reading, pieces: pieces, year: year, layouts: [], below: (.card, owner.indicators > 0))
        let assembly = ObjectiveAssembly(
            grammar.reading, events: grammar.events,
            goingOn: PlanAssembler(plan, line: owner.line, objective: owner.objective))
        (reading, plan) = (assembly.reading, assembly.plan.plan)
        plan.lines[owner.line].objectives[owner.objective].indicators += below
        parts.plan = plan
    }

    /// Adds objectives of their own to a line; nil for the line without a title.
    private mutating func take(_ run: ArraySlice<Piece>, below line: Int?) {
        guard run.contains(where: { $0.field?.guess.term == .objective }) else { return }
        let grammar = ObjectiveGrammar(reading, pieces: Array(run), year: year, layouts: [])
        let assembler =
            parts.plan.map { PlanAssembler($0, line: line, objective: nil) }
            ?? PlanAssembler(year: year, identifiers: reading.identifiers)
        let assembly = ObjectiveAssembly(grammar.reading, events: grammar.events, goingOn: assembler)
        guard !assembly.plan.plan.lines.isEmpty else { return }
        reading = assembly.reading
        parts.plan = assembly.plan.plan
    }

    /// Adds rows of figures by years to the service above them.
    private mutating func addSeries(_ table: TableDraft) {
        guard let number = table.rows.first?.number else { return }
        let grammar = SeriesGrammar(reading, pieces: [.table(table)], year: nil)
        let above = parts.services.indices.last {
            parts.services[$0].sources.byField["name"].map { $0.line <= number } ?? false
        }
        guard let above else {
            (reading, parts.services) = (grammar.reading, parts.services + grammar.services)
            return
        }
        reading = grammar.reading
        let service = parts.services[above].id.uuidString
        for series in grammar.services.flatMap(\.outputs) {
            let id = UUID(naming: ["named", service, String(number), series.name])
            var own = Series(id: id, name: series.name)
            (own.values, own.sources) = (series.values, series.sources)
            parts.services[above].outputs.append(own)
        }
    }
}

extension Piece {
    /// The line where it begins; nil for an empty table.
    fileprivate var firstLine: Int? {
        switch self {
        case .text(let row), .card(let row), .row(let row): row.number
        case .field(let field): field.rows.first?.number
        case .table(let table): table.headRows.first?.number ?? table.rows.first?.number
        }
    }
}

extension Objective {
    /// The first line that says something of it.
    fileprivate var firstLine: Int? {
        sources.byField["title"]?.line ?? sources.byField.values.compactMap(\.line).min()
    }
}

extension ImportParts {
    /// The names of objectives, indicators or phases, with their lines; none for any other term.
    fileprivate func named(_ term: FieldTerm) -> [(line: Int, name: String)] {
        let objectives = plan?.objectives ?? []
        let found =
            switch term {
            case .objective: objectives.map { ($0.sources.byField["title"], $0.title) }
            case .indicator: objectives.flatMap(\.indicators).map { ($0.sources.byField["name"], $0.name) }
            case .phase: objectives.flatMap(\.phases).map { ($0.sources.byField["title"], $0.title) }
            default: [(Source?, String)]()
            }
        return found.compactMap { source, name in source.map { ($0.line, name) } }
    }

    /// How many objectives, indicators or phases each line gives.
    fileprivate func count(_ term: FieldTerm) -> [Int: Int] {
        named(term).reduce(into: [:]) { $0[$1.line, default: 0] += 1 }
    }
}

extension ImportProposal {
    /// True where a reading with names takes nothing of lines of text that stand beside them: only what is named, what was
    /// read without the names, and tables.
    private func isOfNames(_ rows: DocumentRows, besides other: ImportProposal) -> Bool {
        var texts: [Int: [NamedText]] = [:]
        for row in rows.rows where !row.named.isEmpty || row.filled.count < 2 {
            for line in row.lines { texts[line] = row.named }
        }
        return [FieldTerm.objective, .indicator, .phase].allSatisfy { term in
            let before = other.parts.count(term)
            return parts.count(term).allSatisfy { line, count in
                guard let names = texts[line] else { return true }
                return count <= max(before[line] ?? 0, names.count { $0.term == term })
            }
        }
    }

    /// True where nothing is missing that another reading of the document has, besides what stands in some lines.
    private func keeps(_ other: ImportProposal, besides lines: Set<Int>) -> Bool {
        let ofPlans: Set<ImportKind> = [.piano, .relazione]
        guard kind == other.kind || other.parts.isEmpty || ofPlans.isSuperset(of: [kind, other.kind]) else {
            return false
        }
        let unreadBefore = Set(other.unread.map(\.line))
        guard unread.allSatisfy({ unreadBefore.contains($0.line) || lines.contains($0.line) }) else {
            return false
        }
        let replaced = lines.count { !unreadBefore.contains($0) }
        return recognised.lost(from: other.recognised) <= replaced
            && parts.fieldCount + replaced >= other.parts.fieldCount
    }

    /// How many lines of what a person named no field took.
    private func leftOver(of rows: DocumentRows) -> Int {
        let named = Set(rows.rows.filter { !$0.named.isEmpty }.flatMap(\.lines))
        return unread.count { named.contains($0.line) }
    }

    /// A reading of a document in which a person named texts, unless another one without the names has more: then that
    /// one with what is named.
    func orAdded(to other: ImportProposal, of rows: DocumentRows) -> ImportProposal {
        let named = Set(rows.rows.filter { !$0.named.isEmpty }.flatMap(\.lines))
        let isWhole = keeps(other, besides: named) && isOfNames(rows, besides: other)
        if isWhole, leftOver(of: rows) == 0 { return self }
        let added = other.adding(namesIn: rows)
        return isWhole && leftOver(of: rows) <= added.leftOver(of: rows) ? self : added
    }

    /// The proposal with what a person named in some rows.
    private func adding(namesIn rows: DocumentRows) -> ImportProposal {
        let named = NamedAddition(rows, to: self)
        let left = Set(named.reading.ledger.unreadNumbers)
        let taken = Set(rows.rows.filter { !$0.named.isEmpty }.flatMap(\.lines)).subtracting(left)
        return adding(
            named.parts, taking: taken, findings: named.reading.boundedFindings())
    }
}

extension RecognisedCounts {
    /// How many things another count has more.
    fileprivate func lost(from other: RecognisedCounts) -> Int {
        let counts: [KeyPath<RecognisedCounts, Int>] = [
            \.sectors, \.strategicLines, \.strategicObjectives, \.objectives, \.indicators, \.phases,
            \.participants, \.services, \.outputSeries, \.userSeries, \.projects,
        ]
        return counts.reduce(0) { $0 + Swift.max(0, other[keyPath: $1] - self[keyPath: $1]) }
    }
}
