import Foundation
import Localization
import Model
import Reporting
import Scoring

/// The projects of the year as the Progetti screen shows them.
public struct ProjectTable: Sendable {
    /// A project.
    public struct Row: Hashable, Sendable, Identifiable {
        /// The project.
        public let id: UUID
        /// The number as written.
        public var number: String
        /// Whose objective it is.
        public var scope: String
        /// The title.
        public var title: String
        /// The municipality's own money, as written.
        public var own: String
        /// Money of third parties, as written.
        public var thirdParty: String
        /// Gross of charges and IRAP: as written, else computed.
        public var gross: String
        /// The gross amount was computed, not written.
        public var isGrossComputed: Bool
        /// The type, or who funds it.
        public var funder: String
        /// What is expected.
        public var result: String
        /// What is wrong, by field name.
        public var problems: [String: String]
    }

    /// The projects, in order.
    public var rows: [Row]
    /// The sums of own and third-party resources, net and gross, in words; empty without projects.
    public var totals: String

    /// The table of `book`.
    public init(_ book: ProjectBook?, profile: ScoringProfile, findings: [Finding]) {
        let byEntity = Dictionary(grouping: findings, by: \.place.entity)
        rows = (book?.projects ?? []).map { project in
            ProjectTable.row(project, profile: profile, findings: byEntity[project.id] ?? [])
        }
        totals = book.map { ProjectTable.words(ProjectTotals($0, profile: profile)) } ?? ""
    }

    private static func words(_ totals: ProjectTotals) -> String {
        tr(
            "Own resources {own} € ({ownGross} € gross)\nThird-party resources {third} € ({thirdGross} € gross)",
            [
                "own": euro(totals.own.net), "ownGross": euro(totals.own.gross),
                "third": euro(totals.thirdParty.net), "thirdGross": euro(totals.thirdParty.gross),
            ])
    }

    private static func euro(_ amount: ExactDecimal) -> String {
        ItalianNumber.write(amount.fraction.rounded(places: 2), places: 2)
    }

    private static func row(
        _ project: PerformanceProject, profile: ScoringProfile, findings: [Finding]
    ) -> Row {
        let amount = project.ownResources ?? project.thirdPartyResources
        let written = amount?.gross?.raw
        let computed = amount?.net.number.map { net in
            euro(profile.gross(ofNet: net))
        }
        return Row(
            id: project.id, number: project.number, scope: project.scope, title: project.title,
            own: project.ownResources?.net.raw ?? "", thirdParty: project.thirdPartyResources?.net.raw ?? "",
            gross: written ?? computed ?? "", isGrossComputed: written == nil, funder: project.typeOrFunder,
            result: project.expectedResult,
            problems: Dictionary(
                findings.map { ($0.place.field ?? "", $0.words) },
                uniquingKeysWith: { $0 + "\n" + $1 }))
    }
}
