import Gtk
import Localization

/// Long work that goes on beside the window: how far it is, and a button that gives it up.
final class WorkBar {
    /// Progress and button; shown while there is work.
    let widget = Box(.horizontal, spacing: 12)
    private let progress = ProgressBar()
    private let cancel = Button(tr("_Cancel"))
    private var giveUp: Action = {}
    private var pulse: Gtk.Timer?

    /// A bar without work.
    init() {
        progress.expandsHorizontally = true
        progress.align(nil, .center)
        widget.append(progress)
        widget.append(cancel)
        widget.margin(6).isVisible = false
        cancel.onClick { [weak self] in
            self?.end()
            self?.giveUp()
        }
    }

    /// Whether work goes on.
    var isWorking: Bool { widget.isVisible }

    /// Shows work in words, and what giving it up does.
    func begin(_ words: String, cancel body: @escaping Action) {
        giveUp = body
        progress.text = words
        progress.accessible(label: words)
        progress.fraction = 0
        widget.isVisible = true
        pulse = Timer.every(milliseconds: 120) { [weak self] in
            guard let self, isWorking else { return false }
            if progress.fraction == 0 { progress.pulse() }
            return true
        }
    }

    /// Shows how far the work is, from 0 to 1.
    func show(_ fraction: Double) {
        progress.fraction = fraction
    }

    /// Hides the bar: the work is done or given up.
    func end() {
        pulse?.cancel()
        pulse = nil
        widget.isVisible = false
    }

    /// Gives the work up, as the button does.
    func cancelNow() {
        guard isWorking else { return }
        cancel.emit("clicked")
    }
}
