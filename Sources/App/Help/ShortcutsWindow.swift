import Gtk
import Localization

/// All keys of the window, by where they work; a search leaves those that are wanted.
final class ShortcutsWindow {
    /// The window.
    let window = Window(title: tr("Keyboard shortcuts"))
    private let search = SearchEntry(placeholder: tr("Search"))
    private let list = Box(.vertical, spacing: 18)

    /// A window over `parent`.
    init(over parent: Window?) {
        if let parent { window.belongs(to: parent) }
        window.fitTexts(width: 620, height: 640)
        search.accessible(label: tr("Search the keys"))
        search.onSearch { [weak self] _ in self?.show() }
        search.onStop { [weak window] in window?.close() }
        let scroller = ScrolledWindow(list.margin(18), horizontal: .never)
        scroller.accessible(label: window.title)
        window.child(
            Box(.vertical) {
                search.margin(top: 12, start: 18, bottom: 0, end: 18)
                scroller.expand()
            })
        window.closesOnEscape()
        window.keep(self)
        show()
    }

    /// Shows it.
    func present() {
        window.present()
    }

    private func show() {
        list.removeAll()
        let wanted = search.text.lowercased()
        for group in ShortcutKeys.groups {
            let keys = group.keys.filter { key in
                wanted.isEmpty || key.words.lowercased().contains(wanted)
                    || key.keys.contains { $0.lowercased().contains(wanted) }
            }
            if !keys.isEmpty { list.append(ShortcutsWindow.section(group.title, keys)) }
        }
    }

    private static func section(_ title: String, _ keys: [ShortcutKey]) -> Widget {
        let grid = Grid(rowSpacing: 6, columnSpacing: 18)
        for (row, key) in keys.enumerated() {
            let caps = Box(.horizontal, spacing: 6)
            for name in key.keys { caps.append(Label(name).css("key")) }
            grid.attach(caps.align(.start, .center).minimum(width: 200), column: 0, row: row)
            grid.attach(Label(key.words).wrapped(at: 46).alignText(.start), column: 1, row: row)
        }
        return Box(.vertical, spacing: 6) {
            Label.heading(title).css("section-title")
            grid
        }
    }
}
