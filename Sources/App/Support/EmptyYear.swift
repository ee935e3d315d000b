import Gtk
import Localization
import ViewModels

/// What stands in place of a page that has nothing for the year: which years have something, and the import.
final class EmptyYear {
    /// The widget to put into the page.
    var root: Widget { page.root }
    private let page: StatusPage
    private let title: String
    private let detail: String
    private let newYear: Button
    private let toPlan = Button(tr("Go to the plan"))
    private let offersPlan: Bool

    /// A page that says `detail` where no year has anything; `offersPlan` where a new plan would fill it.
    init(icon: String, title: String, detail: String, buttons: [Button] = [], offersPlan: Bool = true) {
        self.offersPlan = offersPlan
        self.title = title
        self.detail = detail
        let importing = Button(tr("_Import…"))
        importing.actionName = "win.page-importing"
        newYear = Button(tr("New year from the last one…"))
        newYear.actionName = "win.new-year"
        newYear.isVisible = false
        toPlan.actionName = "win.page-\(Screen.plan.rawValue)"
        toPlan.isVisible = false
        page = StatusPage(
            icon: icon, title: title, detail: detail, buttons: buttons + [toPlan, newYear, importing])
    }

    /// Names the years that have something, and offers a new plan where the year before has one; a year that has a plan
    /// without anything in it leads there.
    func show(years: [Int], offered: (year: Int, former: Int)? = nil, hasPlan: Bool = false) {
        newYear.isVisible = offersPlan && !hasPlan
        toPlan.isVisible = offersPlan && hasPlan
        newYear.title = tr("New plan…")
        if let offered {
            newYear.title = tr(
                "New plan of {year} from that of {former}…",
                ["year": "\(offered.year)", "former": "\(offered.former)"])
        }
        let known = years.map(String.init).joined(separator: ", ")
        let other = tr("There are entries for {years}: choose the year at the top.", ["years": known])
        page.set(title: title, detail: years.isEmpty ? detail : other + "\n" + detail)
    }
}
