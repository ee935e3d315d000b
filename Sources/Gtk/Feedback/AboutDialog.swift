import CGtk
import CGtkShim

/// What a program is: its name, version, licence and where to read more.
public final class AboutDialog {
    /// The window.
    public let window: Window

    /// A dialog over a window.
    /// - Parameters:
    ///   - comments: what the program is for, in a sentence.
    ///   - title: the words over the first page, which GTK 4.8 has in no other language than English.
    ///   - licence: the words of the page on the licence; a `<a href="…">` in them is a link.
    public init(
        name: String, version: String, comments: String, title: String, licence: String,
        site: (url: String, title: String), icon: String, over parent: Window?
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
        nameFirstPage(title)
    }

    /// Gives the page on show its name, in the first stack of pages inside the window.
    private func nameFirstPage(_ title: String) {
        var places = [window.widget].compactMap { $0 }
        while let place = places.popLast() {
            if shim_is_a(place, gtk_stack_get_type()) != 0,
                let page = gtk_stack_get_visible_child(OpaquePointer(place))
                    .flatMap({ gtk_stack_get_page(OpaquePointer(place), $0) })
            {
                Object(UnsafeMutableRawPointer(page), .borrowed).set("title", title)
                return
            }
            var child = gtk_widget_get_first_child(place)
            while let here = child {
                places.append(here)
                child = gtk_widget_get_next_sibling(here)
            }
        }
    }

    /// Shows it.
    public func present() {
        window.present()
    }
}
