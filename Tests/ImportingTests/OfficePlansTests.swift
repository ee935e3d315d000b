import Model
import Reading
import Testing

@testable import Importing

/// Whole plans of many offices: lists before the cards, headings that no word tells, cards of suites, and rows that are no
/// indicators.
@Suite("Whole plans as offices send them")
struct OfficePlansTests {
    @Test(arguments: offices + cards + parts + tables) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let offices = [
        ReadingSample(
            "a list of each office before its cards, whose lines are others",
            """
            Città di Prova – Piano dettagliato degli obiettivi 2026

            # SETTORE 1 – ORTI

            Responsabile: Dott.ssa Verdi Anna

            | N. | Obiettivo | Tipologia | Peso |
            | 1.1 | Cura degli orti | Sviluppo | 100 |
            |  | Totale |  | 100 |

            | OBIETTIVO N. 1.1 | Cura degli orti | | |
            | Linea di mandato | Città aperta | | |
            | Indicatore | U.M. | Valore 2025 | Target 2026 |
            | Lotti affidati | n. | 35 | 90 |

            # SETTORE 2 – MUSEI

            Responsabile: Dott. Verdi Bruno

            | N. | Obiettivo | Tipologia | Peso |
            | 2.1 | Museo la sera | Sviluppo | 100 |
            |  | Totale |  | 100 |

            | OBIETTIVO N. 2.1 | Museo la sera | | |
            | Linea di mandato | Cultura per tutti | | |
            | Indicatore | U.M. | Valore 2025 | Target 2026 |
            | Presenze | n. | 350 | 900 |
            """,
            "1.1|Cura degli orti|SETTORE 1 – ORTI|Dott.ssa Verdi Anna|100", "- Lotti affidati|90||35|",
            "2.1|Museo la sera|SETTORE 2 – MUSEI|Dott. Verdi Bruno|100", "- Presenze|900||350|"),
        ReadingSample(
            "the people of an office in a table of areas, and an office with a dash before its head",
            """
            Città di Prova – Piano dettagliato degli obiettivi 2026

            SETTORE 2 – ORTI – Responsabile: Dott. Verdi Bruno

            | Area di inquadramento | Dipendenti in servizio |
            | Funzionari | 3 |
            | Istruttori | 4 |

            | OBIETTIVO N. 2.1 | Cura degli orti | | |
            | Tipologia | Sviluppo | Peso | 60 |
            | Descrizione | Il bando esce ogni anno. | | |
            | Indicatore | U.M. | Valore 2025 | Target 2026 |
            | Lotti affidati | n. | 35 | 90 |
            """,
            "2.1|Cura degli orti|SETTORE 2 – ORTI|Dott. Verdi Bruno|60", "- Lotti affidati|90||35|"),
        ReadingSample(
            "an office whose words are those of labels, and offices that take part",
            """
            Comune di Prova – PIAO 2026-2028

            2.2.1 Segreteria generale

            Responsabile: Dott.ssa Verdi Anna

            | Obiettivo n. | 1.1 | Peso | 50% |
            | Denominazione | Regole nuove | | |
            | Unità organizzative coinvolte | Tutte le unità del settore | | |

            | Indicatore | Baseline 2025 | Target 2026 |
            | Regole verificate | 0 | 64 |

            2.2.2 Risorse Umane

            Responsabile: Dott. Verdi Bruno

            | Obiettivo n. | 2.1 | Peso | 50% |
            | Denominazione | Formazione di tutti | | |
            | Unità organizzative coinvolte | Tutte le unità del settore | | |

            | Indicatore | Baseline 2025 | Target 2026 |
            | Ore medie | 0 | 40 |
            """,
            "1.1|Regole nuove|Segreteria generale|Dott.ssa Verdi Anna|50", "- Regole verificate|64||0|",
            "2.1|Formazione di tutti|Risorse Umane|Dott. Verdi Bruno|50", "- Ore medie|40||0|"),
        ReadingSample(
            "an office behind the title of the document",
            """
            # PIANO DEGLI OBIETTIVI 2026-2028 – ORTI E PARCHI

            Responsabile: Dott.ssa Verdi Anna

            | N. | Obiettivo | Indicatore | Target 2026 | Peso |
            | 1.1 | Cura degli orti | Lotti affidati | 64 | 50 |
            | 1.2 | Canile aperto | Adozioni | 12 | 50 |
            """,
            "1.1|Cura degli orti|ORTI E PARCHI|Dott.ssa Verdi Anna|50", "- Lotti affidati|64|||",
            "1.2|Canile aperto|ORTI E PARCHI|Dott.ssa Verdi Anna|50", "- Adozioni|12|||"),
        ReadingSample(
            "a chapter of objectives in the plural, and titles with a number alone",
            """
            Comune di Prova – Relazione sulla performance 2025

            2. Obiettivi di performance organizzativa: risultati

            ## 2.1 Settore “Orti e parchi”

            Responsabile: Dott.ssa Verdi Anna

            ### 1.1 Cura degli orti

            Il raggiungimento è misurato con gli indicatori che seguono:

            | Indicatore | Target 2025 | Risultato 2025 |
            | Lotti affidati | 64 | 61 |

            ### 1.2 Canile aperto

            Il raggiungimento è misurato con gli indicatori che seguono:

            | Indicatore | Target 2025 | Risultato 2025 |
            | Adozioni | 12 | 14 |
            """,
            "1.1|Cura degli orti|Orti e parchi|Dott.ssa Verdi Anna|", "- Lotti affidati|64|61||",
            "1.2|Canile aperto|Orti e parchi|Dott.ssa Verdi Anna|", "- Adozioni|12|14||"),
    ]

    private static let cards = [
        ReadingSample(
            "the card of a suite, its title in a bar",
            """
            Comune di Prova
            Esercizio 2025 – Stampa obiettivi gestionali
            Centro di responsabilità: Orti

            | 2025_0101 - Cura degli orti urbani | | | | |
            | Responsabile | Dott.ssa Verdi Anna | | Peso | 30,00 |
            | Obiettivo strategico | Città aperta | | Tipo | Sviluppo |
            | Descrizione | Il bando esce ogni anno. | | | |
            | Indicatore | U.M. | Peso | Previsto | Effettivo |
            | Lotti affidati | n. | 50 | 800 | 866 |
            | Sedute | n. | 50 | 12 | 9 |
            """,
            "2025_0101|Cura degli orti urbani|Orti|Dott.ssa Verdi Anna|30", "- Lotti affidati|800|866||50",
            "- Sedute|12|9||50"),
        ReadingSample(
            "an office alone beside its head, and the history of three years",
            """
            Comune di Prova – PIAO 2026-2028

            | ORTI E PARCHI | | | Responsabile | Dott.ssa Verdi Anna | | |
            | Obiettivo operativo | 1.1 Cura degli orti | | | | Peso | 30% |
            | Indicatore | Unità di misura | Serie storica 2024 | Serie storica 2025 | Valori attesi 2026 | Valori attesi 2027 | Peso % |
            | Lotti affidati | n. | 614 | 640 | 800 | 900 | 100 |
            """,
            "1.1|Cura degli orti|ORTI E PARCHI|Dott.ssa Verdi Anna|30", "- Lotti affidati|800||640|100"),
        ReadingSample(
            "factors below the indicators, the last pair of which is the weight",
            """
            Comune di Prova – PIANO DEGLI OBIETTIVI 2026

            | SCHEDA OBIETTIVO | | | |
            | OBIETTIVO N. | 1.1 | | |
            | TITOLO | Cura degli orti | | |
            | INDICATORI | | VALORE ATTESO | PESO INDICATORE |
            | Lotti affidati | | 80% | 100% |
            | Importanza | Alta | Complessità | Media |
            | Impatto esterno | Alta | PESO OBIETTIVO | 25 |

            | SCHEDA OBIETTIVO | | | |
            | OBIETTIVO N. | 1.2 | | |
            | TITOLO | Canile aperto | | |
            | INDICATORI | | VALORE ATTESO | PESO INDICATORE |
            | Adozioni | | 90% | 100% |
            | Importanza | Alta | Complessità | Media |
            | Impatto esterno | Alta | PESO OBIETTIVO | 75 |
            """,
            "1.1|Cura degli orti|||25", "- Lotti affidati|80%|||100%", "1.2|Canile aperto|||75",
            "- Adozioni|90%|||100%"),
        ReadingSample(
            "a title behind its code in a third cell, and phases below the indicators",
            """
            Comune di Prova – PIANO DELLA PERFORMANCE 2026

            | Obiettivo | 1.1 | Cura degli orti | |
            | Peso | 25 | | |
            | Indicatore | Valore 2025 | Target 2026 | Peso ind. |
            | Lotti affidati | 62% | 80% | 100 |
            | Fasi | | Dal | Al |
            | Bando per i lotti | | Gen | Feb |
            | Consegna | | Mar | Dic |

            | Obiettivo | 1.2 | Canile aperto | |
            | Peso | 75 | | |
            | Indicatore | Valore 2025 | Target 2026 | Peso ind. |
            | Adozioni | 6 | 8 | 100 |
            | Fasi | | Dal | Al |
            | Turni nuovi | | Gen | Feb |
            """,
            "1.1|Cura degli orti|||25", "- Lotti affidati|80%||62%|100", "* Bando per i lotti", "* Consegna",
            "1.2|Canile aperto|||75", "- Adozioni|8||6|100", "* Turni nuovi"),
    ]

    private static let parts = [
        ReadingSample(
            "parts of a card named at the left, over their rows",
            """
            Comune di Prova – SCHEDE OBIETTIVO 2026

            | OBIETTIVO 1.1 | Titolo | Cura degli orti | |
            | | Descrizione | Il bando esce ogni anno. | |
            | | Peso | 50 | |
            | INDICATORI | Indicatore | Valore 2025 | Target 2026 |
            | | Lotti affidati | 0 | 64 |
            | FASI | Descrizione fase | Inizio | Fine |
            | | Bando | 01/01/2026 | 31/05/2026 |

            | OBIETTIVO 1.2 | Titolo | Canile aperto | |
            | | Peso | 50 | |
            | INDICATORI | Indicatore | Valore 2025 | Target 2026 |
            | | Adozioni | 2 | 10 |
            """,
            "1.1|Cura degli orti|||50", "- Lotti affidati|64||0|", "* Bando", "1.2|Canile aperto|||50",
            "- Adozioni|10||2|"),
        ReadingSample(
            "the code and the weight of a card before its title, below the parts of the card before",
            """
            Comune di Prova – Schede obiettivo anno 2026

            | A – DATI GENERALI | | | |
            | Codice | 1/1 | Pesatura | 25% |
            | B – DESCRIZIONE DELL’OBIETTIVO | | | |
            | Denominazione obiettivo | Cura degli orti | | |
            | C – INDICATORI | | | |
            | Indicatori | Tipo | Valore iniziale | Valore target |
            | Lotti affidati | Efficacia | 35 | 90 |

            | A – DATI GENERALI | | | |
            | Codice | 1/2 | Pesatura | 75% |
            | B – DESCRIZIONE DELL’OBIETTIVO | | | |
            | Denominazione obiettivo | Canile aperto | | |
            | C – INDICATORI | | | |
            | Indicatori | Tipo | Valore iniziale | Valore target |
            | Adozioni | Efficacia | 9 | 12 |
            """,
            "1/1|Cura degli orti|||25", "- Lotti affidati|90||35|", "1/2|Canile aperto|||75",
            "- Adozioni|12||9|"),
        ReadingSample(
            "halves of a card with a title over each, and a verdict in the words of a label",
            """
            Comune di Prova – SCHEDA DI PROGRAMMAZIONE E CONSUNTIVO – ANNO 2025

            | PROGRAMMAZIONE | | | CONSUNTIVO | |
            | Settore | Orti | | Relazione finale | Obiettivo raggiunto |
            | Responsabile | Dott.ssa Verdi Anna | | Data verifica | 28/02/2026 |
            | Obiettivo 1.1 | Cura degli orti | | | |
            | Peso | 100 | | | |
            | Indicatore | Valore iniziale | Valore atteso | Valore raggiunto | Note |
            | Lotti affidati | 40 | 55 | 57 | |
            """,
            "1.1|Cura degli orti|Orti|Dott.ssa Verdi Anna|100", "- Lotti affidati|55|57|40|"),
        ReadingSample(
            "titles with a number alone over weights and tables, and a summary below them",
            """
            Comune di Prova – Relazione sulla performance 2025

            # Settore Orti e parchi

            Dirigente: Dott.ssa Verdi Anna

            1.1 Cura degli orti

            Peso attribuito: 50

            | Indicatore | Target 2025 | Risultato 2025 |
            | Lotti affidati | 75 | 71 |

            1.2 Canile aperto

            Peso attribuito: 50

            | Indicatore | Target 2025 | Risultato 2025 |
            | Adozioni | 18 | 19 |

            Riepilogo

            | N. | Obiettivo | Peso | % raggiungimento | Punteggio |
            | 1.1 | Cura degli orti | 50 | 95% | 47 |
            | 1.2 | Canile aperto | 50 | 100% | 50 |
            """,
            "1.1|Cura degli orti|Orti e parchi|Dott.ssa Verdi Anna|50", "- Lotti affidati|75|71||",
            "1.2|Canile aperto|Orti e parchi|Dott.ssa Verdi Anna|50", "- Adozioni|18|19||"),
    ]

    private static let tables = [
        ReadingSample(
            "a remark below the indicators, and one achievement more for the objective",
            """
            Comune di Prova – Relazione sulla performance 2025

            | Cod. | Obiettivo | Peso | Indicatore | Valore atteso | Valore conseguito | % ragg. indicatore | % ragg. obiettivo |
            | 1.1 | Cura degli orti | 60 | Lotti affidati | 140 | 152 | 100% | 100% |
            |  |  |  | Sedute | 12 | 9 | 75% |  |
            | 1.2 | Canile aperto | 40 | Adozioni | 60 | 66 | 100% | 100% |
            |  |  |  | Turni | 8 | 8 | 100% |  |
            """,
            "1.1|Cura degli orti|||60", "- Lotti affidati|140|152||", "- Sedute|12|9||",
            "1.2|Canile aperto|||40", "- Adozioni|60|66||", "- Turni|8|8||"),
        ReadingSample(
            "a calendar of quarters",
            """
            Comune di Prova – Piano della performance 2026

            Obiettivo 1.1 – Cura degli orti
            Peso: 100

            | Indicatore | Target 2026 |
            | Lotti affidati | 80 |

            | Attività | I trim. | II trim. | III trim. | IV trim. |
            | Bando | X |  |  |  |
            | Consegna |  | X | X |  |
            """,
            "1.1|Cura degli orti|||100", "- Lotti affidati|80|||", "* Bando", "* Consegna"),
    ]

    @Test(
        "Values of several years in one cell",
        arguments: [
            ("2026: 80% 2027: 90%", [2026: "80%", 2027: "90%"]),
            ("80% (2026), 90% (2027), 95% (2028)", [2026: "80%", 2027: "90%", 2028: "95%"]),
            ("2026 80% – 2027 90%", [2026: "80%", 2027: "90%"]), ("entro il 2026", nil),
            ("120 nel 2026 e 2027", nil), ("2026: 80%", [2026: "80%"]), ("31/12/2026", nil),
            ("2026 80%", nil),
        ] as [(String, [Int: String]?)])
    func years(_ text: String, _ values: [Int: String]?) {
        #expect(YearlyValues.read(text) == values)
    }

    @Test("What our pages say of a line without a title is none")
    func untitledLine() throws {
        let text = """
            Comune di Prova – Piano della performance 2026

            | Linea | Obiettivo | Indicatore | Target 2026 |
            | Senza titolo | Cura degli orti | Lotti affidati | 12 |
            | Città aperta | Canile aperto | Adozioni | 9 |
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(found.parts.plan?.lines.map(\.title) == ["", "Città aperta"])
    }

    @Test("Lines of a cell beside as many lines of values are as many indicators")
    func parallelLines() {
        let place = Place(line: 1)
        let rows = [
            ["OBIETTIVO N. 1", "Cura degli orti"], ["Peso", "30"],
            ["Indicatori", "Lotti affidati\nSedute tenute"], ["Target", "90%\n12"],
        ]
        let table = Table(rows: rows.map { $0.map { Cell($0, place: place) } })
        let found = Importer.propose(
            SourceDocument(format: .docx, blocks: [Block(.table(table), at: place)], findings: []),
            file: "a.docx", year: 2026)
        let facts = found.objectives.flatMap(\.indicators).map { [$0.name, $0.target.raw] }
        #expect(facts == [["Lotti affidati", "90%"], ["Sedute tenute", "12"]])
    }
}
