import Model
import Testing

@testable import Importing

/// Small things of tables and cards by which a figure reaches the field, the year or the objective that it is of.
@Suite("Details of what offices write")
struct OfficeDetailsTests {
    @Test(arguments: services + cards) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let services = [
        ReadingSample(
            "two figures in one cell are those of two years where the other one's cell is empty, and none where it is not",
            """
            Comune di Pratolungo - I servizi in cifre 2021-2023;;;
            Servizio Mercati;;;
            Attività;2021;2022;2023
            Presenze;88.120;90.044 91.380;
            Ambulanti;1.204;1.199;1.240
            Rifiuti;2.102;2.204 2.310;2.411
            """,
            "= Mercati", "- output Presenze: 2021 88.120, 2022 90.044, 2023 91.380",
            "- output Ambulanti: 2021 1.204, 2022 1.199, 2023 1.240",
            "- output Rifiuti: 2021 2.102, 2023 2.411"),
        ReadingSample(
            "a column of two words that come again names no series",
            """
            Comune di Pratolungo - Mappa dei servizi 2024;;;;
            Servizio;Tipologia;Dato;2023;2024
            Canile;Attività;Animali accolti;212;198
            Canile;Persone;Famiglie adottanti;97;103
            Mercati;Attività;Banchi assegnati;61;64
            Mercati;Persone;Ambulanti;52;55
            """,
            "= Canile", "- output Animali accolti: 2023 212, 2024 198",
            "- output Famiglie adottanti: 2023 97, 2024 103",
            "= Mercati", "- output Banchi assegnati: 2023 61, 2024 64",
            "- output Ambulanti: 2023 52, 2024 55"),
    ]

    private static let cards = [
        ReadingSample(
            "a card for each indicator of an objective is no further objective",
            """
            Piano della performance 2025

            Obiettivo: Canile aperto
            Settore: Verde
            Indicatore: Adozioni
            Frequenza di rilevazione: annuale
            Target 2025: 110

            Obiettivo: Canile aperto
            Settore: Verde
            Indicatore: Visite
            Frequenza di rilevazione: semestrale
            Target 2025: 900

            Obiettivo: Orti
            Settore: Verde
            Indicatore: Lotti
            Frequenza di rilevazione: annuale
            Target 2025: 36
            """,
            "|Canile aperto|Verde||", "- Adozioni|110|||", "- Visite|900|||", "|Orti|Verde||",
            "- Lotti|36|||"),
        ReadingSample(
            "rows that go on after a page say so before the title",
            """
            Piano 2025;;;
            Obiettivo;Peso;Indicatore;Target 2025
            Canile;40;Adozioni;110
            Orti;60;Lotti;36
            (segue) Orti;;Iscritti;52
            """,
            "|Canile|||40", "- Adozioni|110|||", "|Orti|||60", "- Lotti|36|||", "- Iscritti|52|||"),
        ReadingSample(
            "the number of an objective in two languages begins its card",
            """
            Piano della performance 2025

            | Nr. Ziel / N. obiettivo | 1 |
            | Ziel / Obiettivo | Brücke / Ponte nuovo |
            | Gewicht / Peso | 55 |

            | Indikator / Indicatore | Zielwert / Valore atteso |
            |---|---|
            | Fertigstellung / Fine lavori | 31.10.2025 |

            | Nr. Ziel / N. obiettivo | 2 |
            | Ziel / Obiettivo | Schalter / Sportelli |
            | Gewicht / Peso | 45 |

            | Indikator / Indicatore | Zielwert / Valore atteso |
            |---|---|
            | Wartezeit / Attesa | 6 |
            """,
            "1|Brücke / Ponte nuovo|||55", "- Fertigstellung / Fine lavori|31.10.2025|||",
            "2|Schalter / Sportelli|||45", "- Wartezeit / Attesa|6|||"),
    ]

    @Test(
        "Tariffs and the people of the place are no services",
        arguments: [
            "Tariffe dei servizi a domanda individuale", "Bilancio demografico 2022-2024",
            "Il contesto esterno",
        ])
    func isLeftAlone(_ title: String) throws {
        let text = """
            # Comune di Pratolungo
            # \(title)

            | Voce | 2022 | 2023 | 2024 |
            |---|---|---|---|
            | Prima | 4,80 | 5,00 | 5,10 |
            | Seconda | 310,00 | 320,00 | 330,00 |
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.md")
        #expect(found.parts.services.isEmpty)
        #expect(found.objectives.isEmpty)
    }

    @Test func whatStandsInBracketsIsNoneOfTheName() {
        #expect(DocumentCover.municipality("COMUNE DI PRATOLUNGO (ab. 640)") == "Comune di Pratolungo")
        #expect(
            DocumentCover.municipality("Piano 2025 - Comune di Pratolungo") == "Comune di Pratolungo")
    }
}
