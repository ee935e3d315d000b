import Canvas
import Foundation
import Reporting
import Testing

@Suite struct TablePagesTests {
    private func pages(_ blocks: [Block], orientation: ReportSection.Orientation = .portrait) throws -> [Page]
    {
        try PageLayout(Documents.document(blocks, orientation: orientation)).pages
    }

    private func rows(_ count: Int) -> [[String]] {
        (1...count).map { ["riga\($0).", "valore\($0)."] }
    }

    @Test func headIsRepeatedOnEveryPageOfATable() throws {
        let pages = try pages([.table(Documents.table(rows(120)))])
        #expect(pages.count == 4)
        for page in pages { #expect(page.texts.prefix(2).map(\.plain) == ["Nome", "Valore"]) }
    }

    @Test func wordsAmongTheFiguresOfYearsDoNotTurnTheirPage() throws {
        let year = TableColumn(.fit(min: 42, max: 66), .decimal, uniform: true)
        var table = Documents.table(
            [["esposizioni", "4", "documentazione fotografica", "12", "catalogazione", "7", "3"]],
            head: ["Tipologia", "2019", "2020", "2021", "2022", "2023", "2024"],
            columns: [TableColumn(.share(1, min: 160))] + (0..<6).map { _ in year })
        table.rows += Documents.table([["visite", "1", "2", "3", "4", "5", "6"]]).rows
        let page = try #require(try pages([.table(table)], orientation: .automatic).first)
        #expect(page.width < page.height)
        #expect(page.plain.contains("documentazione") && page.plain.contains("catalogazione"))
    }

    /// Sentences in the columns of years stood in seven lines each.
    @Test func sentencesAmongTheFiguresOfYearsLayTheirPageDown() throws {
        let year = TableColumn(.fit(min: 42, max: 66), .decimal, uniform: true)
        let sentence = "trenta interviste e la pubblicazione di un libro con le parole di chi fu intervistato"
        let table = Documents.table(
            [["ricerca", "4", sentence, sentence, sentence, sentence, sentence]],
            head: ["Tipologia", "2019", "2020", "2021", "2022", "2023", "2024"],
            columns: [TableColumn(.share(1, min: 96))] + (0..<6).map { _ in year })
        let page = try #require(try pages([.table(table)], orientation: .automatic).first)
        #expect(page.width > page.height)
        let lines = page.texts.filter { sentence.contains($0.plain.replacing("\u{AD}", with: "")) }
        #expect(lines.count <= 5 * 5)
    }

    /// Three long texts side by side stood in a dozen lines of three words on a page that stands.
    @Test func longTextsBesideEachOtherLayTheirPageDown() throws {
        let columns =
            [3, 2.4, 2.4].map { TableColumn(.share($0, min: 66)) }
            + (0..<4).map { _ in TableColumn(.fit(min: 36, max: 78), .decimal) }
        let head = ["Indicatore", "Formula", "Finalità", "Atteso", "Consuntivo", "Peso", "Ragg."]
        func isLandscape(_ words: Int) throws -> Bool {
            let text = Documents.words(words, "testo")
            let table = Documents.table(
                [[text, text, text, "1", "2", "3", "4"]], head: head, columns: columns)
            let page = try #require(try pages([.table(table)], orientation: .automatic).first)
            return page.width > page.height
        }
        #expect(try isLandscape(45))
        #expect(try !isLandscape(4))
    }

    @Test func itemsThatBringTheirNumberHaveNoDash() throws {
        let items = ["1) prima", "2. seconda", "terza", "2024 quarta"].map {
            Block.paragraph(Paragraph(RichText($0), .item))
        }
        let page = try #require(try pages(items).first)
        #expect(page.texts.map(\.plain) == ["1) prima", "2. seconda", "–", "terza", "–", "2024 quarta"])
    }

    /// What has room on a page that lies goes on there; what needs more begins a page that stands.
    @Test(arguments: [(3, 1), (60, 2)])
    func partThatMayStandStaysOnAPageThatLies(count: Int, pages expected: Int) throws {
        var document = Documents.document(
            [.table(Documents.table(rows(2)))], orientation: .landscape)
        document.sections.append(
            ReportSection("Altra", sharesPage: true, blocks: [.table(Documents.table(rows(count)))]))
        let pages = try PageLayout(document).pages
        #expect(pages.count >= expected)
        #expect((pages[pages.count - 1].width > pages[pages.count - 1].height) == (expected == 1))
    }

    @Test(arguments: 30...48)
    func itemOfAListDoesNotStandAlone(after count: Int) throws {
        let filler = Block.paragraph(Paragraph("x", .note))
        let items = (1...5).map { Block.paragraph(Paragraph(RichText("voce\($0)."), .item)) }
        for page in try pages(Array(repeating: filler, count: count) + items) {
            #expect(page.plain.components(separatedBy: "voce").count - 1 != 1)
        }
    }

    @Test func shortRowIsNotCut() throws {
        let rows = (1...30).map { ["inizio\($0).", Documents.words(60) + " fine\($0)."] }
        for page in try pages([.table(Documents.table(rows))]) {
            for index in 1...30 {
                #expect(page.plain.contains("inizio\(index).") == page.plain.contains("fine\(index)."))
            }
        }
    }

    @Test func rowHigherThanAPageGoesOnAndLosesNothing() throws {
        let long = Documents.words(4000)
        let pages = try pages([
            .table(Documents.table([["prima", "x"], ["lunga", long], ["ultima", "y"]]))
        ])
        let text = pages.map(\.plain).joined(separator: " ")
        #expect(pages.count > 4)
        for page in pages {
            #expect(page.strays == [])
            #expect(page.plain.hasPrefix("Nome Valore"))
        }
        for word in long.split(separator: " ") { #expect(text.contains(word)) }
        #expect(text.contains("ultima"))
    }

    @Test(arguments: 30...48)
    func groupTitleStaysWithItsFirstRow(before count: Int) throws {
        var table = Documents.table(rows(count))
        table.rows.append(TableRow([TableCell("Titolo", span: 2)], kind: .group))
        table.rows += Documents.table([["figlia", "1"], ["sorella", "2"]]).rows
        let page = try pages([.table(table)]).first { $0.plain.contains("Titolo") }
        #expect(page?.plain.contains("figlia") == true)
    }

    @Test(arguments: 30...48)
    func noRowStandsAlone(after count: Int) throws {
        let filler = Block.paragraph(Paragraph("x", .note))
        let blocks = Array(repeating: filler, count: count) + [.table(Documents.table(rows(3)))]
        for page in try pages(blocks) {
            #expect(page.plain.components(separatedBy: "riga").count - 1 != 1)
        }
        for page in try pages([.table(Documents.table(rows(count)))]) {
            #expect(page.plain.components(separatedBy: "riga").count - 1 != 1)
        }
    }

    /// Rows of some lines as well.
    @Test(arguments: 20...40)
    func noRowOfSomeLinesStandsAlone(after count: Int) throws {
        let filler = Block.paragraph(Paragraph("x", .note))
        let rows = (1...3).map { ["riga\($0). \(Documents.words(14, "nome"))", "valore"] }
        let blocks = Array(repeating: filler, count: count) + [.table(Documents.table(rows))]
        for page in try pages(blocks) {
            #expect(page.plain.components(separatedBy: "riga").count - 1 != 1)
        }
    }

    @Test(arguments: 25...50)
    func headingStaysWithWhatFollows(after count: Int) throws {
        let filler = Block.paragraph(Paragraph("x", .note))
        let blocks =
            Array(repeating: filler, count: count)
            + [
                .heading(Heading(2, "Capo")), .card([CardField("Etichetta", "dato")]),
                .table(Documents.table(rows(5))),
            ]
        let page = try pages(blocks).first { $0.plain.contains("Capo") }
        #expect(page?.plain.contains("riga1.") == true)
    }

    @Test func notesStayWithTheirTable() throws {
        for count in 36...44 {
            var table = Documents.table(rows(count))
            table.notes = [TableNote(mark: "*", text: "nota in fondo")]
            let page = try pages([.table(table)]).first { $0.plain.contains("nota in fondo") }
            #expect(page?.plain.contains("riga\(count).") == true)
        }
    }

    @Test func commasStandBelowEachOther() throws {
        let cells = ["1.234,5", "2,25", "100", "99%", "n.d."]
        let columns = [TableColumn(.share(1, min: 60)), TableColumn(.fit(min: 40, max: 90), .decimal)]
        let page = try #require(
            try pages([.table(Documents.table(cells.map { ["x", $0] }, columns: columns))]).first)
        let texts = page.texts.filter { cells.contains($0.plain) }
        let measured = try texts.map { text in
            let whole =
                text.plain == "n.d." ? text.plain : text.plain.prefix { $0.isNumber || $0 == "." }.description
            return text.origin.x + (try TextRuler().width(of: whole, in: text))
        }
        #expect(measured.count == 5)
        for edge in measured { #expect(abs(edge - measured[0]) < 0.1) }
    }

    /// Figures ended where the day of a date ends.
    @Test func figuresEndWhereDatesEnd() throws {
        let cells = ["31/12/2024", "2", "100"]
        let columns = [TableColumn(.share(1, min: 60)), TableColumn(.fit(min: 40, max: 90), .decimal)]
        let page = try #require(
            try pages([.table(Documents.table(cells.map { ["x", $0] }, columns: columns))]).first)
        let edges = page.texts.filter { cells.contains($0.plain) }.map { $0.origin.x + $0.width }
        #expect(edges.count == 3)
        for edge in edges { #expect(abs(edge - edges[0]) < 0.1) }
    }

    @Test func wideTableLaysItsPagesDown() throws {
        let head = (1...14).map { "Intestazione\($0)" }
        let wide = Documents.table([head], head: head)
        #expect(try pages([.table(wide)], orientation: .automatic)[0].paper.width > 800)
        #expect(try pages([.table(Documents.table(rows(3)))], orientation: .automatic)[0].paper.width < 600)
    }

    @Test func emptyTableAndEmptyDocumentArePages() throws {
        #expect(try pages([.table(Documents.table([]))]).count == 1)
        #expect(try pages([]).count == 1)
        #expect(try pages([.pageBreak, .pageBreak]).count == 1)
        let two: [Block] = [.paragraph(Paragraph("a")), .pageBreak, .paragraph(Paragraph("b"))]
        #expect(try pages(two).map(\.plain) == ["a", "b"])
    }
}
