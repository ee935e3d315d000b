import Model
import Testing

@testable import Importing

@Suite("Tables whose cells nothing but a blank parts")
struct UnpartedTablesTests {
    private func read(_ text: String) throws -> ImportProposal {
        try Importer.propose(bytes: Array(text.utf8), file: "a.txt", year: 2024)
    }

    private func facts(_ objective: Objective?) -> [[String]] {
        (objective?.indicators ?? []).map { [$0.name, $0.target.raw, $0.actual.raw, $0.weight.raw, $0.note] }
    }

    @Test func aNameIsWhatStandsBeforeTheFigures() throws {
        let found = try read(
            """
            Obiettivo: Verde urbano
            Settore: Lavori pubblici
            Indicatore Target Consuntivo Peso
            alberi messi a dimora 1.200 1.150 50%
            giorni medi di risposta alle
            segnalazioni 15 12,5 50%

            Obiettivo n. 2 Recupero dell'evasione
            Indicatori Valore atteso Valore raggiunto Note
            avvisi emessi 120 130 in miglioramento
            incassi da accertamento 80.000 € 91.300 €
            """)
        #expect(found.objectives.map(\.title) == ["Verde urbano", "Recupero dell'evasione"])
        #expect(
            facts(found.objectives.first) == [
                ["alberi messi a dimora", "1.200", "1.150", "50%", ""],
                ["giorni medi di risposta alle segnalazioni", "15", "12,5", "50%", ""],
            ])
        #expect(
            facts(found.objectives.last) == [
                ["avvisi emessi", "120", "130", "", "in miglioramento"],
                ["incassi da accertamento", "80.000 €", "91.300 €", "", ""],
            ])
    }

    @Test func figuresPartTextsAndTitlesKeepTheHead() throws {
        let found = try read(
            """
            OBIETTIVO PESO INDICATORE VALORE ATTESO
            SETTORE LAVORI PUBBLICI
            Verde urbano 40 alberi messi a dimora 80
            Manutenzione delle
            strade 60 km asfaltati 12
            SETTORE ANAGRAFE
            Sportello del cittadino 100 giorni medi di risposta 15
            """)
        #expect(
            found.objectives.map { [$0.title, $0.sector, $0.weight?.description ?? ""] } == [
                ["Verde urbano", "LAVORI PUBBLICI", "40"],
                ["Manutenzione delle strade", "LAVORI PUBBLICI", "60"],
                ["Sportello del cittadino", "ANAGRAFE", "100"],
            ])
        #expect(
            found.objectives.flatMap(facts).map { [$0[0], $0[1]] } == [
                ["alberi messi a dimora", "80"], ["km asfaltati", "12"], ["giorni medi di risposta", "15"],
            ])
    }

    @Test func yearsAreColumnsOfSeries() throws {
        let found = try read(
            """
            Output dei servizi

            BIBLIOTECA
            Tipologia 2021 2022 2023
            prestiti 1.200 1.340 1.410
            ore di apertura n.d. 30 36
            """)
        let series = try #require(found.parts.services.first).outputs
        #expect(series.map(\.name) == ["prestiti", "ore di apertura"])
        #expect(series.map { $0.values[2021]?.raw } == ["1.200", "n.d."])
        #expect(series.map { $0.values[2023]?.raw } == ["1.410", "36"])
    }

    /// A missing figure, a name that ends with one, two texts side by side: nothing tells which column is meant.
    @Test(
        arguments: [
            ("Indicatore Target Consuntivo Peso", "avvisi emessi 120 60"),
            ("Indicatore Target Consuntivo Peso", "controlli 24 30 36 40"),
            ("Obiettivo Indicatore Target", "Verde urbano alberi messi a dimora 80"),
            ("Indicatore Target Consuntivo", "avvisi emessi 120"),
            ("Obiettivo 2025", "foglio 2 di 2"),
        ])
    func whatMayBeReadInTwoWaysIsNotTaken(head: String, row: String) throws {
        let found = try read("Obiettivo: Verde urbano\nSettore: Lavori pubblici\n\(head)\n\(row)\n")
        #expect(found.objectives.flatMap(\.indicators).isEmpty)
        #expect(found.unread.contains { $0.text == row })
    }
}
