import Model
import Testing

@testable import Importing

@Suite("Objectives as a list of codes and titles")
struct ObjectiveListTests {
    private func proposal(_ text: String) throws -> ImportProposal {
        try Importer.propose(bytes: Array(text.utf8), file: "prova.txt")
    }

    @Test("Codes with titles under a heading, activities as items, wrapped lines whole")
    func list() throws {
        let found = try proposal(
            """
            SISTEMA DI VALUTAZIONE

                              SETTORE RISORSE
            COMUNE DI PROVA
                                           PDO 2031/2033

            DESCRIZIONE OBIETTIVI
            SERVIZIO BILANCIO
            01.01 Tenere i conti in ordine
            per tutti gli uffici.
            - Esame delle somme rimaste al 31 dicembre 2030 prima
            del bilancio.
            - Nuovo documento.
            01.02 Ridurre i tempi dei pagamenti.
            - Controllo delle fatture
            """)
        #expect(found.objectives.map(\.code) == ["01.01", "01.02"])
        #expect(found.objectives.first?.title == "Tenere i conti in ordine per tutti gli uffici.")
        // A service within the sector has no field of its own.
        #expect(found.objectives.map(\.sector) == ["RISORSE", "RISORSE"])
        #expect(found.unread.contains { $0.text == "SERVIZIO BILANCIO" })
        #expect(found.objectives.map { $0.phases.count } == [2, 1])
        #expect(found.objectives.first?.phases.first?.spans.isEmpty == true)
        #expect(found.parts.year == 2031)
        #expect(found.parts.municipalityName == "Comune di Prova")
    }

    @Test("Numbered chapters of a text are no objectives")
    func chapters() throws {
        let found = try proposal(
            """
            Relazione sulla performance 2031

            1.1 Presentazione della relazione
            La relazione descrive gli obiettivi.
            1.2 Contesto esterno e interno
            Il contesto è quello di sempre.
            """)
        #expect(found.objectives.isEmpty)
    }
}
