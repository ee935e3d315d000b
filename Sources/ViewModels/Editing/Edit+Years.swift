import Foundation
import Model
import Scoring

extension Edit {
    /// Makes a change that is about a whole year.
    func applyToYears(of content: inout ArchiveContent) throws(EditRefusal) {
        switch self {
        case .lockYear(let lock):
            guard !lock.reason.trimmingWhitespace().isEmpty else { throw .noReason }
            guard content.lock(of: lock.year) == nil else { throw .yearLocked(lock.year) }
            content.municipality.locks.append(lock)
        case .unlockYear(let year, let reason):
            guard !reason.trimmingWhitespace().isEmpty else { throw .noReason }
            guard content.lock(of: year) != nil else { throw .gone }
            content.municipality.locks.removeAll { $0.year == year }
        case .newYear(let year, let former, let targetsFromActuals):
            guard let plan = content.plans[former] else { throw .gone }
            guard (1900...2199).contains(year) else { throw .noYear(year) }
            guard content.plans[year] == nil else { throw .yearTaken(year) }
            content.plans[year] = plan.next(year: year, targetsFromActuals: targetsFromActuals)
            content.takeSeriesFigures(year: year)
        default:
            return
        }
    }
}

extension ArchiveSession {
    /// The edit that locks a year from today on, scored as it is now.
    public func locking(year: Int, reason: String) -> Edit {
        return .lockYear(
            YearLock(
                id: UUID(), year: year, reason: reason, author: author, date: today,
                profile: content.municipality.profile))
    }
}
