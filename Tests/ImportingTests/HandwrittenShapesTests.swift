import Model
import ReadingFormats
import Testing

@testable import Importing

/// Documents as offices write them by hand, with the freedom that no suite gives.
@Suite("Cards, lists and tables written by hand")
struct HandwrittenShapesTests {
    private func read(_ text: String, _ name: String = "a.txt") throws -> ImportProposal {
        try Importer.propose(bytes: Array(text.utf8), file: name)
    }

    /// The indicators of all objectives: name, target and actual as written.
    private func facts(_ found: ImportProposal) -> [[String]] {
        found.objectives.flatMap(\.indicators).map { [$0.name, $0.target.raw, $0.actual.raw] }
    }

    @Test func anEmptyFirstCellOfAnOpenTableIsACell() throws {
        let found = try read(
            """
            Relazione sulla performance 2023

            Responsabile | Obiettivo | Indicatore | Target | Consuntivo | Peso
            dott. Neri | Piano del verde | Alberi piantati | 40 | 52 | 60
             |  | Potature; sfalci | 10 | 9 | 40
             | Raccolta differenziata | Quartieri serviti | 5 | 5 | 100
            """)
        #expect(
            found.objectives.map { [$0.title, $0.head] } == [
                ["Piano del verde", "dott. Neri"], ["Raccolta differenziata", "dott. Neri"],
            ])
        #expect(
            facts(found) == [
                ["Alberi piantati", "40", "52"], ["Potature; sfalci", "10", "9"],
                ["Quartieri serviti", "5", "5"],
            ])
    }

    @Test func closedTablesKeepTheirCells() throws {
        let found = try read(
            """
            Relazione sulla performance 2023

            | Obiettivo | Indicatore | Target | Consuntivo |
            | Verde | Alberi | 40 | 52 |
            | | Potature | 10 | 9 |
            """)
        #expect(facts(found) == [["Alberi", "40", "52"], ["Potature", "10", "9"]])
        #expect(found.objectives.map(\.title) == ["Verde"])
    }

    @Test func itemsOfACellGoByTheirNumbers() throws {
        let document = try FormatReader.read(
            Array(
                """
                <html><body><p>Piano degli obiettivi 2024</p><table>
                <tr><th>Obiettivo</th><th>Indicatori</th><th>Target</th><th>Peso</th></tr>
                <tr><td>Strade</td><td>1. km asfaltati<br>2. tempi medi di<br>intervento</td><td>1. 12<br>2. 5 gg</td>
                <td>100</td></tr></table></body></html>
                """.utf8), budget: .standard)
        let found = Importer.propose(document, file: "a.html")
        #expect(facts(found) == [["km asfaltati", "12", ""], ["tempi medi di intervento", "5 gg", ""]])
    }

    @Test func aYearBeforeTheTargetsIsWhereTheIndicatorStartsFrom() throws {
        let found = try read(
            """
            Piano della performance 2024-2026

            Obiettivo operativo: 1.1 Raccolta porta a porta
            Responsabile: Settore Ambiente
            Indicatore\tU.M.\tValore 2023\tTarget 2024\tTarget 2025
            Utenze servite\tn.\t4.200\t5.000\t6.000
            """)
        let objective = try #require(found.objectives.first)
        #expect([objective.code, objective.title] == ["1.1", "Raccolta porta a porta"])
        #expect([objective.sector, objective.head] == ["Settore Ambiente", ""])
        let indicator = try #require(objective.indicators.first)
        #expect([indicator.baseline?.raw, indicator.actual.raw] == ["4.200", ""])
        #expect(indicator.target.raw == "5.000")
    }

    @Test func whatACardWithoutIndicatorsReachedIsItsObjectives() throws {
        let found = try read(
            """
            Stato di attuazione degli obiettivi al 31/12/2023

            UFFICIO TRIBUTI

            OBIETTIVO: Recupero dell'evasione
            RISULTATO ATTESO: 300 avvisi entro il 31/12
            RISULTATO CONSEGUITO: 312 avvisi notificati

            OBIETTIVO: Sportello su appuntamento
            RISULTATO ATTESO: attivazione entro giugno
            RISULTATO CONSEGUITO: attivato a settembre
            """)
        #expect(
            facts(found) == [
                ["Recupero dell'evasione", "300 avvisi entro il 31/12", "312 avvisi notificati"],
                ["Sportello su appuntamento", "attivazione entro giugno", "attivato a settembre"],
            ])
    }

    @Test func indicatorsOfAnOfficeWithoutObjectivesAreUnderIt() throws {
        let found = try read(
            """
            Carta della qualità dei servizi - Rilevazione 2023

            SERVIZIO ANAGRAFE
            Dimensione\tIndicatore\tValore garantito\tValore rilevato
            Tempestività\tgiorni per il rilascio\t1\t1
            Trasparenza\t% procedimenti pubblicati\t100%\t95%

            SERVIZIO BIBLIOTECA
            Dimensione\tIndicatore\tValore garantito\tValore rilevato
            Accessibilità\tore settimanali\t36\t35
            """)
        #expect(found.objectives.map(\.title) == ["ANAGRAFE", "BIBLIOTECA"])
        #expect(
            facts(found) == [
                ["giorni per il rilascio", "1", "1"], ["% procedimenti pubblicati", "100%", "95%"],
                ["ore settimanali", "36", "35"],
            ])
    }

    @Test func valuesOnALineKeepTheirSigns() throws {
        let found = try read(
            """
            Relazione sullo stato di attuazione del PDO 2023

            AREA FINANZIARIA (Responsabile rag. Conti)

            OBIETTIVO N. 1 - TEMPI DI PAGAMENTO
            PESO: 40/100
            Indicatori:
             - indice di tempestività: atteso <= 0; realizzato -5,2
             - somme incassate: atteso € 120,50; realizzato € 98,00
            Grado di raggiungimento: 100%
            """)
        let objective = try #require(found.objectives.first)
        #expect([objective.code, objective.title] == ["1", "TEMPI DI PAGAMENTO"])
        #expect([objective.sector, objective.head] == ["FINANZIARIA", "rag. Conti"])
        #expect(
            facts(found) == [
                ["indice di tempestività", "<= 0", "-5,2"], ["somme incassate", "€ 120,50", "€ 98,00"],
            ])
    }

    @Test func phasesHaveColumnsBesideTheIndicators() throws {
        let found = try read(
            """
            OBIETTIVI 2024

            Ob.\tTitolo\tFasi\tTempi\tIndicatore\tTarget
            1\tAccesso agli atti\tBozza\t31/03\tApprovazione\tentro 30/06
            \t\tConsiglio\t30/06
            2\tAlbo associazioni\tAvviso\t30/04\tIscritte\t40
            """)
        #expect(found.objectives.map { $0.phases.map(\.title) } == [["Bozza", "Consiglio"], ["Avviso"]])
        let month = Month(year: 2024, number: 3)
        #expect(found.objectives.first?.phases.first?.spans == [MonthSpan(from: month, to: month)])
        #expect(found.objectives.first?.due == nil)
        #expect(!found.findings(.columnUnknown).contains { $0.written == "Fasi" })
    }

    @Test func whereARowHasNoPhaseTheTimeIsTheObjectives() throws {
        let found = try read(
            """
            OBIETTIVI 2024

            Ob.\tTitolo\tFasi\tTempi\tIndicatore\tTarget
            1\tAccesso agli atti\tBozza\t31/03\tApprovazione\tentro 30/06
            2\tAlbo associazioni\t\t30/09/2024\tIscritte\t40
            """)
        #expect(found.objectives.map { $0.due?.raw } == [nil, "30/09/2024"])
    }

    @Test func headsThatDifferNameTheirServices() throws {
        let found = try read(
            """
            Servizi a domanda individuale - consuntivi

            ASILO NIDO            A.S. 2021/22   A.S. 2022/23
            Posti                 60             65
            Iscritti              58             65

            MENSA SCOLASTICA      A.S. 2021/22   A.S. 2022/23
            Pasti serviti         45.200         47.850
            """)
        #expect(found.parts.services.map(\.name) == ["ASILO NIDO", "MENSA SCOLASTICA"])
        #expect(found.parts.services.first?.outputs.first?.years == [2021, 2022])
        #expect(found.findings(.yearAssumed).contains { $0.written == "A.S. 2021/22" })
    }

    @Test func anExportWithShortHeadsIsUnderstood() throws {
        let found = try read(
            """
            ID_OBIETTIVO;COD_SETTORE;DES_SETTORE;DES_OBIETTIVO;ID_INDICATORE;DES_INDICATORE;VAL_ATTESO;VAL_RILEVATO;PESO_IND;PESO_OB;ANNO
            1001;S01;Affari generali;Archivio digitale;5001;Fascicoli digitalizzati;1200;1350;60;40;2023
            1001;S01;Affari generali;Archivio digitale;5002;Giorni di ricerca;2;1,5;40;40;2023
            1002;S02;Tecnico;Piano strade;5003;Km asfaltati;10;9,2;100;60;2023
            """, "a.csv")
        #expect(
            found.objectives.map { [$0.sector, $0.title] } == [
                ["Affari generali", "Archivio digitale"], ["Tecnico", "Piano strade"],
            ])
        #expect(found.objectives.map(\.weight) == [ExactDecimal(40), ExactDecimal(60)])
        #expect(
            facts(found) == [
                ["Fascicoli digitalizzati", "1200", "1350"], ["Giorni di ricerca", "2", "1,5"],
                ["Km asfaltati", "10", "9,2"],
            ])
    }

    @Test(
        "What is no plan gives none",
        arguments: [
            """
            COMUNE DI PROVA
            DELIBERAZIONE DELLA GIUNTA N. 45 del 12/03/2024
            OGGETTO: Approvazione del Piano della performance 2024-2026.
            Considerato che l'indicatore di tempestività è pari a -5,20;
            """,
            """
            Bilancio di previsione 2024-2026

            Titolo\tDescrizione\tPrevisione 2024\tPrevisione 2025
            1\tEntrate tributarie\t4.500.000,00\t4.550.000,00
            2\tTrasferimenti\t800.000,00\t750.000,00
            """,
        ])
    func otherDocuments(text: String) throws {
        let found = try read(text)
        #expect(found.objectives.isEmpty)
        #expect(found.parts.plan == nil)
    }

    @Test func anOfficeOnTheLineOverATableIsItsOffice() throws {
        let document = try FormatReader.read(
            Array(
                """
                <html><body><p>Obiettivi 2024</p><p>Settore I - Segreteria</p><table>
                <tr><td>Ob.</td><td>Titolo</td><td>Indicatore</td><td>Target</td></tr>
                <tr><td>1</td><td>Accesso agli atti</td><td>Regolamenti</td><td>1</td></tr></table></body></html>
                """.utf8), budget: .standard)
        let found = Importer.propose(document, file: "a.html")
        #expect(found.objectives.map(\.sector) == ["I - Segreteria"])
    }

    @Test("A part of a form that nobody knows ends the part above it")
    func recurringHeadings() throws {
        let cards = ["Verde", "Strade", "Scuole"].map { name in
            """
            obiettivo operativo

            \(name) in ordine nel nuovo anno

            Fasi e tempi

            - analisi: GENNAIO - MARZO

            Ricadute attese

            Meno reclami per l'ufficio dei cittadini.

            indicatore di efficacia

            numero di \(name.lowercased()) curate

            dimensione attesa

            10
            """
        }
        let found = try Importer.propose(
            bytes: Array(("Piano della performance 2024\n\n" + cards.joined(separator: "\n\n")).utf8),
            file: "a.txt", kind: .piano)
        #expect(found.objectives.map { $0.phases.map(\.title) } == [["analisi"], ["analisi"], ["analisi"]])
        #expect(found.objectives.allSatisfy { $0.note.hasPrefix("Ricadute attese") })
        #expect(found.objectives.flatMap(\.indicators).map(\.target.raw) == ["10", "10", "10"])
    }
}
