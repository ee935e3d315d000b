import Foundation
import Localization
import Model
import Scoring

/// Which indicators of a year may go on with which of the plan before, all at once, and those that a person takes.
public struct FollowDraft: Sendable {
    /// How much has to speak for a match for it to be taken from the start.
    public static let sure = 90

    /// A match that can be taken.
    public struct Row: Hashable, Sendable, Identifiable {
        /// The indicator of the year.
        public let id: UUID
        /// Its name.
        public let name: String
        /// The title of its objective.
        public let objective: String
        /// The name of the one of the plan before.
        public let former: String
        /// The title of that one's objective.
        public let formerObjective: String
        /// How much speaks for it, 0–100.
        public let score: Int
        /// It is taken.
        public fileprivate(set) var isTaken: Bool
    }

    /// The year.
    public let year: Int
    /// The year of the plan before; nil where there is none.
    public let formerYear: Int?
    /// The matches, the surest first.
    public private(set) var rows: [Row]
    private let decisions: [UUID: Continuity?]

    /// The matches of a year of which nobody has decided yet.
    public init(_ content: ArchiveContent, year: Int) {
        self.year = year
        let proposals = IndicatorMatch.proposals(year: year, in: content)
        decisions = IndicatorMatch.decisions(proposals)
        formerYear = content.plans.keys.filter { $0 < year }.max()
        let own = Dictionary(
            (content.plans[year]?.objectives ?? []).flatMap { objective in
                objective.indicators.map { ($0.id, (name: $0.name, objective: objective.title)) }
            }, uniquingKeysWith: { first, _ in first })
        rows = proposals.map { proposal in
            Row(
                id: proposal.id, name: own[proposal.id]?.name ?? "",
                objective: own[proposal.id]?.objective ?? "",
                former: proposal.match.former.indicator.name,
                formerObjective: proposal.match.former.objective, score: proposal.match.score,
                isTaken: proposal.match.score >= FollowDraft.sure)
        }
        // Of equals the plan's order stays.
        rows = rows.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
            .map(\.element)
    }

    /// How many are taken.
    public var takenCount: Int { rows.count { $0.isTaken } }

    /// What is proposed and taken, in words.
    public var words: String {
        guard let formerYear else {
            return tr("There is no plan before that of {year}.", ["year": "\(year)"])
        }
        guard !rows.isEmpty else {
            return tr(
                "Nothing is left to decide: no undecided indicator of {year} is like one of {former}.",
                ["year": "\(year)", "former": "\(formerYear)"])
        }
        return tr(
            "{taken} of {all} are taken.",
            ["taken": "\(takenCount)", "all": "\(rows.count)"])
    }

    /// Takes a match, or leaves it.
    public mutating func toggle(_ id: UUID) {
        guard let index = rows.firstIndex(where: { $0.id == id }) else { return }
        rows[index].isTaken.toggle()
    }

    /// Takes the matches for which at least so much speaks, and no other.
    public mutating func take(from score: Int) {
        for index in rows.indices { rows[index].isTaken = rows[index].score >= score }
    }

    /// Decides what is taken; nil where nothing is.
    public var edit: Edit? {
        let taken = Set(rows.filter(\.isTaken).map(\.id))
        let chosen = decisions.filter { taken.contains($0.key) }.compactMapValues { $0 }
        return chosen.isEmpty ? nil : .plan(.continuities(year: year, chosen))
    }
}
