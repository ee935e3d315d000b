import Foundation
import Localization
import Model

/// What undo and redo are about to do.
extension ArchiveSession {
    /// What the next step is and whose, where it is the work of another day or another person; nil where it is this
    /// person's work of today, or where there is none.
    public func undoWarning(_ direction: UndoDirection = .back) -> String? {
        let next = direction == .back ? history.stepToUndo : history.stepToRedo
        guard let step = next, let date = step.date else { return nil }
        let calendar = Calendar(identifier: .gregorian)
        let isOfToday = calendar.isDate(date, inSameDayAs: now())
        guard !isOfToday || step.author != author else { return nil }
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        let day = Words.date(year: parts.year ?? 0, month: parts.month ?? 1, day: parts.day ?? 1)
        return tr(
            "«{edit}», made by {author} on {date}",
            [
                "edit": step.title, "author": step.author ?? tr("somebody"), "date": day,
            ])
    }
}
