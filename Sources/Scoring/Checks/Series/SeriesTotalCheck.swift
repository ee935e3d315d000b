import Foundation
import Model

/// `series-total-mismatch`: a row that sums other rows in most years, but not in one.
///
/// Which rows a total sums is found from the figures, not from the layout: tables put totals before or after
/// their rows, name them or not, and list further rows beside them. Nothing is told where no group of rows sums
/// to the row in most years. A named total that is split twice (by origin, then by purpose) is checked against
/// each split.
struct SeriesTotalCheck {
    /// How far from its rows a total is looked for.
    private static let reach = 40
    /// How many digits the matching figures of a named total need, where the rows follow or precede it at once.
    private static let namedDigits = 6
    /// How many digits they need where the row is not named a total.
    private static let nearDigits = 8
    /// How many digits they need where other rows lie between.
    private static let farDigits = 12

    private let table: ComparedSeries
    private let copied: Set<UUID>

    /// The check of `table`; rows in `copied` are told as copies already, and sum nothing by themselves.
    init(_ table: ComparedSeries, copied: Set<UUID>) {
        self.table = table
        self.copied = copied
    }

    var findings: [Finding] {
        table.rows.indices.flatMap { index -> [Finding] in
            let row = table.rows[index]
            guard row.figureCount >= 2, !copied.contains(row.series.id) else { return [] }
            return relations(of: index).flatMap { relation in
                relation.mismatches.map { finding(row, relation, $0) }
            } + partFindings(index)
        }
    }

    // MARK: The rows of a total

    /// The group of rows that the row sums, and for a named total the further groups that it is split into.
    private func relations(of index: Int) -> [SumRelation] {
        let isNamed = table.rows[index].isTotal || !children(of: index).isEmpty
        guard let best = best(of: candidates(for: index), index, isNamed: isNamed) else { return [] }
        guard isNamed, best.rows.lowerBound > index else { return [best] }
        var found = [best]
        var next = best.rows.upperBound + 1
        while next < table.rows.count - 1 {
            let further = runs(from: next, total: index).filter {
                $0.holdsMostly && $0.digits >= SeriesTotalCheck.nearDigits
            }
            guard let split = further.min(by: SumRelation.isBetter) else { break }
            found.append(split)
            next = split.rows.upperBound + 1
        }
        return found
    }

    private func best(of candidates: [SumRelation], _ index: Int, isNamed: Bool) -> SumRelation? {
        candidates.filter { isTrusted($0, total: index, isNamed: isNamed) }.min(by: SumRelation.isBetter)
    }

    /// Whether the relation is no accident: the fewer the digits, the nearer and the more plainly named the rows
    /// must be.
    private func isTrusted(_ relation: SumRelation, total index: Int, isNamed: Bool) -> Bool {
        let isNear = relation.rows.lowerBound == index + 1 || relation.rows.upperBound == index - 1
        let isWhole = isNear && (isBlock(relation.rows, of: index) || isChildren(relation, of: index))
        if isNamed, isWhole {
            return relation.matches >= 1 && relation.matches >= relation.mismatches.count
                && (relation.comparable >= 2)
        }
        guard relation.holdsMostly else { return false }
        guard isNear else { return relation.digits >= SeriesTotalCheck.farDigits }
        return relation.digits >= (isNamed ? SeriesTotalCheck.namedDigits : SeriesTotalCheck.nearDigits)
    }

    /// The rows reach from the total to the next or previous one, or to the end of the table.
    private func isBlock(_ rows: ClosedRange<Int>, of index: Int) -> Bool {
        if rows.lowerBound == index + 1 {
            let end = rows.upperBound + 1
            return end == table.rows.count || table.rows[end].isTotal
                || table.rows[end].series.isHeading
        }
        let start = rows.lowerBound - 1
        return start < 0 || table.rows[start].isTotal || table.rows[start].series.isHeading
    }

    private func isChildren(_ relation: SumRelation, of index: Int) -> Bool {
        let own = children(of: index)
        return own.first == relation.rows.lowerBound && own.last == relation.rows.upperBound
    }

    private func children(of index: Int) -> [Int] {
        let id = table.rows[index].series.id
        return table.rows.indices.filter { table.rows[$0].series.parentID == id }
    }

    /// All runs of rows near the total: after it, and right before it.
    private func candidates(for index: Int) -> [SumRelation] {
        let last = min(table.rows.count - 1, index + SeriesTotalCheck.reach)
        let after = index + 1 < last ? (index + 1..<last).flatMap { runs(from: $0, total: index) } : []
        return after + runsBefore(index)
    }

    private func runs(from start: Int, total index: Int) -> [SumRelation] {
        let last = min(table.rows.count - 1, start + SeriesTotalCheck.reach)
        guard start < last else { return [] }
        var sum = RunningSum(yearCount: table.years.count)
        return (start...last).compactMap { end in
            guard isPart(end, from: start) else { return nil }
            sum.add(table.rows[end])
            return sum.relation(to: table.rows[index], over: start...end, years: table.years)
        }
    }

    private func runsBefore(_ index: Int) -> [SumRelation] {
        let first = max(0, index - SeriesTotalCheck.reach)
        guard first < index - 1 else { return [] }
        var sum = RunningSum(yearCount: table.years.count)
        return (first..<index).reversed().compactMap { start in
            guard isPart(start, from: first) else { return nil }
            sum.add(table.rows[start])
            return sum.relation(to: table.rows[index], over: start...(index - 1), years: table.years)
        }
    }

    /// Rows that tell a part of another row of the run are in that row already; headings have no figures.
    private func isPart(_ index: Int, from start: Int) -> Bool {
        let row = table.rows[index]
        if row.series.isHeading || (row.isPart && index > start) { return false }
        guard let parent = row.series.parentID else { return true }
        return !(start..<index).contains {
            table.rows[$0].series.id == parent && table.rows[$0].figureCount > 0
        }
    }

    private func finding(_ row: ComparedSeries.Row, _ relation: SumRelation, _ mismatch: SumRelation.Mismatch)
        -> Finding
    {
        let isNamed = row.isTotal
        let severity: Severity = isNamed && relation.holdsMostly ? .error : .warning
        let first = table.rows[relation.rows.lowerBound].series
        let last = table.rows[relation.rows.upperBound].series
        return Finding(
            .seriesTotalMismatch, severity, at: table.place(row, year: mismatch.year),
            written: row.series.values[mismatch.year]?.written ?? "", expected: table.written(mismatch.sum),
            evidence: [
                "first": first.name, "last": last.name, "rows": "\(relation.partCount)",
                "matches": "\(relation.matches)", "years": "\(relation.comparable)",
            ])
    }
}

extension SeriesTotalCheck {
    /// A part above its whole: a row `di cui …` against the row above it, and a row whose name begins with
    /// another row's whole name (`atti` and `atti entro 70 giorni`), where it holds in all other years.
    private func partFindings(_ index: Int) -> [Finding] {
        let whole = table.rows[index]
        let key = whole.key + " "
        return table.rows.indices.filter { $0 > index && $0 <= index + SeriesTotalCheck.reach }
            .flatMap { part -> [Finding] in
                let row = table.rows[part]
                let isPartRow = row.isPart && part == index + 1
                guard isPartRow || (key.count > 8 && row.key.hasPrefix(key)) else { return [] }
                return partFindings(whole, row)
            }
    }

    private func partFindings(_ whole: ComparedSeries.Row, _ part: ComparedSeries.Row) -> [Finding] {
        var kept = 0
        var broken: [(year: Int, limit: Int)] = []
        for (index, year) in table.years.enumerated() {
            guard case .figure(let limit) = whole.cells[index], case .figure(let value) = part.cells[index]
            else { continue }
            if value <= limit { kept += 1 } else { broken.append((year, limit)) }
        }
        guard kept >= 2, broken.count == 1, let one = broken.first, one.limit >= 20 else { return [] }
        return [
            Finding(
                .seriesTotalMismatch, .warning, at: table.place(part, year: one.year),
                written: part.series.values[one.year]?.written ?? "", expected: table.written(one.limit),
                evidence: ["whole": whole.series.name, "matches": "\(kept)"])
        ]
    }
}
