import Foundation
import Model
import Scoring

/// The rows of the indicators as they were made last: an edit makes those of its objective anew and no others.
public struct IndicatorRowCache: Sendable {
    /// A line as it was when its rows were made.
    private struct KnownLine: Sendable {
        var line: StrategicLine
        var objectives: [KnownObjective]
        var names: Names
        /// How many rows it has.
        var count: Int

        var rows: [IndicatorRow] { objectives.flatMap(\.rows) }
    }

    /// Whom a filter can choose: of the objectives that have indicators.
    struct Names: Sendable {
        /// The sectors.
        var sectors: Set<String> = []
        /// The heads.
        var heads: Set<String> = []

        /// Those of a line.
        init(_ line: StrategicLine) {
            for objective in line.objectives where !objective.indicators.isEmpty {
                sectors.insert(objective.sector)
                heads.insert(objective.head)
            }
        }

        /// Those of all lines.
        init(_ lines: some Sequence<Names>) {
            for line in lines {
                sectors.formUnion(line.sectors)
                heads.formUnion(line.heads)
            }
            sectors.remove("")
            heads.remove("")
        }
    }

    /// An objective as it was when its rows were made.
    private struct KnownObjective: Sendable {
        var objective: Objective
        var findings: [[Finding]]
        var rows: [IndicatorRow]
    }

    private var known: [KnownLine] = []
    private var findings: [Finding] = []
    private var findingsByEntity: [UUID?: [Finding]] = [:]
    private var profile: ScoringProfile?
    private var isClosed = false
    private var year = 0

    /// All rows, in the order of the plan. Held by nobody else where it can be: rows are replaced in their places, and ten
    /// thousand are not copied for one.
    private var all: [IndicatorRow] = []
    /// Counts the states of the rows.
    private(set) var version = 0
    /// Where rows of this state say something else than in the one before it; nil where the indicators are others.
    private(set) var changes: [Int]?

    /// No rows yet.
    public init() {}

    /// The rows of a plan, in its order.
    public mutating func rows(
        of plan: Plan?, score: PlanScore?, profile: ScoringProfile, findings: [Finding]
    ) -> [IndicatorRow] {
        guard let plan, let score else {
            known = []
            takeAnew()
            return []
        }
        // Scores follow from the objective, the profile and whether the year is closed.
        if profile != self.profile || plan.isClosed != isClosed || plan.year != year { known = [] }
        (self.profile, isClosed, year) = (profile, plan.isClosed, plan.year)
        let hasFormerFindings = findings == self.findings
        if !hasFormerFindings {
            self.findings = findings
            findingsByEntity = Dictionary(grouping: findings, by: \.place.entity)
        }
        let former = known
        known = []
        var replaced: [(start: Int, rows: [IndicatorRow])] = []
        var start = 0
        var hasSameIndicators = former.count == plan.lines.count && !former.isEmpty
        for (index, line) in plan.lines.enumerated() {
            let before = former.entry(line.id, at: index) { $0.line.id }
            hasSameIndicators = hasSameIndicators && before?.isInPlace == true
            if hasFormerFindings, let before, before.entry.line == line {
                known.append(before.entry)
            } else {
                let made = self.line(line, former: before?.entry, score, profile)
                known.append(made)
                replaced.append((start, made.rows))
                hasSameIndicators = hasSameIndicators && before?.entry.count == made.count
            }
            start += known[index].count
        }
        if !hasSameIndicators || !replace(replaced) { takeAnew() }
        return all
    }

    /// The names of the plan whose rows were made last.
    var names: Names { Names(known.lazy.map(\.names)) }

    /// Puts rows in the places of others of the same indicators; false where they are of others.
    private mutating func replace(_ parts: [(start: Int, rows: [IndicatorRow])]) -> Bool {
        for part in parts {
            for (offset, row) in part.rows.enumerated() where all[part.start + offset].id != row.id {
                return false
            }
        }
        guard !parts.isEmpty else { return true }
        var changed: [Int] = []
        for part in parts {
            for (offset, row) in part.rows.enumerated() where all[part.start + offset].shared !== row.shared {
                if all[part.start + offset] != row { changed.append(part.start + offset) }
                all[part.start + offset] = row
            }
        }
        changes = changed
        version += 1
        return true
    }

    /// Takes the rows of all lines.
    private mutating func takeAnew() {
        all = known.flatMap(\.rows)
        changes = nil
        version += 1
    }

    /// A line's rows; those of objectives that are as they were stay.
    private func line(
        _ line: StrategicLine, former: KnownLine?, _ score: PlanScore, _ profile: ScoringProfile
    ) -> KnownLine {
        let hasFormerTitle = former?.line.title == line.title
        var made = KnownLine(line: line, objectives: [], names: Names(line), count: 0)
        made.objectives.reserveCapacity(line.objectives.count)
        for (index, objective) in line.objectives.enumerated() {
            let own =
                findingsByEntity.isEmpty ? [] : objective.indicators.map { findingsByEntity[$0.id] ?? [] }
            if hasFormerTitle,
                let known = former?.objectives.entry(objective.id, at: index, { $0.objective.id })?.entry,
                known.findings == own, known.objective == objective
            {
                made.objectives.append(known)
                made.count += known.rows.count
                continue
            }
            let rows = objective.rows(in: line, score: score, profile: profile, findings: findingsByEntity)
            made.objectives.append(KnownObjective(objective: objective, findings: own, rows: rows))
            made.count += rows.count
        }
        return made
    }
}

extension Array {
    /// The entry of this identity, and whether it stands where it is looked for first.
    fileprivate func entry(_ id: UUID, at index: Int, _ identity: (Element) -> UUID) -> (
        entry: Element, isInPlace: Bool
    )? {
        if indices.contains(index), identity(self[index]) == id { return (self[index], true) }
        return first { identity($0) == id }.map { ($0, false) }
    }
}
