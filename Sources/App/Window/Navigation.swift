import Gtk
import Localization
import ViewModels

/// The list of the screens on the left, each with how much there is in it.
final class Navigation {
    private let list = ListBox()
    private let screens: [Screen]
    private var counts: [Screen: Label] = [:]
    private var names: [Label] = []
    /// What the rows say.
    private var shown: [Screen: Int] = [:]

    /// The list of `screens`, in their order.
    init(_ screens: [Screen]) {
        self.screens = screens
        list.selectionMode = .browse
        list.leavesOnTab()
        list.accessible(label: tr("Screens")).css("navigation-sidebar")
        for screen in screens {
            let count = Label().css("dim-label", "numeric")
            counts[screen] = count
            let name = Label(screen.title).alignText(.start)
            name.expandsHorizontally = true
            names.append(name)
            list.append(
                Box(.horizontal, spacing: 12) {
                    Image(icon: screen.icon)
                    name
                    count
                }.margin(6))
        }
    }

    /// The list.
    var widget: Widget { list }

    /// Leaves only the symbols, where texts are large and the window has no room for them.
    var isNarrow = false {
        didSet {
            guard isNarrow != oldValue else { return }
            for label in names + counts.values { label.isVisible = !isNarrow }
            for (position, screen) in screens.enumerated() {
                list.row(at: position)?.tooltip = isNarrow ? screen.title : nil
            }
        }
    }

    /// Marks the screen that is shown.
    func select(_ screen: Screen) {
        list.select(screens.firstIndex(of: screen))
    }

    /// Called with the screen that the person chooses.
    func onSelect(_ body: @escaping @MainActor (Screen) -> Void) {
        list.onSelect { [screens] index in
            guard let index, screens.indices.contains(index) else { return }
            body(screens[index])
        }
    }

    /// Shows how much there is.
    func refresh(_ session: ArchiveSession) {
        let numbers: [Screen: Int] = [
            .plan: session.plan?.objectiveCount ?? 0,
            .indicators: session.plan?.indicatorCount ?? 0,
            .services: session.content.services.services.count,
            .projects: session.content.projects[session.year]?.projects.count ?? 0,
            .organisation: session.content.municipality.sectors.count,
            .findings: session.findings.count,
        ]
        // Whatever is said of a row is told to screen readers anew.
        let former = shown
        shown = numbers
        for (position, screen) in screens.enumerated()
        where former.isEmpty || numbers[screen] != former[screen] {
            counts[screen]?.text = numbers[screen].map { $0 == 0 ? "" : "\($0)" } ?? ""
            list.row(at: position)?.accessible(
                label: screen.title,
                description: numbers[screen].map { trn("{count} entry", "{count} entries", $0) })
        }
    }
}
