import Model
import Testing

@testable import Importing

/// Cards as offices lay them out: codes above titles, labels over values, labels beside a table.
@Suite("What offices write in cards")
struct OfficeCardsTests {
    @Test(arguments: titles + grids) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let titles = [
        ReadingSample(
            "objectives of public value with code and title behind their label",
            """
            Piano della performance 2025

            | Obiettivo di valore pubblico | VP1 – Una costa pulita |
            |---|---|
            | Struttura responsabile | Verde |
            | Stakeholder | Bagnanti |

            Indicatori di impatto

            | Indicatore di impatto | Baseline 2024 | Target 2025 | Fonte |
            |---|---|---|---|
            | Spiagge pulite | 7 | 11 | ARPA |

            | Obiettivo di valore pubblico | VP2 – Un centro vivo |
            |---|---|
            | Struttura responsabile | Commercio |
            | Stakeholder | Imprese |

            Indicatori di impatto

            | Indicatore di impatto | Baseline 2024 | Target 2025 | Fonte |
            |---|---|---|---|
            | Negozi aperti | 188 | 195 | CCIAA |
            """,
            "VP1|Una costa pulita|Verde||", "- Spiagge pulite|11||7|",
            "VP2|Un centro vivo|Commercio||", "- Negozi aperti|195||188|"),
        ReadingSample(
            "the code in the head of a card whose title stands below",
            """
            Piano della performance 2025

            | SCHEDA OBIETTIVO COMM7 | | | |
            |---|---|---|---|
            | Settore | Commercio | Responsabile | Resp. Commercio |
            | Denominazione | Mercati rionali | | |
            | Peso | 15 | Tipologia | Mantenimento |
            | Indicatori | Unità di misura | Valore iniziale | Valore atteso 2025 |
            | Banchi assegnati | n. | 58 | 64 |

            | SCHEDA OBIETTIVO COMM8 | | | |
            |---|---|---|---|
            | Settore | Commercio | Responsabile | Resp. Commercio |
            | Denominazione | Dehors in regola | | |
            | Peso | 85 | Tipologia | Sviluppo |
            | Indicatori | Unità di misura | Valore iniziale | Valore atteso 2025 |
            | Pratiche chiuse | n. | 18 | 45 |
            """,
            "COMM7|Mercati rionali|Commercio|Resp. Commercio|15", "- Banchi assegnati|64||58|",
            "COMM8|Dehors in regola|Commercio|Resp. Commercio|85", "- Pratiche chiuse|45||18|"),
        ReadingSample(
            "the code in a row between two cards of one table",
            """
            Piano della performance 2025;;;
            Scheda n. VER3;;;
            Settore;Verde;Responsabile;Resp. Verde
            Denominazione;Canile aperto;;
            Peso;30;Tipologia;Sviluppo
            Indicatori;Unità di misura;Valore iniziale;Valore atteso 2025
            Adozioni;n.;96;110
            Scheda n. VER4;;;
            Settore;Verde;Responsabile;Resp. Verde
            Denominazione;Fontane accese;;
            Peso;70;Tipologia;Sviluppo
            Indicatori;Unità di misura;Valore iniziale;Valore atteso 2025
            Riparazioni;n.;3;9
            """,
            "VER3|Canile aperto|Verde|Resp. Verde|30", "- Adozioni|110||96|",
            "VER4|Fontane accese|Verde|Resp. Verde|70", "- Riparazioni|9||3|"),
        ReadingSample(
            "titles that hold a colon behind their number",
            """
            # Piano della performance 2025

            ## Settore Verde

            Dirigente: Resp. Verde

            ### Obiettivo operativo 1 – Canile aperto

            Peso: 45%

            Indicatore: Adozioni

            - Valore iniziale: 96
            - Valore atteso 2025: 110

            ### Obiettivo operativo 2 – Fontane: acqua in ogni giardino

            Peso: 55%

            Indicatore: Riparazioni

            - Valore iniziale: 3
            - Valore atteso 2025: 9
            """,
            "1|Canile aperto|Verde|Resp. Verde|45", "- Adozioni|110||96|",
            "2|Fontane: acqua in ogni giardino|Verde|Resp. Verde|55", "- Riparazioni|9||3|"),
        ReadingSample(
            "codes in small letters",
            """
            # Cruscotto performance 2025

            ## Settore: Verde

            Responsabile: Resp. Verde

            #### Obiettivo ver1: Canile aperto

            Peso: 35

            - Indicatore: Adozioni Target: 1.100 Consuntivo: 1.080

            ## Settore: Commercio

            Responsabile: Resp. Commercio

            #### Obiettivo com1: Dehors

            Peso: 65

            - Indicatore: Pratiche Target: 45 Consuntivo: 51
            """,
            "ver1|Canile aperto|Verde|Resp. Verde|35", "- Adozioni|1.100|1.080||",
            "com1|Dehors|Commercio|Resp. Commercio|65", "- Pratiche|45|51||"),
        ReadingSample(
            "Roman numbers",
            """
            COMUNE DI PRATOLUNGO
            Obiettivi di performance per l'anno 2025

            Servizio: Verde
            Responsabile: Resp. Verde

            Obiettivo I. Canile aperto
            Peso: 35%
            Misura: adozioni
            Valore atteso: 1.100

            Obiettivo II. Fontane
            Peso: 65%
            Misura: riparazioni
            Valore atteso: 9
            """,
            "I|Canile aperto|Verde|Resp. Verde|35", "- adozioni|1.100|||",
            "II|Fontane|Verde|Resp. Verde|65", "- riparazioni|9|||"),
        ReadingSample(
            "indicators with what is expected of them as items of a list",
            """
            # Piano della performance 2025

            ## Settore Verde

            Responsabile: Resp. Verde

            ### 1. Canile aperto

            Peso: 35%

            Indicatori e valori attesi:

            - Adozioni concluse: 1.100
            - Visite: 380

            ### 2. Fontane accese

            Peso: 65%

            Indicatori e valori attesi:

            - Riparazioni: 9
            - Giorni di fermo: 12
            """,
            "1|Canile aperto|Verde|Resp. Verde|35", "- Adozioni concluse|1.100|||", "- Visite|380|||",
            "2|Fontane accese|Verde|Resp. Verde|65", "- Riparazioni|9|||", "- Giorni di fermo|12|||"),
        ReadingSample(
            "a letter with its objectives counted and their fields below",
            """
            Oggetto: obiettivi 2026 dell'Ufficio Commercio

            Gentile collega,
            allego gli obiettivi 2026 che abbiamo concordato.

            Settore: Ufficio Commercio
            Responsabile: Resp. Commercio

            1) Mercati rionali
               peso: 25
               indicatore: banchi assegnati
               target: 64

            2) Dehors in regola
               peso: 75
               indicatore: pratiche chiuse
               target: 45
            """,
            "1|Mercati rionali|Ufficio Commercio|Resp. Commercio|25", "- banchi assegnati|64|||",
            "2|Dehors in regola|Ufficio Commercio|Resp. Commercio|75", "- pratiche chiuse|45|||"),
    ]

    private static let grids = [
        ReadingSample(
            "labels over their values, three rows of them in a card",
            """
            Piano della performance 2025

            | N. obiettivo | Titolo | Struttura | Dirigente |
            |---|---|---|---|
            | VER/3 | Canile aperto | Verde | Resp. Verde |
            | Descrizione | | | Peso |
            | - | | | 30 |
            | Indicatore | Formula | Unità | Target 2025 |
            | Adozioni concluse | | % | 55% |

            | N. obiettivo | Titolo | Struttura | Dirigente |
            |---|---|---|---|
            | VER/4 | Fontane accese | Verde | Resp. Verde |
            | Descrizione | | | Peso |
            | Pompe nuove nei giardini | | | 70 |
            | Indicatore | Formula | Unità | Target 2025 |
            | Riparazioni | | n. | 9 |
            """,
            "VER/3|Canile aperto|Verde|Resp. Verde|30", "- Adozioni concluse|55%|||",
            "VER/4|Fontane accese|Verde|Resp. Verde|70", "- Riparazioni|9|||"),
        ReadingSample(
            "a label merged over the rows of the indicators",
            """
            Piano della performance 2025

            | Servizio | Canile | |
            |---|---|---|
            | Responsabile | Resp. Verde | |
            | Obiettivo | Adozioni consapevoli | |
            | Peso | 35 | |
            | Indicatori | Descrizione | Valore atteso |
            | | Adozioni | 1.100 |
            | | Rientri | ≤ 6 |

            | Servizio | Canile | |
            |---|---|---|
            | Responsabile | Resp. Verde | |
            | Obiettivo | Sterilizzazioni | |
            | Peso | 65 | |
            | Indicatori | Descrizione | Valore atteso |
            | | Interventi | 140 |
            | | Colonie censite | 17 |
            """,
            "|Adozioni consapevoli|Canile|Resp. Verde|35", "- Adozioni|1.100|||", "- Rientri|≤ 6|||",
            "|Sterilizzazioni|Canile|Resp. Verde|65", "- Interventi|140|||", "- Colonie censite|17|||"),
        ReadingSample(
            "one indicator with a slash below a card",
            """
            Piano della performance 2025

            | Servizio | Verde |
            |---|---|
            | Responsabile | Resp. Verde |
            | Obiettivo n. 1 | Canile aperto |
            | Peso | 45 |

            Indicatori

            | Descrizione indicatore | Valore atteso |
            |---|---|
            | Adozioni / ingressi | 75% |

            | Servizio | Verde |
            |---|---|
            | Responsabile | Resp. Verde |
            | Obiettivo n. 2 | Orti urbani |
            | Peso | 55 |

            Indicatori

            | Descrizione indicatore | Valore atteso |
            |---|---|
            | Lotti liberi / totale | ≤ 12 |
            """,
            "1|Canile aperto|Verde|Resp. Verde|45", "- Adozioni / ingressi|75%|||",
            "2|Orti urbani|Verde|Resp. Verde|55", "- Lotti liberi / totale|≤ 12|||"),
        ReadingSample(
            "the head of a form above each card",
            """
            | Comune di Pratolungo | MOD. 7 – SCHEDA OBIETTIVO | Rev. 4 |
            |---|---|---|
            | | | Anno 2025 |

            | Area | Verde |
            |---|---|
            | Responsabile | Resp. Verde |
            | N. obiettivo | V3 |
            | Denominazione obiettivo | Canile aperto |
            | Peso attribuito | 30 |

            | Indicatore | Formula | Target |
            |---|---|---|
            | Adozioni concluse | | 1.100 |

            Visto del Direttore

            | Comune di Pratolungo | MOD. 7 – SCHEDA OBIETTIVO | Rev. 4 |
            |---|---|---|
            | | | Anno 2025 |

            | Area | Verde |
            |---|---|
            | Responsabile | Resp. Verde |
            | N. obiettivo | V4 |
            | Denominazione obiettivo | Fontane accese |
            | Peso attribuito | 70 |

            | Indicatore | Formula | Target |
            |---|---|---|
            | Riparazioni | | 9 |

            Visto del Direttore
            """,
            "V3|Canile aperto|Verde|Resp. Verde|30", "- Adozioni concluse|1.100|||",
            "V4|Fontane accese|Verde|Resp. Verde|70", "- Riparazioni|9|||"),
        ReadingSample(
            "three labels in one line",
            """
            # Piano della performance 2025

            ### Obiettivo VE-3: Canile aperto

            Direzione: Verde Pubblico – Direttore: Resp. Verde – Peso: 35

            | Indicatore | Spesa |
            |---|---|
            | Target 2025 | € 218.000 |

            ### Obiettivo CO-1: Dehors

            Direzione: Commercio – Direttore: Resp. Commercio – Peso: 65

            | Indicatore | Pratiche |
            |---|---|
            | Target 2025 | 45 |
            """,
            "VE-3|Canile aperto|Verde Pubblico|Resp. Verde|35", "- Spesa|€ 218.000|||",
            "CO-1|Dehors|Commercio|Resp. Commercio|65", "- Pratiche|45|||"),
    ]
}
