import Foundation
import Localization
import Model

extension ArchiveSession {
    /// The lock of the year on show; nil where its figures may change.
    public var lock: YearLock? { content.lock(of: year) }

    /// The plan and projects of the year on show can only be read: the archive can, or the year is locked.
    public var isYearReadOnly: Bool { isReadOnly || lock != nil }

    /// Whether the services' figures of a year can only be read.
    public func isReadOnly(year: Int) -> Bool { isReadOnly || content.lock(of: year) != nil }

    /// Who locked the year on show, when and why; nil where it is not locked.
    public var lockWords: String? { lockWords(of: year) }

    /// Who locked a year, when and why; nil where it is not locked.
    public func lockWords(of year: Int) -> String? {
        content.lock(of: year).map { lock in
            tr(
                "{year} is locked since {date} by {author}: {reason}",
                [
                    "year": "\(lock.year)", "author": lock.author, "reason": lock.reason,
                    "date": Words.shortDate(year: lock.date.year, month: lock.date.month, day: lock.date.day),
                ])
        }
    }

    /// The new plan that is offered: for the year on show where it has none, else for the one after the last plan.
    /// Nil where there is no plan before it.
    public var offeredYear: (year: Int, former: Int)? {
        let known = content.yearsWithPlan
        let wanted = plan?.objectives.isEmpty ?? true ? year : (content.plans.keys.max() ?? year) + 1
        guard content.plans[wanted] == nil, let former = known.last(where: { $0 < wanted }) else {
            return nil
        }
        return (wanted, former)
    }
}
