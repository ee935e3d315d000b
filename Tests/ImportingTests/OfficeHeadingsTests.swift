import Testing

@testable import Importing

/// Which headings are offices and which are objectives, and forms with more than labels and values.
@Suite("Headings of offices and of objectives, and forms")
struct OfficeHeadingsTests {
    @Test(arguments: headings + forms) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    /// Names of offices that are made of words of labels.
    static let names = [
        "Economico Finanziario", "Risorse Umane", "Personale", "Sviluppo Economico", "Servizi Finanziari",
        "Valutazione e Performance", "Obiettivi Strategici", "Entrate", "Comunicazione",
    ]

    @Test(arguments: names, ["Settore", "Area", "Servizio", "Direzione"])
    func whateverStandsBehindTheWordOfAnOfficeIsItsName(name: String, word: String) throws {
        let text = """
            # Comune di Prova

            # Piano della performance 2026

            ## \(word) \(name)

            Responsabile: Resp. Verde

            | Obiettivo operativo | Peso | Indicatore | Target 2026 |
            |---|---|---|---|
            | Orti urbani | 100 | Lotti affidati | 36 |
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        let sector = try #require(found.objectives.first?.sector)
        #expect([name, "\(word) \(name)"].contains(sector))
    }

    @Test(arguments: names) func anOfficeOverTheCardsOfItsObjectivesKeepsItsWholeName(name: String) throws {
        let text = """
            # Comune di Prova

            # Piano della performance 2026

            ## Settore \(name)

            Dirigente: Resp. Verde

            ### Obiettivo 1 – Cura degli orti

            Peso: 100

            | Indicatore | Valore atteso |
            |---|---|
            | Lotti affidati | 36 |
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(found.objectives.map(\.sector) == [name])
    }

    private static let headings = [
        ReadingSample(
            "numbered headings: the office, its objectives with a text below each",
            """
            # Comune di Prova

            ## Piano della performance 2026

            ## 1. Verde e Parchi

            Responsabile: Resp. Verde.

            ### 1.1 Orti urbani

            Aprire gli orti a tutti

            Peso: 60%

            | Indicatore | Valore attuale | Valore atteso 2026 |
            |---|---|---|
            | Lotti affidati | 12 | 36 |

            ### 1.2 Canile aperto

            Peso: 40%

            | Indicatore | Valore attuale | Valore atteso 2026 |
            |---|---|---|
            | Adozioni | 96 | 110 |
            """,
            "1.1|Orti urbani|Verde e Parchi|Resp. Verde|60", "- Lotti affidati|36||12|",
            "1.2|Canile aperto|Verde e Parchi|Resp. Verde|40", "- Adozioni|110||96|"),
        ReadingSample(
            "an office right below the total of another table",
            """
            # Comune di Prova

            ## Piano della performance 2026

            ## VERDE E PARCHI

            Responsabile del servizio: Resp. Verde

            ### Obiettivo 1 - Orti urbani

            Peso: 60

            | Indicatore | Valore attuale | Target 2026 |
            |---|---|---|
            | Lotti affidati | 12 | 36 |

            | Capitolo | Denominazione | Previsione 2026 | Previsione 2027 |
            |---|---|---|---|
            | 1000/1 | Acquisto di beni | 34.500,00 | 34.000,00 |

            Totale

            ## COMMERCIO E MERCATI

            Responsabile del servizio: Resp. Commercio

            ### Obiettivo 1 - Dehors

            Peso: 40

            | Indicatore | Valore attuale | Target 2026 |
            |---|---|---|
            | Pratiche chiuse | 30 | 45 |
            """,
            "1|Orti urbani|VERDE E PARCHI|Resp. Verde|60", "- Lotti affidati|36||12|",
            "1|Dehors|COMMERCIO E MERCATI|Resp. Commercio|40", "- Pratiche chiuse|45||30|"),
        ReadingSample(
            "rows over a table that name an office and who heads it",
            """
            Piano della performance 2026;;;;
            N.;Obiettivo;Peso;Indicatore;Target
            Verde e Parchi - Resp. A. Verdi;;;;
            1;Orti urbani;60;Lotti affidati;36
            2;Canile aperto;40;Adozioni;110
            Commercio e Mercati - Resp. C. Bruni;;;;
            3;Dehors;100;Pratiche chiuse;45
            """,
            "1|Orti urbani|Verde e Parchi|A. Verdi|60", "- Lotti affidati|36|||",
            "2|Canile aperto|Verde e Parchi|A. Verdi|40", "- Adozioni|110|||",
            "3|Dehors|Commercio e Mercati|C. Bruni|100", "- Pratiche chiuse|45|||"),
        ReadingSample(
            "the code in the line over a card, with the year behind it",
            """
            COMUNE DI PROVA;;;
            SCHEDA OBIETTIVO N. 1 – ANNO 2026;;;
            Area:;Verde;;
            Titolo:;Orti urbani;;
            Peso:;60;;
            Indicatore;Unità;Valore iniziale;Valore atteso
            Lotti affidati;n.;12;36
            SCHEDA OBIETTIVO N. 2 – ANNO 2026;;;
            Area:;Verde;;
            Titolo:;Canile aperto;;
            Peso:;40;;
            Indicatore;Unità;Valore iniziale;Valore atteso
            Adozioni;n.;96;110
            """,
            "1|Orti urbani|Verde||60", "- Lotti affidati|36||12|",
            "2|Canile aperto|Verde||40", "- Adozioni|110||96|"),
        ReadingSample(
            "a day in the title of a state of things is no objective",
            """
            # Monitoraggio obiettivi al 30 settembre 2026

            | Direzione | Obiettivo | Indicatore | Target |
            |---|---|---|---|
            | Verde | Orti urbani | Lotti affidati | 36 |
            """,
            "|Orti urbani|Verde||", "- Lotti affidati|36|||"),
    ]

    private static let forms = [
        ReadingSample(
            "a first column that names the parts of the form",
            """
            # Comune di Prova - Relazione sulla performance 2025

            | ANAGRAFICA | Centro di responsabilità | Verde | | |
            |---|---|---|---|---|
            | | Responsabile | Resp. Verde | | |
            | | Obiettivo | Orti urbani | | |
            | MISURAZIONE | Indicatore | Peso | Atteso | Realizzato |
            | | Lotti affidati | 100 | 36 | 38 |
            | ESITI | Note | Nulla da segnalare | | |
            """,
            "|Orti urbani|Verde|Resp. Verde|", "- Lotti affidati|36|38||100"),
        ReadingSample(
            "labels over their values, one over the whole width",
            """
            # Comune di Prova - PIAO 2026

            | Titolo dell'obiettivo | | |
            |---|---|---|
            | Orti urbani | | |
            | Unità organizzativa | Responsabile | |
            | Verde | Resp. Verde | |
            | Indicatore | Valore atteso | Peso indicatore |
            | Lotti affidati | 36 | 100 |
            | Peso dell'obiettivo | 60% | |
            """,
            "|Orti urbani|Verde|Resp. Verde|60", "- Lotti affidati|36|||100"),
        ReadingSample(
            "two cards beside one another, one longer",
            """
            COMUNE DI PROVA - SCHEDE OBIETTIVO 2026;;;;
            Obiettivo;Orti urbani;;Obiettivo;Canile aperto
            Settore;Verde;;Settore;Verde
            Peso;60;;Peso;40
            Indicatore 1;Lotti affidati;;Indicatore 1;Adozioni
            Target 1;36;;Target 1;110
            Indicatore 2;Orti aperti;;;
            Target 2;5;;;
            """,
            "|Orti urbani|Verde||60", "- Lotti affidati|36|||", "- Orti aperti|5|||",
            "|Canile aperto|Verde||40", "- Adozioni|110|||"),
        ReadingSample(
            "labels within cells whose texts go on in the next line, under a head with a slip and again below",
            """
            Piano della performance 2026;;
            Obiettivo e peso;Responsabile;Indicattori e target
            "Orti urbani
            delle frazioni
            Peso: 60";Resp. Verde;"Indicatore: Lotti affidati – Target:
            36"
            Obiettivo e peso;Responsabile;Indicattori e target
            "Canile aperto
            Peso: 40";Resp. Verde;"Indicatore: Adozioni – Target: 110
            Indicatore: Visite – Target: 380"
            """,
            "|Orti urbani delle frazioni||Resp. Verde|60", "- Lotti affidati|36|||",
            "|Canile aperto||Resp. Verde|40", "- Adozioni|110|||", "- Visite|380|||"),
    ]
}
