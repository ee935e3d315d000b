import Localization
import Model

/// Allegato C: the maps of the services.
struct AllegatoC {
    private let content: ArchiveContent
    private let year: Int
    private let options: PrintOptions

    /// The maps in an archive, as at a year.
    init(_ content: ArchiveContent, year: Int, options: PrintOptions) {
        self.content = content
        self.year = year
        self.options = options
    }

    /// The document. Throws where there is no map.
    func document() throws -> ReportDocument {
        let services = content.services.services
        guard !services.isEmpty else { throw PrintError.noServices }
        let title = tr("Maps of the services, their outputs and users")
        let contents = ReportSection(
            tr("Contents"), orientation: .portrait,
            blocks: [.heading(Heading(1, tr("Contents"), unlisted: true)), .contents(depth: 1)])
        return ReportDocument(
            titlePage: TitlePage(
                municipality: content.municipality.name, kicker: tr("Annex C"), title: title,
                subtitle: String(year), emblem: options.emblem),
            sections: [contents]
                + services.map { ServiceMapSection($0, options: options).section() },
            metadata: DocumentMetadata(
                title: "\(title) \(year)", author: content.municipality.name,
                subject: tr("Annex C"), date: options.date),
            language: options.language.rawValue)
    }
}
