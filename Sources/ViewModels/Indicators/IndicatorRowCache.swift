import Foundation
import Model
import Scoring

/// The rows of the indicators as they were made last: an edit makes those of its objective anew and no others.
public struct IndicatorRowCache: Sendable {
    /// A line as it was when its rows were made.
    private struct KnownLine: Sendable {
        var line: StrategicLine
        var rows: [IndicatorRow]
        var objectives: [UUID: KnownObjective]
        var names: Names
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

    private var known: [UUID: KnownLine] = [:]
    private var findings: [Finding] = []
    private var findingsByEntity: [UUID?: [Finding]] = [:]
    private var profile: ScoringProfile?
    private var isClosed = false
    private var year = 0

    /// No rows yet.
    public init() {}

    /// The rows of a plan, in its order.
    public mutating func rows(
        of plan: Plan?, score: PlanScore?, profile: ScoringProfile, findings: [Finding]
    ) -> [IndicatorRow] {
        guard let plan, let score else {
            known = [:]
            return []
        }
        // Scores follow from the objective, the profile and whether the year is closed.
        if profile != self.profile || plan.isClosed != isClosed || plan.year != year { known = [:] }
        (self.profile, isClosed, year) = (profile, plan.isClosed, plan.year)
        let hasFormerFindings = findings == self.findings
        if !hasFormerFindings {
            self.findings = findings
            findingsByEntity = Dictionary(grouping: findings, by: \.place.entity)
        }
        var lines: [UUID: KnownLine] = [:]
        var rows: [IndicatorRow] = []
        rows.reserveCapacity(known.values.reduce(0) { $0 + $1.rows.count })
        for line in plan.lines {
            let former = known[line.id]
            if hasFormerFindings, let former, former.line == line {
                lines[line.id] = former
            } else {
                lines[line.id] = self.line(line, former: former, score, profile)
            }
            rows += lines[line.id]?.rows ?? []
        }
        known = lines
        return rows
    }

    /// The names of the plan whose rows were made last.
    var names: Names { Names(known.values.lazy.map(\.names)) }

    /// A line's rows; those of objectives that are as they were stay.
    private func line(
        _ line: StrategicLine, former: KnownLine?, _ score: PlanScore, _ profile: ScoringProfile
    ) -> KnownLine {
        let hasFormerTitle = former?.line.title == line.title
        var made = KnownLine(line: line, rows: [], objectives: [:], names: Names(line))
        for objective in line.objectives {
            let own =
                findingsByEntity.isEmpty ? [] : objective.indicators.map { findingsByEntity[$0.id] ?? [] }
            if hasFormerTitle, let known = former?.objectives[objective.id], known.findings == own,
                known.objective == objective
            {
                made.objectives[objective.id] = known
                made.rows += known.rows
                continue
            }
            let rows = objective.rows(
                in: line, score: score, profile: profile, findings: findingsByEntity)
            made.objectives[objective.id] = KnownObjective(
                objective: objective, findings: own, rows: rows)
            made.rows += rows
        }
        return made
    }
}
