import Foundation
import Reading
import ReadingPDF
import Testing

@Suite("Tables of PDF pages")
struct PDFTableTests {
    static let rows = [
        ["Obiettivo", "Indicatore", "Peso"],
        ["Riduzione dei tempi", "giorni medi di attesa", "40"],
        ["Apertura serale", "ore a settimana", "60"],
    ]
    static let widths = [140.0, 160, 50]

    @Test("A table within lines comes out as it is, with the places of its cells")
    func ruled() throws {
        var page = SyntheticPage()
        page.text("Piano della performance", x: 60, y: 60, size: 18, bold: true)
        page.grid(Self.rows, x: 60, y: 100, widths: Self.widths)
        page.text("Fonte: dati del Comune.", x: 60, y: 200)
        let document = try SyntheticPDF.read(page)
        #expect(document.tables == [Self.rows])
        #expect(document.texts == ["Piano della performance", "Fonte: dati del Comune."])
        let table = try #require(document.blocks.compactMap(\.table).first)
        #expect(table.rows[2][1].place.page == 1)
        #expect(table.rows[2][1].place.line == 4)
        #expect(table.rows[2][1].place.cell == "B3")
        #expect(table.rows[2][1].place.block == 1)
    }

    @Test("The lines of a wrapped cell stay in it, whatever stands beside them")
    func wrapped() throws {
        var page = SyntheticPage()
        page.grid(
            [
                ["Obiettivo", "Valore/atteso", "Note"],
                ["Recupero/dell'evasione/tributaria", "12,5%", "in corso,/rinviato"],
            ],
            x: 60, y: 100, widths: [100, 60, 80])
        #expect(
            try SyntheticPDF.read(page).tables == [
                [
                    ["Obiettivo", "Valore\natteso", "Note"],
                    ["Recupero\ndell'evasione\ntributaria", "12,5%", "in corso,\nrinviato"],
                ]
            ])
    }

    @Test("A word that is wider than its column is whole again, two words that fill theirs stay two")
    func cutWords() throws {
        var page = SyntheticPage()
        page.grid(
            [
                ["Responsab/ile", "Segretario/generale", "Peso"],
                ["Amministra/zione", "documenti/pubblicati", "40"],
                ["insostenibi/le", "verde/le strade", "30"],
                ["sottoterritori/o e aree", "pubblicati/o ricorsi", "35"],
                ["territori/o aree", "strade", "35"],
                ["pagame/nto", "studi/o", "35"],
            ],
            x: 60, y: 100, widths: [57, 54, 40])
        #expect(
            try SyntheticPDF.read(page).tables == [
                [
                    ["Responsabile", "Segretario\ngenerale", "Peso"],
                    ["Amministrazione", "documenti\npubblicati", "40"],
                    ["insostenibile", "verde\nle strade", "30"],
                    ["sottoterritorio e aree", "pubblicati\no ricorsi", "35"],
                    ["territori\no aree", "strade", "35"],
                    ["pagamento", "studi\no", "35"],
                ]
            ])
    }

    @Test("A line with a label of its own that stands apart is of no cell above it")
    func labelledLines() throws {
        // Text of one width, as an office printed it: two services with a table each.
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Fixtures/reading/services-in-lines.pdf")
        let document = try PDFReader.read([UInt8](Data(contentsOf: file)), budget: .standard)
        let cells = document.tables.joined().joined()
        #expect(cells.contains("Costo medio per bambino (euro)"))
        #expect((cells + document.texts).contains("Servizio: Refezione scolastica"))
    }

    @Test("A word over three lines is whole again, whatever its middle looks like")
    func wordsOverThreeLines() throws {
        var page = SyntheticPage()
        page.grid(
            [
                ["Peso/dell'o/biettiv/o", "Note", "Peso"], ["75", "in/miglio/ramen/to", "40"],
                ["25", "in/corso", "60"],
            ],
            x: 60, y: 100, widths: [33, 35, 40])
        let tables = try SyntheticPDF.read(page).tables
        #expect(
            tables == [
                [
                    ["Peso\ndell'obiettivo", "Note", "Peso"], ["75", "in\nmiglioramento", "40"],
                    ["25", "in\ncorso", "60"],
                ]
            ])
    }

    @Test(
        "Tables between level lines, a heading between them, are two; a head wider than its figures is their head"
    )
    func stacked() throws {
        var page = SyntheticPage()
        for (top, title) in [(100.0, "Alberi"), (250.0, "Strade")] {
            page.text(title, x: 60, y: top - 30, size: 14, bold: true)
            page.columns(
                [["Indicatore", "Scostamento", "Peso"]], at: [60, 250, 400], y: top)
            page.line(60, top + 4, 500, top + 4)
            page.columns(
                [["giorni medi", "7", "40"], ["ore aperte", "-12", "60"]], at: [60, 290, 410], y: top + 16)
            page.line(60, top + 36, 500, top + 36)
        }
        let document = try SyntheticPDF.read(page)
        let rows = [
            ["Indicatore", "Scostamento", "Peso"], ["giorni medi", "7", "40"], ["ore aperte", "-12", "60"],
        ]
        #expect(document.tables == [rows, rows])
        #expect(document.texts == ["Alberi", "Strade"])
    }

    @Test("A card between level lines that ends elsewhere than the table below it is none of its rows")
    func cardAboveTable() throws {
        var page = SyntheticPage()
        for (index, (label, value)) in [
            ("Settore", "Ambiente"), ("Responsabile", "Da nominare"), ("Caratteristiche", "Pluriennale"),
            ("Riferimenti al DUP", "3.2.1"),
        ].enumerated() {
            let y = 100 + 16 * Double(index)
            page.text(label, x: 60, y: y, size: 8)
            page.text(value, x: 190, y: y, size: 8)
            page.line(60, y + 5, 494, y + 5)
        }
        for (text, x) in [("Indicatore", 60.0), ("Formula", 190), ("Target", 330), ("Peso", 440)] {
            page.text(text, x: x, y: 166, size: 8)
        }
        page.line(60, 171, 500, 171)
        for (index, (name, formula, target, weight)) in [
            ("Alberi censiti", "numero di alberi", "3.500", "60"),
            ("Contributi raccolti", "numero di contributi", "30", "40"),
        ].enumerated() {
            let y = 181 + 26 * Double(index)
            page.text(name, x: 60, y: y, size: 8)
            page.text("Output", x: 60, y: y + 9, size: 8)
            page.text(formula, x: 190, y: y, size: 8)
            page.text(target, x: 332, y: y, size: 8)
            page.text(weight, x: 446, y: y, size: 8)
            page.line(60, y + 14, 500, y + 14)
        }
        let document = try SyntheticPDF.read(page)
        #expect(
            document.tables.last == [
                ["Indicatore", "Formula", "Target", "Peso"],
                ["Alberi censiti\nOutput", "numero di alberi", "3.500", "60"],
                ["Contributi raccolti\nOutput", "numero di contributi", "30", "40"],
            ])
        #expect(document.tables.count == 2)
    }

    @Test("A head of two lines in larger letters stays with the table below it")
    func largeHead() throws {
        var page = SyntheticPage()
        page.line(60, 86, 500, 86)
        for (text, x) in [("Indicatore", 60.0), ("Target", 190), ("Peso", 400)] {
            page.text(text, x: x, y: 100, size: 13, bold: true)
        }
        page.text("atteso", x: 190, y: 114, size: 13, bold: true)
        page.line(60, 120, 500, 120)
        page.columns([["giorni medi", "7", "40"], ["ore aperte", "12", "60"]], at: [60, 190, 400], y: 134)
        page.line(60, 156, 500, 156)
        let document = try SyntheticPDF.read(page)
        let rows = [
            ["Indicatore", "Target", "Peso"], ["", "atteso", ""], ["giorni medi", "7", "40"],
            ["ore aperte", "12", "60"],
        ]
        #expect(document.tables == [rows])
        #expect(document.texts.isEmpty)
    }

    @Test(
        "Labels with their values, twice a line, are a table; what stands far from a title is a text of its own"
    )
    func labelsAndValues() throws {
        var page = SyntheticPage()
        page.text("Orti urbani", x: 60, y: 70, size: 14, bold: true)
        page.text("99%", x: 480, y: 70, size: 14, bold: true)
        page.columns(
            [
                ["Settore", "Ambiente", "Responsabile", "Responsabile del Settore 1"],
                ["Definizione", "Orti per chi abita nel quartiere e li coltiva con i vicini, ogni anno"],
                ["Fonte", "Registro", "Riferimento", "1.2.3"],
            ], at: [60, 140, 300, 400], y: 100)
        let document = try SyntheticPDF.read(page)
        #expect(document.texts == ["Orti urbani", "99%"])
        #expect(
            document.tables == [
                [
                    ["Settore", "Ambiente", "Responsabile", "Responsabile del Settore 1"],
                    [
                        "Definizione",
                        "Orti per chi abita nel quartiere e li coltiva con i vicini, ogni anno", "", "",
                    ],
                    ["Fonte", "Registro", "Riferimento", "1.2.3"],
                ]
            ])
    }

    @Test("A figure or a day that is wider than its column is whole again, two figures stay two")
    func cutFigures() throws {
        var page = SyntheticPage()
        page.grid(
            [
                ["Voce", "Euro", "Giorno"], ["lavori di/cura del/verde", "64.682,/00", "15/09/202\n3"],
                ["opere di/cura delle/strade", "1.250/1.310", "12/13"],
                ["opere", "150.91/0", "12"],
                ["insostenibile/casa", "verde", "1"],
            ],
            x: 60, y: 100, widths: [68, 41, 50])
        let rows = try SyntheticPDF.read(page).tables[0]
        #expect(rows[1].dropFirst() == ["64.682,00", "15/09/2023"])
        #expect(rows[2].dropFirst() == ["1.250\n1.310", "12\n13"])
        #expect(rows[3] == ["opere", "150.910", "12"])
        #expect(rows[4] == ["insostenibile\ncasa", "verde", "1"])
    }

    @Test("Columns are told by blanks where no line is drawn")
    func blanks() throws {
        var page = SyntheticPage()
        let rows = [
            ["Servizio", "2022", "2023"], ["Biblioteca", "1.250", "1.310"], ["Anagrafe", "980", "1.004"],
            ["Asili nido", "", "77"],
        ]
        page.text(
            "Le attivit\u{E0} dei servizi sono contate ogni anno e pubblicate sul sito del Comune.", x: 60,
            y: 80)
        page.columns(rows, at: [60, 200, 260], y: 120)
        #expect(try SyntheticPDF.read(page).tables == [rows])
    }

    @Test("A head over two columns and a name over two rows are cells of that size")
    func spans() throws {
        var page = SyntheticPage()
        for y in [100.0, 136, 152] { page.line(60, y, 300, y) }
        page.line(140, 118, 300, 118)
        for x in [60.0, 140, 300] { page.line(x, 100, x, 152) }
        page.line(220, 118, 220, 152)
        page.text("Servizio", x: 63, y: 122)
        page.text("Consuntivo", x: 195, y: 112)
        page.text("2022", x: 143, y: 130)
        page.text("2023", x: 223, y: 130)
        page.text("Anagrafe", x: 63, y: 148)
        page.text("12", x: 143, y: 148)
        page.text("15", x: 223, y: 148)
        let table = try #require(SyntheticPDF.read(page).blocks.compactMap(\.table).first)
        #expect(table.rows[0][0].rowSpan == 2)
        #expect(table.rows[0][1].columnSpan == 2)
        #expect(table.rows[0][1].text == "Consuntivo")
        #expect(table.rows[1].map(\.isCovered) == [true, false, false])
        #expect(table.rows[2].map(\.text) == ["Anagrafe", "12", "15"])
    }

    @Test("A small figure that stands higher calls a footnote, and is no digit of the figure before it")
    func raised() throws {
        var page = SyntheticPage()
        page.grid(
            [["Voce", "Target"], ["Tonnellate", "1.600"], ["Alberi", "40"]], x: 60, y: 100, widths: [90, 60])
        page.text("1", x: 153 + 25.02, y: 123, size: 6)
        #expect(
            try SyntheticPDF.read(page).tables == [
                [["Voce", "Target"], ["Tonnellate", "1.600\u{B9}"], ["Alberi", "40"]]
            ])
    }

    @Test("Tables side by side are two tables")
    func beside() throws {
        var page = SyntheticPage()
        page.grid([["Anno", "N."], ["2022", "7"], ["2023", "9"]], x: 60, y: 100, widths: [60, 60])
        page.grid([["Mese", "N."], ["marzo", "3"], ["aprile", "4"]], x: 320, y: 100, widths: [60, 60])
        #expect(
            try SyntheticPDF.read(page).tables == [
                [["Anno", "N."], ["2022", "7"], ["2023", "9"]],
                [["Mese", "N."], ["marzo", "3"], ["aprile", "4"]],
            ])
    }

    @Test("A table that goes on is a table on each page; running heads and page numbers stay outside")
    func pages() throws {
        let pages = (1...2).map { number in
            var page = SyntheticPage()
            page.text("Comune di Valdoria", x: 60, y: 40)
            page.text("Piano 2024", x: 480, y: 40)
            page.grid(
                [["Obiettivo", "Indicatore", "Peso"], ["Obiettivo \(number)", "atti", "5"]], x: 60, y: 70,
                widths: Self.widths)
            page.text("Pagina \(number)", x: 280, y: 810)
            return page
        }
        let document = try SyntheticPDF.read(pages[0], pages[1])
        #expect(document.tables.count == 2)
        #expect(
            document.tables.map { $0[1] } == [["Obiettivo 1", "atti", "5"], ["Obiettivo 2", "atti", "5"]])
        #expect(document.blocks.compactMap { $0.table == nil ? nil : $0.place.page } == [1, 2])
        #expect(document.texts.contains("Pagina 2"))
    }

    @Test("The lines of a shaded row part it from the rows around it")
    func shaded() throws {
        var page = SyntheticPage()
        let rows = [
            ["Voce", "Previsto", "Fatto"], ["Corsi", "10", "12"], ["Visite guidate", "30", "28"],
            ["Mostre", "2", "2"],
        ]
        page.shade(60, 100, width: 300, height: 16)
        page.shade(60, 132, width: 300, height: 16)
        page.columns(rows, at: [64, 200, 300], y: 112, pitch: 16)
        #expect(try SyntheticPDF.read(page).tables == [rows])
    }

    @Test("A page that is shown turned is read as the eye would turn it", arguments: [0, 90, 180, 270])
    func turnedPage(rotation: Int) throws {
        var page = SyntheticPage(rotation: rotation)
        page.grid(Self.rows, x: 60, y: 100, widths: Self.widths)
        #expect(try SyntheticPDF.read(page).tables == [Self.rows])
    }

    @Test("A table whose text runs upwards is read from left to right")
    func turnedText() throws {
        var page = SyntheticPage()
        for (row, cells) in Self.rows.enumerated() {
            for (column, cell) in cells.enumerated() {
                page.text(cell, x: 100 + Double(row) * 16, y: 700 - Double(column) * 180, upwards: true)
            }
        }
        #expect(try SyntheticPDF.read(page).tables == [Self.rows])
    }

    @Test("Two columns of prose are no table and are read one after the other")
    func prose() throws {
        var page = SyntheticPage()
        let words = "il servizio accoglie ogni giorno molte persone che chiedono documenti e certificati"
        for index in 0..<14 {
            page.text(String("s\(index) \(words)".prefix(46)), x: 50, y: 80 + Double(index) * 12)
            page.text(String("d\(index) \(words)".prefix(46)), x: 310, y: 80 + Double(index) * 12)
        }
        let document = try SyntheticPDF.read(page)
        #expect(document.tables.isEmpty)
        let text = document.texts.joined(separator: " ")
        let left = try #require(text.range(of: "s13")), right = try #require(text.range(of: "d0 "))
        #expect(left.lowerBound < right.lowerBound)
    }
}
