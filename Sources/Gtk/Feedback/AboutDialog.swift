import CGtk
import CGtkShim

/// What a program is: its name, version, licence and where to read more.
public final class AboutDialog {
    /// The window.
    public let window: Window

    /// A dialog over a window.
    /// - Parameters:
    ///   - comments: what the program is for, in a sentence.
    ///   - licence: the words of the page on the licence; a `<a href="…">` in them is a link.
    public init(
        name: String, version: String, comments: String, licence: String, site: (url: String, title: String),
        icon: String, over parent: Window?
    ) {
        window = Window(borrowing: shim_object_new(gtk_about_dialog_get_type(), -1))
        window.set("program-name", name)
        window.set("version", version)
        window.set("comments", comments)
        window.set("license", licence)
        window.set("wrap-license", true)
        window.set("website", site.url)
        window.set("website-label", site.title)
        window.set("logo-icon-name", icon)
        window.isModal = true
        if let parent { window.belongs(to: parent) }
    }

    /// Shows it.
    public func present() {
        window.present()
    }
}
