import Foundation
import Localization
import Model
import Scoring

/// The sectors that the plan of a year and the maps of services name and the organisation does not have yet.
public struct WrittenSectors: Hashable, Sendable {
    /// A sector as it is named there.
    public struct Mention: Hashable, Sendable {
        /// The name.
        public let name: String
        /// Who heads all objectives of the year that name it; nil where they name nobody, or several.
        public let head: String?
    }

    /// Each of them once, in the order of the plan; those that only services name come last.
    public let mentions: [Mention]

    /// Those that `content` names in the plan of `year`.
    public init(_ content: ArchiveContent, year: Int) {
        let objectives = content.plans[year]?.objectives ?? []
        let heads = Dictionary(grouping: objectives, by: { $0.sector.comparisonKey }).mapValues {
            Set($0.map { $0.head.trimmingWhitespace() }).subtracting([""])
        }
        let names =
            objectives.map(\.sector) + objectives.flatMap(\.otherSectors)
            + content.services.services.map(\.sector)
        var known = Set(content.municipality.sectors.flatMap(\.nameKeys)).union([""])
        mentions = names.map { $0.trimmingWhitespace() }.filter { known.insert($0.comparisonKey).inserted }
            .map {
                let named = heads[$0.comparisonKey] ?? []
                return Mention(name: $0, head: named.count == 1 ? named.first : nil)
            }
    }

    /// The words of what adds them.
    public var offer: String {
        trn(
            "Add the sector written in the plan", "Add the {count} sectors written in the plan",
            mentions.count)
    }

    /// Their names, a line each.
    public var names: String { mentions.map(\.name).joined(separator: "\n") }

    /// The sectors to be added. A head has no days: nothing is written about them.
    var sectors: [Sector] {
        mentions.map { mention in
            var sector = Sector(id: UUID(), name: mention.name)
            if let head = mention.head {
                sector.tenures = [Tenure(id: UUID(), head: head, from: nil, to: nil)]
            }
            return sector
        }
    }
}

extension ArchiveSession {
    /// The sectors that are named in the year on show and in services without being in the organisation.
    public var writtenSectors: WrittenSectors { WrittenSectors(content, year: year) }

    /// Adds the sectors that are named and not there, with the head where one is named, as one step; the first of them.
    public func addWrittenSectors() throws(EditRefusal) -> UUID? {
        let sectors = writtenSectors.sectors
        try perform(together: tr("Sectors written in the plan added")) { () throws(EditRefusal) in
            for sector in sectors { try perform(.organisation(.sector(sector))) }
        }
        return sectors.first?.id
    }
}
