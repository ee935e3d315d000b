import Model
import ReadingFormats
import Testing

@testable import Importing

@Suite("Lists, prospects and cards as offices publish them")
struct PublishedShapesTests {
    private func read(_ text: String, _ name: String = "a.txt") throws -> ImportProposal {
        try Importer.propose(bytes: Array(text.utf8), file: name)
    }

    /// The indicators of all objectives: name, target and actual as written.
    private func facts(_ found: ImportProposal) -> [[String]] {
        found.objectives.flatMap(\.indicators).map { [$0.name, $0.target.raw, $0.actual.raw] }
    }

    @Test func aCountedProspectHasItsLinesJoinedAndItsCodesUnderTheHeadOfObjectives() throws {
        let found = try read(
            """
                    PROSPETTO DEL GRADO DI RAGGIUNGIMENTO DEGLI OBIETTIVI
                                       ANNO 2023

            N.   Dipartimento              Obiettivo    Obiettivo    DESCRIZIONE              Scadenza     Indicatore                          % di ragg.
                                           strategico   operativo

            1    TECNICO / PATRIMONIO      0101         01010601     VERIFICA DELLO STATO     31.12.2023   Redatti i fascicoli di tutti gli    100
                 / AMBIENTE                                          DEGLI IMMOBILI                        immobili ad alta frequentazione
                                                                     COMUNALI
            2    SERVIZI ALLA PERSONA      0203         02030101     APERTURA SERALE DELLA    30.09.2023   Aperture serali: 60                 84
                                                                     BIBLIOTECA
            """)
        #expect(
            found.objectives.map { [$0.code, $0.title, $0.sector] } == [
                [
                    "01010601", "VERIFICA DELLO STATO DEGLI IMMOBILI COMUNALI",
                    "TECNICO / PATRIMONIO / AMBIENTE",
                ], ["02030101", "APERTURA SERALE DELLA BIBLIOTECA", "SERVIZI ALLA PERSONA"],
            ])
        #expect(found.objectives.flatMap(\.indicators).map { $0.printed.achievement?.raw } == ["100", "84"])
    }

    @Test func theListOfObjectivesAndTheirCardsAreTheSameObjectives() throws {
        let found = try read(
            """
            Piano degli obiettivi 2024

            Obiettivi                                                    Peso
            n. 1 Esercitazione sul rischio idraulico (di gruppo)         20
            n. 2 Trasparenza                                             30
            n. 3 Biblioteca                                              50

            Attività obiettivo n. 1
            Esercitazione sul rischio idraulico

            N.   Descrizione attività               G  F  M  A  M  G  L  A  S  O  N  D
            1    Preparazione                       x  x  x  x
            2    Relazione finale                               x  x

            Attività obiettivo n. 2
            Trasparenza

            N.   Descrizione attività               G  F  M  A  M  G  L  A  S  O  N  D
            1    Aggiornamento del sito             x  x  x  x  x  x  x  x  x  x  x  x
            """)
        #expect(
            found.objectives.map { [$0.code, $0.title, $0.weight?.description ?? ""] } == [
                ["1", "Esercitazione sul rischio idraulico", "20"], ["2", "Trasparenza", "30"],
                ["3", "Biblioteca", "50"],
            ])
        let phases = found.objectives.map { $0.phases.map { [$0.title, $0.timing] } }
        #expect(
            phases == [
                [
                    ["Preparazione", "gennaio, febbraio, marzo, aprile"],
                    ["Relazione finale", "maggio, giugno"],
                ],
                [
                    [
                        "Aggiornamento del sito",
                        "gennaio, febbraio, marzo, aprile, maggio, giugno, luglio, agosto, settembre, ottobre, novembre, dicembre",
                    ]
                ], [],
            ])
    }

    @Test func whatWasReachedTheYearBeforeIsTheBaseline() throws {
        let found = try read(
            """
            Comune di Montelago;;;;;
            Quadro degli obiettivi 2021;;;;;
            Obiettivo;Indicatore;Peso obiettivo;Consuntivo 2020;Preventivo 2021;Consuntivo 2021
            Recupero dell'evasione;Avvisi emessi;60;85;100;110
            Manutenzione delle strade;Km asfaltati;40;8,5;12;12,4
            """, "a.csv")
        #expect(facts(found) == [["Avvisi emessi", "100", "110"], ["Km asfaltati", "12", "12,4"]])
        #expect(found.objectives.flatMap(\.indicators).map { $0.baseline?.raw } == ["85", "8,5"])
    }

    @Test func aShareBelowSeveralIndicatorsIsNotThatOfTheLast() throws {
        let found = try read(
            """
            RELAZIONE SULLA PERFORMANCE - ANNO 2022

            AREA 1 - AFFARI GENERALI
            Responsabile: dott.ssa E. F.

            OBIETTIVO N. 1
            Titolo: Riordino dell'archivio
            Peso: 35/100
            Indicatori di risultato:
            - metri riordinati: atteso 40, ottenuto 42
            - unità scartate: atteso 300, ottenuto 280
            Grado di raggiungimento: 97%
            """)
        let objective = try #require(found.objectives.first)
        #expect(
            [objective.sector, objective.weight?.description ?? ""] == ["AREA 1 - AFFARI GENERALI", "35"])
        #expect(objective.indicators.allSatisfy { $0.printed.achievement == nil })
        #expect(found.unread.map(\.text) == ["Grado di raggiungimento: 97%"])
        #expect(found.parts.year == 2022)
    }

    @Test func objectivesAndIndicatorsInOneColumnAreToldByTheirFigures() throws {
        let found = try read(
            """
            Monitoraggio al 31.12.2023 degli obiettivi di performance

            Cod.      Obiettivo / Indicatore                          U.M.    Atteso    Rilevato
            1         Recupero dell'evasione
            1.1       n. avvisi emessi                                n.      400       412
            1.2       Incassi                                         €       90.000    71.500
            2         Tempi di pagamento
            2.1       Tempo medio di pagamento                        gg      30        26
            """)
        #expect(
            found.objectives.map { [$0.code, $0.title] } == [
                ["1", "Recupero dell'evasione"], ["2", "Tempi di pagamento"],
            ])
        #expect(
            facts(found) == [
                ["n. avvisi emessi", "400", "412"], ["Incassi", "90.000", "71.500"],
                ["Tempo medio di pagamento", "30", "26"],
            ])
    }

    @Test func officeAndHeadOverTheRowsOfATableOpenASection() throws {
        let found = try read(
            """
            Stato di attuazione obiettivi - anno 2024

            Settore: Polizia locale                      Responsabile: Com. F. G.

            Obiettivo                           Peso   Indicatore                      Previsto   Realizzato
            Sicurezza stradale                  100    Controlli                            200          215

            Settore: Servizi sociali                     Responsabile: dott.ssa I. L.

            Obiettivo                           Peso   Indicatore                      Previsto   Realizzato
            Assistenza domiciliare              100    Anziani assistiti                     85           92
            """)
        #expect(
            found.objectives.map { [$0.title, $0.sector, $0.head] } == [
                ["Sicurezza stradale", "Polizia locale", "Com. F. G."],
                ["Assistenza domiciliare", "Servizi sociali", "dott.ssa I. L."],
            ])
    }

    @Test func rowsWithoutFiguresNameTheServicesOfTheRowsBelow() throws {
        let found = try read(
            """
            Comune di Pieve Alta - Servizi erogati, dati di attività

                                                 2021        2022        2023
            UFFICIO ANAGRAFE
              Carte d'identità                   1.820       2.014       2.110
            BIBLIOTECA
              Prestiti                          12.300      15.870      17.020
              Visitatori                             -      18.900      21.400
            """)
        #expect(found.parts.services.map(\.name) == ["ANAGRAFE", "BIBLIOTECA"])
        #expect(
            found.parts.services.map { $0.outputs.map(\.name) } == [
                ["Carte d'identità"], ["Prestiti", "Visitatori"],
            ])
        #expect(found.parts.municipalityName == "Comune di Pieve Alta")
    }

    @Test func cardsOfFourCellsAreReadByTheReaderThatLeavesLessOver() throws {
        let rows = [
            "AREA FINANZIARIA;;;", "Codice obiettivo;FIN-03;Responsabile;dott.ssa E. F.",
            "Titolo;Tempi di pagamento;;", "Descrizione;Portare il tempo medio sotto i trenta giorni.;;",
            "Peso;15;Scadenza;31/12/2025", "Indicatore 1;Tempo medio;Target;30",
            "Personale coinvolto: Anna Verdi, Carlo Bruni;;;",
        ]
        let found = try read(
            "Piano della performance 2025-2027 - Scheda obiettivo;;;\n" + rows.joined(separator: "\n"),
            "a.csv")
        let objective = try #require(found.objectives.first)
        #expect(
            [objective.code, objective.title, objective.head] == [
                "FIN-03", "Tempi di pagamento", "dott.ssa E. F.",
            ])
        #expect(facts(found) == [["Tempo medio", "30", ""]])
        #expect(objective.participants.map(\.name) == ["Anna Verdi", "Carlo Bruni"])
    }

    @Test func phasesBelowTheIndicatorsHaveAHeadOfTheirOwn() throws {
        let found = try read(
            """
            PIANO DETTAGLIATO DEGLI OBIETTIVI - Anno 2025

            1) OBIETTIVO: Digitalizzazione dell'archivio
            Peso: 40

            Indicatori                            Valore di partenza   Valore atteso
            Schede digitalizzate                  15%                  60%
            Tempo medio di ricerca                25                   10

            Fasi di attuazione                    Tempi
            Affidamento del servizio              entro marzo
            Scansione dei fascicoli               aprile - ottobre
            """)
        let objective = try #require(found.objectives.first)
        #expect([objective.code, objective.title] == ["1", "Digitalizzazione dell'archivio"])
        #expect(
            facts(found) == [["Schede digitalizzate", "60%", ""], ["Tempo medio di ricerca", "10", ""]])
        #expect(objective.phases.map(\.title) == ["Affidamento del servizio", "Scansione dei fascicoli"])
        #expect(found.unread.isEmpty)
    }

    @Test func groupsOverTheHeadsDoNotChangeWhatTheColumnsAre() throws {
        let head =
            "<tr><th rowspan=2>Obiettivo</th><th rowspan=2>Peso</th><th colspan=3>Indicatore</th>"
            + "<th colspan=2>Esito</th></tr>"
            + "<tr><th>Descrizione</th><th>Target</th><th>Consuntivo</th><th>%</th><th>Giudizio</th></tr>"
        let row = { (cells: String) in "<tr><td>" + cells.replacing("|", with: "</td><td>") + "</td></tr>" }
        let text =
            "<h1>Relazione sulla performance anno 2023</h1>"
            + "<h3>Settore Lavori pubblici - Responsabile ing. C. D.</h3><table>\(head)"
            + row("Strade|60|km asfaltati|12|14|100|raggiunto")
            + row("Verde urbano|40|alberi|80|75|94|parzialmente raggiunto")
            + "<tr><td colspan=5>Media ponderata</td><td>97</td><td></td></tr></table>"
        let document = try FormatReader.read(Array(text.utf8), budget: .standard)
        let found = Importer.propose(document, file: "a.html")
        #expect(
            found.objectives.map { [$0.title, $0.sector, $0.head, $0.weight?.description ?? ""] } == [
                ["Strade", "Lavori pubblici", "ing. C. D.", "60"],
                ["Verde urbano", "Lavori pubblici", "ing. C. D.", "40"],
            ])
        let indicators = found.objectives.flatMap(\.indicators)
        #expect(facts(found) == [["km asfaltati", "12", "14"], ["alberi", "80", "75"]])
        #expect(indicators.map { $0.printed.achievement?.raw } == ["100", "94"])
        #expect(indicators.allSatisfy { $0.weight.isMissing })
    }

    @Test func sentencesOfFieldsEndWithPointsThatAreNotOfTheirValues() throws {
        let found = try read(
            """
            Obiettivi di performance del Dirigente anno 2024
            Dirigente: arch. G. H.          Settore: Urbanistica

            1) Obiettivo: Regolamento edilizio. Indicatore: delibera. Target: 45. Peso: 70%. Risultato: 41.
            2) Obiettivo: Archivio digitale. Indicatore: pratiche. Target: 800. Peso: 30%. Risultato: 655.
            """)
        #expect(facts(found) == [["delibera", "45", "41"], ["pratiche", "800", "655"]])
        // The only indicator of an objective has the whole of it: the weights are those of the objectives.
        #expect(
            found.objectives.map { [$0.code, $0.title, $0.weight?.description ?? ""] } == [
                ["1", "Regolamento edilizio", "70"], ["2", "Archivio digitale", "30"],
            ])
        #expect(found.objectives.flatMap(\.indicators).allSatisfy { $0.weight.isMissing })
    }

    @Test func headsOfADatabaseAreAbbreviations() throws {
        let found = try read(
            """
            PEG 2024;;;;;;;;
            COD_OB;DESC_OB;RESP;COD_IND;DESC_IND;UM;VAL_ATT;VAL_CONS;PESO_IND
            OB001;Recupero evasione;Servizio Tributi;I01;Avvisi emessi;n.;300;312;50
            OB001;Recupero evasione;Servizio Tributi;I02;Riscosso;eur;45000;39870,55;50
            OB002;Assistenza anziani;Servizi sociali;I03;Utenti;n.;85;92;100
            """, "a.csv")
        #expect(
            found.objectives.map { [$0.code, $0.title, $0.sector, $0.head] } == [
                ["OB001", "Recupero evasione", "Servizio Tributi", ""],
                ["OB002", "Assistenza anziani", "Servizi sociali", ""],
            ])
        #expect(
            facts(found) == [
                ["Avvisi emessi", "300", "312"], ["Riscosso", "45000", "39870,55"], ["Utenti", "85", "92"],
            ])
    }

    @Test func aNumberUnderOneHeadWithTheNameIsNoPartOfIt() throws {
        let found = try read(
            """
            SCHEDA DI RENDICONTAZIONE OBIETTIVO - ESERCIZIO 2024

            Denominazione obiettivo        Apertura serale della biblioteca
            Area                           Cultura e turismo
            Peso assegnato                 30

            Indicatori di performance
             N.   Indicatore                        Previsto   Conseguito   Scost.
             1    Aperture serali                        60           58       -2
             2    Presenze                            2.400        2.710     +310
            """)
        #expect(found.parts.year == 2024)
        #expect(facts(found) == [["Aperture serali", "60", "58"], ["Presenze", "2.400", "2.710"]])
    }

    @Test func codeTitleAndWeightOnALineAreOverLinesOfSeveralFields() throws {
        let found = try read(
            """
            PEG 2023 - RENDICONTO DEGLI OBIETTIVI

            Settore Lavori pubblici - Responsabile ing. C. D.

            Ob. 3.1   Manutenzione delle strade comunali                          Peso 30%
                      Indicatore: km di strade asfaltate
                      Atteso: 12        Realizzato: 14       Grado: 100%
                      Indicatore: segnalazioni evase
                      Atteso: 90%       Realizzato: 85%      Grado: 94%

            Ob. 3.2   Efficientamento energetico delle scuole                     Peso 70%
                      Indicatore: edifici riqualificati
                      Atteso: 3         Realizzato: 2        Grado: 67%
            """)
        #expect(
            found.objectives.map { [$0.code, $0.title, $0.head, $0.weight?.description ?? ""] } == [
                ["3.1", "Manutenzione delle strade comunali", "ing. C. D.", "30"],
                ["3.2", "Efficientamento energetico delle scuole", "ing. C. D.", "70"],
            ])
        #expect(
            facts(found) == [
                ["km di strade asfaltate", "12", "14"], ["segnalazioni evase", "90%", "85%"],
                ["edifici riqualificati", "3", "2"],
            ])
        #expect(
            found.objectives.flatMap(\.indicators).map { $0.printed.achievement?.raw } == [
                "100%", "94%", "67%",
            ])
    }

    @Test func theCardOfAServiceSaysWhoseItIsAndToWhomItIsGiven() throws {
        let found = try read(
            """
            Scheda servizio: BIBLIOTECA CIVICA
            Settore di appartenenza: Cultura
            Responsabile: dott. A. B.
            Finalità: promuovere la lettura
            Utenti: cittadini, scuole
            Forma di gestione: diretta

            Dati di attività                       2023       2024
            Prestiti                             17.020     18.140

            Scheda servizio: ASILO NIDO
            Settore di appartenenza: Servizi educativi
            Utenti: famiglie residenti
            Forma di gestione: in appalto

            Dati di attività                       2023       2024
            Bambini iscritti                         55         60
            """)
        let services = found.parts.services
        #expect(
            services.map { [$0.name, $0.sector, $0.head, $0.remarks] } == [
                ["BIBLIOTECA CIVICA", "Cultura", "dott. A. B.", "Finalità: promuovere la lettura"],
                ["ASILO NIDO", "Servizi educativi", "", ""],
            ])
        #expect(services.map(\.management.kind) == [.direct, .outsourced])
        #expect(
            services.map { $0.segments.map(\.name) } == [["cittadini", "scuole"], ["famiglie residenti"]])
        #expect(services.map { $0.outputs.map(\.name) } == [["Prestiti"], ["Bambini iscritti"]])
        #expect(found.unread.isEmpty)
    }

    @Test func theYearOfATitleIsNoObjectiveAndTheYearBeforeTheTargetIsTheBaseline() throws {
        let found = try read(
            """
            RELAZIONE SUGLI OBIETTIVI 2024 DEL SERVIZIO FINANZIARIO

            Obiettivo 01.04.1
            Recupero dell'evasione
            Responsabile: dott.ssa E. F.

            Indicatore di risultato                       U.M.     2022      2023      Target 2024
            Avvisi di accertamento emessi                 n.       280       310       350
            Importo riscosso                              €        95.000    102.400   120.000
            """)
        #expect(found.objectives.map { [$0.code, $0.title] } == [["01.04.1", "Recupero dell'evasione"]])
        #expect(
            facts(found) == [
                ["Avvisi di accertamento emessi", "350", ""], ["Importo riscosso", "120.000", ""],
            ])
        #expect(found.objectives.flatMap(\.indicators).map { $0.baseline?.raw } == ["310", "102.400"])
    }

    @Test func cellsOnALineEachMayCountWhatLabelsName() throws {
        let found = try read(
            """
            PDO 2022
            Titolo Obiettivo: Fondo di solidarietà
            Indicatori di qualità
            Performance attesa Performance realizzata
            n. enti coinvolti
            superiore ad 1
            n. 4
            n. incontri
            superiore ad 2
            n. 3
            """)
        #expect(
            facts(found) == [
                ["n. enti coinvolti", "superiore ad 1", "n. 4"], ["n. incontri", "superiore ad 2", "n. 3"],
            ])
    }

    @Test func aListHasAnObjectiveALineAndAnOfficeWithItsHeadOverThem() throws {
        let found = try read(
            """
            ELENCO OBIETTIVI ASSEGNATI PER L'ANNO 2025

            Settore Finanziario (dott.ssa E. F.)
               1. Pagamenti puntuali - indicatore: giorni medi - target: 30 giorni - peso: 40
               2. Recupero dell'evasione - indicatore: avvisi emessi - target: 350 - peso: 60
            Dirigente: ing. C. D. - Settore Tecnico
               1. Strade - indicatore: km asfaltati - target: 12 - peso: 100
            """)
        #expect(
            found.objectives.map { [$0.code, $0.title, $0.sector, $0.head, $0.weight?.description ?? ""] }
                == [
                    ["1", "Pagamenti puntuali", "Finanziario", "dott.ssa E. F.", "40"],
                    ["2", "Recupero dell'evasione", "Finanziario", "dott.ssa E. F.", "60"],
                    ["1", "Strade", "Tecnico", "ing. C. D.", "100"],
                ])
        #expect(
            facts(found) == [
                ["giorni medi", "30 giorni", ""], ["avvisi emessi", "350", ""], ["km asfaltati", "12", ""],
            ])
    }

    @Test func indicatorsBesideOneAnotherAreIndicators() throws {
        let found = try read(
            """
            PEG 2024;;;;;;
            OBIETTIVO;INDICATORE 1;TARGET 1;RISULTATO 1;INDICATORE 2;TARGET 2;RISULTATO 2
            Verde urbano;Alberi messi a dimora;80;75;Potature;200;210
            Strade;Km asfaltati;12;14;;;
            """, "a.csv")
        #expect(found.objectives.map(\.title) == ["Verde urbano", "Strade"])
        #expect(
            facts(found) == [
                ["Alberi messi a dimora", "80", "75"], ["Potature", "200", "210"],
                ["Km asfaltati", "12", "14"],
            ])
        #expect(found.objectives.flatMap(\.indicators).allSatisfy { $0.formula.isEmpty })
    }
}
