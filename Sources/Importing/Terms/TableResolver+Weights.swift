import Model

/// Columns of weights: those of indicators told from those of objectives.
extension TableResolver {
    mutating func settleWeights() {
        let found = table.columns(.weight)
        guard !found.isEmpty else { return }
        for index in found { settleWeight(index) }
        for term in [FieldTerm.weight, .objectiveWeight] {
            let same = table.columns(term)
            guard same.count > 1 else { continue }
            let best =
                same.first { sumsTo100($0, byObjective: term == .weight) }
                ?? same.first { isInCard && sumTo100($0) } ?? plainWeight(of: same)
            for index in same where index != best { set(index, nil, .sums) }
        }
    }

    /// The figure of a weight: 20 for `20/100`.
    private static func figure(of cell: String) -> ExactDecimal? {
        ReportedValue(reading: WeightText.figure(cell)).number
    }

    /// Of several weights the only one that nothing was done to: `Peso` beside `Peso ponderato`.
    private func plainWeight(of columns: [Int]) -> Int? {
        let plain = columns.filter { LabelWords(table.heads[$0]).words.filter { $0 != "%" }.count == 1 }
        return plain.count == 1 ? plain[0] : nil
    }

    private mutating func settleWeight(_ index: Int) {
        guard table.has(.objective) else {
            if !isInCard, !table.has(.indicator) { set(index, nil, .neighbours) }
            return
        }
        let hasIndicators = table.has(.indicator) || table.has(.target) || table.has(.actual)
        guard hasIndicators, table.has(.indicator) else { return set(index, .objectiveWeight, .neighbours) }
        let ofIndicators = sumsTo100(index, byObjective: true)
        let ofObjectives = sumsTo100(index, byObjective: false)
        if ofIndicators != ofObjectives {
            if ofObjectives { set(index, .objectiveWeight, .sums) }
            return
        }
        if standsBesideObjective(index) || isMerged(index) || isRepeated(index) || isOfSoleRows(index) {
            set(index, .objectiveWeight, .neighbours)
        }
    }

    /// True where a weight stands beside each objective's first indicator and beside no other: its cell goes over the
    /// objective's rows.
    private func isMerged(_ index: Int) -> Bool {
        guard let objective = table.columns(.objective).first, let indicator = table.columns(.indicator).first
        else { return false }
        let rows = table.rows.filter { !TotalRow.isTotal($0) && !$0.cell(indicator).isEmpty }
        let first = rows.filter { !$0.cell(objective).isEmpty },
            others = rows.filter { $0.cell(objective).isEmpty }
        return first.count > 1 && others.count > 1 && others.allSatisfy { $0.cell(index).isEmpty }
            && first.allSatisfy { !$0.cell(index).isEmpty }
    }

    /// True where each objective of several rows has one weight in all of them, which is not its part of the whole.
    private func isRepeated(_ index: Int) -> Bool {
        guard let objective = table.columns(.objective).first else { return false }
        var weights: [String: [String]] = [:]
        for row in table.rows where !TotalRow.isTotal(row) && !row.cell(objective).isEmpty {
            weights[row.cell(objective), default: []].append(row.cell(index))
        }
        let several = weights.values.filter { $0.count > 1 }
        return several.count > 1 && weights.count > 2 && Set(weights.values.compactMap(\.first)).count > 1
            && several.allSatisfy { Set($0).count == 1 && !($0.first?.isEmpty ?? true) }
            && !several.contains { own in
                own.compactMap { Self.figure(of: $0) }.reduce(.zero, +) == .hundred
            }
    }

    /// True where each objective has one row, and a weight that is not the whole, as its only indicator's would be.
    private func isOfSoleRows(_ index: Int) -> Bool {
        guard !isInCard, let objective = table.columns(.objective).first,
            !LabelWords(table.heads[index]).words.contains(where: { $0.hasPrefix("indicator") })
        else { return false }
        let rows = table.rows.filter { !TotalRow.isTotal($0) && !$0.cell(index).isEmpty }
        let weights = rows.compactMap { Self.figure(of: $0.cell(index)) }
        let objectives = rows.map { $0.cell(objective) }
        return rows.count > 1 && weights.count == rows.count && !weights.contains(.hundred)
            && !objectives.contains("") && Set(objectives).count == rows.count
            && table.rows.allSatisfy { TotalRow.isTotal($0) || !$0.cell(objective).isEmpty }
    }

    private func standsBesideObjective(_ index: Int) -> Bool {
        let ofObjective: Set<FieldTerm> = [
            .objective, .number, .head, .sector, .definition, .line, .strategicObjective, .programme,
            .objectiveType,
        ]
        let order =
            Array(stride(from: index - 1, through: 0, by: -1))
            + Array((index + 1)..<max(index + 1, table.width))
        let nearest = order.lazy.compactMap { table.guesses[$0]?.term }.first {
            $0 != .weight && $0 != .computed
        }
        return nearest.map(ofObjective.contains) ?? false
    }

    /// True where the weights of each objective's rows sum to 100, or those of the objectives themselves: of all, or of
    /// those of each responsible person or office.
    private func sumsTo100(_ index: Int, byObjective: Bool) -> Bool {
        guard let objective = table.columns(.objective).first else { return false }
        if byObjective { return areHundreds(sums(of: index, by: objective, firstRowsOnly: nil)) }
        let groups: [FieldTerm] = [.head, .sector, .strategicObjective, .line]
        return ([nil] + groups.map { table.columns($0).first }).contains { group in
            areHundreds(sums(of: index, by: group, firstRowsOnly: objective))
        }
    }

    private func areHundreds(_ sums: [ExactDecimal]) -> Bool {
        !sums.isEmpty && sums.count { $0 == .hundred } * 10 >= sums.count * 8
    }

    /// The sums of the weights of the rows of each group: those with the same text in a column, or all; of an
    /// objective's rows only the first counts where its column is given.
    private func sums(of index: Int, by group: Int?, firstRowsOnly objective: Int?) -> [ExactDecimal] {
        var sums: [ExactDecimal] = []
        var known: [String: Int] = [:]
        var place = 0
        var lastOwner = ""
        var last: String?
        for row in table.rows where !TotalRow.isTotal(row) {
            let owner = row.cell(group)
            if !owner.isEmpty, owner != lastOwner {
                // Two objectives may have one name; an office or a person is one wherever it stands.
                place = objective == nil ? sums.count : known[owner, default: sums.count]
                lastOwner = owner
            }
            if let objective {
                let name = row.cell(objective)
                defer { if !name.isEmpty { last = name } }
                if name.isEmpty || name == last { continue }
            }
            guard let weight = Self.figure(of: row.cell(index)) else { continue }
            while sums.count <= place { sums.append(.zero) }
            if !owner.isEmpty { known[owner] = place }
            sums[place] = sums[place] + weight
        }
        return sums
    }

    /// Where nothing names the weights, the only column of figures that sum to 100 for each of several objectives.
    mutating func settleUnnamedWeight() {
        settlePoints()
        guard !table.has(.weight), table.has(.indicator), table.has(.target) || table.has(.actual) else {
            return
        }
        let found = table.guesses.indices.filter { index in
            table.guesses[index] == nil && table.periods[index] == nil
                && ColumnContent(table.column(index)).areFigures(9)
                // `% ragg. obiettivo`, which was a second one.
                && LabelReader.guess(table.heads[index]).map { $0.term == .weight } ?? true
                && (isInCard ? sumTo100(index) : sumsTo100(index, byObjective: true))
        }
        guard found.count == 1, table.rows.count > 1 else { return }
        table.guesses[found[0]] = TermGuess(.weight, confidence: 50, reason: .sums)
    }

    /// `Punti` that sum to 100 are weights of the objectives, or of each one's indicators.
    private mutating func settlePoints() {
        guard table.has(.objective), ![.weight, .objectiveWeight].contains(where: table.has) else { return }
        let found = table.guesses.indices.filter { index in
            [nil, .computed].contains(table.guesses[index]?.term)
                && Self.areNamedPoints(table.heads[index])
        }
        guard found.count == 1 else { return }
        if sumsTo100(found[0], byObjective: false) {
            table.guesses[found[0]] = TermGuess(.objectiveWeight, confidence: 50, reason: .sums)
        } else if table.has(.indicator), sumsTo100(found[0], byObjective: true) {
            table.guesses[found[0]] = TermGuess(.weight, confidence: 50, reason: .sums)
        }
    }

    /// True for a head that may be over weights: their sums tell.
    static func areNamedPoints(_ head: String) -> Bool { pointNames.contains(MatchKey(head).text) }

    private static let pointNames: Set<String> = [
        "punti", "punteggio", "punti assegnati", "punteggio massimo", "punti su 100", "quota %",
    ]

    func sumTo100(_ index: Int) -> Bool {
        let weights = table.column(index).compactMap { Self.figure(of: $0) }
        return weights.count > 1 && weights.reduce(.zero) { $0 + $1 } == .hundred
    }
}
