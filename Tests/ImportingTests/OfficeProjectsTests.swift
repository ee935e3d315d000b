import Model
import Reading
import Testing

@testable import Importing

/// Cards of projects with the labels, numbers and shapes that offices give them.
@Suite("Projects as offices lay them out")
struct OfficeProjectsTests {
    private func read(_ rows: [String]) -> [String] {
        facts(Importer.propose(workbook([("Foglio1", rows)]), file: "a.xlsx"))
    }

    private func read(text: String) throws -> [String] {
        facts(try Importer.propose(bytes: Array(text.utf8), file: "a.txt"))
    }

    /// Number, title, scope, description, kind, result and money of each project.
    private func facts(_ proposal: ImportProposal) -> [String] {
        (proposal.parts.projects?.projects ?? []).map { project in
            [
                project.number, project.title, project.scope, project.description, project.typeOrFunder,
                project.expectedResult, project.ownResources?.net.raw ?? "",
            ].joined(separator: "|")
        }
    }

    @Test("What the project is for stands below its title, its number in the line above the card")
    func descriptionBelowTheTitle() throws {
        let card = { (number: Int, title: String, money: String) in
            """
            Comune di Prova al Colle – Progetto di miglioramento n. \(number) – anno 2026
            Titolo\t\(title)
            Settore\tVerde pubblico
            Tipologia\tMiglioramento
            Descrizione del progetto\tAprire gli orti anche di sera.
            Risultati attesi e indicatori\tAlmeno 40 aperture
            Importo assegnato\t\(money)

            """
        }
        #expect(
            try read(
                text: card(1, "Orti di sera", "€ 4.850,00"))
                == [
                    "1|Orti di sera|Verde pubblico|Aprire gli orti anche di sera.|Miglioramento|Almeno 40 aperture|€ 4.850,00"
                ])
    }

    @Test("The title behind the name in capitals is none of the municipality’s")
    func titleBehindTheName() throws {
        let text = """
            COMUNE DI PROVA AL COLLE PROGETTI OBIETTIVO ANNO 2026

            PROGETTO N. 1: Orti di sera
            SETTORE: Verde pubblico
            FINALITÀ: Aprire gli orti anche di sera.
            RISULTATO ATTESO: Almeno 40 aperture
            RISORSE ASSEGNATE: € 4.850,00
            """
        #expect(
            try read(text: text) == [
                "1|Orti di sera|Verde pubblico|Aprire gli orti anche di sera.||Almeno 40 aperture|€ 4.850,00"
            ])
        #expect(
            try Importer.propose(bytes: Array(text.utf8), file: "a.txt").parts.municipalityName
                == "Comune di Prova al Colle")
    }
}
