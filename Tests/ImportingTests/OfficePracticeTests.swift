import Model
import Testing

@testable import Importing

/// What offices of every size send each year: tables of one page, cards with their line, minutes of the evaluators, and
/// the text of printed pages.
@Suite("What offices send each year")
struct OfficePracticeTests {
    @Test(arguments: pages + tables + cards) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let pages = [
        ReadingSample(
            "texts that go over several rows beside the figures of each",
            """
            Comune di Prova
            Piano della performance 2026

            Settore             Obiettivo                 Peso     Indicatore                Valore atteso
            Verde e orti        Cura degli orti           30       Lotti affidati ai         40
            delle frazioni      urbani e delle aree                residenti nell’anno
                                di gioco secondo
                                le regole nuove                    Sedute della consulta     9
                                                                   degli orti
            Verde e orti        Apertura del canile       20       Adozioni concluse e       17
            delle frazioni      nei giorni festivi                 seguite dopo un mese
                                                                   Ore di apertura           240
            """,
            "|Cura degli orti urbani e delle aree di gioco secondo le regole nuove|Verde e orti delle frazioni||30",
            "- Lotti affidati ai residenti nell’anno|40|||", "- Sedute della consulta degli orti|9|||",
            "|Apertura del canile nei giorni festivi|Verde e orti delle frazioni||20",
            "- Adozioni concluse e seguite dopo un mese|17|||", "- Ore di apertura|240|||"),
        ReadingSample(
            "heads that stand closer than the columns of their rows",
            """
            Comune di Prova
            Relazione sulla performance 2025

            Obiettivo 1.1 Cura degli orti
            Peso: 30

            Indicatore                                      U.M. Target Consuntivo Peso
            Lotti affidati ai residenti di ogni frazione    %    90%    93,4%           60
            Sedute della consulta                           n.   40     44              40

            Obiettivo 1.2 Apertura del canile
            Peso: 70

            Indicatore                                      U.M. Target Consuntivo Peso
            Adozioni concluse                               n.   20     22              50
            Ore di apertura                                 n.   240    252             50
            """,
            "1.1|Cura degli orti|||30", "- Lotti affidati ai residenti di ogni frazione|90%|93,4%||60",
            "- Sedute della consulta|40|44||40", "1.2|Apertura del canile|||70",
            "- Adozioni concluse|20|22||50", "- Ore di apertura|240|252||50"),
        ReadingSample(
            "a head with a day below it, and values that wait for their day",
            """
            Comune di Prova
            Relazione sulla performance 2025

            N.     Obiettivo                   Peso   Indicatore                    Target 2025   Risultato al
                                                                                                  31/12/2025
            1.1    Regole nuove per gli        40     Bozza delle regole inviata    entro il      22/05/2025
                   orti urbani                        alla consulta                 31/05/2025
                                                      Regole portate al Consiglio   entro il      15/10/2025
                                                                                    30/09/2025
            1.2    Apertura del canile nei     60     Ore di apertura               240           252
                   giorni festivi
            """,
            "1.1|Regole nuove per gli orti urbani|||40",
            "- Bozza delle regole inviata alla consulta|entro il 31/05/2025|22/05/2025||",
            "- Regole portate al Consiglio|entro il 30/09/2025|15/10/2025||",
            "1.2|Apertura del canile nei giorni festivi|||60", "- Ore di apertura|240|252||"),
        ReadingSample(
            "figures that one blank alone parts from the text before them",
            """
            Comune di Prova
            Piano della performance 2026

            Cod.   Obiettivo operativo                                  Peso   Indicatore                                 Base    Atteso
            1.1    Cura degli orti urbani e delle aree di gioco nuove e 25     Lotti affidati ai residenti                0%      80%
                   nelle frazioni
                                                                               Sedute della consulta aperte a ogni abitante 0     9
            1.2    Apertura del canile nei giorni festivi               20     Adozioni concluse                          35%     100%
                                                                               Volontari                                  12      18
            1.3    Regole per le feste in piazza                        15     Giorni medi per il nulla osta              27      20
            """,
            "1.1|Cura degli orti urbani e delle aree di gioco nuove e nelle frazioni|||25",
            "- Lotti affidati ai residenti|80%||0%|", "- Sedute della consulta aperte a ogni abitante|9||0|",
            "1.2|Apertura del canile nei giorni festivi|||20", "- Adozioni concluse|100%||35%|",
            "- Volontari|18||12|", "1.3|Regole per le feste in piazza|||15",
            "- Giorni medi per il nulla osta|20||27|"),
    ]

    private static let tables = [
        ReadingSample(
            "a row an objective, weights that are no whole, and their sum",
            """
            COMUNE DI PROVA – PIANO DEGLI OBIETTIVI ANNO 2026
            AREA TECNICA – Responsabile: Resp. Verde

            | N. | OBIETTIVO | AZIONI | INDICATORE | RISULTATO ATTESO | PESO |
            | 1 | Cura degli orti urbani | Bando per i lotti | Lotti affidati | 60% | 30 |
            | 2 | Piano delle scuole | Avvio dei lavori | Scuole verificate | 5 | 25 |
            | 3 | Meno consumi | Diagnosi | Lampade sostituite | 400 | 15 |
            |  |  |  |  | TOTALE | 70 |
            """,
            "1|Cura degli orti urbani|TECNICA|Resp. Verde|30", "- Lotti affidati|60%|||",
            "2|Piano delle scuole|TECNICA|Resp. Verde|25", "- Scuole verificate|5|||",
            "3|Meno consumi|TECNICA|Resp. Verde|15", "- Lampade sostituite|400|||"),
        ReadingSample(
            "offices with a number over who answers and a table",
            """
            Comune di Prova – PIAO 2026-2028

            2.2.1 Servizi alle famiglie

            Responsabile E.Q.: Resp. Rossi

            | Obiettivo operativo | Indicatore | Target 2026 |
            | Assistenza a casa | Relazioni presentate | 1 |

            2.2.2 Lavori e manutenzioni

            Responsabile E.Q.: Resp. Verde

            | Obiettivo operativo | Indicatore | Target 2026 |
            | La piazza nuova | Relazioni presentate | 2 |
            """,
            "|Assistenza a casa|Servizi alle famiglie|Resp. Rossi|", "- Relazioni presentate|1|||",
            "|La piazza nuova|Lavori e manutenzioni|Resp. Verde|", "- Relazioni presentate|2|||"),
        ReadingSample(
            "the table of risks below the objectives of a plan",
            """
            Comune di Prova – PIAO 2026-2028

            2.2 Performance

            | Obiettivo | Indicatore | Target 2026 |
            | Cura degli orti | Lotti affidati | 40 |

            2.3 Rischi corruttivi e trasparenza

            | Processo | Rischio | Livello | Misura | Indicatore di attuazione | Valore atteso | Tempi |
            | Appalti | Frazionamento | Alto | Rotazione degli affidamenti | Verifiche | 10% | 31/12/2026 |
            """,
            "|Cura degli orti|||", "- Lotti affidati|40|||"),
        ReadingSample(
            "the subject of minutes, and their day, which is of the year after",
            """
            COMUNE DI PROVA
            NUCLEO DI VALUTAZIONE
            Verbale n. 4 del 20 maggio 2026
            Oggetto: valutazione del grado di raggiungimento degli obiettivi di performance anno 2025.

            | Obiettivo | Peso | Indicatore | Target 2025 | Risultato 2025 |
            | Cura degli orti | 25 | Lotti affidati | 40 | 36 |
            | Apertura del canile | 75 | Adozioni | 17 | 18 |
            """,
            "|Cura degli orti|||25", "- Lotti affidati|40|36||", "|Apertura del canile|||75",
            "- Adozioni|17|18||"),
    ]

    private static let cards = [
        ReadingSample(
            "the label of its line below the title of a card",
            """
            Comune di Prova
            Piano degli obiettivi 2026

            | Codice | 01.01 | | |
            | Obiettivo | Cura degli orti urbani | | |
            | Linea di mandato | Città aperta | Durata | Annuale |
            | Descrizione | Il bando esce ogni anno | | |

            | Descrizione | Formula | Peso | Target 2026 |
            | Lotti affidati | Valore assoluto | 40 | 12 |
            | Sedute della consulta | Valore assoluto | 60 | 13 |
            """,
            "01.01|Cura degli orti urbani|||", "- Lotti affidati|12|||40", "- Sedute della consulta|13|||60"),
        ReadingSample(
            "a title of many words, and the weights of each card its own",
            """
            Comune di Prova
            Piano degli obiettivi 2026

            | Obiettivo 1.1 – Revisione delle regole per il funzionamento della consulta degli orti urbani e delle aree di gioco nelle frazioni, con la disciplina delle sedute a distanza e della loro registrazione | | |
            | Peso | 40% | |
            | Indicatore | Valore di partenza | Target 2026 |
            | Bozza inviata | - | 2 |

            | Obiettivo 1.2 – Apertura del canile | | |
            | Peso | 60% | |
            | Indicatore | Valore di partenza | Target 2026 |
            | Adozioni | 3 | 17 |
            """,
            "1.1|Revisione delle regole per il funzionamento della consulta degli orti urbani e delle aree di gioco nelle frazioni, con la disciplina delle sedute a distanza e della loro registrazione|||40",
            "- Bozza inviata|2||-|", "1.2|Apertura del canile|||60", "- Adozioni|17||3|"),
        ReadingSample(
            "a code and a weight over a title that has the row to itself",
            """
            Comune di Prova
            Piano degli obiettivi 2026

            | OBIETTIVO TRASVERSALE T1 | Peso 30% | |
            | Pagamenti entro i termini di legge | | |
            | Indicatore | Valore iniziale | Valore atteso 2026 |
            | Giorni medi di ritardo | 4 | 0 |

            | OBIETTIVO TRASVERSALE T2 | Peso 70% | |
            | Formazione di tutto il personale | | |
            | Indicatore | Valore iniziale | Valore atteso 2026 |
            | Ore medie a testa | 29 | 40 |
            """,
            "T1|Pagamenti entro i termini di legge|||30", "- Giorni medi di ritardo|0||4|",
            "T2|Formazione di tutto il personale|||70", "- Ore medie a testa|40||29|"),
        ReadingSample(
            "a summary of the objectives below their cards",
            """
            Comune di Prova
            Relazione sugli obiettivi 2025

            | SCHEDA OBIETTIVO 1.1 | | |
            | Obiettivo | Cura degli orti urbani | |
            | Peso | 60% | |
            | Indicatore | Valore atteso | Valore conseguito |
            | Lotti affidati | 40 | 36 |

            | SCHEDA OBIETTIVO 1.2 | | |
            | Obiettivo | Apertura del canile comunale | |
            | Peso | 40% | |
            | Indicatore | Valore atteso | Valore conseguito |
            | Adozioni | 17 | 18 |

            Riepilogo

            | N. | Obiettivo | Peso | % raggiungimento | Punteggio |
            | 1.1 | Cura degli orti urbani | 60% | 100% | 60 |
            | 1.2 | Apertura del canile comunale | 40% | 100% | 40 |
            """,
            "1.1|Cura degli orti urbani|||60", "- Lotti affidati|40|36||",
            "1.2|Apertura del canile comunale|||40", "- Adozioni|17|18||"),
        ReadingSample(
            "a code and a title over the labels of a card",
            """
            Comune di Prova
            Piano degli obiettivi 2026

            | 1.1 | Revisione delle regole degli orti | | |
            | Settore | Verde | Responsabile | Resp. Verde |
            | Peso | 40 su 100 | | |
            | Indicatore | Unità | Valore 2025 | Valore atteso 2026 |
            | Bozza inviata | n. | 0 | 2 |

            | 1.3 | Apertura del canile comunale | | |
            | Settore | Verde | Responsabile | Resp. Verde |
            | Peso | 60 su 100 | | |
            | Indicatore | Unità | Valore 2025 | Valore atteso 2026 |
            | Adozioni | n. | 3 | 17 |
            """,
            "1.1|Revisione delle regole degli orti|Verde|Resp. Verde|40", "- Bozza inviata|2||0|",
            "1.3|Apertura del canile comunale|Verde|Resp. Verde|60", "- Adozioni|17||3|"),
    ]

    @Test("What the evaluators confirmed goes before what was proposed")
    func validated() throws {
        let text = """
            Comune di Prova
            Relazione sulla performance 2025

            | Obiettivo | Peso | % raggiungimento proposta dal responsabile | % raggiungimento validata dal NdV |
            | Cura degli orti | 25 | 100% | 90% |
            | Apertura del canile | 75 | 100% | 95% |
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        let achievements = found.objectives.flatMap(\.indicators).map { $0.printed.achievement?.raw ?? "" }
        #expect(achievements == ["90%", "95%"])
    }

    @Test(
        "A name behind the office that it heads",
        arguments: [
            ("Servizi alla persona – Verdi Anna", "Servizi alla persona", "Verdi Anna"),
            (
                "SETTORE 1 – VERDE E ORTI (Responsabile: Dott.ssa Verdi Anna)", "SETTORE 1 – VERDE E ORTI",
                "Dott.ssa Verdi Anna"
            ),
            ("Settore Verde (Verdi Anna)", "Verde", "Verdi Anna"),
            ("Servizio Verde – Responsabile Ing. Verdi Anna", "Verde", "Ing. Verdi Anna"),
        ])
    func heads(_ heading: String, _ office: String, _ head: String) throws {
        let text = """
            Comune di Prova
            Piano degli obiettivi 2026

            \(heading)

            Obiettivo 1.1 – Cura degli orti (peso 30%)
            | Indicatore | Target 2026 |
            | Lotti affidati | 12 |
            """
        let objective = try #require(
            try Importer.propose(bytes: Array(text.utf8), file: "a.txt").objectives.first)
        #expect([objective.sector, objective.head] == [office, head])
    }

    @Test("Names of offices and places are no people")
    func noPeople() {
        for name in [
            "Polizia Locale", "Villa Silvia", "Via San Marco", "Lavori Pubblici", "Anna", "Servizi Anna",
        ] {
            #expect(!PersonName.isPerson(name), "\(name)")
        }
    }

    @Test("The items of a list in a cell")
    func items() {
        #expect(
            NumberedItems.marked(["- Lotti affidati", "nell’anno", "- Adozioni"])
                == ["Lotti affidati nell’anno", "Adozioni"])
        #expect(NumberedItems.marked(["Lotti affidati", "- Adozioni"]) == nil)
    }
}
