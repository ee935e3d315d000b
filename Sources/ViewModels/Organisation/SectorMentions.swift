import Foundation
import Localization
import Model

/// Where a sector is named beside the organisation: what a new name of it reaches.
public struct SectorMentions: Hashable, Sendable {
    /// The years whose objectives name it and can be changed, in order.
    public let years: [Int]
    /// The locked years whose objectives name it; these keep the name.
    public let lockedYears: [Int]
    /// How many maps of services name it.
    public let services: Int

    /// The mentions of a sector's name in `content`.
    public init(of name: String, in content: ArchiveContent) {
        let locked = Set(content.municipality.locks.map(\.year))
        let naming = content.plans.filter { _, plan in
            plan.objectives.contains { $0.sector == name || $0.otherSectors.contains(name) }
        }.keys.sorted()
        years = naming.filter { !locked.contains($0) }
        lockedYears = naming.filter(locked.contains)
        services = content.services.services.count { $0.sector == name }
    }

    /// That the sector was renamed where it was named, in words; nil where it was named nowhere.
    public var renamedWords: String? {
        var parts: [String] = []
        if !years.isEmpty { parts.append(tr("objectives of {years}", ["years": SectorMentions.list(years)])) }
        if services > 0 {
            parts.append(trn("{count} map of a service", "{count} maps of services", services))
        }
        let kept =
            lockedYears.isEmpty
            ? "" : " " + tr("Locked and unchanged: {years}.", ["years": SectorMentions.list(lockedYears)])
        guard !parts.isEmpty || !kept.isEmpty else { return nil }
        guard !parts.isEmpty else { return kept.trimmingWhitespace() }
        return tr(
            "Renamed too in: {places}. Undo takes it back (Ctrl+Z).",
            ["places": parts.joined(separator: ", ")]) + kept
    }

    private static func list(_ years: [Int]) -> String {
        years.map(String.init).joined(separator: ", ")
    }
}
