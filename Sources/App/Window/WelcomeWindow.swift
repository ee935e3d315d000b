import Foundation
import Gtk
import Localization
import ViewModels

/// The first run: create an archive, open one or a part that was received, or try the sample; each with what it means.
final class WelcomeWindow {
    let window: Window

    /// What the person can begin with.
    struct Ways {
        var create: Action
        var open: Action
        var openPart: Action
        var sample: Action
        var received: @MainActor (URL) -> Void
        var recent: @MainActor (String) -> Void
    }

    /// A window with the ways to begin; `recent` are the folders of archives that were open before.
    init(_ application: Application, _ ways: Ways, recent: [String] = []) {
        window = Window(application, title: tr("Barometro"))
        let choices = [
            (
                "document-new-symbolic", tr("New archive"),
                tr("For a municipality that begins: name and year, then a plan to be written or imported."),
                ways.create
            ),
            (
                "folder-open-symbolic", tr("Open archive"),
                tr("The folder of an archive that is there already, on this computer or on a shared disk."),
                ways.open
            ),
            (
                "mail-attachment-symbolic", tr("Open a received part"),
                tr("A file *.barometro that the performance office sent: fill it in and send it back."),
                ways.openPart
            ),
            (
                "applications-science-symbolic", tr("Try the sample"),
                tr(
                    "An invented municipality with a year of everything. Nothing that you try there can do harm."
                ),
                ways.sample
            ),
        ]
        let list = ListBox()
        list.selectionMode = .none
        list.accessible(label: tr("How to begin")).css("choices")
        for (icon, title, detail, _) in choices {
            list.append(WelcomeWindow.row(icon, title, detail), label: title + ". " + detail)
        }
        for path in recent.prefix(3) {
            let url = URL(fileURLWithPath: path)
            list.append(
                WelcomeWindow.row("document-open-recent-symbolic", url.lastPathComponent, path),
                label: tr("Open {name}", ["name": url.lastPathComponent]) + ". " + path)
        }
        list.onActivate { index in
            if choices.indices.contains(index) { return choices[index].3() }
            ways.recent(recent[index - choices.count])
        }
        let heading = Label.heading(tr("Barometro"), level: 1)
        heading.css("title-1")
        let page = Box(.vertical, spacing: 18) {
            Box(.vertical, spacing: 6) {
                heading
                Label(
                    tr(
                        "The performance cycle of a municipality: plan, measure, check, print. Everything stays in a folder of your own, without a network."
                    )
                ).wrapped(at: 60).alignText(.start)
            }
            list
        }.margin(36).align(.center, .center)
        let scroller = ScrolledWindow(page, horizontal: .never)
        window.child(scroller)
        scroller.onDropFiles { urls in
            guard let file = urls.first(where: ColleagueFile.isOne) else { return false }
            ways.received(file)
            return true
        }
        window.fitTexts(width: 680, height: 560)
    }

    private static func row(_ icon: String, _ title: String, _ detail: String) -> Widget {
        let image = Image(icon: icon)
        image.pixelSize = 24
        let words = Box(.vertical, spacing: 3) {
            Label(title).alignText(.start).css("heading")
            Label(detail).wrapped(at: 58).alignText(.start).css("dim-label")
        }
        return Box(.horizontal, spacing: 18) {
            image
            words.expand(vertically: false)
            Image(icon: "go-next-symbolic")
        }.margin(12)
    }
}
