import Gtk
import Localization
import ViewModels

/// The help: what a screen is for and how it is worked with, one topic beside the other.
final class HelpWindow {
    /// The window.
    let window = Window(title: tr("Help"))
    private let list = ListBox()
    private let page = Box(.vertical, spacing: 12)
    private let scroller: ScrolledWindow
    private let topics = HelpTopic.all

    /// A window over `parent` that opens on the topic of a screen.
    init(on screen: Screen?, over parent: Window?, shortcuts: @escaping Action) {
        scroller = ScrolledWindow(page.margin(18), horizontal: .never)
        if let parent { window.belongs(to: parent) }
        window.size = (760, 560)
        list.selectionMode = .browse
        list.accessible(label: tr("Topics")).css("navigation-sidebar")
        for topic in topics {
            list.append(Label(topic.title).alignText(.start).margin(6), label: topic.title)
        }
        list.onSelect { [weak self] index in
            guard let self, let index, topics.indices.contains(index) else { return }
            show(topics[index])
        }
        let side = Box(.vertical) {
            ScrolledWindow(list).minimum(width: 200).expand(horizontally: false)
            Button(tr("_Keyboard shortcuts"), onClick: shortcuts).margin(12)
        }.css("navigation")
        window.child(
            Box(.horizontal) {
                side
                Separator(.vertical)
                scroller.expand()
            })
        window.closesOnEscape()
        window.keep(self)
        list.select(topics.firstIndex { $0.screen == screen } ?? 0)
        if let first = topics.first(where: { $0.screen == screen }) ?? topics.first { show(first) }
    }

    /// Shows it.
    func present() {
        window.present()
    }

    private func show(_ topic: HelpTopic) {
        page.removeAll()
        let title = Label.heading(topic.title, level: 1)
        title.css("page-title")
        page.append(title)
        for paragraph in topic.paragraphs {
            page.append(Label(paragraph, selectable: true).wrapped(at: 70).alignText(.start))
        }
        scroller.verticalOffset = 0
    }
}
