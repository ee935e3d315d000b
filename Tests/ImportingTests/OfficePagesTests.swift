import Model
import Reading
import ReadingFormats
import Testing

@testable import Importing

/// Whole pages: headings, paragraphs and offices over tables, tables of other things below the objectives.
@Suite("What offices write over and below their tables")
struct OfficePagesTests {
    @Test(arguments: pages + phases) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let pages = [
        ReadingSample(
            "indices with what was planned and what was reached, below counted headings",
            """
            # Comune di Pratolungo

            ## Relazione sulla performance 2025

            ## Settore Verde

            Dirigente: Resp. Verde

            ### 1. Canile aperto

            | Indice | Valore programmato | Valore raggiunto | Grado di realizzazione |
            |---|---|---|---|
            | Adozioni concluse | 110 | 124 | 100% |

            ### 2. Fontane accese

            | Indice | Valore programmato | Valore raggiunto | Grado di realizzazione |
            |---|---|---|---|
            | Scarto dei tempi | 0 | -1,25 | 100% |
            """,
            "1|Canile aperto|Verde|Resp. Verde|", "- Adozioni concluse|110|124||",
            "2|Fontane accese|Verde|Resp. Verde|", "- Scarto dei tempi|0|-1,25||"),
        ReadingSample(
            "a paragraph between the heading of an objective and its table",
            """
            # Comune di Pratolungo

            ## Relazione sulla performance 2025

            ## Settore Verde

            Dirigente: Resp. Verde

            ### 1. Canile aperto

            Le visite del sabato hanno fatto conoscere la struttura a molte famiglie. I volontari hanno \
            seguito ogni adozione nei primi tre mesi.

            | Indice | Valore programmato | Valore raggiunto | Grado di realizzazione |
            |---|---|---|---|
            | Adozioni concluse | 110 | 124 | 100% |

            ### 2. Fontane accese

            Le pompe sono state sostituite prima dell'estate. In due giardini il lavoro continua nel 2026.

            | Indice | Valore programmato | Valore raggiunto | Grado di realizzazione |
            |---|---|---|---|
            | Giorni di fermo | 12 | 9,5 | 100% |
            """,
            "1|Canile aperto|Verde|Resp. Verde|", "- Adozioni concluse|110|124||",
            "2|Fontane accese|Verde|Resp. Verde|", "- Giorni di fermo|12|9,5||"),
        ReadingSample(
            "offices in capital letters above who answers for them",
            """
            # Piano della performance 2025

            ## VERDE E ARREDO URBANO

            Responsabile del servizio: Resp. Verde

            ### Obiettivo 1 – Canile aperto

            Peso: 100%

            | Indicatore | Valore attuale | Target 2025 |
            |---|---|---|
            | Adozioni | 96 | 110 |

            ## SERVIZI CIMITERIALI E LAMPADE

            Responsabile del servizio: Resp. Cimiteri

            ### Obiettivo 1 – Lampade votive

            Peso: 100%

            | Indicatore | Valore attuale | Target 2025 |
            |---|---|---|
            | Contratti | 800 | 1.250 |
            """,
            "1|Canile aperto|VERDE E ARREDO URBANO|Resp. Verde|100", "- Adozioni|110||96|",
            "1|Lampade votive|SERVIZI CIMITERIALI E LAMPADE|Resp. Cimiteri|100", "- Contratti|1.250||800|"),
        ReadingSample(
            "areas without a colon above who answers for them",
            """
            Piano della performance 2025

            Area Commercio e Turismo

            Titolare di E.Q.: Resp. Commercio

            | Codice | 1 |
            |---|---|
            | Obiettivo | Mercati rionali |
            | Pesatura | 55 % |
            | Indicatore 1 | Banchi |
            | Risultato atteso 1 | 64 |

            Area Verde e Animali

            Titolare di E.Q.: Resp. Verde

            | Codice | 1 |
            |---|---|
            | Obiettivo | Canile aperto |
            | Pesatura | 35 % |
            | Indicatore 1 | Adozioni |
            | Risultato atteso 1 | 75% |
            """,
            "1|Mercati rionali|Commercio e Turismo|Resp. Commercio|55", "- Banchi|64|||",
            "1|Canile aperto|Verde e Animali|Resp. Verde|35", "- Adozioni|75%|||"),
        ReadingSample(
            "the office within the title of the document",
            """
            # Comune di Pratolungo

            ## Obiettivi 2025 del Settore Commercio

            Obiettivo 1: Mercati rionali
            Peso: 40
            Indicatore: Banchi
            Target: 64

            Obiettivo 2: Dehors
            Peso: 60
            Indicatore: Pratiche
            Target: 1.045
            """,
            "1|Mercati rionali|Commercio||40", "- Banchi|64|||", "2|Dehors|Commercio||60",
            "- Pratiche|1.045|||"),
        ReadingSample(
            "the figures of the context are no service where an office is called one of services",
            """
            # PIAO 2025-2027

            ## Il contesto esterno

            Il numero delle imprese è in lieve aumento, mentre diminuisce quello degli esercizi storici.

            | Indicatore | 2021 | 2022 | 2023 | 2024 |
            |---|---|---|---|---|
            | Imprese attive | 1.204 | 1.211 | 1.230 | 1.246 |
            | Esercizi storici | 48 | 47 | 45 | 44 |

            ## 2.2 Performance

            ## Servizi Cimiteriali e Verde

            | Obiettivo operativo | Indicatore | Baseline | Target 2025 | Target 2026 |
            |---|---|---|---|---|
            | Canile aperto | Adozioni | 96 | 110 | 130 |
            """,
            "|Canile aperto|Servizi Cimiteriali e Verde||", "- Adozioni|110||96|"),
    ]

    private static let phases = [
        ReadingSample(
            "phases from a day to another below the indicators of their objective",
            """
            # Piano della performance 2025

            ## Settore Verde

            ### Obiettivo 1 – Canile aperto

            Peso: 30%

            | Indicatore | Valore attuale | Target 2025 |
            |---|---|---|
            | Adozioni | 96 | 110 |

            | Fase | Dal | Al |
            |---|---|---|
            | Accordo con i volontari | 15/01/2025 | 28/02/2025 |
            | Visite del sabato | 01/03/2025 | 30/11/2025 |

            ### Obiettivo 2 – Fontane accese

            Peso: 70%

            | Indicatore | Valore attuale | Target 2025 |
            |---|---|---|
            | Riparazioni | 3 | 9 |
            """,
            "1|Canile aperto|Verde||30", "- Adozioni|110||96|", "* Accordo con i volontari",
            "* Visite del sabato", "2|Fontane accese|Verde||70", "- Riparazioni|9||3|"),
        ReadingSample(
            "the chapters of each office below its objectives",
            """
            # Piano della performance 2025

            ## COMMERCIO

            Responsabile del servizio: Resp. Commercio

            ### Obiettivo 1 – Mercati rionali

            Peso: 100%

            | Indicatore | Valore attuale | Target 2025 |
            |---|---|---|
            | Banchi | 58 | 64 |

            Risorse finanziarie assegnate

            | Capitolo | Denominazione | Previsione 2025 | Previsione 2026 | Previsione 2027 |
            |---|---|---|---|---|
            | 2140/3 | Allestimento di mercati | 18.200,00 | 18.000,00 | 18.000,00 |
            | 2140/4 | Canoni di noleggio | 3.450,00 | 3.450,00 | 3.450,00 |
            | Totale | | 21.650,00 | 21.450,00 | 21.450,00 |

            ## VERDE PUBBLICO

            Responsabile del servizio: Resp. Verde

            ### Obiettivo 1 – Canile aperto

            Peso: 100%

            | Indicatore | Valore attuale | Target 2025 |
            |---|---|---|
            | Adozioni | 96 | 110 |

            Risorse finanziarie assegnate

            | Capitolo | Denominazione | Previsione 2025 | Previsione 2026 | Previsione 2027 |
            |---|---|---|---|---|
            | 3310/1 | Mangimi e farmaci | 27.900,00 | 28.000,00 | 28.000,00 |
            | Totale | | 27.900,00 | 28.000,00 | 28.000,00 |
            """,
            "1|Mercati rionali|COMMERCIO|Resp. Commercio|100", "- Banchi|64||58|",
            "1|Canile aperto|VERDE PUBBLICO|Resp. Verde|100", "- Adozioni|110||96|"),
    ]

    @Test func aCardOfAPageHoldsTheTableOfItsIndicators() throws {
        func card(_ title: String, _ text: String, _ weight: String, _ name: String, _ target: String)
            -> String
        {
            """
            <h3>\(title)</h3><table><tr><td>Descrizione</td><td>\(text)</td></tr>
            <tr><td>Peso</td><td>\(weight)</td></tr><tr><td>Indicatori</td><td>
            <table><tr><th>Indicatore</th><th>Valore atteso</th></tr>
            <tr><td>\(name)</td><td>\(target)</td></tr></table></td></tr></table>
            """
        }
        let page = """
            <html><body><h1>Comune di Pratolungo</h1><h2>Piano della performance 2025</h2>
            <div>Area: Verde</div><div>Responsabile: Resp. Verde</div>
            \(card("VER-1 Canile aperto", "Visite e volontari", "35%", "Adozioni", "110"))
            \(card("VER-2 Fontane accese", "–", "65%", "Riparazioni", "9"))
            <div>Area: Commercio</div><div>Responsabile: Resp. Commercio</div>
            \(card("COM-1 Mercati rionali", "–", "20%", "Banchi", "1.064"))
            \(card("COM-2 Dehors in regola", "Sopralluoghi", "80%", "Pratiche", "45"))
            </body></html>
            """
        let found = Importer.propose(
            try FormatReader.read(Array(page.utf8), budget: .standard), file: "a.html")
        #expect(
            found.objectives.map { [$0.code, $0.title, $0.sector, $0.weight?.description ?? ""] } == [
                ["VER-1", "Canile aperto", "Verde", "35"], ["VER-2", "Fontane accese", "Verde", "65"],
                ["COM-1", "Mercati rionali", "Commercio", "20"],
                ["COM-2", "Dehors in regola", "Commercio", "80"],
            ])
        #expect(
            found.objectives.map { $0.indicators.map { [$0.name, $0.target.raw] } } == [
                [["Adozioni", "110"]], [["Riparazioni", "9"]], [["Banchi", "1.064"]], [["Pratiche", "45"]],
            ])
        #expect(found.parts.plan?.lines.allSatisfy(\.title.isEmpty) ?? false)
    }
}
