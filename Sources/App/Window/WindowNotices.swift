import Gtk
import Localization
import ViewModels

/// What stands above the pages: what went wrong beside the work, that the year is locked, that the archive is a part of
/// another.
final class WindowNotices {
    /// The notices, one below the other.
    let widget = Box(.vertical)
    /// What is said of the year; nil where it is not locked.
    var yearWords: String? { year.message }
    /// What is said of the archive; nil where it is no part.
    var partWords: String? { part.message }
    private let year = Banner()
    private let part = Banner()
    private let warning = Banner()
    private let runAction: @MainActor (String) -> Void

    /// Notices whose buttons run actions of the window by name.
    init(run: @escaping @MainActor (String) -> Void) {
        runAction = run
        for banner in [warning, part, year] { widget.append(banner.root) }
    }

    /// Shows what holds for `session` now.
    func refresh(_ session: ArchiveSession) {
        if let words = session.warning { warning.show(.warning, words) } else { warning.hide() }
        if let words = session.lockWords {
            year.show(
                .info, words + ". " + tr("Its cards can only be read."),
                button: session.isReadOnly ? nil : tr("_Unlock…")
            ) { [runAction] in runAction("unlock-year") }
        } else {
            year.hide()
        }
        if let words = session.partWords {
            part.show(
                .info, words + ". " + tr("Fill it in, then send it back."), button: tr("_Send back…")
            ) { [runAction] in runAction("export-part") }
        } else {
            part.hide()
        }
    }
}
