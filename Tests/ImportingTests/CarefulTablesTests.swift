import Model
import Testing

@testable import Importing

/// Tables and cards in the manner of many offices, where a wrong guess would put a figure into a wrong field.
@Suite("What a careful reader takes of tables")
struct CarefulTablesTests {
    @Test(arguments: samples + cards + services) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let samples = [
        ReadingSample(
            "indicators and targets in one column",
            """
            Piano degli obiettivi 2025;;;
            Obiettivo;Indicatori e target;Peso;Responsabile
            Rilascio;Giorni medi: 20;60;Resp. Edilizia
            Biblioteca;Ore di apertura >= 12;40;Resp. Cultura
            """,
            "|Rilascio||Resp. Edilizia|60", "- Giorni medi|20|||", "|Biblioteca||Resp. Cultura|40",
            "- Ore di apertura|>= 12|||"),
        ReadingSample(
            "signs in a column of their own",
            """
            Obiettivi 2024;;;;
            Obiettivo;Indicatore;Segno;Valore atteso 2024;Valore conseguito 2024
            Pagamenti;Ritardo medio;<=;0;-4,5
            Inventario;Beni etichettati;>=;2.500;2.611
            """,
            "|Pagamenti|||", "- Ritardo medio|<= 0|-4,5||", "|Inventario|||",
            "- Beni etichettati|>= 2.500|2.611||"),
        ReadingSample(
            "pairs of target and result by years: what was reached before the plan is no actual",
            """
            Indicatori 2025;;;;;;
            Obiettivo;Indicatore;Target 2023;Risultato 2023;Target 2024;Risultato 2024;Target 2025
            Demografici;Attesa;15;18;12;11;10
            """,
            "|Demografici|||", "- Attesa|10||11|"),
        ReadingSample(
            "phases with days beside their objectives are no indicators",
            """
            Stato di avanzamento 2025;;;;;
            Obiettivo;Fase;Inizio previsto;Fine prevista;Fine effettiva;% avanzamento
            Archivio;Trasloco;01/02/2025;30/04/2025;15/05/2025;100%
            Archivio;Inventario;01/05/2025;31/10/2025;;60%
            """,
            "|Archivio|||", "* Trasloco", "* Inventario"),
        ReadingSample(
            "the state of progress in words beside what was reached",
            """
            Relazione 2024;;;;
            Obiettivo;Indicatore;Valore atteso 2024;Stato di avanzamento;Valore conseguito 2024
            Pagamenti;Ritardo;0;concluso;-4,5
            Inventario;Beni;250;in corso;261
            """,
            "|Pagamenti|||", "- Ritardo|0|-4,5||", "|Inventario|||", "- Beni|250|261||"),
        ReadingSample(
            "a target that was changed during the year",
            """
            Piano 2024;;;
            Obiettivo;Indicatore;Target iniziale;Target rimodulato
            Bilancio;Proposte;60;40
            Assistenza;Ore;12.000;
            """,
            "|Bilancio|||", "- Proposte|40|||", "|Assistenza|||", "- Ore|12.000|||"),
        ReadingSample(
            "indicators of output and of outcome in columns, each with its target",
            """
            Piano 2026;;;;;
            Codice;Obiettivo;Indicatore di output;Target output;Indicatore di outcome;Target outcome
            Q1;Mobilità;Colonnine;14;Auto elettriche;+20%
            """,
            "Q1|Mobilità|||", "- Colonnine|14|||", "- Auto elettriche|+20%|||"),
        ReadingSample(
            "a row with a place in the DUP is no head",
            """
            Obiettivi 2026;;;;
            Rif. DUP;Obiettivo;Rilevanza;Indicatore;Valore obiettivo
            DUP 4.2;Contratti;0,4;Scadenzario pubblicato;31.03.2026
            DUP 4.2;Contratti;;Contratti rinegoziati;almeno 6
            DUP 5.1;Protocollo;0,6;Documenti in uscita;max 250
            """,
            "|Contratti|||0,4", "- Scadenzario pubblicato|31.03.2026|||",
            "- Contratti rinegoziati|almeno 6|||",
            "|Protocollo|||0,6", "- Documenti in uscita|max 250|||"),
        ReadingSample(
            "offices with their heads between the rows",
            """
            Obiettivi 2025;;;
            COD;OBIETTIVO;INDICATORE;TARGET 2025
            SETTORE AFFARI LEGALI – RESPONSABILE: AVVOCATO DIRIGENTE;;;
            L1;CONTENZIOSO;CAUSE DEFINITE;30
            SETTORE CULTURA – RESPONSABILE: DIRIGENTE CULTURA;;;
            C1;STAGIONE;POSTI OCCUPATI;75
            """,
            "L1|CONTENZIOSO|AFFARI LEGALI|AVVOCATO DIRIGENTE|", "- CAUSE DEFINITE|30|||",
            "C1|STAGIONE|CULTURA|DIRIGENTE CULTURA|", "- POSTI OCCUPATI|75|||"),
        ReadingSample(
            "offices over tables side by side",
            """
            Obiettivi 2025;;;;;;;;
            SETTORE SOCIALE;;;;;SETTORE TECNICO;;;
            Cod.;Obiettivo;Indicatore;Target;;Cod.;Obiettivo;Indicatore;Target
            S1;Assistenza;Ore erogate;185;;T1;Asfaltature;Km asfaltati;7,5
            """,
            "S1|Assistenza|SOCIALE||", "- Ore erogate|185|||", "T1|Asfaltature|TECNICO||",
            "- Km asfaltati|7,5|||"),
        ReadingSample(
            "heads in two languages",
            """
            Obiettivi 2025;;
            Ziel / Obiettivo;Indikator / Indicatore;Zielwert / Valore atteso 2025
            Infanzia;Domande accolte;90
            """,
            "|Infanzia|||", "- Domande accolte|90|||"),
        ReadingSample(
            "the form of somebody's behaviour is no plan",
            """
            Valutazione 2024;;;
            Comportamento;Descrizione;Peso;Punteggio (1-5)
            Collaborazione;Disponibilità verso i colleghi;30;4
            Utenza;Cortesia e chiarezza;70;5
            """),
        ReadingSample(
            "a list of contracts is no list of projects",
            """
            CIG;Oggetto;Aggiudicatario;Importo;Scadenza
            Z1;Manutenzione ascensori;Ditta A;12.400,00;31/12/2026
            Z2;Pulizia uffici;Ditta B;48.000,00;31/01/2027
            """),
    ]

    private static let cards = [
        ReadingSample(
            "titles without a label, each over the same first field",
            """
            UNIONE DEI COMUNI VALLE DEL RIO
            Piano della performance 2025

            1. Riduzione dei tempi
            Responsabile: Resp. Edilizia
            Peso: 30%
            Indicatore: giorni medi
            Target: 20

            2. Apertura serale della biblioteca civica e dei suoi
            spazi per i giovani
            Responsabile: Resp. Cultura
            Peso: 70%
            Indicatore: ore settimanali
            Target: 12
            """,
            "1|Riduzione dei tempi||Resp. Edilizia|30", "- giorni medi|20|||",
            "2|Apertura serale della biblioteca civica e dei suoi spazi per i giovani||Resp. Cultura|70",
            "- ore settimanali|12|||"),
        ReadingSample(
            "cards in two columns",
            """
            Piano degli obiettivi 2024

            Obiettivo: Archivi\tObiettivo: Impianti
            Responsabile: Resp. Affari\tResponsabile: Resp. Sport
            Peso: 60%\tPeso: 40%
            Indicatore: Metri versati\tIndicatore: Prenotazioni
            Valore atteso: 120\tValore atteso: 65%
            """,
            "|Archivi||Resp. Affari|60", "- Metri versati|120|||", "|Impianti||Resp. Sport|40",
            "- Prenotazioni|65%|||"),
        ReadingSample(
            "cards of two columns and then three, aligned by blanks",
            """
            PDO 2024

              Obiettivo E.01                Efficientamento degli istituti
              Peso                          60%
              Indicatore                    Valore 2023       Valore atteso 2024
              Fascicoli completi            4                 18
              Importo lavori appaltati      € 1.250.000,00    € 3.400.000,00

              Obiettivo E.02                Fascicolo del fabbricato
              Peso                          40%
              Indicatore                    Valore 2023       Valore atteso 2024
              Schede compilate              10                30
            """,
            "E.01|Efficientamento degli istituti|||60", "- Fascicoli completi|18||4|",
            "- Importo lavori appaltati|€ 3.400.000,00||€ 1.250.000,00|",
            "E.02|Fascicolo del fabbricato|||40", "- Schede compilate|30||10|"),
        ReadingSample(
            "months by their letters below a card, aligned by blanks",
            """
            PDO 2025

             Titolo                Registri digitali
             Peso (%)              60
             Indicatori            Valore atteso
             Atti digitalizzati    450
             Fase                  G    F    M    A    M    G    L    A    S    O    N    D
             Affidamento           X    X
             Scansione                       X    X    X    X
            """,
            "|Registri digitali|||60", "- Atti digitalizzati|450|||", "* Affidamento", "* Scansione"),
        ReadingSample(
            "the title of the document behind the office, and the province that it is of",
            """
            PROVINCIA DI MONTELAGO
            SETTORE VIABILITÀ E TRASPORTI - SCHEDA OBIETTIVI ANNO 2025

            Obiettivo n. 1: Manutenzione
            Indicatore: km asfaltati
            Target: 12
            """,
            "1|Manutenzione|VIABILITÀ E TRASPORTI||", "- km asfaltati|12|||"),
        ReadingSample(
            "a line of a table of contents",
            """
            PIAO 2025-2027
            Indice degli obiettivi ........ 3

            Obiettivo operativo 1.1.1 Assistenza ai Comuni
            Responsabile: Dirigente Innovazione
            Indicatore: Comuni migrati
            Target 2025: 12
            """,
            "1.1.1|Assistenza ai Comuni||Dirigente Innovazione|", "- Comuni migrati|12|||"),
        ReadingSample(
            "who answers for an objective is no politician",
            """
            PDO 2024

            Obiettivo: Mobilità
            Referente politico: Assessore delegato
            Responsabile: Dirigente Mobilità
            Indicatore: Km realizzati
            Target: 6
            """,
            "|Mobilità||Dirigente Mobilità|", "- Km realizzati|6|||"),
        ReadingSample(
            "weights below the indicators that sum to 100 over the cards of all offices",
            """
            Piano degli obiettivi 2026

            OBIETTIVO 5: Igiene urbana
            Responsabile: Resp. Ambiente
            Indicatore: Atti di gara
            Valore target: 3
            Peso: 30/100
            Note: Avvio in estate

            OBIETTIVO 6: Piano antenne
            Responsabile: Resp. Urbanistica
            Indicatore: Adozione
            Valore target: 1
            Peso: 70/100
            Note: Con i quartieri
            """,
            "5|Igiene urbana||Resp. Ambiente|30", "- Atti di gara|3|||",
            "6|Piano antenne||Resp. Urbanistica|70", "- Adozione|1|||"),
        ReadingSample(
            "the minutes of a board",
            """
            VERBALE DI DELIBERAZIONE DELLA GIUNTA N. 47 DEL 12/03/2025

            OGGETTO: Approvazione del calendario. Obiettivi e indirizzi agli uffici.

            Cognome e nome\tCarica\tPresente
            Sindaco\tSindaco\tX

            DELIBERA
            Responsabile del procedimento: Resp. Cultura
            """),
    ]

    private static let services = [
        ReadingSample(
            "what is foreseen stands beside the figures of years",
            """
            Servizio;Attività;2022;2023;2024;Previsione 2025
            Anagrafe;Certificati;4.500;4.320;4.100;4.000
            Biblioteca;Prestiti;12.300;12.800;13.050;13.200
            """,
            "= Anagrafe", "- output Certificati: 2022 4.500, 2023 4.320, 2024 4.100", "= Biblioteca",
            "- output Prestiti: 2022 12.300, 2023 12.800, 2024 13.050"),
        ReadingSample(
            "the head of a table says that it counts users",
            """
            SERVIZIO: REFEZIONE

            Attività svolta\t2023\t2024
            Pasti distribuiti\t165.090\t162.744

            Utenza servita\t2023\t2024
            Alunni iscritti\t1.260\t1.243
            """,
            "= REFEZIONE", "- output Pasti distribuiti: 2023 165.090, 2024 162.744",
            "- users Alunni iscritti: 2023 1.260, 2024 1.243"),
        ReadingSample(
            "services one below the other, each under the same head of two rows",
            """
            I numeri dei servizi
            Servizio Anagrafe
            Attività                 Anno
                                     2022       2023       2024
            Carte d'identità         4.120      4.388      5.016


            Servizio Polizia Locale
            Attività                 Anno
                                     2022       2023       2024
            Verbali elevati          6.220      5.914      6.502
            """,
            "= Servizio Anagrafe", "- output Carte d'identità: 2022 4.120, 2023 4.388, 2024 5.016",
            "= Polizia Locale", "- output Verbali elevati: 2022 6.220, 2023 5.914, 2024 6.502"),
        ReadingSample(
            "figures that one blank parts where they fill their columns",
            """
            SERVIZIO: CIMITERI
                                                    2022       2023       2024
            Estumulazioni                             64         58         71
            Proventi da concessioni (euro)    104.310,00  99.780,00 112.040,00
            """,
            "= CIMITERI", "- output Estumulazioni: 2022 64, 2023 58, 2024 71",
            "- output Proventi da concessioni (euro): 2022 104.310,00, 2023 99.780,00, 2024 112.040,00"),
    ]

    @Test func yearsOfAPlanAreItsTargets() throws {
        let sample = ReadingSample(
            "",
            """
            Piano della performance 2026-2028

            Obiettivo: Comunità energetica
            Indicatore;Formula;2025;2026;2027
            Potenza installata;kWp;0;120;200
            """)
        #expect(try sample.read() == ["|Comunità energetica|||", "- Potenza installata|120||0|"])
    }

    @Test func bareYearsBehindTheTargetAreLaterTargets() throws {
        let text =
            "Piano 2025\n\nObiettivo;Indicatore;Target atteso;2026;2027;Peso\nOrari;Ore di apertura;20;22;24;30\n"
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.csv")
        let indicator = try #require(found.objectives.first?.indicators.first)
        #expect(indicator.target.raw == "20")
        #expect(indicator.laterTargets.mapValues(\.raw) == [2026: "22", 2027: "24"])
    }

    @Test func theColumnOfUnitsGivesTheFiguresTheirUnits() throws {
        let text = """
            Obiettivi 2024;;;
            Obiettivo;Indicatore;Unità di misura;Target 2024
            Sentieri;Sentieri mantenuti;km;120
            Vincolo;Tempo di istruttoria;gg;35
            Sport;Eventi;n.;4
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.csv")
        let units = found.objectives.flatMap(\.indicators).map(\.target.unit.rawValue)
        #expect(units == ["km", "giorni", ""])
    }

    @Test(arguments: [
        ("Comune di Montefalcone al Piano", "Comune di Montefalcone al Piano"),
        ("COMUNE DI PRATO PIANO DELLA PERFORMANCE 2024", "Comune di Prato"),
        ("Unione Terre del Sole", "Unione Terre del Sole"),
        ("Provincia di Altomonte – PIAO 2025-2027 – Sezione 2.2", "Provincia di Altomonte"),
    ])
    func theBodyIsNamed(line: String, name: String) throws {
        let text = line + "\nObiettivi 2025\n\nObiettivo: Cloud\nIndicatore: Comuni migrati\nTarget: 12\n"
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(found.parts.municipalityName == name)
    }
}

extension CarefulTablesTests {
    @Test func aListOfProjectsIsKnownByItsMoney() throws {
        let text = """
            PROGETTI DI PRODUTTIVITÀ ANNO 2024;;;;;;
            N.;TITOLO DEL PROGETTO;UFFICIO;MISSIONE;IMPORTO PREVISTO;DI CUI A CARICO DI TERZI;RISULTATO
            1;Riordino dell'archivio;Protocollo;01;€ 3.200,00;€ 0,00;600 metri
            2;Accoglienza turistica;Cultura;07;€ 7.450,00;€ 2.000,00;900 ore
            ;;;;€ 10.650,00;€ 2.000,00;
            """
        let book = try #require(
            Importer.propose(bytes: Array(text.utf8), file: "a.csv").parts.projects)
        #expect(book.projects.map(\.title) == ["Riordino dell'archivio", "Accoglienza turistica"])
        #expect(book.projects.map { $0.ownResources?.net.raw } == ["€ 3.200,00", "€ 7.450,00"])
        #expect(book.projects.map { $0.thirdPartyResources?.net.raw } == ["€ 0,00", "€ 2.000,00"])
        #expect(book.projects.map(\.expectedResult) == ["600 metri", "900 ore"])
        #expect(book.printedOwnTotal?.raw == "€ 10.650,00")
    }
}
