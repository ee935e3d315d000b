import Model
import Reading
import Testing

@testable import Importing

/// Templates of offices: labels over their values, lists in cells, rows of what was to be reached and what was.
@Suite("Templates of offices")
struct OfficeTemplatesTests {
    @Test(arguments: cards + lists + tables + words) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    /// A page of tables written as rows of cells, `/` for a new line within one.
    private static func page(_ title: String, tables: [[String]]) -> String {
        func cells(_ row: String) -> String {
            row.split(separator: "|", omittingEmptySubsequences: false).map {
                "<td>" + $0.replacing(" / ", with: "<br>") + "</td>"
            }.joined()
        }
        let body = tables.map { rows in
            "<table>" + rows.map { "<tr>" + cells($0) + "</tr>" }.joined() + "</table>"
        }
        return "<html><body><h1>\(title)</h1>" + body.joined() + "</body></html>"
    }

    private static let cards = [
        ReadingSample(
            "cells that hold a label over its value",
            page(
                "Comune di Prova – Piano della performance 2026",
                tables: [
                    [
                        "Obiettivo operativo / 1.1 Cura degli orti|Rilevanza / 60%",
                        "Descrizione / Il bando esce ogni anno.|Settore / Verde|Durata / Annuale",
                    ],
                    ["Metrica|Baseline 2025|Target 2026", "Lotti affidati|35|90"],
                    ["Obiettivo operativo / 1.2 Museo la sera|Rilevanza / 40%"],
                    ["Metrica|Baseline 2025|Target 2026", "Presenze|350|900"],
                ]),
            "1.1|Cura degli orti|Verde||60", "- Lotti affidati|90||35|", "1.2|Museo la sera|Verde||40",
            "- Presenze|900||350|"),
        ReadingSample(
            "a label and its value in rows of their own, one of which names the objective again",
            page(
                "Comune di Prova – Schede obiettivo 2026",
                tables: [
                    [
                        "SETTORE||", "Verde||", "OBIETTIVO||", "Cura degli orti||",
                        "DESCRIZIONE DELL'OBIETTIVO||", "Il bando esce ogni anno.||", "PESO||", "50%||",
                        "INDICATORI||", "Descrizione|Valore al 31/12/2025|Target 2026",
                        "Lotti affidati|35|90",
                    ],
                    [
                        "SETTORE||", "Verde||", "OBIETTIVO||", "Museo la sera||",
                        "DESCRIZIONE DELL'OBIETTIVO||", "Le sale restano aperte.||", "PESO||", "50%||",
                        "INDICATORI||", "Descrizione|Valore al 31/12/2025|Target 2026", "Presenze|350|900",
                    ],
                ]),
            "|Cura degli orti|Verde||50", "- Lotti affidati|90||35|", "|Museo la sera|Verde||50",
            "- Presenze|900||350|"),
        ReadingSample(
            "pairs of cells beside cells with a label of their own, and a small table for each indicator",
            """
            Comune di Prova – Monitoraggio finale degli obiettivi 2025

            | Servizio | Verde | Responsabile: Dott. Verdi Bruno |
            | Obiettivo | 1.1 Cura degli orti | Peso: 60 |

            | Indicatore: Lotti affidati | | |
            | Atteso: 90 | Ottenuto: 88 | Grado di raggiungimento: 98% |

            | Indicatore: Soci nuovi | | |
            | Atteso: 12 | Ottenuto: 15 | Grado di raggiungimento: 100% |
            """,
            "1.1|Cura degli orti|Verde|Dott. Verdi Bruno|60", "- Lotti affidati|90|88||",
            "- Soci nuovi|12|15||"),
    ]

    private static let lists = [
        ReadingSample(
            "a card of one column with a list below its label",
            page(
                "Comune di Prova – Obiettivi 2026",
                tables: [
                    [
                        "SETTORE: Verde", "OBIETTIVO 1.1: Cura degli orti", "PESO: 50",
                        "INDICATORI E TARGET: / 1) Lotti affidati – target 2026: 90 / 2) Soci nuovi – target 2026: 12",
                    ],
                    [
                        "SETTORE: Verde", "OBIETTIVO 1.2: Museo la sera", "PESO: 50",
                        "INDICATORI E TARGET: / 1) Presenze – target 2026: 900",
                    ],
                ]),
            "1.1|Cura degli orti|Verde||50", "- Lotti affidati|90|||", "- Soci nuovi|12|||",
            "1.2|Museo la sera|Verde||50", "- Presenze|900|||"),
        ReadingSample(
            "arrows between names and targets, beside a list of as many phases",
            page(
                "Comune di Prova – Obiettivi 2026",
                tables: [
                    [
                        "N.|Obiettivo|Peso|Fasi|Indicatori e target",
                        "1.1|Cura degli orti|60|- Bando (entro 31/03/2026) / - Consegna (entro 31/08/2026)|- Lotti affidati → 90 / - Soci nuovi → 12",
                        "1.2|Museo la sera|40|- Turni (entro 30/04/2026)|- Presenze → 900",
                    ]
                ]),
            "1.1|Cura degli orti|||60", "- Lotti affidati|90|||", "- Soci nuovi|12|||", "* Bando",
            "* Consegna",
            "1.2|Museo la sera|||40", "- Presenze|900|||", "* Turni"),
        ReadingSample(
            "items with what was to be reached and what was, and one that begins with the word of an office",
            """
            Comune di Prova
            Relazione sulla performance 2025

            Settore Verde
            Responsabile: Dott. Verdi Bruno

            Obiettivo 1.1 – Cura degli orti
            Peso: 60%
            - Lotti affidati: atteso 90, realizzato 88 (98%)
            - Servizi di custodia svolti: target 12, consuntivo 11

            Settore Musei
            Responsabile: Dott.ssa Verdi Anna

            Obiettivo 2.1 – Museo la sera
            Peso: 100%
            - Presenze: previsto 900, raggiunto 950
            """,
            "1.1|Cura degli orti|Verde|Dott. Verdi Bruno|60", "- Lotti affidati|90|88||",
            "- Servizi di custodia svolti|12|11||",
            "2.1|Museo la sera|Musei|Dott.ssa Verdi Anna|100", "- Presenze|900|950||"),
        ReadingSample(
            "items over the line of their values, of one year or of three",
            """
            Comune di Prova – DUP 2026-2028

            Obiettivo operativo 1.1: Cura degli orti
            Peso: 60
            Indicatori:
            – Lotti affidati
            Valore atteso 2026: 90; 2027: 95; 2028: 99
            – Soci nuovi
            Valore di partenza: 8 Target 2026: 12
            """,
            "1.1|Cura degli orti|||60", "- Lotti affidati|90|||", "- Soci nuovi|12||8|"),
        ReadingSample(
            "letters before the titles, weights behind them, and the year before in brackets",
            """
            Comune di Prova – Obiettivi per l'anno 2026

            Settore Verde

            Obiettivo 1.1: Cura degli orti – peso 60
            Indicatori:
            a) Lotti affidati: valore atteso 90 (2025: 35)
            b) Soci nuovi: valore atteso 12 (2025: 8)
            """,
            "1.1|Cura degli orti|Verde||60", "- Lotti affidati|90||35|", "- Soci nuovi|12||8|"),
    ]

    private static let tables = [
        ReadingSample(
            "rows of what was expected, what was reached and how much of it, years beside one another",
            """
            Comune di Prova – Relazione sulla performance 2025

            | Obiettivo | Indicatore | | 2024 | 2025 |
            | 1.1 Cura degli orti | Lotti affidati | Previsto | 80 | 90 |
            | | | Realizzato | 79 | 88 |
            | | | % ragg. | 99% | 98% |
            | | Soci nuovi | Previsto | 10 | 12 |
            | | | Realizzato | 9 | 12 |
            | | | % ragg. | 90% | 100% |
            """,
            "1.1|Cura degli orti|||", "- Lotti affidati|90|88|79|", "- Soci nuovi|12|12|9|"),
        ReadingSample(
            "a weight behind the title, and the office below the person who answers",
            page(
                "Comune di Prova – Obiettivi 2026",
                tables: [
                    [
                        "Responsabile|Obiettivo|Indicatore|Valore atteso",
                        "Dott. Verdi Bruno / Settore Verde|Cura degli orti [peso 60%]|Lotti affidati|90",
                        "|Museo la sera (peso 40%)|Presenze|900",
                    ]
                ]),
            "|Cura degli orti|Settore Verde|Dott. Verdi Bruno|60", "- Lotti affidati|90|||",
            "|Museo la sera|Settore Verde|Dott. Verdi Bruno|40", "- Presenze|900|||"),
        ReadingSample(
            "the title and the weight over the heads of a table of indicators",
            page(
                "Comune di Prova – PIAO 2026-2028",
                tables: [
                    [
                        "OBIETTIVO 1.1 / Cura degli orti|||PESO / 60/100", "Indicatore|2025|2026|2027",
                        "Lotti affidati|35|90|95",
                    ],
                    [
                        "OBIETTIVO 1.2 / Museo la sera|||PESO / 40/100", "Indicatore|2025|2026|2027",
                        "Presenze|350|900|950",
                    ],
                ]),
            "1.1|Cura degli orti|||60", "- Lotti affidati|90||35|", "1.2|Museo la sera|||40",
            "- Presenze|900||350|"),
        ReadingSample(
            "rows that say how far the objective above has come",
            """
            Comune di Prova – Relazione sulla performance 2025

            | Area strategica | Obiettivo operativo | Indicatore | Target 2025 | Valore al 31/12/2025 | % realizzazione |
            | Verde | 1.1 Cura degli orti | Lotti affidati | 90 | 88 | 98% |
            | | Performance dell'obiettivo operativo | | | | 98% |
            | | 1.2 Museo la sera | Presenze | 900 | 950 | 100% |
            | | Grado di raggiungimento dell'obiettivo 1.2 | | | | 100% |
            """,
            "1.1|Cura degli orti|||", "- Lotti affidati|90|88||", "1.2|Museo la sera|||",
            "- Presenze|900|950||"),
        ReadingSample(
            "the role of who answers, which names an office and nobody",
            """
            Comune di Prova – Obiettivi 2026

            | Responsabile | Obiettivo | Indicatore | Valore atteso |
            | Responsabile del Servizio Finanziario | Cura degli orti | Lotti affidati | 90 |
            | Responsabile del Servizio Tecnico | Museo la sera | Presenze | 900 |
            """,
            "|Cura degli orti||Responsabile del Servizio Finanziario|", "- Lotti affidati|90|||",
            "|Museo la sera||Responsabile del Servizio Tecnico|", "- Presenze|900|||"),
        ReadingSample(
            "targets of days of the year: the last is the year's",
            """
            Comune di Prova – Obiettivi 2026

            | N. | Obiettivo | Peso | Indicatore | Valori attesi al | | |
            | | | | | 31/03/2026 | 30/06/2026 | 31/12/2026 |
            | 1.1 | Cura degli orti | 60 | Lotti affidati | 20 | 40 | 90 |
            | 1.2 | Museo la sera | 40 | Presenze | 100 | 300 | 900 |
            """,
            "1.1|Cura degli orti|||60", "- Lotti affidati|90|||", "1.2|Museo la sera|||40",
            "- Presenze|900|||"),
    ]

    private static let words = [
        ReadingSample(
            "plain words, and the weight below the table",
            """
            Comune di Prova – PIAO 2026/2028

            # Settore Verde
            Ne risponde: Dott. Verdi Bruno

            ## 1.1 Cura degli orti

            | Cosa vogliamo fare | Come lo misuriamo | Oggi (2025) | Dove vogliamo arrivare (2026) |
            | Affidare i lotti. | Lotti affidati | 35 | 90 |

            Quanto conta: 60%

            ## 1.2 Museo la sera

            | Cosa vogliamo fare | Come lo misuriamo | Oggi (2025) | Dove vogliamo arrivare (2026) |
            | Aprire le sale. | Presenze | 350 | 900 |

            Quanto conta: 40%
            """,
            "1.1|Cura degli orti|Verde|Dott. Verdi Bruno|60", "- Lotti affidati|90||35|",
            "1.2|Museo la sera|Verde|Dott. Verdi Bruno|40", "- Presenze|900||350|"),
        ReadingSample(
            "short forms of years to come and years gone by",
            """
            Comune di Prova – PEG 2026

            | Cod. | Obiettivo | Pond. % | Indicatore | Cons. 2025 | Prev. 2026 | Prev. 2027 |
            | 1.1 | Cura degli orti | 60 | Lotti affidati | 35 | 90 | 95 |
            | 1.2 | Museo la sera | 40 | Presenze | 350 | 900 | 950 |
            """,
            "1.1|Cura degli orti|||60", "- Lotti affidati|90||35|", "1.2|Museo la sera|||40",
            "- Presenze|900||350|"),
    ]
}
