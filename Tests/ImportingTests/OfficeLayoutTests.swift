import Testing

@testable import Importing

/// Plans and maps laid out by blanks, as a page is copied or printed into text.
@Suite("What offices lay out by blanks")
struct OfficeLayoutTests {
    @Test(arguments: forms + tables + maps) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let forms = [
        ReadingSample(
            "values that run over the columns of the table below them",
            """
            COMUNE DI PROVA
            Piano degli obiettivi 2026-2028

            Responsabile: Resp. Verde

            Obiettivo 01.01             Cura degli orti urbani delle frazioni e pubblicazione in
                                        rete delle graduatorie
            Descrizione                 L’obiettivo prevede un bando l’anno. Sono coinvolti tutti gli uffici
                                        che hanno aree libere. Il primo semestre serve alle regole.
            Peso                        25/100
            Indicatori                  Unità di misura             Valore atteso 2026            Valore atteso 2027
            Percentuale di lotti        %                           80%                           95%
            affidati ai residenti
            Sedute della consulta       n.                          9                             11
            """,
            "01.01|Cura degli orti urbani delle frazioni e pubblicazione in rete delle graduatorie||Resp. Verde|25",
            "- Percentuale di lotti affidati ai residenti|80%|||", "- Sedute della consulta|9|||"),
        ReadingSample(
            "cards of two pairs on a line, tables with heads of their own, phases",
            """
            Comune di Prova
            Piano dettagliato degli obiettivi 2026

            Settore 1 – Verde
            Dirigente: Resp. Verde

              Codice              1.1                                                            Peso         35%
              Obiettivo           Cura degli orti urbani e adeguamento del regolamento che li regge dal 2010

              Finalità            Comprende la nomina della consulta e l’analisi delle domande.

              Indicatore di performance                               Unità       Valore 2025      Performance                Peso
                                                                                                   attesa 2026
              Lotti affidati ai residenti                             %           18%              100%                       60%
              Domande ancora aperte                                   n.          14               0                          40%

              Fasi e tempi                                                               Data inizio               Data fine
              Predisposizione degli atti                                                 01/01/2026                30/04/2026


              Codice              1.2                                                            Peso         65%
              Obiettivo           Completamento del canile

              Finalità            Miglioramento del servizio

              Indicatore di performance                               Unità       Valore 2025      Performance                Peso
                                                                                                   attesa 2026
              Adozioni concluse e seguite                             n.          6                17                         100%
            """,
            "1.1|Cura degli orti urbani e adeguamento del regolamento che li regge dal 2010|Settore 1 – Verde|Resp. Verde|35",
            "- Lotti affidati ai residenti|100%||18%|60%", "- Domande ancora aperte|0||14|40%",
            "* Predisposizione degli atti",
            "1.2|Completamento del canile|Settore 1 – Verde|Resp. Verde|65",
            "- Adozioni concluse e seguite|17||6|100%"),
        ReadingSample(
            "a calendar below the indicators is a table of its own",
            """
            Comune di Prova
            Piano della performance 2026-2028

            Settore 1 – Segreteria
            Dirigente: Resp. Segreteria

            Obiettivo 1.1 – Sedute di Giunta senza carta
            Peso: 25%

             Indicatore                                  U.M.      Base      Target       Target      Target      Peso
                                                                   2025      2026         2027        2028
             Sedute trasmesse                            n.        0         9            11          11          40

             Fasi                                                 G    F    M    A    M    G    L    A    S    O    N    D
             Analisi delle attività                               X    X    X
             Verifica dei risultati                                                                                 X    X
            """,
            "1.1|Sedute di Giunta senza carta|Settore 1 – Segreteria|Resp. Segreteria|25",
            "- Sedute trasmesse|9||0|40", "* Analisi delle attività", "* Verifica dei risultati"),
    ]

    private static let tables = [
        ReadingSample(
            "second lines of a wide table whose heads have two lines",
            """
            Comune di Prova – Relazione sulla performance 2025
                                                     N.                                                     Peso                                                Peso   Valore    Valore
            Centro di responsabilità       Titolare  ob.   Denominazione obiettivo                          ob.    Descrizione indicatore                       ind.   atteso    raggiunto
            Centrale degli acquisti e      Resp.     1/1   Qualificazione della stazione che appalta        35     Procedure svolte in rete                     40     100%      98%
            Provveditorato                 Acquisti        dell’intero ciclo dei contratti
                                                                                                                   Durata media delle procedure dalla           60     75        79
                                                                                                                   pubblicazione
            Gestione delle Reti            Resp.     2/1   Sostituzione dei contatori                       65     Contatori sostituiti                         100    2.400     2.288
                                           Reti
            """,
            "1/1|Qualificazione della stazione che appalta dell’intero ciclo dei contratti|Centrale degli acquisti e Provveditorato|Resp. Acquisti|35",
            "- Procedure svolte in rete|100%|98%||40",
            "- Durata media delle procedure dalla pubblicazione|75|79||60",
            "2/1|Sostituzione dei contatori|Gestione delle Reti|Resp. Reti|65",
            "- Contatori sostituiti|2.400|2.288||100"),
        ReadingSample(
            "heads of narrow columns one blank apart, a figure behind a full text",
            """
            Comune di Prova
            Relazione sulla performance 2025

            Obiettivo 1.2 – Fascicoli in rete

            Peso: 30%

            Indicatore                                        Peso Target Risultato %
            Fascicoli scansionati e messi in rete             50%      9.000        8.640       100%
            Controlli sulla regolarità delle domande tutte 40%         110          112         98%
            Copie rilasciate                                  10%      15           16          98%
            """,
            "1.2|Fascicoli in rete|||30", "- Fascicoli scansionati e messi in rete|9.000|8.640||50%",
            "- Controlli sulla regolarità delle domande tutte|110|112||40%",
            "- Copie rilasciate|15|16||10%"),
        ReadingSample(
            "separated rows that begin small and lack their values are rows of their own",
            """
            Comune di Prova;;;;
            Piano 2026;;;;
            Obiettivo;Responsabile;Indicatore;Target;Peso
            Orti urbani;Resp. Verde;Lotti affidati;36;60
            Orti urbani;Resp. Verde;canoni riscossi;;
            Canile;Resp. Animali;Adozioni;110;40
            """,
            "|Orti urbani||Resp. Verde|60", "- Lotti affidati|36|||", "- canoni riscossi||||",
            "|Canile||Resp. Animali|40", "- Adozioni|110|||"),
        ReadingSample(
            "a year at the end of a name is no value, nor a figure before a column that others leave empty",
            """
            Comune di Prova
            Relazione sulla performance 2025

            Obiettivo 1.1 – Orti urbani

            Peso: 100%

            Indicatore                              Base     Target
            Approvazione del bilancio per il 2025            40
            Lotti affidati                          12       36
            Adeguamento alla direttiva europea 2             90
            """,
            "1.1|Orti urbani|||100", "- Approvazione del bilancio per il 2025|40|||",
            "- Lotti affidati|36||12|", "- Adeguamento alla direttiva europea 2|90|||"),
        ReadingSample(
            "several figures in one cell are none",
            """
            # Comune di Prova

            Relazione sulla performance 2025

            ## Obiettivo 1.1 – Orti urbani

            Peso: 30%

            | Indicatore | Peso | Target | Risultato |
            |---|---|---|---|
            | Lotti | 100% 20% | 36 | 29/10/2025 98% |
            | Canoni | 50% | 1 200 | 1.250 |
            """,
            "1.1|Orti urbani|||30", "- Lotti|36|||", "- Canoni|1 200|1.250||50%"),
        ReadingSample(
            "cells that say what they are, without a head",
            """
            # Comune di Prova

            Piano degli obiettivi 2026

            ## Area Urbanistica

            Responsabile: Resp. Urbanistica

            ### Obiettivo 1.1: Variante generale

            Peso: 35%

            Indicatori

            | Deposito degli elaborati | data | valore atteso: 30/11/2026 |
            | Incontri pubblici | n. | valore atteso: 8 |

            ### Obiettivo 1.2: Agibilità

            Peso: 65%

            Indicatori

            | Segnalazioni controllate | % | valore atteso: 20% |
            """,
            "1.1|Variante generale|Urbanistica|Resp. Urbanistica|35",
            "- Deposito degli elaborati|30/11/2026|||", "- Incontri pubblici|8|||",
            "1.2|Agibilità|Urbanistica|Resp. Urbanistica|65", "- Segnalazioni controllate|20%|||"),
        ReadingSample(
            "titles that go on small on the next line",
            """
            Comune di Prova
            Piano della performance 2026

            Obiettivo 1.2 – Costruzione del bilancio consolidato del gruppo pubblico con acquisizione
            informatizzata dei dati
            Peso: 100%

            Indicatore                 Target
            Enti che rispondono        7
            Schemi approvati           1
            """,
            "1.2|Costruzione del bilancio consolidato del gruppo pubblico con acquisizione informatizzata dei dati|||100",
            "- Enti che rispondono|7|||", "- Schemi approvati|1|||"),
    ]

    private static let maps = [
        ReadingSample(
            "maps whose parts have titles of their own",
            """
            # COMUNE DI PROVA

            # Allegato C – Mappe dei servizi

            ## Servizio sociale professionale

            | Responsabile | Resp. Sociale |
            | Forma gestionale | diretta |

            ### Elementi del servizio

            | Elemento centrale | Note |
            |---|---|
            | Segretariato sociale | |

            ### Output del servizio

            | Tipologia di output | 2024 | 2025 |
            |---|---|---|
            | Colloqui | 1.410 | 1.502 |

            ### Utenti seguiti

            | Tipologia di utenti | 2024 | 2025 |
            |---|---|---|
            | Nuclei | 402 | 418 |

            ## Gestione cimiteri

            | Responsabile | Resp. Cimiteri |
            | Forma gestionale | mista |

            ### Elementi del servizio

            | Elemento centrale | Note |
            |---|---|
            | Inumazioni | |

            ### Output del servizio

            | Tipologia di output | 2024 | 2025 |
            |---|---|---|
            | Operazioni | 205 | 219 |
            """,
            "= Servizio sociale professionale", "- output Colloqui: 2024 1.410, 2025 1.502",
            "- users Nuclei: 2024 402, 2025 418", "= Gestione cimiteri",
            "- output Operazioni: 2024 205, 2025 219"),
        ReadingSample(
            "a column says of each row whether it is output or users",
            """
            Comune;Servizio;Responsabile;Sezione;Voce;2024;2025
            Comune di Prova;Polizia mortuaria;Resp. Cimiteri;Output;Autorizzazioni;205;214
            Comune di Prova;Polizia mortuaria;Resp. Cimiteri;Utenti;Famiglie;184;201
            Comune di Prova;Informagiovani;Resp. Giovani;Output;Colloqui;371;402
            Comune di Prova;Informagiovani;Resp. Giovani;Utenti;Giovani;601;644
            """,
            "= Polizia mortuaria", "- output Autorizzazioni: 2024 205, 2025 214",
            "- users Famiglie: 2024 184, 2025 201", "= Informagiovani",
            "- output Colloqui: 2024 371, 2025 402", "- users Giovani: 2024 601, 2025 644"),
    ]
}
