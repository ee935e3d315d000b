import Foundation
import Gtk
import Localization
import Model
import Reporting
import ViewModels

/// The tags of an objective: shown in a line, ticked in a popover.
final class TagsEditor {
    let widget = Box(.horizontal, spacing: 12)
    private let session: ArchiveSession
    private let presenter: Presenter
    private let label = Label()
    private let button = MenuButton(tr("_Tags"))
    private let boxes: [(tag: Tag, box: CheckButton)]
    private let multiYear = CheckButton(tr("Multi-year"))
    private let phase = Entry(placeholder: tr("phase"))
    private let total = Entry(placeholder: tr("of"))
    private let own = Entry(placeholder: tr("Other tags, parted by commas"))
    private var shown: Objective?
    private var isShowing = false

    /// The tags of no objective yet.
    init(session: ArchiveSession, presenter: Presenter) {
        self.session = session
        self.presenter = presenter
        boxes = Tag.plain.map { ($0.tag, CheckButton($0.tag.title)) }
        label.alignText(.start).wrapped().css("tags")
        for entry in [phase, total] { entry.widthInCharacters = 5 }
        phase.accessible(label: tr("Phase"))
        total.accessible(label: tr("Number of phases"))
        own.accessible(label: tr("Other tags"))
        let years = Box(.horizontal, spacing: 6) {
            multiYear
            phase
            total
        }
        let list = Box(.vertical, spacing: 6) {
            boxes.map(\.box)
            years
            own
        }
        button.popover(Popover(list.margin(12)))
        widget.append(button.align(.start, .start))
        widget.append(label.align(nil, .center).expand(vertically: false))
        for (_, box) in boxes { box.onToggle { [weak self] in self?.commit() } }
        multiYear.onToggle { [weak self] in self?.commit() }
        for entry in [phase, total, own] { entry.onCommit { [weak self] _ in self?.commit() } }
    }

    /// Shows those of an objective.
    func show(_ objective: Objective) {
        isShowing = true
        defer { isShowing = false }
        shown = objective
        label.text =
            objective.tags.isEmpty
            ? tr("No tags") : objective.tags.map { "#" + $0.title }.joined(separator: "   ")
        button.isSensitive = !session.isYearReadOnly
        for (tag, box) in boxes { box.isOn = objective.tags.contains(tag) }
        var years: (phase: Int?, of: Int?)?
        var others: [String] = []
        for tag in objective.tags {
            if case .multiYear(let phase, let of) = tag { years = (phase, of) }
            if case .other(let text) = tag { others.append(text) }
        }
        multiYear.isOn = years != nil
        phase.show(years?.phase.map(String.init) ?? "")
        total.show(years?.of.map(String.init) ?? "")
        own.show(others.joined(separator: ", "))
    }

    /// Gives the focus to the button that opens the tags.
    func takeFocus() -> Bool { button.grabFocus() }

    private func commit() {
        guard let shown, !isShowing else { return }
        var tags: [Tag] = multiYear.isOn ? [.multiYear(phase: Int(phase.text), of: Int(total.text))] : []
        tags += boxes.filter(\.box.isOn).map(\.tag)
        tags += own.text.split(separator: ",").map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }
            .map(Tag.other)
        guard tags != shown.tags else { return }
        presenter.perform(.objectiveTags(shown.id, tags), on: session)
    }
}
