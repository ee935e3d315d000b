import Reading
import Testing

@testable import Importing

@Suite("Text from PDFs becomes plain")
struct CleanedTextTests {
    @Test(
        "A cell shows what a reader of the page saw",
        arguments: [
            ("<b>NUOVO</b>", "NUOVO"),
            ("<p>Prima parte.</p> <p>Seconda<br />parte.</p>", "Prima parte. Seconda parte."),
            ("meno di < 10 giorni e > 3", "meno di < 10 giorni e > 3"),
            ("fatto &amp; finito: citt&agrave; &lt;b&gt;", "fatto & finito: città <b>"),
            ("&#8364; 12 &#xE8;", "€ 12 è"),
            (
                #"$(N^{\circ} \text{ dei progetti} / N^{\circ} \text{ totale}) * 100$"#,
                "(N° dei progetti / N° totale) * 100"
            ),
            (
                #"$[(\text{anno in corso} - \text{anno prima}) / \text{anno prima}] * 100$"#,
                "[(anno in corso - anno prima) / anno prima] * 100"
            ),
            (#"$n. \text{ casi} / \text{totale} * 100$"#, "n. casi / totale * 100"),
            (#"$\frac{a + b}{c} \times 100\%$"#, "(a + b) / c × 100%"),
            ("costa $ 500 e poi $ 600", "costa $ 500 e poi $ 600"),
            (#"\(x^{2} \leq 3\)"#, "x² ≤ 3"),
            ("**Strutture erogative**", "Strutture erogative"),
            ("*Mappe* dei servizi", "Mappe dei servizi"),
            ("__Titolo__ del piano", "Titolo del piano"),
            ("(casi *100) e (giorni *100)", "(casi *100) e (giorni *100)"),
            ("876*", "876*"),
            ("9.832****", "9.832****"),
            ("** compreso il 2022", "** compreso il 2022"),
            ("superficie*100", "superficie*100"),
            ("4\u{00AD}uffi\u{00AD}cio e\u{FB03}ciente", "4ufficio efficiente"),
            ("1\u{00A0}234", "1234"),
            ("12\u{00A0}uffici e 1\u{202F}234,50", "12 uffici e 1234,50"),
            ("a\u{200B}b\u{202E}c", "abc"),
            ("citta\u{0300}", "città"),
            ("m<sup>2</sup> e 876<sup>1</sup>", "m² e 876¹"),
            (#"<input type="radio"/> data"#, "○ data"),
            (#"<input checked type="radio"/> data"#, "● data"),
            ("   tanti    spazi\u{3000}", "tanti spazi"),
        ])
    func cleaning(raw: String, expected: String) {
        #expect(CleanedText(raw).text == expected)
    }

    @Test("Hidden characters are named, so that they can be shown")
    func hiddenCharactersAreListed() {
        let cleaned = CleanedText("obiet\u{200B}tivo\u{202E}")
        #expect(cleaned.hidden == ["U+200B", "U+202E"])
        #expect(cleaned.residues == [.hidden])
    }

    @Test("Emphasis that spans lines is removed, and each line keeps its raw text")
    func emphasisAcrossLines() throws {
        let text = try SourceText(text: "**linee\nstrategiche**\n\n*dal 2022 solo ore\n\ncasi\t12*\n")
        #expect(text.lines.map(\.text) == ["linee", "strategiche", "", "*dal 2022 solo ore", "", "casi 12*"])
        #expect(text.lines[0].raw == "**linee")
    }
}
