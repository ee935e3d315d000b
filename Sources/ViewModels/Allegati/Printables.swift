import Localization
import Model
import Reporting

/// What can be printed.
public enum Printables {
    /// The documents that `content` has something for in `year`.
    public static func kinds(of content: ArchiveContent, year: Int) -> [PrintKind] {
        PrintKind.allCases.filter { kind in
            switch kind {
            case .allegatoB, .piano, .relazione: !(content.plans[year]?.lines.isEmpty ?? true)
            case .allegatoC: content.services.hasData(of: year)
            case .progetti: !(content.projects[year]?.projects.isEmpty ?? true)
            }
        }
    }
}

extension PrintKind {
    /// The document's name on screen.
    public var title: String {
        switch self {
        case .allegatoB: tr("Annex B: state of the objectives")
        case .allegatoC: tr("Annex C: maps of the services")
        case .piano: tr("Cards of the plan (PIAO 2.2)")
        case .progetti: tr("Performance projects")
        case .relazione: tr("Report on the performance")
        }
    }
}
