import Gtk
import Localization
import ViewModels

/// The line below the pages: what is on disk, findings left, what the last action had to say, who makes the changes.
final class StatusLine {
    private let disk = Label()
    private let author = Label()
    private let findings = Label()
    private let message = Label()
    private let bar = Box(.horizontal, spacing: 18)

    /// A line that also shows what `presenter` has to say in passing.
    init(_ presenter: Presenter) {
        // A long reason gives way before the window does; the whole of it is in the tooltip.
        disk.alignText(.start).ellipsized()
        message.alignText(.start).ellipsized().expandsHorizontally = true
        author.alignText(.end).css("dim-label")
        findings.css("dim-label", "numeric")
        for part in [disk, findings, message, author] { bar.append(part) }
        bar.margin(top: 6, start: 12, bottom: 6, end: 12).css("status-line")
        presenter.onNotice { [message] text in message.text = text }
    }

    /// The line.
    var widget: Widget { bar }

    /// Shows the state of `session`.
    func refresh(_ session: ArchiveSession) {
        author.text = tr("Author: {name}", ["name": session.author])
        findings.text = trn("{count} finding left", "{count} findings left", session.findings.count)
        disk.toggle(css: "error", false)
        disk.tooltip = nil
        switch session.saveState {
        case .saved(nil): disk.text = tr("Everything is on disk")
        case .saved(let moment?):
            disk.text = tr("On disk since {time}", ["time": ClockWords.time(moment)])
        case .readOnly(let holder):
            disk.text = tr("Read only")
            disk.tooltip = holder
        case .failed(let reason):
            disk.toggle(css: "error", true)
            disk.text = tr("Not on disk: {reason}", ["reason": reason])
            disk.tooltip = disk.text
        }
    }
}
