import Localization
import ViewModels

extension Screen {
    /// The name in the navigation.
    var title: String {
        switch self {
        case .overview: trc("screen", "Overview")
        case .plan: trc("screen", "Plan")
        case .indicators: trc("screen", "Indicators")
        case .services: trc("screen", "Services")
        case .projects: trc("screen", "Projects")
        case .organisation: trc("screen", "Organisation")
        case .findings: trc("screen", "Checks")
        case .allegati: trc("screen", "Annexes")
        case .importing: trc("screen", "Import")
        case .history: trc("screen", "History")
        }
    }

    /// The icon beside the name.
    var icon: String {
        switch self {
        case .overview: "view-app-grid-symbolic"
        case .plan: "view-list-symbolic"
        case .indicators: "view-grid-symbolic"
        case .services: "system-users-symbolic"
        case .projects: "emblem-documents-symbolic"
        case .organisation: "x-office-address-book-symbolic"
        case .findings: "dialog-warning-symbolic"
        case .allegati: "document-print-symbolic"
        case .importing: "document-open-symbolic"
        case .history: "document-open-recent-symbolic"
        }
    }
}
