import Model
import Reading
import Testing

@testable import Importing

@Suite("Forms in words and an order of their own, as lines and as paragraphs")
struct FormShapesTests {
    private func text(_ lines: String) throws -> ImportProposal {
        try Importer.propose(bytes: Array(lines.utf8), file: "piano.txt")
    }

    /// The lines as paragraphs and rows of cells of a document without lines.
    private func paragraphs(_ lines: String) -> ImportProposal {
        var blocks: [Block] = []
        var rows: [[Cell]] = []
        for line in lines.split(separator: "\n").map(String.init) + [""] {
            let cells = line.split(separator: "\t").map { Cell(String($0), place: Place(line: 1)) }
            if cells.count > 1 {
                rows.append(cells)
                continue
            }
            if !rows.isEmpty { blocks.append(Block(.table(Table(rows: rows)), at: Place(line: 1))) }
            rows = []
            if !line.isEmpty { blocks.append(Block(.paragraph(line), at: Place(line: 1))) }
        }
        return Importer.propose(
            SourceDocument(format: .docx, blocks: blocks, findings: []), file: "piano.docx")
    }

    @Test("Organisation, lines, index and cards in other words", arguments: [false, true])
    func otherWords(areParagraphs: Bool) throws {
        let found = areParagraphs ? paragraphs(Self.counters) : try text(Self.counters)
        #expect(found.unread.isEmpty)
        #expect(found.parts.sectors.flatMap(\.tenures).map(\.role) == [.holder, .interim])
        let line = try #require(found.parts.plan?.lines.first)
        #expect(line.delegates == "Sindaca")
        #expect(line.definition.hasSuffix("\n\nChi scrive al Comune deve sapere quando avrà risposta."))
        #expect(found.parts.plan?.index.map { $0.due?.date?.iso } == ["2025-10-31"])
        let counter = try #require(found.objective("Uno sportello per tutte le domande"))
        #expect(counter.definition.contains("\n\nLo sportello unico raccoglie"))
        #expect(counter.criticalFactors == "La sede va liberata dall'archivio.")
        #expect(counter.phases.map { months($0, year: 2025) } == [["1-2"], ["3-4"], ["6"]])
        #expect(counter.participants.map(\.grade) == ["Funzionario", "C2"])
        #expect(counter.indicators.map(\.measure) == [.timeliness, .percentage])
        #expect(counter.indicators.map(\.dimension) == [.efficiency, .outcome])
        #expect(counter.indicators.map(\.target.raw) == ["10 giorni", "80%"])
        let paper = try #require(found.objective("Meno carta negli uffici"))
        #expect(paper.definition == "Le stampe si riducono.")
        #expect(paper.criticalFactors == "Chi lavora da tempo è abituato alla carta.")
        #expect(paper.indicators.map { $0.baseline?.raw } == ["400"])
    }

    @Test("Values over the title of a card, target years, people and money", arguments: [false, true])
    func otherOrder(areParagraphs: Bool) throws {
        let found = areParagraphs ? paragraphs(Self.roads) : try text(Self.roads)
        #expect(found.unread.isEmpty)
        #expect(found.objectives.map(\.code) == ["1", "2"])
        #expect(found.objectives.map(\.sector) == ["Polizia locale", "Polizia locale"])
        #expect(found.objectives.map(\.head) == ["PROVA Caio", "PROVA Caio"])
        let roads = try #require(found.objective("Strade più sicure davanti alle scuole"))
        #expect(roads.criticalFactors == "Le forniture arrivano tardi.")
        #expect(roads.resources == "€ 12.000 al capitolo 1234.")
        #expect(roads.participants.map(\.name) == ["PROVA Caio", "ESEMPIO Mevia", "FINTO Livio"])
        #expect(roads.phases.map { months($0, year: 2025) } == [["2"], ["3-5"], ["1-12"]])
        #expect(roads.indicators.map(\.weight.raw) == ["70", "30"])
        #expect(roads.indicators.map { $0.laterTargets[2026]?.raw } == ["70", nil])
        #expect(roads.indicators.last?.target.comparison == .atMost)
    }

    @Test("A calendar that lost its columns, and people who are only counted, give no month and nobody")
    func lostCalendar() throws {
        let found = try text(
            """
            Piano degli obiettivi 2024

            SCHEDA N. 1
            Responsabile: PROVA Tizia

            OBIETTIVO
            Dematerializzare le pratiche

            RISORSE UMANE
            n. 2 istruttori cat. C

            TEMPI DI REALIZZAZIONE
            Attività                                gen feb mar apr mag giu lug ago set ott nov dic
            Gara per il servizio                     x   x
            Scansione                                        x   x

            INDICATORI DI RISULTATO
            Indicatore                               Valore atteso      Peso
            Pratiche scansionate                     4.000              100
            """)
        #expect(found.objectives.map(\.head) == ["PROVA Tizia"])
        let phases = found.objectives.flatMap(\.phases)
        #expect(phases.map(\.title) == ["Gara per il servizio", "Scansione"])
        #expect(phases.allSatisfy { $0.spans.isEmpty })
        #expect(found.objectives.flatMap(\.participants).isEmpty)
        #expect(found.indicator("Pratiche scansionate")?.target.number == ExactDecimal(4000))
    }

    @Test("Figures alone on pages are values unless they count the pages")
    func figuresOnPages() {
        func row(_ text: String, page: Int, number: Int) -> DocumentRow {
            DocumentRow(
                number: number, lines: number..<number + 1, kind: .text, cells: [text], spans: [:],
                covered: [], block: number, page: page, sheetCell: nil, isMarkedHead: false)
        }
        let values = [row("60", page: 1, number: 1), row("30", page: 2, number: 2)]
        let furniture = PageFurniture(values)
        #expect(values.map(furniture.holds) == [false, false])
        let counted = (1...4).map { row("\($0)", page: $0, number: $0) }
        let numbers = PageFurniture(counted)
        #expect(counted.map(numbers.holds) == [true, true, true, true])
    }

    private static let counters = """
        Comune di Pianora
        Piano esecutivo di gestione 2025 - Obiettivi

        Organigramma

        Area 1 - Servizi amministrativi

        dal 01/01/2025 al 31/12/2025 PROVA Tizia titolare

        Area 2 - Servizi tecnici

        dal 01/01/2025 PROVA Caio reggente

        Indirizzi strategici

        1. UN COMUNE CHE ASCOLTA

        Sindaca

        Ascoltare vuol dire rispondere in tempo.

        Chi scrive al Comune deve sapere quando avrà risposta.

        Riepilogo degli obiettivi operativi

        Linea di mandato

        1. UN COMUNE CHE ASCOLTA

        Obiettivo strategico

        1.1 - Rispondere in tempo

        Obiettivi gestionali

        Uno sportello per tutte le domande

        Area 1 - Servizi amministrativi

        da concludere entro il 31/10/2025

        Schede degli obiettivi

        Area 1 - Servizi amministrativi

        Linea di mandato

        1. UN COMUNE CHE ASCOLTA

        Obiettivo strategico

        1.1 - Rispondere in tempo

        Obiettivo gestionale

        Uno sportello per tutte le domande

        Oggi ogni ufficio ha il suo sportello e chi non sa dove andare torna più volte.

        Lo sportello unico raccoglie le domande e le manda a chi deve rispondere.

        Azioni e tempistica

        a) scelta della sede (gennaio - febbraio)
        b) formazione degli addetti: marzo/aprile
        c) apertura entro il 30/06/2025

        Elementi critici

        La sede va liberata dall'archivio.

        Personale impiegato

        PROVA Tizia	Funzionario
        ESEMPIO Mevia	C2

        Indicatore di efficienza

        Giorni medi di attesa

        ( ) data
        (x) tempestività
        ( ) percentuale

        Tempo atteso

        10 giorni

        Indicatore di outcome

        Gradimento di chi usa lo sportello

        [ ] quantità
        [x] percentuale

        Valore atteso

        80%

        Obiettivo gestionale

        Meno carta negli uffici

        Le stampe si riducono.

        Tempi di attuazione

        - censimento delle stampanti: I trimestre
        - nuove regole: II semestre

        Rischi

        Chi lavora da tempo è abituato alla carta.

        Risorse umane impiegate

        ESEMPIO Mevia

        Indicatore

        Risme comprate

        Dato di partenza 2024: 400

        Quantità prevista

        300
        """

    private static let roads = """
        COMUNE DI VALLEPIANA

        PIAO 2025/2027 - Sottosezione Performance

        SCHEDA N. 1

        Servizio proponente: Polizia locale

        Dirigente

        PROVA Caio

        Titolo

        Strade più sicure davanti alle scuole

        Descrizione

        Davanti alle scuole si va troppo forte.
        I controlli e i dissuasori devono rallentare chi passa.

        Rischi e criticità

        Le forniture arrivano tardi.

        Cronoprogramma delle azioni

        Ordine dei dissuasori	febbraio
        Posa	marzo	maggio
        Controlli	tutto l'anno

        Indicatori

        Controlli davanti alle scuole

        Target 2025

        60

        Target 2026

        70

        Peso

        70

        Indicatore 2

        Velocità media misurata

        Unità di misura

        km/h

        Baseline 2024

        47

        Target 2025

        <= 35

        Peso

        30

        Gruppo di lavoro

        PROVA Caio, ESEMPIO Mevia; FINTO Livio

        Risorse finanziarie

        € 12.000 al capitolo 1234.

        SCHEDA N. 2

        Servizio proponente: Polizia locale

        Dirigente

        PROVA Caio

        Titolo

        Il verbale in un giorno

        Descrizione

        I verbali si mandano il giorno dopo.

        Cronoprogramma delle azioni

        Prova su due pattuglie	gennaio	giugno

        Indicatori

        Verbali mandati entro un giorno

        Target 2025

        90%

        Peso

        100

        Gruppo di lavoro

        ESEMPIO Mevia
        """
}
