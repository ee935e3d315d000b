import Reading
import ReadingFormats
import Testing

@Suite("Pages of the web")
struct HTMLTests {
    private func read(_ html: String) throws(ReadingError) -> SourceDocument {
        try FormatReader.read(Array(html.utf8), budget: .standard)
    }

    @Test("Headings, paragraphs, items; scripts, styles and titles are no text")
    func prose() throws {
        let html = """
            <!DOCTYPE html><html><head><title>no</title><style>p{}</style><script>if (a<b) "</p>";</script></head>
            <body><h2>Titolo</h2><p>Primo   testo<br>seconda &amp; riga &euro;</p><ul><li>voce</li></ul>sciolto</body></html>
            """
        #expect(
            shorthand(try read(html)) == [
                "H2 Titolo", "P Primo testo", "P seconda & riga €", "I voce", "P sciolto",
            ])
    }

    @Test("Tables with spans, head rows and line breaks; cells that nobody closed")
    func tables() throws {
        let html = """
            <table><caption>Serie</caption><tr><th rowspan=2>Nome<th colspan=2>Anni</tr><tr><th>2023<th>2024</tr>
            <tr><td>Nidi<br>comunali<td>1&nbsp;250<td>2</table>
            """
        let document = try read(html)
        #expect(shorthand(document) == ["P Serie", "T Nome|Anni|< / <|2023|2024 / Nidi\ncomunali|1250|2"])
        #expect(document.blocks.last?.table?.headRows == 2)
    }

    @Test("Tables that only lay out a page give what they hold")
    func layout() throws {
        let html =
            "<table><tr><td><h1>Comune</h1></td></tr><tr><td><table><tr><td>a</td><td>1</td></tr></table></td></tr></table>"
        #expect(shorthand(try read(html)) == ["H1 Comune", "T a|1"])
    }

    @Test("A piece from the clipboard, and the head that Windows puts before it")
    func clipboard() throws {
        let piece = "<meta charset='utf-8'><table><tr><td>à</td><td>2</td></tr></table>"
        #expect(shorthand(try read(piece)) == ["T à|2"])
        let windows =
            "Version:0.9\r\nStartHTML:00000097\r\nEndHTML:00000170\r\n<html><body><!--StartFragment-->\(piece)</body></html>"
        #expect(shorthand(try read(windows)) == ["T à|2"])
    }

    @Test("Windows-1252, check boxes, raised digits, pre-formatted text")
    func details() throws {
        let western = Array("<p>citt".utf8) + [0xE0] + Array("</p>".utf8)
        #expect(shorthand(try FormatReader.read(western, budget: .standard)) == ["P città"])
        let html = "<p><input type=checkbox checked> sì m<sup>2</sup></p><pre>a\tb\n1\t2</pre>"
        #expect(shorthand(try read(html)) == ["P ☑ sì m²", "T a|b / 1|2"])
    }

    @Test("Spans beyond reason and elements without end are refused or cut")
    func hostile() throws {
        let wide = try read(
            "<table><tr><td colspan=99999999 rowspan=99999999>a</td></tr><tr><td>b</td></tr></table>")
        #expect((wide.blocks.first?.table?.width ?? 0) <= 2001)
        let rows = String(repeating: "<tr><td colspan=1000>a</td></tr>", count: 2000)
        #expect(
            refusal { () throws(ReadingError) in try read("<table>\(rows)</table>") }
                == .tooLarge(what: "cells", limit: ReadingBudget.standard.cells))
        let deep = String(repeating: "<div>", count: 100_000)
        #expect(
            refusal { () throws(ReadingError) in try read(deep + "x") }
                == .tooLarge(what: "depth", limit: 512))
        let tables = String(repeating: "<table><tr><td>", count: 150)
        #expect(
            refusal { () throws(ReadingError) in try read(tables + "x") }
                == .tooLarge(what: "depth", limit: 100))
    }
}
