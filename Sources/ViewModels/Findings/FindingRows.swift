import Foundation
import Localization
import Model
import Reporting

/// The rows that a finding speaks of, as a small table.
public struct FindingRows: Hashable, Sendable {
    /// A row: what it is, and its cells.
    public struct Row: Hashable, Sendable, Identifiable {
        /// Its position.
        public var id: Int
        /// What it is.
        public var name: String
        /// A text for each column.
        public var cells: [String]
        /// It is the row in which the finding was made.
        public var isFound: Bool
    }

    /// The heads of the columns, without that of the names.
    public var heads: [String]
    /// The rows, in the order of the archive.
    public var rows: [Row]
    /// The column in which the finding was made; nil for all of them.
    public var found: Int?

    /// At most this many columns are shown, the found one among them.
    private static let mostYears = 6
    /// At most this many rows are shown.
    private static let mostRows = 14

    /// The rows of a finding about a series or an indicator; nil where it is about something else.
    init?(_ finding: Finding, year: Int?, in content: ArchiveContent) {
        switch finding.place.kind {
        case .series: self.init(series: finding, year: year, in: content)
        case .indicator: self.init(indicator: finding, in: content)
        default: return nil
        }
    }

    private init?(series finding: Finding, year: Int?, in content: ArchiveContent) {
        guard let entity = finding.place.entity,
            let owner = content.services.services.first(where: { $0.series.contains { $0.id == entity } })
        else { return nil }
        let list = owner.outputs.contains { $0.id == entity } ? owner.outputs : owner.users
        guard let found = list.first(where: { $0.id == entity }) else { return nil }
        var shown = FindingRows.summed(finding, in: list, found: entity)
        if let name = finding.evidence["original"] {
            let other = content.services.services.first { $0.name == finding.evidence["service"] } ?? owner
            shown += (other.series + owner.series).filter { $0.name == name && $0.id != entity }.prefix(1)
        }
        if let name = finding.evidence["whole"] { shown += list.filter { $0.name == name }.prefix(1) }
        shown = shown.suffix(FindingRows.mostRows - 1) + [found]
        let years = FindingRows.years(of: shown, around: year)
        heads = years.map(String.init)
        self.found = year.flatMap { years.firstIndex(of: $0) }
        rows = shown.enumerated().map { position, series in
            Row(
                id: position, name: series.name,
                cells: years.map { series.values[$0]?.raw.trimmingWhitespace() ?? "" },
                isFound: series.id == entity)
        }
    }

    private init?(indicator finding: Finding, in content: ArchiveContent) {
        guard let indicator = finding.place.entity.flatMap({ content.indicator($0) }) else { return nil }
        var values: [(String, String, String)] = [
            (trc("field", "Target"), indicator.target.raw, "target"),
            (trc("field", "Actual"), indicator.actual.raw, "actual"),
            (tr("Weight"), indicator.weight.raw, "weight"),
        ]
        if let baseline = indicator.baseline {
            values.insert((tr("Baseline"), baseline.raw, "baseline"), at: 0)
        }
        if let printed = indicator.printed.deviation {
            values.append((tr("Deviation"), printed.raw, FieldKey.printedDeviation.rawValue))
        }
        if let printed = indicator.printed.achievement {
            values.append((tr("% reached"), printed.raw, FieldKey.printedAchievement.rawValue))
        }
        heads = [tr("Written")]
        found = nil
        rows = values.enumerated().map { position, value in
            Row(id: position, name: value.0, cells: [value.1], isFound: finding.place.field == value.2)
        }
    }

    /// The rows that were added, from the first to the last that the finding names.
    private static func summed(_ finding: Finding, in list: [Series], found: UUID) -> [Series] {
        guard let first = finding.evidence["first"], let last = finding.evidence["last"] else { return [] }
        let place = list.firstIndex { $0.id == found } ?? 0
        let starts = list.indices.filter { list[$0].name == first && $0 != place }
        for start in starts.sorted(by: { abs($0 - place) < abs($1 - place) }) {
            guard let end = list.indices.first(where: { $0 >= start && list[$0].name == last && $0 != place })
            else { continue }
            return list[start...end].filter { $0.id != found }
        }
        return []
    }

    private static func years(of series: [Series], around year: Int?) -> [Int] {
        let all = Set(series.flatMap(\.years)).sorted()
        guard all.count > mostYears else { return all }
        let end = year.flatMap { all.firstIndex(of: $0) }.map { min(all.count, $0 + 3) } ?? all.count
        let start = max(0, max(end, mostYears) - mostYears)
        return Array(all[start..<min(all.count, start + mostYears)])
    }
}
