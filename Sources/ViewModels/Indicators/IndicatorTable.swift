import Foundation
import Model
import Scoring

/// Every indicator of the year, filtered.
public struct IndicatorTable: Sendable {
    /// What is shown.
    public struct Filter: Hashable, Sendable {
        /// Words in names, objectives, sectors and heads.
        public var search = ""
        /// Only this sector; nil for all.
        public var sector: String?
        /// Only this head; nil for all.
        public var head: String?
        /// Only this line; nil for all.
        public var line: UUID?
        /// Only this state; nil for all.
        public var state: IndicatorState?
        /// Only what has not reached its target.
        public var isBelow = false

        /// Everything.
        public init() {}
    }

    /// The rows without the filter, in the order of the plan.
    public let all: [IndicatorRow]
    /// Counts the states of the rows without the filter in a session.
    public let version: Int
    /// Where these rows say something else than those of the version before; nil where the indicators are others.
    public let changes: [Int]?
    /// Whether the filter lets each of them through; nil where it lets all through.
    public let passing: [Bool]?
    /// How many it lets through.
    public let count: Int
    /// The rows that it lets through.
    public var rows: [IndicatorRow] {
        passing.map { passing in zip(all, passing).filter(\.1).map(\.0) } ?? all
    }
    /// How many there are without the filter.
    public var total: Int { all.count }
    /// The sectors to choose from, by name.
    public var sectors: [String]
    /// The heads to choose from, by name.
    public var heads: [String]
    /// The lines to choose from, in the order of the plan; two may have one title.
    public var lines: [StrategicLine]

    /// The table of `plan`.
    public init(
        _ plan: Plan?, score: PlanScore?, profile: ScoringProfile, findings: [Finding], filter: Filter
    ) {
        var cache = IndicatorRowCache()
        let rows = cache.rows(of: plan, score: score, profile: profile, findings: findings)
        self.init(rows, (cache.version, cache.changes), cache.names, of: plan, filter: filter)
    }

    /// The table of what a session shows.
    @MainActor public init(_ session: ArchiveSession, filter: Filter) {
        let rows = session.indicatorRows()
        self.init(rows, session.indicatorState, session.indicatorNames, of: session.plan, filter: filter)
    }

    private init(
        _ all: [IndicatorRow], _ state: (version: Int, changes: [Int]?), _ names: IndicatorRowCache.Names,
        of plan: Plan?, filter: Filter
    ) {
        (version, changes) = state
        let words = SearchWords(filter.search)
        self.all = all
        lines = plan?.lines ?? []
        sectors = names.sectors.sorted()
        heads = names.heads.sorted()
        guard filter != Filter() else {
            (passing, count) = (nil, all.count)
            return
        }
        let passing = all.map { row in
            (filter.sector == nil || filter.sector == row.sector)
                && (filter.head == nil || filter.head == row.head)
                && (filter.line == nil || filter.line == row.lineID)
                && (filter.state == nil || filter.state == row.state)
                && (!filter.isBelow || row.isBelow)
                && words.match(key: row.searchKey)
        }
        count = passing.count { $0 }
        self.passing = passing
    }
}

extension Objective {
    /// The rows of its indicators.
    func rows(
        in line: StrategicLine, score: PlanScore, profile: ScoringProfile, findings: [UUID?: [Finding]]
    ) -> [IndicatorRow] {
        indicators.compactMap { indicator in
            guard let member = score.indicator(indicator.id) else { return nil }
            return IndicatorRow(
                indicator, in: self, line: line, score: member.score, profile: profile,
                findings: findings[indicator.id] ?? [])
        }
    }
}
