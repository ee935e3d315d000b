import Foundation
import Model

extension ArchiveSession {
    /// The edit that answers `finding` with a reason, today, by this session's author.
    public func dismissal(of finding: Finding, reason: String) -> Edit {
        let moment = now()
        let names = [
            finding.code.rawValue, finding.place.entity?.uuidString ?? "", finding.place.field ?? "",
        ]
        let id = UUID(naming: ["dismissal"] + names + ["\(moment.timeIntervalSince1970)"])
        let dismissal = Dismissal(id: id, of: finding, reason: reason, author: author, date: today)
        return .dismiss(dismissal, finding.place)
    }

    /// The day on this machine.
    public var today: CalendarDate {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: now())
        return CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
            ?? CalendarDate.earliest
    }
}
