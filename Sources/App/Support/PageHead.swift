import Gtk

/// The line at the top of a page: its title, what it counts beside it, and choices at the right.
final class PageHead {
    /// The line.
    let widget = WrapBox()
    private let title = Label.heading("", level: 1)
    private let detail = Label()

    /// A line with a title and widgets at the right.
    init(_ text: String = "", _ choices: [Widget] = []) {
        title.text = text
        title.css("page-title").margin(top: 0, start: 0, bottom: 0, end: 6)
        detail.alignText(.start).ellipsized().css("dim-label", "numeric").expandsHorizontally = true
        for part in [title, detail] { widget.append(part.align(nil, .center)) }
        for choice in choices { widget.append(choice.align(nil, .center)) }
    }

    /// Shows a title and what it counts.
    func show(_ text: String, _ count: String) {
        title.text = text
        detail.text = count
    }
}
