import Localization
import Model

/// Allegato C: the maps of the services.
struct AllegatoC {
    private let desk: PrintDesk

    /// The maps in an archive, as at a year.
    init(_ desk: PrintDesk) {
        self.desk = desk
    }

    /// The document. Throws where there is no map.
    func document() throws -> ReportDocument {
        let services = desk.content.services.services
        guard !services.isEmpty else { throw PrintError.noServices }
        return desk.document(
            kicker: tr("Annex C"), title: tr("Maps of the services, their outputs and users"), depth: 1,
            sections: services.map { ServiceMapSection($0, options: desk.options).section() })
    }
}
