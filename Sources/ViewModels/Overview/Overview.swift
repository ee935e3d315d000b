import Foundation
import Localization
import Model
import Reporting
import Scoring

/// The state of the year at a glance: what Quadro shows.
public struct Overview: Sendable {
    /// What the barometers stand for.
    public enum Grouping: String, CaseIterable, Hashable, Sendable {
        case line, sector, head
    }

    /// A group of objectives with its barometer.
    public struct Row: Hashable, Sendable, Identifiable {
        /// The group, by its name within the grouping.
        public var id: String
        /// Line, sector or head.
        public var name: String
        /// The achievement as printed, with `*` where it leaves something out; empty where there is none.
        public var achievement: String
        /// What the achievement leaves out, in words; empty where it is whole.
        public var partial: String
        /// The achievement, 0–1, for a bar; nil where there is none.
        public var level: Double?
        /// Where the bands of the barometer begin, 0–1, without the lowest.
        public var bounds: [Double]
        /// The barometer; nil where there is no achievement.
        public var barometer: BarometerReading?
        /// How many indicators are still to be reported.
        public var unreported: Int
        /// How many indicators there are.
        public var indicators: Int
        /// The row is the sum of the others.
        public var isTotal: Bool
        /// Where the row leads.
        public var destination: Destination?
    }

    /// The groups, then the municipality.
    public var rows: [Row]
    /// The indicators that are farthest from their target, the worst first.
    public var worst: [IndicatorRow]
    /// What is due, the earliest first.
    public var deadlines: [Deadline]
    /// Who still has to report, and how much.
    public var unreported: [Row]
    /// The findings by kind, the gravest first.
    public var findings: [FindingCount]
    /// How much there is, in a few words.
    public var summary: String
    /// Something has been reported and scored.
    public var hasFigures: Bool { rows.contains { $0.level != nil } }

    /// The overview of the year on show of `session`.
    @MainActor public init(_ session: ArchiveSession, by grouping: Grouping = .line) {
        let content = session.content
        let profile = content.profile(of: session.year)
        let builder = OverviewBuilder(
            plan: session.plan, score: session.score, profile: profile, indicators: session.indicatorRows())
        rows = builder.rows(by: grouping)
        worst = builder.worst(5)
        deadlines = Deadline.all(of: session.plan, score: session.score, on: session.today)
        unreported = builder.rows(by: grouping == .line ? .sector : grouping)
            .filter { $0.unreported > 0 && !$0.isTotal }
        findings = FindingCount.all(session.findings)
        summary = builder.summary
    }
}

/// How many findings of a kind there are.
public struct FindingCount: Hashable, Sendable, Identifiable {
    /// The kind.
    public var code: FindingCode
    /// How grave it is.
    public var severity: Severity
    /// How many there are.
    public var count: Int
    /// The kind names the row.
    public var id: String { code.rawValue }
    /// Where the row leads.
    public var destination: Destination { Destination(.findings, field: code.rawValue) }

    /// The kinds of `findings`, the gravest first, then the most frequent.
    static func all(_ findings: [Finding]) -> [FindingCount] {
        Dictionary(grouping: findings, by: \.code).map { code, found in
            FindingCount(
                code: code, severity: found.map(\.severity).max() ?? .info, count: found.count)
        }
        .sorted { left, right in
            left.severity != right.severity
                ? left.severity > right.severity
                : (right.count, left.code.title) < (left.count, right.code.title)
        }
    }
}
