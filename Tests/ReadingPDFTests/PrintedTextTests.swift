import Foundation
import Reading
import Testing

@testable import ReadingPDF

/// Plain texts as word processors print them: tabs at stops, lines broken at the width of the paper.
@Suite("Printed plain texts") struct PrintedTextTests {
    private static let advance = 6.0, stop = 35.433, width = 480.0, left = 57.0

    /// A page of a text, laid out as a word processor does.
    private static func page(of text: String) -> SyntheticPage {
        var page = SyntheticPage()
        var y = 70.0
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var x = 0.0
            for (separator, word) in words(of: paragraph) {
                let room = Double(word.count) * advance
                var start = place(x, after: separator)
                if start + room > width {
                    y += 11.4
                    start = separator == "\t" ? stop : 0
                }
                if !word.isEmpty { page.text(String(word), x: left + start, y: y, isCourier: true) }
                x = start + room
            }
            y += 11.4
        }
        return page
    }

    private static func place(_ x: Double, after separator: Character?) -> Double {
        switch separator {
        case "\t": ((x / stop).rounded(.down) + 1) * stop
        case " ": x + advance
        default: x
        }
    }

    private static func words(of paragraph: Substring) -> [(Character?, Substring)] {
        var result: [(Character?, Substring)] = []
        var separator: Character?
        var start = paragraph.startIndex
        for index in paragraph.indices where paragraph[index] == " " || paragraph[index] == "\t" {
            result.append((separator, paragraph[start..<index]))
            separator = paragraph[index]
            start = paragraph.index(after: index)
        }
        return result + [(separator, paragraph[start...])]
    }

    private static let text = """
        Comune di Valdoria

        Piano della performance 2025

        Obiettivo\tIndicatore\tValore atteso\tPeso
        Manutenzione programmata dei marciapiedi nei quartieri nati negli anni Sessanta e Settanta\tmetri\t1.200\t60
        Rete di sensori per la qualità dell'aria lungo le strade di maggiore traffico\tsensori in funzione alla fine dell'anno\t14\t40
        Sportello per chi affitta\tore\t12\t30
        Archivio delle pratiche edilizie del secolo scorso in forma digitale e consultabile\tpratiche\t4.000\t70
        """

    @Test("Rows with tabs are whole again, however the paper breaks them")
    func rows() throws {
        let document = try SyntheticPDF.read(Self.page(of: Self.text))
        #expect(document.format == .pdf)
        #expect(
            document.tables == [
                [
                    ["Obiettivo", "Indicatore", "Valore atteso", "Peso"],
                    [
                        "Manutenzione programmata dei marciapiedi nei quartieri nati negli anni Sessanta e Settanta",
                        "metri", "1.200", "60",
                    ],
                    [
                        "Rete di sensori per la qualità dell'aria lungo le strade di maggiore traffico",
                        "sensori in funzione alla fine dell'anno", "14", "40",
                    ],
                    ["Sportello per chi affitta", "ore", "12", "30"],
                    [
                        "Archivio delle pratiche edilizie del secolo scorso in forma digitale e consultabile",
                        "pratiche", "4.000", "70",
                    ],
                ]
            ])
        let cells = try #require(document.blocks.compactMap(\.table).first).rows.joined()
        #expect(cells.allSatisfy { $0.place.page == 1 })
    }

    @Test("A paragraph over several lines is one, a short line ends it")
    func paragraphs() throws {
        let prose = """
            L'ufficio segue ogni anno le scadenze della manutenzione e riferisce alla Giunta con una nota breve che \
            dice che cosa è stato fatto, che cosa manca e quanto costa finirlo prima che arrivi l'inverno successivo.
            Il responsabile firma la nota.
            Le strade sono divise in tre gruppi secondo il traffico, la pendenza e il numero delle persone che vi \
            abitano, e ogni gruppo ha i suoi giorni e una squadra che ne risponde a chi telefona allo sportello unico.
            """
        let document = try SyntheticPDF.read(Self.page(of: prose))
        #expect(document.texts.count == 3)
        #expect(document.texts.first?.hasSuffix("prima che arrivi l'inverno successivo.") ?? false)
    }

    @Test("A page with another font, or with lines, is read as a page")
    func otherPages() throws {
        var page = Self.page(of: Self.text)
        page.line(57, 300, 400, 300)
        let document = try SyntheticPDF.read(page)
        #expect(document.tables.first?.count != 5)
    }

    private static let titles = [
        "Inventario dei beni mobili delle scuole", "Rete dei sentieri urbani e delle aree verdi di quartiere",
        "Servizio di mensa per le scuole dell'infanzia e per i nidi", "Manutenzione delle fontane",
        "Mappa delle aree dismesse e delle bonifiche da fare entro la fine del mandato",
    ]
    private static let results = [
        "Beni rilevati e valutati con i nuovi criteri, senza differenze tra il registro e gli ambienti visitati.",
        "Sentieri segnalati e percorribili in ogni stagione", "Cucine aperte tutto l'anno",
        "Tempi certi per chi chiede e per chi risponde, con una relazione ogni trimestre alla commissione consiliare",
    ]

    /// Rows with a blank cell in the midst, as many as asked, with texts of all lengths; the resources stand in one of
    /// two columns.
    private static func rows(_ count: Int) -> [[String]] {
        (1...count).map { number in
            let description =
                "L'azione numero \(number) prosegue " + results[number % 4].lowercased() + " "
                + titles[(number * 3) % 5]
            let euro = "\(number * 7 % 90 + 1).000,00"
            let isOwn = number % 3 != 0
            return [
                "\(number)", titles[number % 5], description, isOwn ? euro : "", isOwn ? "" : euro,
                number % 2 == 0 ? "NUOVO" : "MIGLIORAMENTO", results[(number * 3) % 4],
            ]
        }
    }

    @Test(
        "Cells that the end of a line hides are found again, over blank lines too, by number and by the rows around"
    )
    func hiddenTabs() throws {
        let head = [
            "", "PROGETTI", "DESCRIZIONE", "risorse proprie", "risorse di terzi", "TIPOLOGIA", "RISULTATO",
        ]
        let rows = Self.rows(13)
        let lines =
            ([head] + rows[..<9]).map { $0.joined(separator: "\t") } + [""]
            + rows[9...].map { $0.joined(separator: "\t") }
        let document = try SyntheticPDF.read(Self.page(of: lines.joined(separator: "\n")))
        #expect(Array(document.tables.joined()) == [head] + rows)
    }

    @Test("Items, labels, titles in capitals and strokes begin their lines though the one above is full")
    func beginnings() throws {
        let text = """
            RISORSE UMANE: nel servizio lavorano ogni giorno trentuno persone di ruolo, due
            RESPONSABILE: il dirigente del settore che ha in carico anche le manutenzioni
            Le fasi di questo lavoro sono descritte nelle righe che seguono qui sotto, cioè:
            - analisi dei tempi che passano tra la richiesta e la prima risposta scritta data
            - controllo ogni trimestre dell'andamento dei pagamenti e delle fatture ricevute
            """
        let filler = "\n\nVoce\tValore\nUno\t1\nDue\t2\nTre\t3"
        let document = try SyntheticPDF.read(Self.page(of: text + filler))
        #expect(document.texts.count == 5)
    }

    @Test("A full line behind a sentence begins a row, or goes on with its cell, as the lines below it tell")
    func sentences() throws {
        let services = [
            ["Elemento", "Descrizione"],
            [
                "Controllo dei rumori",
                "Gestione delle istruttorie e delle misure che seguono le segnalazioni di chi abita vicino agli impianti.",
            ],
            [
                "Autorizzazioni temporanee.",
                "Il servizio rilascia le autorizzazioni per le feste nelle piazze.",
            ],
            [
                "Educazione",
                "Incontri nelle scuole e nei quartieri, con una guida per ogni classe e un giorno di prova. "
                    + "L'ufficio segue anche le guardie volontarie che ogni estate accompagnano chi visita il parco.",
            ],
            ["Parco", "Sentieri aperti"],
        ]
        let document = try SyntheticPDF.read(
            Self.page(of: services.map { $0.joined(separator: "\t") }.joined(separator: "\n")))
        #expect(document.tables == [services])
    }

    @Test("A sentence in a row that an empty cell begins goes on with it, a short numbered title begins")
    func emptyFirstCells() throws {
        let text = """
            Segmenti\tUtenza\tRuolo
            \tStudenti\tChiedono e condividono informazioni, segnalano con la posta ciò che manca al servizio. \
            Prenotano le visite e partecipano agli incontri, anche a distanza, con i docenti delle scuole.
            \tImprese\tRicerca di profili
            \tEnti\tAccesso a ciò che è pubblicato
            I rapporti con chi possiede i beni che sono messi a disposizione, a vario titolo,
            2) Elementi accessori
            """
        let document = try SyntheticPDF.read(Self.page(of: text))
        #expect(
            document.tables.first?.map { $0.dropFirst().first } == ["Utenza", "Studenti", "Imprese", "Enti"])
        #expect(document.texts.last == "2) Elementi accessori")
    }
}
