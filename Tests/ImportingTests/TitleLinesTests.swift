import Foundation
import Model
import Testing

@testable import Importing

@Suite("Titles of objectives with a field beside them, in texts laid out by blanks")
struct TitleLinesTests {
    private func proposal(_ text: String) throws -> ImportProposal {
        try Importer.propose(bytes: [UInt8](text.utf8), file: "piano.txt", year: 2031)
    }

    @Test(
        "Alone above the text and the table of its objective",
        arguments: ["OBIETTIVO 1 - ", "Ob. 1 ", "Obiettivo n. 1: ", "1.1 ", "A1 - "],
        ["PESO: 45%", "Peso 45%", "(peso 45)"])
    func alone(number: String, weight: String) throws {
        let card = { (title: String, weight: String, name: String) in
            """
            \(title)        \(weight)
            Descrizione: estendere il servizio.

            N.   Indicatore                 Target annuo    Consuntivo
            1    \(name)           180             164
            2    ore erogate                22.000          10.450

            """
        }
        let second = number.replacing("1", with: "2")
        let text =
            "Comune di Prova\nPiano 2031\n\n"
            + card(number + "Potenziare l'assistenza", weight, "utenti in carico")
            + "\n"
            + card(
                second + "Aprire il centro diurno", weight.replacing("45", with: "55"), "giorni d'apertura")
        let proposal = try proposal(text)
        let objectives = proposal.parts.plan?.objectives ?? []
        #expect(objectives.map(\.title) == ["Potenziare l'assistenza", "Aprire il centro diurno"])
        #expect(objectives.map { $0.weight.map(String.init(describing:)) } == ["45", "55"])
        #expect(
            objectives.map { $0.indicators.map(\.target.raw) } == [["180", "22.000"], ["180", "22.000"]])
        #expect(proposal.unread.isEmpty)
    }

    @Test("Right above the table, whose columns part the field from its label")
    func above() throws {
        let proposal = try proposal(
            """
            PIANO DELLA PERFORMANCE 2031-2033

            Ob. 2.1  Messa in sicurezza delle scuole                                      Peso 35%
               Indicatore                                   U.M.   2030 (base)   2031   2032   2033   Peso
               Edifici con certificato antincendio          n.     4             6      9      12     60%
               Interventi conclusi nei termini              %      70            80     90     95     40%

            Ob. 2.2  Manutenzione programmata delle strade                                Peso 65%
               Indicatore                                   U.M.   2030 (base)   2031   2032   2033   Peso
               Km di strade riasfaltate                     km     8,5           10     12     14,5   50%
               Tempo medio di chiusura delle buche          gg     12            <= 10  <= 8   <= 7   50%

            """)
        let objectives = proposal.parts.plan?.objectives ?? []
        #expect(objectives.map(\.code) == ["2.1", "2.2"])
        #expect(objectives.map { $0.weight.map(String.init(describing:)) } == ["35", "65"])
        #expect(objectives.map { $0.indicators.map(\.target.raw) } == [["6", "80"], ["10", "<= 10"]])
        #expect(objectives.map { $0.indicators.map(\.weight.raw) } == [["60%", "40%"], ["50%", "50%"]])
    }
}
