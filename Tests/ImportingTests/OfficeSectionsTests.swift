import Model
import Reading
import Testing

@testable import Importing

/// Numbered titles over values, labels beside others that nobody knows, columns that say two things.
@Suite("What offices write below numbered titles and in shared cells")
struct OfficeSectionsTests {
    @Test(arguments: sections + cards + tables) func isTaken(_ sample: ReadingSample) throws {
        #expect(try sample.read() == sample.facts)
    }

    private static let sections = [
        ReadingSample(
            "numbered titles, known and unknown, over values and lists, twice; somebody signs below each card",
            """
            COMUNE DI PROVA AL COLLE
            PROPOSTA 1/2025
            1. Denominazione
            Sentieri aperti
            2. Ufficio proponente
            Ambiente – Dott.ssa V. Sentieri
            3. Finalità e contenuti
            Riaprire i sentieri che il bosco ha chiuso negli anni.
            4. Fasi di lavoro
            – Rilievo
            – Taglio
            5. Come lo diremo
            Con una nota sul sito.
            6. Risultati misurabili
            – Sentieri riaperti: 12
            – Giorni di apertura: 90 giorni
            Il Responsabile
            _______________
            PROPOSTA 2/2025
            1. Denominazione
            Orti urbani
            2. Ufficio proponente
            Verde
            3. Finalità e contenuti
            Assegnare gli orti che sono liberi da tempo.
            4. Fasi di lavoro
            – Avviso
            5. Come lo diremo
            Con un avviso.
            6. Risultati misurabili
            – Orti assegnati: 30
            """,
            "|Sentieri aperti|Ambiente|Dott.ssa V. Sentieri|", "- Sentieri riaperti|12|||",
            "- Giorni di apertura|90 giorni|||", "* Rilievo", "* Taglio", "|Orti urbani|Verde||",
            "- Orti assegnati|30|||", "* Avviso"),
        ReadingSample(
            "numbered chapters of a plan are no labels",
            """
            COMUNE DI PROVA AL COLLE
            PIANO 2025
            1. Premessa
            Il piano dice che cosa faremo.
            2. Obiettivi
            Sono quelli della tabella.
            3. Indicatori
            Sono uno per obiettivo.
            4. Tempi
            Entro l'anno.

            Obiettivo\tIndicatore\tTarget
            Sentieri aperti\tSentieri\t12
            """,
            "|Sentieri aperti|||", "- Sentieri|12|||"),
    ]

    private static let cards = [
        ReadingSample(
            "the weight among labels that nobody knows, indicators whose brackets tell of their values",
            """
            COMUNE DI PROVA AL COLLE
            PEG 2025
            Obiettivo 1: Curare i parchi
            Tipologia: sviluppo Peso: 30% Durata: annuale
            Indicatori di risultato (valore atteso a fine anno):
            - parchi curati: 10
            - regole approvate: sì
            Obiettivo 2: Curare le strade
            Tipologia: mantenimento; Peso: 70%; Durata: annuale
            Indicatori di risultato (valore atteso a fine anno):
            - strade curate: < 4
            """,
            "1|Curare i parchi|||30", "- parchi curati|10|||", "- regole approvate|sì|||",
            "2|Curare le strade|||70", "- strade curate|< 4|||")
    ]

    private static let tables = [
        ReadingSample(
            "names of indicators in the cells of years, below what we do and who does it",
            """
            COMUNE DI PROVA AL COLLE
            Piano 2025

            Che cosa facciamo\tChi\t2025\t2026
            Moduli in rete\tResp. Demografici\tModuli pubblicati: 6\tModuli pubblicati: 9
            Sedute in rete\tResp. Segreteria\tSedute: 50%\tSedute: 80%
            """,
            "|Moduli in rete||Resp. Demografici|", "- Moduli pubblicati|6|||",
            "|Sedute in rete||Resp. Segreteria|", "- Sedute|50%|||"),
        ReadingSample(
            "points of which only those of the first office sum to 100",
            """
            COMUNE DI PROVA AL COLLE
            Elenco degli obiettivi 2025

            Nr.\tObiettivo\tIndicatore\tPrevisione\tPunteggio
            Settore Tecnico\t\t\t\t
            1\tVialetti\tmetri\t1.250\t40
            2\tCaldaie\tcaldaie\t38\t60
            Settore Demografico\t\t\t\t
            3\tStradario\tcivici\t820\t20
            4\tDiritti\tpratiche\t95\t10
            """,
            "1|Vialetti|Tecnico||40", "- metri|1.250|||", "2|Caldaie|Tecnico||60", "- caldaie|38|||",
            "3|Stradario|Demografico||20", "- civici|820|||", "4|Diritti|Demografico||10", "- pratiche|95|||"),
        ReadingSample(
            "weights as multipliers, a prerequisite among them",
            """
            COMUNE DI PROVA AL COLLE
            Piano della performance 2025

            Obiettivo\tIndicatore\tTarget\tMoltiplicatore
            Alberi\tPiantati\t10\t1,2
            Alberi\tCurati\t20\tx 2
            Alberi\tMappati\tsì\t× 0,5
            Alberi\tRegole\tsì\tX
            """,
            "|Alberi|||", "- Piantati|10|||1,2", "- Curati|20|||2", "- Mappati|sì|||0,5", "- Regole|sì|||X"),
    ]

    @Test("A name alone below an indicator with its values is told: it may be the rest of the name above")
    func nameAlone() throws {
        let text = """
            COMUNE DI PROVA AL COLLE
            Piano della performance 2025

            Obiettivo\tIndicatore\tTarget\tPeso
            Verde\tNumero di alberi\t10\t50
            \tPiantati nei viali\t\t
            Verde\tAiuole\t8\t50
            """
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(found.findings(.textMisplaced).map(\.written) == ["Piantati nei viali"])
    }

    @Test("What stands beside the weight on its line is told")
    func besideWeight() throws {
        let text = Self.cards[0].text
        let found = try Importer.propose(bytes: Array(text.utf8), file: "a.txt")
        #expect(
            found.findings(.columnUnknown).map(\.written) == [
                "Tipologia: sviluppo", "Durata: annuale", "Tipologia: mantenimento", "Durata: annuale",
            ])
    }

    @Test("A table goes on over the count of pages and the running title, without its head")
    func countedPages() throws {
        func row(_ cells: [String], _ number: Int) -> [Cell] {
            cells.enumerated().map { Cell($1, place: Place(page: number, line: 1)) }
        }
        func text(_ text: String, _ page: Int) -> Block {
            Block(.paragraph(text), at: Place(page: page, line: 1))
        }
        let title = "Comune di Prova al Colle – Piano della performance 2025"
        let first = [
            ["Obiettivo", "Indicatore", "Target"], ["Sentieri", "aperti", "12"], ["Orti", "dati", "30"],
        ]
        let second = [["Fontane", "accese", "4"], ["Siepi", "tagliate", "9"]]
        let document = SourceDocument(
            format: .pdf,
            blocks: [
                text(title, 1),
                Block(
                    .table(Table(rows: first.map { row($0, 1) }, headRows: 1)), at: Place(page: 1, line: 2)),
                text("1 di 2", 1), text(title, 2),
                Block(
                    .table(Table(rows: second.map { row($0, 2) }, headRows: 0)), at: Place(page: 2, line: 2)),
                text("2 di 2", 2),
            ])
        let found = Importer.propose(document, file: "a.pdf")
        #expect(found.objectives.map(\.title) == ["Sentieri", "Orti", "Fontane", "Siepi"])
    }
}
