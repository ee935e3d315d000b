import Reporting
import Testing

@testable import Canvas

/// Words are parted at the end of a line as Italian grammar parts them.
@Suite struct HyphenationTests {
    private func parted(_ word: String) -> String {
        var result = ""
        var start = 0
        let bytes = Array(word.utf8)
        for place in ItalianHyphenation.points(in: word) + [bytes.count] {
            result += (start > 0 ? "-" : "") + String(decoding: bytes[start..<place], as: UTF8.self)
            start = place
        }
        return result
    }

    @Test(arguments: [
        ("amministrazione", "am-mi-ni-stra-zio-ne"), ("riqualificazione", "ri-qua-li-fi-ca-zio-ne"),
        ("contributo", "con-tri-bu-to"), ("acquisto", "ac-qui-sto"), ("pubblico", "pub-bli-co"),
        ("costruire", "co-strui-re"), ("insegnamento", "in-se-gna-men-to"), ("anagrafe", "ana-gra-fe"),
        ("raggiungimento", "rag-giun-gi-men-to"), ("attività", "at-ti-vi-tà"),
        ("dell'amministrazione", "dell'am-mi-ni-stra-zio-ne"), ("conclusione,", "con-clu-sio-ne,"),
    ])
    func `a word is parted between syllables`(word: String, expected: String) {
        // Two letters at least before a break, three after it: not every syllable may be parted from the next.
        let wanted = expected.split(separator: "-").map(String.init)
        let got = parted(word).split(separator: "-").map(String.init)
        #expect(got.joined() == word)
        var places: Set<Int> = []
        var length = 0
        for syllable in wanted {
            length += syllable.count
            places.insert(length)
        }
        length = 0
        for piece in got {
            length += piece.count
            #expect(places.contains(length), "\(parted(word))")
        }
        #expect(got.count > 1)
    }

    @Test(arguments: [("l'emissione", "l'emis-sione"), ("dell'operaio", "dell'ope-raio")])
    func `a vowel does not stand alone with its article`(word: String, expected: String) {
        #expect(parted(word) == expected)
    }

    @Test(arguments: ["PNRR", "UNESCO", "2024/2026", "sala", "A1B2C3D4", "www.esempio.it"])
    func `abbreviations, figures and short words stay whole`(word: String) {
        #expect(parted(word) == word)
    }

    @Test func `a parted word is whole for whoever reads the text`() throws {
        let text = "amministrazione riqualificazione raggiungimento pubblicazione"
        let columns = [TableColumn(.fixed(44)), TableColumn(.share(1, min: 60))]
        let page = try #require(
            PageLayout(Documents.document([.table(Documents.table([[text, "x"]], columns: columns))])).pages
                .first)
        #expect(page.texts.contains { $0.plain.hasSuffix("\u{AD}") })
        #expect(page.words.contains(text))
    }

    @Test func `a head is not parted`() throws {
        let columns = [TableColumn(.fixed(52)), TableColumn(.share(1, min: 60))]
        let table = Documents.table([["1", "x"]], head: ["Target atteso", "Note"], columns: columns)
        let page = try #require(PageLayout(Documents.document([.table(table)])).pages.first)
        #expect(page.texts.prefix(2).map(\.plain) == ["Target", "atteso"])
    }
}
