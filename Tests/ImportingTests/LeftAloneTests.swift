import Testing

@testable import Importing

/// Documents of the same offices that hold no plan, and tables beside one: nothing of them is taken.
@Suite("What is left alone")
struct LeftAloneTests {
    @Test(arguments: others) func isNotTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read(year: 2024) == sample.facts)
        let found = try Importer.propose(bytes: Array(sample.text.utf8), file: "a.csv", year: 2024)
        #expect(found.parts.projects?.projects.isEmpty ?? true)
    }

    private static let others = [
        ReadingSample(
            "a register of letters",
            """
            N. protocollo;Data;Oggetto;Mittente;Assegnatario;Note
            10021;12/03/2025;Accesso agli atti - obiettivo piano regolatore;Studio;Urbanistica;
            10022;12/03/2025;Relazione sulla performance;Regione;Segreteria;urgente
            """),
        ReadingSample(
            "what staff is needed",
            """
            Piano triennale dei fabbisogni di personale;;;;;
            Area;Profilo;Servizio;2025;2026;2027
            Istruttori;Agente;Polizia locale;2;1;0
            Funzionari EQ;Assistente sociale;Servizi sociali;1;0;1
            """),
        ReadingSample(
            "a programme of public works",
            """
            PROGRAMMA TRIENNALE DEI LAVORI PUBBLICI;;;;
            Codice unico intervento;Descrizione dell'intervento;Responsabile del procedimento;Importo 2025;Importo 2026
            L001;Marciapiedi;Resp. LL.PP.;250.000,00;0,00
            L002;Adeguamento sismico;Resp. LL.PP.;400.000,00;900.000,00
            """),
        ReadingSample(
            "a variation of the budget",
            """
            Variazione di bilancio n. 3;;;;;
            Missione;Programma;Titolo;Capitolo;Descrizione;Stanziamento assestato
            01;06;1;1045;Manutenzione immobili;92.000,00
            12;01;1;2210;Rette minori;145.000,00
            """),
        ReadingSample(
            "how persons were judged",
            """
            Verbale del Nucleo di Valutazione n. 4;;;;;
            Titolare di EQ;Settore;Punteggio obiettivi;Punteggio comportamenti;Totale;Retribuzione
            Responsabile A;Tributi;58;36;94;2.800,00
            Responsabile B;Tecnico;55;38;93;2.750,00
            """),
    ]

    @Test(arguments: beside) func whatStandsBesideAPlanIsNotTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let beside = [
        ReadingSample(
            "the body's own card",
            """
            PIAO 2025

            Denominazione\tComune di Monteluce
            Indirizzo\tPiazza 1

            Codice\tObiettivo operativo\tIndicatore\tTarget 2025
            1.1\tSportello unico\tServizi in rete\t18
            """,
            "1.1|Sportello unico|||", "- Servizi in rete|18|||"),
        ReadingSample(
            "figures of the context by years",
            """
            Relazione sulla performance 2024

            1. Il contesto

            Popolazione\t2022\t2023\t2024
            Residenti\t9.901\t9.870\t9.842

            2. Gli obiettivi

            Obiettivo\tIndicatore\tTarget\tConsuntivo
            Lotta alla zanzara\tTrattamenti\t12\t12
            """,
            "|Lotta alla zanzara|||", "- Trattamenti|12|12||"),
        ReadingSample(
            "the budget of each office",
            """
            Piano esecutivo di gestione 2025

            Settore 1 – Servizi finanziari

            Obiettivo\tF1 Tempestività
            Peso\t100

            Indicatore\tTarget 2025
            Ritardo medio\t≤ 0

            Settore 2 – Servizi alla persona

            Capitolo\tDescrizione\tPrevisione 2025\tPrevisione 2026
            2210\tRette minori\t150.000,00\t150.000,00

            Obiettivo\tP1 Centro diurno
            Peso\t100

            Indicatore\tTarget 2025
            Ospiti\t25
            """,
            "F1|Tempestività|Settore 1 – Servizi finanziari||100", "- Ritardo medio|≤ 0|||",
            "P1|Centro diurno|Settore 2 – Servizi alla persona||100", "- Ospiti|25|||"),
        ReadingSample(
            "last year's targets in a table of their own",
            """
            PDO 2024

            Obiettivo\tIndicatore\tTarget 2024
            Ruoli\tPosizioni iscritte\t650

            Obiettivo\tIndicatore\tTarget 2023
            Vecchio\tIndicatore vecchio\t10
            """,
            "|Ruoli|||", "- Posizioni iscritte|650|||"),
    ]

    @Test(arguments: slips) func aSlipInAHeadMovesNoFigure(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let slips = [
        ReadingSample(
            "in the word of the first of three targets",
            """
            PIAO 2025;;;;
            Obiettivo;Indicatore;Tagret 2025;Target 2026;Target 2027
            Sportello;Servizi in rete;18;24;30
            """,
            "|Sportello|||", "- Servizi in rete|18|||"),
        ReadingSample(
            "in the year of the first of three targets",
            """
            PIAO 2025;;;;
            Obiettivo;Indicatore;Target 22025;Target 2026;Target 2027
            Sportello;Servizi in rete;18;24;30
            """,
            "|Sportello|||", "- Servizi in rete|18|||"),
        ReadingSample(
            "a target of the year after only is none of the year",
            """
            PIAO 2025;;
            Obiettivo;Indicatore;Target 2026
            Sportello;Servizi in rete;24
            """,
            "|Sportello|||", "- Servizi in rete||||"),
        ReadingSample(
            "in the head of the objectives",
            """
            Piano della performance 2024;;;
            SETTORE 4 – Edilizia;;;
            Codice;Descrizione obitetivo;Indicatore;Target
            2.1.1;Sportello telematico;Procedimenti;22
            2.1.2;Permessi di costruire;Tempo medio;70
            """,
            "2.1.1|Sportello telematico|SETTORE 4 – Edilizia||", "- Procedimenti|22|||",
            "2.1.2|Permessi di costruire|SETTORE 4 – Edilizia||", "- Tempo medio|70|||"),
        ReadingSample(
            "in the head of a second indicator",
            """
            Piano 2025;;;;
            Obiettivo;Indicatore 1;Target 1;Indicaotre 2;Target 2
            Carta dei servizi;Pubblicazione;30/09/2025;Servizi descritti;24
            """,
            "|Carta dei servizi|||", "- Pubblicazione|30/09/2025|||", "- Servizi descritti|24|||"),
    ]
}
