import Gtk
import ViewModels

/// Leads the window to a place; the window follows once it is there.
final class Router {
    private var follower: @MainActor (Destination) -> Void = { _ in }

    private var opener: @MainActor (ColleagueFile) -> Void = { _ in }

    /// Opens a colleague's file as an archive of its own, in place of the one that is open.
    func open(_ file: ColleagueFile) {
        opener(file)
    }

    /// Sets who opens a colleague's file.
    func onOpen(_ body: @escaping @MainActor (ColleagueFile) -> Void) {
        opener = body
    }

    /// Goes to a place.
    func lead(to destination: Destination) {
        follower(destination)
    }

    /// Sets who goes there.
    func follow(_ body: @escaping @MainActor (Destination) -> Void) {
        follower = body
    }
}

/// Makes the pages of a window.
struct PageFactory {
    let session: ArchiveSession
    let presenter: Presenter
    let files: FileDialogs
    let router: Router
    let memory: WindowMemory

    /// A page for a screen.
    func page(_ screen: Screen) -> any ScreenPage {
        switch screen {
        case .overview: OverviewPage(session: session, go: router.lead)
        case .organisation: OrganisationPage(session: session, presenter: presenter, memory: memory)
        case .plan: PlanPage(session: session, presenter: presenter, go: router.lead, memory: memory)
        case .indicators:
            IndicatorsPage(session: session, presenter: presenter, go: router.lead, memory: memory)
        case .services: ServicesPage(session: session, presenter: presenter, files: files, memory: memory)
        case .projects: ProjectsPage(session: session, presenter: presenter, memory: memory)
        case .findings: FindingsPage(session: session, presenter: presenter, go: router.lead, memory: memory)
        case .allegati:
            AllegatiPage(
                session: session, presenter: presenter, files: files, setup: PrintSetup(memory.printFile),
                memory: memory)
        case .importing: ImportPage(session: session, presenter: presenter, files: files, open: router.open)
        case .history: HistoryPage(session: session, presenter: presenter, memory: memory)
        }
    }
}
