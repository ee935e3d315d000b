import Gtk

/// A drop-down that filters by one of some things, or by none.
final class FilterChoice {
    /// A thing to filter by: what it is told by, and its name on screen. Two things may have one name.
    struct Option: Hashable {
        let id: String
        let title: String

        /// A thing with its name.
        init(_ id: String, _ title: String) {
            self.id = id
            self.title = title
        }
    }

    /// The control.
    let widget = DropDown()
    private let all: String
    private var options: [Option] = []

    /// A choice that begins with "all".
    init(_ all: String, label: String) {
        self.all = all
        widget.items = [all]
        widget.tooltip(label).accessible(label: label, description: "")
    }

    /// What the chosen thing is told by; nil for all.
    var chosen: String? {
        guard let index = widget.selected, index > 0, options.indices.contains(index - 1) else { return nil }
        return options[index - 1].id
    }

    /// Offers names that are told by themselves.
    func show(_ names: [String]) {
        show(names.map { Option($0, $0) })
    }

    /// Offers things; the chosen one stays where it is still among them.
    func show(_ options: [Option]) {
        guard options != self.options else { return }
        let former = chosen
        self.options = options
        widget.items = [all] + options.map { $0.title.count > 40 ? $0.title.prefix(39) + "…" : $0.title }
        if let former, let index = options.firstIndex(where: { $0.id == former }) { widget.select(index + 1) }
        widget.isVisible = options.count > 1
    }

    /// Chooses the thing that is told by `id`; all for nil, or where it is not among them.
    func choose(_ id: String?) {
        widget.select(options.firstIndex { $0.id == id }.map { $0 + 1 } ?? 0)
    }

    /// Chooses all.
    func clear() {
        widget.select(0)
    }

    /// Called when the person chooses.
    func onChoose(_ body: @escaping Action) {
        widget.onSelect { _ in body() }
    }
}
