import Foundation
import Reading
import Testing

@testable import ReadingPDF

/// Tables without lines of columns: where one ends and the next begins, which head is of which figures, what a shade of
/// rows says.
@Suite("Columns and rows that nothing draws") struct PDFColumnsTests {
    @Test("A table right below one of other columns is a table of its own, the line between them a text")
    func followingTables() throws {
        var page = SyntheticPage()
        page.columns(
            [
                ["Indicatore", "Attuale", "Atteso"], ["Lotti affidati", "12", "36"],
                ["Adozioni", "96", "110"],
            ], at: [60, 300, 400], y: 100)
        page.text("Risorse assegnate", x: 60, y: 146)
        page.columns(
            [
                ["Capitolo", "Denominazione", "2025", "2026", "2027"],
                ["1000/1", "Acquisto di beni", "34.500,00", "34.000,00", "33.000,00"],
                ["1000/2", "Canoni", "1.200,00", "1.200,00", "1.100,00"],
            ], at: [60, 130, 280, 350, 420], y: 164)
        let document = try SyntheticPDF.read(page)
        #expect(
            document.tables == [
                [
                    ["Indicatore", "Attuale", "Atteso"], ["Lotti affidati", "12", "36"],
                    ["Adozioni", "96", "110"],
                ],
                [
                    ["Capitolo", "Denominazione", "2025", "2026", "2027"],
                    ["1000/1", "Acquisto di beni", "34.500,00", "34.000,00", "33.000,00"],
                    ["1000/2", "Canoni", "1.200,00", "1.200,00", "1.100,00"],
                ],
            ])
        #expect(document.texts.contains("Risorse assegnate"))
    }

    @Test(
        "A title that goes over the columns of the table below is one cell, also where its second line is short"
    )
    func mergedTitle() throws {
        var page = SyntheticPage()
        // A row of two cells over rows of four: the upright lines of the others stop below it.
        for y in [100.0, 128, 144, 160] { page.line(60, y, 500, y) }
        for x in [60.0, 160, 500] { page.line(x, 100, x, 160) }
        for x in [270.0, 380] { page.line(x, 128, x, 160) }
        page.text("Obiettivo 1.2", x: 63, y: 111)
        page.text("Ricognizione e nuova trattativa dei contratti di locazione passiva", x: 163, y: 111)
        page.text("del municipio", x: 163, y: 123)
        for (x, text) in zip([63.0, 163, 273, 383], ["Indicatori", "Unità", "Atteso 2026", "Atteso 2027"]) {
            page.text(text, x: x, y: 139)
        }
        for (x, text) in zip([63.0, 163, 273, 383], ["Contratti visti", "n.", "12", "14"]) {
            page.text(text, x: x, y: 155)
        }
        let tables = try SyntheticPDF.read(page).tables
        #expect(
            tables.map { $0.map { row in row.map { $0.replacing("\n", with: " ") } } } == [
                [
                    [
                        "Obiettivo 1.2",
                        "Ricognizione e nuova trattativa dei contratti di locazione passiva del municipio",
                        "", "",
                    ],
                    ["Indicatori", "Unità", "Atteso 2026", "Atteso 2027"],
                    ["Contratti visti", "n.", "12", "14"],
                ]
            ])
    }

    @Test(
        "Short cells in the middle of a row of two lines are of this row, also where it is the only one below its head"
    )
    func centredCells() throws {
        var page = SyntheticPage()
        page.text("Obiettivo: Recupero delle entrate", x: 40, y: 70)
        for (text, x) in [("Indicatore", 45.0), ("VALORE OBIETTIVO", 167), ("Consuntivo", 260)] {
            page.text(text, x: x, y: 105, size: 9)
        }
        page.text("Peso", x: 320, y: 100, size: 9)
        page.text("indicatore", x: 320, y: 110, size: 9)
        page.text("tempo medio di risposta in", x: 45, y: 139, size: 9)
        page.text("giorni", x: 45, y: 149, size: 9)
        for (text, x) in [("345", 167.0), ("28,4", 260), ("100", 320)] {
            page.text(text, x: x, y: 144, size: 9)
        }
        page.text("Obiettivo: Apertura della biblioteca", x: 40, y: 190)
        #expect(
            try SyntheticPDF.read(page).tables == [
                [
                    ["Indicatore", "VALORE OBIETTIVO", "Consuntivo", "Peso\nindicatore"],
                    ["tempo medio di risposta in\ngiorni", "345", "28,4", "100"],
                ]
            ])
    }

    @Test("Lines of text between drawn tables stay between them, in the frame of a page too")
    func linesBetweenTables() throws {
        var page = SyntheticPage()
        page.line(40, 60, 555, 60)
        for (order, title) in ["Cura degli orti", "Museo la sera", "Strade sicure"].enumerated() {
            let y = 90 + Double(order) * 130
            page.text("Obiettivo 0\(order + 1)", x: 40, y: y, bold: true)
            page.text(title, x: 130, y: y, bold: true)
            page.text("Settore:", x: 40, y: y + 12)
            page.text("Servizi generali", x: 130, y: y + 12)
            page.text("Peso:", x: 400, y: y + 12)
            page.text("\(order + 1)0", x: 450, y: y + 12)
            page.grid(
                [["Indicatore", "Atteso", "Raggiunto"], ["Prova \(order)", "9\(order)", "8\(order)"]], x: 40,
                y: y + 22,
                widths: [200, 100, 100])
        }
        page.line(40, 800, 555, 800)
        let document = try SyntheticPDF.read(page)
        let tables = document.tables.filter { $0[0][0] == "Indicatore" }
        #expect(tables.map { $0[1] } == (0..<3).map { ["Prova \($0)", "9\($0)", "8\($0)"] })
        // Each title stands before its own table.
        let order = document.blocks.map { block in
            block.table.map { $0.rows.joined().map(\.text).joined(separator: " ") } ?? block.text
        }
        let titles = ["Cura degli orti", "Museo la sera", "Strade sicure"].map { title in
            order.firstIndex { $0.contains(title) }
        }
        let heads = order.indices.filter { order[$0].hasPrefix("Indicatore") }
        let places = try titles.map { try #require($0) }
        #expect(places.count == heads.count && zip(places, heads).allSatisfy { $0 < $1 })
        #expect(zip(places.dropFirst(), heads).allSatisfy { $0 > $1 })
    }

    @Test("A colon of its own between a label and its value parts rows")
    func colonsInColumns() throws {
        var page = SyntheticPage()
        page.columns(
            [
                ["Settore", ": Servizi generali"], ["Responsabile", ": A. B."], ["Peso", ": 10"],
            ], at: [60, 160], y: 100, pitch: 10)
        page.columns(
            [
                ["Indicatore", "Previsto", "Conseguito"], ["Prestiti", "90", "88"], ["Iscritti", "40", "44"],
            ],
            at: [60, 300, 400], y: 150)
        let cells = try SyntheticPDF.read(page).blocks.flatMap { block in
            block.table.map { $0.rows.map { $0.map(\.text).filter { !$0.isEmpty }.joined(separator: " ") } }
                ?? [block.text]
        }
        #expect(cells.contains("Settore : Servizi generali") && cells.contains("Peso : 10"))
    }

    @Test("The last row is whole where the end of a page cuts its cells below the lines")
    func cutLastRow() throws {
        var page = SyntheticPage()
        for x in [60.0, 200, 400] { page.line(x, 760, x, 822) }
        for y in [760.0, 780] { page.line(60, y, 400, y) }
        for (x, text) in [(63.0, "Obiettivo"), (203, "Indicatore")] { page.text(text, x: x, y: 774) }
        page.text("Assistenza domiciliare agli", x: 63, y: 796)
        page.text("Anziani assistiti", x: 203, y: 796)
        page.text("anziani", x: 63, y: 824)
        let document = try SyntheticPDF.read(page)
        #expect(document.tables.first?.last?.first?.hasSuffix("anziani") == true)
        #expect(!document.texts.contains("anziani"))
    }

    @Test("A narrow column before a note that one row has keeps its figures, and no row is moved for it")
    func noteOfOneRow() throws {
        var page = SyntheticPage()
        page.columns(
            [
                ["Dirigente", "Obiettivo", "Indicatore", "Atteso", "Raggiunto", "Pesatura", "NOTE"],
                ["A. B.", "Strade sicure", "pratiche", "45,8", "322", "45"],
                ["", "", "edifici", "245", "397", "35", "dato provvisorio"],
                ["", "", "dipendenti", "275", "394", "20"],
            ], at: [45, 100, 200, 280, 340, 400, 445.6], y: 100, pitch: 29)
        #expect(
            try SyntheticPDF.read(page).tables == [
                [
                    ["Dirigente", "Obiettivo", "Indicatore", "Atteso", "Raggiunto", "Pesatura", "NOTE"],
                    ["A. B.", "Strade sicure", "pratiche", "45,8", "322", "45", ""],
                    ["", "", "edifici", "245", "397", "35", "dato provvisorio"],
                    ["", "", "dipendenti", "275", "394", "20", ""],
                ]
            ])
    }

    @Test("A bold head above the first shade of rows is a row of its own")
    func headAboveShade() throws {
        var page = SyntheticPage()
        page.shade(55, 138, width: 380, height: 18)
        page.shade(55, 174, width: 380, height: 18)
        for (x, text) in zip([60.0, 250, 350], ["Indicatore", "Valore atteso", "Conseguito"]) {
            page.text(text, x: x, y: 115, bold: true)
        }
        for (row, cells) in [
            ["Ore di lezione", "40", "38,7"], ["Persone iscritte", "90%", "92,1%"], ["Corsi", "7", "8"],
            ["Prove finali", "4", "4"],
        ].enumerated() {
            page.columns([cells], at: [60, 250, 350], y: 132 + 18 * Double(row))
        }
        #expect(
            try SyntheticPDF.read(page).tables == [
                [
                    ["Indicatore", "Valore atteso", "Conseguito"], ["Ore di lezione", "40", "38,7"],
                    ["Persone iscritte", "90%", "92,1%"], ["Corsi", "7", "8"], ["Prove finali", "4", "4"],
                ]
            ])
    }

    @Test("Where many lines end with a hyphen words that cells part are joined, else they keep it")
    func partedWords() throws {
        let rows = [
            ["Obiettivo", "Indicatore"], ["Bonifica della banca tribu-/taria", "Proposte istruite"],
            ["Cura del verde pub-/blico", "Alberi curati con peri-/zia"],
            ["Nuove piste cicla-/bili", "Metri rea-/lizzati"],
        ]
        var many = SyntheticPage()
        many.grid(rows, x: 60, y: 100, widths: [200, 200])
        let joined = try SyntheticPDF.read(many).tables.first
        #expect(
            joined?.map { $0[0] } == [
                "Obiettivo", "Bonifica della banca tributaria", "Cura del verde pubblico",
                "Nuove piste ciclabili",
            ])
        var few = SyntheticPage()
        few.grid(
            [rows[0], ["Contabilità economico-/patrimoniale", "Schemi"]], x: 60, y: 100, widths: [200, 200])
        #expect(try SyntheticPDF.read(few).tables.first?.last?.first == "Contabilità economico-patrimoniale")
    }

    @Test("Figures at the right of their columns go with the heads at the left of them, in their order")
    func headsInOrder() throws {
        var page = SyntheticPage()
        page.columns(
            [["Cod.", "Indicatore", "Valore 2025", "Atteso 2026", "Atteso 2027"]],
            at: [60, 100, 250, 330, 410], y: 100)
        // Helvetica's figures are 5.56 points wide at 10.
        for (row, figures) in [["0", "60", "120"], ["5", "40", "80"]].enumerated() {
            let y = 116 + 16 * Double(row)
            page.columns([["A.\(row + 1)", "Adesioni raccolte"]], at: [60, 100], y: y)
            for (figure, right) in zip(figures, [328.0, 408, 488]) {
                page.text(figure, x: right - 5.56 * Double(figure.count), y: y)
            }
        }
        let tables = try SyntheticPDF.read(page).tables
        #expect(
            tables == [
                [
                    ["Cod.", "Indicatore", "Valore 2025", "Atteso 2026", "Atteso 2027"],
                    ["A.1", "Adesioni raccolte", "0", "60", "120"],
                    ["A.2", "Adesioni raccolte", "5", "40", "80"],
                ]
            ])
    }

    @Test("A head in bold closely over its first row stays a row of its own")
    func boldHead() throws {
        var page = SyntheticPage()
        for (text, x) in zip(["Codice", "Obiettivo", "Peso", "Target"], [60.0, 120, 300, 380]) {
            page.text(text, x: x, y: 100, bold: true)
        }
        page.columns(
            [["1.1", "Cura degli orti nelle", "30", "36"], ["", "frazioni di collina", "", ""]],
            at: [60, 120, 300, 380], y: 112, pitch: 12)
        page.columns([["1.2", "Canile aperto", "70", "110"]], at: [60, 120, 300, 380], y: 150)
        let rows = try #require(try SyntheticPDF.read(page).tables.first)
        #expect(rows.first == ["Codice", "Obiettivo", "Peso", "Target"])
        #expect(rows.dropFirst().first?.first == "1.1")
    }

    @Test("Rows that are shaded by turns are rows each, in the columns that nothing draws")
    func shadedRows() throws {
        var page = SyntheticPage()
        page.shade(60, 88, width: 400, height: 16)
        page.columns([["Obiettivo", "Indicatore", "Target"]], at: [64, 204, 404], y: 100)
        for (index, row) in [
            ["Orti urbani", "Lotti affidati", "36"], ["Parchi", "Alberi piantati", "5"],
            ["Canile aperto", "Adozioni", "110"], ["Dehors", "Pratiche chiuse", "45"],
        ].enumerated() {
            let y = 116 + 16 * Double(index)
            if index.isMultiple(of: 2) == false { page.shade(60, y - 12, width: 400, height: 16) }
            page.columns([row], at: [64, 204, 404], y: y)
        }
        let rows = try SyntheticPDF.read(page).tables.flatMap(\.self)
        #expect(
            rows == [
                ["Obiettivo", "Indicatore", "Target"], ["Orti urbani", "Lotti affidati", "36"],
                ["Parchi", "Alberi piantati", "5"], ["Canile aperto", "Adozioni", "110"],
                ["Dehors", "Pratiche chiuse", "45"],
            ])
    }

    /// A card of an objective as a suite prints it: its title in a shade, labels with values, indicators below a head that
    /// a line underscores.
    private func card(_ page: inout SyntheticPage, y: Double, code: String, title: String, _ rows: [[String]])
    {
        page.shade(38, y - 9, width: 518, height: 12)
        page.columns([[code, title, "Peso 50,00"]], at: [40, 110, 500], y: y)
        page.columns([["Tipologia", "Sviluppo", "Programma", "01/03"]], at: [40, 110, 300, 400], y: y + 13)
        page.columns([["Finalità", "Aprire a tutti, anche di sera."]], at: [40, 110], y: y + 24)
        page.columns(
            [["Indicatore", "U.M.", "Valore atteso", "Pond. %"]], at: [60, 330, 394, 500], y: y + 37)
        page.line(58, y + 40, 532, y + 40)
        page.columns(rows, at: [60, 330, 440, 510], y: y + 49, pitch: 11)
    }

    @Test(
        "Cards between shaded titles have a row for each line, whatever lines are drawn over and under their parts"
    )
    func cardsBetweenShades() throws {
        var page = SyntheticPage()
        card(
            &page, y: 100, code: "2026.01.001", title: "Orti aperti",
            [["Lotti affidati", "n.", "36", "60"], ["Ortisti", "n.", "40", "40"]])
        card(
            &page, y: 186, code: "2026.01.002", title: "Canile aperto",
            [["Adozioni", "n.", "110", "50"], ["Visite", "n.", "12", "50"]])
        let rows = try SyntheticPDF.read(page).tables.flatMap(\.self).map { $0.filter { !$0.isEmpty } }
        #expect(
            rows == [
                ["2026.01.001", "Orti aperti", "Peso 50,00"],
                ["Tipologia", "Sviluppo", "Programma", "01/03"],
                ["Finalità", "Aprire a tutti, anche di sera."],
                ["Indicatore", "U.M.", "Valore atteso", "Pond. %"],
                ["Lotti affidati", "n.", "36", "60"], ["Ortisti", "n.", "40", "40"],
                ["2026.01.002", "Canile aperto", "Peso 50,00"],
                ["Tipologia", "Sviluppo", "Programma", "01/03"],
                ["Finalità", "Aprire a tutti, anche di sera."],
                ["Indicatore", "U.M.", "Valore atteso", "Pond. %"],
                ["Adozioni", "n.", "110", "50"], ["Visite", "n.", "12", "50"],
            ])
    }

    @Test("Labels with their values side by side below shaded titles have a row for each line")
    func labelsBetweenShades() throws {
        var page = SyntheticPage()
        for (index, title) in ["Orti aperti", "Canile aperto"].enumerated() {
            let y = 100 + 70 * Double(index)
            page.shade(50, y - 10, width: 490, height: 14)
            page.columns([["Codice: 2026.00\(index + 1)", "Obiettivo: \(title)"]], at: [52, 170], y: y)
            page.columns(
                [["Settore: Verde", "Resp.: dott. A. B.", "Peso: 50"], ["Anno: 2026", "Stato: Approvato"]],
                at: [52, 330, 480], y: y + 20, pitch: 11)
            page.columns([["Ind. 1:", "Presenze di \(title)"]], at: [60, 100], y: y + 44)
            page.columns(
                [["Peso: 100 %", "Val. iniziale: 74", "Val. atteso: 90"]], at: [100, 200, 330], y: y + 55)
        }
        let rows = try SyntheticPDF.read(page).tables.flatMap(\.self).map {
            $0.filter { !$0.isEmpty }.joined(separator: " ")
        }
        #expect(
            rows
                == ["Orti aperti", "Canile aperto"].enumerated().flatMap { index, title in
                    [
                        "Codice: 2026.00\(index + 1) Obiettivo: \(title)",
                        "Settore: Verde Resp.: dott. A. B. Peso: 50",
                        "Anno: 2026 Stato: Approvato", "Ind. 1: Presenze di \(title)",
                        "Peso: 100 % Val. iniziale: 74 Val. atteso: 90",
                    ]
                })
    }

    @Test("Tables side by side stand behind the heading above them, in the order of the page")
    func besideOneAnother() throws {
        var page = SyntheticPage()
        for (index, name) in ["Orti", "Canile"].enumerated() {
            let y = 100 + 120 * Double(index)
            page.text("Obiettivo \(index + 1): \(name)", x: 60, y: y, size: 13, bold: true)
            page.grid(
                [["Indicatore", "Target"], [name + " aperti", "36"]], x: 60, y: y + 12, widths: [120, 60])
            page.grid(
                [["Fase", "Fine"], [name + " in gara", "03/2026"]], x: 320, y: y + 12, widths: [120, 60])
        }
        let blocks = try SyntheticPDF.read(page).blocks.map { $0.table?.rows[1][0].text ?? $0.text }
        #expect(
            blocks == [
                "Obiettivo 1: Orti", "Orti aperti", "Orti in gara",
                "Obiettivo 2: Canile", "Canile aperti", "Canile in gara",
            ])
    }

    @Test("A short form below the word before it is no rest of that word")
    func shortForm() throws {
        var page = SyntheticPage()
        page.columns(
            [["Obiettivo", "Peso", "Indicatore", "Peso"], ["", "ob.", "", "ind."]], at: [60, 200, 240, 400],
            y: 100,
            pitch: 12)
        page.columns(
            [["Orti urbani", "20", "Lotti affidati", "60"], ["Canile aperto", "40", "Adozioni", "100"]],
            at: [60, 200, 240, 400], y: 130, pitch: 18)
        let rows = try #require(try SyntheticPDF.read(page).tables.first)
        #expect(
            rows[0].map { $0.replacing("\n", with: " ") } == [
                "Obiettivo", "Peso ob.", "Indicatore", "Peso ind.",
            ])
    }

    @Test("How a glyph is drawn moves no line of the page")
    func glyphs() {
        var scanner = ScriptScanner()
        let script = """
            1 << /render { 0 -0.7 translate [9 0 0 9 0 0] set-matrix mask } >> set
            n 42.5 74.5 m 42.5 277.5 l 1 set-line-width stroke+
            """
        Array((script + "\n").utf8).withUnsafeBufferPointer { scanner.consume($0) }
        #expect(scanner.painter.shapes.map(\.box) == [Box(left: 42, top: 74.5, right: 43, bottom: 277.5)])
    }
}
