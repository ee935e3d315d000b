import Reading
import Testing

@Suite("A text shows its tables, headings and lines")
struct TextReaderTests {
    @Test("Tabs make rows, ragged ones too; every cell has its line and its name")
    func tabs() throws {
        let text = "Comune di Prova\n\nServizio\t2023\t2024\nNidi\t12\nPrestiti\t1.250\t1.310\t\n"
        #expect(
            try read(text: text) == [
                "H Comune di Prova", "T Servizio|2023|2024 / Nidi|12| / Prestiti|1.250|1.310",
            ])
        let document = try TextReader.read(Array(text.utf8), budget: .standard)
        let table = try #require(document.blocks.last?.table)
        #expect(table.rows[2][1].place == Place(line: 5, cell: "B3", block: 1))
        #expect(document.blocks.map(\.place.line) == [1, 3])
    }

    @Test("Bars make rows, closed, open and drawn; the line under the head is told as such")
    func bars() throws {
        #expect(try read(text: "| a | b |\n| --- | ---: |\n| 1 | x \\| y |\n") == ["T a|b / 1|x | y"])
        #expect(try read(text: "uno | due\n3 | \n") == ["T uno|due / 3|"])
        #expect(try read(text: "┌───┬───┐\n│ a │ b │\n├───┼───┤\n│ 1 │ 2 │\n└───┴───┘\n") == ["T a|b / 1|2"])
        let document = try TextReader.read(Array("| a | b |\n|---|---|\n| 1 | 2 |".utf8), budget: .standard)
        #expect(document.blocks[0].table?.headRows == 1)
        #expect(try read(text: "valore on|off della leva\n") == ["P valore on|off della leva"])
    }

    @Test("Where a line is drawn under every row, what stands between two is one row; a total is none")
    func drawnRows() throws {
        let wrapped = "| Nome | N |\n|---|---|\n| Piano | 3 |\n| verde | |\n|---|---|\n| Nidi | 4 |\n"
        #expect(try read(text: wrapped) == ["T Nome|N / Piano verde|3 / Nidi|4"])
        let total = "| Nome | N |\n|---|---|\n| Piano | 3 |\n| Nidi | 4 |\n|---|---|\n| Totale | 7 |\n"
        #expect(try read(text: total) == ["T Nome|N / Piano|3 / Nidi|4 / Totale|7"])
    }

    @Test("Semicolons make rows where lines agree on their number; a list or a sentence is none")
    func semicolons() throws {
        #expect(try read(text: "a;b;c\n1;\"x;y\";3\n") == ["T a|b|c / 1|x;y|3"])
        let text = "Titolo lungo\nnome;target;peso\nNidi;12;50\nVerde;3;50\n"
        #expect(try read(text: text) == ["H Titolo lungo", "T nome|target|peso / Nidi|12|50 / Verde|3|50"])
        #expect(try read(text: "- uno;\n- due;\n- tre.\n") == ["I uno;", "I due;", "I tre."])
    }

    @Test("Quotes around whole cells are no text; quotes within are")
    func quotes() throws {
        let text = "\"Nome\"\t\"Target\"\n\"Verde\"\t\"10\"\n\"Nidi\" e altro\t4\n"
        #expect(try read(text: text) == ["T Nome|Target / Verde|10 / \"Nidi\" e altro|4"])
    }

    @Test("Columns of blanks make rows; cells wrapped to their column are put together")
    func columns() throws {
        let text = """
            Responsabile   Obiettivo                  Indicatore                 Target   Peso
            Area 1         Formazione del personale   tempo medio di risposta    97,1     100
                           sulle competenze           in giorni
                           digitali
            Area 2         Piano del verde            alberi messi a dimora      12       60
                                                      giorni di cura             30       40
            """
        #expect(
            try read(text: text) == [
                "T Responsabile|Obiettivo|Indicatore|Target|Peso"
                    + " / Area 1|Formazione del personale sulle competenze digitali|tempo medio di risposta in giorni|97,1|100"
                    + " / Area 2|Piano del verde|alberi messi a dimora|12|60 / ||giorni di cura|30|40"
            ])
    }

    @Test("Rows of short words are never put together")
    func shortRows() throws {
        let text =
            "Settore   Dirigente   Note\nCultura   Rossi\nVerde     Bianchi     Interim\nNidi      Verdi\n"
        #expect(
            try read(text: text) == [
                "T Settore|Dirigente|Note / Cultura|Rossi| / Verde|Bianchi|Interim / Nidi|Verdi|"
            ])
        #expect(
            try read(text: "Indicatore   Target\nprestiti     341\nvisite       29\n") == [
                "T Indicatore|Target / prestiti|341 / visite|29"
            ])
    }

    @Test("Rows with blank lines between, whose cells stand in the middle, are put together")
    func blankLinesBetweenRows() throws {
        let text = """
            Obiettivo                    Indicatore          Target

            Piano del verde              alberi              120

            Formazione del personale
            sulle competenze             corsi svolti        3
            digitali

            Nidi                         bambini accolti     40
            """
        #expect(
            try read(text: text) == [
                "T Obiettivo|Indicatore|Target / Piano del verde|alberi|120"
                    + " / Formazione del personale sulle competenze digitali|corsi svolti|3 / Nidi|bambini accolti|40"
            ])
    }

    @Test("A head over several columns goes over them")
    func spans() throws {
        let text = """
            Servizio          Anno 2023               Anno 2024
                              target     actual       target     actual
            Nidi              12         13           14         15
            Prestiti          100        90           110        120
            Sale              1          2            3          4
            Verde             5          6            7          8
            """
        let table = try #require(try TextReader.read(Array(text.utf8), budget: .standard).blocks.first?.table)
        #expect(table.width == 5)
        #expect(table.rows[2].map(\.text) == ["Nidi", "12", "13", "14", "15"])
    }

    @Test("Prose with an odd gap, and single lines, are no tables")
    func prose() throws {
        let text = "Si legge  qui una riga.\nE poi un'altra.\n"
        #expect(try read(text: text) == ["P Si legge qui una riga.", "P E poi un'altra."])
    }

    @Test("Headings by mark, by blank lines around, by capitals, by a line drawn below")
    func headings() throws {
        #expect(try read(text: "## Parte\ntesto\n") == ["H2 Parte", "P testo"])
        #expect(
            try read(text: "testo qui.\n\nObiettivi del settore\n\naltro testo.\n") == [
                "P testo qui.", "H Obiettivi del settore", "P altro testo.",
            ])
        #expect(
            try read(text: "POLIZIA LOCALE\nil testo segue\n") == ["H POLIZIA LOCALE", "P il testo segue"])
        #expect(try read(text: "Titolo\n------\nil testo\n") == ["H Titolo", "P il testo"])
        #expect(try read(text: "(2)\n\nnote\n") == ["P (2)", "P note"])
    }

    @Test("Bullets make items; an asterisk stays, for it may mark a footnote")
    func items() throws {
        #expect(
            try read(text: "• uno\n- due\n•\ttre\n* stima\n-\n-5 gradi\n") == [
                "I uno", "I due", "I tre", "P * stima", "P -", "P -5 gradi",
            ])
    }

    @Test("Every line end ends a line: LF, CR LF, CR, VT, U+0085, U+2028, U+2029")
    func lineEnds() throws {
        let ends = ["\n", "\r\n", "\r", "\u{0B}", "\u{85}", "\u{2028}", "\u{2029}"]
        for end in ends {
            #expect(try read(text: "a\tb\(end)1\t2\(end)") == ["T a|b / 1|2"])
        }
    }

    @Test("Form feeds make pages; tables end with them")
    func pages() throws {
        let document = try TextReader.read(Array("a\tb\n\u{0C}c\td\n\u{0C}".utf8), budget: .standard)
        #expect(shorthand(document) == ["T a|b", "T c|d"])
        #expect(document.blocks.map(\.place) == [Place(page: 1, line: 1), Place(page: 2, line: 2, block: 1)])
    }

    @Test("Markup that exports leave is text; hidden characters are taken out and told")
    func cleaning() throws {
        #expect(
            try read(text: "Valore<br />atteso\t$N^{\\circ}$ ore\n1\t2\n") == ["T Valore atteso|N° ore / 1|2"]
        )
        let document = try TextReader.read(Array("a\u{200B}b\tc\n1\t2".utf8), budget: .standard)
        #expect(shorthand(document) == ["T ab|c / 1|2"])
        #expect(
            document.findings == [ReadingFinding(.invisibleRemoved, at: Place(line: 1), detail: "U+200B")])
    }

    @Test("A guessed encoding and a byte that it does not define are told")
    func encodings() throws {
        let document = try TextReader.read(Array("citt".utf8) + [0xE0, 0x0A, 0x81], budget: .standard)
        #expect(document.blocks.first?.text == "città")
        #expect(document.findings.map(\.detail) == ["Windows-1252", "0x81"])
        #expect(document.findings.last?.place.line == 2)
    }

    @Test("What is no text, or too much of it, is refused with its reason")
    func refusals() {
        #expect(refusal { () throws(ReadingError) in try TextReader.read([], budget: .standard) } == .empty)
        #expect(
            refusal { () throws(ReadingError) in try TextReader.read(Array(" \n\t\n".utf8), budget: .standard)
            } == .empty)
        #expect(
            refusal { () throws(ReadingError) in try TextReader.read([0x61, 0, 0x62], budget: .standard) }
                == .unknownFormat)
        let small = ReadingBudget(bytes: 100, cells: 6, blocks: 4)
        #expect(
            refusal { () throws(ReadingError) in
                try TextReader.read(Array("a\tb\n1\t2\n3\t4\n5\t6".utf8), budget: small)
            }
                == .tooLarge(what: "cells", limit: 6))
        #expect(
            refusal { () throws(ReadingError) in
                try TextReader.read([UInt8](repeating: 0x61, count: 101), budget: small)
            }
                == .tooLarge(what: "bytes", limit: 100))
    }
}
