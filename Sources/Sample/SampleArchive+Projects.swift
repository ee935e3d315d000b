import Foundation
import Model

extension SampleArchive {
    /// The performance projects; a gross amount and the total of third parties are wrong.
    static func projects() -> ProjectBook {
        var book = ProjectBook(id: UUID(naming: ["sample", "projects"]), year: year)
        book.legalBasis = "CCNL Funzioni Locali 2022-2024, art. 59, comma 2"
        book.projects = projectTable.enumerated().map(project)
        book.printedOwnTotal = ReportedValue(reading: "31.500,00", as: .euro)
        book.printedThirdPartyTotal = ReportedValue(reading: "24.850,00", as: .euro)
        return book
    }

    private typealias Row = (
        scope: String, title: String, dup: String, description: String, own: String, third: String,
        gross: String, funder: String, result: String
    )

    private static func project(_ position: Int, _ row: Row) -> PerformanceProject {
        var project = PerformanceProject(
            id: UUID(naming: ["sample", "project", row.title]), title: row.title)
        project.number = "\(position + 1)"
        project.scope = row.scope
        project.dupReferences = row.dup.isEmpty ? [] : [row.dup]
        project.description = row.description
        let gross = row.gross.isEmpty ? nil : ReportedValue(reading: row.gross, as: .euro)
        if !row.own.isEmpty {
            project.ownResources = ProjectAmount(
                net: ReportedValue(reading: row.own, as: .euro), gross: gross)
        } else if !row.third.isEmpty {
            project.thirdPartyResources = ProjectAmount(
                net: ReportedValue(reading: row.third, as: .euro), gross: gross)
        }
        project.typeOrFunder = row.funder
        project.expectedResult = row.result
        return project
    }

    private static let projectTable: [Row] = [
        (
            "Ente", "Inventario dei beni per la contabilità economica", "2.1.4",
            "Rilevazione sul posto dei beni mobili e immobili e loro registrazione nel nuovo inventario.",
            "12.000,00", "", "", "Nuovo", "Tutti i beni rilevati e valutati entro il 31 dicembre."
        ),
        (
            "Settore Servizi alla persona", "Biblioteca aperta la sera", "4.2.1",
            "Apertura della biblioteca fino alle 22 il martedì e il giovedì con iniziative per i giovani.",
            "8.500,00", "", "", "Miglioramento", "Almeno 80 serate di apertura e 4.000 presenze."
        ),
        (
            "Settore Affari generali", "Sportello digitale nei quartieri", "1.3.2",
            "Presenza a turno nei quattro quartieri per aiutare a usare i servizi in linea.",
            "6.000,00", "", "", "Nuovo", "Novanta mattine di sportello e 1.200 persone aiutate."
        ),
        (
            "Settore Polizia locale", "Pattuglie nei fine settimana estivi", "5.1.1",
            "Servizi serali aggiuntivi da giugno a settembre nelle aree di ritrovo.",
            "5.000,00", "", "", "Miglioramento", "Cinquanta servizi serali oltre quelli ordinari."
        ),
        (
            "Settore Servizi alla persona", "Coordinamento dell'ambito sociale", "4.4.1",
            "Coordinamento del piano di zona per i sei comuni dell'ambito.",
            "", "9.070,29", "12.000,00", "Azienda sociale",
            "Piano di zona approvato e rendicontato nei tempi."
        ),
        (
            "Settore Polizia locale", "Controlli contro la guida in stato di ebbrezza", "5.1.3",
            "Controlli notturni finanziati dalla Regione nei mesi da ottobre a dicembre.",
            "", "15.000,00", "19.485,00", "Regione", "Venti servizi notturni e 600 conducenti controllati."
        ),
    ]
}
