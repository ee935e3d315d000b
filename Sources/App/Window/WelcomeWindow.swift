import ViewModels
import Foundation
import Gtk
import Localization

/// The first run: create an archive, open one or a part that was received, or try the sample.
final class WelcomeWindow {
    let window: Window

    /// A window with the ways to begin.
    init(
        _ application: Application, create: @escaping Action, open: @escaping Action,
        openPart: @escaping Action, sample: @escaping Action,
        received: @escaping @MainActor (URL) -> Void
    ) {
        window = Window(application, title: tr("Barometro"))
        let buttons = [
            Button(tr("_New archive…"), onClick: create), Button(tr("_Open archive…"), onClick: open),
            Button(tr("Open a _received part…"), onClick: openPart),
            Button(tr("_Try the sample"), onClick: sample).css("suggested-action"),
        ]
        let page = StatusPage(
            icon: "document-properties-symbolic", title: tr("Barometro"),
            detail: tr("An archive holds the performance cycle of one municipality in a folder of your own."),
            buttons: buttons)
        window.child(page.root)
        page.root.onDropFiles { urls in
            guard let file = urls.first(where: ColleagueFile.isOne) else { return false }
            received(file)
            return true
        }
        window.size = (640, 480)
    }
}
