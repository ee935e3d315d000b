import Testing

@testable import Importing

/// Plans made of cards and tables, as offices send them: whose each value is.
@Suite("What belongs to whom in cards and tables of offices")
struct OfficeCardTablesTests {
    @Test(arguments: tables + cards) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let tables = [
        ReadingSample(
            "indicators that name objectives by their codes alone",
            """
            Comune di Prova;;;
            Obiettivi 2026;;;
            Cod. ob.;Obiettivo;Peso ob.;Responsabile
            1.1;Orti urbani;30;Resp. Verde
            1.2;Canile;70;Resp. Verde
            ;;;
            Cod. ob.;Indicatore;Target 2026;Peso ind.
            1.1;Lotti;36;60
            1.1;Canoni;4.000;40
            1.2;Adozioni;110;100
            """,
            "1.1|Orti urbani||Resp. Verde|30", "- Lotti|36|||60", "- Canoni|4.000|||40",
            "1.2|Canile||Resp. Verde|70", "- Adozioni|110|||100"),
        ReadingSample(
            "indicators below a table of one objective",
            """
            # Comune di Prova

            Piano della performance 2026

            | Cod. | Titolo obiettivo | Tipologia | Settore | Responsabile | Peso |
            |---|---|---|---|---|---|
            | 1.1 | Orti urbani | sviluppo | Verde | Resp. Verde | 60 |

            | Indicatori | Valore iniziale | Valore atteso 2026 | Peso indicatore |
            |---|---|---|---|
            | Lotti | 30 | 36 | 100 |

            | Cod. | Titolo obiettivo | Tipologia | Settore | Responsabile | Peso |
            |---|---|---|---|---|---|
            | 1.2 | Canile | sviluppo | Verde | Resp. Verde | 40 |

            | Indicatori | Valore iniziale | Valore atteso 2026 | Peso indicatore |
            |---|---|---|---|
            | Adozioni | 90 | 110 | 100 |
            """,
            "1.1|Orti urbani|Verde|Resp. Verde|60", "- Lotti|36||30|100",
            "1.2|Canile|Verde|Resp. Verde|40", "- Adozioni|110||90|100"),
        ReadingSample(
            "weights in cells over all rows of an objective",
            """
            Comune di Prova;;;;
            Performance 2026;;;;
            N.;Obiettivo;Responsabile;Indicatore;Valore atteso;Peso
            1;Orti urbani;Resp. Verde;Lotti;36;25%
            ;;;Canoni;4.000;
            2;Canile;Resp. Verde;Adozioni;110;15%
            3;Museo;Resp. Cultura;Presenze;5.000;30%
            ;;;Visite guidate;40;
            """,
            "1|Orti urbani||Resp. Verde|25", "- Lotti|36|||", "- Canoni|4.000|||",
            "2|Canile||Resp. Verde|15", "- Adozioni|110|||",
            "3|Museo||Resp. Cultura|30", "- Presenze|5.000|||", "- Visite guidate|40|||"),
        ReadingSample(
            "objectives and their indicators in one column, below offices",
            """
            Comune di Prova;;;;
            Piano dettagliato degli obiettivi 2026;;;;
            N.;Obiettivo / Indicatore;Peso;U.M.;Valore atteso
            Settore: Verde;;;;
            Responsabile: Resp. Verde;;;;
            1.1;Orti urbani;30;;
            1.1.1;Lotti;100;n.;36
            1.2;Canile;70;;
            1.2.1;Adozioni;100;n.;110
            Settore: Cultura;;;;
            Responsabile: Resp. Cultura;;;;
            2.1;Museo la sera;100;;
            2.1.1;Presenze;100;n.;5.000
            """,
            "1.1|Orti urbani|Verde|Resp. Verde|30", "- Lotti|36|||100",
            "1.2|Canile|Verde|Resp. Verde|70", "- Adozioni|110|||100",
            "2.1|Museo la sera|Cultura|Resp. Cultura|100", "- Presenze|5.000|||100"),
        ReadingSample(
            "what was found on a day is the actual, a unit that answers no unit of measure",
            """
            Comune di Prova;;;;;;
            Monitoraggio degli obiettivi 2025;;;;;;
            Obiettivo;Unità responsabile;Peso;Indicatore;Target 2025;Rilevazione al 31/12/2025;Stato
            Orti urbani;Verde;30%;Lotti;36;35;▲
            ;;;Canoni;< 65;67;●
            """,
            "|Orti urbani|Verde||30", "- Lotti|36|35||", "- Canoni|< 65|67||"),
        ReadingSample(
            "an export that says municipality and year in each row",
            """
            "ENTE";"ESERCIZIO";"DES_CDR";"COD_OBIETTIVO";"DES_OBIETTIVO";"PESO_OBIETTIVO";"DES_INDICATORE";"VAL_ATTESO";"VAL_CONSUNTIVO";"PESO_INDICATORE"
            "Comune di Prova";"2025";"Verde";"01.01";"Orti urbani";"30";"Lotti";"36";"35";"40"
            "Comune di Prova";"2025";"Verde";"01.01";"Orti urbani";"30";"Canoni";"4.000";"4.200";"60"
            """,
            "01.01|Orti urbani|Verde||30", "- Lotti|36|35||40", "- Canoni|4.000|4.200||60"),
    ]

    private static let cards = [
        ReadingSample(
            "a head of four labels over one indicator, and phases below",
            """
            COMUNE DI PROVA;;;
            Piano della performance 2026;;;
            ;;;
            Settore;Verde;;
            Responsabile;Resp. Verde;;
            Obiettivo 1.1;Orti urbani;;
            Peso;25;;
            Indicatori di risultato;;;
            Descrizione;Unità di misura;Valore atteso;Peso
            Lotti affidati;n.;36;100
            Cronoprogramma;;;
            Fase;Inizio;Fine;Note
            Avvio;01/01/2026;31/03/2026;
            ;;;
            Settore;Cultura;;
            Responsabile;Resp. Cultura;;
            Obiettivo 2.1;Museo la sera;;
            Peso;75;;
            Indicatori di risultato;;;
            Descrizione;Unità di misura;Valore atteso;Peso
            Presenze;n.;5.000;50
            Visite guidate;n.;40;50
            """,
            "1.1|Orti urbani|Verde|Resp. Verde|25", "- Lotti affidati|36|||100", "* Avvio",
            "2.1|Museo la sera|Cultura|Resp. Cultura|75", "- Presenze|5.000|||50",
            "- Visite guidate|40|||50"),
        ReadingSample(
            "names with what was reached behind an indicator without a target",
            """
            # Comune di Prova

            Relazione sulla performance 2025

            | Obiettivo | 1.1 Orti urbani |
            | Responsabile | Resp. Verde |
            | Peso | 100 |
            | Indicatore | Lotti affidati |
            | Risultati conseguiti | Lotti affidati: 36 |
            """,
            "1.1|Orti urbani||Resp. Verde|100", "- Lotti affidati||36||"),
        ReadingSample(
            "names with their values, then the same names with what was reached",
            """
            # Comune di Prova

            Relazione sulla performance 2025

            | Obiettivo | 1.1 Orti urbani |
            | Responsabile | Resp. Verde |
            | Peso | 100 |
            | Indicatori e target | Lotti affidati: 40 |
            | Risultati conseguiti | Lotti affidati: 36 |
            """,
            "1.1|Orti urbani||Resp. Verde|100", "- Lotti affidati|40|36||"),
        ReadingSample(
            "a row with the code, the title and the weight of an objective over each table",
            """
            Comune di Prova;;;;
            Stato di attuazione degli obiettivi al 31/12/2025;;;;
            Servizio Ambiente;;;;
            Responsabile di servizio: Resp. Ambiente;;;;
            Ob. 1.1;Tariffa puntuale;;;Peso 30%
            ;Indicatore;Valore programmato;Valore effettivo;Peso
            ;Raccolta differenziata;75%;74,9%;100
            Ob. 1.2;Alberi in ogni via;;;Peso 70%
            ;Indicatore;Valore programmato;Valore effettivo;Peso
            ;Alberi;1.000;1.085;100
            """,
            "1.1|Tariffa puntuale|Ambiente|Resp. Ambiente|30", "- Raccolta differenziata|75%|74,9%||100",
            "1.2|Alberi in ogni via|Ambiente|Resp. Ambiente|70", "- Alberi|1.000|1.085||100"),
        ReadingSample(
            "a title with a colon behind its code",
            """
            # Comune di Prova

            Relazione sulla performance 2025

            ## Obiettivo 4.1 Attuazione del piano del verde: cura degli alberi anziani

            Peso: 30%

            | Indicatore | Valore atteso | Valore conseguito |
            |---|---|---|
            | Alberi | 110 | 117 |
            """,
            "4.1|Attuazione del piano del verde: cura degli alberi anziani|||30", "- Alberi|110|117||"),
        ReadingSample(
            "cards without colons whose labels have numbers",
            """
            Comune di Prova
            Piano degli obiettivi 2026
            Settore Fiscalità
            Obiettivo Bonifica della banca dati
            Peso 30
            Indicatore 1 Posizioni contributive bonificate sul totale
            Target 1 45%
            Indicatore 2 Maggiore gettito
            Target 2 120.000
            """,
            "|Bonifica della banca dati|Fiscalità||30",
            "- Posizioni contributive bonificate sul totale|45%|||", "- Maggiore gettito|120.000|||"),
        ReadingSample(
            "the description below an objective's number is its title",
            """
            COMUNE DI PROVA

            PIANO DEGLI OBIETTIVI - ESERCIZIO 2026

            CENTRO DI COSTO: 001 Verde
            RESPONSABILE   : Resp. Verde

            OBIETTIVO N.   : 101
            DESCRIZIONE    : Orti urbani assegnati ai residenti delle frazioni che ne hanno
                             fatto domanda
            PESO           : 30

            INDICATORE                        U.M.     VALORE ATTESO     PESO
            Lotti affidati                    n.       36                70
            Canoni riscossi                   n.       40                30
            """,
            "101|Orti urbani assegnati ai residenti delle frazioni che ne hanno fatto domanda|Verde|Resp. Verde|30",
            "- Lotti affidati|36|||70", "- Canoni riscossi|40|||30"),
        ReadingSample(
            "lists of indicators whose names are those of labels, a numbered office below",
            """
            COMUNE DI PROVA
            Obiettivi di performance anno 2026

            2. RELAZIONI CON IL CITTADINO

            Responsabile: Resp. Urp

            2.1 Bilancio partecipativo
            Peso: 25%
            Indicatori e valori attesi:
            a) Proposte ammesse: 20
            b) Entrate accertate: 1.600

            3. PATRIMONIO E DEMANIO

            Responsabile: Resp. Patrimonio

            3.1 Immobili inutilizzati
            Peso: 35%
            Indicatori e valori attesi:
            a) Immobili assegnati: 5
            b) Spese sostenute: 420,00
            """,
            "2.1|Bilancio partecipativo|RELAZIONI CON IL CITTADINO|Resp. Urp|25", "- Proposte ammesse|20|||",
            "- Entrate accertate|1.600|||",
            "3.1|Immobili inutilizzati|PATRIMONIO E DEMANIO|Resp. Patrimonio|35",
            "- Immobili assegnati|5|||", "- Spese sostenute|420,00|||"),
    ]
}
