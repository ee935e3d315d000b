import Foundation
import Reading
import Testing

@Suite("Separated values are read by bytes")
struct CSVTests {
    @Test("The separator is what the records agree on, or what the file declares")
    func separators() throws {
        #expect(
            try read(text: "Nome;Valore\nNidi;1,5\nVerde;2,5\n") == ["T Nome|Valore / Nidi|1,5 / Verde|2,5"])
        #expect(try read(text: "1,5;2,5\n3,5;4,5\n") == ["T 1,5|2,5 / 3,5|4,5"])
        #expect(try read(text: "a,b\n1,2\n") == ["T a|b / 1|2"])
        #expect(try read(text: "a\tb\n1\t\"x\ny\"\n") == ["T a|b / 1|x\ny"])
        #expect(try read(text: "sep=|\r\na|b;c\r\n1|2\r\n") == ["T a|b;c / 1|2"])
        #expect(try read(text: "12,5\n13,5\n") == ["P 12,5", "P 13,5"])
        #expect(
            try read(text: "Titolo\n\nSerie,2022,2023\nore,221,36\n\nNota\n") == [
                "H Titolo", "T Serie|2022|2023 / ore|221|36", "H Nota",
            ])
        #expect(try read(text: "Ciao, mondo\nvado, torno\n") == ["P Ciao, mondo", "P vado, torno"])
    }

    @Test("Decimal commas in columns of blanks or between bars separate nothing")
    func decimalCommas() throws {
        let columns =
            "N.   Voce      2021   2022\n1    carte     40,7   7\n2    atti      79,4   20\n\n* provvisori, da vedere\n"
        #expect(try read(text: columns).first == "T N.|Voce|2021|2022 / 1|carte|40,7|7 / 2|atti|79,4|20")
        let bars = "| Voce | 2021 |\n| carte | 40,7 |\n| atti | 79,4 |\n\n* provvisori, da vedere\n"
        #expect(try read(text: bars).first == "T Voce|2021 / carte|40,7 / atti|79,4")
    }

    @Test("Rows after a blank one stay in the columns of the table above")
    func blankRow() throws {
        #expect(
            try read(text: "Nome;Voce;Valore\nNidi;posti;3\n\n;ore;4\n") == [
                "T Nome|Voce|Valore / Nidi|posti|3", "T |ore|4",
            ])
        #expect(
            try read(text: "Nome;Voce;Valore\nNidi;posti;3\n\n;Altra;Tabella\n;ore;4\n").last
                == "T Altra|Tabella / ore|4")
    }

    @Test("Quotes hold separators, quotes and new lines; a quote within a cell is text")
    func quotes() throws {
        #expect(try read(text: "a;b\n\"x;y\";\"di \"\"sì\"\"\"\n") == ["T a|b / x;y|di \"sì\""])
        #expect(try read(text: "a;b\r\n\"uno\r\ndue\";2\r\n") == ["T a|b / uno\ndue|2"])
        #expect(
            try read(text: "a;b\n\"Nidi\" e altro;4\n5;\"aperto\n") == [
                "T a|b / \"Nidi\" e altro|4 / 5|\"aperto"
            ])
    }

    @Test("A file that is a sheet: headings, label and value, tables one below another, ragged rows")
    func sheets() throws {
        let text =
            "Comune di Prova\n\nSettore;Verde\nResponsabile;A. B.\n\nNome;Target;Note\nAlberi;12\nNidi;;x;oltre\n;;\nfine\n"
        #expect(
            try read(text: text) == [
                "H Comune di Prova", "T Settore|Verde / Responsabile|A. B.",
                "T Nome|Target|Note| / Alberi|12|| / Nidi||x|oltre", "P fine",
            ])
    }

    @Test("Cells have the line that their record begins on, and the name that a spreadsheet gives them")
    func places() throws {
        let document = try TextReader.read(Array("a;b\n\"x\ny\";1\n;2\n".utf8), budget: .standard)
        let table = try #require(document.blocks.first?.table)
        #expect(table.rows.map { $0[1].place.line } == [1, 2, 4])
        #expect(table.rows.map { $0[1].place.cell } == ["B1", "B2", "B3"])
        #expect(document.format == .csv)
    }

    @Test("Marks and encodings: UTF-8 and UTF-16 with their mark, Windows-1252 told")
    func encodings() throws {
        let text = "città;n\nè;1\n"
        #expect(try read(text: "\u{FEFF}" + text) == ["T città|n / è|1"])
        let wide: [UInt8] =
            [0xFF, 0xFE] + text.utf16.flatMap { unit in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(shorthand(try TextReader.read(wide, budget: .standard)) == ["T città|n / è|1"])
        let western = Array("citt".utf8) + [0xE0] + Array(";n\n1;2\n".utf8)
        let document = try TextReader.read(western, budget: .standard)
        #expect(shorthand(document) == ["T città|n / 1|2"])
        #expect(document.findings.map(\.code) == [.encodingGuessed])
    }

    @Test("One huge line, many quotes and a NUL neither hang nor crash")
    func hostile() throws {
        let line = [UInt8](repeating: UInt8(ascii: ";"), count: 20_000)
        #expect(try TextReader.read(line, budget: .standard).blocks.count == 1)
        let quotes = Array(String(repeating: "a;\"b\"\"c\n", count: 5000).utf8)
        let document = try TextReader.read(quotes, budget: .standard)
        #expect(document.blocks.first?.table?.rows.count == 5000)
        let error = refusal { () throws(ReadingError) in
            try TextReader.read(
                Array("a;b\n1;\u{0}\n".utf8) + [UInt8](repeating: 0x61, count: 50), budget: .standard)
        }
        #expect(error == .damaged(format: .text, detail: "NUL, line 2"))
    }

    @Test(
        "A table comes back from every notation that it can be written in", arguments: [";", ",", "\t"],
        ["\n", "\r\n", "\r"])
    func roundTrip(separator: String, end: String) throws {
        var random = SplitMix(seed: 7)
        let pieces = ["a", "città", "1,5", "x;y", "di \"lui\"", "due\nrighe", "-3", "tab\tqui", "fine"]
        for _ in 0..<40 {
            let width = Int(random.next() % 4) + 2
            // A line end in a cell tells values separated by tabs from a text with tabs.
            let last = Array(repeating: "due\nrighe", count: width)
            let rows =
                (0..<(Int(random.next() % 6) + 2)).map { _ in
                    (0..<width).map { _ in pieces[Int(random.next() % UInt64(pieces.count))] }
                } + [last]
            let text = rows.map { row in
                row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: separator)
            }.joined(separator: end)
            let read = try TextReader.read(Array(text.utf8), budget: .standard).blocks.first?.table?.rows
            let expected = rows.map { row in row.map { $0.replacing("\t", with: " ") } }
            #expect(read?.map { $0.map(\.text) } == expected)
        }
    }
}

@Suite("csv-spectrum", .enabled(if: SharedFolder.exists("corpora/csv"), "no ../shared/corpora"))
struct CSVSpectrumTests {
    @Test("Each file gives the table that it means")
    func tables() throws {
        for name in try SharedFolder.names("corpora/csv/input") {
            let bytes = try SharedFolder.bytes("corpora/csv/input/" + name)
            let json = try JSONSerialization.jsonObject(
                with: Data(
                    try SharedFolder.bytes("corpora/csv/expected/" + name.replacing(".csv", with: ".json"))))
            let expected = (json as? [[String: String]]) ?? (json as? [String: String]).map { [$0] } ?? []
            let rows = try #require(try TextReader.read(bytes, budget: .standard).blocks.first?.table?.rows)
            let heads = rows[0].map(\.text)
            let objects = rows.dropFirst().map { row in
                Dictionary(uniqueKeysWithValues: zip(heads, row.map(\.text)))
            }
            // The expectation of this file has the number of another.
            let isMistaken = name == "location_coordinates.csv"
            let plain = expected.map { object in object.mapValues { $0.replacing("\r\n", with: "\n") } }
            #expect(objects.count == expected.count, "\(name)")
            for (object, wanted) in zip(objects, plain) {
                for (key, value) in wanted where !(isMistaken && key == "Contact Phone Number") {
                    #expect(object[key] == value, "\(name)")
                }
            }
        }
    }
}
