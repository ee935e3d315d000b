import Foundation
import Model

/// `index-mismatch`: the plan's own index of objectives against its cards.
struct IndexCheck {
    private let plan: Plan
    private let cards: [Card]

    /// An objective with what the index tells about it.
    struct Card {
        let line: StrategicLine
        let objective: Objective
        let title: TitleWords

        var strategicObjective: StrategicObjective? {
            line.strategicObjectives.first { $0.id == objective.strategicObjectiveID }
        }
    }

    init(_ plan: Plan) {
        self.plan = plan
        cards = plan.lines.flatMap { line in
            line.objectives.map { Card(line: line, objective: $0, title: TitleWords($0.title)) }
        }
    }

    /// Whether two states of an objective differ in what the check reads.
    static func reads(_ former: Objective, _ objective: Objective) -> Bool {
        former.title != objective.title || former.sector != objective.sector
            || former.strategicObjectiveID != objective.strategicObjectiveID || former.due != objective.due
            || former.tags != objective.tags || former.dupReferences != objective.dupReferences
            || former.sources != objective.sources
    }

    /// All findings: entries in the index's order, then cards that the index lacks, then the printed counts.
    var findings: [Finding] {
        guard !plan.index.isEmpty else { return [] }
        let pairs = IndexMatching(entries: plan.index.map(\.title), cards: cards.map(\.title)).pairs
        guard !cards.isEmpty else { return countFindings }
        let entries = plan.index.enumerated().flatMap { index, entry -> [Finding] in
            guard let card = pairs[index] else {
                let severity: Severity = hasCards(entry.sector) ? .error : .warning
                return [finding(severity, at: place(entry, .title), entry.title, "", "missing-card")]
            }
            return differences(entry, cards[card])
        }
        let found = Set(pairs.values)
        let missing = cards.indices.filter { !found.contains($0) }.map { index in
            finding(.error, at: place(cards[index]), cards[index].objective.title, "", "missing-entry")
        }
        return entries + missing + countFindings
    }

    /// Where a sector has no card at all, its section is missing rather than the card.
    private func hasCards(_ sector: String) -> Bool {
        let key = sector.withoutLeadingCode
        return key.isEmpty || cards.contains { $0.objective.sector.withoutLeadingCode == key }
    }

    private func differences(_ entry: IndexEntry, _ card: Card) -> [Finding] {
        let objective = card.objective
        var findings: [Finding] = []
        if !TitleWords(entry.title).isSpelling(of: card.title) {
            findings.append(
                finding(.info, at: place(entry, .title), entry.title, objective.title, "title"))
        }
        if differ(entry.sector, objective.sector) {
            findings.append(
                finding(.warning, at: place(entry, .sector), entry.sector, objective.sector, "sector"))
        }
        if let aim = card.strategicObjective, !entry.strategicObjective.isEmpty,
            !aim.keys.contains(entry.strategicObjective.comparisonKey)
        {
            findings.append(
                finding(
                    .warning, at: place(entry, .entryStrategicObjective), entry.strategicObjective,
                    "\(aim.code) \(aim.title)".trimmingWhitespace(), "strategicObjective"))
        }
        if let due = entry.due?.date, let own = objective.due?.date, due != own {
            findings.append(finding(.warning, at: place(entry, .due), due.italian, own.italian, "due"))
        }
        return findings + markDifferences(entry, objective)
    }

    /// Marks of the entry that the card lacks, and references where both sides have some. An index prints the
    /// title block only, so the marks that stand in a card's text are no difference.
    private func markDifferences(_ entry: IndexEntry, _ objective: Objective) -> [Finding] {
        var findings: [Finding] = []
        let lacking = Set(entry.tags.map(\.name)).subtracting(objective.tags.map(\.name))
        if !lacking.isEmpty {
            findings.append(
                finding(.info, at: place(entry, .tags), lacking.sorted().joined(separator: ", "), "", "tags")
            )
        }
        let entryReferences = Set(entry.dupReferences.map(\.comparisonKey))
        let cardReferences = Set(objective.dupReferences.map(\.comparisonKey))
        if !entryReferences.isEmpty, !cardReferences.isEmpty, entryReferences != cardReferences {
            findings.append(
                finding(
                    .info, at: place(entry, .dupReferences), entry.dupReferences.joined(separator: ", "),
                    objective.dupReferences.joined(separator: ", "), "dupReferences"))
        }
        return findings
    }

    /// The counts printed beside each line against the index. Strategic objectives may have no objective in the
    /// year, so only operational ones are counted.
    private var countFindings: [Finding] {
        plan.lines.compactMap { line in
            guard let cell = line.printedCounts.operational, let printed = cell.number else { return nil }
            let keys: Set = [line.title.comparisonKey, "\(line.code) \(line.title)".comparisonKey]
            let listed = plan.index.count { keys.contains($0.line.comparisonKey) }
            guard listed > 0, printed != ExactDecimal(listed) else { return nil }
            let place = Place(
                .line, path: [line.title], entity: line.id, field: .operationalCount,
                year: plan.year, source: line.sources[.operationalCount] ?? line.sources[.title])
            return finding(.warning, at: place, cell.written, "\(listed)", "count")
        }
    }

    /// Sectors differ beyond case, accents and a code before the name; one that is not told differs from none.
    private func differ(_ left: String, _ right: String) -> Bool {
        let a = left.withoutLeadingCode
        let b = right.withoutLeadingCode
        return !a.isEmpty && !b.isEmpty && a != b
    }

    private func place(_ entry: IndexEntry, _ field: FieldKey) -> Place {
        Place(
            .indexEntry, path: [entry.line, entry.title], entity: entry.id, field: field, year: plan.year,
            source: entry.sources[field] ?? entry.sources[.title])
    }

    private func place(_ card: Card) -> Place {
        Place(
            .objective, path: [card.line.title, card.objective.title], entity: card.objective.id,
            field: .title, year: plan.year, source: card.objective.sources[.title])
    }

    private func finding(
        _ severity: Severity, at place: Place, _ written: String, _ expected: String, _ difference: String
    ) -> Finding {
        Finding(
            .indexMismatch, severity, at: place, written: written, expected: expected,
            evidence: ["difference": difference])
    }
}

extension StrategicObjective {
    /// The title as an index may write it, with and without its code.
    fileprivate var keys: Set<String> {
        [title.comparisonKey, "\(code) \(title)".comparisonKey, code.comparisonKey]
    }
}

extension String {
    /// The comparison key without a code of digits before the words: `06. GOVERNO` → `governo`.
    fileprivate var withoutLeadingCode: String {
        let words = comparisonKey.split(separator: " ")
        return words.drop { $0.allSatisfy(\.isNumber) }.joined(separator: " ")
    }
}

extension Tag {
    /// The name of the tag in findings; phases of objectives over several years are one tag.
    fileprivate var name: String {
        if case .multiYear = self { return "multi-year" }
        if case .other(let word) = self { return word.comparisonKey }
        return Tag.plain.first { $0.tag == self }?.name ?? ""
    }
}
