import Reading
import ReadingPDF
import Testing

/// Tables that go on over pages, and tables that touch.
struct PDFPageBreakTests {
    private static let widths = [120.0, 140, 60]
    private static let head = ["Obiettivo", "Descrizione", "Peso"]

    /// Two pages with a table each, with columns in the same places.
    private static func read(_ first: [[String]], _ second: [[String]]) throws -> SourceDocument {
        var above = SyntheticPage()
        above.grid(first, x: 60, y: 600, widths: widths)
        var below = SyntheticPage()
        below.grid(second, x: 60, y: 60, widths: widths)
        return try SyntheticPDF.read(above, below)
    }

    private static func plain(_ tables: [[[String]]]) -> [[[String]]] {
        tables.map { $0.map { $0.map { $0.replacing("\n", with: " ") } } }
    }

    @Test("A row that the end of a page cuts within a sentence is one row, and it is told")
    func sentence() throws {
        let document = try Self.read(
            [
                Self.head, ["Verde", "Potatura dei viali e dei/parchi della frazione di", "40"],
                ["Strade", "Asfalto delle strade che/portano alla stazione e alla", "30"],
            ], [["", "piscina comunale", ""], ["Scuole", "Nuova palestra", "30"]])
        let tables = Self.plain(document.tables)
        #expect(tables.count == 2)
        #expect(
            tables[0].last == [
                "Strade", "Asfalto delle strade che portano alla stazione e alla piscina comunale", "30",
            ])
        #expect(tables[1] == [["Scuole", "Nuova palestra", "30"]])
        #expect(document.findings.contains { $0.code == .rowJoined && $0.place.page == 2 })
    }

    @Test("A row that fills the next page whole comes back to its beginning")
    func lone() throws {
        let document = try Self.read(
            [Self.head, ["Strade", "Asfalto delle strade che/portano alla stazione e alla", "30"]],
            [["", "piscina comunale e poi/ancora al parco", ""]])
        #expect(
            Self.plain(document.tables) == [
                [
                    Self.head,
                    [
                        "Strade",
                        "Asfalto delle strade che portano alla stazione e alla piscina comunale e poi ancora al parco",
                        "30",
                    ],
                ]
            ])
    }

    @Test("A head that each page repeats stays out of the row that goes on")
    func repeated() throws {
        let document = try Self.read(
            [Self.head, ["Strade", "Asfalto delle strade che/portano alla stazione e alla", "30"]],
            [Self.head, ["", "piscina comunale", ""], ["Scuole", "Nuova palestra", "70"]])
        let tables = Self.plain(document.tables)
        #expect(
            tables[0].last?[1] == "Asfalto delle strade che portano alla stazione e alla piscina comunale")
        #expect(tables[1] == [Self.head, ["Scuole", "Nuova palestra", "70"]])
    }

    @Test(
        "A new row at the head of a page stays a row",
        arguments: [
            ["Scuole", "Nuova palestra", "30"], ["", "Nuova palestra", "30"], ["", "nuova palestra", "30"],
            ["Scuole", "nuova palestra", ""],
        ])
    func new(row: [String]) throws {
        let document = try Self.read(
            [Self.head, ["Verde", "Potatura", "40"], ["Strade", "Asfalto", "30"]],
            [row, ["Sport", "Piscina", "10"]])
        #expect(document.tables.map(\.count) == [3, 2])
        #expect(!document.findings.contains { $0.code == .rowJoined })
    }

    @Test("Rows that begin with small letters throughout are no sentences that go on")
    func small() throws {
        let document = try Self.read(
            [
                Self.head, ["verde", "potatura dei viali e parchi della", ""],
                ["strade", "asfalto dei tratti lunghi un metro", ""],
            ], [["sport", "piscina", ""], ["scuole", "palestra", ""]])
        #expect(document.tables.map(\.count) == [3, 2])
    }

    @Test("A single row of the next page with the same columns is a row of the table")
    func single() throws {
        let document = try Self.read(
            [Self.head, ["Verde", "Potatura", "40"], ["Strade", "Asfalto", "30"]], [["Sport", "Piscina", ""]])
        #expect(document.tables.last == [["Sport", "Piscina", ""]])
    }

    @Test("Tables of unlike columns that touch are two, whatever their widths", arguments: [220.0, 280.0])
    func touching(width: Double) throws {
        var page = SyntheticPage()
        page.grid(
            [["Voce", "2021", "2022"], ["Atti", "12", "15"], ["Visite", "7", "9"]], x: 60, y: 100,
            widths: [160, 60, 60])
        page.grid(
            [["Spese", "4", "5"], ["Entrate", "6", "8"], ["Saldo", "2", "3"]], x: 60, y: 148,
            widths: [width - 80, 35, 45])
        #expect(
            try SyntheticPDF.read(page).tables == [
                [["Voce", "2021", "2022"], ["Atti", "12", "15"], ["Visite", "7", "9"]],
                [["Spese", "4", "5"], ["Entrate", "6", "8"], ["Saldo", "2", "3"]],
            ])
    }

    @Test("Words of a cell keep their order where the lines of its neighbour stand half a line lower")
    func halfLines() throws {
        var page = SyntheticPage()
        page.line(60, 100, 400, 100)
        page.line(60, 170, 400, 170)
        page.line(60, 190, 400, 190)
        for x in [60.0, 230, 400] { page.line(x, 100, x, 190) }
        for (index, text) in ["uno due tre", "quattro cinque", "sei sette", "otto nove"].enumerated() {
            page.text(text, x: 65, y: 114 + 12 * Double(index))
        }
        for (index, text) in ["alfa beta gamma", "delta epsilon", "zeta eta"].enumerated() {
            page.text(text, x: 235, y: 120 + 12 * Double(index))
        }
        page.text("fine", x: 65, y: 184)
        page.text("12", x: 235, y: 184)
        #expect(
            Self.plain(try SyntheticPDF.read(page).tables) == [
                [
                    [
                        "uno due tre quattro cinque sei sette otto nove",
                        "alfa beta gamma delta epsilon zeta eta",
                    ],
                    ["fine", "12"],
                ]
            ])
    }

    @Test("A head without lines that stands alone at the foot of a page is the head of the rows on the next")
    func headAtFoot() throws {
        let edges = [60.0, 200, 320, 420]
        var above = SyntheticPage()
        above.text("Obiettivo: cura del verde", x: 60, y: 700)
        above.columns(
            [["Indicatori", "VALORE OBIETTIVO", "Consuntivo", "Peso %"]], at: edges, y: 740, pitch: 12)
        above.text("Pagina 1", x: 280, y: 810)
        var below = SyntheticPage()
        below.columns(
            [
                ["utenti assistiti", "36", "78", "5"], ["questionari", "338", "41", "60"],
                ["controlli", "12", "23", "35"],
            ],
            at: edges, y: 60)
        let document = try SyntheticPDF.read(above, below)
        #expect(
            document.tables == [
                [
                    ["Indicatori", "VALORE OBIETTIVO", "Consuntivo", "Peso %"],
                    ["utenti assistiti", "36", "78", "5"], ["questionari", "338", "41", "60"],
                    ["controlli", "12", "23", "35"],
                ]
            ])
        #expect(document.texts == ["Obiettivo: cura del verde", "Pagina 1"])
    }

    @Test(
        "A head whose second line is on the next page is whole, though that page holds nothing else",
        arguments: [false, true])
    func cutHead(alone: Bool) throws {
        let edges = [60.0, 150, 205, 262]
        var above = SyntheticPage()
        above.text("Obiettivo: cura del verde", x: 60, y: 700)
        above.columns([["Indicatori", "Target 2021", "Valore", "Peso"]], at: edges, y: 790)
        let rows = [["alberi", "311", "364", "90"], ["questionari", "231", "261", "5"]]
        var (rest, below) = (SyntheticPage(), SyntheticPage())
        rest.text("raggiunto", x: edges[2], y: 44)
        if !alone { below.text("raggiunto", x: edges[2], y: 44) }
        below.columns(rows, at: edges, y: 84)
        let document =
            alone ? try SyntheticPDF.read(above, rest, below) : try SyntheticPDF.read(above, below)
        #expect(document.tables == [[["Indicatori", "Target 2021", "Valore\nraggiunto", "Peso"]] + rows])
        #expect(document.texts == ["Obiettivo: cura del verde"])
    }

    @Test("A head without lines over its only row is a table")
    func oneRow() throws {
        var page = SyntheticPage()
        page.text("Peso obiettivo: 100", x: 60, y: 100)
        let rows = [["Indicatore", "Target", "Stato", "Peso %"], ["pratiche evase", "317", "252", "100"]]
        page.columns(rows, at: [60, 165, 200, 230], y: 130, pitch: 28)
        #expect(try SyntheticPDF.read(page).tables == [rows])
    }

    @Test("Text at the foot of a page is no head of the table on the next")
    func textAtFoot() throws {
        var above = SyntheticPage()
        above.text("Il Comune cura il verde e le strade con le risorse che ha.", x: 60, y: 740)
        var below = SyntheticPage()
        below.columns(
            [["utenti assistiti", "36", "78"], ["questionari", "338", "41"], ["controlli", "12", "23"]],
            at: [60, 200, 290], y: 60)
        #expect(try SyntheticPDF.read(above, below).tables.map(\.count) == [3])
    }

    @Test("Rows without lines between them stay rows below a head that stands alone on the page before")
    func boxed() throws {
        let edges = [60.0, 200, 290, 380]
        var above = SyntheticPage()
        above.grid([["Indicatori", "Target", "Peso"]], x: 60, y: 760, widths: [140, 90, 90])
        var below = SyntheticPage()
        for y in [60.0, 160] { below.line(60, y, 380, y) }
        for x in edges { below.line(x, 60, x, 160) }
        let rows = (1...7).map { ["controlli \($0)", "1\($0)", "2\($0)"] }
        below.columns(rows, at: [64, 204, 294], y: 72, pitch: 13)
        #expect(try SyntheticPDF.read(above, below).tables.last?.suffix(7).map { $0 } == rows)
    }

    @Test("An item goes on in lines that begin at its own sign")
    func item() throws {
        var page = SyntheticPage()
        page.text(
            "- monitoraggio delle attività con i servizi che ogni anno partecipano insieme alla", x: 60,
            y: 100)
        page.text("programmazione del comune", x: 60, y: 112)
        page.text("- verifica finale", x: 60, y: 124)
        let items = try SyntheticPDF.read(page).blocks.compactMap { block -> String? in
            guard case .item(let text) = block.content else { return nil }
            return text
        }
        #expect(
            items == [
                "monitoraggio delle attività con i servizi che ogni anno partecipano insieme alla "
                    + "programmazione del comune", "verifica finale",
            ])
    }
}
