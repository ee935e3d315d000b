import Foundation
import Model
import Testing

@testable import Importing

@Suite("Ways of laying out services and projects")
struct ServiceLayoutsTests {
    private func propose(_ text: String, _ file: String) throws -> ImportProposal {
        try Importer.propose(bytes: [UInt8](text.utf8), file: file, year: 2031)
    }

    @Test("Services named behind a label, one below the other: each has its own figures")
    func labelledNames() throws {
        let service = { (name: String, rows: String, users: String) in
            """
            Servizio: \(name)
            Descrizione: quello che fa
            Modalità di gestione: diretta

              Output                        2029       2030
            \(rows)

              Utenti                        2029       2030
            \(users)

            """
        }
        let proposal = try propose(
            "MAPPA DEI SERVIZI\n\nSettore: Cultura\n"
                + service(
                    "Biblioteca civica", "  Prestiti                      13.012     13.870",
                    "  Iscritti                      5.120      5.344")
                + "\n"
                + service(
                    "Museo civico", "  Mostre temporanee             6          7",
                    "  Visitatori                    18.450     19.002"),
            "mappe.txt")
        #expect(proposal.parts.services.map(\.name) == ["Biblioteca civica", "Museo civico"])
        #expect(
            proposal.parts.services.map { $0.outputs.map(\.name) } == [["Prestiti"], ["Mostre temporanee"]])
        #expect(proposal.parts.services.map { $0.users.map(\.name) } == [["Iscritti"], ["Visitatori"]])
    }

    @Test(
        "Figures under «Consuntivo» with their years", arguments: ["Consuntivo", "Dato", "Valore realizzato"])
    func actualYears(word: String) throws {
        let proposal = try propose(
            """
            Codice;Servizio erogato;Output;Unità di misura;\(word) 2028;\(word) 2029;\(word) 2030;Note
            D01;Anagrafe;Carte d'identità;n.;4.388;4.512;4.690;
            D02;Stato civile;Atti di nascita;n.;412;398;377;di cui 40 esteri

            """, "servizi.csv")
        #expect(proposal.parts.services.map(\.name) == ["Anagrafe", "Stato civile"])
        let values = proposal.parts.services.flatMap(\.outputs).map { $0.values.mapValues(\.raw) }
        #expect(values.first == [2028: "4.388", 2029: "4.512", 2030: "4.690"])
        #expect(values.last == [2028: "412", 2029: "398", 2030: "377"])
    }

    @Test("Projects by letters, each with its money and what it is measured by")
    func letteredProjects() throws {
        let proposal = try propose(
            """
            PROGETTI DI PERFORMANCE 2031

            PROGETTO A) "Estate sicura"
            Settore proponente: Polizia locale
            Finalità: aumentare i controlli
            Risorse assegnate: euro 8.400,00
            Indicatore di risultato: servizi serali
            Valore atteso: 90

            PROGETTO B) "Anagrafe senza code"
            Settore proponente: Servizi demografici
            Finalità: ridurre l'attesa
            Risorse assegnate: euro 3.250,00
            Indicatore di risultato: minuti di attesa
            Valore atteso: 12

            """, "progetti.txt")
        let projects = proposal.parts.projects?.projects ?? []
        #expect(projects.map(\.title) == ["Estate sicura", "Anagrafe senza code"])
        #expect(projects.map(\.number) == ["A", "B"])
        #expect(projects.map { $0.ownResources?.net.number } == [ExactDecimal(8400), ExactDecimal(3250)])
    }
}
