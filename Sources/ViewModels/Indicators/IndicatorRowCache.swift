import Foundation
import Model
import Scoring

/// The rows of the indicators as they were made last: an edit makes those of its objective anew and no others.
public struct IndicatorRowCache: Sendable {
    private struct Entry: Sendable {
        var objective: Objective
        var line: StrategicLineHead
        var findings: [[Finding]]
        var rows: [IndicatorRow]
    }

    /// What the rows say of their line.
    private struct StrategicLineHead: Hashable, Sendable {
        var id: UUID
        var title: String
    }

    private var entries: [UUID: Entry] = [:]
    private var profile: ScoringProfile?
    private var isClosed = false
    private var year = 0

    /// No rows yet.
    public init() {}

    /// The rows of a plan, in its order.
    public mutating func rows(
        of plan: Plan?, score: PlanScore?, profile: ScoringProfile, findings: [Finding]
    ) -> [IndicatorRow] {
        guard let plan, let score else { return [] }
        // Scores follow from the objective, the profile and whether the year is closed.
        if profile != self.profile || plan.isClosed != isClosed || plan.year != year { entries = [:] }
        (self.profile, isClosed, year) = (profile, plan.isClosed, plan.year)
        let byEntity = Dictionary(grouping: findings, by: \.place.entity)
        var known: [UUID: Entry] = [:]
        known.reserveCapacity(entries.count)
        var rows: [IndicatorRow] = []
        for line in plan.lines {
            let head = StrategicLineHead(id: line.id, title: line.title)
            for objective in line.objectives {
                let own = byEntity.isEmpty ? [] : objective.indicators.map { byEntity[$0.id] ?? [] }
                let entry =
                    reused(objective, head, own)
                    ?? Entry(
                        objective: objective, line: head, findings: own,
                        rows: objective.rows(in: line, score: score, profile: profile, findings: byEntity))
                known[objective.id] = entry
                rows += entry.rows
            }
        }
        entries = known
        return rows
    }

    /// What was made before, where nothing of it has changed.
    private func reused(
        _ objective: Objective, _ line: StrategicLineHead, _ findings: [[Finding]]
    ) -> Entry? {
        guard let entry = entries[objective.id], entry.line == line, entry.findings == findings,
            entry.objective == objective
        else { return nil }
        return entry
    }
}
