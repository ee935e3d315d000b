import Localization
import Model

/// Allegato C: the maps of the services.
struct AllegatoC {
    private let session: PrintContext

    /// The maps in an archive, as at a year.
    init(_ session: PrintContext) {
        self.session = session
    }

    /// The document. Throws where there is no map, or none with anything of the year.
    func document() throws -> ReportDraft {
        let services = session.content.services.services
        guard !services.isEmpty else { throw PrintError.noServices }
        guard session.content.services.hasData(of: session.year) else {
            throw PrintError.noServiceYear(
                year: session.year, known: session.content.services.reportedYears)
        }
        return session.document(
            kicker: tr("Annex C"), title: tr("Maps of the services, their outputs and users"), depth: 1,
            sections: try sections(level: 1))
    }

    /// A section a map, its heading at a level. Throws where no map is of the sector that was chosen.
    func sections(level: Int) throws -> [SectionMaker] {
        let all = session.content.services.services
        let chosen = all.filter { map in
            session.options.sector.map { map.sector.comparisonKey.contains($0.comparisonKey) } ?? true
        }
        guard !chosen.isEmpty else {
            throw PrintError.nothingChosen(
                wanted: session.options.sector ?? "",
                known: Set(all.map(\.sector)).filter { !$0.isEmpty }.sorted())
        }
        return chosen.map { map in
            SectionMaker { ServiceMapSection(map, level: level, session: session).section() }
        }
    }
}
