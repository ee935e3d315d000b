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
    private let manual = Button(tr("Open the _manual here"), icon: "help-contents-symbolic")
    private let problem = Label("").wrapped(at: 30).css("field-problem")
    private var shown: HelpTopic?

    /// A window over `parent` that opens on the topic of a screen.
    init(on screen: Screen?, over parent: Window?, shortcuts: @escaping Action) {
        scroller = ScrolledWindow(page.margin(18), horizontal: .never)
        if let parent { window.belongs(to: parent) }
        window.fitTexts(width: 760, height: 560)
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
            problem.margin(top: 6, start: 12, bottom: 0, end: 12)
            manual.margin(top: 12, start: 12, bottom: 0, end: 12)
            Button(tr("_Keyboard shortcuts"), onClick: shortcuts).margin(12)
        }.css("navigation")
        window.child(
            Box(.horizontal) {
                side
                Separator(.vertical)
                scroller.expand()
            })
        problem.isVisible = false
        manual.onClick { [weak self] in self?.openManual() }
        window.closesOnEscape()
        window.keep(self)
        list.select(topics.firstIndex { $0.screen == screen } ?? 0)
        if let first = topics.first(where: { $0.screen == screen }) ?? topics.first { show(first) }
    }

    /// Shows it.
    func present() {
        window.present()
    }

    /// Opens the manual at the page of the topic on show.
    private func openManual() {
        guard let shown else { return }
        HelpWindow.openManual(on: shown.screen, over: window) { [weak self] problem in
            self?.tell(problem ?? "")
        }
    }

    /// Opens the manual at the page of a screen; `ended` is told in words why it could not be, or nil.
    static func openManual(
        on screen: Screen?, over window: Window?, ended: @escaping @MainActor (String?) -> Void
    ) {
        guard let page = HelpTopic.manual(of: screen) else {
            return ended(tr("The manual is not installed."))
        }
        ExternalPage.show(page, over: window) { reason in
            ended(reason.map { tr("{file} cannot be opened: {reason}", ["file": page.path, "reason": $0]) })
        }
    }

    /// Says what went wrong.
    func tell(_ words: String) {
        problem.text = words
        problem.isVisible = !words.isEmpty
    }

    private func show(_ topic: HelpTopic) {
        shown = topic
        tell("")
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
