import Testing

@testable import Importing

@Suite("Titles of a map that are header words as well")
struct MapTitleRegressionTests {
    @Test func theTitleOfTheCentralElementBelowTheContentIsNoRemark() throws {
        let text = """
            SERVIZIO: PROVA
            RESPONSABILE: UFFICIO

            Contenuto del Servizio (che cosa erogo?)

            1) Elemento centrale

            Elemento\tDescrizione
            Sportello\tRisponde alle domande

            2) Elementi accessori

            Elementi accessori\tDescrizione
            Avvisi\tPer posta elettronica

            Output del Servizio

            Tipologia\tQuantità\t
            \t31/12/2023\t31/12/2024
            Risposte\t10\t12

            """
        let proposal = try Importer.propose(bytes: Array(text.utf8), file: "prova.txt", kind: .mappe)
        let map = try #require(proposal.parts.services.first)
        #expect(map.remarks.isEmpty)
        #expect(map.elements.map(\.name) == ["Sportello"])
        #expect(map.accessoryElements.map(\.name) == ["Avvisi"])
        #expect(map.outputs.map(\.name) == ["Risposte"])
        #expect(proposal.lines.unread == 0)
    }
}
