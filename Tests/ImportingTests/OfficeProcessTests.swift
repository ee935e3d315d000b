import Model
import Testing

@testable import Importing

/// Objectives that are processes, phases beside indicators, the days of a monitoring, verdicts by crosses, and where a card
/// ends.
@Suite("Processes, phases and chapters of what offices send")
struct OfficeProcessTests {
    @Test(arguments: tables + cards + pages) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let tables = [
        ReadingSample(
            "processes with the mean of three years before the targets",
            """
            Comune di Prova
            Relazione sulla performance 2025 – Obiettivi di processo

            | PROCESSO N. 1 | | Gestire gli orti urbani | | |
            | Responsabile | | Verdi Anna | | |
            | Finalità | | Orti curati in ogni frazione | | |
            | Indicatori di efficacia | Media triennio 2022-2024 | Atteso 2025 | Raggiunto 2025 | Scostamento |
            | Lotti affidati | 1.905 | 1.870 | 1.872 | |
            | Indicatori di efficienza economica | Media triennio 2022-2024 | Atteso 2025 | Raggiunto 2025 | Scostamento |
            | Costo degli orti | 2.300,00 | 2.000,00 | 2.150,40 | |

            | PROCESSO N. 2 | | Gestire il canile | | |
            | Responsabile | | Verdi Anna | | |
            | Indicatori di qualità | Media triennio 2022-2024 | Atteso 2025 | Raggiunto 2025 | Scostamento |
            | Adozioni concluse | 12 | 15 | 17 | |
            """,
            "1|Gestire gli orti urbani||Verdi Anna|", "- Lotti affidati|1.870|1.872|1.905|",
            "- Costo degli orti|2.000,00|2.150,40|2.300,00|", "2|Gestire il canile||Verdi Anna|",
            "- Adozioni concluse|15|17|12|"),
        ReadingSample(
            "rows with nothing but a phase and how far it has come",
            """
            Comune di Prova - Consuntivo obiettivi 2025

            | Codice | Obiettivo | Fase | Termine previsto | % realizzazione fase | Indicatore | Atteso | Realizzato |
            | 1.1 | Cura degli orti | Bando | 28/02/2025 | 100% | Lotti affidati | 60% | 48% |
            | | | Assegnazione | 31/08/2025 | 90% | | | |
            | | | Consegna | 31/12/2025 | 80% | | | |
            """,
            "1.1|Cura degli orti|||", "- Lotti affidati|60%|48%||", "* Bando", "* Assegnazione",
            "* Consegna"),
        ReadingSample(
            "the days of a monitoring, the last of which is the year's",
            """
            Comune di Prova – Monitoraggio trimestrale degli obiettivi 2026

            | Codice | Obiettivo | Indicatore | Target 2026 | Monitoraggio | | | | Note |
            | | | | | 31/03 | 30/06 | 30/09 | 31/12 | |
            | 1.1 | Cura degli orti | Lotti affidati | 40 | 8 | 19 | 30 | 43 | |
            """,
            "1.1|Cura degli orti|||", "- Lotti affidati|40|43||"),
        ReadingSample(
            "the days of a monitoring that has come to September",
            """
            Comune di Prova – Monitoraggio trimestrale degli obiettivi 2026

            | Codice | Obiettivo | Indicatore | Target 2026 | Monitoraggio | | | |
            | | | | | 31/03 | 30/06 | 30/09 | 31/12 |
            | 1.1 | Cura degli orti | Lotti affidati | 40 | 8 | 19 | 30 | |
            """,
            "1.1|Cura degli orti|||", "- Lotti affidati|40|||"),
        ReadingSample(
            "verdicts by crosses below two offices that have the same objective",
            """
            Comune di Prova
            Verifica degli obiettivi anno 2025

            # Responsabile: Verdi Anna – Orti e parchi

            | OBIETTIVO | INDICATORE | VALORE ATTESO | PES O | RAGGIUNTO | PARZIALMENTE RAGGIUNTO | NON RAGGIUNTO |
            | Regole nuove | Proposte | 3 | 60 | X | | |
            | Scarto di carte | Metri inviati | 120 | 40 | | X | |

            # Responsabile del Servizio Lavori Pubblici: Ing. Verdi Bruno

            | OBIETTIVO | INDICATORE | VALORE ATTESO | PES O | RAGGIUNTO | PARZIALMENTE RAGGIUNTO | NON RAGGIUNTO |
            | Scarto di carte | Metri inviati | 80 | 100 | | | X |
            """,
            "|Regole nuove|Orti e parchi|Verdi Anna|60", "- Proposte|3|||",
            "|Scarto di carte|Orti e parchi|Verdi Anna|40", "- Metri inviati|120|||",
            "|Scarto di carte|Lavori Pubblici|Ing. Verdi Bruno|100", "- Metri inviati|80|||"),
    ]

    private static let cards = [
        ReadingSample(
            "an office over a reference that looks like a figure",
            """
            Comune di Prova – Piano della performance 2026

            | Obiettivo | Cura degli orti |
            | Settore | Verde e orti |
            | Riferimenti al DUP | 1.2.4 |
            | Scadenza | 31/12/2026 |

            | Indicatore | Target atteso |
            | Lotti affidati | 12 |

            | Obiettivo | Canile aperto |
            | Settore | Servizi alla persona |
            | Riferimenti al DUP | 4.6.1 |
            | Scadenza | 31/12/2026 |

            | Indicatore | Target atteso |
            | Adozioni | 9 |
            """,
            "|Cura degli orti|Verde e orti||", "- Lotti affidati|12|||",
            "|Canile aperto|Servizi alla persona||", "- Adozioni|9|||"),
        ReadingSample(
            "phases with their numbers in one cell below a code alone",
            """
            COMUNE DI PROVA – Piano degli obiettivi 2026

            | OBIETTIVO DI PERFORMANCE N. 3 | | |
            | TITOLO OBIETTIVO | Cura degli orti urbani | |
            | PESO | 25 | |
            | INDICATORI DI RISULTATO | VALORE ATTESO | TEMPI |
            | Lotti affidati | 70% | 31.12.2026 |
            | FASI | 1. Bando 2. Assegnazione 3. Consegna | |
            """,
            "3|Cura degli orti urbani|||25", "- Lotti affidati|70%|||", "* Bando", "* Assegnazione",
            "* Consegna"),
        ReadingSample(
            "a chapter behind the last objective, whose steps are none of its phases",
            """
            CITTÀ DI PROVA – RELAZIONE SULLA PERFORMANCE 2025

            # 3. Misurazione

            ## 3.1 Settore Verde

            Dirigente: Dott.ssa Verdi Anna

            Obiettivo 1.1 – Cura degli orti

            Peso: 100%

            | Indicatore | Target 2025 | Risultato 2025 |
            | Lotti affidati | 40 | 43 |

            # 4. Obiettivi individuali

            La distribuzione è omogenea in tutti i settori del Comune.

            # 5. Il ciclo

            | Fase | Soggetti | Tempi |
            | Approvazione | Giunta | 30/01/2025 |
            | Verifica | Dirigenti | 31/07/2025 |
            """,
            "1.1|Cura degli orti|Verde|Dott.ssa Verdi Anna|100", "- Lotti affidati|40|43||"),
        ReadingSample(
            "a part of a card with a number is no chapter",
            """
            Comune di Prova – Piano della performance 2025

            # 1. Settore Verde

            Obiettivo 1.1 – Cura degli orti

            # 2. Indicatori

            | Indicatore | Target 2025 |
            | Lotti affidati | 40 |
            """,
            "1.1|Cura degli orti|Verde||", "- Lotti affidati|40|||"),
    ]

    private static let pages = [
        ReadingSample(
            "cards of two and three pairs in a line, with two tables below",
            """
            Codice            01.01.26                                   Centro di responsabilità   Verde e orti
            Obiettivo         Revisione delle regole degli orti urbani e delle aree di gioco, con le sedute a distanza della consulta
            Responsabile      Verdi Anna                                 Assessorato                Sindaco            Peso       40%
            Linea di mandato  Città aperta                                                                             Durata     Annuale

            Indicatori
            Descrizione                                 Tipologia    Formula           U.M.   Peso   Baseline   Target 2026   Target 2027
            Bozza delle regole inviata alla consulta    Efficacia    Valore assoluto   data   40                entro il
            degli orti                                                                                          31/05/2026
            Regole portate al Consiglio                 Efficienza   Valore assoluto   data   60                entro il
                                                                                                                30/09/2026


            Attività
            N.         Attività                                                 Data inizio          Data fine            Peso attività
            1          Analisi di altri enti                                    01/01/2026           28/02/2026           50
            2          Confronto con la consulta                                01/03/2026           31/05/2026           50
            """,
            "01.01.26|Revisione delle regole degli orti urbani e delle aree di gioco, con le sedute a distanza della consulta|Verde e orti|Verdi Anna|40",
            "- Bozza delle regole inviata alla consulta degli orti|entro il 31/05/2026|||40",
            "- Regole portate al Consiglio|entro il 30/09/2026|||60", "* Analisi di altri enti",
            "* Confronto con la consulta"),
        ReadingSample(
            "a state in each row between the values, beside texts of several lines",
            """
            Comune di Prova
            STATO DI AVANZAMENTO DEGLI OBIETTIVI PEG 2025

            Servizio Verde e orti – Responsabile Verdi Anna
            Cod.    Obiettivo                               Indicatore                          Target 2025    SAL al       SAL al        Peso       Note
                                                                                                               30/06/2025   31/12/2025    indicato
                                                                                                                                          re
            1.1     Cura degli orti urbani e delle aree     Lotti affidati ai residenti         45             in corso     47            50%
                    di gioco con aperture serali nei        Ore di apertura delle aree di       800            in corso     764           50%        Due persone in meno
                    mesi estivi e nelle frazioni            gioco
            1.2     Regole nuove per il canile              Adozioni concluse                   30             in corso     35            60%
                                                            Volontari                           12             in corso     18            40%
            """,
            "1.1|Cura degli orti urbani e delle aree di gioco con aperture serali nei mesi estivi e nelle frazioni|Verde e orti|Verdi Anna|",
            "- Lotti affidati ai residenti|45|47||50%", "- Ore di apertura delle aree di gioco|800|764||50%",
            "1.2|Regole nuove per il canile|Verde e orti|Verdi Anna|", "- Adozioni concluse|30|35||60%",
            "- Volontari|12|18||40%"),
        ReadingSample(
            "days that narrow columns cut",
            """
            Comune di Prova – Mappe dei servizi 2025

            Servizio: Orti comunali
            Responsabile E.Q.: Verdi Anna

            Output del servizio
            Tipologia                        31/12/202     31/12/202
                                             4             5
            n. lotti affidati                58            60
            n. ore di apertura               10.412        10.870
            """,
            "= Orti comunali", "- output n. lotti affidati: 2024 58, 2025 60",
            "- output n. ore di apertura: 2024 10.412, 2025 10.870"),
    ]

    @Test("A name in capitals ends where other letters begin")
    func names() {
        #expect(
            DocumentCover.municipality("COMUNE DI ROCCA SUL COLLE Verifica degli obiettivi anno 2025")
                == "Comune di Rocca sul Colle")
        #expect(
            DocumentCover.municipality("COMUNE DI PROVA Allegato al CCDI 2026") == "Comune di Prova")
        #expect(DocumentCover.municipality("Comune di Rocca sul Colle") == "Comune di Rocca sul Colle")
        #expect(DocumentCover.municipality("COMUNE DI ROCCA ne' MONTI") == "COMUNE DI ROCCA ne' MONTI")
    }
}
