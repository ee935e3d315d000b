import Reading
import ReadingFormats
import Testing

/// A document of Word with this body.
func document(
    _ body: String, styles: String = "", parts: [String: String] = [:], relations: String = ""
) throws(ReadingError) -> SourceDocument {
    let w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    let types = "http://schemas.openxmlformats.org/package/2006"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var all = [
        "[Content_Types].xml": "<Types xmlns=\"\(types)/content-types\"/>",
        "_rels/.rels":
            "<Relationships xmlns=\"\(types)/relationships\"><Relationship Id=\"a\" Type=\"\(office)/officeDocument\" Target=\"word/document.xml\"/></Relationships>",
        "word/_rels/document.xml.rels":
            "<Relationships xmlns=\"\(types)/relationships\">\(relations)</Relationships>",
        "word/styles.xml": "<w:styles xmlns:w=\"\(w)\">\(styles)</w:styles>",
        "word/document.xml":
            "<w:document xmlns:w=\"\(w)\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:x=\"urn:x\"><w:body>\(body)</w:body></w:document>",
    ]
    for (name, text) in parts { all[name] = text.replacing("@w", with: "xmlns:w=\"\(w)\"") }
    return try FormatReader.read(Zip.bytes(all), budget: .standard)
}

/// A paragraph of Word.
func paragraph(_ text: String, _ properties: String = "") -> String {
    "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:t>\(text)</w:t></w:r></w:p>"
}

/// A cell of a table of Word.
func cell(_ text: String, _ properties: String = "") -> String {
    "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
}

@Suite("Documents of Word")
struct DOCXTests {
    @Test("Headings by style, by the style that it builds on, by outline level; items; contents are lines")
    func headings() throws {
        let styles = """
            <w:style w:styleId="Titolo1"><w:name w:val="heading 1"/></w:style>
            <w:style w:styleId="Mio"><w:name w:val="Mio"/><w:basedOn w:val="Titolo1"/></w:style>
            <w:style w:styleId="S"><w:name w:val="toc 1"/></w:style>
            """
        let body =
            paragraph("Piano", "<w:pStyle w:val=\"Mio\"/>")
            + paragraph("Parte", "<w:outlineLvl w:val=\"2\"/>")
            + paragraph("voce", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr>")
            + "<w:p><w:pPr><w:pStyle w:val=\"S\"/></w:pPr><w:r><w:t>Indice</w:t><w:tab/><w:t>4</w:t></w:r></w:p>"
            + paragraph("testo")
        #expect(
            shorthand(try document(body, styles: styles))
                == ["H1 Piano", "H3 Parte", "I voce", "P Indice 4", "P testo"])
    }

    @Test(
        "A text behind a tab below rows of tabs stands in its column; emphasis written over two paragraphs is none"
    )
    func rowsOfTabs() throws {
        func tabbed(_ texts: String...) -> String {
            "<w:p><w:r>" + texts.map { "<w:t>\($0)</w:t>" }.joined(separator: "<w:tab/>") + "</w:r></w:p>"
        }
        let body =
            paragraph("**Rif. 10") + paragraph("Piano digitale**") + tabbed("Enti", "Provincia", "carta")
            + tabbed("", "Questura") + tabbed("", "", "posta") + paragraph("Fine")
        #expect(
            shorthand(try document(body)) == [
                "P Rif. 10", "P Piano digitale", "T Enti|Provincia|carta / |Questura| / ||posta", "P Fine",
            ])
    }

    @Test("Tables with merged cells, head rows, and lines within cells")
    func tables() throws {
        let body = """
            <w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>\(cell("Nome", "<w:vMerge w:val=\"restart\"/>"))\(cell("Anni", "<w:gridSpan w:val=\"2\"/>"))</w:tr>
            <w:tr>\(cell("", "<w:vMerge/>"))\(cell("2023"))\(cell("2024"))</w:tr>
            <w:tr><w:tc>\(paragraph("Nidi"))\(paragraph("comunali"))</w:tc>\(cell("1"))\(cell("2"))</w:tr></w:tbl>
            """
        let read = try document(body)
        #expect(shorthand(read) == ["T Nome|Anni|< / <|2023|2024 / Nidi\ncomunali|1|2"])
        let table = try #require(read.blocks.first?.table)
        #expect(table.headRows == 1)
        #expect(table.rows[0][0].rowSpan == 2)
        #expect(table.rows[0][1].columnSpan == 2)
    }

    @Test("Tables in tables: those that only lay out give what they hold, others come first")
    func nested() throws {
        let inner = "<w:tbl><w:tr>\(cell("a"))\(cell("1"))</w:tr></w:tbl>"
        let layout =
            "<w:tbl><w:tr><w:tc>\(paragraph("Scheda"))\(inner)\(paragraph("fine"))</w:tc></w:tr></w:tbl>"
        #expect(shorthand(try document(layout)) == ["P Scheda", "T a|1", "P fine"])
        let outer =
            "<w:tbl><w:tr>\(cell("x"))\(cell("y"))</w:tr><w:tr>\(cell("z"))<w:tc>\(inner)<w:p/></w:tc></w:tr></w:tbl>"
        #expect(shorthand(try document(outer)) == ["T x|y / z|", "T a|1"])
    }

    @Test("What tracked changes took out is out, what they put in is in; a fallback is not read twice")
    func changes() throws {
        let body = """
            <w:p><w:r><w:t>uno </w:t></w:r><w:del><w:r><w:delText>via</w:delText><w:t>via</w:t></w:r></w:del>
            <w:ins><w:r><w:t>due</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>no</w:t></w:r></w:moveFrom></w:p>
            <w:p><w:r><mc:AlternateContent><mc:Choice><x:y><w:txbxContent>\(paragraph("casella"))</w:txbxContent></x:y></mc:Choice>
            <mc:Fallback><w:txbxContent>\(paragraph("casella"))</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>sotto</w:t></w:r></w:p>
            """
        #expect(shorthand(try document(body)) == ["P uno due", "P casella", "P sotto"])
    }

    @Test("Notes stand at the end with their mark; running heads and feet apart")
    func notes() throws {
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let relations = """
            <Relationship Id="n" Type="\(office)/footnotes" Target="footnotes.xml"/>
            <Relationship Id="h" Type="\(office)/header" Target="header1.xml"/>
            """
        let parts = [
            "word/footnotes.xml":
                "<w:footnotes @w><w:footnote w:id=\"2\"><w:p><w:r><w:t>dato stimato</w:t></w:r></w:p></w:footnote></w:footnotes>",
            "word/header1.xml": "<w:hdr @w><w:p><w:r><w:t>Comune di Prova</w:t></w:r></w:p></w:hdr>",
        ]
        let body = "<w:p><w:r><w:t>876</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
        let read = try document(body, parts: parts, relations: relations)
        #expect(shorthand(read) == ["P 876[1]", "P [1] dato stimato"])
        #expect(read.headersAndFooters.map(\.text) == ["Comune di Prova"])
    }

    @Test("Lines and tabs within paragraphs are lines and cells; check boxes are shown")
    func lines() throws {
        let body = """
            <w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>Peso: 20</w:t><w:br/><w:t>Anno: 2024</w:t></w:r></w:p>
            <w:p><w:r><w:t>Nidi</w:t><w:tab/><w:t>12</w:t></w:r></w:p><w:p><w:r><w:t>Sale</w:t><w:tab/><w:t>3</w:t></w:r></w:p>
            <w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> sì</w:t></w:r></w:p>
            """
        #expect(
            shorthand(try document(body)) == ["P Peso: 20", "P Anno: 2024", "T Nidi|12 / Sale|3", "P ☑ sì"])
    }
}

@Suite("Documents of OpenDocument")
struct OpenDocumentTests {
    private func read(_ kind: String, _ body: String, styles: String = "") throws(ReadingError)
        -> SourceDocument
    {
        let names = ["office", "table", "text", "style", "draw:drawing"].map { name in
            let parts = name.split(separator: ":")
            return "xmlns:\(parts[0])=\"urn:oasis:names:tc:opendocument:xmlns:\(parts[parts.count - 1]):1.0\""
        }.joined(separator: " ")
        let calc = "xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\""
        return try FormatReader.read(
            Zip.bytes([
                "mimetype": "application/vnd.oasis.opendocument.\(kind)",
                "content.xml":
                    "<office:document-content \(names) \(calc)>\(styles)<office:body><office:\(kind)>\(body)</office:\(kind)></office:body></office:document-content>",
            ]), budget: .standard)
    }

    @Test("Typed cells, repetitions, merged ranges, notes of reviewers left out")
    func sheets() throws {
        let body = """
            <table:table table:name="F"><table:table-row><table:table-cell office:value-type="string"><text:p>Nome<text:s text:c="2"/>x</text:p>
            <office:annotation><text:p>nota</text:p></office:annotation></table:table-cell>
            <table:table-cell office:value-type="float" office:value="1234.5"><text:p>1.234,50</text:p></table:table-cell>
            <table:table-cell office:value-type="percentage" office:value="0.3"><text:p>30%</text:p></table:table-cell>
            <table:table-cell office:value-type="date" office:date-value="2024-12-31"><text:p>31 dic</text:p></table:table-cell>
            <table:table-cell office:value-type="time" office:time-value="PT36H30M00S"/>
            <table:table-cell office:value-type="boolean" office:boolean-value="true"/>
            <table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell></table:table-row>
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>a</text:p></table:table-cell>
            <table:table-cell table:number-columns-spanned="2"><text:p>b</text:p></table:table-cell><table:covered-table-cell/></table:table-row></table:table>
            """
        let document = try read("spreadsheet", body)
        #expect(
            shorthand(document) == [
                "T Nome  x|1234,5|30%|31/12/2024|36:30|VERO|#DIV/0! / a|a|b|<||| / a|a|b||||"
            ])
        #expect(document.findings.map(\.code) == [.formulaError])
    }

    @Test("Headings, items, tables with head rows and merged cells, notes, deleted text")
    func texts() throws {
        let body = """
            <text:tracked-changes><text:p>via</text:p></text:tracked-changes><text:h text:outline-level="2">Parte</text:h>
            <text:list><text:list-item><text:p>voce</text:p></text:list-item></text:list>
            <text:p>876<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>stimato</text:p></text:note-body></text:note> nidi</text:p>
            <table:table><table:table-header-rows><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>Testa</text:p></table:table-cell>
            <table:covered-table-cell/></table:table-row></table:table-header-rows><table:table-row><table:table-cell><text:p>a</text:p><text:p>b</text:p></table:table-cell>
            <table:table-cell><text:p>1<text:line-break/>2</text:p></table:table-cell></table:table-row></table:table>
            """
        let document = try read("text", body)
        #expect(
            shorthand(document) == [
                "H2 Parte", "I voce", "P 876[1] nidi", "T Testa|< / a\nb|1\n2", "P [1] stimato",
            ])
        #expect(document.blocks[3].table?.headRows == 1)
    }

    @Test("A file with a password says so")
    func encrypted() {
        let parts = [
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml":
                "<m:manifest xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>",
        ]
        #expect(
            refusal { () throws(ReadingError) in try FormatReader.read(Zip.bytes(parts), budget: .standard) }
                == .encrypted)
    }
}
