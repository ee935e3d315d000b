import ViewModels
import Gtk

extension ArchiveSession {
    /// Performs an edit that was typed into a cell: taken, or refused with the reason.
    func outcome(of edit: Edit) -> EditOutcome {
        do throws(EditRefusal) {
            try perform(edit)
            return .accepted
        } catch {
            return .refused(error.words)
        }
    }
}
