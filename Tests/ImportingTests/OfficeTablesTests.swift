import Model
import Testing

@testable import Importing

/// Tables as offices fill them in: weights by group, heads in other words and languages, labels within cells.
@Suite("What offices write in tables and cards")
struct OfficeTablesTests {
    @Test(arguments: weights + heads + cells + services) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let weights = [
        ReadingSample(
            "weights that sum to 100 for each head, on the first row of an objective",
            """
            Piano della performance 2025;;;;
            Obiettivo;Indicatore;Target 2025;Peso;Resp.
            Mercati rionali;Banchi assegnati;64;20;Resp. Commercio
            ;Bando pubblicato;31/03/2025;;
            Dehors;Pratiche chiuse;45;80;Resp. Commercio
            Canile;Adozioni;110;50;Resp. Verde
            ;Visite veterinarie;380;;
            Orti urbani;Lotti affidati;36;30;Resp. Verde
            Fontane;Fontane riparate;9;20;Resp. Verde
            """,
            "|Mercati rionali||Resp. Commercio|20", "- Banchi assegnati|64|||",
            "- Bando pubblicato|31/03/2025|||",
            "|Dehors||Resp. Commercio|80", "- Pratiche chiuse|45|||",
            "|Canile||Resp. Verde|50", "- Adozioni|110|||", "- Visite veterinarie|380|||",
            "|Orti urbani||Resp. Verde|30", "- Lotti affidati|36|||",
            "|Fontane||Resp. Verde|20", "- Fontane riparate|9|||"),
        ReadingSample(
            "the share of each objective behind the steps of its computation",
            """
            Piano della performance 2025;;;;;;
            N.;Obiettivo;Responsabile;Complessità;Rilevanza;Punti;Incidenza %
            1;Mercati rionali;Resp. Commercio;2;5;10;25%
            2;Dehors;Resp. Commercio;5;6;30;75%
            3;Canile;Resp. Verde;4;5;20;80%
            4;Orti urbani;Resp. Verde;1;5;5;20%
            """,
            "1|Mercati rionali||Resp. Commercio|25", "2|Dehors||Resp. Commercio|75",
            "3|Canile||Resp. Verde|80", "4|Orti urbani||Resp. Verde|20"),
        ReadingSample(
            "points of a hundred for each head",
            """
            Piano della performance 2026;;;;
            Responsabile;Obiettivo assegnato;Indicatori di misurazione;Valore atteso;Punti (su 100)
            Resp. Commercio;Mercati rionali;Banchi;64;35
            Resp. Commercio;Dehors;Pratiche;45;65
            Resp. Verde;Canile;Adozioni;110;90
            Resp. Verde;Fontane;Riparazioni;9;10
            """,
            "|Mercati rionali||Resp. Commercio|35", "- Banchi|64|||", "|Dehors||Resp. Commercio|65",
            "- Pratiche|45|||", "|Canile||Resp. Verde|90", "- Adozioni|110|||",
            "|Fontane||Resp. Verde|10", "- Riparazioni|9|||"),
        ReadingSample(
            "weights of strategic objectives, of operative ones and of indicators side by side",
            """
            Piano della performance 2025;;;;;;
            Obiettivo strategico;Peso ob. strategico;Obiettivo operativo;Peso ob. operativo;\
            Indicatore;Peso indicatore;Target
            Città verde;30%;Canile;70%;Adozioni;25%;110
            Città verde;30%;Canile;70%;Visite;75%;380
            Città verde;30%;Fontane;30%;Riparazioni;100%;9
            Città viva;70%;Dehors;45%;Pratiche;100%;65
            Città viva;70%;Mercati;55%;Banchi;100%;64
            """,
            "|Canile|||70", "- Adozioni|110|||25%", "- Visite|380|||75%",
            "|Fontane|||30", "- Riparazioni|9|||100%",
            "|Dehors|||45", "- Pratiche|65|||100%", "|Mercati|||55", "- Banchi|64|||100%"),
    ]

    private static let heads = [
        ReadingSample(
            "the expected result by its initials",
            """
            Piano della performance 2025;;;
            Obiettivo;Indicatore;R.A. 2025;Peso %
            Mercati rionali;Banchi assegnati;2.340;15
            Canile;Adozioni;110;85
            """,
            "|Mercati rionali|||15", "- Banchi assegnati|2.340|||", "|Canile|||85", "- Adozioni|110|||"),
        ReadingSample(
            "how it is measured, and by when or how much",
            """
            COMUNE DI PRATOLUNGO
            PIANO OBIETTIVI 2026

            UFFICIO\tOBIETTIVO\tPUNTI\tCOME SI MISURA\tENTRO / QUANTO
            COMMERCIO\tASSEGNAZIONE DEI BANCHI\t40\tBANCHI ASSEGNATI\t95%
            VERDE\tRIPARAZIONE DELLE FONTANE\t60\tFONTANE IN FUNZIONE\t22
            """,
            "|ASSEGNAZIONE DEI BANCHI|COMMERCIO||40", "- BANCHI ASSEGNATI|95%|||",
            "|RIPARAZIONE DELLE FONTANE|VERDE||60", "- FONTANE IN FUNZIONE|22|||"),
        ReadingSample(
            "the value of reference of the year before is where it began",
            """
            Piano della performance 2025;;;;
            Settore;Obiettivo annuale;Descrizione indicatore;Valore di riferimento 2024;Atteso 2025
            Verde;Canile;Adozioni concluse;41,5%;55%
            Commercio;Dehors;Pratiche;18;45
            """,
            "|Canile|Verde||", "- Adozioni concluse|55%||41,5%|", "|Dehors|Commercio||",
            "- Pratiche|45||18|"),
        ReadingSample(
            "heads in German alone",
            """
            # Gemeinde Unterau

            Bericht zur Performance 2025

            | Nr. | Ziel | Indikator | Zielwert 2025 | Istwert 2025 | Gewichtung | Verantwortlicher |
            |---|---|---|---|---|---|---|
            | 1 | Wochenmarkt | Vergebene Stände | 64 | 61 | 35 | Amt Handel |
            | 2 | Trinkbrunnen | Tage bis zur Reparatur | höchstens 5 | 7 | 65 | Amt Grün |
            """,
            "1|Wochenmarkt||Amt Handel|35", "- Vergebene Stände|64|61||",
            "2|Trinkbrunnen||Amt Grün|65", "- Tage bis zur Reparatur|höchstens 5|7||"),
        ReadingSample(
            "heads in French alone",
            """
            # Commune de Val-Clair

            Plan de la performance 2026

            | Secteur | Responsable | Objectif | Poids | Indicateur | Valeur de départ | Valeur cible 2026 |
            |---|---|---|---|---|---|---|
            | Commerce | Bureau du commerce | Marché couvert | 25 | Étals attribués | 12 | 64 |
            | Voirie | Bureau de la voirie | Fontaines | 75 | Fontaines réparées | 3 | 2.100 |
            """,
            "|Marché couvert|Commerce|Bureau du commerce|25", "- Étals attribués|64||12|",
            "|Fontaines|Voirie|Bureau de la voirie|75", "- Fontaines réparées|2.100||3|"),
        ReadingSample(
            "numbers below an empty head",
            """
            Relazione sulla performance 2025;;;;;
            ;Obiettivo;Indicatore;Target;Risultato;Semaforo
            1;Mercati rionali;Banchi;64;61,5;●
            ;;Incassi;12.300;11.870;▲
            2;Canile;Adozioni;110;124;●
            """,
            "1|Mercati rionali|||", "- Banchi|64|61,5||", "- Incassi|12.300|11.870||",
            "2|Canile|||", "- Adozioni|110|124||"),
        ReadingSample(
            "words of the heads in the names of indicators",
            """
            Piano della performance 2025

            Obiettivo 1 – Mercati rionali
            Peso: 40

            | Indicatore | Target |
            |---|---|
            | Posizioni verificate | 64 |

            Obiettivo 2 – Canile aperto
            Peso: 60

            | Indicatore | Target |
            |---|---|
            | Servizi erogati | 85% |
            | Programma approvato | 2 |
            """,
            "1|Mercati rionali|||40", "- Posizioni verificate|64|||",
            "2|Canile aperto|||60", "- Servizi erogati|85%|||", "- Programma approvato|2|||"),
        ReadingSample(
            "office above each table of a page by its heading, which ends at the next",
            """
            # PIAO 2025-2027

            ## 2.2 Performance

            ## Servizi Cimiteriali e Verde

            | Obiettivo operativo | Indicatore | Baseline | Target 2025 | Target 2026 |
            |---|---|---|---|---|
            | Canile | Adozioni | 96 | 110 | 130 |

            ## Commercio e Turismo

            | Obiettivo operativo | Indicatore | Baseline | Target 2025 | Target 2026 |
            |---|---|---|---|---|
            | Dehors | Pratiche | 18 | 45 | 50 |
            """,
            "|Canile|Servizi Cimiteriali e Verde||", "- Adozioni|110||96|",
            "|Dehors|Commercio e Turismo||", "- Pratiche|45||18|"),
    ]

    private static let cells = [
        ReadingSample(
            "a column of levels",
            """
            Albero della performance 2025;;;;;;
            Livello;Codice;Descrizione;Unità di misura;Valore 2024;Target 2025;Peso
            Settore;1;Verde;;;;
            Obiettivo;1.1;Canile;;;;30
            Indicatore;1.1.1;Adozioni concluse;n.;96;110;
            Indicatore;1.1.2;Visite veterinarie;n.;300;380;
            Settore;2;Commercio;;;;
            Obiettivo;2.1;Dehors;;;;70
            Indicatore;2.1.1;Pratiche chiuse;n.;18;45;
            """,
            "1.1|Canile|Verde||30", "- Adozioni concluse|110||96|", "- Visite veterinarie|380||300|",
            "2.1|Dehors|Commercio||70", "- Pratiche chiuse|45||18|"),
        ReadingSample(
            "labels within cells of several lines",
            """
            Piano della performance 2025;;
            Obiettivo e peso;Responsabile;Indicatori e target
            "Canile aperto
            Peso: 65";Resp. Verde;"Indicatore: Adozioni – Target: 1.100
            Indicatore: Morsi – Target: ≤ 2"
            "Fontane
            Peso: 35";Resp. Verde;"Indicatore: Riparazioni – Target: 9
            Indicatore: Perdite – Target: 14"
            """,
            "|Canile aperto||Resp. Verde|65", "- Adozioni|1.100|||", "- Morsi|≤ 2|||",
            "|Fontane||Resp. Verde|35", "- Riparazioni|9|||", "- Perdite|14|||"),
        ReadingSample(
            "objectives in columns, with a ratio whose words are those of a table of staff",
            """
            Settore Verde – rendiconto obiettivi 2025

            | Obiettivo | Rete dei dipendenti | Fontane | Orti urbani |
            |---|---|---|---|
            | Responsabile | Resp. Verde | Resp. Verde | Resp. Verde |
            | Peso | 50 | 15 | 35 |
            | Indicatore | Corsi / dipendenti | Giorni di fermo | Lotti / richiedenti |
            | Target 2025 | 75% | ≤ 12 | 90% |
            | Risultato al 31/12/2025 | 71% | 9,5 | 94% |
            """,
            "|Rete dei dipendenti|Verde|Resp. Verde|50", "- Corsi / dipendenti|75%|71%||",
            "|Fontane|Verde|Resp. Verde|15", "- Giorni di fermo|≤ 12|9,5||",
            "|Orti urbani|Verde|Resp. Verde|35", "- Lotti / richiedenti|90%|94%||"),
        ReadingSample(
            "all cells of a row go on in the next line, office and head too",
            """
            Comune di Pratolungo
            Piano della performance 2025

            Struttura   Dirigente  Cod.  Obiettivo                   Peso ob.  Indicatore         Peso  Valore
                                                                                                  ind.  atteso
            Servizi     Dirigente  V.1   Adozione degli animali nel  35        Adozioni concluse  70    1.100
            Veterinari  Verde            canile comprensoriale
            Servizi     Dirigente  V.1   Adozione degli animali nel  35        Visite mediche     30    380
            Veterinari  Verde            canile comprensoriale
            Servizi     Dirigente  V.2   Fontane: riparazione delle  65        Fontane accese     100   22
            Veterinari  Verde            pompe nei giardini storici
            """,
            "V.1|Adozione degli animali nel canile comprensoriale|Servizi Veterinari|Dirigente Verde|35",
            "- Adozioni concluse|1.100|||70", "- Visite mediche|380|||30",
            "V.2|Fontane: riparazione delle pompe nei giardini storici|Servizi Veterinari|Dirigente Verde|65",
            "- Fontane accese|22|||100"),
    ]

    private static let services = [
        ReadingSample(
            "a column of who answers is not the name of a series",
            """
            Comune di Pratolungo - Mappa dei servizi 2024;;;;
            Servizio;Responsabile;Dato;2023;2024
            Canile;Resp. Verde;Animali accolti;212;198
            Canile;Resp. Verde;Visite veterinarie;1.380;1.455
            Mercati;Resp. Commercio;Banchi assegnati;61;64
            """,
            "= Canile", "- output Animali accolti: 2023 212, 2024 198",
            "- output Visite veterinarie: 2023 1.380, 2024 1.455",
            "= Mercati", "- output Banchi assegnati: 2023 61, 2024 64"),
        ReadingSample(
            "services by lines of text, each with what it gives and whom it serves",
            """
            Comune di Pratolungo
            I servizi in cifre 2022-2024

            Servizio Canile
            Responsabile: Resp. Verde

            Prodotti e prestazioni

             Output                         2022        2023        2024
             n. animali accolti             205         212         198
             n. visite                      1.302       1.380       1.455

            Utenti del servizio

             Utenti                         2022        2023        2024
             famiglie adottanti             84          97          103

            Servizio Mercati
            Responsabile: Resp. Commercio

            Prodotti e prestazioni

             Output                         2022        2023        2024
             n. banchi                      58          61          64

            Utenti del servizio

             Utenti                         2022        2023        2024
             ambulanti                      49          52          55
            """,
            "= Canile", "- output n. animali accolti: 2022 205, 2023 212, 2024 198",
            "- output n. visite: 2022 1.302, 2023 1.380, 2024 1.455",
            "- users famiglie adottanti: 2022 84, 2023 97, 2024 103",
            "= Mercati", "- output n. banchi: 2022 58, 2023 61, 2024 64",
            "- users ambulanti: 2022 49, 2023 52, 2024 55"),
        ReadingSample(
            "a column of sources before the names, in one table of two",
            """
            Comune di Pratolungo
            Mappa dei servizi – dati di attività 2023-2024

            Servizio: Canile
            Responsabile: Resp. Verde

            | Attività | Fonte dati | U.M. | 2023 | 2024 |
            |---|---|---|---|---|
            | Animali accolti | Registro sanitario | n. | 212 | 198 |
            | Giorni di permanenza | Registro sanitario | gg | 64 | 59 |

            Servizio: Mercati
            Responsabile: Resp. Commercio

            | Fonte dati | Attività | U.M. | 2023 | 2024 |
            |---|---|---|---|---|
            | Registro annonario | Banchi assegnati | n. | 61 | 64 |
            | Registro annonario | Giornate di mercato | n. | 104 | 103 |
            """,
            "= Canile", "- output Animali accolti: 2023 212, 2024 198",
            "- output Giorni di permanenza: 2023 64, 2024 59",
            "= Mercati", "- output Banchi assegnati: 2023 61, 2024 64",
            "- output Giornate di mercato: 2023 104, 2024 103"),
    ]
}
