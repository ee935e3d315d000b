import Gtk
import Localization

/// The first run: create an archive, open one, or try the sample.
final class WelcomeWindow {
    let window: Window

    /// A window with the three ways to begin.
    init(
        _ application: Application, create: @escaping Action, open: @escaping Action, sample: @escaping Action
    ) {
        window = Window(application, title: tr("Barometro"))
        let buttons = [
            Button(tr("_New archive…"), onClick: create), Button(tr("_Open archive…"), onClick: open),
            Button(tr("_Try the sample"), onClick: sample).css("suggested-action"),
        ]
        let page = StatusPage(
            icon: "document-properties-symbolic", title: tr("Barometro"),
            detail: tr("An archive holds the performance cycle of one municipality in a folder of your own."),
            buttons: buttons)
        window.child(page.root)
        window.size = (640, 480)
    }
}
