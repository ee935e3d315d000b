import Canvas
import Gtk
import Localization

/// Search, page and size of the pages on show.
final class PreviewTools {
    /// The line of controls.
    let widget = WrapBox()
    /// Where the person writes what is to be found.
    let search = SearchEntry(placeholder: tr("Search in the pages"))
    private let count = Label()
    private let previous = Button(icon: "go-up-symbolic", label: tr("Previous place found"))
    private let next = Button(icon: "go-down-symbolic", label: tr("Next place found"))
    private let page = SpinButton(range: 1...1, clamps: true)
    private let pages = Label()
    private let smaller = Button(icon: "zoom-out-symbolic", label: tr("Smaller"))
    private let size = Label()
    private let larger = Button(icon: "zoom-in-symbolic", label: tr("Larger"))
    private let fit = Button(icon: "zoom-fit-best-symbolic", label: tr("Fit the width"))
    private let preview: PagePreview
    private var layout: PageLayout?
    private var places: [PagePlace] = []
    private var current = 0
    private var isFollowing = false

    /// The controls of a preview.
    init(_ preview: PagePreview) {
        self.preview = preview
        search.accessible(label: tr("Search in the pages"))
        search.expandsHorizontally = true
        search.widthInCharacters = 6
        page.accessible(label: tr("Page"))
        page.widthInCharacters = 3
        count.css("dim-label", "numeric")
        size.css("numeric").minimum(width: 52)
        for part in [
            search, count, previous, next, Label(tr("Page")), page, pages, smaller, size, larger, fit,
        ]
            as [Widget]
        {
            widget.append(part)
        }
        connect()
        refresh()
    }

    /// Works on these pages; nil where there are none.
    func show(_ layout: PageLayout?) {
        self.layout = layout
        find()
        refresh()
    }

    /// Gives the focus to the search.
    func focusSearch() { search.grabFocus() }

    /// Gives the keys of the pages to a widget around them.
    func addKeys(to root: Widget) {
        let keys: [(String, Action)] = [
            ("<Control>plus", { [preview] in preview.zoom(by: 1.25) }),
            ("<Control>KP_Add", { [preview] in preview.zoom(by: 1.25) }),
            ("<Control>minus", { [preview] in preview.zoom(by: 0.8) }),
            ("<Control>KP_Subtract", { [preview] in preview.zoom(by: 0.8) }),
            ("<Control>0", { [preview] in preview.fitWidth() }),
            ("F3", { [weak self] in self?.step(1) }), ("<Shift>F3", { [weak self] in self?.step(-1) }),
            ("<Control>g", { [weak self] in self?.page.grabFocus() }),
        ]
        for (key, body) in keys {
            root.onShortcut(key) {
                body()
                return true
            }
        }
    }

    /// What stands beside the search: which place of how many.
    var countWords: String { count.text }

    /// Finds the words of the search anew and shows the first place from the page in sight on.
    func find() {
        places = layout?.places(of: search.text) ?? []
        current = places.firstIndex { $0.page >= preview.page } ?? 0
        mark()
    }

    /// Shows the next place, or the one before.
    func step(_ count: Int) {
        guard !places.isEmpty else { return }
        current = (current + count + places.count) % places.count
        mark()
    }

    private func connect() {
        preview.onMove { [weak self] in self?.refresh() }
        search.onSearch { [weak self] _ in self?.find() }
        search.onActivate { [weak self] in self?.step(1) }
        search.onStop { [weak self] in
            self?.search.text = ""
            self?.preview.widget.grabFocus()
        }
        previous.onClick { [weak self] in self?.step(-1) }
        next.onClick { [weak self] in self?.step(1) }
        smaller.onClick { [preview] in preview.zoom(by: 0.8) }
        larger.onClick { [preview] in preview.zoom(by: 1.25) }
        fit.onClick { [preview] in preview.fitWidth() }
        page.onValue { [weak self] in
            guard let self, !isFollowing else { return }
            preview.go(to: page.intValue - 1)
        }
    }

    private func mark() {
        let isWanted = !search.text.isEmpty
        preview.mark(places, current: places.indices.contains(current) ? places[current] : nil)
        for button in [previous, next] { button.isSensitive = places.count > 1 }
        count.text =
            !isWanted
            ? ""
            : places.isEmpty
                ? tr("not found")
                : tr("{number} of {count}", ["number": "\(current + 1)", "count": "\(places.count)"])
    }

    private func refresh() {
        isFollowing = true
        defer { isFollowing = false }
        page.setRange(1...Double(max(preview.count, 1)))
        if !page.hasFocus { page.intValue = preview.page + 1 }
        page.isSensitive = preview.count > 1
        pages.text = tr("of {count}", ["count": "\(preview.count)"])
        size.text = "\(Int((preview.zoom / PagePreview.fullSize * 100).rounded())) %"
        for button in [smaller, larger, fit] { button.isSensitive = preview.count > 0 }
    }
}
