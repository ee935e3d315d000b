import Gtk
import ViewModels

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

    /// Performs an edit that is made of a typed text, which itself can be refused.
    func outcome(of edit: () throws(EditRefusal) -> Edit) -> EditOutcome {
        do throws(EditRefusal) {
            try perform(try edit())
            return .accepted
        } catch {
            return .refused(error.words)
        }
    }
}
