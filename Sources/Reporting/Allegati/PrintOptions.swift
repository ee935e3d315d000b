import Localization
import Model

/// The documents that are printed.
public enum PrintKind: String, Hashable, Sendable, CaseIterable {
    /// The state of the plan of objectives.
    case allegatoB = "allegato-b"
    /// The maps of the services.
    case allegatoC = "allegato-c"
    /// The cards of the plan (PIAO 2.2).
    case piano
    /// The projects of organisational performance.
    case progetti
    /// The report on the performance.
    case relazione
}

/// What is chosen before printing.
public struct PrintOptions: Hashable, Sendable {
    /// People's names are left out.
    public var isAnonymous = false
    /// The coat of arms, as the bytes of a PNG image.
    public var emblem: [UInt8]?
    /// The day that stands in the file as its date.
    public var date: CalendarDate?
    /// The language of the document's own words.
    public var language = Language.italian
    /// Small charts of the series stand in the maps of the services.
    public var hasCharts = true

    /// The usual choices.
    public init() {}
}

/// Why a document cannot be printed.
public enum PrintError: Error, Hashable {
    /// There is no plan of that year.
    case noPlan(year: Int)
    /// There are no projects of that year.
    case noProjects(year: Int)
    /// There is no map of a service.
    case noServices
    /// The maps of the services have nothing of that year.
    case noServiceYear(year: Int, known: [Int])
}

extension ReportDocument {
    /// The document of a kind from an archive's content.
    ///
    /// Throws `PrintError` where the archive has nothing of the kind for that year.
    public init(
        _ kind: PrintKind, of content: ArchiveContent, year: Int, options: PrintOptions = PrintOptions()
    ) throws {
        let session = PrintContext(content: content, year: year, options: options)
        self = try Localization.with(options.language) {
            switch kind {
            case .allegatoB: try AllegatoB(session).document()
            case .allegatoC: try AllegatoC(session).document()
            case .piano: try PlanCards(session).document()
            case .progetti: try ProjectsAnnex(session).document()
            case .relazione: try AnnualReport(session).document()
            }
        }
    }
}
