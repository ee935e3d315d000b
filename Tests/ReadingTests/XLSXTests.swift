import Reading
import ReadingFormats
import Testing

@Suite("Workbooks of Excel")
struct XLSXTests {
    private func cells(_ workbook: TestWorkbook) throws -> [[Cell]] {
        try #require(try workbook.read().blocks.first { $0.table != nil }?.table).rows
    }

    @Test("Shared and inline strings, rich runs without their readings, escaped characters")
    func strings() throws {
        let rows = """
            <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>
            <row r="2"><c r="A2" t="inlineStr"><is><t>in </t><r><t>linea</t></r></is></c>
            <c r="B2" t="str"><f>A1</f><v>di formula</v></c></row>
            """
        let strings = [
            "<t>Nome</t>",
            "<r><t>a_x000D_&#10;b</t></r><r><rPr/><t xml:space=\"preserve\"> c</t></r><rPh sb=\"0\" eb=\"1\"><t>no</t></rPh>",
        ]
        #expect(
            shorthand(try TestWorkbook(rows, strings: strings).read())
                == ["T Nome|a\nb c / in linea|di formula"])
    }

    @Test("Numbers are exact decimals, written the Italian way; binary dust beyond 15 digits is rounded away")
    func numbers() throws {
        let values = [
            "1234.5", "0.30000000000000004", "1E-3", "12345678901234567890", "-0.10000000000000001", "5.0",
            "9.9999999999999995",
        ]
        let row = values.enumerated().map {
            "<c r=\"\(Place.cellName(row: 0, column: $0.offset))\"><v>\($0.element)</v></c>"
        }
        let read = try cells(TestWorkbook("<row r=\"1\">\(row.joined())</row>"))[0]
        #expect(read.map(\.text) == ["1234,5", "0,3", "0,001", "12345678901234600000", "-0,1", "5", "10"])
        #expect(read[0].type == .number("1234.5"))
        #expect(read[1].type == .number("0.3"))
    }

    @Test("Per cent, dates of both systems, times and days by their formats")
    func formats() throws {
        let styles = """
            <numFmts count="4"><numFmt numFmtId="164" formatCode="0.00%"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/>
            <numFmt numFmtId="166" formatCode="&quot;del &quot;[$-410]d mmmm yyyy;@"/><numFmt numFmtId="167" formatCode="[h]:mm"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="22"/><xf numFmtId="17"/></cellXfs>
            """
        let rows = """
            <row r="1"><c r="A1" s="1"><v>0.285</v></c><c r="B1" s="2"><v>45657</v></c><c r="C1" s="3"><v>60</v></c>
            <c r="D1" s="4"><v>1.5</v></c><c r="E1" s="5"><v>45657.604166666664</v></c><c r="F1" s="6"><v>45657</v></c>
            <c r="G1" s="0"><v>45657</v></c><c r="H1" t="d"><v>2024-02-29</v></c><c r="I1" s="2"><v>1</v></c></row>
            """
        var workbook = TestWorkbook(rows, styles: styles)
        let read = try cells(workbook)[0]
        #expect(
            read.map(\.text) == [
                "28,50%", "31/12/2024", "28/02/1900", "36:00", "31/12/2024 14:30", "12/2024", "45657",
                "29/02/2024",
                "01/01/1900",
            ])
        #expect(read[0].type == .percent("28.5"))
        #expect(read[1].type == .date("2024-12-31"))
        workbook.properties = "<workbookPr date1904=\"1\"/>"
        #expect(try cells(workbook)[0][1].text == "01/01/2029")
    }

    @Test("Booleans, errors and formulas without a result are told")
    func special() throws {
        let rows = """
            <row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C1"><f>A1</f></c>
            <c r="D1"><f>1+1</f><v>2</v></c></row>
            """
        let document = try TestWorkbook(rows).read()
        #expect(shorthand(document) == ["T VERO|#DIV/0!||2"])
        #expect(document.findings.map(\.code) == [.formulaError, .formulaWithoutValue])
        #expect(document.findings.map(\.place.cell) == ["B1", "C1"])
    }

    @Test("Merged ranges go over their cells; what they hide is told; rows that are all covered are none")
    func merged() throws {
        let rows = """
            <row r="1"><c r="A1" t="str"><v>Titolo</v></c></row>
            <row r="3"><c r="A3" t="str"><v>Nome</v></c><c r="B3" t="str"><v>Anni</v></c><c r="C3" t="str"><v>x</v></c></row>
            <row r="4"><c r="B4"><v>2023</v></c><c r="C4"><v>2024</v></c></row>
            """
        let merges =
            "<mergeCells><mergeCell ref=\"A1:C1\"/><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"B3:C3\"/></mergeCells>"
        let document = try TestWorkbook(rows, after: merges).read()
        #expect(shorthand(document) == ["H Titolo", "T Nome|Anni|< / <|2023|2024"])
        let table = try #require(document.blocks.last?.table)
        #expect(table.rows[0][0].rowSpan == 2)
        #expect(table.rows[0][1].columnSpan == 2)
        #expect(document.findings.map(\.detail) == ["x"])
    }

    @Test("A sheet holds several pieces; cells have their names; hidden sheets and rows are read and told")
    func pieces() throws {
        var workbook = TestWorkbook(
            """
            <row r="2"><c r="B2" t="str"><v>Comune</v></c></row>
            <row r="4" hidden="1"><c r="B4" t="str"><v>a</v></c><c r="C4"><v>1</v></c></row>
            <row r="7"><c r="B7" t="str"><v>c</v></c><c r="D7"><v>2</v></c></row>
            """)
        workbook.sheets.append(("Nascosto", "<row><c t=\"str\"><v>x</v></c><c><v>3</v></c></row>", ""))
        workbook.states["Nascosto"] = "hidden"
        let document = try workbook.read()
        #expect(shorthand(document) == ["H Comune", "T a|1", "T c||2", "T x|3"])
        #expect(
            document.blocks[2].table?.rows[0][2].place
                == Place(sheet: "Foglio1", line: 7, cell: "D7", block: 2))
        #expect(document.blocks[3].place.sheet == "Nascosto")
        #expect(document.findings.map(\.code) == [.hiddenRead, .hiddenRead])
    }

    @Test("Strict documents, absolute paths and backslashes are read alike")
    func notations() throws {
        let workbook = TestWorkbook("<row><c t=\"str\"><v>a</v></c><c><v>1</v></c></row>")
        var parts = workbook.parts(namespace: TestWorkbook.strict)
        #expect(shorthand(try FormatReader.read(Zip.bytes(parts), budget: .standard)) == ["T a|1"])
        parts = workbook.parts()
        parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"]?
            .replacing("worksheets/sheet0.xml", with: "/xl/worksheets/sheet0.xml")
        #expect(shorthand(try FormatReader.read(Zip.bytes(parts), budget: .standard)) == ["T a|1"])
        var back: [String: String] = [:]
        for (name, text) in workbook.parts() { back[name.replacing("xl/", with: "xl\\")] = text }
        #expect(shorthand(try FormatReader.read(Zip.bytes(back), budget: .standard)) == ["T a|1"])
    }

    @Test("Missing shared strings and missing sheets are told, the rest is read")
    func missing() throws {
        var workbook = TestWorkbook("<row><c t=\"s\"><v>0</v></c><c><v>7</v></c><c><v>8</v></c></row>")
        workbook.sheets.append(("Due", "", ""))
        var parts = workbook.parts()
        parts["xl/worksheets/sheet1.xml"] = nil
        let document = try FormatReader.read(Zip.bytes(parts), budget: .standard)
        #expect(shorthand(document) == ["T 7|8"])
        #expect(document.findings.map(\.code) == [.partUnreadable, .partUnreadable])
    }

    @Test("Numbers of any size come back digit by digit", arguments: 1...40)
    func exactNumbers(seed: UInt64) throws {
        var random = SplitMix(seed: seed)
        let digits = (0..<(Int(random.next() % 14) + 1)).map { _ in String(random.next() % 10) }.joined()
        let point = Int(random.next() % UInt64(digits.count + 1))
        let whole = String(digits.prefix(point))
        let part = String(digits.dropFirst(point))
        let written = "-" + (whole.isEmpty ? "0" : whole) + (part.isEmpty ? "" : "." + part)
        let read = try cells(TestWorkbook("<row><c t=\"str\"><v>x</v></c><c><v>\(written)</v></c></row>"))[0][
            1]
        // The same number, by its digits without zeros that say nothing.
        func bare(_ text: String) -> String {
            var text = text
            if text.contains(".") {
                while text.hasSuffix("0") { text.removeLast() }
                if text.hasSuffix(".") { text.removeLast() }
            }
            while text.hasPrefix("-0"), text.dropFirst(2).first?.isNumber == true {
                text.remove(at: text.index(after: text.startIndex))
            }
            return text == "-0" ? "0" : text
        }
        #expect(read.type == .number(bare(written)), "\(written)")
    }
}
