import Gtk
import Localization

/// What stands in place of a page that has nothing for the year: which years have something, and the import.
final class EmptyYear {
    /// The widget to put into the page.
    var root: Widget { page.root }
    private let page: StatusPage
    private let title: String
    private let detail: String

    /// A page that says `detail` where no year has anything.
    init(icon: String, title: String, detail: String) {
        self.title = title
        self.detail = detail
        let importing = Button(tr("_Import…"))
        importing.actionName = "win.page-importing"
        page = StatusPage(icon: icon, title: title, detail: detail, buttons: [importing])
    }

    /// Names the years that have something.
    func show(years: [Int]) {
        let known = years.map(String.init).joined(separator: ", ")
        let other = tr("There are entries for {years}: choose the year at the top.", ["years": known])
        page.set(title: title, detail: years.isEmpty ? detail : other + "\n" + detail)
    }
}
