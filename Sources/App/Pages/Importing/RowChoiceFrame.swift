import Gtk
import Localization

extension Window {
    /// Fills a window over `parent` with a list of rows, under a sentence on what it is for, over the button that does
    /// something with the chosen ones and the one that closes; `message` tells what came of it.
    func frame(
        _ table: Widget, over parent: Window?, width: Int, height: Int, hint: String, action: Button,
        others: [Button] = [], message: Label? = nil
    ) {
        isModal = true
        if let parent { belongs(to: parent) }
        fitTexts(width: width, height: height)
        let space = Label("")
        space.expandsHorizontally = true
        let scroller = ScrolledWindow(table)
        scroller.hasFrame = true
        let content = Box(.vertical, spacing: 12)
        content.append(Label(hint).alignText(.start).wrapped())
        content.append(scroller.expand())
        if let message { content.append(message.alignText(.start).wrapped()) }
        content.append(
            Box(.horizontal, spacing: 6) {
                for button in [action] + others { button }
                space
                Button(tr("_Close")) { [weak self] in self?.close() }
            })
        child(content.margin(18))
    }
}
