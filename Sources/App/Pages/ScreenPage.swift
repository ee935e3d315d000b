import Gtk
import ViewModels

/// A screen of the window.
protocol ScreenPage: AnyObject {
    /// What the window shows.
    var widget: Widget { get }
    /// Shows what the session holds now.
    func refresh()
    /// Brings a thing of the page into view and gives its field the focus.
    func go(to destination: Destination)
    /// Brings a place into view where the page shows its thing already, whatever screen the place names.
    /// - Returns: whether it does.
    func reveal(_ destination: Destination) -> Bool
    /// Takes the keyboard when the person comes to the page.
    func takeFocus()
}

extension ScreenPage {
    /// A page without things to go to.
    func go(to destination: Destination) {}

    /// A page that shows no thing of another screen.
    func reveal(_ destination: Destination) -> Bool { false }

    /// A page that gives the keyboard to its first control.
    func takeFocus() { widget.grabFocus() }
}
